"""The project as one value: its pages, each read once, its navigation and its scripts.

Everything that asks what a page holds (checks, editions, proofs, claims, mutants, tests) asks here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

import yaml
from markdown import Markdown
from mergedeep import merge
from pathspec import GitIgnoreSpec, PathSpec
from pymdownx.snippets import SnippetExtension, SnippetPreprocessor
from yaml_env_tag import construct_env_tag

from .pages import Include, Page
from .parsing import parse
from .problems import Problem


class Entry(NamedTuple):
    """An entry of the navigation: a file below `docs/`, its title there, its section."""

    section: str
    title: str
    uri: str

    @property
    def chapter(self) -> bool:
        """Whether it is a chapter of the article: its title there begins with a number."""
        return str(self.title)[:1].isdigit()


@dataclass(frozen=True)
class Project:
    """The project as it is on the disk: pages by path below `docs/`, the navigation, scripts.

    `problems` are files that cannot be read; `changed` holds texts that count instead of files.
    """

    root: Path
    pages: Mapping[str, Page] = field(default_factory=dict)
    nav: tuple[Entry, ...] = ()
    scripts: tuple[Path, ...] = ()
    problems: tuple[Problem, ...] = ()
    changed: Mapping[Path, str] = field(default_factory=dict)

    @classmethod
    def read(
        cls, root: Path, nav: object = None, changed: Mapping[Path, str] | None = None
    ) -> Project:
        """Read everything, the navigation from mkdocs.yml if it is not given."""
        project = cls(root, changed=changed or {})
        pages, problems = {}, []
        docs, snippets = root / "docs", root / "snippets"
        scripts: list[Path] = []
        for path in (*_files(docs, "md"), *_files(snippets, "py"), *_files(snippets, "txt")):
            name = path.relative_to(root).as_posix()
            uri = name.removeprefix("docs/") if path.suffix == ".md" else ""
            try:
                text = project.text(path)
                pages |= {uri: parse(uri, text)} if uri else {}
                scripts += [path] if path.suffix == ".py" else []
            except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
                pages |= {uri: parse(uri, "")} if uri else {}
                problems.append(unreadable(name, error))
        for path in (it for kind in _UNREAD for it in _files(docs, kind)):
            name = path.relative_to(root).as_posix()
            problems.append(Problem(name, 1, "only pages that end in .md are read", "rename it"))
        listed = tuple(_in_order(settings(root).get("nav") if nav is None else nav))
        found = {"pages": pages, "nav": listed, "scripts": tuple(scripts)}
        return replace(project, **found, problems=tuple(problems))

    @property
    def listed(self) -> list[tuple[Entry, Page]]:
        """The pages that the navigation lists, in its order."""
        return [(entry, self.pages[entry.uri]) for entry in self.nav if entry.uri in self.pages]

    def text(self, path: Path) -> str:
        """A file's text, without a byte order mark; raises OSError and UnicodeDecodeError."""
        known = self.changed.get(path)
        return path.read_text(encoding="utf-8-sig") if known is None else known

    def snippet(self, name: str) -> str:
        """The text of a file below `snippets/`; nothing if it cannot be read."""
        try:
            return self.text(self.root / "snippets" / name)
        except (OSError, UnicodeDecodeError):
            return ""

    def part(self, include: Include) -> str:
        """The lines that an include stands for, as the site's own extension finds them."""
        script = self.snippet(include.path)
        if include.section:
            return section(script, include.section)
        lines = script.split("\n")
        return "\n".join(line for line in lines if not _SNIPPETS.RE_SNIPPET_SECTION.match(line))

    def without(self, excluded: PathSpec | str | None) -> Project:
        """The same without the pages that `exclude_docs` leaves out."""
        kept = {uri: page for uri, page in self.pages.items() if not matches(excluded, uri)}
        return replace(self, pages=kept)

    def with_pages(self, more: Mapping[str, str]) -> Project:
        """The same with pages that the build makes, by path below `docs/`."""
        return replace(self, pages={**self.pages, **{uri: parse(uri, more[uri]) for uri in more}})


_UNREAD = ("markdown", "mdown", "mkd", "mkdn")  # which MkDocs would render all the same


def _files(folder: Path, kind: str) -> list[Path]:
    """The files of a kind below a folder, without those that tools hide there."""
    found = sorted(folder.rglob(f"*.{kind}"))
    return [it for it in found if not re.search(r"(?:^|/)\.", it.relative_to(folder).as_posix())]


_SNIPPETS = SnippetPreprocessor(
    {**SnippetExtension().getConfigs(), "dedent_subsections": True}, Markdown()
)


def section(script: str, name: str) -> str:
    """The lines of a script's section, as the pages include it; "" where there is none."""
    return "\n".join(_SNIPPETS.extract_section(name, script.split("\n")))


def sections(script: str) -> list[str]:
    """The names of a script's sections."""
    marks = map(_SNIPPETS.RE_SNIPPET_SECTION.match, script.splitlines())
    return [mark["name"] for mark in marks if mark and mark["type"] == "start"]


def matches(patterns: PathSpec | str | None, uri: str) -> bool:
    """Whether patterns take a page, as MkDocs hands them on or as mkdocs.yml has them."""
    lines = patterns.splitlines() if isinstance(patterns, str) else None
    found = GitIgnoreSpec.from_lines(lines) if lines else patterns
    return bool(found) and found.match_file(uri)


def unreadable(name: str, error: Exception) -> Problem:
    """A file that is no text or no Python, or whose front matter is no YAML."""
    if isinstance(error, UnicodeDecodeError):
        line = error.object.count(b"\n", 0, error.start) + 1
        cause = f"this is no UTF-8: byte {error.start} is 0x{error.object[error.start]:02x}"
        return Problem(name, line, cause, "save it as UTF-8")
    if isinstance(error, SyntaxError):
        cause = f"it is not Python: {error.msg}"
        return Problem(name, error.lineno or 1, cause, "mend this line")
    if isinstance(error, OSError):
        return Problem(name, 1, f"it cannot be read: {error.strerror}", "let it be a file of text")
    mark = getattr(error, "problem_mark", None)
    cause = f"the front matter is no YAML: {getattr(error, 'problem', error)}"
    return Problem(name, (mark.line if mark else 0) + 2, cause, "write `key: value`; quote colons")


class _Settings(yaml.SafeLoader):
    """Reads mkdocs.yml, whose `!ENV` takes a variable's value, or a default."""


_Settings.add_constructor("!ENV", construct_env_tag)
_Settings.add_multi_constructor("tag:yaml.org,2002:python/", lambda *_: None)


def settings(root: Path, name: str = "mkdocs.yml") -> dict[str, object]:
    """What mkdocs.yml says, on top of what it inherits; nothing if there is none."""
    path = root / name
    found = yaml.load(path.read_text(encoding="utf-8"), _Settings) if path.is_file() else {}
    return merge({}, settings(root, found["INHERIT"]), found) if "INHERIT" in found else found


def _in_order(nav: object, section: str = "") -> Iterator[Entry]:
    for entry in nav if isinstance(nav, list) else [nav]:
        for title, child in entry.items() if isinstance(entry, dict) else [("", entry)]:
            if isinstance(child, str):
                yield Entry(section, title or "", child)
            elif child is not None:
                yield from _in_order(child, title)
