"""What a page gets beyond its Markdown: figures inline, typeset equations, links to sources, marks.

A Python-Markdown extension, so that whatever builds the site with Python-Markdown can load it:
MkDocs is handed one by docs/hooks/build.py; Zensical loads this module by its name.
"""

from __future__ import annotations

import functools
import os
import posixpath
from collections.abc import Callable
from html import escape
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from . import drawing, tex
from .problems import report
from .reading import LABEL, Fence, parse
from .site import Site, relative
from .speech import plain

_PUNCTUATION = ".,;:?!)"


class Rendering(Extension):
    """Renders the pages of a site; `uri` says which page a Markdown instance is at."""

    def __init__(self, site: Callable[[], Site], uri: Callable[[Markdown], str]) -> None:
        super().__init__()
        self.site, self.uri = site, uri

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Register the processors: before includes are filled in, and around the builder's links."""
        md.preprocessors.register(_Sources(md, self), "sources", 40)
        md.treeprocessors.register(_Names(md, self), "names", 15)
        md.treeprocessors.register(_Figures(md, self), "figures", -10)
        md.treeprocessors.register(_Equations(md, self), "equations", -11)


class _Sources(Preprocessor):
    """Names the file below every block of code and every figure, and leads to checks."""

    def __init__(self, md: Markdown, rendering: Rendering) -> None:
        super().__init__(md)
        self.rendering = rendering

    def run(self, lines: list[str]) -> list[str]:
        """Add lines of Markdown, from the last to the first, so that the others keep their place."""
        site, uri = self.rendering.site(), self.rendering.uri(self.md)
        lines = site.filled("\n".join(lines)).split("\n")
        page = parse(uri, "\n".join(lines))
        printed = {include.path for include in page.includes}
        added: list[tuple[int, list[str]]] = []
        for fence, after in pairwise([*page.fences, None]):
            if fence.language == "python" and fence.include:
                path = fence.include.path
                prints = bool(after) and _follows(lines, fence, after, path)
                if prints:
                    lines[fence.line - 1] = _with_class(lines[fence.line - 1], fence, "prints")
                    lines[after.line - 1] = _with_class(lines[after.line - 1], after, "printed")
                if f"snippets/{path}" in site.files:
                    indent = _indent(lines[fence.line - 1])
                    links = _source(site, uri, fence, checked=f"{path[:-3]}.txt" in printed)
                    kind = ".source .prints" if prints else ".source"
                    mark = f"{{: {kind} data-search-exclude=1 }}"
                    added.append((fence.end, ["", f"{indent}{links}", indent + mark, ""]))
        for image in page.images:
            origin = _origin(site, uri, image.target) if image.caption else ""
            if origin:
                end = next(n for n in range(image.line, len(lines)) if lines[n].strip() == "///")
                mark = "{: .drawn data-search-exclude=1 }"
                added.append((end, ["", origin, mark]))
        for place, more in sorted(added, reverse=True):
            lines[place:place] = more
        return [*lines, *site.offers(uri)]


def _follows(lines: list[str], fence: Fence, after: Fence, path: str) -> bool:
    """Whether the next block comes at once and holds what the script prints."""
    shown = after.language == "text" and after.include is not None
    between = lines[fence.end : after.line - 1]
    return shown and after.include.path[:-4] == path[:-3] and not any(map(str.strip, between))


def _with_class(line: str, fence: Fence, name: str) -> str:
    """The first line of a block with a class more."""
    marks = line[: line.index(fence.info)].rstrip()
    rest = fence.info.strip("{} ").removeprefix(".").removeprefix(fence.language).strip()
    return f"{marks}{{ .{fence.language} .{name} {rest} }}"


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def _source(site: Site, uri: str, fence: Fence, *, checked: bool) -> str:
    path = fence.include.path
    text = f"Part of {path}" if fence.include.section else f"Download {path}"
    target = relative(f"snippets/{path}", uri)
    link = f'[{text}]({target}){{ .download download="{posixpath.basename(path)}" }}'
    if checked and "checks.md" in site.project.pages:
        link += f" [checked]({relative('checks.md', uri)}#outputs){{ .checked }}"
    return link


