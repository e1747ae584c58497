"""Proofs of docs/gradient-descent.md: which way is down, and how large a step may be."""

import math

import drawn
import numpy as np
import snippet
import sympy
from proving import (
    SIGMOID,
    N,
    agree,
    d,
    draws,
    entry,
    evaluate,
    i,
    indexed,
    j,
    k,
    lines,
    proves,
    r,
    rerun,
    same,
    says,
    slope,
    stated,
    z,
)
from scipy import linalg
from snippet import numbers
from sympy import Intersection, Interval, MatrixSymbol, Rational, Sum, sqrt

RNG = np.random.default_rng(6)
X, Y = RNG.normal(size=(6, 3)), RNG.integers(2, size=6)  # random examples
PLACES = (1, 2, 3)
OR = np.array([[0, 0, 1], [0, 1, 1], [1, 0, 1], [1, 1, 1]]), np.array([0, 1, 1, 1])  # X̃ and y


def first_steps(lr):
    """Where the page's `train` starts from on the random examples, and where a step leads."""
    page = snippet.load("gradient-descent/train")
    return [page.train(X, Y, lr=lr, epochs=epochs) for epochs in (0, 1)]


def cross_entropy(w):
    """The mean loss of a neuron with weights w and no bias on the random examples."""
    page = snippet.load("gradient-descent/train")
    return page.binary_cross_entropy(Y, page.sigmoid(X @ w))


@proves(
    "gradient",
    r"""\nabla L = \left( \frac{\partial L}{\partial w_1}, \dots,
        \frac{\partial L}{\partial w_d} \right)""",
)
def _():
    # what the program's step goes against is, one by one, the slopes for each weight alone
    (start, *_), (after, *_) = first_steps(lr=1)
    gradient = start - after
    for place, nudge in enumerate(1e-5 * np.eye(3)):
        difference = cross_entropy(start + nudge) - cross_entropy(start - nudge)
        assert np.isclose(gradient[place], difference / 2e-5)
    # of all directions, none is steeper than the gradient's own
    steepest = gradient / np.linalg.norm(gradient)
    directions = RNG.normal(size=(200, 3))
    slopes = [u @ gradient / np.linalg.norm(u) for u in directions]
    assert max(slopes) < steepest @ gradient
    says("It points uphill, where the loss grows fastest.")


@proves("update", r"w \leftarrow w - \alpha\,\nabla L")
def _():
    _, mean = stated("gradient-descent", "gradient-sum")
    (start, bias, _), (after, bias_after, _) = first_steps(lr=0.3)
    p = snippet.load("gradient-descent/train").sigmoid(X @ start + bias)
    gradient = np.array([evaluate(mean, j=place, N=6, p=p, y=Y, X=X) for place in PLACES])
    assert agree(after, start - 0.3 * gradient)
    assert agree(bias_after, bias - 0.3 * np.mean(p - Y))
    says("The bias is updated in the same way, with its own slope.")
    # the longest run of the page takes nothing but such steps: on OR both weights are alike
    page = snippet.load("gradient-descent/no_finish")
    weight = bias = 0.0
    for _ in range(100_001):
        none, one, both = (1 / (1 + math.exp(-(n * weight + bias))) for n in (0, 1, 2))
        slopes = (one + both - 2) / 4, (none + 2 * one + both - 3) / 4
        weight, bias = weight - 0.5 * slopes[0], bias - 0.5 * slopes[1]
    assert agree([*page.w, page.b], [weight, weight, bias])
    says("because a sigmoid never says exactly 0 or 1.")
    assert sympy.solveset(SIGMOID, z) == sympy.solveset(SIGMOID - 1, z) == sympy.EmptySet


@proves("gradient-sum")
def _(*sides):
    assert sides == stated("derivation", "mean-gradient")  # where it is proven
    page = rerun("gradient-descent/vectorised", X=X, delta=RNG.normal(size=6))
    errors = {"p": page.delta, "y": np.zeros(6)}
    written_out = [evaluate(sides[1], j=place, N=6, X=X, **errors) for place in PLACES]
    assert agree(page.dw, page.dw_loop, written_out)
    says("a column of shape $(N, 1)$ and labels as a flat array of shape $(N,)$")
    says("returns an $(N, N)$ table without complaint")
    assert (page.y_hat - page.y).shape == (6, 6)


@proves("curvature", r"H = \frac2N \tilde X^\top \tilde X")
def _():
    # With the bias as one weight more, whose inputs are all 1, the neuron is X̃w. Its curvature
    # in place j, r is the second derivative of the mean squared error.
    row = Sum(indexed("X", i, k) * indexed("w", k), (k, 1, d))
    loss = Sum((row - indexed("y", i)) ** 2, (i, 1, N)) / N
    hessian = slope(slope(loss, indexed("w", j)), indexed("w", r))
    product = entry(MatrixSymbol("X", N, d).T * MatrixSymbol("X", N, d), j, r, over=i)
    assert same(hessian, 2 / N * product)

    page = rerun("gradient-descent/learning_rate", X=X[:, :2], y=Y)
    assert agree(page.X1 @ [1, 2, 3], X[:, :2] @ [1, 2] + 3)
    on_page = {"X": page.X1, "N": 6}
    entries = [[evaluate(2 / N * product, **on_page, j=m, r=n) for n in PLACES] for m in PLACES]
    assert agree(page.H, entries)


