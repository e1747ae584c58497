"""The site in a browser: what readers see, with mouse, keyboard, phone, paper, or without scripts.

Each page is opened at each width, below a path, as it would be on GitHub Pages, and read to
its end, so that all its figures wake. The survey notes what it finds; each test looks at one kind
of finding.
"""

from __future__ import annotations

import json
import re
import zlib
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import browser
import project
import pytest
from browser import Server
from playwright.sync_api import Browser, BrowserContext, Page
from playwright.sync_api import TimeoutError as TooLate

WIDTHS = {390: 844, 1280: 900}  # and heights
NARROW = min(WIDTHS)
SCHEMES = {"light": "default", "dark": "slate"}  # the system's wish, and the palette for it
FRAMES = ("", "loss/", "play/", "practice/", "404.html")  # what stands around a page, in each form
AT_ONCE = 3  # pages that are open at each width
HTML_LIMIT, VISIT_LIMIT = 70_000, 200_000  # bytes, packed

_OF_COLOUR = ["color-contrast", "link-in-text-block"]  # all that another palette can change

# What axe-core reports and no override of ours can mend: rule, what the element holds, the reason.
_KNOWN = [
    ("empty-table-header", "math", "it takes MathML for no text; the name is in aria-label"),
]

# The rules of colour are asked in each palette, and spare what _FAINT judges; all others once.
_AXE = """async ([colours, known]) => {
  const exclude = colours.length ? [["pre"], [".equation"], ["math"], ["svg.figure"]] : []
  const rules = colours.length ? {runOnly: {type: "rule", values: colours}}
    : {rules: {"color-contrast": {enabled: false}}}
  const found = await axe.run({exclude}, {...rules, preload: false, resultTypes: ["violations"]})
  return found.violations.flatMap(rule => rule.nodes
    .filter(node => !known.some(
      ([id, held]) => id == rule.id && document.querySelector(node.target[0])?.querySelector(held)))
    .map(node => `${rule.id}: ${node.target} ${node.html.slice(0, 120)}`))
}"""

_CONTENT = (
    "main article :is("
    ".equation > mjx-container > svg, .equation > math, :is(svg, img).figure, pre > code)"
)
_WORDS = "main article :is(h1, h2, h3, p, li, dt, dd, th, td, figcaption, summary):not(:empty)"
# Paper leaves out interactive figures, and lines of links to what cannot be followed there; on a
# phone the rows of symbols stand without the heads of their columns.
_LEFT_OUT = ".play *, .editions *, .paper-form *, .progress *, .count, .symbols thead *"
_LEFT_OUT += ", :has(> :is(.download, .origin, .md-button, .progress-mark:first-child))"
_READ = f"{_CONTENT}, {_WORDS}:not({_LEFT_OUT})"

# What cannot be seen; an interactive figure stands for the printed one while it is awake.
_HIDDEN = """wanted => {
  const seen = it => {
    const box = it.getBoundingClientRect()
    return box.width > 1 && box.height > 1 && box.right > 0 && box.bottom + scrollY > 0
      && it.checkVisibility({visibilityProperty: true, opacityProperty: true})
  }
  return [...document.querySelectorAll(wanted)].filter(it => {
    const play = it.closest("figure.awake > p")?.parentElement.querySelectorAll(".play, .play svg")
    return !(play?.length > 1 && [...play].every(seen)) && !seen(it)
  }).map(it => it.outerHTML.slice(0, 120))
}"""

