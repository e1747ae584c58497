"""What docs/notation.md says is true."""

import math
import re

import numpy as np
from algebra import SIGMOID, K, N, d, i, j, k, rounds, z
from neuron import trained
from oracle import CORNERS
from project import tested
from proving import Page, stated
from reading import symbol
from scipy import special
from snippet import SNIPPETS, default, load
from sympy import Interval, Rational, S, Sum, oo, solve
from sympy.calculus.util import function_range

page = Page("notation")


# What only shapes an equation, and is no symbol.
_SHAPING = (
    r"bigl bigr left right frac tfrac dfrac cdot dots qquad quad text label begin end lvert rvert"
)
_TOKEN = re.compile(r"\\(?:hat|tilde)\s*\{?[A-Za-z]\}?|\\[A-Za-z]+|[A-Za-z]")
_WORDS = re.compile(r"\\(?:text|label|begin|end|operatorname)\{[^}]*\}")


def symbols(tex: str) -> set[str]:
    """The letters and signs of an equation, without words, shaping and what a hat stands on."""
    found = (re.sub(r"[{}\s]", "", each) for each in _TOKEN.findall(_WORDS.sub(" ", tex)))
    return {each for each in found if each.lstrip("\\") not in _SHAPING.split()}


def all_listed() -> bool:
    """Whatever the equations of all pages are made of stands in the first column of the table."""
    rows = re.findall(r"^\| (.+?) \| .+ \|$", page.source.text, re.M)
    listed = set().union(*(symbols(tex) for row in rows for tex in re.findall(r"\$(.+?)\$", row)))
    used = {
        (source.uri, each)
        for source in tested().pages.values()
        for equation in source.equations
        for each in symbols(equation.tex)
    }
    missing = sorted((uri, each) for uri, each in used if each not in listed)
    assert missing == [], f"docs/notation.md does not list {missing}"
    assert len(used) > 100
    return True


def entry_by_entry() -> bool:
    """Of a list, each function is that of every entry alone."""
    z = np.linspace(-3, 3, 7)
    sigmoid = load("or-gate/program").sigmoid
    return all(np.array_equal(f(z), [f(each) for each in z]) for f in (sigmoid, np.tanh))


def counts(page: str, label: str) -> set[tuple]:
    """What the sums of an equation run over."""
    sums = set().union(*(side.atoms(Sum) for side in stated(page, label)))
    return {tuple(limits) for each in sums for limits in each.limits}


def diagonal_of_curvatures() -> bool:
    """With that D, the curvatures of the cross-entropy are those of central differences."""
    draw, h = np.random.default_rng(1), 1e-4
    X1, y, v = draw.normal(size=(6, 3)), draw.integers(2, size=6), draw.normal(size=3)

    def slopes(v: np.ndarray) -> np.ndarray:
        return X1.T @ (special.expit(X1 @ v) - y) / 6

    y_hat = special.expit(X1 @ v)
    exact = X1.T @ np.diag(y_hat * (1 - y_hat)) @ X1 / 6
    found = [(slopes(v + h * u) - slopes(v - h * u)) / (2 * h) for u in np.eye(3)]
    return np.allclose(found, exact, atol=1e-8)


def two_curvatures() -> bool:
    """H of the squared error, and of the cross-entropy on XOR, as the programs have it."""
    s, t = load("gradient-descent/learning_rate"), load("limits/critical")
    squared = np.array_equal(s.H, 2 / 4 * s.X1.T @ s.X1)
    return squared and np.array_equal(t.H, 1 / (4 * 4) * t.X1.T @ t.X1)


page.claims(
    {
        "Every symbol that an equation of these pages uses stands in the first table": all_listed,
        r"| $\frac{d^2L}{dt^2}$ | how fast the slope of $L$ changes along a line |": lambda: any(
            e.label == "convexity" and e.tex.startswith(r"\frac{d^2L}{dt^2} =")
            for e in tested().pages["gradient-descent.md"].equations
        ),
        "the sigmoid function; of a list, entry by entry": entry_by_entry,
        "index of an example, from 1 to $N$ | | `i`, from 0 |": lambda: (
            counts("derivation", "mean-loss") == {(i, 1, N)}
        ),
        "index of a feature or a hidden neuron, from 1 | | `j`, from 0 |": lambda: (
            counts("derivation", "setup-sum") == {(j, 1, d)}
        ),
        "indices of classes, from 1 to $K$; in chapter 14 $k$ is that of an input"
        " | | `k`, from 0 |": lambda: (
            counts("loss", "cce") == {(i, 1, N), (k, 1, K)}
            and "x_k" in tested().pages["layers.md"].text
        ),
        "A class is counted from 1 in equations, and from 0 in code.": lambda: (
            min(load("loss/sparse_categorical_cross_entropy").y) == 0
            and (k, 1, K) in counts("loss", "cce")
        ),
        "all weights and the bias in one vector | `(d + 1,)` |": lambda: (
            trained().shape == (2 + 1,)
        ),
        "with respect to all weights, or to the weights and the bias | `(d,)`, `(d + 1,)`": (
            lambda: (
                (load("derivation/gradient").dw.shape, load("derivation/gradient").numeric.shape)
                == ((2,), (2 + 1,))
            )
        ),
        "0 or 1, a number, a class, or for the hinge loss $-1$ or $+1$": lambda: (
            set(load("or-gate/program").y) == {0, 1} and set(load("loss/hinge").y) == {-1, 1}
        ),
        r"the numbers $\hat y_i(1 - \hat y_i)$ on a diagonal, zeros elsewhere": (
            diagonal_of_curvatures
        ),
        "$-1$, 0 or $+1$: the sign of a number": lambda: (
            np.sign([-9, -0.1, 0, 0.1, 9]).tolist() == [-1, -1, 0, 1, 1]
        ),
        r"$(0, 1)$, $[0, \infty)$ | all numbers between the ends: a round bracket leaves its end": (
            lambda: (
                function_range(SIGMOID, z, S.Reals) == Interval.open(0, 1) and 0 in Interval(0, oo)
            )
        ),
        "$z_{00}$ the sum of row 00.": lambda: (
            symbol("z_00")
            in set().union(*(side.free_symbols for side in stated("limits", "xor-one-line")))
        ),
        r"$a^{[1]}_2$ is neuron 2 of layer 1. In code, `a1` is the whole layer.": lambda: (
            stated("layers", "by-hand-second")[0] == symbol("a[1]_2")
            and load("layers/by_hand").a1.shape == (4, 2)
        ),
        "In figures, a₁ and a₂ stand for the two hidden neurons, $a^{[1]}_1$ and": lambda: (
            [it.get_xlabel() for it in load("layers/hidden_plane").figures[0].axes] == ["x₁", "a₁"]
            and not any("^{(" in it.read_text("utf-8") for it in SNIPPETS.rglob("*.py"))
        ),
        r"$H$ is $\frac2N\tilde X^\top\tilde X$ for the squared error of a linear neuron, and"
        r" $\frac1{4N}\tilde X^\top\tilde X$ for the cross-entropy": two_curvatures,
        "(0, 1) is an interval, or the corner with $x_1 = 0$ and $x_2 = 1$.": lambda: (
            (0, 1) in CORNERS and SIGMOID.subs(z, 0) in Interval.open(0, 1)
        ),
        "`dz2` in the network is that divided by $N$": lambda: (
            "dz2 = (y_hat - y) / len(y)" in tested().text(SNIPPETS / "layers/xor_network.py")
        ),
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