@proves("critical-rate", r"\alpha_{\text{crit}} = \frac{2}{\lambda_{\max}(H)}")
def _():
    # Between any two states the gradient changes by H times their distance, whatever the data are;
    # at the bottom it is zero, so elsewhere it is H times the distance from there,
    rows, labels = sympy.Matrix(4, 2, sympy.symbols("x:8")), sympy.Matrix(sympy.symbols("y:4"))
    with_ones = rows.row_join(sympy.ones(4, 1))
    state, other = (sympy.Matrix(sympy.symbols(f"{name}:3")) for name in "wv")
    errors = with_ones * state - labels
    gradient = (errors.T * errors / 4).jacobian(state).T
    H = Rational(2, 4) * with_ones.T * with_ones
    change = gradient - gradient.subs(dict(zip(state, other, strict=True)), simultaneous=True)
    assert (change - H * (state - other)).expand().is_zero_matrix
    # so a step multiplies this distance by I - αH, and its part along an eigenvector by 1 - αλ.
    says(r"each step multiplies the distance from the bottom by $1 - \alpha\lambda_{\max}$.")
    # With t for αλ: that is less than 1 in size, and the part shrinks, if t is between 0 and 2,
    t = sympy.Symbol("t", real=True)
    shrinks = sympy.solve_univariate_inequality(abs(1 - t) < 1, t, relational=False)
    assert shrinks == Interval.open(0, 2)
    says("Below the critical rate this factor lies between $-1$ and $1$;")
    # that is, if α is between 0 and 2/λ. All parts shrink if it is so for every λ, here on OR.
    ones, _ = map(sympy.Matrix, OR)
    *_, steepest = eigenvalues = sorted((Rational(2, 4) * ones.T * ones).eigenvals())
    all_shrink = Intersection(*(Interval.open(0, 2 / value) for value in eigenvalues))
    assert all_shrink == Interval.open(0, 2 / steepest)
    assert same(all_shrink.end, 8 / (7 + sqrt(33)))
    assert agree(snippet.load("gradient-descent/learning_rate").critical, float(all_shrink.end))

    # Without a bowl there need not be such a rate: the page trains with a hundred.
    says(r"a *sigmoid* neuron with cross-entropy survives $\alpha = 100$:")
    assert snippet.load("gradient-descent/big_steps").lr == 100

    # On other data the largest factor is 1 at the critical rate, too, and more only above it.
    page = rerun("gradient-descent/learning_rate", X=X[:, :2], y=Y)
    for share in (0.99, 1, 1.01):
        factors = linalg.eigvals(np.eye(3) - share * page.critical * page.H)
        assert np.sign(round(max(abs(factors)) - 1, 9)) == np.sign(share - 1)


@draws("gradient-descent/hill")
def _(figure):
    hill, steps = lines(figure).values()
    ws, heights = hill.get_data()
    assert hill.get_label() == "L(w) = (w − 3)²"
    assert agree(heights, (ws - 3) ** 2)
    assert (ws[0], ws[-1]) == (-0.5, 6.5)
    number, rate = numbers(steps.get_label())
    path, heights = steps.get_data()
    assert steps.get_marker() == "o"
    assert len(path) == number + 1
    assert agree(heights, (path - 3) ** 2)
    assert agree(np.diff(path), -rate * 2 * (path[:-1] - 3))
    says("the step is the learning rate times the slope.")
    says(r"and start at $w = 0$. The first step with $\alpha = 0.1$ leads to")
    assert (rate, round(path[1], 12)) == (0.1, 0.6)
    assert path[0] == 0
    assert path[-1] == max(path) < 3
    assert 3 - path[-1] < 0.05
    says("The parabola (w − 3)² with a dotted trail of steps from w = 0 down its left side to the")
    says("lowest point at w = 3.")
    assert all(np.diff(path, 2) < 0)
    says("The steps are long at first and shorter and shorter towards the bottom.")


@draws("gradient-descent/learning_rate")
def _(figure):
    # Along each eigenvector of H a step multiplies the distance from the bottom by 1 - αλ, and its
    # part of the loss by the square of that.
    with_ones, labels = OR
    eigenvalues, vectors = linalg.eigh(2 / 4 * with_ones.T @ with_ones)
    bottom, residual, *_ = linalg.lstsq(with_ones, labels)
    distances = vectors.T @ (0 - bottom)  # from the zeros that it starts with
    assert [*lines(figure)] == ["0.96 × critical", "1.00 × critical", "1.04 × critical"]
    for label, line in lines(figure).items():
        [share] = numbers(label)
        epochs, losses = line.get_data()
        factors = 1 - 2 * share * eigenvalues / eigenvalues[-1]
        parts = [eigenvalues / 2 @ (distances * factors**epoch) ** 2 for epoch in epochs]
        assert agree(epochs, np.arange(60))
        assert agree(losses, residual / 4 + parts)
    [axes] = figure.axes
    assert (axes.get_xlabel(), axes.get_yscale()) == ("epoch", "log")
    says("The loss over 60 epochs on a logarithmic scale for three learning rates.")

    below, at, above = (line.get_ydata() for line in lines(figure).values())
    assert agree(residual / 4, 0.0625)
    assert all(np.diff(below) < 0)
    assert below[-1] - 0.0625 < 0.0001
    says("Four per cent below the critical rate, it falls and levels off;")
    says("Below the critical rate the loss settles at 0.0625, the best that a linear neuron can do")
    assert all(abs(at / at[0] - 1) < 0.05)
    says("exactly at it, it stays near its first value;")
    assert above[-1] > 1000
    assert np.allclose(np.diff(np.log(above))[-20:], 2 * np.log(1.08), rtol=1e-2)
    says("four per cent above, it grows in a straight line, past a thousand.")


@draws("gradient-descent/bowl")
def _(figure):
    says(*drawn.bowl(figure))
