"""The theme on a diet: all that knows the inside of Material for MkDocs, to make pages light.

`extra: diet` in mkdocs.yml is its switch. Without it, pages look and work the same and weigh more.
With it, the theme's unused files stay out, its script is amended, and each page brings of all style
sheets what the site uses, for a page shows nothing until its styles are there. What no longer fits
a new version of the theme is left as the theme has it, and named. What there is to know of the
theme stands in docs/theme/.diet.yml, the templates' part in docs/theme/main.html, below `if diet`.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fnmatch import filter as matching
from itertools import groupby, pairwise
from pathlib import Path
from typing import NamedTuple

import tinycss2
import yaml
from pygments.filter import Filter
from pygments.lexer import Lexer
from pygments.token import STANDARD_TYPES, Text
from tinycss2.ast import Node

from .problems import Problem, line_of

_LISTS = "docs/theme/.diet.yml"
_SOURCE_MAP = re.compile(rb"\s*// *# sourceMappingURL=\S+\s*$")
_CLASSES = re.compile(r"class=[\"']?([^\"'>]*)")
_READ = re.compile(r"var\(\s*(--[\w-]+)")
_GIVEN = re.compile(r"(--md-[\w-]+):(?:url\((?:\"[^\"]*\"|[^)\"]*)\)|\"[^\"]*\"|[^;{}\"])*;?")
_UNCOLOURED = {"n", "nn", "o", "ow", "p", "sa", "si", "w"}  # as in the text around them


class Slim(NamedTuple):
    """What the diet leaves.

    `files` has the new contents of files by their names in the site, None for those that go;
    `sheet` is the text of the one style sheet and `bundle` the name of the theme's script, both
    empty where the theme is to bring its own; `problems` says what no longer fits the theme.
    """

    files: Mapping[str, bytes | None]
    sheet: str
    bundle: str
    problems: Sequence[Problem]


class Uncoloured(Filter):
    """For Pygments: words of code that have no colour get no element of their own."""

    def filter(self, _: Lexer, stream: Iterable[tuple]) -> Iterator[tuple]:
        """The same words, those without a colour as mere text."""
        for kind, word in stream:
            yield (Text if STANDARD_TYPES.get(kind) in _UNCOLOURED else kind), word


def slim(
    files: Mapping[str, bytes], extra_css: Sequence[str], pages: Iterable[str], settings: str
) -> Slim:
    """Put a site on the diet.

    `files` are those below assets/ and the style sheets, by their names in the site; `extra_css`
    names the site's own style sheets among them; `pages` are the contents of all pages; `settings`
    is what mkdocs.yml and the pages' front matter say, in whatever form.
    """
    lists = (Path(__file__).parents[3] / _LISTS).read_text(encoding="utf-8")
    known, misfits = _known(lists), {}
    left = {name: None for glob in known["unused"] for name in matching(files, glob)}
    scripts = [name for name in matching(files, "*.js") if name not in left]
    left |= {name: _SOURCE_MAP.sub(b"\n", files[name]) for name in scripts}
    bundle = next(iter(matching(files, known["script"])), "")
    for text, better in known["amended"].items():
        if bundle and left[bundle].count(text.encode()) == 1:
            left[bundle] = left[bundle].replace(text.encode(), better.encode())
        else:
            misfits[text] = f"{known['script']} does not hold {text} once"
    theme = sorted(matching(files, known["sheets"]))
    rules = "".join(files[name].decode() for name in theme)
    whole = "\n".join(pages)
    classes = {name for found in _CLASSES.findall(whole) for name in found.split()}
    css, missed = _needed(rules, frozenset(classes), settings, lists)
    for start in missed:
        misfits[start] = f"no selector in {known['sheets']} begins with {start}"
    if theme:
        css += "".join(_squeezed(files[name].decode()) for name in extra_css)
        read = {*_READ.findall(css), *_READ.findall(whole)}
        css = _GIVEN.sub(lambda found: found[0] if found[1] in read else "", css)
        left |= dict.fromkeys((*theme, *extra_css))
    remedy = "see what takes its place in the theme's new version, or leave it out"
    found = [Problem(_LISTS, line_of(lists, it), cause, remedy) for it, cause in misfits.items()]
    return Slim(left, css, bundle, found)


@functools.lru_cache(maxsize=32)  # while serving: a style sheet that has not changed
def check(name: str, css: str) -> tuple[Problem, ...]:
    """What of a style sheet, the file `name`, is no rule."""
    remedy = "close what is open, and give each rule a selector and a block"
    errors = [node for node in tinycss2.parse_stylesheet(css, True, True) if node.type == "error"]
    return *(Problem(name, e.source_line, f"this is no CSS: {e.message}", remedy) for e in errors),


_known = functools.lru_cache(maxsize=1)(yaml.safe_load)  # what the lists say


@functools.lru_cache(maxsize=2)  # while serving: the words of a page change, and hardly its classes
def _needed(css: str, classes: frozenset[str], settings: str, lists: str) -> tuple[str, list[str]]:
    """The theme's rules that can apply, in their order; which costly ones it does not have."""
    known = _known(lists)
    said, parts = " ".join([settings, *sorted(classes)]), known["parts"]
    asked = {start for sign in parts if sign in said for start in parts[sign]}
    absent = tuple({start for sign in parts for start in parts[sign]} - asked)
    words = {*classes, *known["states"], *re.findall(r"[\w-]+", settings)}
    missed = set(known["costly"])

    def wanted(selector: list[Node]) -> bool:
        text = tinycss2.serialize(selector).strip()
        found = {start for start in known["costly"] if text.startswith(start)}
        missed.difference_update(found)
        return not found and all(
            not name.startswith(absent) if name.startswith("md-") else name in words
            for name in _names(selector)
        )

    return _rules(tinycss2.parse_stylesheet(css, True, True), wanted), sorted(missed)