# Equations, labels in figures and code whose colour stands out by less than WCAG's 4.5 to 1: axe
# judges neither drawings nor MathML.
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
    "main article :is(.equation g[stroke], math, .figure text, .play text, pre code, pre code *)")
  return [...marks].filter(mark => {
    const style = getComputedStyle(mark)
    const ink = light(mark.closest("svg") ? style.fill : style.color)
    const paper = light(ground(mark))
    return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05) < 4.5
  }).map(mark => mark.outerHTML.slice(0, 120))
}"""

# Goes on to the next figure that sleeps, picture that has not come, or code that has no button to
# copy it, until there is none.
_READ_ON = """() => {
  const sleeps = it => it.querySelector("[data-play]") && !it.querySelector(".play-part")
    || [...it.querySelectorAll("img")].some(img => !img.complete)
    || it.matches("pre") && !it.querySelector(".md-code__button")
  const parts = "figure, [data-md-component=content] pre:has(> code):not(details:not([open]) *)"
  const asleep = [...document.querySelectorAll(parts)].find(sleeps)
  if (asleep) asleep.scrollIntoView({block: "center"})
  return !asleep
}"""

# Notes what the keyboard comes to, and at the next key whether a reader saw that it did. Once it
# has been all round, keys do nothing.
_FOLLOW_FOCUS = """() => {
  window.reached = new Set()
  window.unseen = []
  window.round = false
  let first
  addEventListener("focusin", ({target}) => {
    if (target == first) round = true
    first ??= target
    reached.add(target)
  })
  const look = target => {
    const search = target.matches(".md-search__input"), choice = target.matches(".md-option")
    const shown = choice ? target.nextElementSibling : search ? target.form : target
    const fault = hidden(shown) || (search || marked(shown) ? "" : "not marked")
    if (fault) unseen.push(`${fault}: ${target.outerHTML.slice(0, 120)}`)
  }
  const marked = it => {
    const style = getComputedStyle(it)
    return style.outlineStyle != "none" && parseFloat(style.outlineWidth) >= 1
  }
  const hidden = it => {
    const box = [...it.getClientRects()].find(box => box.width > 1 && box.height > 1
      && box.left < innerWidth && box.right > 0 && box.top < innerHeight && box.bottom > 0)
    if (!box || !it.checkVisibility({visibilityProperty: true, opacityProperty: true}))
      return "not there"
    const middle = (from, to, end) => (Math.max(0, from) + Math.min(end, to)) / 2
    const x = middle(box.left, box.right, innerWidth)
    const y = middle(box.top, box.bottom, innerHeight)
    const top = document.elementFromPoint(x, y)
    const free = !top || top.contains(it) || it.contains(top)
    return free ? "" : `behind ${top.outerHTML.slice(0, 60)}`
  }
  addEventListener("keydown", event => {
    if (round) return event.preventDefault()
    if (document.activeElement != document.body) look(document.activeElement)
  }, {capture: true})
}"""

_SEARCH_HAS_FOCUS = "() => document.activeElement.matches('.md-search__input')"

# On a phone it holds the page below still, for a moment longer than it is open.
_SEARCH_IS_SHUT = """() => !document.getElementById("__search").checked
  && !document.body.hasAttribute("data-md-scrolllock")"""

_SEARCH_IS_OPEN = """() => {
  const box = document.querySelector(".md-search__form").getBoundingClientRect()
  return document.getElementById("__search").checked && box.left >= 0 && box.right <= innerWidth
}"""

# The cross in the search's field, which no key reaches, does what Escape does.
_UNREACHED = """() => {
  const controls = document.querySelectorAll(
    "a[href], button:not([type=reset]), input, select, textarea, summary, [tabindex='0']")
  return [...controls].filter(control => {
    const box = control.getBoundingClientRect()
    return box.width > 0 && box.height > 0 && !reached.has(control)
      && control.checkVisibility({visibilityProperty: true, opacityProperty: true})
  }).map(control => control.outerHTML.slice(0, 120))
}"""

_CONTROLS = "() => document.querySelectorAll('a, button, input, select, [tabindex]').length"

_LOADED = "() => performance.getEntriesByType('resource').map(entry => entry.name)"

_LAZY = "() => [...document.querySelectorAll('img[loading=lazy]')].map(img => img.src)"

_MATHML = "main .equation math"

_TOO_WIDE = "() => document.documentElement.scrollWidth - innerWidth"

_SCROLLING = """() => [...document.querySelectorAll("div.equation")]
  .filter(it => it.scrollWidth > it.clientWidth + 1)
  .map(it => it.closest("[id]").id)"""

_OPEN_ALL = "() => document.querySelectorAll('details').forEach(box => box.open = true)"

_TEXT = """() => {
  const article = document.querySelector("main article").cloneNode(true)
  const added = ".play, .play-part, .paper-form, .progress, .progress-mark" // by scripts
  article.querySelectorAll(added).forEach(box => box.remove())
  return article.textContent.replace(/\\s+/g, " ").trim()
}"""

# Whatever comes between them has a browser style the whole article anew; what comes into one does
# not. Only the boxes below the headings of exercises come there.
_PARTS = """() => document.querySelectorAll(
  "main article > :not(p:has(> .progress-mark:first-child))").length"""

_WATCH_SHIFTS = """
window.shifts = []
new PerformanceObserver(list => list.getEntries().forEach(entry => shifts.push(
  `${entry.value} ${entry.sources.map(({node}) => (node?.outerHTML ?? node?.data)?.slice(0, 80))}`
))).observe({type: "layout-shift", buffered: true})
"""

# From heading to heading, each until what follows the reader has followed.
_SCROLL_THROUGH = """async () => {
  for (const heading of document.querySelectorAll("main :is(h1, h2, h3)")) {
    heading.scrollIntoView()
    for (let frame = 0; frame < 20; frame++) await new Promise(requestAnimationFrame)
  }
  return shifts
}"""

# For paper: everything dark on white; a figure's curves and fills may keep their colours.
_NOT_INK = """() => {
  const found = []
  const marks = "main article :is(p, h1, h2, li, td, .equation g[stroke], math, svg.figure text)"
  for (const mark of document.querySelectorAll(marks)) {
    const style = getComputedStyle(mark), ink = mark.closest("svg") ? style.fill : style.color
    const parts = ink.match(/[\\d.]+/g).map(Number)
    if (Math.max(...parts.slice(0, 3)) > 0x66 && !/^#|var\\(--figure/.test(mark.style.fill))
      found.push(`${ink} ${mark.outerHTML.slice(0, 100)}`)
  }
  for (let box = document.querySelector("main article"); box; box = box.parentElement) {
    const ground = getComputedStyle(box).backgroundColor
    const blank = /^rgba\\(.*, 0\\)$|^rgb\\(255, 255, 255\\)$/.test(ground)
    if (!blank) found.push(`${ground} <${box.tagName}>`)
  }
  return found
}"""

# Not counting U+2061, the sign between a function and its argument, which draws nothing.
_SIGNS = """() => document.querySelectorAll(
  "main .equation > mjx-container > svg use:not([*|href$='-2061'])").length"""

_FIGURES = "() => [...document.querySelectorAll('svg.figure')].map(it => it.ariaLabel)"

_NO_EQUATIONS = ".equation svg { visibility: hidden }"


@dataclass
class Survey:
    """What was found on all pages, each finding beginning with page, width and palette."""

    findings: dict[str, list[str]] = field(default_factory=dict)
    loaded: dict[str, set[str]] = field(default_factory=dict)  # by page: all that a visit loads
    counts: dict[str, int] = field(default_factory=dict)  # by page: equations, figures, code
    texts: dict[str, str] = field(default_factory=dict)  # by page: the article's words
    parts: dict[str, int] = field(default_factory=dict)  # by page: how many the article has

    def note(self, kind: str, where: str, found: Sequence[str]) -> None:
        """Add findings of a kind."""
        self.findings.setdefault(kind, []).extend(f"{where}: {item}" for item in found)


def _addresses(site: Path) -> list[str]:
    """The addresses of all pages, below that of the site."""
    found = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return [path.removesuffix("index.html") for path in found]


def _is_sample(address: str) -> bool:
    """Whether a page is looked at in every way: the pages of proofs have one form, and one does."""
    return address == "proofs/loss/" or not address.startswith("proofs/")


def _is_thorough(address: str, width: int) -> bool:
    """Whether a visit goes all round by the Tab key: on a desk on one page of each form."""
    return _is_sample(address) and (width == NARROW or address in FRAMES)


@pytest.fixture(scope="module")
def survey(server: Server) -> Survey:
    """Every page at both widths and in both palettes."""
    survey = Survey()

    def look(chromium: Browser, addresses: Sequence[str]) -> list[str]:
        for width in WIDTHS:
            some = [address for address in addresses if width == NARROW or _is_sample(address)]
            for address, page in _settled(chromium, server, width, some, survey):
                _visit(page, address, width, survey)
                page.context.close()
        return []

    browser.in_two(_addresses(server.site), look)
    return survey


def _context(chromium: Browser, width: int, height: int = 0, **options: object) -> BrowserContext:
    size = {"width": width, "height": height or WIDTHS[width]}
    return chromium.new_context(viewport=size, reduced_motion="reduce", **options)


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


def _settled(
    chromium: Browser, server: Server, width: int, addresses: Sequence[str], survey: Survey
) -> Iterator[tuple[str, Page]]:
    """Each page after its first five seconds, in which nothing may move.

    It is loaded on a slow processor, as if for the first time. The rest of its five seconds passes
    while the pages before it are looked at.
    """
    waiting: deque[tuple[str, Page]] = deque()
    coming = deque(addresses)
    while coming or waiting:
        while coming and len(waiting) < AT_ONCE:
            address = coming.popleft()
            context = _context(chromium, width)
            context.add_init_script(_WATCH_SHIFTS)
            page = context.new_page()
            _listen(page, f"/{address} {width} px", survey, server.url)
            processor = context.new_cdp_session(page)
            rate = 4 if _is_thorough(address, width) else 1  # it takes four times as long
            processor.send("Emulation.setCPUThrottlingRate", {"rate": rate})
            page.goto(server.url + address)
            page.evaluate("() => new Promise(requestIdleCallback)")
            processor.send("Emulation.setCPUThrottlingRate", {"rate": 1})
            waiting.append((address, page))
        address, page = waiting.popleft()
        page.wait_for_function("() => performance.now() > 5000")
        survey.note("moved", f"/{address} {width} px", page.evaluate("() => shifts"))
        yield address, page


def _visit(page: Page, address: str, width: int, survey: Survey) -> None:
    where = f"/{address} {width} px"
    survey.texts[address], survey.parts[address] = page.evaluate(_TEXT), page.evaluate(_PARTS)
    loaded = survey.loaded.setdefault(address, set())
    loaded.update(page.evaluate(_LOADED))
    page.evaluate(_OPEN_ALL)
    survey.note("unheard", where, _unheard(page))
    if _is_sample(address):
        survey.note("scrolling", where, page.evaluate(_SCROLLING))
        survey.note("asleep", where, _read_to_the_end(page))
        # Pictures that wait for the reader to come near are no part of the first visit, nor is
        # what the search needs, until it is opened; scripts are.
        loaded.update(set(page.evaluate(_LOADED)) - set(page.evaluate(_LAZY)))
        survey.counts[address] = page.locator(f"{_CONTENT}, .md-code__button").count()
    if _is_thorough(address, width):
        _walk(page, where, survey)
    if width == NARROW or address in FRAMES:
        page.evaluate(browser.axe())
        survey.note("axe", where, _barriers(page))
    for scheme, palette in SCHEMES.items():
        page.emulate_media(color_scheme=scheme)
        place = f"{where}, {scheme}"
        page.wait_for_function(
            "wanted => document.body.dataset.mdColorScheme == wanted", arg=palette
        )
        wide = page.evaluate(_TOO_WIDE)
        survey.note("wide", place, [f"{wide} px too wide"] if wide > 0 else [])
        survey.note("hidden", place, page.evaluate(_HIDDEN, _CONTENT))
        survey.note("faint", place, page.evaluate(_FAINT))
        # No colour depends on the width, but for the menus'.
        if _is_sample(address) and (width == NARROW or address == ""):
            survey.note("axe", place, _barriers(page, _OF_COLOUR))


def _unheard(page: Page) -> list[str]:
    """Equations that are not in the tree which a screen reader reads, if there are any."""
    inspector = page.context.new_cdp_session(page)
    whole = inspector.send("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
    wanted = {"nodeId": whole, "role": "MathMLMath"}
    found = inspector.send("Accessibility.queryAXTree", wanted)["nodes"]
    heard, written = sum(not node["ignored"] for node in found), page.locator(_MATHML).count()
    return [f"{heard} of {written} equations are heard"] if heard != written else []


def _read_to_the_end(page: Page) -> list[str]:
    """Bring every figure and block of code near, and go back; return what does not wake."""
    try:
        page.wait_for_function(_READ_ON)
    except TooLate:
        return page.locator("figure:has([data-play]):not(.awake) [data-play]").evaluate_all(
            "all => all.map(it => it.dataset.play)"
        ) or ["a picture or a button does not come"]
    page.evaluate("() => scrollTo(0, 0)")
    return []


def _walk(page: Page, where: str, survey: Survey) -> None:
    """Press Tab until it has been all round; note what it does not reach, or reaches unseen."""
    page.evaluate(_FOLLOW_FOCUS)
    keyboard = page.context.new_cdp_session(page)
    tab = {"type": "rawKeyDown", "key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9}
    enough = 2 * page.evaluate(_CONTROLS) + 20
    pressed, strides = 0, 1
    while not page.evaluate("() => round") and pressed < enough:
        for _ in range(strides):
            keyboard.send("Input.dispatchKeyEvent", tab)  # the key's way up would take as long
        pressed += strides
        if page.evaluate(_SEARCH_HAS_FOCUS):  # opening and shutting take their time
            page.wait_for_function(_SEARCH_IS_OPEN)
            keyboard.send("Input.dispatchKeyEvent", tab)
            page.wait_for_function(_SEARCH_IS_SHUT)
            strides = 20
    survey.note("unreached", where, page.evaluate(_UNREACHED))
    survey.note("unseen", where, page.evaluate("() => unseen"))


def _barriers(page: Page, colours: Sequence[str] = ()) -> list[str]:
    """What axe-core, evaluated before, finds by these rules, or by all but them."""
    known = [[rule, held] for rule, held, _ in _KNOWN]
    return page.evaluate(_AXE, [list(colours), known])


@pytest.mark.parametrize(
    "kind",
    [
        *("console", "failed", "foreign", "moved", "asleep"),
        *("wide", "scrolling", "hidden", "faint", "unheard", "unreached", "unseen"),
    ],
)
def test_every_page_in_both_palettes_and_widths(survey: Survey, server: Server, kind: str) -> None:
    """No error, failed or foreign request; nothing that moves while it loads, stays asleep, is
    too wide, an equation among it, hidden or faint; `unheard`: by those who listen to equations;
    `unreached` and `unseen`: by the Tab key.
    """
    assert survey.texts.keys() == set(_addresses(server.site))
    assert survey.findings.get(kind, []) == []
    assert server.missed == []


def test_axe_finds_no_barrier(survey: Survey) -> None:
    """WCAG 2.2 AA and axe's own counsels: on every page, awake, in both palettes; on a desk,
    where other things change than the text, on one of each form.
    """
    assert survey.findings["axe"] == []


def test_a_first_visit_is_light(survey: Survey, server: Server) -> None:
    """All that the browser fetches for a page that is read to its end, before it is searched."""
    heavy = []
    for address, loaded in survey.loaded.items():
        assert any(name.endswith("search_index.json") for name in loaded) != project.DIET
        html = server.weight(server.url + address)
        visit = html + sum(map(server.weight, loaded))
        if html > HTML_LIMIT or visit > VISIT_LIMIT:
            heavy.append(f"/{address}: {html} bytes of HTML, {visit} in all")
    assert heavy == []


@pytest.mark.parametrize("address", ["loss/", "play/"])
def test_nothing_moves_while_a_page_is_read(
    chromium: Browser, server: Server, address: str
) -> None:
    """Neither figures that wake, nor the contents beside them, which say where the reader is."""
    page = _context(chromium, 1280).new_page()
    page.add_init_script(_WATCH_SHIFTS)
    page.goto(server.url + address)
    assert _read_to_the_end(page) == []
    assert page.evaluate(_SCROLL_THROUGH) == []
    page.context.close()


def test_without_scripts_the_article_reads_whole(server: Server, survey: Survey) -> None:
    """The same words, and all equations, figures and code; scripts add nothing between them."""

    def at(chromium: Browser, addresses: Sequence[str]) -> list[str]:
        page = _context(chromium, 390, java_script_enabled=False).new_page()
        lost = []
        for address in addresses:
            page.goto(server.url + address)
            if page.evaluate(_TEXT) != survey.texts[address]:
                lost.append(f"/{address}: other words")
            if page.evaluate(_PARTS) != survey.parts[address]:
                lost.append(f"/{address}: other parts")
            page.evaluate(_OPEN_ALL)
            hidden = page.evaluate(_HIDDEN, f"{_READ}, main article a:not(.headerlink)")
            lost += [f"/{address}: not shown: {it}" for it in hidden]
        return lost

    assert browser.in_two(_addresses(server.site), at) == []


def test_on_paper_everything_is_there_black_on_white(server: Server) -> None:
    """Also when the reader's palette is dark, at the width of A4, without opening anything; of a
    figure that is awake, the printed one. Of the pages of proofs one is made a PDF.
    """

    def at(chromium: Browser, addresses: Sequence[str]) -> list[str]:
        context = _context(chromium, 718, 1050, color_scheme="dark")
        page, found = context.new_page(), []
        for address in addresses:
            page.goto(server.url + address)
            assert page.evaluate("() => document.body.dataset.mdColorScheme") == "slate"
            assert not _is_sample(address) or _read_to_the_end(page) == []
            page.emulate_media(media="print", color_scheme="dark")
            wide = page.evaluate(_TOO_WIDE)
            found += [f"/{address}: {wide} px too wide"] if wide > 0 else []
            hidden = page.evaluate(_HIDDEN, _READ)
            found += [f"/{address}: not shown: {it}" for it in hidden]
            found += [f"/{address}: not black on white: {it}" for it in page.evaluate(_NOT_INK)]
            page.emulate_media(media="null", color_scheme="dark")  # a PDF is print by itself
            lost = _unprinted(page) if _is_sample(address) else []
            found += [f"/{address}: not in the PDF: {it}" for it in lost]
        context.close()
        return found

    assert browser.in_two(_addresses(server.site), at) == []


def _unprinted(page: Page) -> list[str]:
    """Figures that the page's PDF does not name; how many signs of equations it does not draw."""
    signs, figures = page.evaluate(_SIGNS), page.evaluate(_FIGURES)
    if not signs and not figures:
        return []
    whole = page.pdf(format="A4", print_background=True, tagged=True)
    names = [_decoded(*found) for found in re.findall(rb"/Alt (?:\((.*?)(?<!\\)\)|<(\w+)>)", whole)]
    lost = [name for name in figures if name not in names]
    if signs:
        style = page.add_style_tag(content=_NO_EQUATIONS)
        without = page.pdf(format="A4", print_background=True, tagged=True)
        style.evaluate("it => it.remove()")
        drawn = _placed(whole) - _placed(without)
        lost += [f"{signs - drawn} of {signs} signs of equations"] if drawn < signs else []
    return lost


def _decoded(plain: bytes, digits: bytes) -> str:
    """A string of a PDF."""
    if digits:
        return bytes.fromhex(digits.decode()).decode("utf-16")
    return re.sub(rb"\\(.)", rb"\1", plain).decode("latin-1")


def _placed(pdf: bytes) -> int:
    """How many drawings a PDF puts somewhere, each sign of an equation being one."""
    count = 0
    for stream in re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.S):
        try:
            count += len(re.findall(rb"(?m) cm$", zlib.decompress(stream)))
        except zlib.error:
            continue  # a picture, which is packed otherwise
    return count


