"""The whole article as a notebook, made from the pages and snippets that the site is made from."""

from __future__ import annotations

import re
from collections.abc import Callable

import nbformat
from nbformat import NotebookNode, v4

from .pages import Heading, Page, resolve
from .plain import Writer
from .reading import Project

NAME = "notebook.ipynb"

_ABOUT = """This is the [whole article]({site}) as a notebook: its text, its equations, and all of
its code, in reading order. It needs Python with NumPy and Matplotlib, and runs from top to bottom.
The file comes without outputs: every number and every figure in it will be your own."""


def article(project: Project) -> list[Page]:
    """The pages of the notebook: all that the navigation lists, in its order.

    A page that only makes sense on the site says `notebook: false` in its front matter.
    """
    return [page for _, page in project.listed if page.meta.get("notebook", True)]


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
    first, inside = page is pages[0], {one.uri for one in pages}
    headings = iter(page.headings)
    cells: list[NotebookNode] = []

    def link(target: str) -> str:
        path, place = resolve(page.uri, target)
        return f"#{anchor(path, place)}" if path in inside else address(path) if path else target

    for block in Writer(project, page, link, lambda name: anchor(page.uri, name), False).blocks():
        include = block.fence and block.fence.include
        if include and include.path.endswith(".py"):
            name = re.sub(r"\W+", "-", f"{include.path[:-3]}-{include.section or ''}").strip("-")
            cells.append(v4.new_code_cell(project.part(include).strip("\n"), id=name))
        elif block.kind != "image" and not include:
            text = block.text
            if block.kind == "heading":
                text = _heading(next(headings), text, page, address, first=first)
            if block.kind == "heading" or not cells or cells[-1].cell_type == "code":
                cells.append(v4.new_markdown_cell(id=f"{anchor(page.uri)}-{len(cells) + 1}"))
            cells[-1].source += f"\n\n{text}" if cells[-1].source else text
    return cells


def _heading(
    heading: Heading, text: str, page: Page, address: Callable[[str], str], *, first: bool
) -> str:
    title = heading.level == 1
    place = anchor(page.uri, "" if title else heading.anchor)
    marks = "#" * min(6, heading.level + (not first))
    text = f'<a id="{place}"></a>\n\n{marks} {text.lstrip("# ")}'
    about = _ABOUT if first else "[The chapter on the site]({site})"
    return f"{text}\n\n{about.format(site=address(page.uri))}" if title else text
