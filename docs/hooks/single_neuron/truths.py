"""Publishes the truths: a page for those of each chapter, and the way to each of them.

They are tests, in tests/truths/, in the file of the chapter's name. Nothing is run here.
"""

from __future__ import annotations

import ast
import posixpath
from collections.abc import Iterator
from pathlib import Path

from .pages import Page, relative
from .reading import Project

FOLDER = "tests/truths"

_TITLES = {"proves": "Equation: {}", "draws": "Figure: {}", "claims": "What else the page says"}


def publish(project: Project) -> tuple[dict[str, str], dict[str, Path], dict[str, str]]:
    """Pages of proofs by name, their files, and the place of each proof by page and name."""
    pages, files, places = {}, {}, {}
    for uri, page in project.pages.items():
        path = project.root / FOLDER / f"{page.name}.py"
        if path.is_file():
            parts = list(_parts(project.text(path)))
            pages[f"proofs/{uri}"] = _page(parts, page)
            files[f"proofs/{page.name}.py"] = path
            for name in (name for _, name, _ in parts if name):
                places[f"{uri}#{name}"] = f"proofs/{uri}#{_anchor(name)}"
    return pages, files, places


def _parts(source: str) -> Iterator[tuple[str, str, str]]:
    """The parts of a file in order, each its kind, its name and its lines; together all of it.

    The kind is that of `@page.proves("label")`, `@page.draws("figure")` or `@page.claims(…)`, or
    "" for what stands between.
    """
    lines = source.splitlines()
    done = 0
    for node in ast.parse(source).body:
        for call in [getattr(node, "value", None), *getattr(node, "decorator_list", ())]:
            match call:
                case ast.Call(func=ast.Attribute(ast.Name("page"), kind), args=[about, *_]):
                    first = call.lineno - 1
                    yield "", "", "\n".join(lines[done:first]).strip("\n")
                    name = about.value if isinstance(about, ast.Constant) else ""
                    yield kind, name, "\n".join(lines[first : node.end_lineno])
                    done = node.end_lineno
    yield "", "", "\n".join(lines[done:]).strip("\n")


def _anchor(name: str) -> str:
    return name.replace("/", "-")


def _page(parts: list[tuple[str, str, str]], chapter: Page) -> str:
    """The Markdown of the page that shows the parts of a chapter's file."""
    title = chapter.title
    link = relative(chapter.uri, f"proofs/{chapter.uri}")
    download = f"{posixpath.basename(chapter.name)}.py"
    text = [
        f'---\ntitle: "Proofs: {title}"\n'
        f'description: "The tests that hold what the chapter {title} says."\n'
        "search:\n  exclude: true\n---\n",
        f"# Proofs: {title}\n",
        f"These are the tests that hold what [{title}]({link}) says, as they run. "
        f"[Download the file]({download}){{ download }}.\n",
    ]
    for kind, name, source in parts:
        if kind:
            anchor = f" {{ #{_anchor(name)} }}" if name else ""
            text.append(f"## {_TITLES[kind].format(name)}{anchor}\n")
        if source:
            text.append(f"````python\n{source}\n````\n")
    return "\n".join(text)