@pytest.fixture
def page(server: Server, chromium: Browser) -> Iterator[Page]:
    """The home page on a wide screen."""
    context = _context(chromium, 1280)
    page = context.new_page()
    page.goto(server.url)
    yield page
    context.close()


# The drawer of a phone


@pytest.fixture
def phone(server: Server, chromium: Browser) -> Iterator[Page]:
    """A chapter on a narrow screen."""
    context = _context(chromium, 390)
    page = context.new_page()
    page.goto(f"{server.url}neuron/")
    yield page
    context.close()


_IN_DRAWER = "() => !!document.activeElement.closest('.md-sidebar--primary')"


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_keys_open_the_drawer_and_shut_it(phone: Page, key: str) -> None:
    """Its button has the focus before and after; meanwhile the focus is inside, or it shuts."""
    menu = phone.get_by_role("button", name="Navigation")
    for _ in range(2):  # the skip link comes first
        phone.keyboard.press("Tab")
    assert menu.evaluate("it => it == document.activeElement")
    assert menu.get_attribute("aria-expanded") == "false"
    phone.keyboard.press(key)
    assert menu.get_attribute("aria-expanded") == "true"
    links = phone.locator(".md-sidebar--primary a:visible").count()
    for _ in range(links):
        assert phone.evaluate(_IN_DRAWER)
        assert phone.evaluate("() => document.activeElement.getBoundingClientRect().left >= 0")
        phone.keyboard.press("Tab")
    assert not phone.evaluate(_IN_DRAWER)
    assert menu.get_attribute("aria-expanded") == "false"
    menu.focus()
    phone.keyboard.press(key)
    phone.keyboard.press("Escape")
    assert menu.get_attribute("aria-expanded") == "false"
    assert menu.evaluate("it => it == document.activeElement")
    assert phone.locator(".md-sidebar--primary a:visible").count() == 0


