"""Reads a page: what is on it, and on which line. A real Markdown parser, markdown-it, does it."""

from __future__ import annotations

import functools
import re
import shlex
from collections.abc import Sequence

import yaml
from markdown.extensions.attr_list import AttrListTreeprocessor
from markdown.extensions.toc import slugify, unique
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdformat.renderer import RenderTreeNode
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.attrs import attrs_plugin
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from .pages import Equation, Fence, Heading, Image, Include, Link, Page, resolve
from .tex import LABEL

_INCLUDED = re.compile(r'--8<-- "(?P<path>[^":]+)(?::(?P<section>[^"]+))?"')
_ESCAPED = re.compile(r"^([ \t]*);(?=;*-+8<-)", re.M)
_NAMED = re.compile(
    r"`[^`]*`|\{[^{}\n]*?#([\w.:-]+)[^{}\n]*\}|<[^>]*\b(?:id|name)=[\"']?([^\"'\s>]+)"
)
_KINDS = (Heading, Fence, Image, Equation, Link)


@functools.lru_cache(maxsize=1024)  # while serving: a page that has not changed
def parse(uri: str, text: str) -> Page:
    """Read a page's Markdown; raises yaml.YAMLError for front matter that is none."""
    tokens = _parser().parse(text)
    reader = _Reader(uri, text, tokens)
    first = tokens[0] if tokens and tokens[0].type == "front_matter" else None
    meta = (yaml.safe_load(first.content) or {}) if first else {}
    if not isinstance(meta, dict):
        raise yaml.YAMLError("it has no names for what it says")
    found = (tuple(reader.found[kind]) for kind in _KINDS)
    labels = {f"mjx-eqn:{each.label}" for each in reader.found[Equation] if each.label}
    above = reader.lines[first.map[1]] if first else 0
    anchors = frozenset(reader.anchors | labels)
    return Page(uri, text, above, meta, *found, anchors, RenderTreeNode(tokens))


@functools.cache
def _parser() -> MarkdownIt:
    """CommonMark and what the pages use on top of it, as mkdocs.yml has it."""
    parser = MarkdownIt("commonmark").enable("table")
    parser.use(footnote_plugin, inline=False, move_to_end=False)  # to refuse them
    parser.use(front_matter_plugin).use(deflist_plugin).use(admon_plugin).use(attrs_plugin)
    parser.use(dollarmath_plugin, allow_space=False, allow_labels=False, double_inline=True)
    return parser.use(container_plugin, "caption", "/")


