"""The page *Play*: all interactive figures with their questions and answers, from the chapters."""

from __future__ import annotations

from collections.abc import Iterator

from .pages import Image, Page, relative, resolve
from .reading import Project

_MARK = "<!-- figures -->"
_BELOW = ("container_caption", "question", "tip")  # its caption, the answer, a note for teachers


def fill(text: str, project: Project) -> str:
    """The page with all figures that wake in the place of the mark."""
    if _MARK not in text:
        return text
    shown = [(page, image) for _, page in project.listed for image in page.images if image.play]
    return text.replace(_MARK, "\n".join(part for pair in shown for part in _part(*pair)))


def _part(page: Page, image: Image) -> Iterator[str]:
    """The lines of one figure: where it comes from, the question, the figure, the boxes below."""
    heading = next((it for it in reversed(page.headings) if it.line < image.line), None)
    place = f"{page.uri}#{heading.anchor}" if heading else page.uri
    yield f"## {heading.text if heading else page.title}\n"
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
