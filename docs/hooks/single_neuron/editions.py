"""The article's other editions: a notebook, a program a chapter, and plain Markdown of each page.

All are made from the pages and snippets during the build, and become files of the site.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from . import notebook, plain
from .pages import Page
from .reading import Project

Where = Callable[[str], str]


@dataclass(frozen=True)
class Made:
    """A file that the build adds: its text, or a path to copy it from.

    `place` is where it stands in the site, if not where its name says.
    """

    content: str | Path
    place: str = ""


def program(uri: str) -> str:
    """The name of a chapter's program."""
    return f"chapters/{uri.removesuffix('.md')}.py"


def markdown(uri: str) -> str:
    """The name of a page's Markdown among the sources: with .md alone it would be a page."""
    return f"{uri}.txt"


def make(project: Project, place: Where, address: Where, about: str) -> dict[str, Made]:
    """All editions by name; `place` says where a page stands in the site, `address` its address.

    `about` begins llms.txt: what the site is.
    """
    made = {}
    for uri, page in project.pages.items():
        content = plain.edition(project, page, _to_markdown(project, page, place))
        made[markdown(uri)] = Made(content, _beside(place(uri)))
        code = _program(project, page)
        if code and page.meta.get("notebook", True):
            made[program(uri)] = Made(code)
    made["llms.txt"] = Made(_index(project, place, address, about))
    if notebook.article(project):
        made[notebook.NAME] = Made(notebook.make(project, address))
    return made


def _to_markdown(project: Project, page: Page, place: Where) -> plain.Rename:
    """How links of a page's Markdown are written: to the Markdown of other pages, and to files."""
    links = {link.target: (link.path, link.anchor) for link in page.links}
    here = posixpath.dirname(place(page.uri))

    def link(target: str) -> str:
        path, anchor = links.get(target, ("", ""))
        if target not in links:  # an image
            path = posixpath.normpath(posixpath.join(posixpath.dirname(page.uri), target))
        if not path:
            return target
        goal = _beside(place(path)) if path in project.pages else path
        return posixpath.relpath(goal, here or ".") + (f"#{anchor}" if anchor else "")

    return link


def _beside(page: str) -> str:
    """Where a page's Markdown stands, beside its HTML."""
    return f"{page.removesuffix('.html')}.md"


def _program(project: Project, page: Page) -> str:
    """All code of a chapter as one program, in reading order, if it has any."""
    parts = []
    for include in page.includes:
        if include.path.endswith(".py"):
            name = f"{include.path}:{include.section}" if include.section else include.path
            parts.append(f"# %% {name}\n" + project.part(include).strip("\n") + "\n")
    about = f'"""{page.title}: all code of the chapter, in reading order."""\n'
    return "\n\n".join([about, *parts]) if parts else ""


def _index(project: Project, place: Where, address: Where, about: str) -> str:
    """llms.txt: what the site is, and the Markdown of every page."""
    listed = [(entry.section, entry.uri) for entry in project.nav if entry.uri in project.pages]
    names = {uri for _, uri in listed}
    listed += [("", uri) for uri in project.pages if uri not in names]
    lines, last = [about], None
    for section, uri in listed:
        if section != last:
            lines.append(f"\n## {section or ('Other pages' if last else 'Start')}\n")
            last = section
        page = project.pages[uri]
        description = page.meta.get("description")
        site = address("index.md").removesuffix(place("index.md"))
        lines.append(
            f"- [{page.title}]({site}{_beside(place(uri))})"
            + (f": {description}" if description else "")
        )
    return "\n".join(lines).strip() + "\n"