class _Reader:
    """Gathers what a page holds while it goes over the parser's tokens once."""

    def __init__(self, uri: str, text: str, tokens: Sequence[Token]) -> None:
        self.uri, self.text = uri, text
        self.lines = [0, *(found.end() for found in re.finditer("\n", text)), len(text)]
        self.found: dict[type, list] = {kind: [] for kind in _KINDS}
        words = [it.content for it in tokens if it.type in ("inline", "html_block")]
        self.anchors = {a or b for each in words for a, b in _NAMED.findall(each) if a or b}
        self.at = self.end = 0  # how far the text has been read, and where the block ends
        self.link = ""
        for number, token in enumerate(tokens):
            if token.map and token.nesting >= 0:
                self.at, self.end = max(self.at, self.lines[token.map[0]]), self.lines[token.map[1]]
            if token.type == "fence":
                self._add(_fence(token))
            elif token.type == "math_block":
                self._equation(token, display=True)
            elif token.type == "container_caption_open":
                self._caption(token)
            elif token.type == "heading_open":
                self._heading(token, tokens[number + 1])
            for child in token.children or ():
                self._inline(child)

    def _add(self, part: Heading | Fence | Image | Equation | Link) -> None:
        self.found[type(part)].append(part)

    def _heading(self, token: Token, inline: Token) -> None:
        shown = "".join(child.content or " " * (child.tag == "br") for child in inline.children)
        words, attributes = split_attributes(shown)
        anchor = own_name(attributes) or unique(slugify(words, "-"), self.anchors)
        self.anchors.add(anchor)
        self._add(Heading(token.map[0] + 1, int(token.tag[1]), words, anchor))

    def _inline(self, child: Token) -> None:
        if child.type in ("math_inline", "math_inline_double"):
            self._equation(child, display=child.type == "math_inline_double")
        elif child.type == "code_inline":
            self._find(child)
        elif child.type in ("softbreak", "hardbreak"):
            self.at = self.text.find("\n", self.at) + 1
        elif child.type == "image":
            line, target = self._target(child.attrs["src"]), resolve(self.uri, child.attrs["src"])
            play = str(child.attrs.get("data-play", ""))
            self._add(Image(line, child.content, target[0], play, ""))
        elif child.type == "link_open":
            self.link = child.attrs["href"]
        elif child.type == "link_close":
            line = self._target(self.link)
            self._add(Link(line, self.link, *resolve(self.uri, self.link)))

    def _equation(self, token: Token, *, display: bool) -> None:
        left, start, end, right = self._find(token)
        label = LABEL.search(token.content)
        tex = " ".join(LABEL.sub(" ", token.content).split())
        name = label["label"] if label else None
        source = token.content.strip()
        place = (self._line(start), left, start, end, right)
        self._add(Equation(*place, source, tex, name, display))

    def _caption(self, token: Token) -> None:
        """The words below a block of images."""
        words = self.text[self.lines[token.map[0] + 1] : self.lines[token.map[1]]]
        above = self.text[: self.lines[token.map[0]]].rstrip()
        first = self._line(above.rfind("\n\n") + 2)
        for number, image in enumerate(self.found[Image]):
            if image.line >= first:
                self.found[Image][number] = image._replace(caption=" ".join(words.split()))

    def _find(self, token: Token) -> tuple[int, int, int, int]:
        """Where the block goes on with a token's words, which a list or a box may indent."""
        lines = (re.escape(line.strip()) for line in token.content.strip("\n").split("\n"))
        words = r"[ \t>]*\n[ \t>]*".join(lines).replace(r"\|", r"\\?\|")  # as in a table
        mark = re.escape(token.markup)
        pattern = re.compile(rf"{mark}[\s>]*(?P<words>{words})[\s>]*{mark}")
        found = pattern.search(self.text, self.at, self.end)
        if not found:
            return (self.at,) * 4
        self.at = found.end()
        return found.start(), *found.span("words"), found.end()

    def _target(self, target: str) -> int:
        """The line of a link's target, where the block goes on; without one, that of its words."""
        start = self.text.find(f"]({target}", self.at, self.end)
        if start >= 0:
            self.at = start + 2 + len(target)
        return self._line(self.at)

    def _line(self, offset: int) -> int:
        return self.text.count("\n", 0, offset) + 1


def _fence(token: Token) -> Fence:
    info = token.info.strip()
    try:
        words = shlex.split(info.strip("{} "))
    except ValueError:  # a quotation mark that nothing closes
        words = info.split()
    title = next((word[6:] for word in words if word.startswith("title=")), "")
    language = words[0].lstrip(".").lower() if words else ""
    found = _INCLUDED.fullmatch(token.content.strip())
    line = token.map[0] + 1
    offset = token.content.partition("--8<--")[0].count("\n") + 1
    include = Include(line + offset, found["path"], found["section"]) if found else None
    body = _ESCAPED.sub(r"\1", token.content)
    return Fence(line, token.map[1], info, language, title, body, include)


def split_attributes(words: str) -> tuple[str, str]:
    """A heading's or a term's words, and the attributes at its end: `Loss { #loss }`."""
    found = AttrListTreeprocessor.HEADER_RE.search(words)
    return (words[: found.start()], found[1]) if found else (words, "")


def own_name(attributes: str) -> str:
    """The name that attributes give to a place, or nothing."""
    return next((word[1:] for word in attributes.split() if word.startswith("#")), "")
