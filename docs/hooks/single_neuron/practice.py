"""What is made of the exercises: their part of the page, the downloads, the notebook."""

from __future__ import annotations

import functools
import os
import re
import textwrap
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import nbformat
from click import unstyle
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_markdown_cell

from . import exercise as exercises
from .exercise import Exercise, Practice
from .notebook import dumps
from .parsing import parse
from .problems import Problem
from .reading import Project
from .running import TIME_LIMIT
from .speech import plain

PAGE, BLANK, SOLVED = "practice.md", "practice.ipynb", "solved.ipynb"

_MARK = re.compile(r"^<!-- exercise: (?P<name>\w+) -->$", re.M)
_FOLDED = {"jupyter": {"source_hidden": True}, "cellView": "form"}  # in Jupyter and in Colab
ABOUT_SOLVED = {
    "title": "Practice, solved",
    "description": "Every task of the practice with a solution, run while the site was built.",
    "search": {"exclude": True},  # it would find every task twice
}
_SAYS = "What the check says to it, and to the usual slips:"
_ABOUT = "# Practice\n\nRun the next cell first, then write: each task has its check below it."
_RAN = "# Practice, solved\n\nEvery task with a solution, run from top to bottom."


def of(project: Project, limit: float = TIME_LIMIT) -> Practice:
    """The exercises that the page of the practice lists; none without such a page.

    To be read, each may run for `limit` seconds.
    """
    if PAGE not in project.pages:
        return Practice("", ())
    scripts = [path for path in project.scripts if path.parent.name == "practice"]
    texts = tuple((path.stem, project.snippet(f"practice/{path.name}")) for path in scripts)
    return _read(texts, tuple(listed(project.pages[PAGE].text)), limit)


@functools.lru_cache(maxsize=4)  # while serving: each exercise is run to be read
def _read(texts: tuple[tuple[str, str], ...], names: tuple[str, ...], limit: float) -> Practice:
    return exercises.read(dict(texts), names, limit)


@functools.lru_cache(maxsize=1)  # while serving: until an exercise changes
def files(practice: Practice, address: Callable[[str], str]) -> dict[str, str]:
    """Everything to download, by name: a file for each exercise, both notebooks.

    `address` gives the whole address of a place, as linked to from the top of docs/.
    """
    if not practice.exercises:
        return {}
    made = {
        f"exercises/{each.name}.py": download(practice, each, address(PAGE))
        for each in practice.exercises
    }
    made[BLANK] = notebook(practice, False, address)
    return made | {SOLVED: notebook(practice, True, address)}


def clean_kernel(folder: Path) -> None:
    """Let kernels start with settings of their own, in `folder`, not with those of the machine."""
    profile = folder / "profile_default"
    profile.mkdir(parents=True, exist_ok=True)
    quiet = '{"IPKernelApp": {"log_level": 40}}'
    (profile / "ipython_kernel_config.json").write_text(quiet, encoding="utf-8")
    os.environ["IPYTHONDIR"] = os.environ["JUPYTER_CONFIG_DIR"] = str(folder)


@functools.lru_cache(maxsize=1)  # while serving: until an exercise changes
def solve(notebook: str) -> Future[str | Problem]:
    """The notebook with what its cells print, or why not; it runs while the pages are rendered."""

    def run() -> str | Problem:
        made = nbformat.reads(notebook, as_version=4)
        try:
            # The same bytes each time: without dates, and however the output was cut on its way.
            same = {"record_timing": False, "coalesce_streams": True}
            NotebookClient(made, timeout=TIME_LIMIT, **same).execute()
        except Exception as error:  # whatever stands between a kernel and the end of its cells
            *_, said = unstyle(str(error)).strip().splitlines() or [type(error).__name__]
            cause = f"the solved notebook does not run: {said}"
            return Problem(f"docs/{PAGE}", 1, cause, "mend that; is `ipykernel` installed?")
        return nbformat.writes(made) + "\n"

    return ThreadPoolExecutor(1).submit(run)


def listed(text: str) -> list[str]:
    """The exercises of a page in their order: their names, from its marks."""
    return [mark["name"] for mark in _MARK.finditer(text)]


def fill(text: str, practice: Practice, downloads: str = "exercises") -> str:
    """The page with each exercise in the place of its mark; what could not be read is left out."""
    known = {each.name: each for each in practice.exercises}

    def part(mark: re.Match[str]) -> str:
        return page(known[mark["name"]], downloads) if mark["name"] in known else ""

    return _MARK.sub(part, text)


