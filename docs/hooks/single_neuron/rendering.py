"""What a page gets beyond its Markdown: figures inline, typeset equations, links to sources, marks.

A Python-Markdown extension, so that whatever builds the site with Python-Markdown can load it:
MkDocs is handed one by docs/hooks/build.py; Zensical loads this module by its name.
"""

from __future__ import annotations

import functools
import posixpath
from collections.abc import Callable
from dataclasses import replace
from html import escape
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from . import drawing, tex
from .pages import Fence, relative
from .parsing import LABEL, parse
from .problems import report
from .site import Site
from .speech import plain

_PUNCTUATION = ".,;:?!)"
_UNSEARCHED = "data-search-exclude"


class Rendering(Extension):
    """Renders the pages of a site; `uri` says which page a Markdown instance is at."""

    def __init__(self, site: Callable[[], Site], uri: Callable[[Markdown], str]) -> None:
        super().__init__()
        self.site, self.uri = site, uri

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Work before includes are filled in, and before and after the builder resolves links."""
        md.preprocessors.register(_Sources(md, self), "sources", 40)
        md.treeprocessors.register(_Names(md, self), "names", 15)
        md.treeprocessors.register(_Pictures(md, self), "pictures", -10)


class _Sources(Preprocessor):
    """Names the file below every block of code and every figure, and leads to checks."""

    def __init__(self, md: Markdown, rendering: Rendering) -> None:
        super().__init__(md)
        self.rendering = rendering

    def run(self, lines: list[str]) -> list[str]:
        """Add lines of Markdown, the last first, so that the others keep their place."""
        site, uri = self.rendering.site(), self.rendering.uri(self.md)
        lines = site.filled("\n".join(lines)).split("\n")
        page = parse(uri, "\n".join(lines))
        added: list[tuple[int, list[str]]] = []
        for fence, after in pairwise([*page.fences, None]):
            include = fence.include
            if not include or fence.language != "python":
                continue
            printed = f"{include.path[:-3]}.txt" in {one.path for one in page.includes}
            prints = after is not None and _follows(lines, fence, after)
            if prints:
                _add_class(lines, fence, "prints")
                _add_class(lines, after, "printed")
            if f"snippets/{include.path}" in site.files:
                first = lines[fence.line - 1]
                indent = first[: len(first) - len(first.lstrip())]
                kind = f"{{: .source {'.prints ' if prints else ''}{_UNSEARCHED}=1 }}"
                links = _source(site, uri, fence, checked=printed)
                added.append((fence.end, ["", indent + links, indent + kind, ""]))
        for image in page.images:
            origin = _origin(site, uri, image.target) if image.caption else ""
            if origin:
                end = next(n for n in range(image.line, len(lines)) if lines[n].strip() == "///")
                added.append((end, ["", origin, f"{{: .drawn {_UNSEARCHED}=1 }}"]))
        for place, more in sorted(added, reverse=True):
            lines[place:place] = more
        return [*lines, *site.offers(uri)]


def _follows(lines: list[str], fence: Fence, after: Fence) -> bool:
    """Whether the next block comes at once and holds what the script prints."""
    output = f"{fence.include.path[:-3]}.txt"
    shown = after.include is not None and after.include.path == output
    return shown and not any(line.strip() for line in lines[fence.end : after.line - 1])


def _add_class(lines: list[str], fence: Fence, name: str) -> None:
    """Give the first line of a block a class more."""
    line = lines[fence.line - 1]
    rest = fence.info.strip("{} ").removeprefix(".").removeprefix(fence.language).strip()
    marks = line[: line.index(fence.info)].rstrip()
    lines[fence.line - 1] = f"{marks}{{ .{fence.language} .{name} {rest} }}"


def _source(site: Site, uri: str, fence: Fence, *, checked: bool) -> str:
    """Markdown that leads to the file of a block of code, and to how its output is checked."""
    path = fence.include.path
    text = f"Part of {path}" if fence.include.section else f"Download {path}"
    target = relative(f"snippets/{path}", uri)
    link = f'[{text}]({target}){{ .download download="{posixpath.basename(path)}" }}'
    if checked and "checks.md" in site.project.pages:
        link += f" [checked]({relative('checks.md', uri)}#outputs){{ .checked }}"
    return link


def _origin(site: Site, uri: str, figure: str) -> str:
    """Markdown that names the figure's snippet and leads to its check."""
    snippet = site.snippet_of(figure)
    if not snippet:
        return ""
    name = snippet.removeprefix("snippets/")
    origin = f"[Drawn by {name}]({relative(snippet, uri)}){{ .origin download }}"
    proof = site.proofs.get(f"{uri}#{figure.removeprefix('figures/').removesuffix('.svg')}")
    return f"{origin} [checked]({relative(proof, uri)}){{ .checked }}" if proof else origin


