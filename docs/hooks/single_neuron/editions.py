"""The article's other editions: a notebook, a program a chapter, and plain Markdown of each page.

All are made from the pages and snippets during the build, and become files of the site.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import urljoin

from . import notebook
from .pages import Page, relative, resolve
from .plain import Writer
from .reading import Project


@dataclass(frozen=True)
class Address:
    """Where pages stand: `home` is the site's address, `flat` says line.html for line/."""

    home: str
    flat: bool

    def place(self, uri: str) -> str:
        """A page's file in the site."""
        name = uri.removesuffix(".md")
        index = posixpath.basename(name) == "index"
        return f"{name}.html" if self.flat or index else f"{name}/index.html"

    def whole(self, target: str) -> str:
        """The whole address of a file below `docs/`, or of a place on a page."""
        path, mark, anchor = target.partition("#")
        if path.endswith(".md"):
            path = self.place(path).removesuffix("index.html")
        return urljoin(self.home, path) + mark + anchor


def program(uri: str) -> str:
    """The name of a chapter's program."""
    return f"chapters/{uri.removesuffix('.md')}.py"


def markdown(uri: str) -> str:
    """The name of a page's Markdown among the sources: with .md alone it would be a page."""
    return f"{uri}.txt"


def beside(page: str) -> str:
    """Where a page's Markdown stands in the site, beside its HTML."""
    return f"{page.removesuffix('.html')}.md"


def make(project: Project, address: Address, about: str) -> dict[str, str]:
    """All editions by name; `about` begins llms.txt: what the site is."""
    made = {}
    for uri, page in project.pages.items():
        made[markdown(uri)] = _markdown(project, page, address)
        code = _program(project, page)
        if code and page.meta.get("notebook", True):
            made[program(uri)] = code
    made["llms.txt"] = "\n".join([about, *_index(project, address)]).strip() + "\n"
    if notebook.article(project):
        made[notebook.NAME] = notebook.make(project, address.whole)
    return made


def _markdown(project: Project, page: Page, address: Address) -> str:
    """A page with its code and outputs filled in; links lead to the Markdown of other pages."""

    def link(target: str) -> str:
        path, anchor = resolve(page.uri, target)
        if not path:
            return target
        goal = beside(address.place(path)) if path in project.pages else path
        return relative(goal, address.place(page.uri)) + (f"#{anchor}" if anchor else "")

    return "\n\n".join(block.text for block in Writer(project, page, link).blocks()) + "\n"


def _program(project: Project, page: Page) -> str:
    """All code of a chapter as one program, in reading order, if it has any."""
    about = f'"""{page.title}: all code of the chapter, in reading order."""\n'
    parts = [
        f"# %% {include}\n" + project.part(include).strip("\n") + "\n"
        for include in page.includes
        if include.path.endswith(".py")
    ]
    return "\n\n".join([about, *parts]) if parts else ""


def _index(project: Project, address: Address) -> Iterator[str]:
    """The Markdown of every page, by sections; last those that the navigation does not list."""
    listed = [(entry.section, page) for entry, page in project.listed]
    known = {page.uri for _, page in listed}
    listed += [("", page) for uri, page in project.pages.items() if uri not in known]
    for number, (section, pages) in enumerate(groupby(listed, lambda pair: pair[0])):
        yield f"\n## {section or ('Other pages' if number else 'Start')}\n"
        for _, page in pages:
            about = f": {page.meta['description']}" if page.meta.get("description") else ""
            yield f"- [{page.title}]({address.home}{beside(address.place(page.uri))}){about}"
