"""Publishes the proofs: a page for the proofs of each chapter, and the way to each of them.

The proofs themselves are tests, in tests/proofs/, in the file of the chapter's name. Nothing is
run here.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Part:
    """A part of a file of proofs: one proof, or what stands between two.

    `kind` is "proves" for an equation, "draws" for a figure, "" for what stands between; `name`
    is the equation's label or the figure's name.
    """

    kind: str
    name: str
    source: str

    @property
    def anchor(self) -> str:
        """The part's anchor on the page of proofs."""
        return self.name.replace("/", "-")


def parts(path: Path) -> Iterator[Part]:
    """The parts of a file of proofs, in order; together they are the whole file."""
    source = path.read_text(encoding="utf-8")
    lines = source.splitlines()
    done = 0
    for node in ast.parse(source).body:
        proof = _proof(node)
        if proof:
            first = proof.lineno - 1
            yield Part("", "", "\n".join(lines[done:first]).strip("\n"))
            kind, name = proof.func.id, proof.args[0].value
            yield Part(kind, name, "\n".join(lines[first : node.end_lineno]))
            done = node.end_lineno
    yield Part("", "", "\n".join(lines[done:]).strip("\n"))


def _proof(node: ast.stmt) -> ast.Call | None:
    """The `@proves("label", …)` or `@draws("figure")` above a function, if there is one."""
    for decorator in getattr(node, "decorator_list", ()):
        match decorator:
            case ast.Call(func=ast.Name(id="proves" | "draws"), args=[ast.Constant(), *_]):
                return decorator
    return None


def page(parts: Iterable[Part], title: str, chapter: str, download: str) -> str:
    """The Markdown of the page that shows the parts of a file of proofs.

    `title` is the chapter's, `chapter` and `download` are links to it and to the file.
    """
    text = [
        f'---\ntitle: "Proofs: {title}"\n'
        f'description: "The tests that hold the equations and figures of the chapter {title}."\n'
        "search:\n  exclude: true\n---\n",
        f"# Proofs: {title}\n",
        f"These are the tests that hold the equations and figures of [{title}]({chapter}), as they "
        f"run. [Download the file]({download}){{ download }}.\n",
    ]
    for part in parts:
        if part.kind:
            what = "Equation" if part.kind == "proves" else "Figure"
            text.append(f"## {what}: {part.name} {{ #{part.anchor} }}\n")
        if part.source:
            text.append(f"````python\n{part.source}\n````\n")
    return "\n".join(text)
