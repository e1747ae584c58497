"""The page *Play*: all interactive figures with their questions and answers, from the chapters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .pages import Image, Page, relative, resolve
from .reading import Project

_MARK = "<!-- figures -->"
_TITLE = re.compile(r'^  title: "(.*)",$', re.M)
_BELOW = ("container_caption", "question", "tip")  # its caption, the answer, a note for teachers


def fill(text: str, project: Project) -> str:
    """The page with all figures that wake in the place of the mark."""
    if _MARK not in text:
        return text
    shown = [(page, image) for _, page in project.listed for image in page.images if image.play]
    titles = {image.play: _title(project, image) for _, image in shown}
    cards = "\n".join(f"- [{title}](#{name})" for name, title in titles.items())
    parts = [f'<div class="cards" markdown>\n\n{cards}\n\n</div>\n']
    parts += [part for page, image in shown for part in _part(page, image, titles[image.play])]
    return text.replace(_MARK, "\n".join(parts))


def _title(project: Project, image: Image) -> str:
    """What the view calls itself; checking.py reports one that is not there."""
    view = project.root / f"docs/javascripts/figures/{image.play}.js"
    found = _TITLE.search(view.read_text(encoding="utf-8")) if view.is_file() else None
    return found[1] if found else image.play


def _part(page: Page, image: Image, title: str) -> Iterator[str]:
    """The lines of one figure: where it comes from, the question, the figure, the boxes below."""
    heading = next((it for it in reversed(page.headings) if it.line < image.line), None)
    place = f"{page.uri}#{heading.anchor}" if heading else page.uri
    yield f"## {title} {{ #{image.play} }}\n"
    yield f"From [{page.title}]({place}).\n"
    nodes = page.tree.children
    at = next(n for n, node in enumerate(nodes) if node.map and node.map[1] >= image.line)
    first = at - 1 if at and nodes[at - 1].type == "paragraph" else at
    others = (node for node in nodes[at + 1 :] if node.meta.get("tag", node.type) not in _BELOW)
    after = next((node.map[0] for node in others), None)
    text = "\n".join(page.text.splitlines()[nodes[first].map[0] : after])
    written = [relative(one.target, page.uri) for one in page.images]
    for target in dict.fromkeys([*written, *(link.target for link in page.links)]):
        path, anchor = resolve(page.uri, target)
        if path:
            text = text.replace(f"]({target})", f"]({path}#{anchor})" if anchor else f"]({path})")
    yield text.strip("\n") + "\n"
