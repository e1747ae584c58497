"""The look of every page: nothing is cut, nothing overprints, at any width and in any font.

Each page is opened once; its window and its font change in place, and the geometry of what is seen
is read: lines of text, labels in drawings, equations, code and buttons.
"""

from __future__ import annotations

from collections.abc import Sequence

import browser
import pytest
from browser import Server
from playwright.sync_api import Browser, Page

WIDTHS = (320, 390, 768, 1280, 1920)
FONTS = {
    "its own": "",
    "narrow": '"Arial Narrow", "Liberation Sans Narrow", Arial, sans-serif',
    "wide": 'Verdana, "DejaVu Sans", sans-serif',
}

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
  const apart = "script, style, title, mjx-assistive-mml, .equation-glyphs, .md-top, option"
  const whole = "pre > code, mjx-container, button, select, input:not([type=checkbox])"
  const styles = new Map(), clips = new Map()
  const style = it => styles.get(it) ?? styles.set(it, getComputedStyle(it)).get(it)
  const clip = it => {
    if (!it || it == document.body) return null
    if (clips.has(it)) return clips.get(it)
    const css = style(it), outer = clip(it.parentElement)
    const cuts = css.overflowX != "visible" && css.display != "inline" && !it.matches("svg *")
    const found = cuts ? {it, box: it.getBoundingClientRect(), outer,
      scrolls: /auto|scroll/.test(css.overflowX + css.overflowY),
      shaded: css.backgroundImage.includes("gradient") || it.scrollWidth <= it.clientWidth + 1
        || getComputedStyle(it).scrollbarWidth != "none" && it.matches("select, input, .md-nav *")} : outer
    clips.set(it, found)
    return found
  }
  const marks = [], found = []
  const say = it => (it.textContent || it.title || it.outerHTML).trim().replace(/\\s+/g, " ").slice(0, 50)
  const place = it => it.closest("[class], [id]")?.className.toString().slice(0, 30)
  const add = (owner, {left, right, top, bottom}, above = 0, below = 0, words = say(owner)) => {
    const high = bottom - top
    const box = {owner, words, left, right, top: top + above * high, bottom: bottom - below * high}
    for (let at = clip(owner); at; at = at.outer) {
      const {it, box: {left: l, right: r, top: t, bottom: b}, scrolls, shaded} = at
      if (it == owner) continue
      const wide = box.left < l - 1.5 || box.right > r + 1.5
      if (wide || box.top < t - 1.5 || box.bottom > b + 1.5) {
        if (!scrolls) found.push(`cut by ${it.className}: ${words}`)
        if (scrolls && wide && !shaded) found.push(`no sign that it scrolls: ${it.className} ${words}`)
      }
      box.left = Math.max(box.left, l); box.right = Math.min(box.right, r)
      box.top = Math.max(box.top, t); box.bottom = Math.min(box.bottom, b)
    }
    if (box.right - box.left < 1 || box.bottom - box.top < 1) return
    if (box.left < -1 || box.right > innerWidth + 1) found.push(`beyond the edge: ${words}`)
    marks.push(box)
  }
  const range = document.createRange()
  const walk = it => {
    if (it.nodeType == Node.TEXT_NODE) {
      if (!it.data.trim()) return
      range.selectNodeContents(it)
      for (const box of range.getClientRects()) add(it.parentElement, box, 0.2, 0.22, it.data.trim().slice(0, 40))
    } else if (it.nodeType == Node.ELEMENT_NODE && !it.matches(apart) && seen(it)) {
      if (it.matches("svg text")) { if (it.textContent.trim()) add(it, it.getBoundingClientRect(), 0.2, 0.22) }
      else if (it.matches(whole)) add(it, it.getBoundingClientRect())
      else for (const child of it.childNodes) walk(child)
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


def test_nothing_is_cut_and_nothing_overprints(faults: list[str]) -> None:
    """At five widths and in three fonts; what scrolls shows that it does."""
    assert not faults, "\n".join(faults)
