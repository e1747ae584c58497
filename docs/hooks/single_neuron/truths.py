"""Publishes the truths: a page for those of each chapter, the way to each, and how many there are.

They are tests, in tests/truths/, in the file of the chapter's name. Nothing is run here.
"""

from __future__ import annotations

import ast
import functools
import json
import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from textwrap import indent
from typing import NamedTuple

from .pages import Page, relative
from .problems import Problem
from .reading import Project, unreadable

FOLDER = "tests/truths"

_KINDS = {
    "theorem": "Theorem",
    "definition": "Definition",
    "check": "Numerical check",
    "draws": "Figure",
    "claims": "What else the page says",
    "": "Helpers",
}
_COUNTS = (
    "{theorem} theorems, {definition} definitions and {check} numerical checks behind the "
    "equations, {outputs} outputs, {draws} figures, and {claims} claims in words"
)


_TEX_WORD = re.compile(r"\\[a-z]+|\d+|.")


class _Part(NamedTuple):
    """A part of a file: a `kind` such as "theorem" from `@page.theorem("name")`, or "" between two.

    `sentence` is its docstring, `number` how many claims it holds.
    """

    kind: str
    source: str
    name: str = ""
    sentence: str = ""
    number: int = 1


class Published(NamedTuple):
    """The pages of proofs by name, and their files.

    `places` are the place and the kind of each proof by the page and the name of its equation or
    figure; `marks` the words for marks on other pages; `problems` files that cannot be read.
    """

    pages: Mapping[str, str]
    files: Mapping[str, Path]
    places: Mapping[str, tuple[str, str]]
    marks: Mapping[str, str]
    problems: Sequence[Problem]


def publish(project: Project) -> Published:
    """What is made of the truths of all pages."""
    pages, files, places, counts, problems = {}, {}, {}, Counter(), []
    record = project.root / FOLDER / "broken.json"  # written by tests/breaking.py
    broken = json.loads(project.text(record)) if record.is_file() else {"printed": ""}
    for uri, page in project.pages.items():
        counts["outputs"] += len({each.path for each in page.includes if each.path[-4:] == ".txt"})
        path = project.root / FOLDER / f"{page.name}.py"
        if path.is_file():
            try:
                parts = _parts(project.text(path))
            except (SyntaxError, UnicodeDecodeError) as error:
                problems.append(unreadable(path.relative_to(project.root).as_posix(), error))
                continue
            pages[f"proofs/{uri}"] = _page(parts, page, broken)
            files[f"proofs/{page.name}.py"] = path
            for part in parts:
                counts[part.kind] += part.number
                if part.name:
                    place = f"proofs/{uri}#{_anchor(part.name)}"
                    places[f"{uri}#{part.name}"] = place, _KINDS[part.kind]
    failure = f"```text\n{broken['printed']}```"
    marks = {"<!-- counts -->": _COUNTS.format_map(counts), "<!-- failure -->": failure}
    return Published(pages, files, places, marks, problems)


@functools.lru_cache(maxsize=128)  # while serving: a file that has not changed
def _parts(text: str) -> tuple[_Part, ...]:
    """The parts of a file in order; together they are all of it."""
    return (*_split(text),)


def _split(text: str) -> Iterator[_Part]:
    lines, done = text.splitlines(), 0
    for node in ast.parse(text).body:
        for call in [getattr(node, "value", None), *getattr(node, "decorator_list", ())]:
            match call:
                case ast.Call(ast.Attribute(ast.Name("page"), kind), [about, *_], more):
                    first = call.lineno - 1
                    yield _Part("", "\n".join(lines[done:first]).strip("\n"))
                    done, source = node.end_lineno, "\n".join(lines[first : node.end_lineno])
                    if isinstance(about, ast.Constant):
                        on = {it.arg: getattr(it.value, "value", "…") for it in more}
                        where = "On {on}: {points} numbers, to {within}. " if on else ""
                        said = where.format_map(on) + (ast.get_docstring(node) or "")
                        yield _Part(kind, source, about.value, " ".join(said.split()))
                    else:
                        yield _Part(kind, source, number=len(getattr(about, "keys", "")))
    yield _Part("", "\n".join(lines[done:]).strip("\n"))


def _anchor(name: str) -> str:
    return name.replace("/", "-")


def _page(parts: Sequence[_Part], chapter: Page, broken: Mapping[str, dict[str, str]]) -> str:
    """The Markdown of the page that shows the parts of a chapter's file, helpers last."""
    file = f"{posixpath.basename(chapter.name)}.py"
    title, link = chapter.title, relative(chapter.uri, f"proofs/{chapter.uri}")
    equations = {each.label: each.tex for each in chapter.equations}
    text = [
        f'---\ntitle: "Proofs: {title}"\n'
        f'description: "The tests that hold what the chapter {title} says."\n'
        "search:\n  exclude: true\n---\n",
        f"# Proofs: {title}\n",
        f"These tests hold what [{title}]({link}) says, and run before it is published. "
        f"[Download the file]({file}){{ download }}.\n",
    ]
    for part in sorted(parts, key=lambda part: not part.kind):
        anchor = f": {part.name} {{ #{_anchor(part.name)} }}" if part.name else ""
        if part.kind or "## Helpers\n" not in text:
            text.append(f"## {_KINDS[part.kind]}{anchor}\n")
        if part.name in equations:
            back = f"[Back to the equation]({link}#mjx-eqn:{part.name})"
            text.append(f"$$\n{equations[part.name]}\n$$\n\n{part.sentence} {back}.\n")
        if part.source:
            text.append(f'````python title="{file}"\n{part.source}\n````\n')
        copy = broken.get(f"{chapter.name}:{part.name}")
        if copy and part.name in equations:  # whose label may just be another
            shown = '$$\n{tex}\n$$\n\n```text title="The proof stops here"\n{failure}\n```\n'
            shown = f"{_changed(equations[part.name], copy['tex'])}:\n\n{shown.format_map(copy)}"
            text.append('??? failure "Break it"\n\n' + indent(shown, "    "))
    return "\n".join(text)


def _changed(tex: str, copy: str) -> str:
    """What is wrong with a broken copy, such as "With `+` for one `-`"."""
    old, new, said = _TEX_WORD.findall(tex), _TEX_WORD.findall(copy), []
    for kind, *places in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        texts = "".join(old[slice(*places[:2])]), "".join(new[slice(*places[2:])])
        was, now = (each.replace("\\cdot", "·").strip("\\ ") for each in texts)
        if kind != "equal":
            said.append(f"with `{now}` for one `{was}`" if now else f"without one `{was}`")
    return " and ".join(said).replace("w", "W", 1)
