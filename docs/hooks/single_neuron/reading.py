"""Reads every page once: what is on it, and on which line.

A real Markdown parser, markdown-it, does the work. Everything else that asks what a page holds
(checks, editions, proofs, claims, mutants, tests) asks the values that are made here.
"""

from __future__ import annotations

import functools
import posixpath
import re
import shlex
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path

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
from yaml_env_tag import construct_env_tag

from .problems import Problem

LABEL = re.compile(r"\s*\\label\s*\{(?P<label>[^{}]+)\}")
_INCLUDED = re.compile(r'--8<-- "(?P<path>[^":]+)(?::(?P<section>[^"\d][^"]*))?"')
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|/", re.I)


@dataclass(frozen=True)
class Heading:
    """A heading: its text without marks, and its name for links."""

    line: int
    level: int
    text: str
    anchor: str


@dataclass(frozen=True)
class Include:
    """An include of a file below `snippets/`, or of a named section of it."""

    line: int
    path: str
    section: str | None


@dataclass(frozen=True)
class Fence:
    """A block of code from its first to its last line; `include` is all that it holds, or None."""

    line: int
    end: int
    info: str
    language: str
    title: str
    body: str
    include: Include | None


@dataclass(frozen=True)
class Image:
    """An image; `target` is its file below `docs/`, `play` the view that wakes it, or ""."""

    line: int
    alt: str
    target: str
    play: str
    caption: str


@dataclass(frozen=True)
class Equation:
    """An equation; `start` and `end` are where its TeX stands in the page's text.

    `source` is the TeX as it is written, `tex` the same on one line and without the label.
    """

    line: int
    start: int
    end: int
    source: str
    tex: str
    label: str | None
    display: bool


@dataclass(frozen=True)
class Link:
    """A link; `path` is its file below `docs/`, or "" when it leads away from the site."""

    line: int
    text: str
    target: str
    path: str
    anchor: str


@dataclass(frozen=True)
class Page:
    """A page as it is written, and what is on it, in order."""

    uri: str
    text: str
    meta: Mapping[str, object]
    headings: tuple[Heading, ...]
    fences: tuple[Fence, ...]
    images: tuple[Image, ...]
    equations: tuple[Equation, ...]
    links: tuple[Link, ...]
    odd_includes: tuple[tuple[int, str], ...]  # line and text of those that nothing would check
    anchors: frozenset[str]
    tree: RenderTreeNode = field(repr=False, compare=False)
    _hidden: tuple[tuple[int, int], ...] = field(repr=False, compare=False)

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

    @functools.cached_property
    def prose(self) -> str:
        """The text with all but the prose made blank: code, equations, targets, attributes."""
        text, at = [], 0
        for start, end in sorted(self._hidden):
            text += [self.text[at:start], re.sub(r"[^\n]", " ", self.text[max(start, at) : end])]
            at = max(at, end)
        return "".join([*text, self.text[at:]])

    def line_at(self, offset: int) -> int:
        """The line (from 1) of a place in the text."""
        return self.text.count("\n", 0, offset) + 1


@dataclass(frozen=True)
class Entry:
    """An entry of the navigation: a file below `docs/`, its title there, its section."""

    section: str
    title: str
    uri: str


