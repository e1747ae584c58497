"""The whole article as a notebook, made from the pages and snippets that the site is made from."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pages
import plain

NAME = "notebook.ipynb"

_ABOUT = """This is the [whole article]({site}) as a notebook: in reading order, what each section
says in a few sentences, its equations, and all of its code. It needs Python with NumPy and
Matplotlib, and runs from top to bottom. The file comes without outputs: every number and every
figure in it will be your own."""

_LEFT_OUT = re.compile(r"---\n(?:.+\n)*notebook: false\n")
_HEADING = re.compile(r"(?P<marks>#{1,6}) (?P<text>.+)")
_IMAGE = re.compile(r"!\[(?P<alt>[^\]]*)\]\((?P<target>[^)\s]*)[^)]*\)")
_ILLUSTRATION = re.compile(r"!\[|\*[^*].*[^*]\*\Z|\*\*[^*]+\*\*\Z", re.S)  # with caption, box title
_LABEL = re.compile(r"\s*\\label\{[^}]*\}")
_NUMBERED = re.compile(r"\$\\(?:eq)?ref\{(?P<label>[^}]*)\}\$")
_TABLE = "|"  # stands for a table that is left to the page
_SHOW = re.compile(r"^plt\.show\(", re.M)


@dataclass(frozen=True)
class Figure:
    """A figure as the pages describe it: its file below `docs/`, its alt text and its caption."""

    src: str
    alt: str
    caption: str


@dataclass(frozen=True)
class _Article:
    """What the cells are made of: pages by path, snippets' folder, addresses, figures by file."""

    texts: Mapping[str, str]
    snippets: Path
    address: Callable[[str], str]
    figures: Mapping[str, Figure]


@dataclass(frozen=True)
class Cell:
    """A cell: `snippet` is what a cell of code shows, as an include names it, and "" for text."""

    name: str
    source: str
    snippet: str = ""
    figures: tuple[Figure, ...] = ()


def cells(texts: Mapping[str, str], snippets: Path, address: Callable[[str], str]) -> list[Cell]:
    """The notebook's cells, from the pages' Markdown by path below `docs/`, in reading order.

    `address` gives the whole address of a file below `docs/`, for links out of the notebook. Raises
    `pymdownx.snippets.SnippetMissingError` where a file or a section is missing.
    """
    article = _Article(texts, snippets, address, _described(texts))
    return [cell for page in texts for cell in _chapter(article, page)]


def article(nav: object, texts: Mapping[str, str]) -> dict[str, str]:
    """The pages of the notebook in reading order: all that `nav` lists above it.

    A page that only makes sense on the site says `notebook: false` in its front matter.
    """
    names = [name for _, name in in_order(nav)]
    above = names[: names.index(NAME)]
    return {name: texts[name] for name in above if not _LEFT_OUT.match(texts[name])}


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


def in_order(nav: object, section: str = "") -> Iterator[tuple[str, str]]:
    """The pages of a navigation in reading order, each with the section that it stands in."""
    for entry in nav if isinstance(nav, list) else [nav]:
        for title, child in entry.items() if isinstance(entry, dict) else [("", entry)]:
            if isinstance(child, str):
                yield section, child
            else:
                yield from in_order(child, title)


def anchor(page: str, fragment: str = "") -> str:
    """The name, in the notebook, of a page or of a place on it."""
    chapter = re.sub(r"\W+", "-", page.removesuffix(".md"))
    return f"{chapter}-{fragment}" if fragment else chapter


def _described(texts: Mapping[str, str]) -> dict[str, Figure]:
    """All figures that pages show, by their file."""
    found = {}
    for page, text in texts.items():
        flat = plain.flatten(text, str)
        for image in _IMAGE.finditer(flat):
            place = plain.resolve(image["target"], page)
            caption = re.match(r"\s*\n\*(.+)\*$", flat[image.end() :], re.M)
            if place:
                said = caption[1] if caption else ""
                found.setdefault(place[0], Figure(place[0], image["alt"], said))
    return found


