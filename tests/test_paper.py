"""Paper tasks answer at once, and what a reader has done is kept in the browser alone."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import markdown
import pytest
from browser import Server
from playwright.sync_api import Browser, Page, expect
from project import ROOT

LARGEST = 4_500  # bytes of a script

EXTENSIONS = ["attr_list", "def_list", "md_in_html", "pymdownx.details", "toc"]
TEXT = """
??? question paper "A neuron says 0.9. How steep is its sigmoid there, to two decimals?"

    `0.09`{ .answer }: it is $0.9\\cdot0.1$.

    `0.25`
    :   That is the greatest slope.

    `-0.09`
    :   The sign is turned.

??? question paper "Which way does w move?"

    `down`{ .answer }: against the gradient.

    `up`
    :   That is with the gradient.

### The weighted sum { #weighted-sum data-exercise="weighted_sum" }

Write it.

### One step { #step data-exercise="step" }

Write it.

<div id="progress"></div>

## What you have learnt

Much.
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A chapter that asks, and another that it links to."""
    made = tmp_path_factory.mktemp("paper")
    for kind, name in (("javascripts", "paper.js"), ("javascripts", "progress.js")):
        (made / kind).mkdir(exist_ok=True)
        shutil.copy(ROOT / "docs" / kind / name, made / kind)
    scripts = "".join(
        f'<script type="module" src="../javascripts/{name}.js"></script>'
        for name in ("paper", "progress")
    )
    nav = '<nav class="md-nav--primary"><a class="md-nav__link" href="../{}/">{}</a></nav>'
    navs = "".join(nav.format(name, name) for name in ("one", "two"))
    for name in ("one", "two"):
        (made / name).mkdir()
        body = markdown.markdown(TEXT, extensions=EXTENSIONS)
        html = f'<!doctype html><meta charset="utf-8"><title>{name}</title>{navs}{body}{scripts}'
        (made / name / "index.html").write_text(html, encoding="utf-8")
    (made / "404.html").write_text("not here", encoding="utf-8")
    return made


@pytest.fixture
def page(folder: Path, chromium: Browser) -> Iterator[Page]:
    """Its page in a browser that knows nothing yet; no error may come."""
    errors: list[str] = []
    with Server(folder).running() as server, chromium.new_context() as context:
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(f"{server.url}one/")
        yield page
        assert errors == []


@pytest.mark.parametrize("name", ["paper.js", "progress.js"])
def test_a_script_is_small(name: str) -> None:
    """And needs no other."""
    text = (ROOT / "docs" / "javascripts" / name).read_text(encoding="utf-8")
    assert len(text.encode()) <= LARGEST
    assert "import(" not in text
    assert "from " + '"' not in text


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("0.09", "Right."),
        ("0,09", "Right."),
        (" .0871 ", "Right."),
        ("9/100", "Right."),
        ("9e-2", "Right."),
        ("9 %", "Right."),
        ("= 0.09", "Right."),
        ("≈ ₹0.09", "Right."),
        ("1/4", "Not quite. That is the greatest slope."),
        ("0.25", "Not quite. That is the greatest slope."),
        ("−0.09", "Not quite. The sign is turned."),
        ("0.0951", "Not yet."),
        ("1/0", "Not yet."),
        ("steep", "That is not a number."),
    ],
)
def test_a_number_is_judged_within_its_rounding(page: Page, typed: str, said: str) -> None:
    """As typed, by keyboard alone; a right one opens the answer, and what is said is still seen."""
    page.set_viewport_size({"width": 390, "height": 200})
    page.get_by_label("Your answer").fill(typed)
    page.keyboard.press("Enter")
    assert page.locator("output").first.inner_text().startswith(said)
    assert page.locator("details").first.evaluate("task => task.open") == (said == "Right.")
    expect(page.locator("form").first).to_be_in_viewport(ratio=1)


def test_nothing_typed_takes_back_what_was_said(page: Page) -> None:
    """It is about an answer that no longer stands there."""
    for typed, said in (("0.09", "Right."), (" ", "")):
        page.get_by_label("Your answer").fill(typed)
        page.keyboard.press("Enter")
        assert page.locator("output").first.inner_text() == said
    assert page.locator("form.right").count() == 0


def test_a_choice_is_judged_at_once(page: Page) -> None:
    """The buttons stand in the order of the alphabet, which gives nothing away."""
    group = page.get_by_role("form", name="Which way does w move?").last
    assert group.get_by_role("button").all_inner_texts() == ["down", "up"]
    group.get_by_role("button", name="up").press("Enter")
    assert group.locator("output").inner_text() == "Not quite. That is with the gradient."
    group.get_by_role("button", name="down").press("Enter")
    assert group.locator("output").inner_text() == "Right."


def test_what_is_said_is_spoken(page: Page) -> None:
    """The field has a label, its group the question as a name, the verdict is a live region."""
    assert page.get_by_role("form", name="A neuron says 0.9.").last.get_by_role("textbox").count()
    assert page.locator('output[aria-live="polite"]').count() == 2


def test_without_scripts_the_answer_stands_folded(folder: Path, chromium: Browser) -> None:
    """With the known wrong answers below it; there is nothing to tick."""
    with (
        Server(folder).running() as server,
        chromium.new_context(java_script_enabled=False) as context,
    ):
        page = context.new_page()
        page.goto(f"{server.url}one/")
        page.locator("summary").first.click()
        assert page.get_by_text("That is the greatest slope.").is_visible()
        assert page.locator("form, input").count() == 0


def test_progress_is_kept_and_forgotten(page: Page) -> None:
    """In the list, in the navigation, and over a reload."""
    page.get_by_label("I have read this chapter").check()
    page.get_by_label("Solved").last.check()
    for _ in range(2):
        said = page.locator("#progress p").inner_text()
        assert said.startswith("Tasks solved: 1 of 2. Chapters read: 1.")
        assert page.locator("nav .done").all_inner_texts() == ["one"]
        assert page.locator("#progress .done").all_inner_texts() == ["One step"]
        page.goto(page.url)
    page.get_by_role("button", name="Forget it").click()
    assert page.locator(".done").count() == 0
    assert page.evaluate("Object.keys(localStorage)") in ([], ["single-neuron.progress"])
    page.goto(page.url.replace("/one/", "/two/"))
    assert page.locator(":checked").count() == 0


@pytest.mark.parametrize("kept", ["nonsense", "null", '{"read": 3}'])
def test_what_is_kept_may_be_nonsense(page: Page, kept: str) -> None:
    """Then nothing was done."""
    page.evaluate("text => localStorage.setItem('single-neuron.progress', text)", kept)
    page.goto(page.url)
    page.get_by_label("Solved").first.check()
    assert page.locator("#progress .done").count() == 1


def test_where_nothing_can_be_kept_nothing_is_shown(page: Page) -> None:
    """And nothing breaks: the paper tasks answer as ever."""
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', "
        "{ get() { throw new DOMException('denied', 'SecurityError') } })"
    )
    page.goto(page.url)
    assert page.locator(".progress-mark").count() == 0
    assert page.locator("#progress > *").count() == 0
    assert page.get_by_label("Your answer").count() == 1
