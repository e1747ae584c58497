"""The site in a browser: what readers see, with mouse, keyboard, phone, paper, or without scripts.

Each page is opened once at each width, below a path, as it would be on GitHub Pages. The survey
notes what it finds; each test looks at one kind of finding.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import browser
import pytest
from browser import Server
from playwright.sync_api import Browser, BrowserContext, Page

WIDTHS = {390: 844, 1280: 900}  # and heights
SCHEMES = {"light": "default", "dark": "slate"}  # the system's wish, and the palette for it
HTML_LIMIT, VISIT_LIMIT = 60_000, 200_000  # bytes, packed

_STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
_OF_COLOUR = ["color-contrast", "link-in-text-block"]  # all that another palette can change

# What axe-core reports and no override of ours can mend, each with the reason: nothing.
_KNOWN: dict[str, str] = {}

_AXE = """async rules => {
  // What is drawn has a name; of that and of code only the colours are left to judge: see _FAINT.
  const context = {exclude: ["svg.figure > *", ".equation svg > *", "math > *", "pre span"]}
  const found = await axe.run(context, {runOnly: rules, resultTypes: ["violations"]})
  return found.violations.flatMap(
    rule => rule.nodes.map(node => `${rule.id}: ${node.target} ${node.html.slice(0, 120)}`))
}"""

_CONTENT = "article :is(.equation > mjx-container > svg, svg.figure, pre > code)"

_HIDDEN = f"""() => [...document.querySelectorAll("{_CONTENT}")].filter(shown => {{
  const box = shown.getBoundingClientRect()
  return box.width < 2 || box.height < 2 || !shown.checkVisibility({{visibilityProperty: true}})
}}).map(shown => shown.outerHTML.slice(0, 120))"""

# Equations, labels in figures and code whose colour stands out by less than WCAG's 4.5 to 1.
_FAINT = """() => {
  const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true})
  const seen = new Map()
  const light = colour => {
    if (!seen.has(colour)) {
      canvas.fillStyle = colour
      canvas.fillRect(0, 0, 1, 1)
      const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map(part => {
        part /= 255
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
      })
      seen.set(colour, 0.2126 * r + 0.7152 * g + 0.0722 * b)
    }
    return seen.get(colour)
  }
  const ground = box => {
    const own = getComputedStyle(box).backgroundColor
    return own != "rgba(0, 0, 0, 0)" ? own : ground(box.parentElement)
  }
  const marks = document.querySelectorAll(
    "article :is(.equation g[stroke], svg.figure text, pre code, pre span[class])")
  return [...marks].filter(mark => {
    const style = getComputedStyle(mark)
    const ink = light(mark.closest("svg") ? style.fill : style.color)
    const paper = light(ground(mark))
    return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05) < 4.5
  }).map(mark => mark.outerHTML.slice(0, 120))
}"""

# Notes what the keyboard comes to, and whether a reader would see that it did.
_FOLLOW_FOCUS = """() => {
  window.reached = new Set()
  window.unseen = []
  addEventListener("focusin", ({target}) => {
    if (reached.has(target)) return
    reached.add(target)
    if (target.matches(".md-search__input")) return  // which opens the search, and takes its time
    requestAnimationFrame(() => {
      const shown = target.matches(".md-option") ? target.nextElementSibling : target
      const box = shown.getBoundingClientRect()
      const inside = box.width > 0 && box.height > 0 && box.right > 0 && box.left < innerWidth
      const marked = getComputedStyle(shown).outlineStyle != "none"
      if (document.activeElement == target && !(inside && marked))
        unseen.push(target.outerHTML.slice(0, 120))
    })
  })
}"""

_FOCUSED = """() => document.activeElement == document.body ? "nothing"
  : document.activeElement.matches(".md-search__input") ? "search" : "control" """

_SEARCH_IS_OPEN = """() => {
  const box = document.querySelector(".md-search__input").getBoundingClientRect()
  return document.getElementById("__search").checked && box.left >= 0 && box.top >= 0
}"""

_UNREACHED = """() => {
  const controls = "a[href], button, input, select, textarea, summary, [tabindex]"
  return [...document.querySelectorAll(controls)].filter(control => {
    const box = control.getBoundingClientRect()
    return control.tabIndex >= 0 && box.width > 0 && box.height > 0 && !reached.has(control)
      && control.checkVisibility({visibilityProperty: true})
  }).map(control => control.outerHTML.slice(0, 120))
}"""

_LOADED = """() => performance.getEntriesByType("resource").map(entry => entry.name)"""

_WATCH_SHIFTS = """
window.shifts = []
new PerformanceObserver(list => list.getEntries().forEach(entry => shifts.push(
  `${entry.value} ${entry.sources.map(source => source.node?.outerHTML?.slice(0, 80))}`
))).observe({type: "layout-shift", buffered: true})
"""

# For paper: everything dark on white; a figure's curves and fills may keep their colours.
_NOT_INK = """() => {
  const found = []
  const marks = "article :is(p, h1, h2, li, td, .equation g[stroke], svg.figure text)"
  for (const mark of document.querySelectorAll(marks)) {
    const style = getComputedStyle(mark), ink = mark.closest("svg") ? style.fill : style.color
    const parts = ink.match(/[\\d.]+/g).map(Number)
    if (Math.max(...parts.slice(0, 3)) > 0x66 && !/^#|var\\(--figure/.test(mark.style.fill))
      found.push(`${ink} ${mark.outerHTML.slice(0, 100)}`)
  }
  for (let box = document.querySelector("article"); box; box = box.parentElement) {
    const ground = getComputedStyle(box).backgroundColor
    const blank = /^rgba\\(.*, 0\\)$|^rgb\\(255, 255, 255\\)$/.test(ground)
    if (!blank) found.push(`${ground} <${box.tagName}>`)
  }
  return found
}"""


@dataclass
class Survey:
    """What was found on all pages, each finding beginning with page, width and palette."""

    seen: set[str] = field(default_factory=set)
    findings: dict[str, list[str]] = field(default_factory=dict)
    loaded: dict[str, list[str]] = field(default_factory=dict)  # by page: all that a visit loads
    counts: dict[str, int] = field(default_factory=dict)  # by page: equations, figures, code

    def note(self, kind: str, where: str, found: list[str]) -> None:
        """Add findings of a kind."""
        self.findings.setdefault(kind, []).extend(f"{where}: {item}" for item in found)


def _addresses(site: Path) -> list[str]:
    """The addresses of all pages, below that of the site."""
    found = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return [path.removesuffix("index.html") for path in found]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """The machine's browser."""
    with browser.launched() as chromium:
        yield chromium


@pytest.fixture(scope="module")
def server(site: Path) -> Iterator[Server]:
    """The built site below a path."""
    with Server(site).running() as server:
        yield server


@pytest.fixture(scope="module")
def survey(server: Server, chromium: Browser) -> Survey:
    """Every page at both widths and in both palettes."""
    survey = Survey()
    for width, height in WIDTHS.items():
        context = _context(chromium, width, height)
        for address in _addresses(server.site):
            _visit(context, server, address, f"/{address} {width} px", survey)
        context.close()
    return survey


def _context(chromium: Browser, width: int, height: int, **options: object) -> BrowserContext:
    return chromium.new_context(
        viewport={"width": width, "height": height}, reduced_motion="reduce", **options
    )


def _listen(page: Page, where: str, survey: Survey, home: str) -> None:
    """Note what goes wrong in a page, and whom it asks."""
    wrong = ("error", "warning")
    page.on(
        "console",
        lambda said: survey.note("console", where, [said.text] if said.type in wrong else []),
    )
    page.on("pageerror", lambda error: survey.note("console", where, [str(error)]))
    page.on("requestfailed", lambda request: survey.note("failed", where, [request.url]))
    page.on(
        "response",
        lambda answer: survey.note("failed", where, [answer.url] if answer.status >= 400 else []),
    )
    page.on(
        "request",
        lambda request: survey.note(
            "foreign", where, [] if request.url.startswith((home, "data:")) else [request.url]
        ),
    )


def _visit(
    context: BrowserContext, server: Server, address: str, where: str, survey: Survey
) -> None:
    page = context.new_page()
    _listen(page, where, survey, server.url)
    page.goto(server.url + address)
    survey.seen.add(address)
    page.evaluate(_FOLLOW_FOCUS)
    stops = page.evaluate("() => document.querySelectorAll('a, button, input, [tabindex]').length")
    for _ in range(stops):
        page.keyboard.press("Tab")
        focused = page.evaluate(_FOCUSED)
        if focused == "nothing":
            break
        if focused == "search":
            page.wait_for_function(_SEARCH_IS_OPEN)
    survey.note("unreached", where, page.evaluate(_UNREACHED))
    survey.note("unseen", where, page.evaluate("() => unseen"))
    survey.loaded[address] = page.evaluate(_LOADED)
    survey.counts[address] = page.locator(f"{_CONTENT}, .md-code__button").count()
    page.evaluate("() => document.querySelectorAll('details').forEach(box => box.open = true)")
    page.evaluate(browser.axe())
    for scheme, palette in SCHEMES.items():
        page.emulate_media(color_scheme=scheme)
        place = f"{where}, {scheme}"
        page.wait_for_function(
            "wanted => document.body.dataset.mdColorScheme == wanted", arg=palette
        )
        wide = page.evaluate("() => document.documentElement.scrollWidth - innerWidth")
        survey.note("wide", place, [f"{wide} px too wide"] if wide > 0 else [])
        survey.note("hidden", place, page.evaluate(_HIDDEN))
        survey.note("faint", place, page.evaluate(_FAINT))
        rules = {"type": "rule", "values": _OF_COLOUR} if scheme == "dark" else _STANDARD
        survey.note("axe", place, page.evaluate(_AXE, rules))
    page.close()


@pytest.mark.parametrize(
    "kind",
    ["console", "failed", "foreign", "wide", "hidden", "faint", "unreached", "unseen"],
)
def test_every_page_in_both_palettes_and_widths(survey: Survey, server: Server, kind: str) -> None:
    """No error, failed or foreign request; nothing too wide, hidden, faint, or without the mouse.

    `unreached` and `unseen`: by the Tab key.
    """
    assert survey.seen == set(_addresses(server.site))
    assert survey.findings.get(kind, []) == []
    assert server.missed == []


def test_axe_finds_no_barrier(survey: Survey) -> None:
    """WCAG 2.2 AA, on every page, in both palettes and widths."""
    found = [item for item in survey.findings["axe"] if not any(k in item for k in _KNOWN)]
    assert found == []


def test_a_first_visit_is_light(survey: Survey, server: Server) -> None:
    """All that the browser fetches for a page, the search's index and worker included."""
    heavy = []
    for address, loaded in survey.loaded.items():
        html = server.weight(server.url + address)
        visit = html + sum(map(server.weight, loaded))
        if html > HTML_LIMIT or visit > VISIT_LIMIT:
            heavy.append(f"/{address}: {html} bytes of HTML, {visit} in all")
    assert heavy == []


def test_nothing_moves_while_a_page_loads(server: Server, chromium: Browser) -> None:
    """No layout shift in the first five seconds on a slow processor."""
    moved = []
    for width, height in WIDTHS.items():
        context = _context(chromium, width, height)
        context.add_init_script(_WATCH_SHIFTS)
        opened = {}
        for address in _addresses(server.site):
            page = context.new_page()
            session = context.new_cdp_session(page)
            session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
            page.goto(server.url + address, wait_until="commit")
            opened[address] = page
        page.wait_for_timeout(5000)
        for address, page in opened.items():
            page.wait_for_load_state()
            moved += [f"/{address} {width} px: {it}" for it in page.evaluate("() => shifts")]
        context.close()
    assert moved == []


def test_without_scripts_the_article_reads_whole(server: Server, chromium: Browser) -> None:
    """The same words, and all equations, figures and code."""
    text = "() => document.querySelector('article').textContent.replace(/\\s+/g, ' ')"
    with_scripts = _context(chromium, *next(iter(WIDTHS.items())))
    without = _context(chromium, *next(iter(WIDTHS.items())), java_script_enabled=False)
    lost = []
    one, other = with_scripts.new_page(), without.new_page()
    for address in _addresses(server.site):
        one.goto(server.url + address)
        other.goto(server.url + address)
        if one.evaluate(text) != other.evaluate(text):
            lost.append(f"/{address}: other words")
        other.evaluate("() => document.querySelectorAll('details').forEach(box => box.open = true)")
        lost += [f"/{address}: {hidden}" for hidden in other.evaluate(_HIDDEN)]
    with_scripts.close()
    without.close()
    assert lost == []


def test_on_paper_everything_is_there_black_on_white(server: Server, chromium: Browser) -> None:
    """Also when the reader's palette is dark, at the width of A4, without opening anything."""
    context = _context(chromium, 718, 1050, color_scheme="dark")
    page, found = context.new_page(), []
    for address in _addresses(server.site):
        page.goto(server.url + address)
        assert page.evaluate("() => document.body.dataset.mdColorScheme") == "slate"
        page.emulate_media(media="print", color_scheme="dark")
        found += [f"/{address}: not shown: {it}" for it in page.evaluate(_HIDDEN)]
        found += [f"/{address}: not black on white: {it}" for it in page.evaluate(_NOT_INK)]
        wide = page.evaluate("() => document.documentElement.scrollWidth - innerWidth")
        found += [f"/{address}: {wide} px too wide"] if wide > 0 else []
        page.emulate_media(media="screen", color_scheme="dark")
    page.goto(server.url + "loss/")
    assert page.pdf(format="A4", print_background=True).startswith(b"%PDF")
    context.close()
    assert found == []


@pytest.fixture
def page(server: Server, chromium: Browser) -> Iterator[Page]:
    """The home page on a wide screen."""
    context = _context(chromium, 1280, 900)
    page = context.new_page()
    page.goto(server.url)
    yield page
    context.close()


def _search(page: Page, words: str) -> str:
    """Type into the search; return what it shows."""
    page.locator(".md-search__input").fill(words)
    results = page.locator(".md-search-result__item a")
    results.first.wait_for()
    page.wait_for_function(
        "words => document.querySelector('.md-search-result__meta').textContent.match(/\\d/)"
        " && document.querySelector('.md-search__input').value == words",
        arg=words,
    )
    return " ".join(results.all_inner_texts())


@pytest.mark.parametrize(
    ("words", "readable"),
    [
        ("chain rule", "The chain rule"),
        ("hinge", "Hinge loss"),
        ("XOR", "XOR fails"),
        ("inside logarithm", "The ε inside the logarithm"),  # a heading with a symbol
        ("derivative minus comes inner", "The derivative of log ŷ is 1/ŷ."),  # a sentence
    ],
)
def test_the_search_finds_it_and_shows_it_readably(page: Page, words: str, readable: str) -> None:
    """In plain characters, with no TeX, markup or invisible sign."""
    shown = _search(page, words)
    assert readable in " ".join(shown.split())
    assert re.findall(r"[\u2061-\u2064\ufffd]|\\\w|\$|</?\w+>", shown) == []
    with page.expect_navigation():
        page.locator(".md-search-result__item a").first.click()
    assert page.locator("article h1").count() == 1


def test_the_choice_of_a_palette_persists(page: Page, server: Server) -> None:
    """On the next page, after a reload, and back to the system's."""
    scheme = "() => document.body.dataset.mdColorScheme"
    seen = [page.evaluate(scheme)]
    for _ in range(2):  # light, dark
        page.locator(".md-header__option label:visible").click()
        seen.append(page.evaluate(scheme))
    assert seen == ["default", "default", "slate"]
    page.reload()
    assert page.evaluate(scheme) == "slate"
    page.goto(f"{server.url}loss/")
    assert page.evaluate(scheme) == "slate"
    page.locator(".md-header__option label:visible").click()
    page.reload()
    assert page.evaluate(scheme) == "default"


def test_instant_navigation_loses_nothing(page: Page, server: Server, survey: Survey) -> None:
    """Forth, back and forward again without a reload, with all equations, figures and buttons."""
    page.wait_for_load_state("networkidle")  # the theme reads the sitemap first
    page.evaluate("() => window.stayed = true")
    for address in ("neuron/", "loss/", "derivation/"):
        page.locator(f".md-nav--primary a[href$='{address}']").click()
        _arrive(page, server, address, survey)
    equation = page.locator("article a[href^='#mjx-eqn']").first
    equation.click()
    assert "#mjx-eqn" in page.url
    page.go_back()
    for go, address in (
        (page.go_back, "loss/"),
        (page.go_back, "neuron/"),
        (page.go_forward, "loss/"),
        (page.go_forward, "derivation/"),
    ):
        go()
        _arrive(page, server, address, survey)
    assert page.evaluate("() => window.stayed")


def _arrive(page: Page, server: Server, address: str, survey: Survey) -> None:
    """Wait for a page, and compare it with what it holds when it is loaded by itself."""
    page.wait_for_url(re.compile(re.escape(server.url + address) + "(#.*)?$"))
    everything = json.dumps(f"{_CONTENT}, .md-code__button")
    page.wait_for_function(
        "([wanted, goal]) => document.querySelector('link[rel=canonical]').href == goal"
        f" && document.querySelectorAll({everything}).length == wanted",
        arg=[survey.counts[address], server.url + address],
        timeout=5000,
    )
    data = json.loads(page.locator("script[type='application/ld+json']").text_content())
    assert urlsplit(data["url"]).path == urlsplit(page.url).path
    assert page.locator("meta[name=theme-color]").count() == 1
    assert page.locator("nav.md-code__nav:not([role])").count() == 0
