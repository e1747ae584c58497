"""Every equation is proven, every figure shows what it says, and nothing changes alone."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from pathlib import PurePosixPath

import pages
import proving
import pytest
import sympy
from proving import Proof
from reading import Side, UnreadableError, read
from test_claims import CLAIMS

EQUATIONS, FIGURES = proving.load()
PAGES = proving.page_names()

every_page = pytest.mark.parametrize("page", PAGES)


def _id(proof: Proof) -> str:
    return f"{proof.page}:{proof.name}"


# Equations on lines of their own


@every_page
def test_every_displayed_equation_has_one_proof_and_every_proof_an_equation(page: str) -> None:
    """The labels on the page and those in its file of proofs are the same, each once."""
    found = proving.displayed(page)
    assert [tex for label, tex in found if not label] == [], "without a label"
    proven = Counter(proof.name for proof in EQUATIONS if proof.page == page)
    assert Counter(label for label, _ in found) == proven


@pytest.mark.parametrize("proof", EQUATIONS, ids=_id)
def test_the_displayed_equation_is_true(proof: Proof) -> None:
    """The equation that the page displays is the one that is proven, and the proof goes through."""
    if proof.tex is not None:
        assert dict(proving.displayed(proof.page))[proof.name] == proving.plain(proof.tex)
    proving.run(proof)


# Equations in running text: whoever writes one writes nothing else


@every_page
def test_the_arithmetic_in_running_text_is_right(page: str) -> None:
    """Sides without letters agree, exactly or to the printed digits; others hold for all values
    of their letters. What is neither, such as an equation to be solved, is bound to a proof or
    a claim; what only gives a letter its value is not in question.
    """
    wrong = [tex for tex in proving.inline(page) if _states_a_result(tex) and not _holds(tex)]
    bound = _bound(page) if wrong else []
    wrong = [tex for tex in wrong if not any(proving.spoken(tex) in words for words in bound)]
    assert wrong == [], f"docs/{page}.md: neither evaluated nor bound to a proof or a claim"


@every_page
def test_every_number_in_the_prose_is_bound(page: str) -> None:
    """To a proof or a claim that quotes it, to arithmetic that is evaluated, or to the title of
    the chapter that a link leads to: whoever changes it alone is told.
    """
    text = proving.markdown(page)
    held = [place for words in _bound(page) for place in proving.places(words, text)]
    sums = [tex for tex in proving.inline(page) if _states_a_result(tex) and _holds(tex)]
    held += [place for tex in sums for place in proving.places(f"${tex}$", text)]
    held += [found.span("number") for found in _TO_CHAPTER.finditer(text)]
    loose = [
        f"docs/{page}.md:{text.count(chr(10), 0, at) + 1}: …{text[max(at - 40, 0) : end + 20]}…"
        for at, end in (number.span() for number in proving.numbers(text))
        if not any(first <= at and end <= last for first, last in held)
    ]
    assert loose == [], "numbers that nothing binds: tests/test_claims.py says how"


def _bound(page: str) -> list[str]:
    """The words of a page that its proofs, the checks of its figures and its claims quote."""
    proofs = [proof for proof in EQUATIONS + FIGURES if proof.page == page]
    said = [words for proof in proofs for words in proving.run(proof)]
    return [*said, *map(proving.spoken, CLAIMS.get(f"{page}.md", ()))]


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
        sides = read(tex)
    except UnreadableError:
        return False
    closed = [side for side in sides if _is_closed(side)]
    sides = closed if len(closed) > 1 else sides
    exact = [side for side in sides if not isinstance(side, Decimal)]
    rounded = [side for side in sides if isinstance(side, Decimal)]
    if any(isinstance(side, sympy.core.relational.Relational) for side in exact):
        return False
    equal = len(exact) == 1 or proving.same(*exact)
    return equal and all(_is_closed(exact[0]) and proving.approx(exact[0], r) for r in rounded)


def _is_closed(side: Side) -> bool:
    return isinstance(side, Decimal) or not side.free_symbols


# Figures


def _shown(page: str) -> list[tuple[str, str]]:
    """The figures on a page, `page/name` of the snippet, each with its alt text and caption."""
    text = pages.prose(proving.markdown(page))
    found = []
    for image in pages.images(text):
        _, made, name = image.target.rpartition("figures/")
        if made:
            rest = text[text.index(f"]({image.target})") :]
            caption = re.search(r"/// caption\n(.*?)\n///", rest, re.S)[1]
            found.append((str(PurePosixPath(name).with_suffix("")), f"{image.alt}\n{caption}"))
    return found


@every_page
def test_every_figure_has_one_check_and_every_check_a_figure(page: str) -> None:
    """On each page that shows it: the alt text and the caption may differ."""
    checked = Counter(check.name for check in FIGURES if check.page == page)
    assert Counter(name for name, _ in _shown(page)) == checked


@pytest.mark.parametrize("check", FIGURES, ids=_id)
def test_the_figure_shows_what_it_says(check: Proof) -> None:
    """Its data are what legend, caption and alt text say, and all their numbers are held."""
    said = proving.run(check)
    words = proving.spoken(dict(_shown(check.page))[check.name])
    for each in said:
        words = words.replace(each, " ")
    assert not re.search(r"\d", words), f"numbers that says() does not hold: {words}"


# Links


# [chapter 3](…), [Start with chapter 1](…), or with more of the title: [4.1 · Loss](…)
_TO_CHAPTER = re.compile(
    r"\[(?P<words>(?:[^\[\]]*\b[Cc]hapter )?(?P<number>\d+(?:\.\d+)?)(?P<title> · [^\]]+)?)\]"
    r"\((?P<target>[^)#]+)"
)


@every_page
def test_a_link_to_a_chapter_leads_there(page: str) -> None:
    """To the page whose title begins so: with its number, 3.1 and 3.2 for chapter 3, or more."""
    here = PurePosixPath("/docs", page).parent
    for link in _TO_CHAPTER.finditer(pages.prose(proving.markdown(page))):
        there = (here / link["target"]).relative_to("/docs").with_suffix("").as_posix()
        title = pages.title(proving.markdown(there))
        beginning = link["words"] if link["title"] else link["number"]
        assert re.match(rf"{re.escape(beginning)}\b", title), f"{link['words']} leads to {title}"


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
        r"L(w) = 1",
        r"\log p (1 - p) = 1",
        r"\sum_i x_i = 1",
        r"x^10 = 1",
        r"x 2 = 1",
        r"\frac{x}{y = 1",
        r"x \approx y",
        r"x = y < 1",
        r"x \ne y = 1",
        r"\begin{cases} 1 & z > 0 \\ 0 & z \le 1 \end{cases} = 1",
    ],
)
def test_what_cannot_be_read_with_certainty_is_refused(tex: str) -> None:
    """The author is told to put the TeX beside the proof."""
    with pytest.raises(UnreadableError):
        read(tex)


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
