"""A figure in the page is the figure that was drawn: lighter, and in the page's colours."""

from __future__ import annotations

import io
import re
from collections import defaultdict
from collections.abc import Callable
from importlib import metadata
from pathlib import Path

import matplotlib as mpl
import numpy as np
import pytest
from browser import Browser
from fontTools.pens.recordingPen import RecordingPen
from fontTools.svgLib.path import parse_path
from matplotlib import pyplot as plt
from PIL import Image
from single_neuron.drawing import polish
from single_neuron.running import STYLE

pytestmark = pytest.mark.slow

_X = np.linspace(0, 7, 90)


def _contour(draw: Callable) -> None:
    x, y = np.meshgrid(_X, _X)
    draw(x, y, np.sin(x) * np.cos(y))


KINDS: dict[str, Callable[[], object]] = {
    "lines": lambda: plt.plot(_X, np.sin(_X), _X, np.cos(_X), "--"),
    "dashes": lambda: plt.plot(_X, np.sin(9 * _X), dashes=[0.777, 0.333, 2.111, 0.123]),
    "markers": lambda: plt.plot(_X[::5], _X[::5] ** 2, "k*"),
    "hollow markers": lambda: plt.plot(_X[::5], _X[::5], "o", markerfacecolor="none"),
    "faint points": lambda: plt.scatter(np.sin(_X), np.cos(_X), s=300, c="k", alpha=0.004),
    "sizes and colours": lambda: plt.scatter(_X, np.sin(_X), s=_X * 9, c=_X, alpha=0.3333),
    "bars": lambda: plt.bar([1, 2, 3], [3, 1, 2], color=["k", "C1", "w"], edgecolor="k"),
    "hatches": lambda: plt.bar([1, 2], [1, 2], hatch="//o", facecolor="w"),
    "steps": lambda: plt.step(_X, np.round(np.sin(_X), 1)),
    "stems": lambda: plt.stem([1, 2, 3], [3, 1, 2]),
    "histogram": lambda: plt.hist(np.sin(_X), 17, histtype="step"),
    "error bars": lambda: plt.errorbar(_X[::9], _X[::9], yerr=0.333, capsize=3),
    "a filled band": lambda: plt.fill_between(_X, np.sin(_X), np.cos(_X), alpha=0.123456),
    "a pie": lambda: plt.pie([1, 2, 3], labels=["one", "two", "three"], startangle=33.3),
    "a box plot": lambda: plt.boxplot([_X, _X**0.5]),
    "violins": lambda: plt.violinplot([_X, _X**0.5]),
    "arrows": lambda: plt.quiver(*np.meshgrid([1, 2, 3], [1, 2]), 1, [[1, 2, 3]] * 2),
    "streams": lambda: plt.streamplot(_X, _X, *np.meshgrid(np.sin(_X), np.cos(_X)), density=0.4),
    "contours": lambda: _contour(plt.contour),
    "filled contours": lambda: _contour(plt.contourf),
    "an image": lambda: plt.imshow(np.outer(np.sin(_X), np.cos(_X))),
    "a mesh": lambda: plt.pcolormesh(np.outer(np.sin(_X[::9]), np.cos(_X[::9])), edgecolors="k"),
    "shades between corners": lambda: plt.pcolormesh(
        *np.meshgrid([0, 1, 2], [0, 1]), [[1, 5, 2], [4, 0, 3]], shading="gouraud"
    ),
    "a ground of its own": lambda: (
        plt.figure(facecolor="#335577"),
        plt.axes(facecolor="k").plot(_X, np.sin(_X), "w"),
    ),
    "a colour bar": lambda: plt.colorbar(plt.imshow([[1, 2], [3, 4]])),
    "polar": lambda: plt.polar(_X, _X),
    "in space": lambda: plt.figure().add_subplot(projection="3d").plot(_X, np.sin(_X), _X),
    "formulas": lambda: plt.title(r"$\frac{a}{b} + \sqrt{x_i^2}$"),
    "turned words": lambda: plt.text(0.2, 0.2, "turned", rotation=33.333, size=23.456),
    "a note with an arrow": lambda: plt.annotate(
        "here", (0.2, 0.2), (0.7, 0.8), arrowprops={"arrowstyle": "->", "lw": 0.123}
    ),
    "a logarithmic scale": lambda: plt.loglog(_X + 1, np.exp(_X)),
    "a small figure": lambda: plt.figure(figsize=(0.7, 0.5)).add_axes([0, 0, 1, 1]).plot(_X, "k"),
    "a figure in boxes": lambda: [axes.plot(_X) for axes in plt.subplots(2, 3)[1].flat],
    "letters as outlines": lambda: (
        plt.rcParams.update({"svg.fonttype": "path"}),
        plt.title(r"outlines $\frac{a}{b}$", size=33.3),
    ),
}


def _drawn(name: str) -> str:
    """The SVG that Matplotlib writes."""
    with mpl.rc_context(fname=STYLE):
        mpl.rcParams.update({"svg.fonttype": "none", "svg.hashsalt": name})
        KINDS[name]()
        file = io.StringIO()
        plt.savefig(file, format="svg", metadata={"Date": None})
        plt.close("all")
    return file.getvalue()[file.getvalue().index("<svg") :]


