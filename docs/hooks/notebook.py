"""The whole article as a notebook, made from the pages and snippets that the site is made from."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape
from pathlib import Path

import pages
import plain
from bs4 import BeautifulSoup, Tag

NAME = "notebook.ipynb"

_ABOUT = """This is the [whole article]({site}) as a notebook: in reading order, what each section says in a few
sentences, its equations, and all of its code. It needs Python with NumPy and Matplotlib, and runs from top to bottom.
The file comes without outputs: every number and every figure in it will be your own."""

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
    described = _described(texts)
    made: list[Cell] = []
    for page, text in texts.items():
        made += _chapter(page, text, set(texts), snippets, address, described, first=not made)
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


def _chapter(
    page: str,
    text: str,
    known: set[str],
    snippets: Path,
    address: Callable[[str], str],
    described: Mapping[str, Figure],
    *,
    first: bool,
) -> Iterator[Cell]:
    """The cells of one page: text gathers in a cell until code comes."""

    def link(target: str) -> str:
        place = plain.resolve(target, page)
        if place is None:
            return target
        if place[0] in known:
            return "#" + anchor(*place)
        return address(place[0])

    flat = plain.flatten(text, link, lambda name: anchor(page, name))
    flat = _NUMBERED.sub(lambda found: f"({found['label']})", _LABEL.sub("", flat))
    shown: dict[str, int] = {}  # by script: how many figures it has shown so far
    gathered: list[str] = []
    section = address(page)
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
            source = pages.expand(block.body, snippets).strip("\n")
            figures = tuple(_figures(path, source, shown, described))
            snippet = f"{path}:{part}" if part else path
            name = re.sub(r"\W+", "-", snippet.replace(".py", ""))
            yield Cell(name, source, snippet, figures)
            gathered += [f"*{figure.caption}*" for figure in figures if figure.caption]
        elif isinstance(block, pages.Fence):
            gathered.append(f"```{block.language}\n{pages.expand(block.body, snippets)}```")
        elif heading := _HEADING.fullmatch(block):
            yield from text_cell()
            level, title = len(heading["marks"]), heading["text"]
            place = anchor(page, "" if level == 1 else plain.slug(title))
            section = address(page) + ("" if level == 1 else f"#{plain.slug(title)}")
            marks = heading["marks"] if first else (heading["marks"] + "#")[:6]
            gathered += [f'<a id="{place}"></a>', f"{marks} {title}"]
            if level == 1 and first:
                gathered.append(_ABOUT.format(site=address(page)))
            elif level == 1:
                gathered.append(f"[The whole chapter, on the site]({address(page)})")
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
        blocks += [part] if isinstance(part, pages.Fence) else re.split(r"\n\s*\n", part.strip("\n"))
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


# The page that shows it

_SETTINGS = {  # for the kernel that the build starts: whatever the machine's own settings say
    "IPKernelApp": {"log_level": 40},
    "InlineBackend": {"figure_formats": []},  # the page shows the site's own figures
}
_WRAPPER = '<div class="jupyter-wrapper">'
_FAILED = re.compile(r"\n-{18}\n(?P<source>.*?)\n-{18}\n", re.S)
_HEADER = re.compile(
    r'<p><a id="(?P<id>[\w-]+)"></a></p>\s*<h(?P<level>\d)[^>]*>(?P<text>.*?)<a class="anchor-link".*?</a></h\d>',
    re.S,
)
_PLACE = re.compile(r'<p><a id="([\w-]+)"></a>')
_CAPTION = re.compile(r"\s*<p><em>(?P<text>.*?)</em></p>", re.S)
_MATHS = re.compile(
    r"<code.*?</code>|(?:<p>)?\$\$(?P<display>.+?)\$\$(?:</p>)?|\$(?P<inline>[^$]+)\$", re.S
)
_DRAWN = re.compile(
    r'(?P<span><span class="equation">)?<mjx-container.*?(?P<math><math.*?</math>).*?</mjx-container>(?(span)</span>)',
    re.S,
)
_RUN = re.compile(r'(<span class="(\w+)">[^<]*)</span>((?:, )?)<span class="\2">')
_GLYPHS = re.compile(r'<svg aria-hidden="true" class="equation-glyphs">.*\Z', re.S)
_UNUSED = re.compile(r' data-mjx-[\w-]+="[^"]*"| xmlns="[^"]*"| data-search-exclude=""| role="group" aria-label="Equation"')
_UNCOLOURED = {"n", "nn", "o", "p", "sa", "si", "w"}  # as in the text around them
_LINKED_LEVEL = "2"  # headings down to this one offer a link to themselves
_WIDE = 570  # points, as in stylesheets/site.css
_DRAWING = re.compile(r"<Figure size [^>]*>\n?")


@dataclass(frozen=True)
class Shown:
    """The page's content; its headings as level, name and text; what each snippet's cells printed."""

    html: str
    headings: tuple[tuple[int, str, str], ...]
    printed: dict[str, str]


@contextmanager
def clean_kernel(folder: Path) -> Iterator[None]:
    """Let kernels start with settings of their own, which stand in `folder`."""
    profile = folder / "profile_default"
    profile.mkdir(parents=True, exist_ok=True)
    (profile / "ipython_kernel_config.json").write_text(json.dumps(_SETTINGS), encoding="utf-8")
    ours = {"IPYTHONDIR": str(folder), "JUPYTER_CONFIG_DIR": str(folder)}
    before = {name: os.environ.get(name) for name in (*ours, "MPLBACKEND")}
    os.environ.update(ours)
    os.environ.pop("MPLBACKEND", None)
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name, None)
            if value is not None:
                os.environ[name] = value


def failed_snippet(message: str, made: Iterable[Cell]) -> str:
    """The file of the snippet in whose cell the execution failed, from the kernel's report."""
    found = _FAILED.search(message)
    for cell in made:
        if cell.snippet and found and cell.source.strip() == found["source"].strip():
            return cell.snippet.partition(":")[0]
    return ""


