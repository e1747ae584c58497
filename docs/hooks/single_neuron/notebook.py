"""The whole article as a notebook, made from the pages and snippets that the site is made from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import nbformat
from mdformat.renderer import RenderContext, RenderTreeNode
from nbformat import NotebookNode, v4

from .chapter import parts
from .pages import Address, Page, resolve
from .plain import Writer
from .reading import Project
from .tex import LABEL, REFERENCE

NAME = "notebook.ipynb"

_ABOUT = """This is the [whole article]({site}) as a notebook: its text, its equations, and all of
its code, in reading order. It needs Python with NumPy and Matplotlib, and runs from top to bottom.
The file comes without outputs: every number and every figure in it will be your own."""


def article(project: Project) -> list[Page]:
    """The pages of the notebook: all that the navigation lists, in its order.

    A page that only makes sense on the site says `notebook: false` in its front matter.
    """
    return [page for _, page in project.listed if page.meta.get("notebook", True)]


def cells(project: Project, page: Page, address: Address) -> Iterator[NotebookNode]:
    """The cells that a page of the article becomes; nothing was run yet."""
    return _Chapter(project, page, address, article(project)).cells()


def make(cells: Iterable[NotebookNode]) -> str:
    """The notebook of the article as a file: the same cells give the same bytes."""
    cells = [*cells]
    for number, cell in enumerate(cells, start=1):
        cell.id = f"cell-{number}"
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


@dataclass
class _Chapter(Writer):
    """Writes the cells of one page. Figures come from the code that draws them.

    The first page gives the notebook its title; the headings of all others stand one level lower.
    """

    pages: list[Page]

    def __post_init__(self) -> None:
        super().__post_init__()
        self.code = {part.include: part for part in parts(self.project, self.page)}
        self.runs = {part.include.path[:-3] for part in self.code.values() if not part.alone}

    def cells(self) -> Iterator[NotebookNode]:
        """Text gathers in a cell until a heading or code comes; outputs are the reader's own."""
        gathered: list[str] = []
        for node, text in self._blocks(self.page.tree):
            part = self.code.get(node.meta["read"].include) if node.type == "fence" else None
            runs = part and part.code
            if gathered and (runs or node.type == "heading"):
                yield v4.new_markdown_cell("\n\n".join(gathered))
                gathered = []
            if runs:
                yield v4.new_code_cell(part.code)
            elif part or not self._ours(node):
                gathered.append(text)
            if part and part.alone:
                path = part.include.path
                script = f"[{path}]({self.address.whole(f'snippets/{path}')})"
                gathered.append(f"No cell, for it {part.alone}: run {script} by itself.")
        if gathered:
            yield v4.new_markdown_cell("\n\n".join(gathered))

    def _blocks(self, node: RenderTreeNode, mark: str = "") -> Iterator[tuple[RenderTreeNode, str]]:
        """Each block in order, with its text; boxes and lists that hold cells are opened."""
        for child in node.children:
            mark = f"{child.info}{child.markup} " if child.type == "list_item" else mark
            if child.type != "fence" and any(map(self._ours, child.walk())):
                yield from self._blocks(child, mark)
            elif text := child.render(self.context).replace("\n", "\n" + " " * len(mark)):
                yield child, mark + text
            mark = ""

    def _ours(self, node: RenderTreeNode) -> bool:
        """Whether it is code that is run in the notebook, or was printed by that."""
        include = node.meta["read"].include if node.type == "fence" else None
        script, _, ending = include.path.rpartition(".") if include else ("", "", "")
        return ending in ("py", "txt") and script in self.runs

    def link(self, target: str) -> str:
        path, place = resolve(self.page.uri, target)
        if path in {page.uri for page in self.pages}:
            return f"#{anchor(path, place)}"
        return self.address.whole(f"{path}#{place}" if place else path) if path else target

    def anchor(self, name: str) -> str:
        return anchor(self.page.uri, name)

    def tex(self, source: str) -> str:
        return REFERENCE.sub(r"\\text{(\g<label>)}", LABEL.sub("", source))

    def _as_math_inline(self, node: RenderTreeNode, context: RenderContext) -> str:
        reference = REFERENCE.fullmatch(node.content.strip())
        words = super()._as_math_inline(node, context)
        return f"({reference['label']})" if reference else words

    def _as_image(self, node: RenderTreeNode, context: RenderContext) -> str:
        drawn = self.runs.intersection(node.meta["read"].drawn_by)
        whole = len(node.siblings) == 1  # not within a sentence
        return "" if drawn and whole else super()._as_image(node, context)

    def _as_heading(self, node: RenderTreeNode, context: RenderContext) -> str:
        heading = node.meta["read"]
        first, title = self.page is self.pages[0], heading.level == 1
        marks = "#" * min(6, heading.level + (not first))
        words = super()._as_heading(node, context).rpartition("\n")[2].lstrip("# ")
        text = f"{self._place('' if title else heading.anchor)}\n\n{marks} {words}"
        about = _ABOUT if first else "[The chapter on the site]({site})"
        about = about.format(site=self.address.whole(self.page.uri))
        return f"{text}\n\n{about}" if title else text