def test_the_drawer_leads_to_another_page_and_opens_there_too(phone: Page, server: Server) -> None:
    """Under instant navigation, by key and by mouse; and axe finds nothing in it."""
    phone.wait_for_load_state("networkidle")  # the theme reads the sitemap first
    phone.evaluate("() => window.stayed = true")
    menu = phone.get_by_role("button", name="Navigation")
    menu.focus()
    phone.keyboard.press("Enter")
    phone.locator(".md-sidebar--primary a[href$='loss/']").focus()
    phone.keyboard.press("Enter")
    phone.wait_for_url(f"{server.url}loss/")
    phone.wait_for_function("() => !document.getElementById('__drawer').checked")
    assert menu.get_attribute("aria-expanded") == "false"
    menu.click()
    assert phone.evaluate(_IN_DRAWER)
    assert phone.evaluate("() => window.stayed")
    phone.evaluate(browser.axe())
    for scheme in SCHEMES:
        phone.emulate_media(color_scheme=scheme)
        assert _barriers(phone) + _barriers(phone, _OF_COLOUR) == []


def test_the_drawer_indents_what_is_within(phone: Page, server: Server) -> None:
    """A page's sections more than the page, and the sections of a section more than that."""
    phone.goto(f"{server.url}line/")
    phone.locator(".md-header__button.menu").click()
    at = [
        phone.get_by_role("link", name=name, exact=True).locator(".md-ellipsis").bounding_box()["x"]
        for name in ("4 · Tools you need", "Two questions: OR and XOR", "By hand")
    ]
    assert at == sorted(set(at))


