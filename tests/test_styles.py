"""The style sheet that comes with each page: less than what MkDocs would link, the same look."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import material
import project
import pytest
from browser import Server
from playwright.sync_api import Browser, Page
from single_neuron import tex
from single_neuron.reading import settings

on_diet = pytest.mark.skipif(not project.DIET, reason="without the diet, pages link every sheet")

_THEME = Path(material.__file__).parent / "templates" / "assets" / "stylesheets"
_OURS = project.ROOT / "docs"

# Where every element is, and how the first, the second and the last of each kind look, and what
# stands before and after them; then with other style sheets. A kind has the same names and classes
# up to the grandparent.
_DIFFERENCES = """async sheets => {
  const parts = [null, "::before", "::after"]
  const every = [...document.querySelectorAll("body, body *:not(svg *)")]
  // Nothing has moved for thirty pictures: the theme's script measures the search panel late.
  const box = element => Object.values(element.getBoundingClientRect().toJSON())
  const places = () => every.map(box).join()
  const settled = async () => {
    for (let still = 0, last = ""; still < 30; last = places()) {
      await new Promise(requestAnimationFrame)
      still = places() == last ? still + 1 : 0
    }
  }
  const name = it => it ? `${it.localName}.${it.classList}` : ""
  const kinds = Object.groupBy(every, it => [it, it.parentElement, it.parentElement?.parentElement]
    .map(name).join(" < "))
  const seen = new Set(Object.values(kinds).flatMap(all => [all[0], all[1], all.at(-1)]))
  const look = () => every.flatMap(element => parts.map(part => {
    const {x, y, width, height} = element.getBoundingClientRect()
    if (!seen.has(element)) return part ? {} : {place: `${[x, y, width, height]}`}
    const style = getComputedStyle(element, part), names = [...style]
    if (part && style.content == "none") return {}
    return Object.fromEntries([["place", `${[x, y, width, height]}`], ...names
      .filter(name => !/^(--|-webkit-|margin)|-(block|inline)-/.test(name)) // place tells of these
      .map(name => [name, style.getPropertyValue(name)])])
  }))
  const still = "*, ::before, ::after { animation: none !important; transition: none !important }"
  document.head.append(Object.assign(document.createElement("style"), {textContent: still}))
  await settled()
  const ours = look()
  const whole = document.createElement("style")
  whole.textContent = sheets
  document.querySelector("head > style, head > link[rel=stylesheet]").replaceWith(whole)
  await settled()
  return look().flatMap((other, place) =>
    Object.keys({...other, ...ours[place]}).filter(name => other[name] != ours[place][name])
      .map(name => `${every[Math.floor(place / 3)].outerHTML.slice(0, 80)}${parts[place % 3] ?? ""}`
        + `: ${name} is ${ours[place][name]}, not ${other[name]}`))
}"""


@pytest.fixture(scope="module")
def sheets() -> str:
    """All that MkDocs would link, whole, in its order."""
    theme = [next(_THEME.glob(f"{name}.*.min.css")) for name in ("main", "palette")]
    ours = [_OURS / name for name in settings(project.ROOT)["extra_css"]]
    texts = [path.read_text(encoding="utf-8") for path in (*theme, *ours)]
    return "\n".join([*texts[:2], tex.stylesheet(), *texts[2:]])


@pytest.fixture
def open_page(chromium: Browser, server: Server) -> Callable[[str, int, str], Page]:
    """A page with every box open."""

    def open_one(address: str, width: int, palette: str) -> Page:
        page = chromium.new_page(viewport={"width": width, "height": 900}, color_scheme=palette)
        page.goto(server.url + address)
        page.evaluate("document.querySelectorAll('details').forEach(box => box.open = true)")
        return page

    return open_one


@on_diet
@pytest.mark.parametrize(
    ("address", "width", "palette"),
    [
        *(("", 390, "light"), ("404.html", 390, "dark"), ("neuron/", 390, "dark")),
        *(("", 1280, "dark"), ("neuron/", 1280, "light"), ("practice/", 1280, "dark")),
    ],
)
def test_no_page_looks_otherwise(
    address: str, width: int, palette: str, sheets: str, open_page: Callable
) -> None:
    """Than with every rule of the theme: each property of each kind of element, in its place."""
    page = open_page(address, width, palette)
    assert page.evaluate(_DIFFERENCES, sheets) == []
    page.close()


@on_diet
@pytest.mark.parametrize(("width", "palette"), [(390, "light"), (1280, "dark")])
def test_nor_does_what_the_scripts_add(
    width: int, palette: str, sheets: str, open_page: Callable
) -> None:
    """The open drawer, and what a search finds."""
    page = open_page("neuron/", width, palette)
    if width < 1000:
        page.locator(".md-header__button.menu").click()
        page.wait_for_timeout(400)
        assert page.evaluate(_DIFFERENCES, sheets) == []
        page.close()
        page = open_page("neuron/", width, palette)
    page.keyboard.press("/")
    page.keyboard.type("chain rule")
    page.locator(".md-search-result__item").first.wait_for()
    assert page.evaluate(_DIFFERENCES, sheets) == []
    page.close()


@on_diet
def test_every_page_has_one_style_sheet(site: Path) -> None:
    """With it, so that it is seen at once."""
    counts = {}
    for path in site.rglob("*.html"):
        head = path.read_text(encoding="utf-8").partition("</head>")[0]
        counts[path.relative_to(site).as_posix()] = (
            len(re.findall(r"<style\b", head)),
            re.findall(r'<link rel="stylesheet" href="([^"]*)"', head),
        )
    assert set(map(str, counts.values())) == {"(1, [])"}
    assert list(site.rglob("*.css")) == []


@on_diet
def test_the_sheet_knows_what_stands_on_a_page(site: Path) -> None:
    """Each class that the theme has rules for, whoever brought it there."""
    pages = [path.read_text(encoding="utf-8") for path in site.rglob("*.html")]
    used = set(" ".join(re.findall(r'class="([^"]*)"', "".join(pages))).split())
    assert len(used) > 100
    theme = "".join(path.read_text(encoding="utf-8") for path in _THEME.glob("*.css"))
    known = _sheet(site)
    assert [name for name in sorted(used & _classes(theme)) if name not in _classes(known)] == []


def _sheet(site: Path) -> str:
    """The one style sheet, from a page that has it."""
    return re.search(r"<style>(.*?)</style>", (site / "index.html").read_text("utf-8"), re.S)[1]


def _classes(css: str) -> set[str]:
    return set(re.findall(r"\.([a-z][\w-]*)", re.sub(r"url\([^)]*\)", "", css)))


@on_diet
def test_the_style_sheet_fetches_nothing(site: Path) -> None:
    """It stands in pages at several depths: a relative address would lead elsewhere from each."""
    css = _sheet(site)
    assert set(re.findall(r"url\(\s*[\"']?(\w*:?)", css)) <= {"data:"}
    assert "@import" not in css


def test_what_the_browser_draws_follows_the_palette(open_page: Callable) -> None:
    """Bars to scroll with are light or dark as the page is, whatever the system wishes."""
    page = open_page("", 1280, "dark")
    scheme = "getComputedStyle(document.documentElement).colorScheme"
    assert page.evaluate(scheme) == "dark"
    page.locator("label[title='Switch to the light palette']").click()
    assert page.evaluate(scheme) != "dark"
    page.close()


def test_colours_of_the_readers_own_show_the_signs(chromium: Browser, server: Server) -> None:
    """Of what can be opened; and no bar where nothing has been said yet."""
    page = chromium.new_page(forced_colors="active")
    page.goto(f"{server.url}activations/")
    style = "([it, part, name]) => getComputedStyle(document.querySelector(it), part)[name]"
    ink = page.evaluate(style, ["main p", None, "color"])
    for part in ("::before", "::after"):
        assert page.evaluate(style, ["main summary", part, "backgroundColor"]) == ink
    page.locator(".paper-says").first.wait_for(state="attached")
    assert page.evaluate(style, [".paper-says", None, "borderLeftWidth"]) == "0px"
    page.close()
