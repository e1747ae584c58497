"""What a page holds: values that know their lines. `parsing` makes them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from mdformat.renderer import RenderTreeNode

_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|/", re.I)


def resolve(uri: str, target: str) -> tuple[str, str]:
    """Path below `docs/` and fragment of a page's target; no path if it leads off the site."""
    path, _, anchor = target.partition("#")
    if _ELSEWHERE.match(target):
        return "", ""
    return posixpath.normpath(posixpath.join(posixpath.dirname(uri), path)) if path else uri, anchor


def relative(target: str, page: str) -> str:
    """The link from one file of the site to another, both given by their paths in it."""
    return posixpath.relpath(target, posixpath.dirname(page) or ".")


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
    """An image; `target` is its file below `docs/`, `play` the view that wakes it, or ""."""

    line: int
    alt: str
    target: str
    play: str
    caption: str


class Equation(NamedTuple):
    """An equation; its TeX stands from `start` to `end` in the page's text.

    `source` is the TeX as it is written, `tex` the same on one line and without the label.
    """

    line: int
    start: int
    end: int
    source: str
    tex: str
    label: str | None
    display: bool


class Link(NamedTuple):
    """A link; `path` is its file below `docs/`, or "" when it leads away from the site."""

    line: int
    text: str
    target: str
    path: str
    anchor: str


@dataclass(frozen=True)
class Page:
    """A page as it is written, and what is on it, in order; `uri` is its path below `docs/`.

    `odd_includes` are line and text of includes that nothing would check.
    """

    uri: str
    text: str
    meta: Mapping[str, object]
    headings: tuple[Heading, ...]
    fences: tuple[Fence, ...]
    images: tuple[Image, ...]
    equations: tuple[Equation, ...]
    links: tuple[Link, ...]
    odd_includes: tuple[tuple[int, str], ...]
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
