"""What holds between pages, snippets, outputs and figures; functions return what does not."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from . import diet, markup, outputs, tex
from .pages import Address, Include, Page, resolve
from .problems import Problem, line_of
from .reading import Project, matches, sections, unreadable
from .running import TIME_LIMIT, Run, imported

_AS_INCLUDE = 'as `--8<-- "page/name.py"` or `--8<-- "page/name.py:section"`'
_CAPTION = "write one below it: a line `/// caption`, its text, a line `///`"
_INCLUDE = re.compile(r"^[ \t]*-+8<-.*$", re.M)
_BEFORE = re.compile(r"(?:^|\n[ \t>]*)\n[ \t>]*\Z|(?:^|\n)[ \t>]*(?:[-*+:]|\d+[.)])[ \t]+\Z")
_AFTER = re.compile(r"[ \t]*(?:\n[ \t>]*)?(?:\n|$)")

Found = Iterator[tuple[int, str, str]]  # line, cause and remedy of each problem of a page


def figure_names(root: Path, script: Path, run: Run) -> list[str]:
    """The file names of a run's figures below `docs/`: the script's own, then numbered."""
    name = script.relative_to(root / "snippets").with_suffix("").as_posix()
    return [f"figures/{name}{f'-{n}' if n > 1 else ''}.svg" for n in range(1, len(run.figures) + 1)]


def check_runs(project: Project, runs: Mapping[Path, Run]) -> Iterator[Problem]:
    """Every script ran well and printed what is published beside it."""
    for script, run in runs.items():
        name = script.relative_to(project.root).as_posix()
        beside = f"{name[:-3]}.txt"
        text = project.snippet(beside.removeprefix("snippets/"))
        if run.failure:
            remedy = f"run `python {name}` and mend what it reports"
            yield Problem(name, run.line, run.failure, remedy)
        elif not outputs.agrees(run.stdout, text):
            line = outputs.first_difference(run.stdout, text)
            cause = f"the run of {name} does not print what is published\n"
            cause += outputs.difference(run.stdout, text, beside)
            remedy = f"mend {name} or, if the new output is right, record it: "
            yield Problem(beside, line, cause, f"{remedy}`python docs/hooks/record.py`")
    for text in sorted((project.root / "snippets").rglob("*.txt")):
        if text.with_suffix(".py") not in runs:
            name = text.relative_to(project.root).as_posix()
            remedy = "add the script or delete the file"
            yield Problem(name, 1, "no script prints this output", remedy)


def check_links(
    project: Project, files: Collection[str], config: Mapping[str, object]
) -> Iterator[Problem]:
    """Every link leads to a page, to a place on one, or to a file; `files` are those made.

    Every page is listed in the navigation, unless a setting of mkdocs.yml says otherwise.
    """
    docs, pages, place = project.root / "docs", project.pages, Address("", False).place
    places = Counter(map(place, pages))

    def missing(path: str) -> bool:
        if path in pages or path in files:
            return False
        return not (docs / path).is_file() or matches(config.get("exclude_docs"), path)

    for page in pages.values():
        targets = [(link.line, link.target, link.path, link.anchor) for link in page.links]
        targets += [(it.line, it.target, it.target, "") for it in page.images if it.target]
        for line, target, path, anchor in targets:
            remedy, cause = "correct the link, or add what it points to", ""
            if not target:
                cause = "a link leads nowhere"
            elif target.startswith("/"):
                cause = f"the link '{target}' is absolute, and the site may stand anywhere"
            elif path and missing(path):
                cause = f"a link leads to '{target}', and there is no such file"
                if path.startswith("figures/"):
                    remedy = "name a figure that a snippet shows, by `plt.show()`: "
                    remedy += "figures/page/name.svg is page/name.py's first"
            elif path in pages and anchor and anchor not in pages[path].anchors:
                cause = f"a link leads to '{target}', and docs/{path} has no place of that name"
            if cause:
                yield Problem(f"docs/{page.uri}", line, cause, remedy)
        if places[place(page.uri)] > 1:
            cause = "this page and another one would be the same file of the site"
            yield Problem(f"docs/{page.uri}", 1, cause, "rename one of them")
    listed = {entry.uri for entry in project.nav}
    for uri in filter(missing, sorted(uri for uri in listed if resolve("", uri)[0])):
        cause = f"the navigation lists '{uri}', and there is no such page"
        yield _setting(project, uri, cause, "write it, or leave it out")
    for uri in sorted({*pages} - listed) if listed else ():
        if (docs / uri).is_file() and not matches(config.get("not_in_nav"), uri):
            cause = "the navigation does not show this page"
            yield Problem(f"docs/{uri}", 1, cause, "add it to `nav` in mkdocs.yml")


def check_equations(project: Project) -> Iterator[Problem]:
    """MathJax can typeset every equation of every page."""
    for page in project.pages.values():
        for place, reason in tex.typeset(page.tex).errors:
            cause = f"MathJax cannot typeset the equation `{page.tex[place][0]}`: {reason}"
            remedy = "correct the TeX, or define what it uses"
            yield Problem(f"docs/{page.uri}", page.equations[place].line, cause, remedy)


def check_settings(project: Project, config: Mapping[str, object]) -> Iterator[Problem]:
    """What mkdocs.yml names is there: a time limit, scripts, and style sheets that are such."""
    if not time_limit(config):
        cause = "`time_limit` is no number of seconds"
        yield _setting(project, "time_limit", cause, "write one above 0")
    for title in (entry.title for entry in project.nav if not isinstance(entry.title, str)):
        cause = f"the navigation calls a page {title}, which is no text"
        yield _setting(project, f"{title}:", cause, "put it in quotes")
    scripts = config.get("extra_javascript") or ()
    named = [("extra_javascript", it if isinstance(it, str) else it["path"]) for it in scripts]
    named += [("extra_css", str(it)) for it in config.get("extra_css") or ()]
    for setting, name in named:
        try:
            text = project.text(project.root / "docs" / name)
            yield from diet.check(f"docs/{name}", text) if setting == "extra_css" else ()
        except FileNotFoundError:
            cause = f"`{setting}` names {name}, which is not there"
            remedy = "correct the name, or write the file below docs/"
            yield _setting(project, name, cause, remedy)
        except (OSError, UnicodeDecodeError) as error:
            yield unreadable(f"docs/{name}", error)


def time_limit(config: Mapping[str, object]) -> float:
    """The seconds that a script may run, as mkdocs.yml has them; 0 if they are not."""
    limit = (config.get("extra") or {}).get("time_limit", TIME_LIMIT)
    return max(0.0, limit) if isinstance(limit, int | float) else 0.0


def _setting(project: Project, word: str, cause: str, remedy: str) -> Problem:
    """What is wrong with a word in mkdocs.yml."""
    settings = (project.root / "mkdocs.yml").read_text(encoding="utf-8")
    return Problem("mkdocs.yml", line_of(settings, word), cause, remedy)


def check_pages(project: Project) -> Iterator[Problem]:
    """Every page has what it needs, and nothing that another edition could not carry."""
    for page in project.pages.values():
        for check in (_check_code, _check_images, _check_equations, markup.check):
            for line, cause, remedy in check(project, page):
                yield Problem(f"docs/{page.uri}", line, cause, remedy)


def _check_code(project: Project, page: Page) -> Found:
    """Code is included, as a whole block, from where it is run."""
    known = {include.line for include in page.includes}
    if page.includes and page.name in {*sys.stdlib_module_names, "matplotlib", "numpy"}:
        cause = f"the program of this page would be {page.name}.py, and hide Python's module"
        yield 1, cause, "give the page another name"
    for include in _INCLUDE.finditer(page.text):
        line = page.line(include.start())
        if line not in known:
            cause = f"'{include[0].strip()}' is not how includes are written"
            yield line, cause, f"write it alone in its block, {_AS_INCLUDE}"
    for fence in page.fences:
        if fence.include:
            yield from _check_include(project, fence.include)
        elif fence.language in ("python", "py", "python3", "pycon"):
            remedy = "move it to a file in snippets/ and include that, alone in its block, "
            yield fence.line, "Python is typed into the page", remedy + _AS_INCLUDE


def _check_include(project: Project, include: Include) -> Found:
    folder = project.root / "snippets"
    path, marked = folder / include.path, sections(project.snippet(include.path))
    if not path.is_file() or include.path.startswith("/") or ".." in Path(include.path).parts:
        beside = sorted(path.parent.glob(f"*{path.suffix}"))
        near = ", ".join(each.relative_to(folder).as_posix() for each in beside)
        cause = f"the include names snippets/{include.path}, which does not exist"
        yield include.line, cause, f"there are: {near}" if near else "name a file below snippets/"
    elif include.section and include.section not in marked:
        cause = f"snippets/{include.path} has no section '{include.section}'"
        yield include.line, cause, f"its sections are: {', '.join(marked) or 'none'}"


def _check_images(project: Project, page: Page) -> Found:
    """Images have words, figures a caption, and what moves has a script."""
    for image in page.images:
        if not image.target:
            yield image.line, "the image does not stand on this site", "put its file below docs/"
        if not image.alt.strip():
            remedy = f"say in words what it shows: `![…]({image.target})`"
            yield image.line, f"{image.target} has no alt text", remedy
        if image.target.startswith("figures/") and not image.caption:
            yield image.line, f"{image.target} has no caption", _CAPTION
        view = f"docs/javascripts/figures/{image.play}.js"
        if image.play and not (project.root / view).is_file():
            cause = f'no script makes a figure move that is marked data-play="{image.play}"'
            yield image.line, cause, f"write {view}, or correct the name"


def _check_equations(_: Project, page: Page) -> Found:
    """Equations stand in a line of text, or alone between two dollars, and in no heading."""
    headings = {heading.line: heading.text for heading in page.headings}
    lines = page.text.split("\n")
    for each in page.equations:
        if each.line in headings:
            cause = f"the heading '{lines[each.line - 1]}' holds an equation, which no list of "
            remedy = "write it with plain characters: z = w·x + b"
            yield each.line, f"{cause}contents shows", remedy
        before, after = page.text[: each.left], page.text[each.right :]
        if each.left == each.right:
            cause = f"the place of the equation `{each.tex}` is not found"
            yield each.line, cause, "write it in one paragraph, and only there"
        elif each.display and not (_BEFORE.search(before) and _AFTER.match(after)):
            cause = "an equation between `$$` stands in a line with other words"
            yield each.line, cause, "leave an empty line above and below it, or write `$`"


def check_left_out(project: Project, runs: Mapping[Path, Run]) -> Iterator[Problem]:
    """Nothing that was made is left out; a module that other snippets import counts as shown."""
    pages, snippets = project.pages.values(), project.root / "snippets"
    included = {(include.path, include.section) for page in pages for include in page.includes}
    shown = {path for path, _ in included} | {it.target for page in pages for it in page.images}
    for script, run in runs.items():
        short = script.relative_to(snippets).as_posix()
        name, code, text = f"snippets/{short}", project.snippet(short), f"{short[:-3]}.txt"
        if short not in shown:
            beside = (it.relative_to(snippets) for it in runs if it.parent == script.parent)
            codes = (project.snippet(it.as_posix()) for it in beside)
            if any(script.stem in imported(it) for it in codes):
                continue
            remedy = f'include it: `--8<-- "{short}"`, or delete it'
            yield Problem(name, 1, "no page includes this snippet", remedy)
        elif (short, None) not in included:
            for section in (it for it in sections(code) if (short, it) not in included):
                line = line_of(code, f"[start:{section}]")
                remedy = f'include it: `--8<-- "{short}:{section}"`, or remove its markers'
                yield Problem(name, line, f"no page includes the section '{section}'", remedy)
        if (snippets / text).exists() and text not in shown:
            remedy = f'show it below the code: `--8<-- "{text}"`'
            yield Problem(f"snippets/{text}", 1, "no page shows this output", remedy)
        for figure in figure_names(project.root, script, run):
            if figure not in shown:
                remedy = f"show it with its alt text: `![…]({figure})`"
                line = line_of(code, "plt.show()")
                yield Problem(name, line, f"no page shows its figure {figure}", remedy)
