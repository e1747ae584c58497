"""The interactive figures: NumPy's numbers, for every hand and eye, and at no cost elsewhere."""

from __future__ import annotations

import gzip
import io
import itertools
import math
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import browser
import numpy as np
import project
import pytest
import snippet
from bs4 import BeautifulSoup
from numpy.typing import ArrayLike
from PIL import Image
from playwright.sync_api import Browser, Locator, Page
from single_neuron.reading import Project
from snippet import load

SCRIPTS = project.ROOT / "docs/javascripts"
NAMES = sorted(path.stem for path in (SCRIPTS / "figures").glob("*.js"))


# Each interactive figure by its name, with the page that shows it.
MARKED = {
    image.play: (page, image)
    for page in Project.read(project.ROOT).pages.values()
    for image in page.images
    if image.play
}


@pytest.fixture(scope="module")
def address(server: browser.Server) -> str:
    """Where the site is served, below a path."""
    return server.url


@pytest.fixture
def open_page(chromium: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """Opens a page of the site; a word in the console or a request that fails is an error."""
    contexts, complaints = [], []

    def open_one(path: str, width: int = 1280, **options: object) -> Page:
        context = chromium.new_context(viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("response", lambda r: complaints.append(r.url) if r.status >= 400 else None)
        page.goto(address + path)
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert complaints == []


def _awake(page: Page, name: str) -> Locator:
    """The interactive figure, brought near so that it wakes."""
    figure = page.locator(f'figure:has([data-play="{name}"])')
    figure.scroll_into_view_if_needed()
    box = figure.locator(".play")
    box.wait_for()
    return box


def _all_awake(page: Page) -> list[Locator]:
    return [_awake(page, name) for name in NAMES]


def _parts(box: Locator) -> list[str]:
    return [part.inner_html() for part in box.locator(".play-part").all()]


# The same numbers as NumPy


@pytest.fixture(scope="module")
def module(chromium: Browser, address: str) -> Iterator[Callable[[str, list], list]]:
    """Calls a function of the mathematics module in the browser, once for each list of values."""
    page = chromium.new_page()
    page.goto(f"{address}notation/")
    call = """async ([url, name, calls]) => {
        const module = await import(url)
        return calls.map(values => module[name](...values))
    }"""

    def run(name: str, calls: list) -> list:
        plain = [[v.tolist() if isinstance(v, np.ndarray) else v for v in c] for c in calls]
        return page.evaluate(call, [f"{address}javascripts/neuron.js", name, plain])

    yield run
    page.close()


def _close(got: ArrayLike, wanted: ArrayLike) -> None:
    """To a relative 1e-12.

    Where a formula subtracts from 1, as 1 - tanh(z)² does, the last bit of exp or tanh, in which
    libraries differ, is all that is left far out: so the absolute error may be a few bits of 1.
    """
    np.testing.assert_allclose(got, wanted, rtol=1e-12, atol=1e-15)


ACTIVATIONS = ("sigmoid", "tanh", "relu", "leaky_relu", "elu")


@pytest.mark.parametrize("name", [f + d for f in ACTIVATIONS for d in ("", "_derivative")])
def test_an_activation_is_that_of_its_snippet(name: str, module: Callable) -> None:
    """At thousands of places, near and far, and at the kink."""
    draw = np.random.default_rng(1)
    special = [0, -0.0, 800, -800, 1e-300]
    z = np.concatenate([3 * draw.normal(size=2000), draw.uniform(-40, 40, 2000), special])
    function = getattr(load(f"activations/{name.removesuffix('_derivative')}"), name)
    with np.errstate(over="ignore"):
        _close(module(name, [[v] for v in z.tolist()]), function(z))


@pytest.mark.parametrize("name", ["softmax", "softmax_jacobian"])
def test_softmax_is_that_of_its_snippet(name: str, module: Callable) -> None:
    """Also for logits that would overflow."""
    logits = np.random.default_rng(2).normal(scale=5, size=(2000, 3))
    logits[:100] *= 1000
    function = getattr(load("activations/softmax"), name)
    _close(module(name, [[z] for z in logits]), [function(z) for z in logits])


@pytest.mark.parametrize("name", ["mse", "mae", "hinge", "binary_cross_entropy"])
def test_a_loss_and_its_gradient_are_those_of_the_snippet(name: str, module: Callable) -> None:
    """For a thousand sets of predictions."""
    draw = np.random.default_rng(3)
    chances = name == "binary_cross_entropy"
    guesses = draw.uniform(0.001, 0.999, (1000, 5)) if chances else draw.normal(size=(1000, 5))
    sides = draw.integers(0, 2, (1000, 5))
    truths = sides if chances else 2 * sides - 1 if name == "hinge" else draw.normal(size=(1000, 5))
    pairs = list(zip(truths, guesses, strict=True))
    for function in (name, f"{name}_gradient"):
        published = getattr(load(f"loss/{name}"), function)
        _close(module(function, pairs), [published(*pair) for pair in pairs])


def test_the_other_losses_are_those_of_the_snippets(module: Callable) -> None:
    """From a logit, also a huge one, and with ε."""
    draw = np.random.default_rng(4)
    logits = draw.normal(scale=200, size=2000).tolist()
    cases = [[int(y), z] for y, z in zip(draw.integers(0, 2, 2000), logits, strict=True)]
    from_logit = load("cross-entropy/stable").from_logit
    _close(module("from_logit", cases), [from_logit(*case) for case in cases])
    batches = [(draw.integers(0, 2, 4), draw.uniform(0, 1, 4), 1e-8) for _ in range(1000)]
    published = load("or-gate/program").binary_cross_entropy
    _close(module("binary_cross_entropy", batches), [published(*batch) for batch in batches])


def test_neuron_gradients_and_step_are_those_of_the_snippets(module: Callable) -> None:
    """A thousand neurons, five samples with three features each."""
    draw = np.random.default_rng(5)
    shapes = ((5, 3), 5, 3, ())
    cases = [[draw.normal(size=shape) for shape in shapes] for _ in range(1000)]
    cases = [[X, (y > 0).astype(int), w, float(b)] for X, y, w, b in cases]
    forward = load("or-gate/program").forward
    answers = [forward(X, w, b) for X, _, w, b in cases]
    _close(module("forward", [[X, w, b] for X, _, w, b in cases]), answers)
    sums = [X @ w + b for X, _, w, b in cases]
    for name, scale, outputs in (("gradients", 1, answers), ("linear_gradients", 2, sums)):
        found = module(name, cases)
        errors = [output - y for output, (_, y, *_) in zip(outputs, cases, strict=True)]
        slopes = [scale * X.T @ d / len(d) for (X, *_), d in zip(cases, errors, strict=True)]
        _close([g["delta"] for g in found], errors)
        _close([g["dw"] for g in found], slopes)
        _close([g["db"] for g in found], [scale * np.mean(d) for d in errors])
    states = [{"w": w.tolist(), "b": b} for *_, w, b in cases]
    moved = module("step", [[state, {"dw": state["w"][::-1], "db": 1.5}, 0.1] for state in states])
    _close([m["w"] for m in moved], [w - 0.1 * w[::-1] for _, _, w, _ in cases])
    _close([m["b"] for m in moved], [b - 0.1 * 1.5 for *_, b in cases])


def test_the_start_is_the_published_one(chromium: Browser, address: str) -> None:
    """To the last bit; and the gates are what their names say."""
    page = chromium.new_page()
    page.goto(f"{address}notation/")
    start, gates = page.evaluate(
        "async url => { const m = await import(url); return [m.START, m.GATES] }",
        f"{address}javascripts/neuron.js",
    )
    page.close()
    np.random.seed(42)
    assert start["w"] == np.random.rand(2).tolist()
    assert start["b"] == np.random.rand()
    rows = [(a, b) for a in (0, 1) for b in (0, 1)]
    assert gates == {
        "OR": [a | b for a, b in rows],
        "AND": [a & b for a, b in rows],
        "NAND": [1 - (a & b) for a, b in rows],
        "XOR": [a ^ b for a, b in rows],
    }


# For every hand and eye


def _tab_to(page: Page, box: Locator, name: str) -> None:
    """Press Tab until the control of this name, inside the figure, has the focus."""
    inside = "box => box.contains(document.activeElement)"
    named = """() => {
        const it = document.activeElement
        const label = it.labels?.[0] ?? document.getElementById(it.getAttribute("aria-labelledby"))
        return it.ariaLabel ?? (label ?? it).textContent
    }"""
    for _ in range(60):
        page.keyboard.press("Tab")
        if box.evaluate(inside) and page.evaluate(named) == name:
            return
    raise AssertionError(f"Tab does not reach {name}")


def test_keys_alone_train_to_the_published_weights(open_page: Callable) -> None:
    """A thousand steps from the published start end on all published digits."""
    page = open_page("or-gate/program/#train-it-yourself")
    box = page.locator(".play")
    box.wait_for()
    _tab_to(page, box, "100 steps")
    for _ in range(9):
        page.keyboard.press("Enter")
    _tab_to_back(page, box, "10 steps")
    for _ in range(9):
        page.keyboard.press("Space")
    _tab_to_back(page, box, "1 step")
    for _ in range(10):
        page.keyboard.press("Enter")
    box.get_by_text("After 1000 steps, all digits").wait_for()
    _shows_the_published(box)


def _tab_to_back(page: Page, box: Locator, name: str) -> None:
    page.keyboard.press("Shift+Tab")
    named = "box => document.activeElement.ariaLabel ?? document.activeElement.textContent"
    assert box.evaluate(named) == name


def _shows_the_published(box: Locator) -> None:
    """All digits that JavaScript prints, rounded as the program's output is."""
    *_, weights, rows, _ = snippet.published("or-gate/program").splitlines()
    shown = [float(text.replace("−", "-")) for text in _column(box, 1, 1)]
    w1, w2, bias = snippet.numbers(weights)
    assert [round(shown[0], 8), round(shown[1], 8), shown[2]] == [w1, w2, bias]
    assert [float(text) for text in _column(box, 0, 2)] == snippet.numbers(rows)
    program = load("or-gate/program")
    assert shown[:3] == [*program.w, program.b]


def _column(box: Locator, table: int, column: int) -> list[str]:
    """The texts of a column of a table in the figure."""
    rows = box.locator("table").nth(table).locator("tbody tr")
    return [row.locator("th, td").nth(column).inner_text() for row in rows.all()]


def test_keys_move_sliders_fields_and_choices(open_page: Callable) -> None:
    """Slider and field go together; what is typed is not rounded; no button fails silently."""
    page = open_page("play/")
    box = _awake(page, "chain-rule-tape")
    assert box.get_by_role("button", disabled=True).all_inner_texts() == ["Back"]
    box.get_by_role("button", name="Next").press("Enter")
    assert box.get_by_role("button", disabled=True).count() == 0
    box = _awake(page, "neuron-on-or")
    box.get_by_label("Gate").focus()
    page.keyboard.press("ArrowDown")  # OR
    _tab_to(page, box, "Bias b")
    page.keyboard.press("ArrowLeft")
    number = box.get_by_role("spinbutton", name="Bias b")
    assert number.input_value() == "-0.1"
    number.focus()
    page.keyboard.press("Control+a")
    page.keyboard.type("-0.123456789")
    assert box.get_by_role("slider", name="Bias b").input_value() == "-0.1"
    box.locator(".play-says", has_text="OR: 4 of 4 rows right.").wait_for()
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    page.keyboard.press("Tab")
    assert number.input_value() == "-0.123456789"  # an empty field is no number


def test_a_finger_drags_a_handle_to_the_end_of_its_slider(open_page: Callable) -> None:
    """The page stays where it is; and what is pulled farther stays at that end."""
    page = open_page("play/", 390, has_touch=True)
    finger = page.context.new_cdp_session(page)
    for name, end in {
        "straight-line": "z = 4x + 0.",
        "boundary-arrow": "w = (3, 3)",
        "three-relus": "Slopes 0, 1, 1, 5.",
        "loss-curve": "error of 0.99",
    }.items():
        box = _awake(page, name)
        handle = box.locator(".handle").last
        handle.evaluate("handle => handle.scrollIntoView({ block: 'center' })")
        place, before = handle.bounding_box(), page.evaluate("scrollY")
        x, y = place["x"] + place["width"] / 2, place["y"] + place["height"] / 2
        for kind, *ways in (("Start", 0), *(("Move", i) for i in range(5)), ("End",)):
            points = [{"x": x + 40 * i, "y": y - 60 * i} for i in ways]
            touch = {"type": f"touch{kind}", "touchPoints": points}
            finger.send("Input.dispatchTouchEvent", touch)
        box.locator(".play-says", has_text=end).wait_for()
        assert page.evaluate("scrollY") == before


def test_a_tile_chooses_its_gate(open_page: Callable) -> None:
    """And a tap on the plane still flips the label of the corner that is next."""
    box = _awake(open_page("limits/"), "sixteen-gates")
    box.locator(".contour").nth(6).click(force=True)  # of those not chosen, of which 0 is none
    box.locator(".play-says", has_text="0 1 1 1, OR").wait_for()
    box.locator(".shade").click(position={"x": 5, "y": 5})
    box.locator(".play-says", has_text="0 0 1 1, x₁").wait_for()


def test_the_colours_of_a_plane_meet_at_its_boundary(open_page: Callable) -> None:
    """Of a step: 6 px beside the line x₁ + x₂ = ½ there is the colour of that side's corner."""
    page = open_page("limits/#sixteen-gates.gate=7")
    shade = _awake(page, "sixteen-gates").locator(".shade")
    pixels = np.asarray(Image.open(io.BytesIO(shade.screenshot())).convert("RGB")).astype(int)
    height, width, _ = pixels.shape
    for along in (0.05, 0.35, 0.65):
        x, y = round(along * width), round((along + 0.25) * height)
        assert np.abs(pixels[y - 6, x] - pixels[5, -5]).max() < 3
        assert np.abs(pixels[y + 6, x] - pixels[-5, 5]).max() < 3


def test_xor_settles_at_ln_2_and_says_why(open_page: Callable) -> None:
    """At the bottom of the only valley."""
    page = open_page("or-gate/program/#train-it.gate=XOR&train-it.lr=0.5&train-it.steps=2000")
    box = _awake(page, "train-it")
    assert "cancel in every gradient" in box.locator(".play-says").inner_text()
    loss = float(_column(box, 1, 1)[3])
    assert abs(loss - math.log(2)) < 1e-7


def test_the_race_and_the_bowl_show_what_the_snippets_compute(open_page: Callable) -> None:
    """At some steps; and the tape what the derivation says."""
    bowl = "learning-rate-bowl.lr=0.65&learning-rate-bowl.steps=59"
    race = "square-against-cross-entropy.steps=232"
    page = open_page(f"play/#{race}&{bowl}&chain-rule-tape.at=7")
    slow, fast = (run[232] for run in load("cross-entropy/race").runs.values())
    box = _awake(page, "square-against-cross-entropy")
    shown = [list(map(float, _column(box, 0, column)[:4])) for column in (1, 2)]
    slopes = [slow * slow * (1 - slow), fast]
    wanted = [
        [output, output * (1 - output), slope, 0.15 * slope]
        for output, slope in zip((slow, fast), slopes, strict=True)
    ]
    np.testing.assert_allclose(shown, wanted, atol=5.1e-7)
    loss = load("gradient-descent/learning_rate").losses(0.65)[-1]
    box = _awake(page, "learning-rate-bowl")
    assert math.isclose(float(_column(box, 0, 1)[2]), loss, rel_tol=1e-12)
    assert _column(box, 1, 1)[0] == "0.6277"
    box = _awake(page, "chain-rule-tape")
    slopes = [derived for derived, _ in load("derivation/tape").slopes.values()]
    shown = [float(text.replace("−", "-")) for text in _column(box, 0, 1)[3:]]
    np.testing.assert_allclose(shown, [*slopes, math.prod(slopes)], atol=5.1e-7)
    checks = [float(text.replace("−", "-")) for text in _column(box, 0, 2)[3:]]
    np.testing.assert_allclose(checks, shown, atol=2e-6)


def test_the_lens_shows_slopes_the_kink_and_three_probabilities(open_page: Callable) -> None:
    """As numbers."""
    page = open_page("activations/#activation-lens.f=sigmoid&activation-lens.z=5")
    box = _awake(page, "activation-lens")
    assert _column(box, 0, 1)[:2] == ["0.993307", "0.006648"]
    assert "2.66 % of its greatest slope" in box.locator(".play-says").inner_text()
    box.get_by_label("Activation f").select_option("ReLU")
    box.get_by_role("spinbutton", name="Sum z").fill("0")
    box.locator(".play-says", has_text="0 on the left and 1 on the right").wait_for()
    box.get_by_label("Activation f").select_option("softmax")
    assert box.get_by_role("slider").count() == 3
    z = np.array([2.0, 1.0, 0.0])
    probabilities = [float(text) for text in _column(box, 0, 2)]
    np.testing.assert_allclose(probabilities, load("activations/softmax").softmax(z), atol=5e-4)


@pytest.mark.parametrize(
    ("state", "why"),
    [
        ("learning-rate-bowl.lr=0.75&learning-rate-bowl.steps=1200", "∞ stands for"),
        ("learning-rate-bowl.lr=0.75&learning-rate-bowl.steps=5000", "“No number” (NaN)"),
        ("chain-rule-tape.w=400&chain-rule-tape.y=0&chain-rule-tape.at=7", "∞ stands for"),
        ("neuron-on-or.w1=1e308&neuron-on-or.w2=1e308", "∞ stands for"),
    ],
)
def test_what_is_not_finite_is_shown_and_explained(
    state: str, why: str, open_page: Callable
) -> None:
    """Never a blank, and no drawing that breaks."""
    page = open_page(f"play/#{state}")
    box = _awake(page, state.partition(".")[0])
    assert why in box.locator(".play-says").inner_text()
    assert re.search("∞|no number", box.locator("table").first.inner_text())
    assert not re.search("NaN|Infinity", "".join(_parts(box)))


def test_nothing_is_explained_that_is_folded_away(open_page: Callable) -> None:
    """On a phone, before the reader unfolds the table that shows it."""
    page = open_page("play/#neuron-on-or.w1=1e308&neuron-on-or.w2=1e308", 390)
    box = _awake(page, "neuron-on-or")
    assert "∞" not in box.locator(".play-says").inner_text()
    box.get_by_role("button", name="Numbers").click()
    assert "∞ stands for" in box.locator(".play-says").inner_text()


def test_a_run_is_shown_at_once_told_now_and_then_and_can_pause(open_page: Callable) -> None:
    """The sentence is that of the picture; a screen reader hears it 600 ms later, by our clock."""
    page = open_page("or-gate/program/")
    box = _awake(page, "train-it")
    says, told = box.locator(".play-says"), box.locator("output")
    assert told.get_attribute("aria-live") == "polite"
    assert says.get_attribute("aria-live") is None
    at_start, shown_at_start = says.inner_text(), _parts(box)
    assert told.inner_text() == ""
    page.clock.install(time=0)
    page.clock.pause_at(1000)
    box.get_by_role("button", name="Run").click()
    page.clock.run_for(500)
    assert says.inner_text() != at_start
    assert _parts(box) != shown_at_start
    assert told.inner_text() == ""
    page.clock.run_for(150)
    assert told.inner_text().startswith("OR, α = 0.1, after ")
    box.get_by_role("button", name="Pause").click()
    paused, said = _parts(box), says.inner_text()
    page.clock.run_for(700)
    assert _parts(box) == paused
    assert told.inner_text() == says.inner_text() == said
    steps = int(re.search(r"After (\d+)", box.inner_text())[1])
    assert 0 < steps < 1000
    assert f"after {steps} steps" in said
    box.get_by_role("button", name="Run").click()
    page.clock.run_for(10_000)
    box.get_by_role("button", name="Run").wait_for()
    assert f"After {steps + 1000} steps" in box.inner_text()
    assert f"after {steps + 1000} steps" in says.inner_text()
    assert told.inner_text() == says.inner_text()
    box.get_by_role("button", name="Run").click()
    box.get_by_role("button", name="Copy link").click()  # to the state that is seen
    box.get_by_role("button", name="Run").wait_for()


def test_a_reader_who_wants_stillness_gets_a_jump(open_page: Callable) -> None:
    """No frame lies between the press and the end of the run."""
    page = open_page("or-gate/program/", reduced_motion="reduce")
    box = _awake(page, "train-it")
    text = box.evaluate("""box => {
        [...box.querySelectorAll("button")].find(b => b.textContent === "Run").click()
        return box.innerText
    }""")
    assert "After 1000 steps" in text
    assert "Pause" not in text
    _shows_the_published(box)


_FONTS = {
    "the machine's own": "",
    "narrow": 'font-family: "Liberation Sans Narrow", "DejaVu Sans Condensed" !important',
    "wide": 'font-family: Verdana, "DejaVu Sans" !important',
    # WCAG 1.4.12
    "spaced": "line-height: 1.5 !important; letter-spacing: 0.12em !important;"
    " word-spacing: 0.16em !important",
}
# States with much to show: all steps of the tape, the longest sentence, the most sliders.
_FULL = (
    "play/#train-it.gate=XOR&train-it.lr=0.5&train-it.steps=2000&chain-rule-tape.at=7"
    "&activation-lens.f=softmax&learning-rate-bowl.lr=0.7&learning-rate-bowl.steps=400"
)
# Each figure with the longest of its sentences.
_LONGEST = (
    "play/#neuron-that-learns.steps=1000&fruit-bill.x1=2.55&fruit-bill.w1=10.55"
    "&straight-line.w=-2.3&straight-line.b=0.7&boundary-arrow.w1=-1.3&boundary-arrow.b=3"
    "&neuron-on-or.gate=XOR&neuron-on-or.b=-0.5&three-relus.v1=-1.3&three-relus.v2=2.1"
    "&activation-lens.f=leaky+ReLU&activation-lens.z=0&loss-curve.loss=absolute+error"
    "&square-against-cross-entropy.steps=300&learning-loop.at=11&chain-rule-tape.at=7"
    "&learning-rate-bowl.lr=0.7&learning-rate-bowl.steps=400&program-steps.at=2"
    "&train-it.gate=XOR&train-it.lr=0.5&train-it.steps=2000&sixteen-gates.gate=9"
    "&hidden-plane.f=none"
)
# What lies outside its place, or over something else. Tables and the sentence may scroll.
_FAULTS = """box => {
    const faults = []
    const name = it => it.className.baseVal ?? (it.className || it.textContent || it.id)
    const rect = it => it.getBoundingClientRect()
    const within = (it, place) => {
        const [a, b] = [rect(it), rect(place)]
        if (a.left < b.left - 1 || a.right > b.right + 1 || a.top < b.top - 1
            || a.bottom > b.bottom + 1) faults.push(`${name(it)} reaches out of ${name(place)}`)
    }
    const apart = all => all.forEach((it, i) => all.slice(0, i).forEach(other => {
        const [a, b] = [rect(it), rect(other)]
        if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
            && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1)
            faults.push(`${name(it)} lies over ${name(other)}`)
    }))
    const all = selector => [...box.querySelectorAll(selector)].filter(it => it.checkVisibility())
    for (const it of all(":scope > *")) within(it, box)
    apart(all(":scope > *"))
    for (const it of all(".play-controls, .play-plots"))
        if (it.scrollWidth > it.clientWidth + 1 || it.scrollHeight > it.clientHeight + 1)
            faults.push(`${name(it)} is cut off`)
    for (const it of all(".play-says, .play-tables"))
        if (it.clientHeight < 60 || getComputedStyle(it).overflowY !== "auto")
            faults.push(`${name(it)} cannot be read`)
    for (const it of all(".play-controls :is(label, input, select, button)"))
        within(it, box.querySelector(".play-controls"))
    apart(all(".play-controls :is(label, input[type=number], select, button)"))
    for (const it of all("button, select, input"))
        if (Math.min(rect(it).width, rect(it).height) < 44) faults.push(`${name(it)} is small`)
    for (const svg of all(".play-plots .play-part > svg")) {
        const texts = [...svg.querySelectorAll("text")].filter(it => it.textContent.trim())
        for (const it of texts) within(it, box.querySelector(".play-plots"))
        apart(texts)
        const beside = svg.closest(innerWidth < 768 ? ".play-pair" : ".play-across")
        const least = innerWidth < 768 ? (beside ? 130 : 260) : beside ? 330 : 380
        if (rect(svg).width < least) faults.push(`a drawing is ${rect(svg).width} px wide`)
        for (const it of texts) {
            const size = parseFloat(getComputedStyle(it).fontSize) * svg.getScreenCTM().a
            if (size < 9.5) faults.push(`text of ${size} px`)
        }
    }
    return faults
}"""


@pytest.mark.parametrize(
    ("width", "font"),
    [
        *itertools.product([320, 390, 768, 1280], ["the machine's own", "wide"]),
        *itertools.product([320, 1280], ["narrow", "spaced"]),
    ],
)
def test_everything_fits_and_can_be_touched(width: int, font: str, open_page: Callable) -> None:
    """Targets of 44 px, nothing cut off or covered, no shift while the figures wake."""
    page = open_page(_FULL, width)
    page.add_style_tag(content=f"* {{ {_FONTS[font]} }}")
    page.evaluate("""() => {
        window.shifts = new PerformanceObserver(() => {})
        shifts.observe({type: "layout-shift"})
    }""")
    height = page.evaluate("document.documentElement.scrollHeight")
    boxes = _all_awake(page)
    page.evaluate("() => new Promise(drawn => requestAnimationFrame(() => setTimeout(drawn)))")
    assert page.evaluate("shifts.takeRecords().map(entry => entry.value)") == []
    assert page.evaluate("document.documentElement.scrollHeight") == height
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for name, box in zip(NAMES, boxes, strict=True):
        assert (name, box.evaluate(_FAULTS)) == (name, [])


def test_no_sentence_is_cut(open_page: Callable) -> None:
    """The longest of each figure has its lines, at four widths and in three fonts."""
    page = open_page(_LONGEST)
    boxes = dict(zip(NAMES, _all_awake(page), strict=True))
    lack = "says => says.scrollHeight - says.clientHeight"
    for font in ("the machine's own", "narrow", "wide"):
        page.add_style_tag(content=f"* {{ {_FONTS[font]} }}")
        for width in (320, 390, 768, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            lacks = {name: it.locator(".play-says").evaluate(lack) for name, it in boxes.items()}
            assert (font, width, lacks) == (font, width, dict.fromkeys(NAMES, 0))


def test_the_caption_stays_beside_the_waking_figure(open_page: Callable) -> None:
    """It says what the signs and colours mean."""
    page = open_page("play/")
    _all_awake(page)
    captions = page.locator("figure.awake > figcaption")
    assert [caption.is_visible() for caption in captions.all()] == [True] * len(NAMES)


def test_a_drawing_is_read_by_its_name_alone(open_page: Callable) -> None:
    """Asleep or awake, not label by label."""
    page = open_page("play/")
    _all_awake(page)
    assert page.locator("svg[role=img] > *").count() > 100
    assert page.locator("svg[role=img] > :not([aria-hidden=true])").count() == 0


@pytest.mark.parametrize(("width", "palette"), [(320, "dark"), (1280, "light")])
def test_axe_finds_no_barrier(width: int, palette: str, open_page: Callable) -> None:
    """On the page of all figures, awake, at the widths at which they stand otherwise."""
    page = open_page("play/#chain-rule-tape.at=5", width, color_scheme=palette)
    _all_awake(page)
    page.evaluate(browser.axe())
    found = page.evaluate("() => axe.run()")["violations"]
    assert [(v["id"], [n["html"][:90] for n in v["nodes"]][:3]) for v in found] == []


# With and without scripts, here and elsewhere


def test_without_scripts_the_printed_figures_stay(open_page: Callable) -> None:
    """With their captions, and without the room that the interactive ones would need."""
    page = open_page("play/", java_script_enabled=False)
    for name in NAMES:
        figure = page.locator(f'figure:has([data-play="{name}"])')
        assert figure.locator("svg.figure").is_visible()
        assert figure.locator("figcaption").is_visible()
        used = "f => f.firstElementChild.offsetHeight + f.lastElementChild.offsetHeight"
        assert figure.evaluate("f => f.clientHeight") - figure.evaluate(used) < 40


def test_in_print_the_printed_figures_stay(open_page: Callable) -> None:
    """Even of figures that are awake."""
    page = open_page("play/")
    boxes = _all_awake(page)
    page.emulate_media(media="print")
    assert [box.is_visible() for box in boxes] == [False] * len(NAMES)
    assert all(drawing.is_visible() for drawing in page.locator("svg[data-play]").all())


def test_a_state_can_be_shared_and_taken_back(open_page: Callable) -> None:
    """All in one address; opening it shows the same, and Reset restores the start."""
    page = open_page("play/")
    page.emulate_media(reduced_motion="reduce")  # a run comes to its end at once
    fresh = {}
    for name, box in zip(NAMES, _all_awake(page), strict=True):
        fresh[name] = _parts(box)
        for choice in box.locator("select:visible").all():
            choice.select_option(index=1)
        for number in box.get_by_role("spinbutton").all():
            number.fill("0.12345678901234")
        button = box.get_by_role("button", name=re.compile("^(100 steps|Next|Flip 0 0|Train)$"))
        if button.count():
            button.click()
    page.wait_for_function(
        "names => names.every(name => location.hash.includes(`${name}.`))", arg=NAMES
    )
    changed = {name: _parts(box) for name, box in zip(NAMES, _all_awake(page), strict=True)}
    assert all(changed[name] != fresh[name] for name in NAMES)
    again = open_page(f"play/{page.evaluate('location.hash')}")
    assert {name: _parts(_awake(again, name)) for name in NAMES} == changed
    for name in NAMES:
        box = _awake(again, name)
        box.get_by_role("button", name="Reset").click()
        assert _parts(box) == fresh[name]
    again.wait_for_function("location.hash === ''")


def test_a_shared_state_brings_its_figure_into_view(open_page: Callable) -> None:
    """From its sentence on, where a phone does not hold it all; another link sets it anew.

    Back leads to where the reader was.
    """
    page = open_page("play/#learning-rate-bowl.lr=0.65", 390)
    box = page.locator(".play--learning-rate-bowl")
    box.wait_for()
    top = "document.querySelector('.play--learning-rate-bowl').getBoundingClientRect().top"
    page.wait_for_function(f"48 < {top} && {top} < 96")
    page.evaluate("location.hash = '#learning-rate-bowl.lr=0.7'")
    box.locator(".play-says", has_text="α = 0.7 is above").wait_for()
    noted = "scrollTo(0, 200), history.state?.y === 200"  # by the theme
    page.wait_for_function(noted)  # again and again: the figure may come into view late
    page.locator(".cards a").last.evaluate("link => link.click()")  # and does not scroll to it
    page.wait_for_function("scrollY > 2000")
    page.evaluate("addEventListener('hashchange', () => window.landed = scrollY)")
    page.go_back()
    page.wait_for_function("window.landed === 200")


def test_a_state_is_not_written_into_the_next_address(open_page: Callable) -> None:
    """Which comes before the next page, and so while the figure is still there."""
    page = open_page("line/")
    page.wait_for_load_state("networkidle")  # the theme has read its map of the site
    box = _awake(page, "straight-line")
    page.route("**/loss/", lambda _: None)  # it does not come
    box.get_by_role("spinbutton").first.fill("2")
    page.locator(".md-nav--primary a[href$='loss/']").first.click()
    page.wait_for_url("**/loss/")
    box.locator("output", has_text="z = 2x").wait_for()  # it is told later than it is kept
    assert page.url.endswith("/loss/")


def test_nonsense_in_an_address_does_no_harm(open_page: Callable) -> None:
    """What is no number, no choice or no such figure is passed over."""
    nonsense = ("train-it.steps=1e99", "train-it.gate=<b>", "train-it.lr=x", "__proto__.a=1")
    page = open_page(f"play/#{'&'.join(nonsense)}")
    box = _awake(page, "train-it")
    assert "After 10000 steps" in box.inner_text()
    assert box.get_by_label("Gate").input_value() == "OR"


@pytest.mark.parametrize(
    ("path", "others"),
    [
        ("checks/", []),
        ("notation/", []),
        ("neuron/", ["paper.js", "progress.js"]),
        ("practice/", ["progress.js"]),
    ],
)
def test_a_page_loads_what_it_needs(
    path: str, others: list[str], open_page: Callable, address: str
) -> None:
    """The few lines that look for figures, and what its tasks and its tick ask for."""
    page = open_page(path)
    page.wait_for_load_state("networkidle")
    figures = {"drawing.js", "figure.js", "neuron.js"}
    loaded = [name for name in _scripts(page, address) if name not in figures and "/" not in name]
    assert loaded == sorted(["play.js", *others])


def test_tasks_come_after_a_change_of_page_too(open_page: Callable) -> None:
    """Where the theme keeps the document, and no script of the new page is read."""
    page = open_page("notation/")
    page.wait_for_load_state("networkidle")
    page.evaluate("window.lived = true")
    page.locator('.md-nav--primary a[href$="loss/"]').first.click()
    page.locator(".paper-form").first.wait_for()
    page.locator(".progress-mark").first.wait_for()
    assert page.evaluate("window.lived")


def test_a_figure_loads_when_it_comes_near(open_page: Callable, address: str) -> None:
    """Itself and what all share, and not the others."""
    page = open_page("derivation/")
    page.wait_for_load_state("networkidle")
    before = ["paper.js", "play.js", "progress.js"]
    assert _scripts(page, address) == before
    _awake(page, "chain-rule-tape")
    more = ["drawing.js", "figure.js", "figures/chain-rule-tape.js", "neuron.js"]
    assert _scripts(page, address) == sorted(before + more)


def _scripts(page: Page, address: str) -> list[str]:
    """Which of our scripts the page has fetched."""
    names = page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")
    start = f"{address}javascripts/"
    return sorted({name.removeprefix(start) for name in names if name.startswith(start)})


def test_the_scripts_are_small() -> None:
    """All that a page can load, on their way at most 20 KB; short lines; and nobody else's."""
    scripts = {path: path.read_text("utf-8") for path in SCRIPTS.rglob("*.js")}
    weight = {path.stem: len(gzip.compress(text.encode())) for path, text in scripts.items()}
    shared = sum(weight.values()) - sum(weight[name] for name in NAMES)
    for page in {page.name: page for page, _ in MARKED.values()}.values():
        own = sum(weight[image.play] for image in page.images if image.play)
        assert (page.name, shared + own <= 20_000) == (page.name, True)
    long = [
        (path.name, line)
        for path, text in scripts.items()
        for line in text.splitlines()
        if len(line) > 120
    ]
    assert long == []
    imports = [
        found
        for text in scripts.values()
        for found in re.findall(r"(?:} from |import\()[\"'`]([^\"'`]+)", text)
    ]
    assert imports
    assert all(found.startswith("./") or found.startswith("../") for found in imports)


# Instant navigation

_PAGE = """# {title}

[to one](one.md), [to two](two.md), [to index](index.md)

{figure}
"""
_FIGURE = """![A line, drawn for a test.](figures/{page}/line.svg){{ data-play="{name}" }}

/// caption
A line.
///

```python
--8<-- "{page}/line.py"
```
"""
_LINE = "import matplotlib.pyplot as plt\n\nplt.plot([0, 1])\nplt.show()\n"


def _project(root: Path, names: dict[str, str]) -> Path:
    """A project with a page for each named figure, and instant navigation."""
    files = {"docs/index.md": _PAGE.format(title="index", figure="")}
    for page, name in names.items():
        figure = _FIGURE.format(page=page, name=name)
        files[f"docs/{page}.md"] = _PAGE.format(title=page, figure=figure)
        files[f"snippets/{page}/line.py"] = _LINE
    project.copy(root, files)
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(f"{text}theme:\n  features: [navigation.instant]\n", encoding="utf-8")
    return root


def _left(chromium: Browser, address: str, figures: bool) -> dict[str, float]:
    """What the browser holds after many changes of page, with the figures or without."""
    context = chromium.new_context()
    page = context.new_page()
    if not figures:
        page.route("**/play.js", lambda route: route.abort())
    page.goto(f"{address}one/", wait_until="networkidle")  # the theme has read its map of the site
    page.evaluate("window.lived = true")
    names = {"one": "train-it", "two": "activation-lens"}
    for turn in range(32):
        name = ("two", "index", "one")[turn % 3]
        page.locator(f"article a:text-is('to {name}')").click()
        page.locator(f"h1:text-is('{name}')").wait_for()
        if name in names and figures:
            box = page.locator(f".play--{names[name]}")
            box.wait_for()
            box.get_by_role("button", name=re.compile("^(Run|Reset)$")).first.click()
    page.locator("article a:text-is('to index')").click()
    page.locator("h1:text-is('index')").wait_for()
    page.wait_for_timeout(1500)
    assert page.evaluate("window.lived")  # the document is still the first one
    session = context.new_cdp_session(page)
    session.send("Performance.enable")
    for _ in range(3):
        session.send("HeapProfiler.collectGarbage")
    metrics = session.send("Performance.getMetrics")["metrics"]
    page.go_back()
    page.locator("h1:text-is('two')").wait_for()
    if figures:
        page.locator(".play--activation-lens").wait_for()
    context.close()
    return {m["name"]: m["value"] for m in metrics if m["name"] in ("JSEventListeners", "Nodes")}


def test_many_pages_forth_and_back_leave_nothing_behind(chromium: Browser, tmp_path: Path) -> None:
    """Under instant navigation, where one document lives on: no more than the theme leaves."""
    root = _project(tmp_path / "project", {"one": "train-it", "two": "activation-lens"})
    with browser.Server(tmp_path / "site").running() as server:
        built = project.build(root, tmp_path / "site", SITE_URL=server.url)
        assert built.exit_code == 0, built.log
        with_figures, without = (_left(chromium, server.url, figures) for figures in (True, False))
    # a figure that stayed would have left hundreds of nodes, and three listeners, each time
    assert with_figures["JSEventListeners"] <= without["JSEventListeners"] + 3
    assert with_figures["Nodes"] <= without["Nodes"] + 50


@pytest.mark.slow
def test_a_mark_without_a_script_stops_the_build(tmp_path: Path) -> None:
    """Named with file and line."""
    root = _project(tmp_path / "project", {"one": "train-it", "two": "trian-it"})
    built = project.build(root, tmp_path / "site")
    assert built.exit_code == 1
    [problem] = built.problems
    assert (problem.file, problem.line) == ("docs/two.md", 5)
    assert "trian-it" in problem.cause + problem.remedy


# Questions and answers


def test_every_script_has_its_figure_with_question_and_answer(site: Path) -> None:
    """In a chapter, and again on the page of all figures."""
    assert sorted(MARKED) == NAMES
    play = (site / "play/index.html").read_text(encoding="utf-8")
    assert re.findall(r'<svg[^>]* data-play="([\w-]+)"', play) == _in_order(list(MARKED))
    for page, image in MARKED.values():
        lines = page.text.splitlines()
        assert lines[image.line - 3].startswith("**Before you touch it.** "), page.name
        after = "\n".join(lines[image.line :])
        assert re.match(r"\n/// caption\n.*?\n///\n\n\?\?\? question \"Answer\"\n", after, re.S)


def test_a_card_leads_to_each_figure_and_shows_its_drawing(site: Path) -> None:
    """By the name that the figure gives itself, which is its heading."""
    play = BeautifulSoup((site / "play/index.html").read_text(encoding="utf-8"), "html.parser")
    cards = play.select(".cards li")
    assert [card.a["href"] for card in cards] == [f"#{name}" for name in _in_order(list(MARKED))]
    for card in cards:
        name = card.a["href"][1:]
        script = (project.ROOT / f"docs/javascripts/figures/{name}.js").read_text(encoding="utf-8")
        assert f'title: "{card.get_text()}"' in script
        assert play.select_one(f"h2#{name}").get_text().startswith(card.get_text())
        assert play.select_one(card.use["xlink:href"])["data-play"] == name


def test_a_card_shows_what_its_figure_shows(open_page: Callable) -> None:
    """From when it wakes, with what the reader has set."""
    page = open_page("play/")
    assert page.locator(".cards li > :is(svg, .play-part)").count() == len(NAMES)
    boxes = dict(zip(NAMES, _all_awake(page), strict=True))
    drawn = {name: box.locator(".play-part").first for name, box in boxes.items()}
    assert page.locator(".cards .play-part[aria-hidden=true]").count() == len(NAMES)

    def small(name: str) -> Locator:
        return page.locator(f'.cards li:has(a[href$="#{name}"]) > .play-part')

    for name in NAMES:
        assert small(name).inner_html() == drawn[name].inner_html(), name
    before = small("straight-line").inner_html()
    boxes["straight-line"].get_by_role("spinbutton").first.fill("-3")
    assert small("straight-line").inner_html() == drawn["straight-line"].inner_html() != before


def _in_order(names: list[str]) -> list[str]:
    """As the navigation has the pages that show them."""
    order = [entry.uri for entry in Project.read(project.ROOT).nav]
    return sorted(names, key=lambda name: order.index(MARKED[name][0].uri))


def test_every_interactive_figure_has_its_printed_one() -> None:
    """Drawn by a snippet, like every other."""
    for _, image in MARKED.values():
        drawn = Path(image.target.removeprefix("figures/")).with_suffix(".py")
        assert "plt.show()" in (snippet.SNIPPETS / drawn).read_text(encoding="utf-8")


def test_ten_thousand_steps_are_shown_at_once(open_page: Callable) -> None:
    """The most that there are."""
    page = open_page("or-gate/program/")
    box = _awake(page, "train-it")
    page.evaluate("location.hash = '#train-it.steps=10000'")
    box.locator("caption", has_text="After 10000 steps").wait_for()
