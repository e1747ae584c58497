"""What is written otherwise than this site reads it, and would be lost or shown as it stands.

The parser here knows more of Markdown than Python-Markdown, which makes the pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from mdformat.renderer import RenderTreeNode

from .pages import Page
from .reading import Project

# Markdown and TeX of other sites.
_FOREIGN = re.compile(
    r"""^===\ "|^\[[ xX]\]\ |^\*\[[^]]+\]:|^\[TOC\]$|~~\S|==\w[^=]*==|\+\+\w[\w+]*\+\+
    |(?<![\w:]):[a-z_]+:(?![\w:])|(?<!\w)\[[^]]+\]\[[^]]*\]
    |\$\$|\$\ [^$]*[\\^_=][^$]*\ \$|\\[A-Za-z]+\{""",
    re.X,
)
_TAGS = re.compile(r"<!--.*?-->|<[^>]*>", re.S)
_OPEN = re.compile(r"<(?!!)(?![^>]*\bmarkdown)[^/>][^>]*>\s*\Z")  # with nothing in it
_TARGET = re.compile(r"<[^!][^>]*\b(?:href|src)=")
_INLINE = {"a", "abbr", "b", "br", "cite", "em", "i", "kbd", "mark", "q", "s", "samp", "small"}
_INLINE |= {"span", "strong", "sub", "sup", "u", "var", "wbr"}
_BOXES, _LISTS = ("list_item", "dd", "admonition"), ("bullet_list", "ordered_list", "table")
_SPACES = 4

Fault = tuple[str, str] | None  # cause and remedy


class _Written(NamedTuple):
    """A node of a page, with what is around it: the project, and the lines of the page."""

    node: RenderTreeNode
    project: Project
    lines: list[str]

    def indent(self, line: int) -> int:
        """How far a line (from 0) is indented; the marks of a quote count as spaces."""
        return len(self.lines[line]) - len(self.lines[line].lstrip(" >"))


def check(project: Project, page: Page) -> Iterator[tuple[int, str, str]]:
    """Line, cause and remedy of each fault."""
    lines = page.text.expandtabs(_SPACES).split("\n")
    if not page.above and page.text.lstrip().startswith("---\n"):
        yield 1, "the front matter has no beginning, or no end", "put `---` above and below it"
    for node in page.tree.walk():
        for find in (_outside, _CHECKS.get(node.type)):
            fault = find(_Written(node, project, lines)) if find and not node.is_root else None
            if fault:
                yield _line(node), *fault


def _line(node: RenderTreeNode) -> int:
    return node.map[0] + 1 if node.map else _line(node.parent)


def _outside(it: _Written) -> Fault:
    node, box = it.node, it.node.parent
    if box.is_root or box.type not in _BOXES or not node.map:
        return None
    start = (box.children[0] if box.type == "dd" else box).map[0]  # a dd's own may lie above it
    line = node.map[0]
    if line > start and it.indent(line) >= it.indent(start) + _SPACES:
        return None
    if line == start and node.type not in ("fence", "table"):
        return None
    remedy = "indent it by four spaces, below an empty line"
    return "on the page this stands outside of the list or the box", remedy


def _footnote(_: _Written) -> Fault:
    return "a footnote, which this site does not have", "say it in the text"


def _block(it: _Written) -> Fault:
    if _OPEN.search(it.node.content):
        cause = "the site leaves what stands between these tags as it is"
        return cause, "let the first one say so: `<div markdown>`"
    return _inline(it, bare=_TAGS.sub("", it.node.content).strip())


def _inline(it: _Written, bare: str = "") -> Fault:
    if bare or _TARGET.search(it.node.content):
        cause = "words, links and images in HTML are seen by no check and no other edition"
        return cause, "write them in Markdown; leave an empty line after `<div markdown>`"
    tag = re.match(r"</?([\w-]+)", it.node.content)
    if it.node.type == "html_inline" and tag and tag[1].lower() not in _INLINE:
        cause = f"`{it.node.content}` is taken for HTML, and not shown"
        return cause, "write it as code, or with `&lt;`"
    return None


def _text(it: _Written) -> Fault:
    text, cell = it.node.content, it.node.parent.parent.type in ("td", "th")
    found = _FOREIGN.search(text)
    if found:
        cause = f"'{found[0]}' means nothing on this site, and would be shown as it stands"
        return cause, "correct it, or write it as code, or as an equation: `$x$`"
    if cell and "`" in text:
        cause = "a bar within code ends its cell for most readers of Markdown"
        return cause, "show this code outside of the table"
    if cell and "$" in text and r"\$" not in it.node.parent.content:
        cause = "a bar within an equation ends its cell"
        return cause, r"write `\mid` or `\vert` for it, and `\$` for a dollar"
    return None


def _break(it: _Written) -> Fault:
    cause = "a backslash at the end of a line is shown as one"
    return (cause, "end the line with two spaces") if "\\\n" in it.node.parent.content else None


def _item(it: _Written) -> Fault:
    cause = "a number with a bracket begins no list here"
    return (cause, "write `1.`") if it.node.markup == ")" else None


def _list(it: _Written) -> Fault:
    above, within = it.node.previous_sibling, it.node.parent
    tight = above and above.type == "paragraph" and above.map[1] == it.node.map[0]
    if tight and (within.is_root or within.type != "list_item" or it.node.type == "table"):
        cause = "a list or a table without an empty line above it stays text"
        return cause, "leave an empty line above it"
    return None


def _box(it: _Written) -> Fault:
    full = any(child.type != "admonition_title" for child in it.node.children)
    return None if full else ("this box is empty", "indent what it holds by four spaces")


def _fence(it: _Written) -> Fault:
    (first, end), marks, include = it.node.map, it.node.markup, it.node.meta["read"].include
    if end == first + 1 or not it.lines[end - 1].strip(" >").startswith(marks):
        return "this block of code has no end", f"close it with `{marks}`"
    if include and it.lines[first].lstrip().startswith(">"):
        return "in a quote nothing is included", "move it out of the quote"
    if include and re.search(rf"^\s*(?:{marks}|-+8<-)", it.project.part(include), re.M):
        cause = f"a line of {include.path} would end the block, or include something"
        return cause, f"begin and end the block with `{marks[0]}{marks}`, or change that line"
    return None


_CHECKS = {"footnote_ref": _footnote, "html_block": _block, "html_inline": _inline}
_CHECKS |= {"text": _text, "hardbreak": _break, "list_item": _item, "fence": _fence}
_CHECKS["admonition"] = _box
_CHECKS |= dict.fromkeys(_LISTS, _list)
