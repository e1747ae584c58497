"""The page *Play*: all interactive figures with their questions and answers, from the chapters."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from .pages import Image, Page
from .reading import Project

NAME = "play.md"
_BOXES = ("question", "tip")  # the answer, and the note for teachers

_HEAD = """---
description: The interactive figures on one page, each with its question and its tested answer.
notebook: false
---

# Play

All figures that answer when touched, each with its question. Read the question, decide on an
answer, and only then move something.

Every figure computes the same numbers as the NumPy code of its chapter, and shows them. All of them
work with a mouse, a finger or the keyboard: the Tab key moves from control to control, the arrow
keys move a slider. The address of the page holds what you have set. Copy it, and whoever opens it
sees the same; *Reset* goes back to the start.
"""


def page(project: Project) -> dict[str, str]:
    """The page by its name, if the navigation lists it."""
    if all(entry.uri != NAME for entry in project.nav):
        return {}
    pages = [project.pages[entry.uri] for entry in project.nav if entry.uri in project.pages]
    shown = [(one, image) for one in pages for image in one.images if image.play]
    return {NAME: "\n".join([_HEAD, *(part for pair in shown for part in _part(*pair))])}


def _part(page: Page, image: Image) -> Iterator[str]:
    """The lines of one figure: where it comes from, the question, the figure, the boxes below."""
    above = [heading for heading in page.headings if heading.line < image.line]
    heading = above[-1] if above else None
    place = f"{page.uri}#{heading.anchor}" if heading else page.uri
    yield f"## {heading.text if heading else page.title}\n"
    yield f"From [{page.title}]({place}).\n"
    nodes = page.tree.children
    at = next(n for n, node in enumerate(nodes) if node.map and node.map[1] >= image.line)
    first = at - 1 if at and nodes[at - 1].type == "paragraph" else at
    last = at
    while last + 1 < len(nodes) and (
        nodes[last + 1].type == "container_caption" or nodes[last + 1].meta.get("tag") in _BOXES
    ):
        last += 1
    after = nodes[last + 1].map[0] if last + 1 < len(nodes) else None
    lines = "\n".join(page.text.splitlines()[nodes[first].map[0] : after])
    for old, new in _targets(page):
        lines = lines.replace(f"]({old})", f"]({new})")
    yield lines.strip("\n") + "\n"


def _targets(page: Page) -> Iterator[tuple[str, str]]:
    """Targets as the page writes them, and as they are written on the page *Play*."""
    folder = posixpath.dirname(page.uri) or "."
    for image in page.images:
        yield posixpath.relpath(image.target, folder), image.target
    for link in page.links:
        if link.path:
            yield link.target, f"{link.path}#{link.anchor}" if link.anchor else link.path
