"""Every displayed equation is proven, every figure shows what it says; nothing changes alone."""

from __future__ import annotations

from collections import Counter

import proving
import pytest

EQUATIONS, FIGURES = proving.load()


@pytest.mark.parametrize("page", proving.page_names())
def test_every_displayed_equation_has_one_proof_and_every_proof_an_equation(page: str) -> None:
    """Labels on the page and proofs in its file are the same, each once."""
    found = proving.displayed(page)
    assert all(label for label, _ in found), [tex for label, tex in found if not label]
    proven = Counter(proof.name for proof in EQUATIONS if proof.page == page)
    assert Counter(label for label, _ in found) == proven


@pytest.mark.parametrize("proof", EQUATIONS, ids=lambda proof: f"{proof.page}:{proof.name}")
def test_an_equation_holds(proof: proving.Proof) -> None:
    """The equation that the page displays is the one that is proven, and the proof goes through."""
    tex = dict(proving.displayed(proof.page))[proof.name]
    if proof.tex is None:
        proof.check(*proving.read(tex))
    else:
        assert tex == proving.plain(proof.tex), "page and proof state different equations"
        proof.check()
