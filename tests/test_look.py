"""The look of every page: nothing is cut, nothing overprints, at any width and in any font.

Each page is opened once; its window and its font change in place, and the geometry of what is seen
is read: lines of text, labels in drawings, equations, code and buttons.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import browser
import project
import pytest
from browser import Server
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Page

WIDTHS = (320, 390, 768, 1280, 1920)
FONTS = {
    "its own": "",
    "narrow": '"Arial Narrow", "Liberation Sans Narrow", Arial, sans-serif',
    "wide": 'Verdana, "DejaVu Sans", sans-serif',
}

# Symbols that an equation writes otherwise than the table does.
_ELSEWISE = {
    r"\lvert x\rvert": "|",
    r"\sqrt{x}": r"\sqrt",
}

# What the theme's button copies.
_COPIED = """code => {
  code.setAttribute("data-md-copying", "")
  const text = code.innerText
  code.removeAttribute("data-md-copying")
  return text.trimEnd()
}"""

# All that sleeps is woken, all that is folded is opened.
_OPEN_ALL = "() => document.querySelectorAll('details').forEach(box => box.open = true)"
_ALL_AWAKE = """() => {
  const asleep = [...document.querySelectorAll("figure:has([data-play])")]
    .filter(it => !it.querySelector(".play-part"))
  asleep[0]?.scrollIntoView({block: "center"})
  return !asleep.length
}"""

_SET_FONT = """async font => {
  const sheet = document.getElementById("font") ?? document.head.appendChild(
    Object.assign(document.createElement("style"), {id: "font"}))
  sheet.textContent = font && `:root, [data-md-color-scheme] { --md-text-font-family: ${font} }`
  await document.fonts.ready
}"""

# What is seen, as boxes: of a line of text or a label the part that holds ink. `clips` are the
# boxes that cut what they hold: those that scroll have to say so by a shade at their edge.
_LOOK = """async () => {
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))
  const page = document.querySelector(".md-container")
  const seen = it => it.checkVisibility({visibilityProperty: true, opacityProperty: true})
  const apart = "script, style, title, mjx-assistive-mml, .equation-glyphs, .md-top, option,"
    + ".md-nav--primary > .md-nav__title, .md-nav--secondary > .md-nav__title"
  const whole = "pre > code, mjx-container, button, select, input:not([type=checkbox])"
  const styles = new Map(), clips = new Map()
  const style = it => styles.get(it) ?? styles.set(it, getComputedStyle(it)).get(it)
  const clip = it => {
    if (!it || it == document.body) return null
    if (clips.has(it)) return clips.get(it)
    const css = style(it), outer = clip(it.parentElement)
    const cuts = css.overflowX != "visible" && css.display != "inline" && !it.matches("svg *")
    const found = cuts ? {it, outer, box: it.getBoundingClientRect(),
      scrolls: /auto|scroll/.test(css.overflowX + css.overflowY),
      shaded: css.backgroundImage.includes("gradient")} : outer
    clips.set(it, found)
    return found
  }
  const marks = [], found = []
  const short = text => text.trim().replace(/\\s+/g, " ").slice(0, 50)
  const say = it => short(it.textContent || it.title || it.outerHTML)
  const place = it => it.closest("[class], [id]")?.className.toString().slice(0, 30)
  const add = (owner, {left, right, top, bottom}, above = 0, below = 0, words = say(owner)) => {
    const high = bottom - top
    const box = {owner, words, left, right, top: top + above * high, bottom: bottom - below * high}
    for (let at = clip(owner); at; at = at.outer) {
      const {it, box: {left: l, right: r, top: t, bottom: b}, scrolls, shaded} = at
      if (it == owner) continue
      if (r - l < 2) return // for screen readers alone
      const wide = box.left < l - 1.5 || box.right > r + 1.5
      if (wide || box.top < t - 1.5 || box.bottom > b + 1.5) {
        if (!scrolls) found.push(`cut by <${it.tagName}>: ${words}`)
        if (scrolls && wide && !shaded) found.push(`no sign that it scrolls: ${words}`)
      }
      box.left = Math.max(box.left, l); box.right = Math.min(box.right, r)
      box.top = Math.max(box.top, t); box.bottom = Math.min(box.bottom, b)
    }
    if (box.right - box.left < 1 || box.bottom - box.top < 1) return
    if (box.left < -1 || box.right > innerWidth + 1) found.push(`beyond the edge: ${words}`)
    marks.push(box)
  }
  const ink = (it, box, words) => it.textContent.trim() && add(it, box, 0.2, 0.22, words)
  const range = document.createRange()
  const walk = it => {
    if (it.nodeType == Node.TEXT_NODE) {
      if (!it.data.trim()) return
      range.selectNodeContents(it)
      for (const box of range.getClientRects()) ink(it.parentElement, box, short(it.data))
    } else if (it.nodeType == Node.ELEMENT_NODE && !it.matches(apart) && seen(it)) {
      if (it.matches("svg text")) ink(it, it.getBoundingClientRect())
      else if (it.matches("input[type=range]")) add(it, it.getBoundingClientRect(), 0.46, 0.46)
      else if (it.matches(whole)) add(it, it.getBoundingClientRect())
      if (it.matches("pre > code") && it.scrollWidth > it.clientWidth + 1
        && !style(it).backgroundImage.includes("gradient"))
        found.push(`no sign that it scrolls: ${say(it)}`)
      if (!it.matches(`svg text, ${whole}`)) for (const child of it.childNodes) walk(child)
    }
  }
  walk(page)
  marks.sort((a, b) => a.top - b.top)
  marks.forEach((one, i) => {
    for (let j = i + 1; j < marks.length && marks[j].top < one.bottom - 1; j++) {
      const other = marks[j]
      if (one.owner == other.owner && one.words == other.words) continue
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left)
      const down = Math.min(one.bottom, other.bottom) - other.top
      if (across > 1.5 && down > 1.5)
        found.push(`overprint: "${one.words}" and "${other.words}" (${place(other.owner)})`)
    }
  })
  const over = document.documentElement.scrollWidth - innerWidth
  return [...new Set(over > 0 ? [`the page is ${over} px too wide`, ...found] : found)]
}"""


def _pages(server: Server) -> list[str]:
    """All pages; of those of proofs, which have one form, one."""
    site = server.site
    found = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    proofs = [path for path in found if path.startswith("proofs/")]
    kept = [path for path in found if path not in proofs[1:]]
    return [path.removesuffix("index.html") for path in kept]


def _faults(page: Page, address: str) -> list[str]:
    """What is cut or overprinted on an open page, at every width and in every font."""
    page.evaluate(_OPEN_ALL)
    page.wait_for_function(_ALL_AWAKE)
    faults = []
    for font, stack in FONTS.items():
        page.evaluate(_SET_FONT, stack)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            found = page.evaluate(_LOOK)
            faults += [f"/{address} at {width} px, font {font}: {fault}" for fault in found]
    return faults


@pytest.fixture(scope="module")
def faults(server: Server) -> list[str]:
    """What is wrong on any page."""

    def look(chromium: Browser, addresses: Sequence[str]) -> list[str]:
        found = []
        context = chromium.new_context(reduced_motion="reduce")
        for address in addresses:
            page = context.new_page()
            page.goto(server.url + address)
            found += _faults(page, address)
            page.close()
        return found

    return browser.in_two(_pages(server), look)


# One of each fault, on a page that has none.
_BROKEN = {
    "cut by": "article { height: 300px; overflow: clip }",
    "no sign that it scrolls": "pre > code { background: none !important }",
    "beyond the edge": "h1 { position: relative; left: -40px }",
    "overprint": "h1 + p { margin-top: -60px !important }",
}


@pytest.mark.parametrize("fault", _BROKEN)
def test_each_fault_would_be_found(fault: str, chromium: Browser, server: Server) -> None:
    """Where a style sheet brings it about."""
    page = chromium.new_page(viewport={"width": 390, "height": 900})
    page.goto(f"{server.url}gradient-descent/")
    page.add_style_tag(content=_BROKEN[fault])
    assert any(found.startswith(fault) for found in page.evaluate(_LOOK))
    page.close()


MARKED = {
    "gradient-descent/train.py": ["dw = X.T @ dz / len(X)"],
    "gradient-descent/vectorised.py": ["dw = X.T @ delta / N", "print"],
    "layers/backprop.py": ["dz2 =", "da1 =", "dz1 =", "dW1, dw2 ="],
    "or-gate/steps.py": ["delta =", "dw =", "db =", "w, b ="],
}


def test_the_marked_lines_are_those_that_the_prose_cites(site: Path) -> None:
    """By what they begin with; nothing else is marked."""
    found = {}
    for path in sorted(site.rglob("*.html")):
        html = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        for block in html.select("article .highlight:has(.hll)"):
            name = block.find_previous(class_="bar").get_text().removeprefix("Part of ").split()[0]
            found[name] = [line.get_text().strip() for line in block.select(".hll")]
    assert found.keys() == MARKED.keys()
    for name, lines in MARKED.items():
        assert len(found[name]) == len(lines), name
        assert all(map(str.startswith, found[name], lines)), name


def test_a_bar_never_lies_over_its_code(chromium: Browser, server: Server) -> None:
    """Nor does the button that copies, at any width; and it copies what stands there."""
    page = chromium.new_page(reduced_motion="reduce")
    page.goto(f"{server.url}gradient-descent/")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        block = page.locator(".bar + .highlight").first
        block.scroll_into_view_if_needed()
        button = block.locator(".md-code__button")
        button.wait_for()
        lowest = button.bounding_box()["y"] + button.bounding_box()["height"]
        assert lowest <= block.locator("code").bounding_box()["y"] + 1, width
    assert block.locator("code").evaluate(_COPIED) == block.locator("code").text_content().rstrip()
    page.close()


# The lines of code that do not begin as far from the edge as their spaces are wide.
_SHIFTED = """() => {
  document.querySelectorAll("details").forEach(box => box.open = true)
  const shifted = code => {
    const edge = code.getBoundingClientRect().left + parseFloat(getComputedStyle(code).paddingLeft)
    const texts = document.createTreeWalker(code, NodeFilter.SHOW_TEXT), places = []
    while (texts.nextNode())
      for (let at = 0; at < texts.currentNode.length; at++) places.push([texts.currentNode, at])
    const box = (start, end) => {
      const range = document.createRange()
      range.setStart(...places[start])
      range.setEnd(places[end - 1][0], places[end - 1][1] + 1)
      return range.getBoundingClientRect()
    }
    return [...code.textContent.matchAll(/^( *)(\\S).*/gm)].filter(({index, 1: spaces}) => {
      const word = index + spaces.length
      const room = spaces ? box(index, word).width : 0
      return Math.abs(box(word, word + 1).left - edge - room) > 1
    }).map(([line]) => line)
  }
  return [...document.querySelectorAll("pre > code")].flatMap(shifted)
}"""


def test_code_keeps_its_indentation(chromium: Browser, server: Server) -> None:
    """Every line of it, though blank lines are drawn at half their height."""
    for address in _pages(server):
        page = chromium.new_page()
        page.goto(server.url + address)
        assert page.evaluate(_SHIFTED) == [], address
        page.close()


def test_a_name_above_a_slider_breaks_between_words(chromium: Browser, server: Server) -> None:
    """On a phone too whose reader has doubled the size of all text."""
    page = chromium.new_page(viewport={"width": 390, "height": 900})
    page.goto(f"{server.url}loss/")
    page.add_style_tag(content="html { font-size: 40px !important }")
    page.wait_for_function(_ALL_AWAKE)
    lines = page.get_by_text("Prediction ŷ", exact=True).evaluate(
        "({firstChild: text}) => {"
        " const word = new Range(); word.setStart(text, 0); word.setEnd(text, 10);"
        " return word.getClientRects().length }"
    )
    assert lines == 1
    page.close()


def test_the_count_under_a_heading_is_that_of_the_marks(site: Path) -> None:
    """Of equations, outputs and figures, on every page that has one."""
    counted = 0
    for path in sorted(site.rglob("*.html")):
        html = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        for count in html.select("article .count"):
            number = int(re.search(r"\d+", count.get_text())[0])
            assert (path.name, len(html.select("article .checked"))) == (path.name, number), path
            counted += 1
    assert counted > 10


def test_a_symbol_leads_to_where_it_enters() -> None:
    """To a chapter by its number, and to a section with the symbol in an equation."""
    entries = [entry for entry in project.tested().nav if entry.chapter]
    chapters = {entry.uri: entry.title.split()[0] for entry in entries}
    notation = project.tested().pages["notation.md"]
    rows = re.findall(r"^\| .*\[chapter .*$", notation.text, re.M)
    assert len(rows) > 60
    for row in rows:
        link = re.search(r"\[chapter (\d+)\]\(([\w-]+\.md)#?([\w-]*)\)", row)
        number, uri, place = link.groups()
        assert chapters[uri] == number, row
        symbol = re.search(r"\$([^$]+)\$", row)[1]
        sought = _ELSEWISE.get(symbol, symbol)
        headings = [one.line for one in project.tested().pages[uri].headings]
        start = next((h.line for h in project.tested().pages[uri].headings if h.anchor == place), 1)
        end = min((line for line in headings if place and line > start), default=10**6)
        inside = [e.tex for e in project.tested().pages[uri].equations if start <= e.line < end]
        assert any(sought in tex for tex in inside), row


def test_nothing_is_cut_and_nothing_overprints(faults: list[str]) -> None:
    """At five widths and in three fonts; what scrolls shows that it does."""
    assert not faults, "\n".join(faults)
