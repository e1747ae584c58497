"""Reads a page's Markdown for what the build must know: fences, includes, images, their lines."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import markdown

_FENCE = re.compile(
    r"^(?P<indent>[ \t]*)(?P<marks>`{3,}|~{3,})[ \t]*(?P<info>[^\n]*)\n(?P<body>.*?)"
    r"^(?P=indent)(?P=marks)[ \t]*$",
    re.M | re.S,
)
_INCLUDE = re.compile(r'^[ \t]*--8<-- "(?P<path>[^":\n]+)(?::(?P<section>[^"\n]+))?"[ \t]*$', re.M)
_MARKER = re.compile(r"^[ \t]*# --8<-- \[start:(?P<name>[\w-]+)\]", re.M)
_TITLE = re.compile(r"^# (.+?)(?: \{.*\})?$", re.M)
_ANY_INCLUDE = re.compile(r"^[ \t]*-+8<-+(?=[ \t\n]).*$", re.M)
_IMAGE = re.compile(
    r"!\[(?P<alt>[^\]]*)\]\((?P<target>[^)\s]*)[^)]*\)(?P<attributes>\{[^}\n]*\})?"
    r"(?P<caption>\s*\n[ \t]*/// (?:figure-)?caption\b)?"
)


@dataclass(frozen=True)
class Fence:
    """A fenced code block: its place, its info string, its lines, and where it ends in the text."""

    line: int
    indent: str
    info: str
    body: str
    end: int

    @property
    def language(self) -> str:
        """The first word of the info string in lower case: `python` for `{ .Python .annotate }`."""
        return re.split(r"[\s{]", self.info.lstrip("{. "), maxsplit=1)[0].lower()

    @property
    def include(self) -> Include | None:
        """The include that is all the block holds, if that is so."""
        found = _INCLUDE.fullmatch(self.body.strip("\n"))
        return Include(self.line + 1, found["path"], found["section"]) if found else None


@dataclass(frozen=True)
class Include:
    """An include of a file, or of a named section of it, below `snippets/`."""

    line: int
    path: str
    section: str | None


@dataclass(frozen=True)
class Image:
    """An image: where it stands, its alt text, its target as written, whether a caption follows."""

    line: int
    alt: str
    target: str
    captioned: bool


def fences(text: str) -> Iterator[Fence]:
    """The fenced blocks of a page, in order."""
    for found in _FENCE.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        yield Fence(line, found["indent"], found["info"].strip(), found["body"], found.end())


def includes(text: str) -> Iterator[Include]:
    """The includes of a page, in order."""
    for found in _INCLUDE.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        yield Include(line, found["path"], found["section"])


def odd_includes(text: str) -> Iterator[tuple[int, str]]:
    """Line and text of each include written in another way, which nothing here would check."""
    for found in _ANY_INCLUDE.finditer(text):
        if not _INCLUDE.fullmatch(found[0]):
            yield text.count("\n", 0, found.start()) + 1, found[0].strip()


def prose(text: str) -> str:
    """The page with its code blocks blanked out; all else stays where it is."""
    return _FENCE.sub(lambda fence: re.sub(r"[^\n]", " ", fence[0]), text)


def images(text: str) -> Iterator[Image]:
    """The images of a page outside its code blocks, in order."""
    text = prose(text)
    for found in _IMAGE.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        yield Image(line, found["alt"].strip(), found["target"], bool(found["caption"]))


def title(text: str) -> str:
    """A page's heading, or nothing."""
    found = _TITLE.search(text)
    return found[1] if found else ""


def relative(target: str, page: str) -> str:
    """The link from one file of the site to another, both given by their paths in it."""
    return posixpath.relpath(target, posixpath.dirname(page) or ".")


def sections(script: str) -> list[str]:
    """The names of the sections that a script marks for including."""
    return [found["name"] for found in _MARKER.finditer(script)]


def expand(text: str, snippets: Path) -> str:
    """The page with its includes filled in by the extension that the site itself uses.

    Raises `pymdownx.snippets.SnippetMissingError` where a file or a section is missing.
    """
    options = {"base_path": [str(snippets)], "check_paths": True, "dedent_subsections": True}
    parser = markdown.Markdown(
        extensions=["pymdownx.snippets"], extension_configs={"pymdownx.snippets": options}
    )
    return "\n".join(parser.preprocessors["snippet"].run(text.splitlines()))