@dataclass(frozen=True)
class Project:
    """The project as it is on the disk: pages by path below `docs/`, the navigation, scripts.

    `problems` are files that cannot be read; `changed` holds texts that count instead of files.
    """

    root: Path
    pages: Mapping[str, Page]
    nav: tuple[Entry, ...]
    scripts: tuple[Path, ...]
    problems: tuple[Problem, ...] = ()
    changed: Mapping[Path, str] = field(default_factory=dict)

    @classmethod
    def read(
        cls,
        root: Path,
        nav: object = None,
        changed: Mapping[Path, str] | None = None,
    ) -> Project:
        """Read all pages, the navigation from mkdocs.yml if it is not given."""
        scripts = tuple(sorted((root / "snippets").rglob("*.py")))
        listed = tuple(_in_order(settings(root).get("nav") if nav is None else nav))
        project = cls(root, {}, listed, scripts, (), changed or {})
        pages, problems = {}, []
        for path in sorted((root / "docs").rglob("*.md")):
            uri = path.relative_to(root / "docs").as_posix()
            try:
                pages[uri] = parse(uri, project.text(path))
            except (UnicodeDecodeError, yaml.YAMLError) as error:
                pages[uri] = parse(uri, "")
                problems.append(unreadable(f"docs/{uri}", error))
        for path in sorted((root / "snippets").rglob("*.*")):
            if path.suffix in (".py", ".txt"):
                try:
                    project.text(path)
                except UnicodeDecodeError as error:
                    problems.append(unreadable(path.relative_to(root).as_posix(), error))
        return replace(project, pages=pages, problems=tuple(problems))

    def text(self, path: Path) -> str:
        """A file's text, without a byte order mark; raises UnicodeDecodeError."""
        return self.changed.get(path) or path.read_text(encoding="utf-8-sig")

    def snippet(self, name: str) -> str:
        """The text of a file below `snippets/`; nothing if it cannot be read."""
        try:
            return self.text(self.root / "snippets" / name)
        except (OSError, UnicodeDecodeError):
            return ""

    def part(self, include: Include) -> str:
        """The lines that an include stands for."""
        text = self.snippet(include.path)
        return sections(text).get(include.section, "") if include.section else without_marks(text)

    def with_pages(self, more: Mapping[str, str]) -> Project:
        """The same with pages that the build makes, by path below `docs/`."""
        made = {uri: parse(uri, text) for uri, text in more.items()}
        return replace(self, pages={**self.pages, **made})


def unreadable(name: str, error: Exception) -> Problem:
    """A file that is no text, or whose front matter is no YAML."""
    if isinstance(error, UnicodeDecodeError):
        cause = f"this is no UTF-8: byte {error.start} is 0x{error.object[error.start]:02x}"
        return Problem(name, error.object.count(b"\n", 0, error.start) + 1, cause, "save it as UTF-8")
    mark = getattr(error, "problem_mark", None)
    cause = f"the front matter is no YAML: {getattr(error, 'problem', None) or error}"
    return Problem(name, mark.line + 2 if mark else 1, cause, "write `key: value`, and quote a colon")


class _Settings(yaml.SafeLoader):
    """Reads mkdocs.yml, whose `!ENV` takes a variable's value, or a default."""


_Settings.add_constructor("!ENV", construct_env_tag)
_Settings.add_multi_constructor("tag:yaml.org,2002:python/", lambda *_: None)


def settings(root: Path, name: str = "mkdocs.yml") -> dict[str, object]:
    """What mkdocs.yml says, on top of what it inherits."""
    path = root / name
    if not path.is_file():
        return {}
    found = yaml.load(path.read_text(encoding="utf-8"), _Settings) or {}
    return {**settings(root, found["INHERIT"]), **found} if "INHERIT" in found else found


def _in_order(nav: object, section: str = "") -> Iterator[Entry]:
    for entry in nav if isinstance(nav, list) else [nav]:
        for title, child in entry.items() if isinstance(entry, dict) else [("", entry)]:
            if isinstance(child, str):
                yield Entry(section, title or "", child)
            elif child is not None:
                yield from _in_order(child, title)


def sections(script: str) -> dict[str, str]:
    """The named sections of a script, their common indentation taken away."""
    found: dict[str, list[str]] = {}
    open_: list[str] = []
    for line in script.splitlines(keepends=True):
        mark = SnippetPreprocessor.RE_SNIPPET_SECTION.match(line)
        if mark and mark["type"] == "start":
            open_.append(mark["name"])
            found[mark["name"]] = []
        elif mark:
            open_ = [name for name in open_ if name != mark["name"]]
        else:
            for name in open_:
                found[name].append(line)
    return {name: textwrap.dedent("".join(lines)) for name, lines in found.items()}


def without_marks(script: str) -> str:
    """A script without the marks of its sections."""
    lines = script.splitlines(keepends=True)
    return "".join(line for line in lines if not SnippetPreprocessor.RE_SNIPPET_SECTION.match(line))


