"""What a page gets beyond its Markdown: figures inline, typeset equations, links to sources, marks.

A Python-Markdown extension, so that whatever builds the site with Python-Markdown can load it:
MkDocs is handed one by docs/hooks/build.py; Zensical loads this module by its name.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from html import escape
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from . import drawing, links, tex
from .links import UNSEARCHED
from .pages import Equation, relative, resolve
from .problems import report
from .site import Site
from .speech import plain

_PUNCTUATION = ".,;:?!)"
_NUMBER = "data-equation"
_NAMED = ("a", "summary", "th")  # by what they hold, and a browser leaves MathML out of a name
_said = functools.lru_cache(maxsize=4096)(plain)  # most equations stand in many places
_MARK = "\ue000(\\d+)\ue001"  # of an equation, by its number on the page


class Rendering(Extension):
    """Renders the pages of a site; `uri` says which page a Markdown instance is at."""

    def __init__(self, site: Callable[[], Site], uri: Callable[[Markdown], str]) -> None:
        super().__init__()
        self.site, self.uri = site, uri

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Work before includes are filled in, and before and after the builder resolves links."""
        md.ESCAPED_CHARS.append("$")
        md.preprocessors.register(_Step(self._write, md), "written", 40)
        md.inlinePatterns.register(_Inline(_MARK, md), "equations", 185)
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
        edits = set(links.edits(site, page))
        edits |= {(it.left, it.right, f"\ue000{n}\ue001") for n, it in enumerate(page.equations)}
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
            element.tag = "div" if equation.display else "span"
        for paragraph in root.findall(".//p[div]"):
            if len(paragraph) == 1 and not "".join(paragraph.itertext()).strip():
                paragraph.tag, paragraph.attrib = "div", paragraph[0].attrib
                del paragraph[0]
        for element, equation in self._equations(root, md):
            proof, kind = site.proofs.get(f"{uri}#{equation.label}", ("", ""))
            if equation.label:
                element.set("id", f"mjx-eqn:{equation.label}")
            if proof:
                name = f"{kind}, checked: {equation.label}"
                names = {"class": "checked", "title": name, "aria-label": name, UNSEARCHED: "1"}
                SubElement(element, "a", names, href=relative(proof, uri)).text = "✓"

    def _pictures(self, root: Element, md: Markdown) -> None:
        """Put in drawings, typeset equations and boxes for scripts, now that links are resolved.

        A missing figure stays a dead image, and a page with a wrong equation stays TeX.
        """
        site, store = self.site(), md.htmlStash.store
        for place, child in enumerate(root):  # scripts wrap these, and give these a field
            if child.tag == "table" or "paper" in child.get("class", "").split():
                root[place] = Element("div")
                root[place].append(child)  # else a browser would style the whole article anew
        cards = root.findall(".//div[@class='cards']//li[a]")
        for image in root.findall(".//img[@data-figure]"):
            svg = site.figures[image.get("data-figure")]
            svg = drawing.inline(svg, image.get("alt"), image.get("data-play"), bool(cards))
            image.tag, image.attrib, image.text = None, {}, store(svg)  # nothing but this text
        for card in cards:  # it shows the drawing of its figure
            small = Element("svg", {"viewBox": "0 0 12 8", "aria-hidden": "true"})
            still = card.find("a").get("href").replace("#", "#still-")
            # Not `href`: the theme's script sets every one of those anew.
            SubElement(small, "use", {"xlink:href": still, "width": "12", "height": "8"})
            card.insert(0, small)
        found = self._equations(root, md)
        made = tex.typeset(site.project.pages[self.uri(md)].tex) if found else None
        good = found if made and not made.errors else []
        read = {element: _said(tex.numbered(it.source, made.labels)) for element, it in good}
        for named in root.iter():
            if named.tag in _NAMED and any(part in read for part in named.iter()):
                named.set("aria-label", " ".join("".join(_words(named, read)).split()))
        for element, equation in found:
            number = int(element.attrib.pop(_NUMBER))
            reference = tex.REFERENCE.fullmatch(equation.source)
            if made.errors:
                element.text = equation.source
            elif reference:  # a link of HTML: focusable, and safe with instant navigation
                element.tag, element.attrib = "a", {"href": f"#mjx-eqn:{reference['label']}"}
                element.text = tex.numbered(equation.source, made.labels)
            else:
                # What is seen of it, and beside it, for the search, what is read.
                said = escape(read[element], quote=False)
                unsearched = f'<mjx-container {UNSEARCHED}="1"'
                shown = made.html[number].replace("<mjx-container", unsearched, 1)
                _put(element, store(f"{shown}<span hidden>{said}</span>"), equation.display)
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


class _Inline(InlineProcessor):
    """Makes an element of the mark of an equation."""

    def handleMatch(self, mark: re.Match[str], _: str) -> tuple[Element, int, int]:  # noqa: N802
        """Say what stands where."""
        return Element("span", {_NUMBER: mark[1]}), *mark.span()


def _put(element: Element, shown: str, display: bool) -> None:
    """Let an element show an equation."""
    if display:  # a wide formula scrolls by itself, with the keyboard too
        box = {"class": "equation", "tabindex": "0", "role": "group", "aria-label": "Equation"}
        element.set("class", "proven" if len(element) else "displayed")
        element.insert(0, Element("div", box))
        element[0].text = shown
    else:  # what follows at once stays with it: no line begins with a full stop
        tail = element.tail or ""
        element.tail = tail.lstrip(_PUNCTUATION)
        element.attrib = {"class": "equation"}
        element.text = shown + tail[: len(tail) - len(element.tail)]


def _words(element: Element, read: Mapping[Element, str]) -> Iterator[str]:
    """The words of an element, and of its equations what is `read`."""
    yield read.get(element, element.text or "")
    for child in element:
        yield from _words(child, read)
        yield child.tail or ""


def reads(site: Site, uri: str) -> tuple:
    """What the rendering of a page depends on, besides which files there are.

    Nothing if something is wrong.
    """
    page = site.project.pages.get(uri)
    if page is None or site.problems:
        return ()
    shown = [site.project.part(include) for include in page.includes]
    drawn = [site.figures.get(image.target) for image in page.images]
    proven = [it for name, it in site.proofs.items() if name.startswith(f"{uri}#")]
    return page.text, shown, drawn, proven


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