class _Names(Treeprocessor):
    """Notes what the site knows by names, while all targets are as they were written."""

    def __init__(self, md: Markdown, rendering: Rendering) -> None:
        super().__init__(md)
        self.rendering = rendering

    def run(self, root: Element) -> None:
        """Mark figures that were drawn; name labelled equations, and lead to their proofs."""
        site, uri = self.rendering.site(), self.rendering.uri(self.md)
        for image in root.iter("img"):
            target = posixpath.normpath(posixpath.join(posixpath.dirname(uri), image.get("src")))
            if target in site.figures:
                image.set("data-figure", target)
        for equation in _equations(root):
            label = LABEL.search(equation.text)
            if label:
                equation.set("id", f"mjx-eqn:{label['label']}")
                proof = site.proofs.get(f"{uri}#{label['label']}")
                name = f"checked: proof of {label['label']}"
                names = {"class": "checked", "title": name, "aria-label": name, _UNSEARCHED: ""}
                if proof:
                    SubElement(equation, "a", names, href=relative(proof, uri)).text = "✓"


class _Pictures(Treeprocessor):
    """Puts drawings in the place of images, and typesets equations: the links are resolved now."""

    def __init__(self, md: Markdown, rendering: Rendering) -> None:
        super().__init__(md)
        self.rendering = rendering

    def run(self, root: Element) -> None:
        """A missing figure stays a dead image, and a page with a wrong equation stays TeX."""
        figures = self.rendering.site().figures
        for parent in root.iter():
            for place, image in enumerate(list(parent)):
                name = image.get("data-figure") if image.tag == "img" else None
                if name:
                    svg = drawing.inline(figures[name], image.get("alt"), image.get("data-play"))
                    _replace(parent, place, self.md.htmlStash.store(svg))
        found = _equations(root)
        pairs = tuple((one.text[2:-2].strip(), one.text.startswith("\\[")) for one in found)
        made = tex.typeset(pairs)
        if made.errors or not found:
            return
        for element, (source, display), html in zip(found, pairs, made.html, strict=True):
            self._typeset(element, source, html, made, display=display)
        glyphs = {"aria-hidden": "true", "class": "equation-glyphs"}
        SubElement(root, "svg", glyphs).text = self.md.htmlStash.store(made.glyphs)

    def _typeset(
        self, element: Element, source: str, html: str, made: tex.Typeset, *, display: bool
    ) -> None:
        """What is seen of an equation, and beside it, for the search, what is read."""
        reference = tex.REFERENCE.fullmatch(source)
        if reference:  # a link of HTML: focusable, and safe with instant navigation
            number = made.labels[reference["label"]]
            element.tag, element.attrib = "a", {"href": f"#mjx-eqn:{reference['label']}"}
            element.text = f"({number})" if reference["brackets"] else number
            return
        shown = html.replace("<mjx-container", f'<mjx-container {_UNSEARCHED}=""', 1)
        shown += f"<span hidden>{escape(plain(source), quote=False)}</span>"
        if not display:  # what follows at once stays with it: no line begins with a full stop
            tail = element.tail or ""
            element.tail = tail.lstrip(_PUNCTUATION)
            element.attrib = {"class": "equation"}
            after = tail[: len(tail) - len(element.tail)]
            element.text = self.md.htmlStash.store(shown) + after
            return
        # A wide formula scrolls by itself, with the keyboard too.
        box = '<div class="equation" tabindex="0" role="group" aria-label="Equation">'
        element.set("class", "proven" if len(element) else "displayed")
        element.text = self.md.htmlStash.store(f"{box}{shown}</div>")


def _replace(parent: Element, place: int, text: str) -> None:
    """Text in the place of a child."""
    text += parent[place].tail or ""
    del parent[place]
    if place:
        parent[place - 1].tail = (parent[place - 1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def _equations(root: Element) -> list[Element]:
    """What pymdownx.arithmatex has found, in order."""
    return [element for element in root.iter() if element.get("class") == "arithmatex"]


def makeExtension(**_: object) -> Rendering:  # noqa: N802 - what Python-Markdown asks a module for
    """The extension for Zensical, which loads it by name, for the project in the working folder."""

    @functools.cache
    def site() -> Site:
        made = Site.make(Path.cwd())
        if made.problems:
            raise SystemExit(report(made.problems))
        return replace(made, files={}, proofs={})  # nobody adds them there: nothing leads to them

    def uri(md: Markdown) -> str:
        return next(known.page.path for known in md.preprocessors if hasattr(known, "page"))

    return Rendering(site, uri)
