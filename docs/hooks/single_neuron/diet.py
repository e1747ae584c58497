"""The theme on a diet: all that knows the inside of Material for MkDocs, to make pages light.

`extra: diet` in mkdocs.yml is its switch. Without it, pages look and work the same and weigh more.
With it, the theme's unused files stay out, its script is amended, and each page brings of all style
sheets what the site uses, for a page shows nothing until its styles are there. What no longer fits
a new version of the theme is left as the theme has it, and named. The templates' part of the diet
stands in docs/theme/main.html, below `if diet`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from pathlib import Path
from typing import NamedTuple

import tinycss2
from pygments.filter import Filter
from pygments.lexer import Lexer
from pygments.token import STANDARD_TYPES, Text
from tinycss2.ast import Node

from .problems import Problem, line_of

# What the theme brings along and no page of ours asks for: the search in other languages, maps of
# scripts that nobody debugs here, an icon that is not ours.
_UNUSED = re.compile(r"assets/(?:javascripts/lunr/.*|.*\.map|images/favicon\.png)")
_SOURCE_MAP = re.compile(rb"\s*// *# sourceMappingURL=\S+\s*$")
_BUNDLE = re.compile(r"assets/javascripts/bundle\.[^/]*\.js")
_THEME_SHEET = re.compile(r"assets/stylesheets/[^/]*\.css")

_AMENDED = {  # in the theme's script
    # its word on bars to scroll with (site.css has one): a browser would go over the whole page
    '{name:"color-scheme"}': '{name:""}',
    # a group of buttons, which is no navigation
    '"nav",{class:"md-code__nav"}': '"div",{class:"md-code__nav"}',
}

# How the names of those parts of the theme begin that a site has only if it asks for them: by a
# word of its settings, of a page's front matter, or among the classes on a page.
_PARTS = {
    "alternate": "md-select",
    "annotate": "md-annotation md-tooltip",
    "blog": "md-author md-content--post md-draft md-meta md-pagination md-pin md-post md-profile",
    "consent": "md-consent",
    "feedback": "md-feedback",
    "git-": "md-source-file",
    "md-clipboard": "md-clipboard",
    "md-input": "md-input",
    "navigation.instant.progress": "md-progress",
    "navigation.path": "md-path",
    "navigation.tabs": "md-header--lifted md-nav--lifted md-tabs",
    "repo_url": "md-header__source md-nav__source md-source__",
    "social": "md-social",
    "status": "md-status",
    "tags": "md-tag",
    "toc.integrate": "md-nav--integrated",
    "tooltip": "md-tooltip",
    "version": "md-version",
}
_STATES = {"focus-visible", "js", "js-focus-visible", "ltr", "no-js"}  # which no page's text holds

# Each of these makes the browser go over a whole page when the theme's script changes one mark.
_COSTLY = (
    "[data-md-color-switching]",  # keeps the header from fading into another palette
    ".md-typeset table:not([class])+*",  # the theme puts each table into a box that keeps distance
    ".md-typeset table:not([class]) td>",  # of paragraphs in a cell; ours hold none
    ".md-typeset table:not([class]) th>",
)
_CLASSES = re.compile(r"\bclass=[\"']?([^\"'>]*)")
_READ = re.compile(r"var\(\s*(--[\w-]+)")
_PICTURE = re.compile(r"(--[\w-]+):url\((?:\"[^\"]*\"|[^)\"]*)\);?")

_LINE_END = re.compile(r"\s*\n\s*")
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
    problems: list[Problem] = []
    left: dict[str, bytes | None] = {name: None for name in files if _UNUSED.fullmatch(name)}
    for name in files:
        if name.endswith(".js") and name not in left:
            left[name] = _SOURCE_MAP.sub(b"\n", files[name])
    bundle = next(filter(_BUNDLE.fullmatch, files), "")
    if bundle:
        script = left[bundle].decode()
        for text, better in _AMENDED.items():
            if script.count(text) != 1:
                problems.append(_misfit(text, f"the theme's script does not hold {text} once"))
            script = script.replace(text, better) if script.count(text) == 1 else script
        left[bundle] = script.encode()
    else:
        problems.append(_misfit("bundle", "the theme's script has another name"))
    theme = sorted(filter(_THEME_SHEET.fullmatch, files))
    if not theme:
        problems.append(_misfit("_THEME_SHEET", "the theme's style sheets have other names"))
        return Slim(left, "", bundle, problems)
    rules = "".join(files[name].decode() for name in theme)
    css = _needed(rules, pages, settings, problems)
    css += "".join(_squeezed(files[name].decode()) for name in extra_css)
    read = set(_READ.findall(css))
    css = _PICTURE.sub(lambda found: found[0] if found[1] in read else "", css)
    left |= dict.fromkeys((*theme, *extra_css))
    return Slim(left, css, bundle, problems)


def check(name: str, css: str) -> list[Problem]:
    """What of a style sheet, the file `name`, is no rule."""
    remedy = "close what is open, and give each rule a selector and a block"
    nodes = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    errors = [node for node in nodes if node.type == "error"]
    return [Problem(name, e.source_line, f"this is no CSS: {e.message}", remedy) for e in errors]


def _misfit(text: str, cause: str) -> Problem:
    """What no longer fits the theme; `text` is what this file says of it."""
    line = line_of(Path(__file__).read_text(encoding="utf-8"), text)
    remedy = "see what takes its place in the theme's new version, or leave it out"
    return Problem("docs/hooks/single_neuron/diet.py", line, cause, remedy)


def _needed(css: str, pages: Iterable[str], settings: str, problems: list[Problem]) -> str:
    """The theme's rules that can apply, in their order."""
    classes = {name for page in pages for found in _CLASSES.findall(page) for name in found.split()}
    said = " ".join([settings, *sorted(classes)])
    asked = " ".join(parts for sign, parts in _PARTS.items() if sign in said).split()
    absent = tuple({*" ".join(_PARTS.values()).split()} - {*asked})
    words = {*classes, *_STATES, *re.findall(r"[\w-]+", settings)}
    costly = set(_COSTLY)

    def wanted(selector: list[Node]) -> bool:
        text = tinycss2.serialize(selector).strip()
        found = next((start for start in _COSTLY if text.startswith(start)), None)
        costly.discard(found)
        return not found and all(
            not name.startswith(absent) if name.startswith("md-") else name in words
            for name in _names(selector)
        )

    kept = _rules(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True), wanted)
    cause = "no selector of the theme begins with "
    problems += [_misfit(start, f"{cause}{start}") for start in sorted(costly)]
    return kept


def _rules(nodes: Iterable[Node], wanted: Callable[[list[Node]], bool]) -> str:
    """The rules that have a wanted selector, with those alone."""
    kept = []
    for node in nodes:
        if node.type == "qualified-rule":
            selectors = filter(wanted, _split(node.prelude))
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


def _split(selectors: Iterable[Node]) -> list[list[Node]]:
    return [[*part] for comma, part in groupby(selectors, lambda node: node == ",") if not comma]


def _names(selector: list[Node]) -> Iterator[str]:
    """The classes, palettes and directions that must be there for the selector to match."""
    for before, node in pairwise([None, *selector]):
        if node.type == "ident" and before == ".":
            yield node.value
        elif node.type == "[] block":
            name, *value = [part.value for part in node.content if hasattr(part, "value")]
            if name == "dir" or name.startswith("data-md-color-"):
                yield from value[1:]  # the first is the sign between them


def _squeezed(css: str) -> str:
    """A style sheet of ours without its comments and indentation."""
    nodes = tinycss2.parse_component_value_list(css, skip_comments=True)
    return _LINE_END.sub(" ", tinycss2.serialize(nodes)).strip()