@pytest.fixture(scope="module")
def figures() -> dict[str, str]:
    """Figures of many kinds."""
    mpl.use("svg")
    return {name: _drawn(name) for name in KINDS}


# On a busy machine there is nothing to take a picture of before the second frame.
_DRAWN = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


def _picture(chromium: Browser, svg: str, style: str = "") -> Image.Image:
    """What a page shows of it, on a screen of two pixels a point."""
    page = chromium.new_page(viewport={"width": 640, "height": 520}, device_scale_factor=2)
    own = "svg { width: 600px; height: 480px } text { font-family: serif !important }"
    page.set_content(f"<style>{own} body {{ {style} }}</style>{svg}")
    page.evaluate(_DRAWN)
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    page.close()
    return picture


def _shapes(chromium: Browser, svg: str) -> list[list[float]]:
    """Of each path: where it is, how large, and how long, in points."""
    page = chromium.new_page()
    page.set_content(svg)
    shapes = page.eval_on_selector_all(
        "path",
        "all => all.map(one => [one.getBBox(), one.getTotalLength()])"
        ".map(([box, length]) => [box.x, box.y, box.width, box.height, length])",
    )
    page.close()
    return shapes


@pytest.mark.parametrize("name", KINDS)
def test_the_picture_stays_as_it_was_drawn(
    name: str, figures: dict[str, str], chromium: Browser
) -> None:
    """Of a thousand points with ink not one differs by a quarter of what light there is, although
    numbers are shorter: a digit less, and it would. Words are left out: they take the page's font.
    """
    drawn, shown = (
        np.asarray(_picture(chromium, f"<style>text {{ visibility: hidden }}</style>{svg}"), int)
        for svg in (figures[name], polish(figures[name], name))
    )
    ink = np.sum(drawn.min(axis=2) < 200)
    assert ink > 1000
    assert np.sum(abs(shown - drawn).max(axis=2) > 64) <= ink / 1000


@pytest.mark.parametrize("name", ["lines", "steps", "contours", "filled contours", "streams"])
def test_a_line_stays_where_it_was_drawn(
    name: str, figures: dict[str, str], chromium: Browser
) -> None:
    """To a hundredth of a point at each end, although it is written by its steps."""
    before, after = (_shapes(chromium, each) for each in (figures[name], polish(figures[name], "")))
    assert len(after) > 3
    for shape in after:
        assert any(np.allclose(shape[:4], other[:4], atol=0.03) for other in before), shape
        assert any(np.isclose(shape[4], other[4], rtol=0.01, atol=0.03) for other in before), shape


@pytest.mark.parametrize("name", ["markers", "bars", "arrows", "formulas", "faint points"])
def test_what_is_black_takes_the_colour_of_the_text(
    name: str, figures: dict[str, str], chromium: Browser
) -> None:
    """In the dark nothing stays black, filled or stroked."""
    style = "background: #200020; color: #ffffff; --md-default-bg-color: #200020"
    picture = _picture(chromium, polish(figures[name], name), style)
    darkest = min(red + green for _, (red, green, _) in picture.getcolors(1 << 20))
    assert darkest >= 32


def test_a_figures_words_keep_their_place_under_a_readers_spacing(
    chromium: Browser, figures: dict[str, str]
) -> None:
    """With the spacing of WCAG 1.4.12 no label runs out of its picture or over another."""
    sheet = (STYLE.parents[2] / "stylesheets/site.css").read_text(encoding="utf-8")
    page = chromium.new_page()
    page.set_content(f"<style>{sheet}</style><p>Words</p>{polish(figures['a pie'], 'pie')}")

    def widths() -> list[float]:
        return page.eval_on_selector_all(
            "p, text", "all => all.map(one => one.getBoundingClientRect().width)"
        )

    page.add_style_tag(content="p { display: table }")
    before = widths()
    spacing = "letter-spacing: .12em !important; word-spacing: .16em !important"
    page.add_style_tag(content=f"* {{ line-height: 1.5 !important; {spacing} }}")
    after = widths()
    page.close()
    assert after[0] > before[0], "the spacing is not applied"
    assert len(after) > 3
    assert after[1:] == before[1:]


def test_the_letters_of_equations_keep_their_outlines(site: Path) -> None:
    """Shorter in writing, each is drawn as MathJax has it."""
    package = metadata.distribution("django-static-mathjax")
    font = package.locate_file("mathjax/static/mathjax/es5/output/svg/fonts/tex.js")
    written = re.findall(r'"(-?\d+ -?\d+[A-Z][^"]*)"', font.read_text(encoding="utf-8"))
    starts = defaultdict(list)
    for path in written:
        starts[_start(f"M{path}")].append(f"M{path}Z")
    letters = set()
    for page in site.rglob("*.html"):
        letters.update(re.findall(r'<path id="MJX-[^"]*" d="([^"]+)"', page.read_text("utf-8")))
    assert len(letters) > 100
    assert [
        path for path in letters if _outline(path) not in map(_outline, starts[_start(path)])
    ] == []


def _start(path: str) -> tuple[str, ...]:
    """Where the pen is put down first."""
    return re.match(r"[Mm](-?\d+) ?(-?\d+)", path).groups()


def _outline(path: str) -> str:
    pen = RecordingPen()
    parse_path(path, pen)
    return str(pen.value)
