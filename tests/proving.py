r"""How what a page says is shown to be true.

All of that stands in one file a page, tests/truths/<page>.py, which begins with

    page = Page("line")

An equation gets a proof, by its label, which says of which kind it is. It is given what the page
says, read by SymPy, an expression a side (`reading.py` lists how they look), so there is one copy
of every equation; its docstring says in a sentence what is established. A theorem is derived, by
algebra or by going through all cases; no comparison of rounded numbers may be needed to find a
mistake in it:

    @page.theorem("common-denominator")
    def _(*sides):
        '''Both sides are the slope of the cross-entropy, as SymPy derives it.'''
        assert same(*sides, diff(LOSS, p))

A definition cannot be proven: what is on its left gets its meaning there, and the code of the
page, which its proof runs, computes just that:

    @page.definition("mse")
    def _(name, loss):
        '''The program and scikit-learn compute this mean.'''
        assert is_loss(loss, "mse")

A numerical check yields pairs of numbers, what was found and what is right, on a stated domain;
so many numbers there must be, as near to each other as it says, in parts of the right ones and
no less than 1:

    @page.check("or-limit", on="OR, 40,000 steps from three starts", points=3, within=0.1)
    def _(about):
        '''The loss comes near to this.'''
        yield loss, claimed

What cannot be read by SymPy is given as it is written, to a proof whose one parameter is `tex`.

A figure is drawn by its snippet and handed over with all that is on it:

    @page.draws("line/lines")
    def _(figure):
        assert curve(figure, "w = 2, b = 5")(0) == 5
        page.says("crosses the vertical axis at 5")

Words that a proof or a check holds are quoted with `page.says`, all numbers of the alt text and
the caption among them. Any other claim is bound to what is true if it is, a function that finds
out, at the end of the file:

    page.claims(
        {
            "- The bias $b$ is the height at $x = 0$.": lambda: (w * x + b).subs(x, 0) == b,
        }
    )

All these words must be the page's own, a claim's stand there once; line breaks and the length of
a minus sign do not count.
"""

from __future__ import annotations

import functools
import importlib.util
import inspect
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
import snippet
import wording
from numpy.typing import ArrayLike
from project import ROOT, tested
from reading import Side, UnreadableError, read
from single_neuron.pages import Equation
from single_neuron.pages import Page as Source

TRUTHS = ROOT / "tests" / "truths"

Register = Callable[[Callable[..., None]], None]


@dataclass(frozen=True)
class Proof:
    """A proof of an equation, or a check of a figure, by its name; of a numerical check also where
    it looks, at how many numbers, and to what relative difference.
    """

    page: Page
    name: str
    check: Callable[..., object]
    kind: str = ""
    on: str = ""
    points: int = 0
    within: float = 0

    def __str__(self) -> str:
        return f"{self.page.name}:{self.name}"


