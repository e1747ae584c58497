"""Breaks equations on purpose, and says whether the body of the proof notices.

There is one copy of an equation, the page's, and its proof reads that. So whatever is changed here
is wrong for the page and for the proof alike: only the mathematics can find it.
"""

from __future__ import annotations

import contextlib
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from unittest import mock

import mutants
import numpy as np
import wording
from project import TESTED, tested
from proving import Proof

_LETTER = re.compile(r"\\(?:alpha|delta|kappa|varepsilon|gamma|lambda)(?![a-z])|[A-Za-z]")
_INDEX = re.compile(r"(?<=_)[ijkr]|(?<=_\{)[ijkr]|(?<=_\{[ijkr])[ijkr]")
_RELATION = re.compile(r"=|\\approx|\\leftarrow|\\le(?![a-z])")
_WORDS = re.compile(
    r"\\(?:begin|end|text|operatorname)\{[^}]*\}|\\(?!alpha|delta|kappa|vareps|gamma|lambda)[a-z]+"
)

_NUMERICAL = [(None, "agree"), (None, "rounds"), (np, "isclose"), (np, "allclose")]


def broken(tex: str) -> list[str]:
    """An equation with one thing wrong: a sign, a number, an index, or a factor, say."""
    found = [tex[:start] + new + tex[end:] for start, end, new in mutants.in_equation(tex)]
    places = wording.blank(_WORDS, tex)
    found += [_put(tex, i, "j" if i[0] == "i" else "i") for i in _INDEX.finditer(places)]
    for relation in _RELATION.finditer(places):
        found += [_put(tex, relation, relation[0] + more) for more in (" -", r" 2\cdot ")]
    letters = [*_LETTER.finditer(places)]
    names = sorted({letter[0] for letter in letters})
    for letter in letters:
        other = names[(names.index(letter[0]) + 1) % len(names)]
        if other != letter[0]:
            found.append(_put(tex, letter, other + " "))
    return [each for each in dict.fromkeys(found) if each != tex]


def _put(tex: str, found: re.Match[str], new: str) -> str:
    return tex[: found.start()] + new + tex[found.end() :]


@contextlib.contextmanager
def saying(proof: Proof, tex: str) -> Iterator[None]:
    """The project, while the equation of a proof says something else."""
    project, uri = tested(), f"{proof.page.name}.md"
    page = project.pages[uri]
    equations = tuple(
        e._replace(tex=tex) if e.label == proof.name else e for e in page.equations
    )
    changed = {**project.pages, uri: replace(page, equations=equations)}
    token = TESTED.set(replace(project, pages=changed))
    try:
        yield
    finally:
        TESTED.reset(token)


@contextlib.contextmanager
def blind(proof: Proof) -> Iterator[None]:
    """While no two floating-point numbers are told apart: what is left is algebra."""
    module = sys.modules[proof.check.__module__]
    with contextlib.ExitStack() as stack:
        for where, name in _NUMERICAL:
            if hasattr(where or module, name):
                stack.enter_context(mock.patch.object(where or module, name, return_value=True))
        yield


def notices(proof: Proof, tex: str) -> Exception | None:
    """What the body of a proof says to a broken equation; None if it finds nothing wrong."""
    with saying(proof, tex):
        try:
            proof.page.held(proof)
        except Exception as error:
            return error
    return None
