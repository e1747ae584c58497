"""The article's other editions: a notebook, a program a chapter, and plain Markdown of each page.

All are made from the pages and snippets during the build, and become files of the site.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import quote, urljoin

from . import chapter, notebook
from .pages import relative, resolve
from .plain import Writer
from .reading import Project


@dataclass(frozen=True)
class Address:
    """Where pages stand: `home` is the site's address, `flat` says line.html for line/."""

    home: str
    flat: bool

    def place(self, uri: str) -> str:
        """A page's file in the site."""
        folder, name = posixpath.split(uri.removesuffix(".md"))
        index = name in ("index", "README")
        name = "index.html" if index else f"{name}.html" if self.flat else f"{name}/index.html"
        return posixpath.join(folder, name)

    def whole(self, target: str) -> str:
        """The whole address of a file below `docs/`, or of a place on a page."""
        path, mark, anchor = target.partition("#")
        if path.endswith(".md"):
            folder, name = posixpath.split(self.place(path))
            path = posixpath.join(folder, "" if name == "index.html" else name)
        return urljoin(self.home, quote(path)) + mark + anchor


def program(uri: str) -> str:
    """The name of a chapter's program."""
    return f"chapters/{uri.removesuffix('.md')}.py"


def markdown(uri: str) -> str:
    """The name of a page's Markdown among the sources: with .md alone it would be a page."""
    return f"{uri}.txt"


def beside(page: str) -> str:
    """Where a page's Markdown stands in the site, beside its HTML."""
    return f"{page.removesuffix('.html')}.md"


def make(project: Project, address: Address, about: str, kept: dict[str, tuple]) -> dict[str, str]:
    """All editions by name; `about` begins llms.txt: what the site is.

    What was made of a page, and of what, is kept in `kept`: while serving, it is not made again.
    """
    article, pages = notebook.article(project), project.pages
    linked = {link.anchor for page in pages.values() for link in page.links}
    shared = address, [*pages], [page.uri for page in article], project.scripts, linked
    for uri, page in pages.items():
        reads = page.text, [project.snippet(one.path) for one in page.includes], shared
        if kept.get(uri, ((),))[0] != reads:
            kept[uri] = reads, {markdown(uri): _Beside(project, page, address).text()}, []
            _, files, cells = kept[uri]
            code = chapter.program(project, page) if page.meta.get("notebook", True) else ""
            files |= {program(uri): code} if code else {}
            cells += notebook.cells(project, page, address.whole) if page in article else []
    made = {name: text for uri in pages for name, text in kept[uri][1].items()}
    made["llms.txt"] = "\n".join([about, *_index(project, address)]).strip() + "\n"
    if article:
        made[notebook.NAME] = notebook.make(it for page in article for it in kept[page.uri][2])
    return made


@dataclass
class _Beside(Writer):
    """Writes the Markdown beside a page; links lead to that of other pages."""

    address: Address

    def link(self, target: str) -> str:
        path, anchor = resolve(self.page.uri, target)
        if not path:
            return target
        place = self.address.place
        goal = beside(place(path)) if path in self.project.pages else path
        found = quote(relative(goal, place(self.page.uri)), safe="/%")
        return f"{found}#{anchor}" if anchor else found


def _index(project: Project, address: Address) -> Iterator[str]:
    """The Markdown of every page, by sections; last those that the navigation does not list."""
    listed = [(entry.section, page) for entry, page in project.listed]
    known = {page.uri for _, page in listed}
    listed += [("", page) for uri, page in project.pages.items() if uri not in known]
    for number, (section, pages) in enumerate(groupby(listed, lambda pair: pair[0])):
        yield f"\n## {section or ('Other pages' if number else 'Start')}\n"
        for _, page in pages:
            about = f": {page.meta['description']}" if page.meta.get("description") else ""
            yield f"- [{page.title}]({address.home}{quote(beside(address.place(page.uri)))}){about}"