class Page:
    """What is true of a page, `or-gate/program` for docs/or-gate/program.md, and why."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.equations: list[Proof] = []
        self.figures: list[Proof] = []
        self.claimed: dict[str, Callable[[], object]] = {}
        self.rng = np.random.default_rng()  # begins anew for each proof, check and claim
        self._draw_for(name)
        self._said: list[str] = []

    def theorem(self, label: str) -> Register:
        """Register the decorated function as the derivation of the equation with this label."""
        return lambda check: self.equations.append(Proof(self, label, check, "theorem"))

    def definition(self, label: str) -> Register:
        """Register the decorated function, which runs the code that computes this equation."""
        return lambda check: self.equations.append(Proof(self, label, check, "definition"))

    def check(self, label: str, *, on: str, points: int, within: float) -> Register:
        """Register the decorated generator as the numerical check of the equation: it yields pairs
        of numbers, or of arrays, what was found and what is right.
        """
        about = "check", on, points, within
        return lambda check: self.equations.append(Proof(self, label, check, *about))

    def draws(self, figure: str) -> Register:
        """Register the decorated function as the check of a figure, `page/name` of its snippet."""
        return lambda check: self.figures.append(Proof(self, figure, check))

    def claims(self, claims: Mapping[str, Callable[[], object]]) -> None:
        """Bind words of the page, each to a function whose answer is true if they are."""
        self.claimed |= claims

    def says(self, *words: str) -> None:
        """Assert, within a proof or a check, that the page uses these words, and these."""
        for each in map(wording.spoken, words):
            assert each in wording.spoken(self.source.text), self.amiss(
                f"the page no longer says: {each}",
                "if what it says now is true, let the truths quote that",
            )
            self._said.append(each)

    def held(self, proof: Proof) -> list[str]:
        """Carry out a proof or a check, and return the words that it holds the page to."""
        __tracebackhide__ = True  # what fails stands in the proof
        self._said.clear()
        self._draw_for(proof.name)
        if proof in self.figures:
            proof.check(*snippet.load(proof.name).figures)
            return list(self._said)
        on_page = equation(self.name, proof.name)
        try:
            given = [on_page.tex] if _takes_tex(proof) else stated(self.name, proof.name)
            found = proof.check(*given)
            if proof.kind == "check":
                _compare(proof, found)
        except Exception as error:
            cause = f"the {proof.kind} {proof.name} does not hold: {on_page.tex}"
            error.add_note(self.amiss(cause, "mend the page, or the proof", on_page.line))
            raise
        return list(self._said)

    def true(self, words: str) -> bool:
        """Whether a claim holds."""
        self._draw_for(words)
        return bool(self.claimed[words]())

    def _draw_for(self, name: str) -> None:
        """Let the random numbers begin where they do for this proof, whatever ran before it."""
        self.rng.bit_generator.state = np.random.PCG64([*name.encode()]).state

    def bound(self) -> list[str]:
        """The words that proofs, checks of figures and claims quote."""
        said = [words for proof in self.equations + self.figures for words in held(proof)]
        return [*said, *map(wording.spoken, self.claimed)]

    def amiss(self, cause: str, remedy: str, line: int = 1) -> str:
        """What to tell the author when something does not hold."""
        truths = f"tests/truths/{self.name}.py"
        return f"docs/{self.name}.md:{line}: {cause}\n    Remedy: {remedy} ({truths})"

    @property
    def source(self) -> Source:
        """The page as it is written."""
        return tested().pages[f"{self.name}.md"]

    def __str__(self) -> str:
        return self.name


def _takes_tex(proof: Proof) -> bool:
    return [*inspect.signature(proof.check).parameters] == ["tex"]


def _compare(proof: Proof, found: Iterable[tuple[ArrayLike, ArrayLike]]) -> None:
    """Go through the pairs of a numerical check."""
    points = 0
    for number, right in found:
        points += np.size(number)
        assert np.shape(number) == np.shape(right)
        near = np.abs(np.subtract(number, right)) <= proof.within * np.maximum(1, np.abs(right))
        assert np.all(near), f"{proof}: {number} is not near {right}"
    assert points == proof.points, f"{proof}: {points} numbers were compared"


@functools.cache
def held(proof: Proof) -> list[str]:
    """What a proof or a check holds the page to; it is carried out once."""
    __tracebackhide__ = True
    return proof.page.held(proof)


def equation(page: str, label: str) -> Equation:
    """The equation of a page that has this label."""
    [found] = [each for each in tested().pages[f"{page}.md"].equations if each.label == label]
    return found


def stated(page: str, label: str) -> tuple[Side, ...]:
    """What the equation of a page says, for a proof that leans on another one."""
    found = equation(page, label)
    try:
        return sides(found.tex)
    except UnreadableError as error:
        message = f"docs/{page}.md:{found.line}: {label} is not read: {error}"
        raise UnreadableError(message) from error


@functools.cache
def sides(tex: str) -> tuple[Side, ...]:
    """What an equation says, side by side; it is read once."""
    return tuple(read(tex))


def about(test: pytest.Item) -> str:
    """The name of the page whose truths a test is about, "" if there is none."""
    given = getattr(test, "callspec", None) and test.callspec.params.values()
    pages = [getattr(each, "page", each) for each in given or ()]
    return next((page.name for page in pages if isinstance(page, Page)), "")


@functools.cache
def load() -> list[Page]:
    """The truths of all pages."""
    return [_load(path) for path in sorted(TRUTHS.rglob("*.py"))]


def _load(path: Path) -> Page:
    name = path.relative_to(TRUTHS).with_suffix("").as_posix()
    module_name = f"truths.{name}".replace("/", ".")
    spec = importlib.util.spec_from_file_location(module_name, path)
    sys.modules[module_name] = module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.page.name == name, f"tests/truths/{name}.py: write `page = Page({name!r})`"
    return module.page
