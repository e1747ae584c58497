"""The article's other editions: a notebook, a program a chapter, and plain Markdown of each page.

All are made from the pages and snippets during the build, and become files of the site.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from urllib.parse import quote

from . import chapter, notebook
from .pages import Address, beside
from .plain import Writer
from .reading import Project


def program(uri: str) -> str:
    """The name of a chapter's program."""
    return f"chapters/{uri.removesuffix('.md')}.py"


def markdown(uri: str) -> str:
    """The name of a page's Markdown among the sources: with .md alone it would be a page."""
    return f"{uri}.txt"


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
            kept[uri] = reads, {markdown(uri): Writer(project, page, address).text()}, []
            _, files, cells = kept[uri]
            code = chapter.program(project, page) if page.meta.get("notebook", True) else ""
            files |= {program(uri): code} if code else {}
            cells += notebook.cells(project, page, address) if page in article else []
    made = {name: text for uri in pages for name, text in kept[uri][1].items()}
    made["llms.txt"] = "\n".join([about, *_index(project, address)]).strip() + "\n"
    if article:
        made[notebook.NAME] = notebook.make(it for page in article for it in kept[page.uri][2])
    return made


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
