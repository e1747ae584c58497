"""Every equation has a readable line for the search, and no TeX can stop that."""

from __future__ import annotations

import re

import project
import pytest
from single_neuron import reading, speech

_PROJECT = reading.Project.read(project.ROOT)
_EQUATIONS = sorted({it.tex for page in _PROJECT.pages.values() for it in page.equations})


@pytest.mark.parametrize(
    ("tex", "line"),
    [
        (r"z = w \cdot x + b", "z = w·x + b"),
        (r"\frac{\partial L}{\partial w} = (\hat y-y)\,x", "∂L/∂w = (ŷ − y)x"),
        (r"\hat y = \sigma(z) = \frac{1}{1+e^{-z}}", "ŷ = σ(z) = 1/(1 + e^(−z))"),
        (r"\sigma'(z) = \tfrac14", "σ′(z) = 1/4"),
        (r"1 - \tanh^2 z", "1 − tanh² z"),
        (r"-\log 10^{-8}", "−log 10⁻⁸"),
        (r"L = \frac1N \sum_{i=1}^{N} L_i", "L = 1/N ∑_(i = 1)^N Lᵢ"),
        (r"\begin{cases} 1 & z > 0 \\ 0 & z \le 0 \end{cases}", "{1 if z > 0; 0 if z ≤ 0}"),
        (r"\begin{aligned} a &= b \\[0.4em] &= c \end{aligned}", "a = b = c"),
        (r"\begin{aligned} a = [\, & b \\ & {} + c \,] \end{aligned}", "a = [b + c]"),
        (r"\begin{aligned} & a > 0 \\ \text{and}\quad & b < 0 \end{aligned}", "a > 0; and b < 0"),
        (r"\begin{gathered} a = b \\ c = d \end{gathered}", "a = b; c = d"),
        (r"\begin{pmatrix} 1 & 2 \\ & -3 \end{pmatrix}", "(1 2; −3)"),
        (r"\begin{equation} a \tag{3} \label{b} \end{equation}", "a"),
        (r"{}^2x", "²x"),
        (r"\newcommand{\R}{\mathbb R}", ""),
        (r"a \text{ and } b", "a and b"),
    ],
)
def test_an_equation_reads_as_one_would_type_it(tex: str, line: str) -> None:
    """In one line."""
    assert speech.plain(tex) == line


@pytest.mark.parametrize("tex", _EQUATIONS)
def test_every_equation_of_the_pages_is_readable(tex: str) -> None:
    """Something is said; no TeX, no sign that cannot be seen, no bracket without its other half."""
    line = speech.plain(tex)
    assert line.strip() == line != ""
    assert re.findall(r"[\\&$\n\u00a0\u2060-\u2064\ufffd]|  |\bif if\b|_\{|\^\{", line) == []
    if "[0, " not in line:  # a half-open interval
        assert all(line.count(left) == line.count(right) for left, right in ("()", "[]", "{}"))


@pytest.mark.parametrize(
    "tex",
    [
        *("", "^", "x^", "_", r"\frac", r"\frac{1}", "{", "}}", "$", "%", "&", r"\\", "\\"),
        *(r"\text{", r"\begin{cases}", r"\end{x}", r"\left", r"\verb|", r"\hat", r"\nosuch{x}[y]"),
        *("{" * 5000, "x^{" * 2000, r"\frac{1}{" * 2000, r"\sqrt" * 3000, "\0", "\ud800"),
    ],
    ids=lambda tex: ascii(tex[:12]),
)
def test_no_tex_ends_the_build(tex: str) -> None:
    """Neither what is unfinished nor what is nested beyond all measure."""
    assert isinstance(speech.plain(tex), str)
