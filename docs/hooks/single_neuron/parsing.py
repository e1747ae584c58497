"""Reads a page: what is on it, and on which line. A real Markdown parser, markdown-it, does it."""

from __future__ import annotations

import functools
import re
import shlex
from collections.abc import Iterable
from itertools import pairwise

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
from mdit_py_plugins.front_matter import front_matter_plugin
from pymdownx.snippets import SnippetPreprocessor

from .pages import Equation, Fence, Heading, Image, Include, Link, Page, resolve

LABEL = re.compile(r"\s*\\label\s*\{(?P<label>[^{}]+)\}")
_INCLUDED = re.compile(r'--8<-- "(?P<path>[^":]+)(?::(?P<section>[^"]+))?"')


@functools.lru_cache(maxsize=1024)  # while serving: a page that has not changed
def parse(uri: str, text: str) -> Page:
    """Read a page's Markdown; raises yaml.YAMLError for front matter that is none."""
    tokens = _parser().parse(text)
    reader = _Reader(uri, text)
    for token, after in pairwise([*tokens, None]):
        reader.read(token, after)
    return reader.page(RenderTreeNode(tokens))


@functools.cache
def _parser() -> MarkdownIt:
    """CommonMark and what the pages use on top of it, as mkdocs.yml has it."""
    parser = MarkdownIt("commonmark").enable("table")
    parser.use(front_matter_plugin).use(deflist_plugin).use(admon_plugin).use(attrs_plugin)
    parser.use(dollarmath_plugin, allow_space=False, allow_labels=False, double_inline=True)
    return parser.use(container_plugin, "caption", "/")


_KINDS = (Heading, Fence, Image, Equation, Link)


class _Reader:
    """Gathers what a page holds while it goes over the parser's tokens once."""

    def __init__(self, uri: str, text: str) -> None:
        self.uri, self.text = uri, text
        self.lines = [0, *(found.end() for found in re.finditer("\n", text)), len(text)]
        self.meta: dict[str, object] = {}
        self.found: dict[type, list] = {kind: [] for kind in _KINDS}
        self.anchors: set[str] = set()
        self.at = 0  # how far the text has been read

    def read(self, token: Token, after: Token | None) -> None:
        """Take what one block token holds."""
        if token.map and token.nesting >= 0:
            self.at = max(self.at, self.lines[token.map[0]])
        if token.type == "front_matter":
            self.meta = yaml.safe_load(token.content) or {}
        elif token.type == "fence":
            self._add(_fence(token))
        elif token.type == "math_block":
            self._equation(token, display=True)
        elif token.type == "container_caption_open":
            self._caption(token)
        elif token.type in ("heading_open", "dt_open"):
            self._named(token, after)
        elif token.type == "inline":
            self._inline(token)

    def page(self, tree: RenderTreeNode) -> Page:
        """All that was gathered."""
        fences, equations = self.found[Fence], self.found[Equation]
        checked = {fence.include.line for fence in fences if fence.include}
        odd = tuple(
            (number, line.strip())
            for number, line in enumerate(self.text.splitlines(), start=1)
            if SnippetPreprocessor.RE_ALL_SNIPPETS.match(line) and number not in checked
        )
        anchors = self.anchors | {f"mjx-eqn:{one.label}" for one in equations if one.label}
        found = (tuple(self.found[kind]) for kind in _KINDS)
        return Page(self.uri, self.text, self.meta, *found, odd, frozenset(anchors), tree)

    def _add(self, part: Heading | Fence | Image | Equation | Link) -> None:
        self.found[type(part)].append(part)

    def _named(self, token: Token, inline: Token) -> None:
        """A heading, or a term of a definition list: what links may lead to."""
        words, attributes = split_attributes(inline.content)
        anchor = own_name(attributes)
        if token.type == "heading_open":
            shown = _words(inline.children)
            text = shown[: len(shown) - len(inline.content) + len(words)].strip()
            anchor = anchor or unique(slugify(text, "-"), set(self.anchors))
            self._add(Heading(token.map[0] + 1, int(token.tag[1]), text, anchor))
        if anchor:
            self.anchors.add(anchor)

    def _inline(self, token: Token) -> None:
        opened = []
        for number, child in enumerate(token.children or ()):
            if child.type in ("math_inline", "math_inline_double"):
                self._equation(child, display=child.type == "math_inline_double")
            elif child.type in ("softbreak", "hardbreak"):
                self.at = self.text.find("\n", self.at) + 1
            elif child.type == "code_inline":
                self._find(child.content, child.markup)
            elif child.type == "image":
                line, play = self._target(child.attrs["src"]), str(child.attrs.get("data-play", ""))
                path, _ = resolve(self.uri, child.attrs["src"])
                self._add(Image(line, child.content, path, play, ""))
            elif child.type == "link_open":
                opened.append((child.attrs["href"], _words(token.children[number + 1 :])))
            elif child.type == "link_close":
                target, words = opened.pop()
                line = self._target(target)
                self._add(Link(line, words, target, *resolve(self.uri, target)))

    def _equation(self, token: Token, *, display: bool) -> None:
        start, end = self._find(token.content, token.markup)
        label = LABEL.search(token.content)
        tex = " ".join(LABEL.sub(" ", token.content).split())
        name = label["label"] if label else None
        line, source = self._line(start), token.content.strip()
        self._add(Equation(line, start, end, source, tex, name, display))

    def _caption(self, token: Token) -> None:
        """The words below the image before it."""
        words = self.text[self.lines[token.map[0] + 1] : self.lines[token.map[1]]]
        above = self.text[: self.lines[token.map[0]]].rstrip()
        images = self.found[Image]
        if images and self._line(len(above)) == images[-1].line:
            images[-1] = images[-1]._replace(caption=" ".join(words.split()))

    def _find(self, content: str, mark: str) -> tuple[int, int]:
        """Where the text goes on with these words, which a list or a box may indent."""
        lines = (re.escape(line.strip()) for line in content.strip("\n").split("\n"))
        words, mark = r"[ \t>]*\n[ \t>]*".join(lines), re.escape(mark)
        found = re.compile(rf"{mark}\s*(?P<words>{words})\s*{mark}").search(self.text, self.at)
        if not found:
            return self.at, self.at
        self.at = found.end()
        return found.span("words")

    def _target(self, target: str) -> int:
        """The line of a link's target, where the text goes on."""
        start = self.text.find(f"]({target}", self.at)
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
    return Fence(line, token.map[1], info, language, title, token.content, include)


def split_attributes(words: str) -> tuple[str, str]:
    """A heading's or a term's words, and the attributes at its end: `Loss { #loss }`."""
    found = AttrListTreeprocessor.HEADER_RE.search(words)
    return (words[: found.start()], found[1]) if found else (words, "")


def own_name(attributes: str) -> str:
    """The name that attributes give to a place, or nothing."""
    return next((word[1:] for word in attributes.split() if word.startswith("#")), "")


def _words(tokens: Iterable[Token]) -> str:
    """The words of a line without marks, or those of a link up to its end."""
    words, depth = [], 0
    for token in tokens:
        depth += token.nesting
        if depth < 0:
            break
        words.append(" " if token.type in ("softbreak", "hardbreak") else token.content)
    return "".join(words)