def show(
    html: str,
    made: list[Cell],
    relative: Callable[[str], str],
    size: Callable[[str], tuple[int, int]],
) -> Shown:
    """Make the page's content of what mkdocs-jupyter made of the notebook.

    All of its styles and scripts go, and what remains takes the form that the rest of the site has:
    the same code blocks, the site's figures with their alt texts, equations marked for typesetting.
    `relative` gives the address of a link or figure as seen from the page, `size` the width and
    height of a figure.
    """
    soup = BeautifulSoup(html[html.index(_WRAPPER) :], "html.parser")
    parts: list[str] = []
    printed: dict[str, str] = {}
    captions = 0
    for element, cell in zip(soup.select(".jp-Notebook > .jp-Cell"), made, strict=True):
        if cell.snippet:
            output = "".join(pre.get_text() for pre in element.select(".jp-OutputArea-output pre"))
            output = _DRAWING.sub("", output)
            path = cell.snippet.partition(":")[0]
            printed[path] = printed.get(path, "") + output
            parts += [_code(element), _output(output)]
            parts += [_figure(f, relative(f.src), size(f.src)) for f in cell.figures]
            captions = len(cell.figures)
            continue
        for link in element.select("a[href]"):
            link["href"] = relative(link["href"])
        text = element.select_one(".jp-RenderedMarkdown").decode_contents()
        for place in range(captions):
            caption = _CAPTION.match(text)
            if caption:
                text = text[caption.end() :]
                words = f"<figcaption><p>{caption['text']}</p></figcaption></figure>"
                at = len(parts) - captions + place
                parts[at] = parts[at].replace("</figure>", words)
        captions = 0
        parts.append(_PLACE.sub(r'<p id="\1">', _HEADER.sub(_header, text)).strip())
    content = _MATHS.sub(_maths, "\n".join(filter(None, parts)))
    headings = [
        (int(found[1]), found[2], BeautifulSoup(found[3], "html.parser").get_text())
        for found in re.finditer(r'<h(\d) id="([\w-]+)">([^\n]*?)<a class="headerlink"', content)
    ]
    return Shown(content, tuple(headings), printed)


def lighten(html: str) -> str:
    """Keep of each typeset equation its MathML, which browsers draw: all the SVG weighs too much."""
    return _UNUSED.sub("", _DRAWN.sub(lambda found: found["math"], _GLYPHS.sub("", html)))


def _header(found: re.Match[str]) -> str:
    link = f'<a class="headerlink" href="#{found["id"]}" title="Link to this section">¶</a>'
    if found["level"] > _LINKED_LEVEL:
        link = ""
    return f'<h{found["level"]} id="{found["id"]}">{found["text"]}{link}</h{found["level"]}>'


def _code(element: Tag) -> str:
    code = element.select_one(".highlight-ipynb pre")
    for span in code.select("span"):
        if not span.get("class") or set(span["class"]) <= _UNCOLOURED:
            span.unwrap()
    body = code.decode_contents().strip("\n")
    while _RUN.search(body):
        body = _RUN.sub(r"\1\3", body)
    return f'<div class="language-python highlight"><pre><code>{body}\n</code></pre></div>'


def _output(text: str) -> str:
    if not text.strip():
        return ""
    return (
        '<div class="language-text highlight"><span class="filename">Output</span>'
        f"<pre><code>{escape(text.rstrip(), quote=False)}\n</code></pre></div>"
    )


def _figure(figure: Figure, source: str, size: tuple[int, int]) -> str:
    width, height = size
    kind = "figure wide" if width >= _WIDE else "figure"
    return (
        f'<figure><p><img class="{kind}" loading="lazy" width="{width}" height="{height}" '
        f'src="{source}" alt="{escape(figure.alt)}"></p></figure>'
    )


def _maths(found: re.Match[str]) -> str:
    """An equation as pymdownx.arithmatex would mark it."""
    if found["display"]:
        return f'<div class="arithmatex">\\[{found["display"].strip()}\\]</div>'
    if found["inline"]:
        return f'<span class="arithmatex">\\({found["inline"]}\\)</span>'
    return found[0]
