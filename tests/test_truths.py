"""Every equation is proven, every figure shows what it says, and no word or number stands alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import PurePosixPath

import proving
import pytest
import sympy
import unbound
import wording
from algebra import approx, same
from project import tested
from proving import Page, Proof, held
from reading import Side, UnreadableError, read

PAGES = proving.load()
EQUATIONS = [proof for page in PAGES for proof in page.equations]
FIGURES = [proof for page in PAGES for proof in page.figures]
CLAIMS = [(page, words) for page in PAGES for words in page.claimed]

every_page = pytest.mark.parametrize("page", PAGES, ids=str)
every_claim = pytest.mark.parametrize(("page", "words"), CLAIMS, ids=str)


def test_every_page_has_its_truths() -> None:
    """In a file of the page's name, and there is no other."""
    assert sorted(page.name for page in PAGES) == sorted(p.name for p in tested().pages.values())


# Equations on lines of their own


@every_page
def test_every_displayed_equation_has_one_proof_and_every_proof_an_equation(page: Page) -> None:
    """The labels on the page and those in its file of truths are the same, each once."""
    found = [equation for equation in page.source.equations if equation.display]
    unnamed = [page.amiss(e.tex, r"give it a `\label`", e.line) for e in found if not e.label]
    assert unnamed == []
    shown = {equation.label: equation.line for equation in found}
    unproven = [
        page.amiss(f"{label} has no proof", f'`@page.theorem("{label}")`, or another kind', line)
        for label, line in shown.items()
        if label not in {proof.name for proof in page.equations}
    ]
    assert unproven == []
    assert Counter(e.label for e in found) == Counter(proof.name for proof in page.equations)


@pytest.mark.parametrize("proof", EQUATIONS, ids=str)
def test_the_displayed_equation_is_true(proof: Proof) -> None:
    """Its proof, which is given what the page says, goes through."""
    __tracebackhide__ = True
    held(proof)


# Equations in running text: whoever writes one writes nothing else


@every_page
def test_the_arithmetic_in_running_text_is_right(page: Page) -> None:
    """Sides without letters agree, exactly or to the printed digits; others hold for all values
    of their letters. What is neither, such as an equation to be solved, is bound to a proof or
    a claim; what only gives a letter its value is not in question.
    """
    inline = [equation for equation in page.source.equations if not equation.display]
    wrong = [e for e in inline if _states_a_result(e.tex) and not _holds(e.tex)]
    bound = page.bound() if wrong else []
    remedy = "mend it, or quote it in a proof or a claim"
    assert [
        page.amiss(f"{equation.tex} does not hold", remedy, equation.line)
        for equation in wrong
        if not any(wording.spoken(equation.tex) in words for words in bound)
    ] == []


@every_page
def test_every_number_in_the_prose_is_bound(page: Page) -> None:
    """To a proof or a claim that quotes it, to arithmetic that is evaluated, or to the title of
    the chapter that a link leads to: whoever changes it alone is told.
    """
    source = page.source
    bound = [place for words in page.bound() for place in wording.places(words, source.text)]
    bound += [
        (equation.start, equation.end)
        for equation in source.equations
        if not equation.display and _states_a_result(equation.tex) and _holds(equation.tex)
    ]
    named = (words for words, _ in wording.links(source) if _CHAPTER.fullmatch(words))
    bound += [place for text in named for place in wording.places(f"[{text}](", source.text)]
    assert [
        page.amiss(f"nothing binds …{source.text[at - 40 : end + 20]}…", "bind it", line)
        for at, end in (number.span() for number in wording.numbers(source))
        for line in [wording.line_at(source.text, at)]
        if not any(first <= at and end <= last for first, last in bound)
    ] == []


@every_page
def test_a_word_of_measure_is_bound_or_listed_with_a_reason(page: Page) -> None:
    """Larger, above, never, half: a proof, a check or a claim quotes it, and would fail if the
    opposite were true; that holds for four fifths of them at least, page by page. The others are
    listed, and nothing is listed that is bound or no longer said.
    """
    source, listed = page.source, unbound.UNBOUND.get(page.name, {})
    bound = [place for words in page.bound() for place in wording.places(words, source.text)]
    words = [word.span() for word in wording.measures(source)]
    alone = [word for word in words if not _within(word, bound)]
    remedy = "bind the sentence, say less, or list it in tests/unbound.py"
    assert [
        page.amiss(f"nothing binds …{source.text[at - 40 : end + 20]}…", remedy, line)
        for at, end in alone
        for line in [wording.line_at(source.text, at)]
        if not _within((at, end), unbound.places(source))
    ] == []
    free = [place for *place, _ in wording.reversals(source) if not _within(place, bound)]
    stale = {
        each
        for each in listed
        if not any(_within(place, wording.places(each, source.text)) for place in free)
    }
    assert stale == set(), page.amiss(f"listed, but bound or not said: {stale}", "unlist it")
    assert page.name in unbound.PAGES or len(alone) <= len(words) / 5