def test_without_scripts_the_drawer_opens_by_touch_and_by_key(
    server: Server, chromium: Browser
) -> None:
    """By the theme's own label, and the box that it ticks."""
    context = _context(chromium, 390, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server.url}neuron/")
    link = page.locator(".md-sidebar--primary a[href$='loss/']")
    assert not link.is_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert link.is_visible()
    page.keyboard.press("Space")
    page.locator("header label[for=__drawer]").click()
    link.click()
    assert page.url == f"{server.url}loss/"
    context.close()


# Search, palettes, history


def _search(page: Page, words: str, wanted: str) -> str:
    """Type into the search; return what it shows, once that is there which is wanted."""
    page.locator(".md-search__input").press_sequentially(words)  # it listens to keys alone
    results = page.locator(".md-search-result__item")
    results.filter(has_text=wanted).first.wait_for(state="attached")
    return " ".join(results.locator("a").all_inner_texts())


@pytest.mark.parametrize(
    ("words", "readable"),
    [
        ("chain rule", "The chain rule"),
        ("hinge", "Hinge loss"),
        ("XOR", "XOR fails"),
        ("sigma", "“sigma”"),  # within typographic quotes
        ("inside logarithm", "The ε inside the logarithm"),  # a heading with a symbol
        ("Logarithm derivative factor together", "the derivative of log ŷ is 1/ŷ."),  # a sentence
    ],
)
def test_the_search_finds_it_and_shows_it_readably(page: Page, words: str, readable: str) -> None:
    """In plain characters, with no TeX, markup or invisible sign."""
    shown = _search(page, words, readable)
    assert readable in " ".join(shown.split())
    assert re.findall(r"[\u2061-\u2064\ufffd]|\\\w|\$|</?\w+>", shown) == []
    with page.expect_navigation():
        page.locator(".md-search-result__item a").first.click()
    assert page.locator("main article h1").count() == 1


