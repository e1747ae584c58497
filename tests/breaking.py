"""Breaks equations on purpose, and says whether the body of the proof notices.

Usage: python tests/breaking.py                record a broken copy of each for the site
       python tests/breaking.py page:label     run the test of one while that copy is in its place
       python tests/breaking.py all            break all in every way, and list what is not noticed

There is one copy of an equation, the page's, and its proof reads that. So whatever is changed here
is wrong for the page and for the proof alike: only the mathematics can find it.
"""

from __future__ import annotations

import ast
import contextlib
import json
import re
import subprocess
import sys
import traceback
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from unittest import mock

import numpy as np
import pytest

sys.path.append(str(Path(__file__).parents[1] / "docs" / "hooks"))

import mutants
import proving
import wording
from project import ROOT, TESTED, environment, tested
from proving import Proof

RECORD = proving.TRUTHS / "broken.json"
SHOWN = "derivation:sigmoid-slope"  # whose failure docs/checks.md shows, as the tests print it

_LETTER = re.compile(r"\\(?:alpha|delta|kappa|varepsilon|gamma|lambda)(?![a-z])|[A-Za-z]")
_INDEX = re.compile(r"(?<=_)[ijkr]|(?<=_\{)[ijkr]|(?<=_\{[ijkr])[ijkr]")
_RELATION = re.compile(r"(?:=|\\approx|\\leftarrow|\\le(?![a-z]))(?!\s*0$)")
_RELATIONS = re.compile(r"[=<>]|\\(?:ne|le|ge|in|approx|leftarrow)(?![a-z])")
_WORDS = re.compile(
    r"\\(?:begin|end|text|operatorname)\{[^}]*\}|\\(?!alpha|delta|kappa|vareps|gamma|lambda)[a-z]+"
)
_NUMERICAL = [(None, "agree"), (None, "rounds"), (np, "isclose"), (np, "allclose")]


def broken(tex: str) -> list[str]:
    """An equation with one thing wrong: a sign, a number, an index, a factor, a letter."""
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


def one_broken(tex: str) -> str:
    """The copy that the site shows: with another sign, if there is one, or else the first that is
    an equation still.
    """
    copies = [copy for copy in broken(tex) if _RELATIONS.findall(copy) == _RELATIONS.findall(tex)]
    signs = str.maketrans("+-", "  ")
    turned = [copy for copy in copies if copy.translate(signs) == tex.translate(signs)]
    return [*turned, *copies][0]


def _put(tex: str, found: re.Match[str], new: str) -> str:
    return tex[: found.start()] + new + tex[found.end() :]


@contextlib.contextmanager
def saying(proof: Proof, tex: str) -> Iterator[None]:
    """The project, while the equation of a proof says something else."""
    project, uri = tested(), f"{proof.page.name}.md"
    page = project.pages[uri]
    equations = tuple(e._replace(tex=tex) if e.label == proof.name else e for e in page.equations)
    changed = {**project.pages, uri: replace(page, equations=equations)}
    token = TESTED.set(replace(project, pages=changed))
    try:
        yield
    finally:
        TESTED.reset(token)


@contextlib.contextmanager
def blind(proof: Proof) -> Iterator[None]:
    """While no two rounded numbers are told apart: what is left is algebra, and cases."""
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


def failure(proof: Proof, tex: str) -> str:
    """The statement of a proof that a broken equation does not pass, and its error."""
    error = notices(proof, tex)
    path = Path(proof.check.__code__.co_filename)
    frames = traceback.walk_tb(error.__traceback__)
    lines = [line for frame, line in frames if frame.f_code.co_filename == str(path)]
    source, name = path.read_text(encoding="utf-8"), type(error).__name__
    if not lines:  # what it says was not read, or has too many sides
        return f"{name}: {str(error).partition(': ')[2]}".rstrip(": ")
    around = [
        each
        for each in ast.walk(ast.parse(source))
        if isinstance(each, ast.stmt) and each.lineno <= lines[-1] <= each.end_lineno
    ]
    statement = min(around, key=lambda each: each.end_lineno - each.lineno)
    return f"{' '.join(ast.get_source_segment(source, statement).split())}\n{name}"


def printed(about: str) -> str:
    """What pytest prints while an equation is broken, without the numbers of lines."""
    command = [sys.executable, __file__, about]
    said = subprocess.run(
        command, env=environment(), cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    ).stdout
    _, _, shown = said.partition("FAILURES")
    shown = shown.partition("\n")[2].partition("\n=====")[0]
    return re.sub(r"(?<=\.(?:py|md)):\d+(?=:)", "", shown) + "\n"


def record() -> dict[str, object]:
    """A broken copy of each equation and the failure of its proof, and one as pytest prints it."""
    made: dict[str, object] = {}
    for proof in (proof for page in proving.load() for proof in page.equations):
        tex = one_broken(proving.equation(proof.page.name, proof.name).tex)
        made[str(proof)] = {"tex": tex, "failure": failure(proof, tex)}
    return {**made, "printed": printed(SHOWN)}


def unnoticed() -> Iterator[str]:
    """Every broken equation that its proof holds for true; a theorem works without numbers."""
    for proof in (proof for page in proving.load() for proof in page.equations):
        with blind(proof) if proof.kind == "theorem" else contextlib.nullcontext():
            for copy in broken(proving.equation(proof.page.name, proof.name).tex):
                if not notices(proof, copy):
                    yield f"{proof}: {copy}"


def main(about: str = "") -> int:
    """See above."""
    if about == "all":
        survivors = list(unnoticed())
        print(*survivors, f"{len(survivors)} were not noticed", sep="\n")
        return bool(survivors)
    if not about:
        text = json.dumps(record(), ensure_ascii=False, indent=1)
        RECORD.write_text(f"{text}\n", encoding="utf-8")
        return 0
    [proof] = [p for page in proving.load() for p in page.equations if str(p) == about]
    with saying(proof, one_broken(proving.equation(proof.page.name, proof.name).tex)):
        test = f"tests/test_truths.py::test_the_displayed_equation_is_true[{about}]"
        return pytest.main([test, "-q", "-n0", "--tb=short", "-p", "no:cacheprovider"])


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
