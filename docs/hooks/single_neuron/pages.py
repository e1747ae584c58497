"""What a page holds, values that know their lines (`parsing` makes them); and where pages stand."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import quote, unquote, urljoin, urlsplit

from mdformat.renderer import RenderTreeNode

_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|/", re.I)


def resolve(uri: str, target: str) -> tuple[str, str]:
    """Path below `docs/` and fragment of a page's target; no path if it leads off the site."""
    if _ELSEWHERE.match(target):
        return "", ""
    parts = urlsplit(target)
    path = posixpath.join(posixpath.dirname(uri), unquote(parts.path)) if parts.path else uri
    return posixpath.normpath(path), unquote(parts.fragment)


def relative(target: str, page: str) -> str:
    """The link from one file of the site to another, both given by their paths in it."""
    return posixpath.relpath(target, posixpath.dirname(page) or ".").replace(" ", "%20")


def beside(page: str) -> str:
    """Where a page's Markdown stands in the site, beside its HTML."""
    return f"{page.removesuffix('.html')}.md"


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


class Heading(NamedTuple):
    """A heading: its text without marks, and its name for links."""

    line: int
    level: int
    text: str
    anchor: str


class Include(NamedTuple):
    """An include of a file below `snippets/`, or of a named section of it."""

    line: int
    path: str
    section: str | None

    def __str__(self) -> str:
        return f"{self.path}:{self.section}" if self.section else self.path


class Fence(NamedTuple):
    """A block of code from its first to its last line; `include` is all that it holds, or None."""

    line: int
    end: int
    info: str
    language: str
    title: str
    body: str
    include: Include | None


class Image(NamedTuple):
    """An image; `target` is its file below `docs/`, `play` the view that wakes it, or "".

    `end` is the line that ends its caption, 0 if it has none.
    """

    line: int
    alt: str
    target: str
    play: str
    caption: str
    end: int

    @property
    def figure(self) -> str:
        """The name of a figure that a script draws: `loss/mse-2`."""
        return self.target.removeprefix("figures/").removesuffix(".svg")

    @property
    def drawn_by(self) -> tuple[str, str]:
        """Which snippets may have drawn it: `loss/mse-2`, or as its second figure `loss/mse`."""
        return self.figure, re.sub(r"-\d+$", "", self.figure)


class Equation(NamedTuple):
    """An equation; its TeX stands from `start` to `end` in the page's text.

    With its dollars it stands from `left` to `right`. `source` is the TeX as it is written, `tex`
    the same on one line and without the label.
    """

    line: int
    left: int
    start: int
    end: int
    right: int
    source: str
    tex: str
    label: str | None
    display: bool


class Link(NamedTuple):
    """A link; `path` is its file below `docs/`, or "" when it leads away from the site."""

    line: int
    target: str
    path: str
    anchor: str


@dataclass(frozen=True)
class Page:
    """A page as it is written, and what is on it, in order; `uri` is its path below `docs/`.

    The text begins with front matter of `above` characters, which `meta` holds; `anchors` are the
    places that links may lead to.
    """

    uri: str
    text: str
    above: int
    meta: Mapping[str, object]
    headings: tuple[Heading, ...]
    fences: tuple[Fence, ...]
    images: tuple[Image, ...]
    equations: tuple[Equation, ...]
    links: tuple[Link, ...]
    anchors: frozenset[str]
    tree: RenderTreeNode = field(repr=False, compare=False)

    @property
    def name(self) -> str:
        """The page without its ending: `or-gate/program`."""
        return self.uri.removesuffix(".md")

    @property
    def title(self) -> str:
        """The heading of the page, or nothing."""
        return next((heading.text for heading in self.headings if heading.level == 1), "")

    @property
    def includes(self) -> tuple[Include, ...]:
        """The includes of the page that its blocks of code consist of."""
        return tuple(fence.include for fence in self.fences if fence.include)

    @property
    def tex(self) -> tuple[tuple[str, bool], ...]:
        """The page's equations for MathJax: the source of each, and whether it is displayed."""
        return tuple((equation.source, equation.display) for equation in self.equations)

    def line(self, offset: int) -> int:
        """The line (from 1) of a place in the text."""
        return self.text.count("\n", 0, offset) + 1

    def offset(self, line: int) -> int:
        """Where a line (from 1) begins in the text, or the end of the text."""
        return sum(len(each) + 1 for each in self.text.split("\n")[: line - 1])
