"""What docs/notation.md says is true."""

import math

from algebra import SIGMOID, rounds, z
from proving import Page
from snippet import default, load
from sympy import Rational, solve

page = Page("notation")


page.claims(
    {
        "base of the natural logarithm, about 2.718": lambda: rounds(math.e, "2.718"),
        "small number inside a logarithm, $10^{-8}$": lambda: (
            default("or-gate/program", "binary_cross_entropy", "eps") == 1e-8
        ),
        "with a column of ones for the bias | `(N, d + 1)` |": lambda: (
            load("gradient-descent/learning_rate").X1.shape == (4, 2 + 1)
        ),
        "| curvatures of the loss | `(d + 1, d + 1)` |": lambda: (
            load("gradient-descent/learning_rate").H.shape == (2 + 1, 2 + 1)
        ),
        "vector that is 1 in place $j$ and 0 elsewhere": lambda: (
            load("derivation/gradient").u.tolist() == [0, 1]  # for the second of two weights
        ),
        "For one neuron: where $z = 0$.": lambda: solve(SIGMOID - Rational(1, 2), z) == [0],
        "for a label $y$ of $-1$ or $+1$:": lambda: set(load("loss/hinge").y) == {-1, 1},
        "(With logarithms to the base 2 it would be the bit.)": lambda: -math.log2(0.5) == 1,
        "A label as a row that is 1 for the right class and 0 for all others.": lambda: all(
            sorted(row) == [0, 0, 1] for row in load("loss/categorical_cross_entropy").Y.tolist()
        ),
    }
)
