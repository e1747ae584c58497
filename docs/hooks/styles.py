"""One style sheet for all pages: of the theme's and the site's rules, those that can apply.

The theme's style sheets know of much that is not on this site (tabs, annotations, eleven kinds of
note), weigh more than a page, and a page shows nothing until they are there. What is left is small
enough to come with each page.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterable, Iterator, Set
from itertools import pairwise
from pathlib import Path

import tinycss2
from tinycss2.ast import Node

_NAME = "stylesheets/all.css"
_LINK = re.compile(r'\s*<link rel="stylesheet" href="([^"]*)">')
_TAG = re.compile(r"<[a-zA-Z][^<>]*>")
_PROSE = re.compile(r' (?:alt|aria-label|content|d|placeholder|title)="[^"]*"')
_WORD = re.compile(r"[\w-]+")
_COMMENT = re.compile(r"/\*.*?\*/", re.S)
_STRING = r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'"
_SPACE = re.compile(rf"{_STRING}|\s*(?P<sign>[{{}};])\s*|(?P<colon>:)\s+|\s*\n\s*")
_VARIABLE = re.compile(
    r"(?<![\w-])(?P<name>--[\w-]+)\s*:"
    rf"(?:{_STRING}|\((?:{_STRING}|[^()\"']|\([^()]*\))*\)|[^;{{}}()\"'])*;?"
)
_READ = re.compile(r"var\(\s*(--[\w-]+)")

# The theme's script can make more than this site has. How the names of those parts begin, and what
# a page holds that has one.
_PARTS = {
    "card": "card",
    "dl": "dl",
    "footnote": "footnote",
    "grid": "grid",
    "linenos": "linenos",
    "md-annotation": "annotate",
    "md-banner": "md-banner",
    "md-consent": "md-consent",
    "md-source": "md-source",
    "md-status": "md-status",
    "md-tag": "md-tag",
    "md-tooltip": "annotate",
    "md-version": "md-version",
    "mermaid": "mermaid",
    "orange": "orange",
    "purple": "purple",
    "rtl": "rtl",
    "tabbed": "tabbed-set",
}

# Each of these makes the browser go over a whole page when the theme's script changes one mark.
_COSTLY = (
    "[data-md-color-switching]",  # keeps the header from fading into another palette
    ".md-typeset table:not([class])+*",  # the theme puts each table into a box that keeps distance
    ".md-typeset table:not([class]) td>",  # of paragraphs in a cell; ours hold none
    ".md-typeset table:not([class]) th>",
)


def names(html: str) -> set[str]:
    """The words in the tags of a page by which a selector could know them."""
    return set(_WORD.findall(_PROSE.sub("", " ".join(set(_TAG.findall(html))))))


def sheet(css: str, pages: Collection[str], scripts: Iterable[str]) -> str:
    """The rules of `css` whose selectors can match, in their order and in few characters.

    `pages` are the words of all pages, as `names` finds them; `scripts` the texts of all scripts,
    which may add elements and classes and read variables.
    """
    spoken = {word for script in scripts for word in _WORD.findall(script)}
    absent = tuple(begin for begin, needed in _PARTS.items() if needed not in pages)
    known = {*pages, *(word for word in spoken if not word.startswith(absent))}
    css = _rules(tinycss2.parse_stylesheet(css, True, True), known)
    while (less := _without_unread(css, spoken)) != css:  # a variable may be read by another alone
        css = less
    return css


def mistakes(css: str) -> list[tuple[int, str]]:
    """What is no rule: the line and what is wrong there."""
    nodes = tinycss2.parse_stylesheet(css, True, True)
    return [(node.source_line, node.message) for node in nodes if node.type == "error"]


def gather(site: Path, apart: Collection[str]) -> None:
    """In a built site, put into each page the one style sheet, and take all others away.

    The pages `apart`, by their files, link to it instead.
    """
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))}
    linked = _LINK.findall(pages[site / "index.html"])
    css = "".join((site / href).read_text(encoding="utf-8") for href in linked)
    scripts = [path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.js"))]
    css = sheet(css, set().union(*map(names, pages.values())), scripts)
    for path, html in pages.items():
        name = path.relative_to(site).as_posix()
        href = posixpath.relpath(_NAME, posixpath.dirname(name) or ".")
        link = f'<link rel="stylesheet" href="{href}">'
        style = link if name in apart else f"<style>{css}</style>"
        path.write_text(put(html, style), encoding="utf-8", newline="\n")
    for path in sorted(site.rglob("*.css")):
        path.unlink()
    (site / _NAME).write_text(css, encoding="utf-8", newline="\n")


def put(html: str, style: str) -> str:
    """The page with `style`, an element of its head, in place of all links to style sheets."""
    at = _LINK.search(html).start()
    return f"{html[:at]}\n{style}{_LINK.sub('', html[at:])}"


def _without_unread(css: str, spoken: Set[str]) -> str:
    """The rules without the variables that neither a rule nor a script reads."""
    read = {*_READ.findall(css), *(f"--{word.lstrip('-')}" for word in spoken)}
    return _VARIABLE.sub(lambda found: found[0] if found["name"] in read else "", css)


def _rules(nodes: Iterable[Node], known: Set[str]) -> str:
    kept = []
    for node in nodes:
        head = tinycss2.serialize(node.prelude).strip()
        if node.type == "at-rule":
            head = f"@{node.at_keyword} {head}".strip()
            if node.content is None:
                kept.append(f"{head};")
                continue
            if node.lower_at_keyword in ("media", "supports"):
                inner = _rules(tinycss2.parse_rule_list(node.content, True, True), known)
                kept += [f"{head}{{{inner}}}"] if inner else []
                continue
        else:
            selectors = [s for s in _split(node.prelude) if set(_names(s, known)) <= known]
            texts = [tinycss2.serialize(selector).strip() for selector in selectors]
            head = ",".join(text for text in texts if not text.startswith(_COSTLY))
        content = _COMMENT.sub("", tinycss2.serialize(node.content))
        content = _SPACE.sub(_close, content).strip("; ")
        kept += [f"{head}{{{content}}}"] if head and content else []
    return "".join(kept)


def _close(found: re.Match[str]) -> str:
    """The sign without the space around it; a line's end as a space; a string as it is."""
    return found["sign"] or found["colon"] or (found[0] if found[0].strip() else " ")


def _split(selectors: Iterable[Node]) -> list[list[Node]]:
    parts: list[list[Node]] = [[]]
    for node in selectors:
        if node == ",":
            parts.append([])
        else:
            parts[-1].append(node)
    return parts


def _names(selector: list[Node], known: Set[str]) -> Iterator[str]:
    """What must be there for the selector to match; of the choices in :is(), one."""
    for before, node in pairwise([None, *selector]):
        if node.type == "hash" or (node.type == "ident" and before != ":"):
            yield node.value
        elif node.type == "[] block":
            for part in node.content:
                if part.type in ("ident", "string"):
                    yield from _WORD.findall(part.value)
        elif node.type == "function" and node.lower_name in ("is", "where", "has"):
            choices = [list(_names(choice, known)) for choice in _split(node.arguments)]
            yield from next((c for c in choices if set(c) <= known), choices[0])
