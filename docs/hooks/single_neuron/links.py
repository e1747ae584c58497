"""The links that a page gets: to files of code and figures, to checks, to its other editions."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from itertools import pairwise

from . import editions, notebook
from .pages import Fence, Page, relative
from .site import Site

UNSEARCHED = "data-search-exclude"

Edit = tuple[int, int, str]  # from where to where in a page's text, and what is to stand there


def edits(site: Site, page: Page) -> Iterator[Edit]:
    """What is to be written into a page's Markdown."""
    yield from _count(site, page)
    yield from _bars(site, page)
    yield from _origins(site, page)
    yield from _offers(site, page)


def _count(site: Site, page: Page) -> Iterator[Edit]:
    """Under the heading how much of the page is checked, with the way to the proofs."""
    checked = sum(place.startswith(f"{page.uri}#") for place in site.proofs)
    checked += sum(bool(fence.include and fence.title) for fence in page.fences)
    title = next((one for one in page.headings if one.level == 1), None)
    if title and checked > 1 and site.files:
        proofs = f"proofs/{page.uri}"
        place = relative(proofs if proofs in site.project.pages else "checks.md", page.uri)
        words = f"[✓ {checked} equations, outputs and figures checked]({place})"
        yield _insert(page, title.line + 1, words, f"{{: .count {UNSEARCHED}=1 }}")


def _bars(site: Site, page: Page) -> Iterator[Edit]:
    """Above each block of code its bar; what a script prints hangs below it."""
    for before, fence in pairwise([None, *page.fences]):
        bar = _bar(site, page.uri, fence) if fence.include and site.files else ""
        if bar:
            kind = " .printed" if _follows(page, before, fence) else ""
            yield _insert(page, fence.line, bar, f"{{: .bar{kind} {UNSEARCHED}=1 }}")
        if bar and fence.title:  # which the bar says
            start = page.text.index(title := f'title="{fence.title}"', page.offset(fence.line))
            yield start, start + len(title), ""


def _follows(page: Page, before: Fence | None, fence: Fence) -> bool:
    """Whether a block comes at once after that of the script which prints what it includes."""
    if not (before and before.include):
        return False
    between = page.text[page.offset(before.end + 1) : page.offset(fence.line)]
    output = f"{before.include.path.removesuffix('.py')}.txt"
    return fence.include.path == output and not between.strip()


def _bar(site: Site, uri: str, fence: Fence) -> str:
    """Markdown for above a block: its file and the way to it, or that it is an output, checked."""
    path = fence.include.path
    if fence.title and "checks.md" in site.project.pages:
        return f"{fence.title} {_tick('output', 'checks.md#outputs', uri)}"
    if f"snippets/{path}" not in site.files:
        return ""
    name = f'.download download="{posixpath.basename(path)}" aria-label="Download {path}"'
    part = "Part of " if fence.include.section else ""
    shown = re.sub("[/_]", r"\g<0><wbr>", path)  # on a phone its line may end there
    return f"{part}{shown} {_link('Download', f'snippets/{path}', uri, name)}"


def _origins(site: Site, page: Page) -> Iterator[Edit]:
    """At the end of a figure's caption the name of its snippet, and the way to its check."""
    for image in page.images:
        known = (each for each in image.drawn_by if f"snippets/{each}.py" in site.files)
        name = next(known, "")
        if name and image.caption:
            proof, _ = site.proofs.get(f"{page.uri}#{image.figure}", ("", ""))
            link = _link(f"Drawn by {name}.py", f"snippets/{name}.py", page.uri, ".origin download")
            link += f" {_tick('figure', proof, page.uri)}" if proof else ""
            yield _insert(page, image.end, link, f"{{: .drawn {UNSEARCHED}=1 }}")


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
