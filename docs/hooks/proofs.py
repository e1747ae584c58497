"""Publishes the truths: a page for the truths of each chapter, and the way to each of them.

They are tests, in tests/truths/, in the file of the chapter's name. Nothing is run here.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

_TITLES = {"proves": "Equation: {}", "draws": "Figure: {}", "claims": "What else the page says"}


@dataclass(frozen=True)
class Part:
    """A part of a file of truths: one proof, one check, the claims, or what stands between two.

    `kind` is "proves" for an equation, "draws" for a figure, "claims", or "" for what stands
    between; `name` is the equation's label or the figure's name.
    """

    kind: str
    name: str
    source: str

    @property
    def anchor(self) -> str:
        """The part's anchor on the published page."""
        return self.name.replace("/", "-") or self.kind


def parts(path: Path) -> Iterator[Part]:
    """The parts of a file of truths, in order; together they are the whole file."""
    source = path.read_text(encoding="utf-8")
    lines = source.splitlines()
    done = 0
    for node in ast.parse(source).body:
        for call in [getattr(node, "value", None), *getattr(node, "decorator_list", ())]:
            match call:
                case ast.Call(func=ast.Attribute(ast.Name("page"), kind), args=[about, *_]):
                    first = call.lineno - 1
                    yield Part("", "", "\n".join(lines[done:first]).strip("\n"))
                    name = about.value if isinstance(about, ast.Constant) else ""
                    yield Part(kind, name, "\n".join(lines[first : node.end_lineno]))
                    done = node.end_lineno
    yield Part("", "", "\n".join(lines[done:]).strip("\n"))


def page(parts: Iterable[Part], title: str, chapter: str, download: str) -> str:
    """The Markdown of the page that shows the parts of a file of truths.

    `title` is the chapter's, `chapter` and `download` are links to it and to the file.
    """
    text = [
        f'---\ntitle: "Proofs: {title}"\n'
        f'description: "The tests that hold what the chapter {title} says."\n'
        "search:\n  exclude: true\n---\n",
        f"# Proofs: {title}\n",
        f"These are the tests that hold what [{title}]({chapter}) says, as they run. "
        f"[Download the file]({download}){{ download }}.\n",
    ]
    for part in parts:
        if part.kind:
            text.append(f"## {_TITLES[part.kind].format(part.name)} {{ #{part.anchor} }}\n")
        if part.source:
            text.append(f"````python\n{part.source}\n````\n")
    return "\n".join(text)