def _rules(nodes: Iterable[Node], wanted: Callable[[list[Node]], bool]) -> str:
    """The rules that have a wanted selector, with those alone."""
    kept = []
    for node in nodes:
        if node.type == "qualified-rule":
            parts = groupby(node.prelude, lambda part: part == ",")
            selectors = filter(wanted, [[*part] for comma, part in parts if not comma])
            head = ",".join(tinycss2.serialize(selector).strip() for selector in selectors)
            content = tinycss2.serialize(node.content)
        elif node.type == "at-rule" and node.lower_at_keyword in ("media", "supports"):
            head = f"@{node.at_keyword}{tinycss2.serialize(node.prelude)}"
            content = _rules(tinycss2.parse_rule_list(node.content, True, True), wanted)
        else:
            kept.append(node.serialize())
            continue
        kept += [f"{head}{{{content}}}"] if head and content else []
    return "".join(kept)


def _names(selector: list[Node]) -> Iterator[str]:
    """The classes, palettes and directions that must be there for the selector to match."""
    for before, node in pairwise([None, *selector]):
        if node.type == "ident" and before == ".":
            yield node.value
        elif node.type == "[] block":
            name, *value = [part.value for part in node.content if hasattr(part, "value")]
            if name == "dir" or name.startswith("data-md-color-"):
                yield from value[1:]  # the first is the sign between them


@functools.lru_cache(maxsize=32)
def _squeezed(css: str) -> str:
    """A style sheet of ours without comments, indentation, spaces at its signs and such zeros."""
    nodes = tinycss2.parse_component_value_list(css, skip_comments=True)
    lines = re.sub(r"\s*\n\s*", " ", tinycss2.serialize(nodes))
    unread = r"""("[^"]*"|'[^']*')| ?([{};]) ?|(?<=[:,]) |(?<=[ :,(])0(?=\.\d)"""
    return re.sub(unread, lambda it: it[1] or it[2] or "", lines).strip()
