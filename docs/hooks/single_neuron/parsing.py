"""Reads a page: what is on it, and on which line. A real Markdown parser, markdown-it, does it."""

from __future__ import annotations

import functools
import re

import yaml
from markdown.extensions.attr_list import AttrListTreeprocessor
from markdown.extensions.toc import slugify, unique
from markdown_it import MarkdownIt
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
_TITLE = re.compile(r"""\btitle=(["'])(?P<it>.*?)\1""")
_KINDS = (Heading, Fence, Image, Equation, Link)


@functools.lru_cache(maxsize=1024)  # while serving: a page that has not changed
def parse(uri: str, text: str) -> Page:
    """Read a page's Markdown; raises yaml.YAMLError for front matter that is none."""
    tree = RenderTreeNode(_parser().parse(text))
    reader = _Reader(uri, text, tree)
    first = next((node for node in tree.children[:1] if node.type == "front_matter"), None)
    meta = (yaml.safe_load(first.content) or {}) if first else {}
    if not isinstance(meta, dict):
        raise yaml.YAMLError("it has no names for what it says")
    if not all(isinstance(meta.get(name, ""), str) for name in ("title", "description")):
        raise yaml.YAMLError("its title and its description are texts, in quotes if need be")
    found = (tuple(reader.found[kind]) for kind in _KINDS)
    labels = {f"mjx-eqn:{each.label}" for each in reader.found[Equation] if each.label}
    above = reader.lines[first.map[1]] if first else 0
    return Page(uri, text, above, meta, *found, frozenset(reader.anchors | labels), tree)


@functools.cache
def _parser() -> MarkdownIt:
    """CommonMark and what the pages use on top of it, as mkdocs.yml has it."""
    parser = MarkdownIt("commonmark").enable("table")
    parser.use(footnote_plugin, inline=False, move_to_end=False)  # to refuse them
    parser.use(front_matter_plugin).use(deflist_plugin).use(admon_plugin).use(attrs_plugin)
    parser.use(dollarmath_plugin, allow_space=False, allow_labels=False, double_inline=True)
    return parser.use(container_plugin, "caption", "/")


class _Reader:
    """Gathers what a page holds while it goes over the parser's tree once."""

    def __init__(self, uri: str, text: str, tree: RenderTreeNode) -> None:
        self.uri, self.text = uri, text
        self.lines = [0, *(found.end() for found in re.finditer("\n", text)), len(text)]
        self.found: dict[type, list] = {kind: [] for kind in _KINDS}
        words = [node.content for node in tree.walk() if node.type in ("inline", "html_block")]
        self.anchors = {a or b for each in words for a, b in _NAMED.findall(each) if a or b}
        self.at = self.end = 0  # how far the text has been read, and where the block ends
        for node in tree.children:
            self._read(node)

    def _read(self, node: RenderTreeNode, caption: tuple[str, int] = ("", 0)) -> None:
        if node.map:
            self.at = max(self.at, self.lines[node.map[0]])
            self.end = self.lines[max(node.map[1], node.map[0] + 1)]  # a term's map is empty
            below = node.next_sibling
            if below and below.type == "container_caption":
                words = self.text[self.lines[below.map[0] + 1] : self.lines[below.map[1]]]
                caption = " ".join(words.split()), below.map[1] + 1
        if node.type == "fence":
            self._add(node, _fence(node))
        elif node.type == "heading":
            self._add(node, self._heading(node))
        elif node.type in ("math_block", "math_inline_double", "math_inline"):
            self._add(node, self._equation(node))
        elif node.type == "code_inline":
            self._find(node)
        elif node.type in ("softbreak", "hardbreak"):
            self.at = self.text.find("\n", self.at) + 1
        elif node.type == "image":
            line, target = self._target(node.attrs["src"]), resolve(self.uri, node.attrs["src"])
            play = str(node.attrs.get("data-play", ""))
            self._add(node, Image(line, node.content, target[0], play, *caption))
            return  # its words are in its place
        for child in node.children:
            self._read(child, caption)
        if node.type == "link":
            target = node.attrs["href"]
            self._add(node, Link(self._target(target), target, *resolve(self.uri, target)))

    def _add(self, node: RenderTreeNode, part: Heading | Fence | Image | Equation | Link) -> None:
        self.found[type(part)].append(part)
        node.meta["read"] = part

    def _heading(self, node: RenderTreeNode) -> Heading:
        flat = node.children[0].token.children
        read = (child for child in flat if child.type != "html_inline")
        shown = "".join(child.content or " " * (child.tag == "br") for child in read)
        words, attributes = split_attributes(shown)
        anchor = own_name(attributes) or unique(slugify(words, "-"), self.anchors)
        self.anchors.add(anchor)
        return Heading(node.map[0] + 1, int(node.tag[1]), words, anchor)

    def _equation(self, node: RenderTreeNode) -> Equation:
        left, start, end, right = self._find(node)
        label = LABEL.search(node.content)
        tex = " ".join(LABEL.sub(" ", node.content).split())
        name, display = label["label"] if label else None, node.type != "math_inline"
        place = (self._line(start), left, start, end, right)
        return Equation(*place, node.content.strip(), tex, name, display)

    def _find(self, node: RenderTreeNode) -> tuple[int, int, int, int]:
        """Where the block goes on with a node's words, which a list or a box may indent."""
        lines = (re.escape(line.strip()) for line in node.content.strip("\n").split("\n"))
        words = r"[ \t>]*\n[ \t>]*".join(lines).replace(r"\|", r"\\?\|")  # as in a table
        mark = re.escape(node.markup)
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


def _fence(node: RenderTreeNode) -> Fence:
    info = node.info.strip()
    words, title = info.strip("{} ").split(), _TITLE.search(info)
    language = words[0].lstrip(".").lower() if words else ""
    found = _INCLUDED.fullmatch(node.content.strip())
    line = node.map[0] + 1
    offset = node.content.partition("--8<--")[0].count("\n") + 1
    include = Include(line + offset, found["path"], found["section"]) if found else None
    body = _ESCAPED.sub(r"\1", node.content)
    return Fence(line, node.map[1], info, language, title["it"] if title else "", body, include)


def split_attributes(words: str) -> tuple[str, str]:
    """A heading's or a term's words, and the attributes at its end: `Loss { #loss }`."""
    found = AttrListTreeprocessor.HEADER_RE.search(words)
    return (words[: found.start()], found[1]) if found else (words, "")


def own_name(attributes: str) -> str:
    """The name that attributes give to a place, or nothing."""
    return next((word[1:] for word in attributes.split() if word.startswith("#")), "")
