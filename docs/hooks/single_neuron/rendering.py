"""What a page gets beyond its Markdown: figures inline, typeset equations, links to sources, marks.

A Python-Markdown extension, so that whatever builds the site with Python-Markdown can load it:
MkDocs is handed one by docs/hooks/build.py; Zensical loads this module by its name.
"""

from __future__ import annotations

import functools
import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from html import escape
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from . import drawing, editions, notebook, tex
from .pages import Equation, Fence, Page, relative, resolve
from .problems import report
from .site import Site
from .speech import plain

_PUNCTUATION = ".,;:?!)"
_UNSEARCHED, _NUMBER = "data-search-exclude", "data-equation"
_DISPLAYED = re.compile("\ue000(\\d+)\ue001")  # marks an equation, by its number on the page
_INLINE = "[\ue000\ue002](\\d+)\ue001"

Edit = tuple[int, int, str]  # from where to where in a page's text, and what is to stand there


class Rendering(Extension):
    """Renders the pages of a site; `uri` says which page a Markdown instance is at."""

    def __init__(self, site: Callable[[], Site], uri: Callable[[Markdown], str]) -> None:
        super().__init__()
        self.site, self.uri = site, uri

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Work before includes are filled in, and before and after the builder resolves links."""
        md.ESCAPED_CHARS.append("$")
        md.preprocessors.register(_Step(self._write, md), "written", 40)
        md.parser.blockprocessors.register(_Displayed(md.parser), "displayed", 110)
        md.inlinePatterns.register(_Inline(_INLINE, md), "equations", 185)
        md.treeprocessors.register(_Step(self._names, md), "names", 15)
        md.treeprocessors.register(_Step(self._pictures, md), "pictures", -10)

    def _write(self, lines: list[str], md: Markdown) -> list[str]:
        """The page as the project has read it, with marks for equations, and with links.

        They lead to the files of code and figures, to checks, and to the page's other editions.
        """
        site = self.site()
        page = site.project.pages.get(self.uri(md))
        if page is None:  # the page of a notebook
            return lines
        edits = {*_count(site, page), *_bars(site, page)}
        edits |= {*_origins(site, page), *_offers(site, page)}
        for number, each in enumerate(page.equations):
            mark = "\ue000" if each.display else "\ue002"
            edits.add((each.left, each.right, f"{mark}{number}\ue001"))
        text = page.text
        for start, end, new in sorted(edits, reverse=True):  # so that the others keep their place
            text = text[:start] + new + text[end:]
        return text[page.above :].split("\n")

    def _names(self, root: Element, md: Markdown) -> None:
        """Note what the site knows by names, while all targets are as they were written."""
        site, uri = self.site(), self.uri(md)
        for image in root.iter("img"):
            target, _ = resolve(uri, image.get("src"))
            if target in site.figures:
                image.set("data-figure", target)
        for element, equation in self._equations(root, md):
            proof, kind = site.proofs.get(f"{uri}#{equation.label}", ("", ""))
            if equation.label:
                element.set("id", f"mjx-eqn:{equation.label}")
            if proof:
                name = f"{kind}, checked: {equation.label}"
                names = {"class": "checked", "title": name, "aria-label": name, _UNSEARCHED: ""}
                SubElement(element, "a", names, href=relative(proof, uri)).text = "✓"

    def _pictures(self, root: Element, md: Markdown) -> None:
        """Put in drawings and typeset equations, now that links are resolved.

        A missing figure stays a dead image, and a page with a wrong equation stays TeX.
        """
        site, store = self.site(), md.htmlStash.store
        for image in root.findall(".//img[@data-figure]"):
            svg = site.figures[image.get("data-figure")]
            svg = drawing.inline(svg, image.get("alt"), image.get("data-play"))
            image.tag, image.attrib, image.text = None, {}, store(svg)  # nothing but this text
        found = self._equations(root, md)
        made = tex.typeset(site.project.pages[self.uri(md)].tex) if found else None
        for element, equation in found:
            number = int(element.attrib.pop(_NUMBER))
            reference = tex.REFERENCE.fullmatch(equation.source)
            if made.errors:
                element.text = equation.source
            elif reference:  # a link of HTML: focusable, and safe with instant navigation
                element.tag, element.attrib = "a", {"href": f"#mjx-eqn:{reference['label']}"}
                element.text = tex.numbered(equation.source, made.labels)
            else:
                said = plain(tex.numbered(equation.source, made.labels))
                _typeset(element, equation, made.html[number], said, store)
        if made:
            glyphs = {"aria-hidden": "true", "class": "equation-glyphs"}
            SubElement(root, "svg", glyphs).text = store(made.glyphs)

    def _equations(self, root: Element, md: Markdown) -> list[tuple[Element, Equation]]:
        """The elements that stand for equations, and these."""
        found = [element for element in root.iter() if _NUMBER in element.attrib]
        page = self.site().project.pages.get(self.uri(md))
        return [(element, page.equations[int(element.get(_NUMBER))]) for element in found]


class _Step(Preprocessor, Treeprocessor):
    """What Python-Markdown calls with the lines or the elements of a page."""

    def __init__(self, work: Callable, md: Markdown) -> None:
        super().__init__(md)
        self.work = work

    def run(self, page: list[str] | Element) -> list[str] | None:
        """Do one of the things above."""
        return self.work(page, self.md)


class _Displayed(BlockProcessor):
    """Makes an element of the mark of an equation that stands alone."""

    def test(self, _: Element, block: str) -> bool:
        """Whether the block is nothing else."""
        return bool(_DISPLAYED.fullmatch(block.strip("\n")))

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Take it."""
        SubElement(parent, "div", {_NUMBER: _DISPLAYED.search(blocks.pop(0))[1]})


