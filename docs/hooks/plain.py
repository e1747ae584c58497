"""A page as plain Markdown: what any reader of Markdown understands, and nothing else.

The pages use a little of what Material for MkDocs adds: attribute lists, captions, boxes that
open, definition lists, includes. Here each becomes what it means without it. The notebook and the
Markdown edition of each page are both made of this.
"""

from __future__ import annotations

import posixpath
import re
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path

import pages
from markdown.extensions.toc import slugify

Rename = Callable[[str], str]

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.S)
_BOX = re.compile(
    r"^(?P<indent>[ ]*)(?:\?\?\?\+?|!!!|===\+?!?)[ ]+(?P<kind>[\w -]*?)[ ]*"
    r"(?:\"(?P<title>[^\"\n]*)\")?[ ]*\n"
    r"(?P<body>(?:[ \t]*\n|(?P=indent)[ ]{4}.*(?:\n|\Z))*)",
    re.M,
)
_BLOCK = re.compile(
    r"^(?P<marks>/{3,}) (?P<kind>[\w-]+)[^\n]*\n(?P<body>.*?)^(?P=marks)$", re.M | re.S
)
_HTML = re.compile(r"^[ \t]*</?(?:div|section|figure|span)\b[^>\n]*>[ \t]*\n?", re.M)
_TERM = re.compile(r"^(?P<term>[^\s:#>|-][^\n]*)\n:[ ]+(?P<meaning>[^\n]+(?:\n[ ]+[^\n]+)*)", re.M)
_ATTRIBUTES = re.compile(
    r"(?<=\))\{[^{}\n]*\}"
    r"|[ ]?\{:?[ ]*(?:[.#][\w-]+|[\w-]+=(?:\"[^\"\n]*\"|[^\s}]+))(?:[ ]+[^{}\n]*)?\}"
)
_ID = re.compile(r"\{[^{}]*#(?P<id>[\w-]+)[^{}]*\}")
_LINK = re.compile(r"(?<=\]\()(?P<target>[^)\s]+)(?=[)\s])")
_VERBATIM = re.compile(
    r"(?P<fence>^[ \t]*(?P<marks>`{3,}|~{3,}).*?^[ \t]*(?P=marks)[ \t]*$)"
    r"|\$\$.+?\$\$|(?<![\\$])\$(?![\s$])[^$\n]+(?:\n[^$\n]+)?\$|(?P<ticks>`+).+?(?P=ticks)",
    re.M | re.S,
)
_LINKED_ITEM = re.compile(r"^([ ]*[-*+] \[[^\]\n]+\]\([^)\n]+\))\n[ ]+(?=\S)", re.M)
_KEPT = re.compile("\0(\\d+)\0")


def flatten(text: str, link: Rename, anchor: Rename = str) -> str:
    """The page's Markdown with every extension's syntax turned into plain Markdown.

    `link` gives the new target of each link and image, `anchor` the new name of each place that the
    page names for links. Code, equations and includes stay as they are.
    """
    text = _FRONT_MATTER.sub("", text)
    while _BOX.search(text):
        text = _BOX.sub(_open, text)
    kept: list[str] = []

    def keep(found: re.Match[str]) -> str:
        kept.append(found[0])
        return f"\0{len(kept) - 1}\0"

    text = _VERBATIM.sub(keep, text)
    text = _BLOCK.sub(_unblock, text)
    text = _HTML.sub("", text)
    text = _TERM.sub(lambda found: _define(found, anchor), text)
    text = _ATTRIBUTES.sub("", text)
    text = _LINKED_ITEM.sub(r"\1: ", text)
    text = _LINK.sub(lambda found: link(found["target"]), text)
    while _KEPT.search(text):  # a formula may stand inside another thing that was kept
        text = _KEPT.sub(lambda found: kept[int(found[1])], text)
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def edition(text: str, link: Rename, snippets: Path) -> str:
    """The page as one file of plain Markdown, with its code and outputs filled in.

    Raises `pymdownx.snippets.SnippetMissingError` where a file or a section is missing.
    """
    written = []
    for part in parts(flatten(text, link)):
        if isinstance(part, str):
            written.append(part)
            continue
        title = re.search(r'title="([^"]*)"', part.info)
        body = pages.expand(textwrap.dedent(part.body), snippets).strip("\n")
        above = f"{title[1]}:\n\n" if title else ""
        written.append(f"{above}```{part.language}\n{body}\n```")
    return "".join(written)


def parts(text: str) -> Iterator[str | pages.Fence]:
    """A page's text and its fenced blocks, in turn."""
    at = 0
    for fence in pages.fences(text):
        start = sum(len(line) + 1 for line in text.split("\n")[: fence.line - 1])
        yield text[at:start]
        yield fence
        at = fence.end
    yield text[at:]


def slug(heading: str) -> str:
    """The name that the site gives a heading for links."""
    return slugify(heading, "-")


def resolve(target: str, page: str) -> tuple[str, str] | None:
    """Path below `docs/` and fragment of a link on `page`; None if it leads away from the site."""
    if re.match(r"[a-z][a-z0-9+.-]*:|/", target, re.I):
        return None
    path, _, fragment = target.partition("#")
    whole = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
    return whole, fragment


def _open(found: re.Match[str]) -> str:
    """A box, open: its title in bold, and what it holds."""
    title = found["title"] or found["kind"].strip().capitalize()
    body = textwrap.dedent(found["body"]).strip("\n")
    return textwrap.indent(f"**{title}**\n\n{body}\n\n", found["indent"])


def _unblock(found: re.Match[str]) -> str:
    """A caption, in italics on one line; of any other block, what it holds."""
    body = found["body"].strip()
    return f"*{' '.join(body.split())}*" if "caption" in found["kind"] else body


def _define(found: re.Match[str], anchor: Rename) -> str:
    """An entry of a definition list as a paragraph that links can lead to."""
    name = _ID.search(found["term"])
    place = f'<a id="{anchor(name["id"])}"></a>' if name else ""
    term = _ATTRIBUTES.sub("", found["term"]).strip()
    return f"{place}**{term}:** {' '.join(found['meaning'].split())}"
