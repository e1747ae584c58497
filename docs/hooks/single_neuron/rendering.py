"""What a page gets beyond its Markdown: figures inline, typeset equations, links to sources, marks.

A Python-Markdown extension, so that whatever builds the site with Python-Markdown can load it:
MkDocs is handed one by docs/hooks/build.py; Zensical loads this module by its name.
"""

from __future__ import annotations

import functools
import posixpath
import re
from collections.abc import Callable
from dataclasses import replace
from html import escape
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from . import drawing, editions, notebook, tex
from .pages import Fence, relative, resolve
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
        md.preprocessors.register(_Step(self._sources, md), "sources", 40)
        md.treeprocessors.register(_Step(self._names, md), "names", 15)
        md.treeprocessors.register(_Step(self._pictures, md), "pictures", -10)

    def _sources(self, lines: list[str], md: Markdown) -> list[str]:
        """Name the file above every block of code and below every figure, and lead to checks.

        The last lines are added first, so that the others keep their place.
        """
        site, uri = self.site(), self.uri(md)
        lines = site.filled("\n".join(lines)).split("\n")
        page = parse(uri, "\n".join(lines))
        added: list[tuple[int, list[str]]] = []
        fences = [None, *page.fences, None]
        for before, fence, after in zip(fences, page.fences, fences[2:], strict=False):
            bar = _bar(site, uri, fence) if fence.include and site.files else ""
            if bar:
                kind = "printed" if _follows(lines, before, fence) else "alone"
                kind = "prints" if _follows(lines, fence, after) else kind
                first = lines[fence.line - 1]
                indent = first[: len(first) - len(first.lstrip())]
                marks = f"{{: .bar .{kind} {_UNSEARCHED}=1 }}"
                added.append((fence.line - 1, ["", indent + bar, indent + marks, ""]))
                lines[fence.line - 1] = _headed(first, fence, kind)
        for image in page.images:
            origin = _origin(site, uri, image.target) if image.caption else ""
            if origin:
                end = next(n for n in range(image.line, len(lines)) if lines[n].strip() == "///")
                added.append((end, ["", origin, f"{{: .drawn {_UNSEARCHED}=1 }}"]))
        for place, more in sorted(added, reverse=True):
            lines[place:place] = more
        return [*lines, *_offers(site, uri)]

    def _names(self, root: Element, md: Markdown) -> None:
        """Note what the site knows by names, while all targets are as they were written."""
        site, uri = self.site(), self.uri(md)
        for image in root.iter("img"):
            target, _ = resolve(uri, image.get("src"))
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

    def _pictures(self, root: Element, md: Markdown) -> None:
        """Put in drawings and typeset equations, now that links are resolved.

        A missing figure stays a dead image, and a page with a wrong equation stays TeX.
        """
        figures = self.site().figures
        for parent in root.iter():
            for image in parent.findall("img[@data-figure]"):
                svg = figures[image.get("data-figure")]
                svg = drawing.inline(svg, image.get("alt"), image.get("data-play"))
                _replace(parent, image, md.htmlStash.store(svg))
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
            # What is seen of it, and beside it, for the search, what is read.
            shown = html.replace("<mjx-container", f'<mjx-container {_UNSEARCHED}=""', 1)
            shown += f"<span hidden>{escape(plain(source), quote=False)}</span>"
            if display:  # a wide formula scrolls by itself, with the keyboard too
                box = '<div class="equation" tabindex="0" role="group" aria-label="Equation">'
                element.set("class", "proven" if len(element) else "displayed")
                element.text = md.htmlStash.store(f"{box}{shown}</div>")
            else:  # what follows at once stays with it: no line begins with a full stop
                tail = element.tail or ""
                element.tail = tail.lstrip(_PUNCTUATION)
                element.attrib = {"class": "equation"}
                after = tail[: len(tail) - len(element.tail)]
                element.text = md.htmlStash.store(shown) + after
        glyphs = {"aria-hidden": "true", "class": "equation-glyphs"}
        SubElement(root, "svg", glyphs).text = md.htmlStash.store(made.glyphs)


class _Step(Preprocessor, Treeprocessor):
    """What Python-Markdown calls with the lines or the elements of a page."""

    def __init__(self, work: Callable, md: Markdown) -> None:
        super().__init__(md)
        self.work = work

    def run(self, page: list[str] | Element) -> list[str] | None:
        """Do one of the things above."""
        return self.work(page, self.md)


def _follows(lines: list[str], fence: Fence | None, after: Fence | None) -> bool:
    """Whether the next block comes at once and holds what the script prints."""
    if not (fence and fence.include and after and after.include):
        return False
    output = f"{fence.include.path.removesuffix('.py')}.txt"
    between = lines[fence.end : after.line - 1]
    return after.include.path == output and not any(line.strip() for line in between)


def _headed(line: str, fence: Fence, name: str) -> str:
    """The first line of a block with a class more, and without the title, which its bar has."""
    rest = fence.info.replace(f'title="{fence.title}"', "").strip("{} ").removeprefix(".")
    rest = rest.removeprefix(fence.language).strip()
    return f"{line[: line.index(fence.info)].rstrip()}{{ .{fence.language} .{name} {rest} }}"


def _link(text: str, target: str, page: str, marks: str) -> str:
    """A link of Markdown with attributes from a page to a file or a place of the site."""
    return f"[{text}]({relative(target, page)}){{ {marks} }}"


def _bar(site: Site, uri: str, fence: Fence) -> str:
    """Markdown for above a block: its file and the way to it, or that it is an output, checked."""
    path = fence.include.path
    if fence.title and "checks.md" in site.project.pages:
        return f"{fence.title} {_tick('output', 'checks.md#outputs', uri)}"
    if f"snippets/{path}" not in site.files:
        return ""
    name = f'.download download="{posixpath.basename(path)}" aria-label="Download {path}"'
    part = "Part of " if fence.include.section else ""
    return f"{part}{path} {_link('Download', f'snippets/{path}', uri, name)}"


def _tick(what: str, place: str, page: str) -> str:
    """A mark that says what is checked, and leads to how."""
    return _link("✓", place, page, f'.checked title="checked" aria-label="checked: {what}"')


def _origin(site: Site, uri: str, figure: str) -> str:
    """Markdown that names the figure's snippet and leads to its check."""
    figure = figure.removeprefix("figures/").removesuffix(".svg")
    for name in (figure, re.sub(r"-\d+$", "", figure)):
        if f"snippets/{name}.py" in site.files:
            link = _link(f"Drawn by {name}.py", f"snippets/{name}.py", uri, ".origin download")
            proof = site.proofs.get(f"{uri}#{figure}")
            return f"{link} {_tick('figure', proof, uri)}" if proof else link
    return ""


def _offers(site: Site, uri: str) -> list[str]:
    """Lines of Markdown that lead from a page to its other editions."""
    text, program = editions.markdown(uri), editions.program(uri)
    if text not in site.files:
        return []
    also = f"page [as plain Markdown]({relative(text, uri)})"
    if program in site.files:
        name = f'download="{posixpath.basename(program)}"'
        code = _link("one program", program, uri, name)
        name = 'download="single-neuron.ipynb"'
        whole = _link("the whole article as a notebook", notebook.NAME, uri, name)
        also = f"chapter's code as {code}; this {also}; {whole}"
    return ["", "", '<div class="editions" markdown>', "", f"This {also}.", "", "</div>"]


def _replace(parent: Element, child: Element, text: str) -> None:
    """Text in the place of a child."""
    place = [*parent].index(child)
    text += child.tail or ""
    parent.remove(child)
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
