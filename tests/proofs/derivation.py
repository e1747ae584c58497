"""Proofs of the equations in docs/derivation.md."""

import sympy
from proving import SIGMOID, p, proves, same, y, z
from sympy import diff, exp, log

LOSS = -(y * log(p) + (1 - y) * log(1 - p))


@proves("setup-prediction", r"\hat y = \sigma(z) = \frac{1}{1+e^{-z}}")
def _():
    # the sigmoid is the one function that starts at 1/2 and has the slope f(1 - f)
    assert SIGMOID.subs(z, 0) == sympy.Rational(1, 2)
    assert same(diff(SIGMOID, z), SIGMOID * (1 - SIGMOID))


@proves("common-denominator")
def _(*sides):
    assert same(*sides, diff(LOSS, p))


@proves("sigmoid-split")
def _(*sides):
    assert same(*sides, diff(SIGMOID, z))


@proves("sigmoid-complement")
def _(*sides):
    assert same(*sides, where={p: SIGMOID})
