"""The whole article as a notebook, made from the pages and snippets that the site is made from."""

from __future__ import annotations

import re
from collections.abc import Callable

import nbformat
from nbformat import NotebookNode, v4

from .pages import Page
from .plain import Style, blocks
from .reading import Project

NAME = "notebook.ipynb"

_ABOUT = """This is the [whole article]({site}) as a notebook: its text, its equations, and all of
its code, in reading order. It needs Python with NumPy and Matplotlib, and runs from top to bottom.
The file comes without outputs: every number and every figure in it will be your own."""


def article(project: Project) -> list[Page]:
    """The pages of the notebook: all that the navigation lists, in its order.

    A page that only makes sense on the site says `notebook: false` in its front matter.
    """
    listed = [project.pages[entry.uri] for entry in project.nav if entry.uri in project.pages]
    return [page for page in listed if page.meta.get("notebook", True)]


def make(project: Project, address: Callable[[str], str]) -> str:
    """The notebook as a file: the same pages give the same bytes, and nothing was run yet.

    `address` gives the whole address of a file below `docs/`, for links out of the notebook.
    """
    pages = article(project)
    cells = [cell for page in pages for cell in _chapter(project, pages, page, address)]
    return dumps(cells)


def dumps(cells: list[NotebookNode]) -> str:
    """The cells as a file."""
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    metadata = {"kernelspec": kernel, "language_info": {"name": "python"}}
    return nbformat.writes(v4.new_notebook(cells=cells, metadata=metadata)) + "\n"


def anchor(uri: str, fragment: str = "") -> str:
    """The name, in the notebook, of a page or of a place on it."""
    chapter = re.sub(r"\W+", "-", uri.removesuffix(".md"))
    return f"{chapter}-{fragment}" if fragment else chapter


def _chapter(
    project: Project, pages: list[Page], page: Page, address: Callable[[str], str]
) -> list[NotebookNode]:
    """The cells of one page: text gathers in a cell until a heading or code comes.

    The first page gives the notebook its title; the headings of all others stand one level lower.
    Figures come from the code that draws them, outputs from running it.
    """
    first = page is pages[0]
    links = {link.target: link for link in page.links}
    inside = {one.uri for one in pages}
    headings = iter(page.headings)
    cells: list[NotebookNode] = []
    gathered: list[str] = []

    def link(target: str) -> str:
        to = links.get(target)
        if to is None or not to.path:
            return target
        return f"#{anchor(to.path, to.anchor)}" if to.path in inside else address(to.path)

    def close() -> None:
        if gathered:
            name = f"{anchor(page.uri)}-{len(cells) + 1}"
            cells.append(v4.new_markdown_cell("\n\n".join(gathered), id=name))
            gathered.clear()

    for block in blocks(project, page, Style(link, lambda name: anchor(page.uri, name), False)):
        include = block.fence and block.fence.include
        if include and include.path.endswith(".py"):
            close()
            name = re.sub(r"\W+", "-", f"{include.path[:-3]}-{include.section or ''}").strip("-")
            cells.append(v4.new_code_cell(project.part(include).strip("\n"), id=name))
        elif block.kind == "heading":
            close()
            heading = next(headings)
            place = anchor(page.uri, "" if heading.level == 1 else heading.anchor)
            marks = "#" * min(6, heading.level + (not first))
            gathered += [f'<a id="{place}"></a>', f"{marks} {block.text.lstrip('# ')}"]
            if heading.level == 1:
                site = address(page.uri)
                more = f"[The chapter on the site]({site})"
                gathered.append(_ABOUT.format(site=site) if first else more)
        elif block.kind != "image" and not include:
            gathered.append(block.text)
    close()
    return cells