# Parsing


@functools.lru_cache(maxsize=1024)  # while serving: a page that has not changed
def parse(uri: str, text: str) -> Page:
    """Read a page's Markdown; `uri` is its path below `docs/`."""
    tokens = _parser().parse(text)
    lines = [0, *(found.end() for found in re.finditer("\n", text)), len(text)]
    reader = _Reader(uri, text, lines)
    for token, after in pairwise([*tokens, None]):
        reader.read(token, after)
    return reader.page(RenderTreeNode(tokens))


@functools.cache
def _parser() -> MarkdownIt:
    """CommonMark and what the pages use on top of it, as mkdocs.yml has it."""
    parser = MarkdownIt("commonmark").enable("table")
    parser.use(front_matter_plugin).use(deflist_plugin).use(admon_plugin).use(attrs_plugin)
    parser.use(dollarmath_plugin, allow_space=False, allow_labels=False, double_inline=True)
    caption = ("caption", "figure-caption")
    return parser.use(
        container_plugin, "caption", "/", lambda info, _: info.strip().partition(" ")[0] in caption
    )


class _Reader:
    """Gathers what a page holds while it goes over the parser's tokens once."""

    def __init__(self, uri: str, text: str, lines: list[int]) -> None:
        self.uri, self.text, self.lines = uri, text, lines
        self.meta: dict[str, object] = {}
        self.headings: list[Heading] = []
        self.fences: list[Fence] = []
        self.images: list[Image] = []
        self.equations: list[Equation] = []
        self.links: list[Link] = []
        self.hidden: list[tuple[int, int]] = []
        self.anchors: set[str] = set()
        self.at = 0  # how far the text has been read

    def read(self, token: Token, after: Token | None) -> None:
        """Take what one block token holds."""
        if token.map and token.nesting >= 0:
            self.at = max(self.at, self.lines[token.map[0]])
        if token.type == "front_matter":
            self.meta = yaml.safe_load(token.content) or {}
            self.hidden.append((0, self.lines[token.map[1]]))
        elif token.type in ("fence", "code_block"):
            self.hidden.append((self.lines[token.map[0]], self.lines[token.map[1]]))
            if token.type == "fence":
                self.fences.append(_fence(token))
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
        odd = [
            (number, line.strip())
            for number, line in enumerate(self.text.splitlines(), start=1)
            if SnippetPreprocessor.RE_ALL_SNIPPETS.match(line)
            and not any(fence.include and fence.include.line == number for fence in self.fences)
        ]
        anchors = {f"mjx-eqn:{equation.label}" for equation in self.equations if equation.label}
        return Page(
            self.uri,
            self.text,
            self.meta,
            tuple(self.headings),
            tuple(self.fences),
            tuple(self.images),
            tuple(self.equations),
            tuple(self.links),
            tuple(odd),
            frozenset(self.anchors | anchors),
            tree,
            tuple(self.hidden),
        )

    def _named(self, token: Token, inline: Token) -> None:
        """A heading, or a term of a definition list: what links may lead to."""
        words, attributes = split_attributes(inline.content)
        own = next((word[1:] for word in attributes.split() if word.startswith("#")), "")
        text = plain_text(inline, len(inline.content) - len(words))
        if token.type == "heading_open":
            anchor = own or unique(slugify(text, "-"), set(self.anchors))
            line = token.map[0] + 1
            self.headings.append(Heading(line, int(token.tag[1]), text, anchor))
            own = anchor
        if own:
            self.anchors.add(own)
        if attributes:
            start = self.text.find(attributes, self.lines[inline.map[0]])
            self.hidden.append((start - 1, self.text.find("\n", start)))

    def _inline(self, token: Token) -> None:
        links: list[tuple[Link, int]] = []
        for number, child in enumerate(token.children or ()):
            if child.type in ("math_inline", "math_inline_double"):
                self._equation(child, display=child.type == "math_inline_double")
            elif child.type == "code_inline":
                self._hide(f"{child.markup}{child.content}{child.markup}")
            elif child.type == "image":
                start = self._hide_target(child.attrs["src"])
                target, _ = self._resolve(child.attrs["src"])
                play = str(child.attrs.get("data-play", ""))
                self.images.append(Image(self._line(start), child.content, target, play, ""))
            elif child.type == "link_open":
                path, anchor = self._resolve(child.attrs["href"])
                text = _words(token.children[number + 1 :])
                line = self._line(self.at)
                links.append((Link(line, text, child.attrs["href"], path, anchor), self.at))
            elif child.type == "link_close":
                link, start = links.pop()
                end = self._hide_target(link.target)
                self.links.append(replace(link, line=self._line(end if end >= 0 else start)))

    def _equation(self, token: Token, *, display: bool) -> None:
        start, end = self._find(token.content, token.markup)
        label = LABEL.search(token.content)
        tex = " ".join(LABEL.sub(" ", token.content).split())
        name = label["label"] if label else None
        line, source = self._line(start), token.content.strip()
        self.equations.append(Equation(line, start, end, source, tex, name, display))
        self.hidden.append((start - len(token.markup), end + len(token.markup)))

    def _caption(self, token: Token) -> None:
        """The words below the image before it."""
        first, last = token.map[0] + 1, token.map[1]
        words = " ".join(self.text[self.lines[first] : self.lines[last]].split())
        above = self.text[: self.lines[token.map[0]]].rstrip()
        if self.images and self._line(len(above)) == self.images[-1].line:
            self.images[-1] = replace(self.images[-1], caption=words)

    def _find(self, content: str, mark: str = "") -> tuple[int, int]:
        """Where the text goes on with these words, that a list or a box may indent."""
        lines = (re.escape(line.strip()) for line in content.strip("\n").split("\n"))
        gap = r"[ \t>]*\n[ \t>]*"
        pattern = rf"{re.escape(mark)}\s*(?P<it>{gap.join(lines)})[ \t]*\s*{re.escape(mark)}"
        found = re.compile(pattern).search(self.text, self.at)
        if not found:
            return self.at, self.at
        self.at = found.end()
        return found.span("it")

    def _hide(self, piece: str) -> None:
        start, end = self._find(piece)
        self.hidden.append((start, end))

    def _hide_target(self, target: str) -> int:
        """Hide `(target)` and the attributes behind it; where it begins, -1 if it is elsewhere."""
        start = self.text.find(f"]({target}", self.at)
        if start < 0:
            return -1
        end = self.text.index(")", start + 2 + len(target)) + 1
        if self.text[end : end + 1] == "{":
            end = self.text.index("}", end) + 1
        self.hidden.append((start + 1, end))
        self.at = end
        return start

    def _line(self, offset: int) -> int:
        return self.text.count("\n", 0, max(offset, 0)) + 1

    def _resolve(self, target: str) -> tuple[str, str]:
        """Path below `docs/` and fragment of a target on this page."""
        if _ELSEWHERE.match(target):
            return "", ""
        path, _, anchor = target.partition("#")
        folder = posixpath.dirname(self.uri)
        return posixpath.normpath(posixpath.join(folder, path)) if path else self.uri, anchor


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
    offset = token.content[: token.content.find("--8<--")].count("\n") + 1
    include = Include(line + offset, found["path"], found["section"]) if found else None
    return Fence(line, token.map[1], info, language, title, token.content, include)


def split_attributes(words: str) -> tuple[str, str]:
    """A heading's or a term's words, and the attributes at its end: `Loss { #loss }`."""
    found = AttrListTreeprocessor.HEADER_RE.search(words)
    return (words[: found.start()], found[1]) if found else (words, "")


def plain_text(inline: Token, without: int = 0) -> str:
    """The words of a line without marks; `without` counts the attributes' signs at its end."""
    words = _words(inline.children or ())
    return (words[:-without] if without else words).strip()


def _words(tokens: list[Token]) -> str:
    words, depth = [], 0
    for token in tokens:
        depth += token.nesting
        if depth < 0:  # the end of the link that is read
            break
        words.append(" " if token.type in ("softbreak", "hardbreak") else token.content)
    return "".join(words)