def test_a_page_marks_what_was_searched_for(page: Page, server: Server) -> None:
    """Where a result of the search leads."""
    page.goto(f"{server.url}loss/?h=hinge")
    page.locator("main mark", has_text=re.compile("hinge", re.I)).first.wait_for()


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
    for address in ("or-gate/program/", "loss/", "derivation/"):
        page.locator(f".md-nav--primary a[href$='{address}']").click()
        _arrive(page, server, address, survey)
    page.locator(".md-sidebar--secondary a[href*='#']").last.click()
    page.wait_for_url(f"{server.url}derivation/#*")
    page.go_back()
    for go, address in (
        (page.go_back, "loss/"),
        (page.go_back, "or-gate/program/"),
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
        "goal => document.querySelector('link[rel=canonical]').href == goal",
        arg=server.url + address,
    )
    page.evaluate(_OPEN_ALL)
    assert _read_to_the_end(page) == []
    page.wait_for_function(
        f"wanted => document.querySelectorAll({everything}).length == wanted",
        arg=survey.counts[address],
    )
    assert page.evaluate(_HIDDEN, _CONTENT) == []
    data = json.loads(page.locator("script[type='application/ld+json']").text_content())
    assert urlsplit(data["url"]).path == urlsplit(page.url).path
    assert page.locator("meta[name=theme-color]").count() == 1
    assert page.locator("nav.md-code__nav").count() == 0 or not project.DIET
