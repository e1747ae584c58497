"""Read in order, no page uses a term, a symbol or an idiom of NumPy before it is introduced."""

from __future__ import annotations

import re

import pytest
import wording
from project import tested
from single_neuron.pages import Page

# Each term, and the chapter that says what it means.
TERMS = {
    "neuron": "activation;bias;feature;input;output;pre-activation;prediction;weight",
    "line": "affine;decision boundary;hyperplane;intercept;label;truth table;XOR",
    "non-linearity": "hidden layer;layer;ReLU;universal approximation",
    "tools": "broadcasting;derivative;surprise;tangent;transpose",
    "activations": "Jacobian;logit;multi-class;saturated;sigmoid;softmax;vanishing gradient",
    "loss": "cross-entropy;likelihood;margin;nat;one-hot;outlier;regression",
    "network": "backpropagation;forward pass;hidden neuron",
    "gradient-descent": "convex;eigenvalue;epoch;overfitting;random start;separable",
    "derivation": "central difference",
}
SYMBOLS = {
    r"\sigma": "activations",
    r"\partial": "tools",
    r"\log": "tools",
    r"\nabla": "gradient-descent",
}
IDIOMS = {
    "@": "neuron",
    ".astype": "line",
    "np.maximum": "non-linearity",
    ".T": "tools",
    "[:, None]": "tools",
    ".mean(": "tools",
    "np.where": "activations",
    "np.outer": "activations",
    "axis=": "loss",
    "np.logaddexp": "cross-entropy",
}


def chapters() -> list[Page]:
    """The chapters in reading order: what the navigation numbers."""
    return [tested().pages[entry.uri] for entry in tested().nav if entry.chapter]


def _code(page: Page) -> str:
    scripts = (include for include in page.includes if include.path.endswith(".py"))
    return "\n".join(map(tested().part, scripts))


def _before(name: str) -> list[Page]:
    names = [page.name for page in chapters()]
    return chapters()[: names.index(name)]


@pytest.mark.parametrize(
    ("term", "page"), [(term, page) for page, listed in TERMS.items() for term in listed.split(";")]
)
def test_a_term_is_introduced_before_it_is_used(term: str, page: str) -> None:
    """By the chapter that explains it; an earlier one leads there."""
    pattern = re.compile(rf"\b{re.escape(term)}(?:s|es|d)?\b", re.I)
    there = wording.prose(tested().pages[f"{page}.md"])
    assert pattern.search(there), f"docs/{page}.md does not say {term}"
    for earlier in _before(page):
        for found in pattern.finditer(wording.prose(earlier)):
            line = wording.line_at(earlier.text, found.start())
            leads = [link for link in earlier.links if link.line == line and link.path]
            message = f"docs/{earlier.uri}:{line} says {term} before docs/{page}.md explains it"
            assert leads, message


@pytest.mark.parametrize(("symbol", "page"), SYMBOLS.items())
def test_a_symbol_is_introduced_before_it_is_used(symbol: str, page: str) -> None:
    """In the equations of an earlier chapter it does not stand."""
    pattern = re.compile(re.escape(symbol) + r"(?![A-Za-z])")
    assert any(pattern.search(e.tex) for e in tested().pages[f"{page}.md"].equations)
    for earlier in _before(page):
        lines = [e.line for e in earlier.equations if pattern.search(e.tex)]
        assert lines == [], f"docs/{earlier.uri} uses {symbol} before docs/{page}.md brings it"


@pytest.mark.parametrize(("idiom", "page"), IDIOMS.items())
def test_an_idiom_of_numpy_is_introduced_before_it_is_used(idiom: str, page: str) -> None:
    """In the code of an earlier chapter it does not stand."""
    assert idiom in _code(tested().pages[f"{page}.md"])
    early = [earlier.name for earlier in _before(page) if idiom in _code(earlier)]
    assert early == [], f"{idiom} is used before docs/{page}.md brings it"
