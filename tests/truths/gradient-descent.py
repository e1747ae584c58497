"""What docs/gradient-descent.md says is true: which way is down, and how large a step may be."""

import math
import re

import numpy as np
import sympy
from algebra import SIGMOID, N, agree, d, entry, evaluate, i, j, k, r, rounds, same, slope, w, z
from drawings import lines
from neuron import WITH_ONES, answers, labels, or_loss, slows
from oracle import OR
from proving import Page, stated
from reading import indexed
from scipy import linalg, special
from snippet import default, load, numbers, prints, rerun
from sympy import Intersection, Interval, MatrixSymbol, Rational, Sum, diff, sqrt

page = Page("gradient-descent")

RNG = np.random.default_rng(6)
X, Y = RNG.normal(size=(6, 3)), RNG.integers(2, size=6)  # random examples
PLACES = (1, 2, 3)
ROWS = WITH_ONES, np.array(labels(OR))  # X̃ and y


def first_steps(lr):
    """Where the page's `train` starts from on the random examples, and where a step leads."""
    program = load("gradient-descent/train")
    return [program.train(X, Y, lr=lr, epochs=epochs) for epochs in (0, 1)]


def cross_entropy(w):
    """The mean loss of a neuron with weights w and no bias on the random examples."""
    program = load("gradient-descent/train")
    return program.binary_cross_entropy(Y, program.sigmoid(X @ w))


