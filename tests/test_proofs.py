"""Every proof finds what is wrong with its equation, and says rightly of which kind it is.

Here it is given two wrong equations; `python tests/breaking.py all` makes all that there are.
"""

from __future__ import annotations

import contextlib
import inspect
import json
from pathlib import Path
from textwrap import indent
from types import CodeType, FunctionType

import breaking
import project
import proving
import pytest
import wording
from algebra import SIGMOID
from breaking import blind, broken, notices, one_broken
from bs4 import BeautifulSoup
from proving import Page, Proof
from single_neuron import truths
from single_neuron.reading import Project
from sympy import Indexed, Symbol, tanh
from sympy.codegen.ast import Assignment
from sympy.core.function import AppliedUndef

PROOFS = [proof for page in proving.load() for proof in page.equations]
KINDS = {"theorem": "Theorem", "definition": "Definition", "check": "Numerical check"}
RECORD = json.loads(breaking.RECORD.read_text(encoding="utf-8"))
ASKED = (  # of a proof, as docs/checks.md has it
    "each proof is given wrong equations, and must find them wrong; a theorem must find them"
    " without comparing rounded numbers."
)
AGAIN = "run `python tests/breaking.py`, and look at what changed"

# What a definition may have on its left; σ(z) is written out by the reader of equations.
_NAMES = Symbol | Indexed | AppliedUndef | tanh

every_proof = pytest.mark.parametrize("proof", PROOFS, ids=str)


def of_kind(kind: str) -> pytest.MarkDecorator:
    """Those of a kind."""
    return pytest.mark.parametrize("proof", [p for p in PROOFS if p.kind == kind], ids=str)


def _tex(proof: Proof) -> str:
    return proving.equation(proof.page.name, proof.name).tex