def _within(span: Sequence[int], places: Iterable[tuple[int, int]]) -> bool:
    """Whether the span lies within one of these places."""
    return any(first <= span[0] and span[1] <= last for first, last in places)


def _states_a_result(tex: str) -> bool:
    """Whether there are digits, a relation, and more than the value of a letter."""
    if not (re.search(r"=|\\approx", tex) and re.search(r"\d", re.sub(r"_\d|_\{\d+\}", "", tex))):
        return False
    *letters, value = re.split(r"=|\\approx", tex)
    one_letter = re.compile(r"\s*(?:\\hat\s*)?\\?[A-Za-z]+(?:_\w)?\s*")
    number = re.compile(r"\s*-?\d+(?:\.\d+)?(?:\^\{-?\d+\})?\s*")
    return not (all(map(one_letter.fullmatch, letters)) and number.fullmatch(value))


def _holds(tex: str) -> bool:
    """Whether the sides without letters agree, or, if there are not two of them, all sides."""
    try:
        sides = proving.sides(tex)
    except UnreadableError:
        return False
    closed = [side for side in sides if _is_closed(side)]
    sides = closed if len(closed) > 1 else sides
    exact = [side for side in sides if not isinstance(side, Decimal)]
    rounded = [side for side in sides if isinstance(side, Decimal)]
    if any(isinstance(side, sympy.core.relational.Relational) for side in exact):
        return False
    equal = len(exact) == 1 or same(*exact)
    return equal and all(_is_closed(exact[0]) and approx(exact[0], r) for r in rounded)


def _is_closed(side: Side) -> bool:
    return isinstance(side, Decimal) or not side.free_symbols


# Figures


def _shown(page: Page) -> dict[str, str]:
    """The words about each figure on a page, by `page/name` of its snippet: alt text and caption.

    The same figure may stand on another page with other words.
    """
    drawn = [image for image in page.source.images if image.target.startswith("figures/")]
    names = [PurePosixPath(image.target).relative_to("figures").with_suffix("") for image in drawn]
    assert len(set(names)) == len(names), page.amiss(f"a figure stands here twice: {names}", "")
    return {str(n): f"{image.alt}\n{image.caption}" for n, image in zip(names, drawn, strict=True)}


@every_page
def test_every_figure_has_one_check_and_every_check_a_figure(page: Page) -> None:
    """On each page that shows it."""
    checked = [check.name for check in page.figures]
    unchecked = set(_shown(page)) - set(checked)
    assert not unchecked, page.amiss(f"not checked: {unchecked}", '`@page.draws("page/name")`')
    assert Counter(_shown(page).keys()) == Counter(checked)


@pytest.mark.parametrize("check", FIGURES, ids=str)
def test_the_figure_shows_what_it_says(check: Proof) -> None:
    """Its data are what legend, caption and alt text say, and all their numbers are held."""
    said = held(check)
    words = wording.spoken(_shown(check.page)[check.name])
    for each in said:
        words = words.replace(each, " ")
    cause, remedy = f"numbers that no check holds: {words}", "quote them with `page.says`"
    assert not re.search(r"\d", words), check.page.amiss(cause, remedy)


# Claims


@every_claim
def test_the_page_says_so(page: Page, words: str) -> None:
    """In these words, and once: a claim that was rewritten has to be checked anew."""
    times = wording.spoken(page.source.text).count(wording.spoken(words))
    remedy = "if what it says now is true, let the truths quote that"
    assert times == 1, page.amiss(f"it says {times} times, and not once: {words}", remedy)


@every_claim
def test_what_the_page_says_is_true(page: Page, words: str) -> None:
    """By computation."""
    text = page.source.text
    line = wording.line_at(text, min(wording.places(words, text), default=(0, 0))[0])
    remedy = "mend the page, or the function that its truths bind this to"
    assert page.true(words), page.amiss(f"this is not true: {words}", remedy, line)