def _chapter(article: _Article, page: str) -> Iterator[Cell]:
    """The cells of one page: text gathers in a cell until code comes.

    The first page gives the notebook its title; the headings of all others stand one level lower.
    """
    first = page == next(iter(article.texts))

    def link(target: str) -> str:
        place = plain.resolve(target, page)
        if place is None:
            return target
        if place[0] in article.texts:
            return "#" + anchor(*place)
        return article.address(place[0])

    flat = plain.flatten(article.texts[page], link, lambda name: anchor(page, name))
    flat = _NUMBERED.sub(lambda found: f"({found['label']})", _LABEL.sub("", flat))
    shown: dict[str, int] = {}  # by script: how many figures it has shown so far
    gathered: list[str] = []
    section = article.address(page)
    count = 0

    def text_cell() -> Iterator[Cell]:
        nonlocal count
        if gathered:
            count += 1
            yield Cell(f"{anchor(page)}-{count}", "\n\n".join(gathered))
            gathered.clear()

    for block in _selected(flat):
        if isinstance(block, pages.Fence) and block.include and block.language == "python":
            yield from text_cell()
            path, part = block.include.path, block.include.section
            source = pages.expand(block.body, article.snippets).strip("\n")
            figures = tuple(_figures(path, source, shown, article.figures))
            snippet = f"{path}:{part}" if part else path
            name = re.sub(r"\W+", "-", snippet.replace(".py", ""))
            yield Cell(name, source, snippet, figures)
            gathered += [f"*{figure.caption}*" for figure in figures if figure.caption]
        elif isinstance(block, pages.Fence):
            gathered.append(f"```{block.language}\n{pages.expand(block.body, article.snippets)}```")
        elif heading := _HEADING.fullmatch(block):
            yield from text_cell()
            level, title = len(heading["marks"]), heading["text"]
            place = anchor(page, "" if level == 1 else plain.slug(title))
            section = article.address(page) + ("" if level == 1 else f"#{plain.slug(title)}")
            marks = heading["marks"] if first else (heading["marks"] + "#")[:6]
            gathered += [f'<a id="{place}"></a>', f"{marks} {title}"]
            if level == 1 and first:
                gathered.append(_ABOUT.format(site=article.address(page)))
            elif level == 1:
                gathered.append(f"[The whole chapter, on the site]({article.address(page)})")
        else:
            gathered.append(f"[The table]({section})" if block == _TABLE else block)
    yield from text_cell()


def _figures(
    path: str, source: str, shown: dict[str, int], described: Mapping[str, Figure]
) -> Iterator[Figure]:
    """The figures that a cell of code shows, as the pages describe them."""
    for _ in _SHOW.findall(source):
        shown[path] = number = shown.get(path, 0) + 1
        name = f"figures/{path.removesuffix('.py')}{f'-{number}' if number > 1 else ''}.svg"
        yield described.get(name, Figure(name, "", ""))


def _selected(flat: str) -> Iterator[str | pages.Fence]:
    """The headings, equations and code of a page, and the sentences that they need.

    Of the text, a section's first paragraph stays, and so do paragraphs that lead over to an
    equation, to code, to a list or a table, and those that go on where an equation breaks off.
    Figures come from the code that draws them, outputs from running it.
    """
    blocks: list[str | pages.Fence] = []
    for part in plain.parts(flat):
        text = isinstance(part, str)
        blocks += re.split(r"\n\s*\n", part.strip("\n")) if text else [part]
    opening = announced = True
    for block, following in zip(blocks, [*blocks[1:], ""], strict=True):
        if isinstance(block, pages.Fence):
            announced = False
            if not (block.include and block.include.path.endswith(".txt")):
                yield block
        elif _HEADING.fullmatch(block):
            opening, announced = True, False
            yield block
        elif block.startswith("$$"):
            announced = False
            yield block
        elif block.startswith("|") and not announced:
            if opening:
                yield _TABLE
            opening = False
        elif block.strip() and not _ILLUSTRATION.match(block):
            broken_off = isinstance(following, str) and following.startswith("$$")
            leads = block.endswith((":", ",")) or (broken_off and not block.endswith("."))
            continues = block[0].islower() or block.startswith("<a id=")
            if opening or announced or leads or continues:
                yield block
            opening, announced = False, block.endswith(":")