def page(exercise: Exercise, downloads: str = "exercises") -> str:
    """Its part of the page: the task, hints that open one in the other, a folded solution."""
    hints = ""
    for number, hint in reversed([*enumerate(exercise.hints, 1)]):
        hints = _box(f'question "Hint {number}"', f"{hint}\n\n{hints}")
    solution = _include(exercise, ".py:solution")
    says = f"{_SAYS}\n\n{_include(exercise, '.txt')}"
    parts = (
        f'### {exercise.title} {{ #{exercise.place} data-exercise="{exercise.name}" }}',
        exercise.task,
        f"Given:\n\n{_include(exercise, '.py:given')}" if exercise.given else "",
        f"```python\n{exercise.blank}\n```",
        f"[{exercise.name}.py]({downloads}/{exercise.name}.py){{ .download download }} "
        f"[The chapter behind it]({exercise.see})",
        hints,
        _box('example "A solution, and why"', f"{solution}\n\n{exercise.why}\n\n{says}"),
    )
    return "\n\n".join(part.rstrip() for part in parts if part) + "\n"


def download(practice: Practice, exercise: Exercise, address: str) -> str:
    """The file to work in: the task, what it needs, the blank, and its check.

    `address` is that of the page with the exercises, where the hints stand.
    """
    earlier = [each.code for each in practice.exercises if each.name in exercise.needs]
    parts = (
        f'"""{exercise.title}.\n\n{exercise.task}\n\n'
        f"Run this file to check it: python {exercise.name}.py\n"
        f'Hints and a solution: {address}#{exercise.place}\n"""\n\nimport numpy as np',
        *(["# From the exercises before: ours, or put yours in their place."] if earlier else []),
        *earlier,
        exercise.given,
        f"# Yours to write.\n\n\n{exercise.blank}",
        f"# From here on it is the check: nothing to write.\n\n{practice.checker}",
        f'KNOWN = {{\n{exercise.known}\n}}\n\ncheck({exercise.name}, KNOWN["{exercise.name}"])',
    )
    return "\n\n\n".join(part for part in parts if part) + "\n"


def notebook(practice: Practice, solved: bool, address: Callable[[str], str]) -> str:
    """The notebook with all exercises, blank or solved, as a file; nothing in it was run yet.

    `address` gives the whole address of a place, as linked to from the top of docs/.
    """
    known = "\n".join(each.known for each in practice.exercises)
    check = f"# @title The check: run this cell first\n{practice.checker}\n\n\n"
    check += f"KNOWN = {{\n{known}\n}}"
    cells = [new_markdown_cell(_RAN if solved else _ABOUT, id="practice")]
    cells.append(new_code_cell(check, id="check", metadata=_FOLDED))
    for number, each in enumerate(practice.exercises, 1):
        task = _spoken(each.task) if solved else each.task
        text = f"## {number}. {each.title}\n\n{task}\n\n"
        text += f"[The chapter behind it]({address(each.see)})"
        hints = ""
        for count, hint in reversed([*enumerate(each.hints, 1)]):
            hints = f"\n\n<details><summary>Hint {count}</summary>\n\n{hint}{hints}\n\n</details>"
        cells.append(new_markdown_cell(text + ("" if solved else hints), id=each.place))
        code = {"given": each.given, "code": each.solution if solved else each.blank}
        code |= {"check": f'check({each.name}, KNOWN["{each.name}"])', "show": each.show}
        cells += [new_code_cell(code[k], id=f"{each.place}-{k}") for k in code if code[k]]
        if solved:
            cells.append(new_markdown_cell(_spoken(each.why), id=f"{each.place}-why"))
    return dumps(cells)


def _spoken(text: str) -> str:
    """The text with its equations in plain characters: the notebook's page typesets none."""
    for equation in reversed(parse("", text).equations):
        text = f"{text[: equation.start - 1]}{plain(equation.tex)}{text[equation.end + 1 :]}"
    return text


def _include(exercise: Exercise, part: str) -> str:
    language = "text" if part == ".txt" else "python"
    return f'```{language}\n--8<-- "practice/{exercise.name}{part}"\n```'


def _box(title: str, text: str) -> str:
    """Something to open, in Markdown."""
    return f"??? {title}\n\n" + textwrap.indent(text.rstrip() + "\n", "    ")