def _origin(site: Site, uri: str, figure: str) -> str:
    """A line that names the figure's snippet and leads to its check."""
    snippet = site.snippet_of(figure)
    if not snippet or snippet not in site.files:
        return ""
    origin = f"[Drawn by {snippet[9:]}]({relative(snippet, uri)}){{ .origin download }}"
    name = figure.removeprefix("figures/").removesuffix(".svg")
    proof = site.proofs.get(f"{uri}#{name}")
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
            if not label:
                continue
            equation.set("id", f"mjx-eqn:{label['label']}")
            proof = site.proofs.get(f"{uri}#{label['label']}")
            if proof:
                name = f"checked: proof of {label['label']}"
                names = {"class": "checked", "title": name, "aria-label": name}
                mark = SubElement(equation, "a", href=relative(proof, uri), **names)
                mark.set("data-search-exclude", "")
                mark.text = "✓"


class _Figures(Treeprocessor):
    """Puts each drawing in the place of its image, so that it takes the page's font and colours."""

    def __init__(self, md: Markdown, rendering: Rendering) -> None:
        super().__init__(md)
        self.rendering = rendering

    def run(self, root: Element) -> None:
        """The links have been resolved; a figure that is missing was reported as a dead one."""
        figures = self.rendering.site().figures
        for parent in root.iter():
            for place, image in enumerate(list(parent)):
                name = image.get("data-figure") if image.tag == "img" else None
                if name:
                    svg = drawing.inline(figures[name], image.get("alt"), image.get("data-play"))
                    _put(parent, place, self.md.htmlStash.store(svg))


def _put(parent: Element, place: int, text: str) -> None:
    """Text in the place of a child."""
    text += parent[place].tail or ""
    before = parent[place - 1] if place else None
    del parent[place]
    if before is None:
        parent.text = (parent.text or "") + text
    else:
        before.tail = (before.tail or "") + text


class _Equations(Treeprocessor):
    """Typesets the equations of a page, which are one document to MathJax."""

    def __init__(self, md: Markdown, rendering: Rendering) -> None:
        super().__init__(md)
        self.rendering = rendering

    def run(self, root: Element) -> None:
        """Where MathJax refuses one, which the checks report, all stay as TeX."""
        found = _equations(root)
        pairs = tuple((one.text[2:-2].strip(), one.text.startswith("\\[")) for one in found)
        made = tex.typeset(pairs)
        if made.errors or not found:
            return
        for element, (source, display), html in zip(found, pairs, made.html, strict=True):
            reference = tex.REFERENCE.fullmatch(source)
            if reference:  # a link of HTML: focusable, and safe with instant navigation
                number = made.labels[reference["label"]]
                element.tag, element.attrib = "a", {"href": f"#mjx-eqn:{reference['label']}"}
                element.text = f"({number})" if reference["brackets"] else number
                continue
            html = html.replace("<mjx-container", '<mjx-container data-search-exclude=""', 1)
            said = f"<span hidden>{escape(plain(source), quote=False)}</span>"
            if display:
                self._display(element, html + said)
            else:
                self._inline(element, html + said)
        glyphs = {"aria-hidden": "true", "class": "equation-glyphs"}
        SubElement(root, "svg", glyphs).text = self.md.htmlStash.store(made.glyphs)

    def _inline(self, element: Element, html: str) -> None:
        """What follows at once stays with it: a line must not begin with a full stop."""
        tail = element.tail or ""
        rest = tail.lstrip(_PUNCTUATION)
        element.attrib = {"class": "equation"}
        element.text = self.md.htmlStash.store(html) + tail[: len(tail) - len(rest)]
        element.tail = rest

    def _display(self, element: Element, html: str) -> None:
        """A wide formula scrolls by itself, with the keyboard too."""
        if not len(element):
            element.set("class", "equation")
            element.attrib |= {"tabindex": "0", "role": "group", "aria-label": "Equation"}
            element.text = self.md.htmlStash.store(html)
            return
        box = '<div class="equation" tabindex="0" role="group" aria-label="Equation">'
        element.set("class", "proven")
        element.text = self.md.htmlStash.store(f"{box}{html}</div>")


def _equations(root: Element) -> list[Element]:
    """What pymdownx.arithmatex has found, in order."""
    return [element for element in root.iter() if element.get("class") == "arithmatex"]


def makeExtension(**_: object) -> Rendering:  # noqa: N802 - what Python-Markdown asks a module for
    """The extension for a builder that loads it by name, for the project in the working folder."""

    @functools.cache
    def site() -> Site:
        made = Site.make(Path(os.curdir).resolve())
        if made.problems:
            raise SystemExit(report(made.problems))
        return made

    return Rendering(site, _uri_for_zensical)


def _uri_for_zensical(md: Markdown) -> str:
    """The page that Zensical is at, as its own preprocessor says."""
    return next(p.page.path for p in md.preprocessors if hasattr(p, "page"))


