"""Publishes the proofs: a page for the truths of each chapter, and the way to each of them.

The proofs themselves are tests, in tests/truths/, in the file of the chapter's name. Nothing is
run here.
"""

from __future__ import annotations

import ast
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass

from .editions import Made
from .pages import Page
from .reading import Project

FOLDER = "tests/truths"

_KINDS = {"proves": "Equation", "draws": "Figure"}


@dataclass(frozen=True)
class _Part:
    """A part of a file: a proof or the check of a figure; `kind` is "" for what stands between."""

    kind: str
    name: str
    source: str

    @property
    def anchor(self) -> str:
        return self.name.replace("/", "-")


def publish(project: Project) -> tuple[dict[str, str], dict[str, Made], dict[str, str]]:
    """Pages of proofs by name, their files, and the place of each proof by page and name."""
    pages, files, places = {}, {}, {}
    for uri, page in project.pages.items():
        path = project.root / FOLDER / f"{page.name}.py"
        if not path.is_file():
            continue
        parts = list(_parts(project.text(path)))
        proofs = f"proofs/{uri}"
        pages[proofs] = _page(parts, page, proofs)
        files[f"proofs/{page.name}.py"] = Made(path)
        places |= {f"{uri}#{part.name}": f"{proofs}#{part.anchor}" for part in parts if part.kind}
    return pages, files, places


def _parts(source: str) -> Iterator[_Part]:
    """The parts of a file in order; together they are the whole file."""
    lines = source.splitlines()
    done = 0
    for node in ast.parse(source).body:
        kind, name, first = _proof(node)
        if kind:
            yield _Part("", "", "\n".join(lines[done : first - 1]).strip("\n"))
            yield _Part(kind, name, "\n".join(lines[first - 1 : node.end_lineno]))
            done = node.end_lineno
    yield _Part("", "", "\n".join(lines[done:]).strip("\n"))


def _proof(node: ast.stmt) -> tuple[str, str, int]:
    """Kind, name and first line of `@page.proves("label", …)` or `@page.draws("figure")`."""
    for decorator in getattr(node, "decorator_list", ()):
        match decorator:
            case ast.Call(func=ast.Attribute(attr=kind), args=[ast.Constant(value=name), *_]) if (
                kind in _KINDS
            ):
                return _KINDS[kind], name, decorator.lineno
    return "", "", 0


def _page(parts: list[_Part], chapter: Page, uri: str) -> str:
    """The Markdown of the page that shows the parts of a chapter's file."""
    title = chapter.title
    link = posixpath.relpath(chapter.uri, posixpath.dirname(uri))
    download = posixpath.basename(chapter.name) + ".py"
    text = [
        f'---\ntitle: "Proofs: {title}"\n'
        f'description: "The tests that hold the equations and figures of the chapter {title}."\n'
        "search:\n  exclude: true\n---\n",
        f"# Proofs: {title}\n",
        f"These are the tests that hold the equations and figures of [{title}]({link}), as they "
        f"run. [Download the file]({download}){{ download }}.\n",
    ]
    for part in parts:
        if part.kind:
            text.append(f"## {part.kind}: {part.name} {{ #{part.anchor} }}\n")
        if part.source:
            text.append(f"````python\n{part.source}\n````\n")
    return "\n".join(text)
