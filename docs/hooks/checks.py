"""What holds between pages, snippets, outputs and figures; functions return what does not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

import outputs
import pages
from problems import Problem, line_of
from runner import Run

RECORD = "python docs/hooks/record.py"

_AS_INCLUDE = 'as `--8<-- "page/name.py"` or `--8<-- "page/name.py:section"`'
_TEX_HEADING = re.compile(r"#{1,6} .*(?:\$.*\$|\\\()")


def scripts(root: Path) -> list[Path]:
    """All snippets of the project, in order."""
    return sorted((root / "snippets").rglob("*.py"))


def figure_names(root: Path, script: Path, run: Run) -> list[str]:
    """The file names of a run's figures below `docs/`: the script's own, then numbered."""
    name = script.relative_to(root / "snippets").with_suffix("").as_posix()
    return [f"figures/{name}{f'-{n}' if n > 1 else ''}.svg" for n in range(1, len(run.figures) + 1)]


def check_runs(root: Path, runs: Mapping[Path, Run]) -> list[Problem]:
    """Every script ran well and printed what is published beside it."""
    problems = []
    for script, run in runs.items():
        name = script.relative_to(root).as_posix()
        if run.failure:
            problems.append(
                Problem(
                    name, run.line, run.failure, f"run `python {name}` and mend what it reports"
                )
            )
            continue
        text = outputs.published(script)
        if not outputs.agrees(run.stdout, text):
            beside = script.with_suffix(".txt").relative_to(root).as_posix()
            problems.append(
                Problem(
                    beside,
                    outputs.first_difference(run.stdout, text),
                    f"the run of {name} does not print what is published\n"
                    + outputs.difference(run.stdout, text, beside),
                    f"mend {name} or, if the new output is right, record it: `{RECORD}`",
                )
            )
    for text in sorted((root / "snippets").rglob("*.txt")):
        if text.with_suffix(".py") not in runs:
            name = text.relative_to(root).as_posix()
            problems.append(
                Problem(
                    name, 1, "no script prints this output", "add the script or delete the file"
                )
            )
    return problems


def check_pages(root: Path, runs: Mapping[Path, Run]) -> list[Problem]:
    """Every include and figure exists, has what it needs, and nothing that was made is left out."""
    problems: list[Problem] = []
    included: dict[str, set[str | None]] = {}
    shown: set[str] = set()
    for page in sorted((root / "docs").rglob("*.md")):
        text = page.read_text(encoding="utf-8")
        name = page.relative_to(root).as_posix()
        problems += _check_fences(name, text)
        for include in pages.includes(text):
            included.setdefault(include.path, set()).add(include.section)
            problems += _check_include(root, name, include)
        for image in pages.images(text):
            shown.add((page.parent / image.target).resolve().as_posix())
            if not image.alt:
                remedy = f"say in words what it shows: `![…]({image.target})`"
                problems.append(
                    Problem(name, image.line, f"{image.target} has no alt text", remedy)
                )
            if "figures/" in image.target and not image.captioned:
                remedy = "write one below it: a line `/// caption`, its text, a line `///`"
                problems.append(Problem(name, image.line, f"{image.target} has no caption", remedy))
        for line, heading in enumerate(pages.prose(text).splitlines(), start=1):
            if _TEX_HEADING.match(heading):
                cause = (
                    f"the heading '{heading}' holds an equation, which no list of contents shows"
                )
                remedy = "write it with plain characters: z = w·x + b"
                problems.append(Problem(name, line, cause, remedy))
    problems += _check_left_out(root, runs, included, shown)
    return problems


def _check_fences(name: str, text: str) -> list[Problem]:
    odd = [
        Problem(
            name, line, f"'{include}' is not how includes are written", f"write it {_AS_INCLUDE}"
        )
        for line, include in pages.odd_includes(text)
    ]
    return odd + [
        Problem(
            name,
            fence.line,
            "Python is typed into the page",
            f"move it to a file in snippets/ and include that, alone in its block, {_AS_INCLUDE}",
        )
        for fence in pages.fences(text)
        if fence.language in ("python", "py", "python3", "pycon") and not fence.include
    ]


def _check_include(root: Path, name: str, include: pages.Include) -> list[Problem]:
    path = root / "snippets" / include.path
    if not path.is_file():
        near = ", ".join(p.relative_to(root / "snippets").as_posix() for p in _siblings(path))
        remedy = f"there are: {near}" if near else "name a file below snippets/"
        cause = f"the include names snippets/{include.path}, which does not exist"
        return [Problem(name, include.line, cause, remedy)]
    marked = pages.sections(path.read_text(encoding="utf-8"))
    if include.section and include.section not in marked:
        remedy = f"its sections are: {', '.join(marked) or 'none'}"
        cause = f"snippets/{include.path} has no section '{include.section}'"
        return [Problem(name, include.line, cause, remedy)]
    return []


def _siblings(path: Path) -> Iterable[Path]:
    return sorted(path.parent.glob(f"*{path.suffix}")) if path.parent.is_dir() else ()


def _check_left_out(
    root: Path,
    runs: Mapping[Path, Run],
    included: Mapping[str, set[str | None]],
    shown: set[str],
) -> list[Problem]:
    problems = []
    for script, run in runs.items():
        name = script.relative_to(root).as_posix()
        code = script.read_text(encoding="utf-8")
        short = script.relative_to(root / "snippets").as_posix()
        sections = included.get(short, set())
        missing = [s for s in pages.sections(code) if s not in sections and None not in sections]
        if not sections:
            remedy = f'include it: `--8<-- "{short}"`, or delete it'
            problems.append(Problem(name, 1, "no page includes this snippet", remedy))
        for section in missing if sections else ():
            line = line_of(code, f"[start:{section}]")
            remedy = f'include it: `--8<-- "{short}:{section}"`, or remove its markers'
            problems.append(
                Problem(name, line, f"no page includes the section '{section}'", remedy)
            )
        text = script.with_suffix(".txt")
        if text.exists() and text.relative_to(root / "snippets").as_posix() not in included:
            output = text.relative_to(root).as_posix()
            remedy = f'show it below the code: `--8<-- "{short[:-3]}.txt"`'
            problems.append(Problem(output, 1, "no page shows this output", remedy))
        for figure in figure_names(root, script, run):
            if (root / "docs" / figure).resolve().as_posix() not in shown:
                remedy = f"show it with its alt text: `![…]({figure})`"
                line = line_of(code, "plt.show()")
                problems.append(Problem(name, line, f"no page shows its figure {figure}", remedy))
    return problems