# Links


# [chapter 3](…), [Start with chapter 1](…), or with more of the title: [4.1 · Loss](…)
_CHAPTER = re.compile(r"(?:.*\b[Cc]hapter )?(?P<number>\d+(?:\.\d+)?)(?P<title> · .+)?")


@pytest.mark.parametrize("uri", tested().pages)
def test_a_link_to_a_chapter_leads_there(uri: str) -> None:
    """To the page whose title begins so: with its number, 3.1 and 3.2 for chapter 3, or more."""
    for words, link in wording.links(tested().pages[uri]):
        named = _CHAPTER.fullmatch(words)
        if named:
            title = tested().pages[link.path].title
            beginning = words if named["title"] else named["number"]
            assert re.match(rf"{re.escape(beginning)}\b", title), (
                f"docs/{uri}:{link.line}: {words} leads to {title}\n    Remedy: mend either"
            )


# The reading itself: SymPy alone would take each of these for something else
@pytest.mark.parametrize(
    "tex",
    [
        r"\operatorname{MSE} 2 = 1",
        r"MSE = 1",
        r"\logp = 1",
        r"x \cdotp y = 1",
        r"\partial L = 1",
        r"dx = 1",
        r"\log p (1 - p) = 1",
        r"\sum_i x_i = 1",
        r"x^10 = 1",
        r"x 2 = 1",
        r"\frac{x}{y = 1",
        r"x = y < 1",
        r"x \ne y = 1",
        r"\begin{cases} 1 & z > 0 \\ 0 & z \le 1 \end{cases} = 1",
        r"\begin{aligned} x &= 1 \\ & \cdot y \end{aligned}",
        r"\begin{aligned} x &= y \\ &\approx 1 \end{aligned}",
    ],
)
def test_what_cannot_be_read_with_certainty_is_refused(tex: str) -> None:
    """The author is told what cannot be read."""
    with pytest.raises(UnreadableError):
        read(tex)


@pytest.mark.parametrize(
    ("rows", "line"),
    [
        (r"\begin{aligned} z &= x \\[0.4em] &= y + 1 \end{aligned}", "z = x = y + 1"),
        (r"\begin{aligned} z = \bigl[\, & x \\ & {} + y \,\bigr] \end{aligned}", "z = (x + y)"),
        (r"\begin{aligned} & x = 1 \\ & y = 2 \end{aligned}", r"x = 1 \qquad y = 2"),
        (r"\begin{aligned} & x = 1 \\ & -y = 2 \end{aligned}", r"x = 1 \qquad -y = 2"),
        (
            r"\begin{aligned} & x > 1 \\ \text{and}\quad & y \le 2 \end{aligned}",
            r"x > 1 \qquad\text{and}\qquad y \le 2",
        ),
        (r"\begin{gathered} x = 1 \\ y \in \{0, 1\} \end{gathered}", r"x=1 \qquad y \in \{0, 1\}"),
        (
            r"\begin{gathered} \begin{cases} 1 & x > 0 \\ 0 & x \le 0 \end{cases} = 1 \\ y = x"
            r" \end{gathered}",
            r"\begin{cases} 1 & x > 0 \\ 0 & x \le 0 \end{cases} = 1 \qquad y = x",
        ),
    ],
)
def test_rows_say_what_a_line_would(rows: str, line: str) -> None:
    """One that goes on with the row before is no statement of its own."""
    assert read(rows) == read(line)


@pytest.mark.parametrize(
    ("tex", "right"),
    [
        (r"2\cdot10 + 3\cdot15 + 5 = 70", True),
        (r"2\cdot10 + 3\cdot15 + 5 = 71", False),
        (r"z = 0.5\cdot2 - 1 = 0", True),
        (r"z = 0.5\cdot2 + 1 = 0", False),
        (r"-\log 10^{-8} \approx 18.42", True),
        (r"-\log 10^{-8} \approx 18.43", False),
        (r"-\log 10^{-8} = 18.42", False),
        (r"\tfrac12\ln 2 \approx 0.3460", False),
        (r"(x+1) - 2x + (x-1) = 0", True),
        (r"(x+1) - 2x + (x+1) = 0", False),
        (r"wx + b = 0", False),
    ],
)
def test_arithmetic_in_running_text_is_told_right_from_wrong(tex: str, right: bool) -> None:
    """To the last printed digit; what holds for some values only does not hold."""
    assert _states_a_result(tex)
    assert _holds(tex) == right