@page.proves(
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
    page.says("It points uphill, where the loss grows fastest.")


@page.proves("update", r"w \leftarrow w - \alpha\,\nabla L")
def _():
    _, mean = stated("gradient-descent", "gradient-sum")
    (start, bias, _), (after, bias_after, _) = first_steps(lr=0.3)
    p = load("gradient-descent/train").sigmoid(X @ start + bias)
    gradient = np.array([evaluate(mean, j=place, N=6, p=p, y=Y, X=X) for place in PLACES])
    assert agree(after, start - 0.3 * gradient)
    assert agree(bias_after, bias - 0.3 * np.mean(p - Y))
    page.says("The bias is updated in the same way, with its own slope.")
    # the longest run of the page takes nothing but such steps: on OR both weights are alike
    program = load("gradient-descent/no_finish")
    weight = bias = 0.0
    for _ in range(100_001):
        none, one, both = (1 / (1 + math.exp(-(n * weight + bias))) for n in (0, 1, 2))
        slopes = (one + both - 2) / 4, (none + 2 * one + both - 3) / 4
        weight, bias = weight - 0.5 * slopes[0], bias - 0.5 * slopes[1]
    assert agree([*program.w, program.b], [weight, weight, bias])
    page.says("because a sigmoid never says exactly 0 or 1.")
    assert sympy.solveset(SIGMOID, z) == sympy.solveset(SIGMOID - 1, z) == sympy.EmptySet


@page.proves("gradient-sum")
def _(*sides):
    assert sides == stated("derivation", "mean-gradient")  # where it is proven
    program = rerun("gradient-descent/vectorised", X=X, delta=RNG.normal(size=6))
    errors = {"p": program.delta, "y": np.zeros(6)}
    written_out = [evaluate(sides[1], j=place, N=6, X=X, **errors) for place in PLACES]
    assert agree(program.dw, program.dw_loop, written_out)
    page.says("a column of shape $(N, 1)$ and labels as a flat array of shape $(N,)$")
    page.says("returns an $(N, N)$ table without complaint")
    assert (program.y_hat - program.y).shape == (6, 6)


@page.proves("curvature", r"H = \frac2N \tilde X^\top \tilde X")
def _():
    # With the bias as one weight more, whose inputs are all 1, the neuron is X̃w. Its curvature
    # in place j, r is the second derivative of the mean squared error.
    row = Sum(indexed("X", i, k) * indexed("w", k), (k, 1, d))
    loss = Sum((row - indexed("y", i)) ** 2, (i, 1, N)) / N
    hessian = slope(slope(loss, indexed("w", j)), indexed("w", r))
    product = entry(MatrixSymbol("X", N, d).T * MatrixSymbol("X", N, d), j, r, over=i)
    assert same(hessian, 2 / N * product)

    program = rerun("gradient-descent/learning_rate", X=X[:, :2], y=Y)
    assert agree(program.X1 @ [1, 2, 3], X[:, :2] @ [1, 2] + 3)
    on_page = {"X": program.X1, "N": 6}
    entries = [[evaluate(2 / N * product, **on_page, j=m, r=n) for n in PLACES] for m in PLACES]
    assert agree(program.H, entries)


@page.proves("critical-rate", r"\alpha_{\text{crit}} = \frac{2}{\lambda_{\max}(H)}")
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
    page.says(r"each step multiplies the distance from the bottom by $1 - \alpha\lambda_{\max}$.")
    # With t for αλ: that is less than 1 in size, and the part shrinks, if t is between 0 and 2,
    t = sympy.Symbol("t", real=True)
    shrinks = sympy.solve_univariate_inequality(abs(1 - t) < 1, t, relational=False)
    assert shrinks == Interval.open(0, 2)
    page.says("Below the critical rate this factor lies between $-1$ and $1$;")
    # that is, if α is between 0 and 2/λ. All parts shrink if it is so for every λ, here on OR.
    ones, _ = map(sympy.Matrix, ROWS)
    *_, steepest = eigenvalues = sorted((Rational(2, 4) * ones.T * ones).eigenvals())
    all_shrink = Intersection(*(Interval.open(0, 2 / value) for value in eigenvalues))
    assert all_shrink == Interval.open(0, 2 / steepest)
    assert same(all_shrink.end, 8 / (7 + sqrt(33)))
    assert agree(load("gradient-descent/learning_rate").critical, float(all_shrink.end))

    # Without a bowl there need not be such a rate: the page trains with a hundred.
    page.says(r"a *sigmoid* neuron with cross-entropy survives $\alpha = 100$:")
    assert load("gradient-descent/big_steps").lr == 100

    # On other data the largest factor is 1 at the critical rate, too, and more only above it.
    program = rerun("gradient-descent/learning_rate", X=X[:, :2], y=Y)
    for share in (0.99, 1, 1.01):
        factors = linalg.eigvals(np.eye(3) - share * program.critical * program.H)
        assert np.sign(round(max(abs(factors)) - 1, 9)) == np.sign(share - 1)


@page.draws("gradient-descent/hill")
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
    page.says("the step is the learning rate times the slope.")
    page.says(r"and start at $w = 0$. The first step with $\alpha = 0.1$ leads to")
    assert (rate, round(path[1], 12)) == (0.1, 0.6)
    assert path[0] == 0
    assert path[-1] == max(path) < 3
    assert 3 - path[-1] < 0.05
    page.says("The parabola (w − 3)² with a dotted trail of steps from w = 0 down its left side")
    page.says("lowest point at w = 3.")
    assert all(np.diff(path, 2) < 0)
    page.says("The steps are long at first and shorter and shorter towards the bottom.")


@page.draws("gradient-descent/learning_rate")
def _(figure):
    # Along each eigenvector of H a step multiplies the distance from the bottom by 1 - αλ, and its
    # part of the loss by the square of that.
    with_ones, right = ROWS
    eigenvalues, vectors = linalg.eigh(2 / 4 * with_ones.T @ with_ones)
    bottom, residual, *_ = linalg.lstsq(with_ones, right)
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
    page.says("The loss over 60 epochs on a logarithmic scale for three learning rates.")

    below, at, above = (line.get_ydata() for line in lines(figure).values())
    assert agree(residual / 4, 0.0625)
    assert all(np.diff(below) < 0)
    assert below[-1] - 0.0625 < 0.0001
    page.says("Four per cent below the critical rate, it falls and levels off;")
    page.says("Below the critical rate the loss settles at 0.0625, the best that a linear neuron")
    page.says("the least possible is 0.0625.")
    assert all(abs(at / at[0] - 1) < 0.05)
    page.says("exactly at it, it stays near its first value;")
    assert above[-1] > 1000
    assert np.allclose(np.diff(np.log(above))[-20:], 2 * np.log(1.08), rtol=1e-2)
    page.says("four per cent above, it grows in a straight line, past a thousand.")


@page.draws("gradient-descent/bowl")
def _(figure):
    """Contours and paths of a linear neuron, and the bottom that least squares finds."""
    with_ones, right = ROWS
    bottom, *_ = np.linalg.lstsq(with_ones, right)
    across = {}
    for axes, lr in zip(figure.axes, (0.3, 0.6, 0.65), strict=True):
        assert axes.get_title() == f"α = {lr}"
        path, point = axes.lines
        assert agree(*point.get_xydata(), bottom[[0, 2]])
        assert (axes.get_xlim(), axes.get_ylim()) == ((-1, 2), (-1, 1.6))
        assert axes.get_xlabel() == "w₁ = w₂"
        state, wanted = np.zeros(3), []
        for _ in range(61):
            wanted.append(state[[0, 2]])
            assert agree(state[0], state[1])
            state = state - lr * with_ones.T @ (with_ones @ state - right) / 2
        assert np.allclose(path.get_xydata(), wanted, rtol=1e-9)
        [contours] = axes.collections
        assert agree(contours.levels - 1 / 16, [0.02, 0.1, 0.3, 0.7, 1.3, 2.1, 3.1])
        for level, ring in zip(contours.levels, contours.get_paths(), strict=True):
            heights = [
                np.mean((with_ones @ [w, w, b] - right) ** 2) for w, b in ring.vertices[:-1]
            ]
            assert np.allclose(heights, level, rtol=0.05, atol=0.01)
        _, axis = np.linalg.eigh(with_ones.T @ with_ones)
        steepest = axis[[0, 2], -1] * [2, 1]  # both weights move alike
        across[lr] = (np.array(wanted) - bottom[[0, 2]]) @ steepest
    assert [axes.get_ylabel() for axes in figure.axes] == ["b", "", ""]
    program = load("gradient-descent/bowl")  # the contours fill the picture
    assert (program.w[0], program.w[-1], program.b[0, 0], program.b[-1, 0]) == (-1, 2, -1, 1.6)
    assert abs(across[0.3][1]) < 0.05 * abs(across[0.3][0])
    for lr in (0.6, 0.65):
        assert np.all(across[lr][:-1] * across[lr][1:] < 0)
    assert np.all(np.diff(abs(across[0.6])) < 0)
    assert np.all(np.diff(abs(across[0.65])) > 0)
    page.says("With α = 0.3 the path runs straight to the valley and along it to the bottom.")
    page.says("With α = 0.6 it zigzags across the valley with ever shorter steps.")
    page.says("With α = 0.65 the steps grow and leave the picture.")
    page.says("and 60 steps of training. From this start both weights stay equal")
    page.says("both weights get the same gradient at each step")


def bowl_rates() -> bool:
    """The rates that are drawn, and how many steps of each."""
    drawn = re.findall(r"α = (\S+): loss after (\d+) steps", load("gradient-descent/bowl").stdout)
    return drawn == [("0.3", "60"), ("0.6", "60"), ("0.65", "60")] and (
        default("gradient-descent/bowl", "descend", "steps") == 60
    )


def doubling_helps() -> bool:
    """Neurons that have OR right: with all doubled none is less sure, and the loss is less."""
    drawn = np.random.default_rng(0).normal(size=(5000, 3))
    able = [state for state in drawn if answers(state) == labels(OR)]
    able += [np.array([1.0, 2.0, 0.0])]  # where one answer, at z = 0, stays as it is
    sure = [[abs(special.expit(WITH_ONES @ (c * s)) - 0.5) for s in able] for c in (1, 2)]
    lower = all(or_loss(2 * state) < or_loss(state) for state in able)
    return len(able) > 100 and lower and bool(np.all(np.array(sure[1]) >= sure[0]))


def bowl_losses() -> bool:
    """After 60 steps."""
    ends = [load("gradient-descent/bowl").descend(lr)[1] for lr in (0.3, 0.6, 0.65)]
    return rounds(ends, "0.06250016", "0.06251009", "2494.36")


def bowl_factors() -> bool:
    """What a step multiplies the distance by, along the steepest direction."""
    steepest = np.linalg.eigvalsh(load("gradient-descent/learning_rate").H)[-1]
    factors = [1 - lr * steepest for lr in (0.3, 0.6, 0.65)]
    return rounds([steepest, *factors], "3.1861", "0.044", "-0.912", "-1.071")


page.claims(
    {
        "Then press *100* with 0.75 until the numbers end": lambda: (
            1200 * math.log10(abs(1 - 0.75 * (7 + math.sqrt(33)) / 4)) > 154  # squared: 1e308
        ),
        "Take $L(w) = (w-3)^2$, with the slope $2(w-3)$": lambda: same(
            diff((w - 3) ** 2, w), 2 * (w - 3)
        ),
        "The loss falls from 0.3682 to below 0.09, quickly at first and then more and": lambda: (
            rounds(load("gradient-descent/train").losses[0], "0.3682")
            and load("gradient-descent/train").losses[-1] < 0.09
            and slows(load("gradient-descent/train").losses[::100])
        ),
        "The loss jumps up once, and then it is almost zero.": lambda: (
            [float(f"{loss:.0e}") for loss in prints("gradient-descent/big_steps")[1::2]]
            == [0.7, 6, 0.2, 3e-6]
        ),
        r"each example's $\hat y - y$ lies between $-1$ and $1$": lambda: all(
            -1 < special.expit(s) - label < 1 for s in (-30, 0, 30) for label in (0, 1)
        ),
        "multiplying all weights and the bias by two makes no answer less": doubling_helps,
        "The critical rate is 0.6277.": lambda: rounds(8 / (7 + math.sqrt(33)), "0.6277"),
        r"What will the path look like with $\alpha = 0.3$, with 0.6, and with 0.65? Which of the"
        " three has the smallest loss after 60 steps?": bowl_rates,
        r"by $1 - \alpha\lambda_{\max}$, where $\lambda_{\max} \approx 3.1861$. With 0.3 that is"
        " 0.044:": bowl_factors,
        "With 0.6 it is $-0.912$": bowl_factors,
        "With 0.65 it is $-1.071$": bowl_factors,
        "After 60 steps the loss is 0.06250016 with 0.3, 0.06251009 with 0.6, and 2494.36 with"
        " 0.65.": bowl_losses,
    }
)