@pytest.mark.slow
@every_proof
def test_the_proof_finds_what_is_wrong(proof: Proof) -> None:
    """Though there is one copy of the equation, and no other to compare it with. A theorem needs
    no rounded number for it: what it says is derived.
    """
    copies = broken(_tex(proof))
    with blind(proof) if proof.kind == "theorem" else contextlib.nullcontext():
        for copy in copies[:: -(-len(copies) // 2)]:
            assert notices(proof, copy), f"{proof} proves this as well: {copy}"


def test_the_page_says_what_is_asked_of_a_proof() -> None:
    """Just that."""
    assert ASKED in wording.spoken(project.tested().pages["checks.md"].text)


@pytest.mark.slow
@every_proof
def test_the_failure_that_the_site_shows_is_real(proof: Proof) -> None:
    """Its broken copy fails, just so."""
    copy = one_broken(_tex(proof))
    found = {"tex": copy, "failure": breaking.failure(proof, copy)}
    assert RECORD.get(str(proof)) == found, AGAIN


@pytest.mark.slow
def test_the_printed_failure_is_what_the_tests_print() -> None:
    """To the letter, but for the numbers of lines."""
    assert RECORD["printed"] == breaking.printed(breaking.SHOWN), AGAIN


def test_nothing_else_is_recorded() -> None:
    """Of no equation that is gone."""
    assert set(RECORD) == {*map(str, PROOFS), "printed"}, AGAIN


@every_proof
def test_the_proof_says_what_it_establishes(proof: Proof) -> None:
    """In one sentence."""
    sentence = inspect.getdoc(proof.check) or ""
    assert sentence.endswith("."), f"{proof}: begin its body with a sentence"
    assert ". " not in sentence, f"{proof}: one sentence"


# Its kind


@of_kind("definition")
def test_a_definition_names_something_and_its_code_is_run(proof: Proof) -> None:
    """On the left stands a name, but not that of a slope, which would have to be derived."""
    name, *_ = proving.stated(proof.page.name, proof.name)
    name = name.lhs if isinstance(name, Assignment) else name
    assert isinstance(name, _NAMES) or name == SIGMOID, f"{proof}: {name} is no name"
    assert not set("∂'") & set(str(name)), f"{proof}: {name} is a slope, so this is a theorem"
    assert _reaches(proof.check, {"load", "rerun"}), f"{proof} runs no code of its page"


def _reaches(function: FunctionType, names: set[str]) -> bool:
    """Whether a function uses one of these names, or another function of its file that does."""
    waiting, seen = [function.__code__], set()
    while waiting:
        code = waiting.pop()
        inner = [each for each in code.co_consts if isinstance(each, CodeType)]
        called = {*code.co_names, *code.co_freevars} - seen
        if called & names:
            return True
        seen |= called
        others = (inspect.unwrap(function.__globals__.get(each, None)) for each in called)
        waiting += [*inner, *(f.__code__ for f in others if inspect.isfunction(f))]
    return False


@of_kind("check")
def test_a_numerical_check_says_where_it_looked(proof: Proof) -> None:
    """At how many numbers, which it yields, and how near they are."""
    assert proof.on
    assert proof.points > 0
    assert 0 < proof.within <= 0.1
    assert inspect.isgeneratorfunction(proof.check)


# What readers see of it


@every_proof
def test_the_page_of_proofs_shows_equation_kind_sentence_and_the_way_back(proof: Proof) -> None:
    """And one broken copy with its failure."""
    text = project.filled().pages[f"proofs/{proof.page.name}.md"].text
    _, _, part = text.partition(f"## {KINDS[proof.kind]}: {proof.name} {{ #{proof.name} }}\n")
    part = part.partition("\n## ")[0]
    assert f"$$\n{_tex(proof)}\n$$" in part
    assert " ".join(inspect.getdoc(proof.check).split()) in part
    assert f".md#mjx-eqn:{proof.name})" in part
    if proof.kind == "check":
        assert f"On {proof.on}: {proof.points} numbers" in part
    for copied in RECORD[str(proof)].values():
        assert indent(copied, "    ") in part


@pytest.mark.parametrize("page", [page for page in proving.load() if page.equations], ids=str)
def test_every_mark_says_of_which_kind_the_proof_is(page: Page, site: Path) -> None:
    """In its title, which is its name for a screen reader too."""
    html = (site / page.name / "index.html").read_text(encoding="utf-8")
    marks = BeautifulSoup(html, "html.parser").select(".proven > .checked")
    names = sorted(f"{KINDS[proof.kind]}, checked: {proof.name}" for proof in page.equations)
    for attribute in ("title", "aria-label"):
        assert sorted(mark[attribute] for mark in marks) == names


def test_a_label_that_is_changed_ends_no_build() -> None:
    """Its proof is published all the same, without the broken copy of what is not there."""
    path = project.ROOT / "docs" / "network.md"
    text = path.read_text(encoding="utf-8")
    changed = {path: text.replace("label{loop-chain}", "label{loop-chained}")}
    pages = truths.publish(Project.read(project.ROOT, changed=changed)).pages
    whole = truths.publish(project.tested()).pages
    counts = [made["proofs/network.md"].count("Break it") for made in (whole, pages)]
    assert counts[1] == counts[0] - 1
    assert "loop-chain" in pages["proofs/network.md"]


def test_how_many_there_are_is_counted() -> None:
    """By the build, on the page that says how this site is checked."""
    numbers = [sum(p.kind == kind for p in PROOFS) for kind in KINDS]
    pages = proving.load()
    shown = {
        include.path
        for page in project.tested().pages.values()
        for include in page.includes
        if include.path.endswith(".txt")
    }
    figures = sum(len(page.figures) for page in pages)
    claims = sum(len(page.claimed) for page in pages)
    assert (
        "{} theorems, {} definitions and {} numerical checks behind the equations, {} outputs, "
        "{} figures, and {} claims in words".format(*numbers, len(shown), figures, claims)
        in " ".join(project.filled().pages["checks.md"].text.split())
    )