class _Inline(InlineProcessor):
    """Makes an element of the mark of an equation in a line."""

    def handleMatch(self, mark: re.Match[str], _: str) -> tuple[Element, int, int]:  # noqa: N802
        """Say what stands where."""
        return Element("span", {_NUMBER: mark[1]}), *mark.span()


def _typeset(
    element: Element, equation: Equation, html: str, said: str, store: Callable[[str], str]
) -> None:
    """What is seen of an equation, and beside it, for the search, what is read."""
    shown = html.replace("<mjx-container", f'<mjx-container {_UNSEARCHED}=""', 1)
    shown += f"<span hidden>{escape(said, quote=False)}</span>"
    if equation.display:  # a wide formula scrolls by itself, with the keyboard too
        box = '<div class="equation" tabindex="0" role="group" aria-label="Equation">'
        element.set("class", "proven" if len(element) else "displayed")
        element.text = store(f"{box}{shown}</div>")
    else:  # what follows at once stays with it: no line begins with a full stop
        tail = element.tail or ""
        element.tail = tail.lstrip(_PUNCTUATION)
        element.attrib = {"class": "equation"}
        element.text = store(shown) + tail[: len(tail) - len(element.tail)]


def _count(site: Site, page: Page) -> Iterator[Edit]:
    """Under the heading how much of the page is checked, with the way to the proofs."""
    checked = sum(place.startswith(f"{page.uri}#") for place in site.proofs)
    checked += sum(bool(fence.include and fence.title) for fence in page.fences)
    title = next((one for one in page.headings if one.level == 1), None)
    if title and checked > 1 and site.files:
        proofs = f"proofs/{page.uri}"
        place = relative(proofs if proofs in site.project.pages else "checks.md", page.uri)
        words = f"[✓ {checked} equations, outputs and figures checked]({place})"
        yield _insert(page, title.line + 1, words, f"{{: .count {_UNSEARCHED}=1 }}")


def _bars(site: Site, page: Page) -> Iterator[Edit]:
    """Above each block of code its bar, and on its first line how the two stand together."""
    fences = [None, *page.fences, None]
    for before, fence, after in zip(fences, page.fences, fences[2:], strict=False):
        bar = _bar(site, page.uri, fence) if fence.include and site.files else ""
        if bar:
            kind = "printed" if _follows(page, before, fence) else "alone"
            kind = "prints" if _follows(page, fence, after) else kind
            yield _insert(page, fence.line, bar, f"{{: .bar .{kind} {_UNSEARCHED}=1 }}")
            rest = fence.info.replace(f'title="{fence.title}"', "").strip("{} ")
            rest = rest.removeprefix(".").removeprefix(fence.language).strip()
            end = page.offset(fence.line + 1) - 1
            start = end - len(fence.info)
            yield start, end, f"{{ .{fence.language or 'text'} .{kind} {rest} }}"


def _follows(page: Page, fence: Fence | None, after: Fence | None) -> bool:
    """Whether the next block comes at once and holds what the script prints."""
    if not (fence and fence.include and after and after.include):
        return False
    between = page.text[page.offset(fence.end + 1) : page.offset(after.line)]
    output = f"{fence.include.path.removesuffix('.py')}.txt"
    return after.include.path == output and not between.strip()


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


def _origins(site: Site, page: Page) -> Iterator[Edit]:
    """At the end of a figure's caption the name of its snippet, and the way to its check."""
    for image in page.images:
        figure = image.target.removeprefix("figures/").removesuffix(".svg")
        names = (figure, re.sub(r"-\d+$", "", figure))
        name = next((each for each in names if f"snippets/{each}.py" in site.files), "")
        if name and image.caption:
            proof, _ = site.proofs.get(f"{page.uri}#{figure}", ("", ""))
            link = _link(f"Drawn by {name}.py", f"snippets/{name}.py", page.uri, ".origin download")
            link += f" {_tick('figure', proof, page.uri)}" if proof else ""
            end = re.compile(r"^[ \t>]*///[ \t]*$", re.M).search(page.text, page.offset(image.line))
            line = page.line(end.start())
            yield _insert(page, line, link, f"{{: .drawn {_UNSEARCHED}=1 }}")


def _offers(site: Site, page: Page) -> Iterator[Edit]:
    """At the end of a page the way to its other editions."""
    uri, end = page.uri, len(page.text)
    text, program = editions.markdown(uri), editions.program(uri)
    also = f"page [as plain Markdown]({relative(text, uri)})"
    if program in site.files:
        name = f'download="{posixpath.basename(program)}"'
        code = _link("one program", program, uri, name)
        name = 'download="single-neuron.ipynb"'
        whole = _link("the whole article as a notebook", notebook.NAME, uri, name)
        also = f"chapter's code as {code}; this {also}; {whole}"
    if text in site.files:
        yield end, end, f'\n\n<div class="editions" markdown>\n\nThis {also}.\n\n</div>\n'


def _insert(page: Page, line: int, *added: str) -> Edit:
    """A paragraph above a line (from 1), within whatever that stands in."""
    start = page.offset(line)
    indent = re.compile(r"[ \t>]*").match(page.text, start)[0]
    return start, start, "\n".join([indent, *(indent + each for each in added), indent, ""])


def _tick(what: str, place: str, page: str) -> str:
    """A mark that says what is checked, and leads to how."""
    return _link("✓", place, page, f'.checked title="checked" aria-label="checked: {what}"')


def _link(text: str, target: str, page: str, marks: str) -> str:
    """A link of Markdown with attributes from a page to a file or a place of the site."""
    return f"[{text}]({relative(target, page)}){{ {marks} }}"


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
