"""The whole article as a notebook, made from the pages and snippets that the site is made from."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from .plain import Block, Style, blocks
from .reading import Image, Page, Project

NAME = "notebook.ipynb"

_ABOUT = """This is the [whole article]({site}) as a notebook: in reading order, what each section
says in a few sentences, its equations, and all of its code. It needs Python with NumPy and
Matplotlib, and runs from top to bottom. The file comes without outputs: every number and every
figure in it will be your own."""

_SHOW = re.compile(r"^plt\.show\(", re.M)


@dataclass(frozen=True)
class Cell:
    """A cell: `snippet` is what a cell of code shows, as an include names it, and "" for text."""

    name: str
    source: str
    snippet: str = ""
    figures: tuple[Image, ...] = ()


def article(project: Project) -> list[Page]:
    """The pages of the notebook in reading order: all that the navigation lists above it.

    A page that only makes sense on the site says `notebook: false` in its front matter.
    """
    names = [entry.uri for entry in project.nav]
    above = [project.pages.get(name) for name in names[: names.index(NAME)]]
    return [page for page in above if page and page.meta.get("notebook", True)]


def cells(project: Project, pages: list[Page], address: Callable[[str], str]) -> list[Cell]:
    """The notebook's cells, in reading order.

    `address` gives the whole address of a file below `docs/`, for links out of the notebook.
    """
    figures = {image.target: image for page in pages for image in reversed(page.images)}
    made: list[Cell] = []
    for page in pages:
        made += _Chapter(project, pages, page, address, figures).cells()
    return made


def dumps(made: Iterable[Cell]) -> str:
    """The notebook as a file: the same cells give the same bytes, and nothing was run yet."""
    document = {
        "cells": [
            {
                "cell_type": "code" if cell.snippet else "markdown",
                **({"execution_count": None} if cell.snippet else {}),
                "id": cell.name,
                "metadata": {},
                **({"outputs": []} if cell.snippet else {}),
                "source": cell.source.splitlines(keepends=True),
            }
            for cell in made
        ],
        "metadata": {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def anchor(uri: str, fragment: str = "") -> str:
    """The name, in the notebook, of a page or of a place on it."""
    chapter = re.sub(r"\W+", "-", uri.removesuffix(".md"))
    return f"{chapter}-{fragment}" if fragment else chapter


class _Chapter:
    """The cells of one page: text gathers in a cell until code comes.

    The first page gives the notebook its title; the headings of all others stand one level lower.
    """

    def __init__(
        self,
        project: Project,
        pages: list[Page],
        page: Page,
        address: Callable[[str], str],
        figures: Mapping[str, Image],
    ) -> None:
        self.project, self.page, self.address, self.figures = project, page, address, figures
        self.uris = {one.uri for one in pages}
        self.first = page is pages[0]
        self.headings = iter(page.headings)
        self.links = {link.target: link for link in page.links}
        self.section = address(page.uri)
        self.shown: dict[str, int] = {}  # by script: how many figures it has shown so far
        self.made: list[Cell] = []
        self.gathered: list[str] = []
        self.count = 0

    def cells(self) -> list[Cell]:
        """All of them."""
        style = Style(self._link, lambda name: anchor(self.page.uri, name), labels=False)
        for block in _selected(blocks(self.project, self.page, style)):
            if block.kind == "heading":
                self._heading(block)
            elif block.fence and block.fence.include and block.fence.language == "python":
                self._code(block)
            else:
                table = f"[The table]({self.section})"
                self.gathered.append(block.text if block.text else table)
        self._close()
        return self.made

    def _link(self, target: str) -> str:
        link = self.links.get(target)
        if link is None or not link.path:
            return target
        inside = link.path in self.uris
        return f"#{anchor(link.path, link.anchor)}" if inside else self.address(link.path)

    def _close(self) -> None:
        if self.gathered:
            self.count += 1
            name = f"{anchor(self.page.uri)}-{self.count}"
            self.made.append(Cell(name, "\n\n".join(self.gathered)))
            self.gathered = []

    def _heading(self, block: Block) -> None:
        self._close()
        heading = next(self.headings)
        top = heading.level == 1
        self.section = self.address(self.page.uri) + ("" if top else f"#{heading.anchor}")
        place = anchor(self.page.uri, "" if top else heading.anchor)
        marks = "#" * min(6, heading.level + (not self.first))
        self.gathered += [f'<a id="{place}"></a>', f"{marks} {block.text.lstrip('# ')}"]
        if top and self.first:
            self.gathered.append(_ABOUT.format(site=self.section))
        elif top:
            self.gathered.append(f"[The whole chapter, on the site]({self.section})")

    def _code(self, block: Block) -> None:
        self._close()
        include = block.fence.include
        source = self.project.part(include).strip("\n")
        figures = tuple(self._drawn(include.path, source))
        snippet = f"{include.path}:{include.section}" if include.section else include.path
        name = re.sub(r"\W+", "-", snippet.replace(".py", ""))
        self.made.append(Cell(name, source, snippet, figures))
        self.gathered += [f"*{figure.caption}*" for figure in figures if figure.caption]

    def _drawn(self, path: str, source: str) -> Iterator[Image]:
        """The figures that a cell of code shows, as the pages describe them."""
        for _ in _SHOW.findall(source):
            self.shown[path] = number = self.shown.get(path, 0) + 1
            name = f"figures/{path.removesuffix('.py')}{f'-{number}' if number > 1 else ''}.svg"
            yield self.figures.get(name, Image(0, "", name, "", ""))


def _selected(found: Iterable[Block]) -> Iterator[Block]:
    """The headings, equations and code of a page, and the sentences that they need.

    Of the text, a section's first paragraph stays, and so do paragraphs that lead over to an
    equation, to code, to a list or a table, and those that go on where an equation breaks off.
    Figures come from the code that draws them, outputs from running it.
    """
    opening = announced = True
    for block, following in pairwise([*found, Block("", "")]):
        if block.kind == "code":
            announced = False
            if not (block.fence.include and block.fence.include.path.endswith(".txt")):
                yield block
        elif block.kind in ("heading", "equation"):
            opening, announced = opening or block.kind == "heading", False
            yield block
        elif block.kind == "table" and not announced:
            if opening:
                yield Block("table", "")  # a link to it stands for it
            opening = False
        elif block.kind not in ("image", "caption", "title"):
            breaks_off = following.kind == "equation" and not block.text.endswith(".")
            leads = block.text.endswith((":", ",")) or breaks_off
            continues = block.text[0].islower() or block.text.startswith("<a id=")
            if opening or announced or leads or continues:
                yield block
            opening, announced = False, block.text.endswith(":")
