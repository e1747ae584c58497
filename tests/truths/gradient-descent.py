"""What docs/gradient-descent.md says is true: which way is down, and how large a step may be."""

import functools
import itertools
import math
import re

import numpy as np
import sympy
from algebra import (
    SIGMOID,
    N,
    agree,
    alpha,
    d,
    entry,
    evaluate,
    i,
    in_matrices,
    j,
    k,
    p,
    r,
    rounds,
    same,
    slope,
    w,
    z,
)
from drawings import lines
from neuron import WITH_ONES, answers, falls, labels, or_loss, slows
from oracle import CORNERS, OR, XOR
from proving import Page, stated
from reading import ABOUT, indexed, symbol
from scipy import linalg, special
from snippet import default, load, numbers, prints, rerun
from sympy import Interval, MatrixSymbol, Rational, Sum, diff, exp, log, sqrt

page = Page("gradient-descent")

RNG = page.rng
X, Y = RNG.normal(size=(6, 3)), RNG.integers(2, size=6)  # random examples
PLACES = (1, 2, 3)
ROWS = WITH_ONES, np.array(labels(OR))  # X̃ and y
HILL_RATES = (0.1, 0.9, 1.0, 1.1)


def first_steps(lr):
    """Where the page's `train` starts from on the random examples, and where a step leads."""
    program = load("gradient-descent/train")
    return [program.train(X, Y, lr=lr, epochs=epochs) for epochs in (0, 1)]


def cross_entropy(w):
    """The mean loss of a neuron with weights w and no bias on the random examples."""
    program = load("gradient-descent/train")
    return program.binary_cross_entropy(Y, program.sigmoid(X @ w))


@page.definition("gradient")
def _(gradient, listed):
    """The page's program steps against these slopes, from the first weight to the last; of two
    thousand other directions none is as steep.
    """
    # what the page lists, from the first weight to the last
    assert [str(gradient), *map(str, listed)] == ["∇L", "∂L/∂w_1", "…", "∂L/∂w_d"]
    # is what the program's step goes against: one by one, the slopes for each weight alone.
    page.says("The [gradient](notation.md#gradient) collects the slopes along all axes")
    (start, *_), (after, *_) = first_steps(lr=1)
    gradient = start - after
    for place, nudge in enumerate(1e-5 * np.eye(3)):
        difference = cross_entropy(start + nudge) - cross_entropy(start - nudge)
        assert np.isclose(gradient[place], difference / 2e-5)
    # The loss itself, a little way along thousands of directions: nowhere has it grown more, and
    # the less a direction looks the gradient's way, the less it has grown.
    page.says("It points uphill, in the direction in which the loss grows fastest.")
    steepest = gradient / np.linalg.norm(gradient)
    near = steepest + RNG.normal(size=(1000, 3)) * RNG.choice([0.01, 0.1, 1], size=(1000, 1))
    directions = np.vstack([near, RNG.normal(size=(1000, 3))])
    directions /= np.linalg.norm(directions, axis=1, keepdims=True)
    way = 1e-5
    grown = np.array([cross_entropy(start + way * u) for u in directions]) - cross_entropy(start)
    most = cross_entropy(start + way * steepest) - cross_entropy(start)
    bend = np.linalg.eigvalsh(X.T @ X / len(X))[-1] / 4  # at most: the page says why below
    share = directions @ steepest
    assert np.all(grown <= most * share + bend * way**2 + 1e-15)
    assert np.all(grown[share < 0.9999] < most)


@page.definition("update")
def _(step):
    """A step of `train` at three rates, and the ten thousand of `no_finish`, are this one."""
    _, mean = stated("gradient-descent", "gradient-sum")
    assert step.lhs == w
    for lr in (0.01, 0.3, 7.0):
        (start, bias, _), (after, bias_after, _) = first_steps(lr=lr)
        p = load("gradient-descent/train").sigmoid(X @ start + bias)
        gradient = np.array([evaluate(mean, j=place, N=6, p=p, y=Y, X=X) for place in PLACES])
        assert agree(after, evaluate(step.rhs, w=start, alpha=lr, **{"∇L": gradient}))
        page.says("The bias is one more axis: it is updated in the same way, with its own slope.")
        by_bias = {"∇L": np.mean(p - Y)}
        assert agree(bias_after, evaluate(step.rhs, w=bias, alpha=lr, **by_bias))
    # the longest run of the page takes nothing but such steps: on OR both weights are alike
    program = load("gradient-descent/no_finish")
    weight, bias = long_run()[10_001]
    assert agree([*program.w, program.b], [weight, weight, bias])
    page.says(
        "The loss goes towards zero and never gets there, because on paper a sigmoid never says"
        " exactly"
    )
    page.says("because on paper a sigmoid never says exactly 0 or 1.")
    page.says("On OR, from zero, both weights are equal, $w_1 = w_2 = w$.")
    assert sympy.solveset(SIGMOID, z) == sympy.solveset(SIGMOID - 1, z) == sympy.EmptySet


@functools.cache
def long_run():
    """The weight and the bias on OR, from zero with α = ½, after so many steps."""
    weight = bias = 0.0
    kept = {}
    for step in range(100_001):
        if step in (1_000, 10_000, 10_001, 100_000):
            kept[step] = weight, bias
        none, one, both = (1 / (1 + math.exp(-(n * weight + bias))) for n in (0, 1, 2))
        slopes = (one + both - 2) / 4, (none + 2 * one + both - 3) / 4
        weight, bias = weight - 0.5 * slopes[0], bias - 0.5 * slopes[1]
    return kept


@page.theorem("hill-factor")
def _(after, factored):
    """A step on the hill leaves this distance, by algebra, and both sides are the same."""
    assert same(after, factored)
    hill = (w - 3) ** 2
    assert same(after, w - alpha * diff(hill, w) - 3)
    factor = sympy.cancel(factored / (w - 3))
    page.says(r"Every step multiplies the distance by the same factor, $1 - 2\alpha$.")
    assert same(factor, 1 - 2 * alpha)
    page.says(r"With $\alpha = 0.1$ that is 0.8, and the distance shrinks by a fifth each time.")
    assert factor.subs(alpha, Rational(1, 10)) == Rational(8, 10) == 1 - Rational(1, 5)
    page.says(r"With $\alpha = 0.5$ it is 0: one step, and you are there.")
    assert factor.subs(alpha, Rational(1, 2)) == 0
    page.says("A larger rate makes the factor negative: you land on the other side.")
    page.says(
        r"So there are three marks on this hill: above $\alpha = 0.5$ you overshoot, at 0.5 you"
        r" are"
    )
    page.says("at 0.5 you are fastest,")
    rate = sympy.Symbol("rate", real=True)
    size = factor.subs(alpha, rate)
    negative = sympy.solve_univariate_inequality(size < 0, rate, relational=False)
    assert negative == Interval.open(Rational(1, 2), sympy.oo)
    page.says("and beyond 1, the *critical rate*, you flee.")
    flees = sympy.solve_univariate_inequality(abs(size) > 1, rate, relational=False)
    assert flees == sympy.Union(Interval.open(-sympy.oo, 0), Interval.open(1, sympy.oo))
    page.says("On a steeper hill all three are smaller.")
    steeper = sympy.Symbol("steeper", positive=True)  # c (w − 3)² with c = 1 + this: λ = 2c
    marks = [1 / (2 * (1 + steeper)), 1 / (2 * (1 + steeper)), 2 / (2 * (1 + steeper))]
    assert all((mark - mark.subs(steeper, 0)).simplify().is_negative for mark in marks)


@page.theorem("gradient-sum")
def _(*sides):
    """SymPy differentiates the mean loss, for any number of examples and inputs."""
    assert sides == stated("derivation", "mean-gradient")  # where it is proven
    program = rerun("gradient-descent/vectorised", X=X, delta=RNG.normal(size=6))
    errors = {"p": program.delta, "y": np.zeros(6)}
    written_out = [evaluate(sides[1], j=place, N=6, X=X, **errors) for place in PLACES]
    assert agree(program.dw, program.dw_loop, written_out)
    page.says("a column of shape $(N, 1)$ and labels as a flat array of shape $(N,)$")
    page.says(
        "NumPy subtracts every label from every prediction and returns an $(N, N)$ table"
        " without"
    )
    page.says("returns an $(N, N)$ table without complaint")
    assert (program.y_hat - program.y).shape == (6, 6)
    assert agree(program.y_hat - program.y, np.subtract.outer(program.y_hat.ravel(), program.y))


@page.theorem("curvature")
def _(name, product):
    """Entry by entry it is the second derivative of the mean squared error, for any N and d."""
    # With the bias as one weight more, whose inputs are all 1, the neuron is X̃w. Its curvature
    # in place j, r is the second derivative of the mean squared error.
    row = Sum(indexed("X", i, k) * indexed("w", k), (k, 1, d))
    loss = Sum((row - indexed("y", i)) ** 2, (i, 1, N)) / N
    hessian = slope(slope(loss, indexed("w", j)), indexed("w", r))
    in_place = entry(in_matrices(product, N=N, X̃=MatrixSymbol("X", N, d)), j, r, over=i)
    assert str(name) == "H"
    assert same(hessian, in_place)

    program = rerun("gradient-descent/learning_rate", X=X[:, :2], y=Y)
    assert agree(program.X1 @ [1, 2, 3], X[:, :2] @ [1, 2] + 3)
    assert agree(program.H, evaluate(product, N=6, X̃=program.X1))
    page.says(r"(The hill above has one direction, with $\lambda = 2$.)")
    assert diff((w - 3) ** 2, w, 2) == 2


def at(rate, **eigenvalues):
    """A rate that the page states, at such eigenvalues."""
    letters = {"most": symbol("lambda_max"), "least": symbol("lambda_min")}
    return rate.subs({letters[name]: value for name, value in eigenvalues.items()})


@page.theorem("critical-rate")
def _(name, stated_rate):
    """Along every curved direction the distance shrinks at positive rates below this one, and not
    from it on.
    """
    assert name == symbol("alpha_crit")
    # Between any two states the gradient changes by H times their distance, whatever the data are;
    # at the bottom it is zero, so elsewhere it is H times the distance from there,
    rows, right = sympy.Matrix(4, 2, sympy.symbols("x:8")), sympy.Matrix(sympy.symbols("y:4"))
    with_ones = rows.row_join(sympy.ones(4, 1))
    state, other = (sympy.Matrix(sympy.symbols(f"{name}:3")) for name in "wv")
    errors = with_ones * state - right
    gradient = (errors.T * errors / 4).jacobian(state).T
    H = Rational(2, 4) * with_ones.T * with_ones
    change = gradient - gradient.subs(dict(zip(state, other, strict=True)), simultaneous=True)
    assert (change - H * (state - other)).expand().is_zero_matrix
    # so a step multiplies this distance by I - αH, and its part along an eigenvector by 1 - αλ.
    page.says(r"each step multiplies the distance from the bottom by $1 - \alpha\lambda$.")
    # For an eigenvalue λ = sλmax with 0 < s ≤ 1, and a rate of a times the page's: 1 - 2as.
    most, s, a = sympy.symbols("most s a", positive=True)
    rate = a * at(stated_rate, most=most)
    assert same(1 - rate * s * most, 1 - 2 * a * s)
    page.says(r"where $\lambda_{\max}$ is the largest eigenvalue.")
    page.says(
        r"Everything else shrinks if every factor lies between $-1$ and $1$, that is, if $\alpha$"
        " is positive and smaller"
    )
    t = sympy.Symbol("t", real=True)  # for as: all lie in (0, 1) if a < 1; if a ≥ 1, s = 1 does not
    shrinks = sympy.solve_univariate_inequality(abs(1 - 2 * t) < 1, t, relational=False)
    assert shrinks == Interval.open(0, 1)
    page.says(
        r"The steepest factor is negative, and the path overshoots, above $1/\lambda_{\max}$."
    )
    assert sympy.solve(1 - alpha * most, alpha) == [1 / most]
    assert diff(1 - alpha * most, alpha).is_negative
    # An eigenvector of λ = 0: Xv = 0, as vᵀXᵀXv = |Xv|² = 0; loss and weights do not change.
    page.says(r"Where $\lambda = 0$ the loss does not change at all, and no step goes that way.")
    for data in hard_data():
        ones = np.column_stack([data, np.ones(len(data))])
        curvatures, main = np.linalg.eigh(2 / len(data) * ones.T @ ones)
        flat = main[:, curvatures < 1e-10 * curvatures[-1]]
        assert np.allclose(ones @ flat, 0, atol=1e-6 * np.sqrt(curvatures[-1]))
        critical = float(at(stated_rate, most=curvatures[-1]))
        labels_ = RNG.normal(size=len(data))
        for share, settled in (
            (0.1, True),
            (0.999, True),
            (1.001, False),
            (1.5, False),
            (-0.1, False),
        ):
            assert settles(ones, labels_, share * critical) == settled
    # on OR
    ones, _ = map(sympy.Matrix, ROWS)
    *_, steepest = sorted((Rational(2, 4) * ones.T * ones).eigenvals())
    critical = at(stated_rate, most=steepest)
    assert same(critical, 8 / (7 + sqrt(33)))
    assert agree(load("gradient-descent/learning_rate").critical, float(critical))
    page.says("| above 0.628, the critical rate | the loss explodes |")
    page.says("| above 0.314 | the path overshoots across the valley |")
    assert rounds([float(critical), float(1 / steepest)], "0.628", "0.314")

    # Without a bowl there need not be such a rate: the page trains with a hundred.
    page.says(r"a *sigmoid* neuron with cross-entropy survives $\alpha = 100$:")
    assert load("gradient-descent/big_steps").lr == 100


def hard_data():
    """Rows of many kinds: alike, on a line, one only, of different scales, with a zero column."""
    yield from (
        RNG.normal(size=(rows, columns)) for rows, columns in ((6, 2), (3, 5), (1, 3), (9, 1))
    )
    yield np.repeat(RNG.normal(size=(1, 3)), 4, axis=0)
    yield np.outer(RNG.normal(size=5), [1, 2, 3])
    yield RNG.normal(size=(8, 3)) * [0.1, 1, 10]
    yield np.column_stack([RNG.normal(size=6), np.zeros(6)])
    yield np.array([[0, 0], [0, 1], [1, 0], [1, 1]])


def settles(rows, right, rate):
    """Whether, after four hundred steps, the distance has shrunk along every main direction."""
    H = 2 / len(rows) * rows.T @ rows
    curvatures, main = np.linalg.eigh(H)
    bottom, *_ = np.linalg.lstsq(rows, right)
    state = bottom + main.sum(axis=1)  # one unit away along each main direction
    for _ in range(400):
        state = state - rate * 2 / len(rows) * rows.T @ (rows @ state - right)
    parts = abs(main.T @ (state - bottom))[curvatures > 1e-9 * curvatures[-1]]
    return bool(np.all(parts < 1))


@page.theorem("best-rate")
def _(name, stated_rate):
    """At any smaller or larger rate the factor of greatest size is greater."""
    assert name == symbol("alpha_best")
    # The factor of greatest size belongs to an end: 1 - αλ falls with λ. At the page's rate both
    # ends have the same size; a smaller rate makes that of λmin larger, a larger one that of λmax.
    least, more, change = sympy.symbols("least more change", positive=True)
    most = least + more
    best = at(stated_rate, most=most, least=least)
    size = 1 - best * least
    assert same(size, -(1 - best * most))
    assert sympy.simplify(size).is_positive
    assert (1 - (best - change) * least - size).expand().simplify().is_positive
    assert (-(1 - (best + change) * most) - size).expand().simplify().is_positive
    page.says("the slowest direction counts: the one whose factor has the greatest size. With")
    page.says(
        r"With $\lambda_{\min}$ for the smallest eigenvalue above zero, this size is smallest"
        r" at"
    )
    page.says("where the steepest and the flattest direction have factors of the same size.")
    # on OR, with the matrix as it is and in long runs
    H = load("gradient-descent/learning_rate").H
    curvatures = np.linalg.eigvalsh(H)
    best = float(at(stated_rate, most=curvatures[-1], least=curvatures[0]))
    page.says("| 0.571 | fastest in the long run |")
    page.says(r"On OR $\lambda_{\max} \approx 3.1861$ and $\lambda_{\min} \approx 0.3139$.")
    assert rounds([best, curvatures[-1], curvatures[0]], "0.571", "3.1861", "0.3139")
    rates = np.linspace(0.01, 0.62, 1000)
    slowest = [np.max(abs(1 - rate * curvatures)) for rate in rates]
    assert abs(rates[np.argmin(slowest)] - best) < 0.001


@page.theorem("convexity")
def _(name, bend):
    """SymPy differentiates the loss along a line twice; no term can be negative."""
    assert str(name) == "d²L/dt²"
    page.says("from $z_i$ to $z_i + t s_i$ after a way of length $t$.")
    t = symbol("t")
    chance = SIGMOID.subs(z, indexed("z", i) + t * indexed("s", i))
    surprise = -indexed("y", i) * log(chance) - (1 - indexed("y", i)) * log(1 - chance)
    claimed = indexed("p", i) * (1 - indexed("p", i)) * indexed("s", i) ** 2
    assert same(bend, Sum(claimed, (i, 1, N)) / N)  # of a mean, the mean of the changes
    letters = {indexed(name, i): sympy.Symbol(name, real=True) for name in "yzs"}
    change = diff(surprise.subs(letters), t, 2)
    assert same(change, claimed.subs(indexed("p", i), chance).subs(letters))
    # every ŷ lies between 0 and 1, and there
    page.says(
        "Each term is a square times something positive. So the slope never falls, whichever"
        " way"
    )
    page.says("you walk: a landscape that bends upwards or not at all is called *convex*.")
    page.says('"Reference: why there is only one valley"')
    low, high = sympy.symbols("low high", positive=True)
    part = low / (low + high)  # any number between 0 and 1
    assert (part * (1 - part)).simplify().is_positive
    assert same(Rational(1, 4) - p * (1 - p), (p - Rational(1, 2)) ** 2)  # never more than ¼
    # In matrices: along u the sums change by s = X̃u, so uᵀHu is that; no eigenvalue is negative.
    page.says(
        r"In matrices: $\tilde X^\top D\tilde X/N$, with the numbers $\hat y_i(1-\hat y_i)$ on the"
        " diagonal of $D$, has no eigenvalue below zero."
    )
    for data in hard_data():
        ones = np.column_stack([data, np.ones(len(data))])
        state, u = RNG.normal(scale=2, size=(2, ones.shape[1]))
        chances = special.expit(ones @ state)
        H = ones.T @ np.diag(chances * (1 - chances)) @ ones / len(ones)
        on_page = evaluate(bend, N=len(ones), p=chances, s=ones @ u)
        assert np.isclose(u @ H @ u, on_page, rtol=1e-9)
        curvatures = np.linalg.eigvalsh(H)
        assert curvatures[0] > -1e-12 * curvatures[-1]
    page.says("where the gradient is zero, there is no lower place anywhere.")
    for gate in (
        XOR,
        [(corner, label) for corner, label in zip(CORNERS, (1, 0, 0, 1), strict=True)],
    ):
        right = np.array(labels(gate))
        assert agree(WITH_ONES.T @ (0.5 - right), 0)  # at zero the gradient is zero
        totals = WITH_ONES @ RNG.normal(scale=RNG.choice([0.01, 1, 9], 5000), size=(3, 5000))
        losses = np.mean(np.logaddexp(0, totals) - right[:, None] * totals, axis=0)
        assert np.all(losses >= math.log(2))


@page.theorem("any-rate")
def _(bound):
    """No mean error can exceed this, given the two inequalities of the box; runs confirm these."""
    R, gamma, t, rate = (sympy.Symbol(name, positive=True) for name in ("R", "gamma", "t", "alpha"))
    bound = bound.subs({symbol(each.name): each for each in (R, gamma, t, rate)})
    # A row with the margin m on its own side costs a step the error 1/(1 + eᵐ), so what it adds to
    # |v|² is at most twice α m/(1 + eᵐ). Its slope is zero where (m - 1)eᵐ = 1, and only there:
    page.says(
        "(A row with the sum $m$ on its own side pushes by $m/(1+e^m)$, which never exceeds 0.28.)"
    )
    page.says('"Reference: why every learning rate works on separable data"')
    page.says(
        r"with its 1 for the bias, and $G$ the mean of all $|\hat y - y|$. Then the average of"
        r" $G$"
    )
    page.says("Then the average of $G$ over the first $t$ steps is at most")
    m = sympy.Symbol("m", real=True)
    push = m / (1 + exp(m))
    assert same(diff(push, m) * (1 + exp(m)) ** 2, 1 - (m - 1) * exp(m))
    top = 1 + sympy.LambertW(exp(-1))
    assert abs(sympy.N(((m - 1) * exp(m)).subs(m, top), 50) - 1) < 1e-45
    assert diff(1 - (m - 1) * exp(m), m).equals(-m * exp(m))  # so it rises to there, then falls
    assert sympy.N(push.subs(m, top)) < 0.28
    assert same(2 * Rational("0.28"), Rational("0.56"))
    # With S for the sum of all G: (αγS)² ≤ |v|² ≤ 0.56αt + α²R²S. No S beyond t times the page's
    # bound fulfils that: the difference is negative at S = 0, bends upwards, and is positive there.
    S = t * bound
    excess = (rate * gamma * S) ** 2 - Rational("0.56") * rate * t - rate**2 * R**2 * S
    assert sympy.simplify(excess - rate**2 * R**2 * t * (bound - R**2 / (gamma**2 * t))).equals(0)
    assert (bound - R**2 / (gamma**2 * t)).is_positive
    assert sympy.limit(bound, t, sympy.oo) == 0
    # And in runs, step by step: random data with a line between them, tiny to huge rates.
    for lr in (1e-3, 0.1, 1, 30, 1e4):
        for rows, right, margin in separable_data():
            longest = np.linalg.norm(rows, axis=1).max()
            state, total = np.zeros(rows.shape[1]), 0.0
            for step in range(1, 301):
                errors = special.expit(rows @ state) - right
                mean = np.mean(abs(errors))
                after = state - lr * rows.T @ errors / len(rows)
                added = after @ after - state @ state
                assert added <= (0.56 * lr + lr**2 * longest**2 * mean) * (1 + 1e-9)
                assert np.linalg.norm(after - state) <= lr * longest * (1 + 1e-9)
                state, total = after, total + mean
                assert np.linalg.norm(state) >= lr * margin * total * (1 - 1e-9)
                values = {R: longest, gamma: margin, t: step, rate: lr}
                if step in (1, 10, 300):
                    assert total / step <= bound.subs(values)


def separable_data():
    """Rows with their ones, labels, and the margin of a line that is known to separate them."""
    for size, features in ((4, 2), (30, 2), (10, 5)):
        line = RNG.normal(size=features + 1)
        line /= np.linalg.norm(line)
        rows = np.column_stack([RNG.normal(scale=2, size=(size, features)), np.ones(size)])
        yield rows, (rows @ line > 0).astype(int), np.min(abs(rows @ line))
    middle = np.array([2, 2, -1]) / 3  # on OR
    sides = (2 * np.array(labels(OR)) - 1) * (WITH_ONES @ middle)
    yield WITH_ONES, np.array(labels(OR)), np.min(sides)


@page.check(
    "or-limit",
    on="OR from zero after 10,000 and 100,000 steps, and from three other starts after 40,000",
    points=5,
    within=0.02,
)
def _(about):
    """Training on OR comes to this loss, from zero and from elsewhere."""
    assert about.func == ABOUT
    letter, claimed = about.args
    assert letter == symbol("L")
    t = symbol("t")
    page.says(r"If $e^{b} = 20/(\alpha t)$ and $e^{-(w+b)} = 8/(\alpha t)$, then a step adds")
    none, one = 20 / (alpha * t), 8 / (alpha * t)
    # The errors far out: that of 00, twice that of 01 and 10; what a step adds, and what it must.
    weight, bias = alpha / 4 * one, alpha / 4 * (2 * one - none)
    page.says(r"just what $2\ln t$ and $-\ln t$ gain with each step.")
    assert same(weight, diff(2 * log(t), t), 2 / t)
    page.says(r"$\frac{\alpha}{4}\cdot\frac{8}{\alpha t} = \frac2t$ to each weight")
    assert same(bias, diff(-log(t), t), -1 / t)
    page.says(r"$\frac{\alpha}{4}\cdot\frac{2\cdot8 - 20}{\alpha t} = -\frac1t$ to the bias")
    assert same((none + 2 * one) / 4, claimed)
    page.says(r"$\frac14\cdot\frac{20 + 2\cdot8}{\alpha t} = \frac{9}{\alpha t}$")
    page.says("and so small an error costs as much as it is.")
    assert sympy.series(-log(1 - p), p, 0, 2).removeO() == p
    # Other starts are drawn to it. With u and v for the errors as multiples of these, and the
    # logarithm of t as the time, u' = u(1 + 4v - 5u) and v' = v(1 - 6v + 5u); what follows is zero
    # there only, and falls everywhere else.
    page.says("Other starts are drawn to this path.")
    u, v = sympy.symbols("u v", positive=True)
    du = u * (1 + t * alpha / 4 * (2 * v * one - u * none))
    dv = v * (1 - t * alpha / 4 * (3 * v * one - u * none))
    assert same(du, u * (1 + 4 * v - 5 * u))
    assert same(dv, v * (1 - 6 * v + 5 * u))
    height = 5 * (u - 1 - log(u)) + 4 * (v - 1 - log(v))
    falling = diff(height, u) * du + diff(height, v) * dv
    form = sympy.Matrix([[25, -20], [-20, 24]])
    away = sympy.Matrix([u - 1, v - 1])
    assert same(falling, -(away.T * form * away)[0])
    assert form.is_positive_definite
    # The run itself, and others from elsewhere with other rates
    offs = []
    for step in (1_000, 10_000, 100_000):
        w, b = long_run()[step]
        share = or_loss([w, w, b]) / float(claimed.subs({alpha: 0.5, t: step}))
        more = w - 2 * math.log(step) - (2 * math.log(0.5 / 4) - math.log(10))
        less = b + math.log(step) - math.log(20 / 0.5)
        offs.append([abs(share - 1), abs(more), abs(less)])
        if step > 1_000:
            yield share, 1
    assert np.all(np.array(offs[:-1]) > 3 * np.array(offs[1:]))
    assert max(offs[-1]) < 5e-3
    for lr, start in ((0.1, (3, -2, 1)), (2.0, (-1, 4, 2)), (0.5, (0, 0, -5))):
        state, right = np.array(start, float), np.array(labels(OR))
        for _ in range(40_000):
            state = state - lr * WITH_ONES.T @ (special.expit(WITH_ONES @ state) - right) / 4
        yield or_loss(state) / float(claimed.subs({alpha: lr, t: 40_000})), 1


@page.draws("gradient-descent/rates")
def _(figure):
    assert [axes.get_title() for axes in figure.axes] == [f"α = {lr}" for lr in HILL_RATES]
    assert [axes.get_ylabel() for axes in figure.axes] == ["loss L", "", "loss L", ""]
    assert [axes.get_xlabel() for axes in figure.axes] == ["", "", "w", "w"]
    paths = {}
    for axes, lr in zip(figure.axes, HILL_RATES, strict=True):
        hill, steps, bottom = axes.lines
        assert bottom.get_xydata().tolist() == [[3, 0]]
        ws, heights = hill.get_data()
        assert agree(heights, (ws - 3) ** 2)
        path, heights = steps.get_data()
        assert agree(path, 3 - 3 * (1 - 2 * lr) ** np.arange(7))
        assert agree(heights, (path - 3) ** 2)
        paths[lr] = path - 3
    page.says("Four times the same hill with a start at w = 0.")
    assert np.all(np.diff(paths[0.1]) > 0)
    assert paths[0.1][-1] < 0
    page.says("With α = 0.1 the steps go down the left side.")
    for lr in HILL_RATES[1:]:
        assert np.all(paths[lr][1:] * paths[lr][:-1] < 0)
    assert falls(abs(paths[0.9]))
    page.says("With 0.9 they jump from side to side and come down.")
    assert agree(abs(paths[1.0]), 3)
    page.says("With 1.0 they jump between two points at the same height.")
    assert falls(-abs(paths[1.1]))
    assert paths[1.1][-1] ** 2 > figure.axes[-1].get_ylim()[1]
    page.says("With 1.1 they jump from side to side and climb out of the picture.")
    page.says("Overshooting is no harm as long as each landing is nearer than the one before.")


@page.draws("gradient-descent/hill")
def _(figure):
    hill, steps = lines(figure).values()
    assert figure.axes[0].lines[2].get_xydata().tolist() == [[3, 0]]
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
    page.says("linear neuron can do on these labels; above it the loss explodes.")
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
        assert agree(contours.levels - 1 / 16, [0.02, 0.1, 0.4, 1.1, 2.4])
        for level, ring in zip(contours.levels, contours.get_paths(), strict=True):
            heights = [np.mean((with_ones @ [w, w, b] - right) ** 2) for w, b in ring.vertices[:-1]]
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
    page.says("and 60 steps of training. On each oval, a contour, the loss is the same everywhere")
    page.says("The green point is the bottom. From this start both weights stay equal, so two axes")
    assert falls(-contours.levels)  # from the innermost to the outermost
    page.says("and the smaller the oval, the smaller the loss.")
    page.says("both weights get the same gradient at each step and stay equal.")


def tenfold() -> bool:
    """Between the last two lines of the page's output, and from there on."""
    runs = [
        (long_run()[s][0], or_loss([*long_run()[s][:1] * 2, long_run()[s][1]]))
        for s in (1_000, 10_000, 100_000)
    ]
    pairs = list(itertools.pairwise(runs))
    more = [after[0] - before[0] for before, after in pairs]
    return (
        rounds(2 * math.log(10), "4.6")
        and all(abs(each - 4.6) < 0.1 for each in more)
        and all(9.5 < before[1] / after[1] < 11 for before, after in pairs)
    )


def more_and_more_slowly() -> bool:
    """Each weight rises at every step, and less at each tenfold number of steps."""
    gains = []
    for step in (1_000, 10_000, 100_000):
        w, b = long_run()[step]
        one, both = special.expit(-(w + b)), special.expit(-(2 * w + b))
        gains.append((one + both) / 4)  # for any w and b this is above zero
    return falls(gains) and min(gains) > 0 and sympy.solveset(SIGMOID, z) == sympy.EmptySet


def like_the_logarithm() -> bool:
    """From one tenfold number of steps to the next they gain ever more nearly as much."""
    states = [long_run()[step] for step in (1_000, 10_000, 100_000)]
    gains = np.diff(states, axis=0) / math.log(10) - [2, -1]
    return bool(np.all(abs(gains[1]) < abs(gains[0])) and np.all(abs(gains[1]) < 0.01))


def far_out() -> bool:
    """The errors themselves after 100,000 steps, in these terms."""
    w, b = long_run()[100_000]
    errors = abs(special.expit(WITH_ONES @ [w, w, b]) - labels(OR))
    about = np.exp([b, -(w + b), -(w + b)])
    return np.allclose(errors[:3], about, rtol=1e-3) and errors[3] < 1e-6 * min(errors[:3])


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
    return rounds(factors, "0.044", "-0.912", "-1.071")


def one_step(lr, factor=2) -> float:
    """On the hill, from w = 5."""
    return 5 - lr * factor * (5 - 3)


def fate(lr) -> str:
    """What becomes of a walk on the hill."""
    away = [3.0]
    for _ in range(500):
        away.append(away[-1] - lr * 2 * away[-1])
    ends = {-1: "it settles", 0: "it jumps for ever", 1: "it flees"}
    return ends[int(np.sign(round(abs(away[-1]) - 3, 6)))]


def alike_for_ever() -> bool:
    """Two hidden neurons with the same weights, before and behind, in a long training on XOR."""
    rng = np.random.default_rng(3)
    inputs, right = np.array(CORNERS), np.array(labels(XOR))
    W, c = np.tile(rng.normal(size=(1, 2)), (2, 1)), np.full(2, rng.normal())
    v, e = np.full(2, rng.normal()), 0.0
    for _ in range(2000):
        hidden = np.tanh(inputs @ W.T + c)
        error = (special.expit(hidden @ v + e) - right) / 4
        back = np.outer(error, v) * (1 - hidden**2)
        v, e = v - hidden.T @ error, e - error.sum()
        W, c = W - back.T @ inputs, c - back.sum(axis=0)
        if not (np.array_equal(W[0], W[1]) and c[0] == c[1] and v[0] == v[1]):
            return False
    return True


def zeros_lead_there() -> bool:
    """The loss of the page's neuron after as many steps from zero, beside its own."""
    state = np.zeros(3)
    for _ in range(20_000):
        state = state - 0.1 * WITH_ONES.T @ (special.expit(WITH_ONES @ state) - labels(OR)) / 4
    program = load("gradient-descent/train")
    *_, losses = program.train(program.X, program.y, epochs=20_001)
    return math.isclose(or_loss(state), losses[-1], rel_tol=0.02)


def unseen(points=20, inputs=20, rng=0) -> tuple[float, ...]:
    """The page's experiment in matrices: loss and share of right answers, seen and other."""
    draw = np.random.default_rng(rng)
    X = draw.normal(size=(1000 + points, inputs))
    right = X[:, 0] > 0
    rows, state = np.column_stack([X, np.ones(len(X))]), np.zeros(inputs + 1)
    for _ in range(1000):
        errors = special.expit(rows[:points] @ state) - right[:points]
        state = state - 0.5 * rows[:points].T @ errors / points
    found = []
    for part in (slice(points), slice(points, None)):
        totals = rows[part] @ state
        losses = special.softplus(np.where(right[part], -totals, totals))
        found += [np.mean(losses), np.mean((totals > 0) == right[part])]
    return tuple(float(v) for v in found)


R_OVER = sympy.Symbol("R_over_gamma", positive=True)


def bowl_ends() -> list[float]:
    """The loss after 60 steps at the three rates."""
    return [load("gradient-descent/bowl").descend(lr)[1] for lr in (0.3, 0.6, 0.65)]


def or_after(rate: float, steps: int) -> np.ndarray:
    """Weights and bias of a sigmoid neuron on OR, from zero."""
    state = np.zeros(3)
    for _ in range(steps):
        state = state - rate * WITH_ONES.T @ (special.expit(WITH_ONES @ state) - labels(OR)) / 4
    return state


def any_rate_learns() -> bool:
    """OR at rates from one to a million."""
    return all(or_loss(or_after(10.0**power, 1000)) < 0.05 for power in range(7))


def limit_is_sharp() -> bool:
    """In bowls at random: a rate just below the limit of the steepest direction settles, one just
    above it does not, whatever the other directions are.
    """
    for data in hard_data():
        ones = np.column_stack([data, np.ones(len(data))])
        limit = 2 / np.linalg.eigvalsh(2 / len(data) * ones.T @ ones)[-1]
        right = RNG.normal(size=len(data))
        if [settles(ones, right, share * limit) for share in (0.99, 1.01)] != [True, False]:
            return False
    return True


def full_batch() -> bool:
    """One epoch is one step against the mean over all rows, of any data."""
    (start, bias, _), (after, _, _) = first_steps(lr=1)
    errors = special.expit(X @ start + bias) - Y
    return agree(after, start - X.T @ errors / len(X))


def half_the_critical() -> bool:
    """Along the steepest direction of the bowl on OR, at rates up to the critical one."""
    steepest = np.linalg.eigvalsh(load("gradient-descent/learning_rate").H)[-1]
    critical = load("gradient-descent/learning_rate").critical
    rates = np.linspace(0, critical, 1001)
    return math.isclose(max(rates[1 - rates * steepest >= -1e-12]), critical / 2)


def far_on_their_sides() -> np.ndarray:
    """Neurons that give each row of OR a sum of at least twenty on its own side."""
    drawn = RNG.normal(size=(2000, 3))
    signs = 2 * np.array(labels(OR)) - 1
    margins = np.min(drawn @ WITH_ONES.T * signs, axis=1)
    return drawn[margins > 0.01] * (20 / margins[margins > 0.01])[:, None]


def steps_towards() -> bool:
    """On OR, from zero: each step along the separating direction, and the length it comes to."""
    towards, rate = np.array([2, 2, -1]) / 3, 3.0
    margin = np.min((2 * np.array(labels(OR)) - 1) * (WITH_ONES @ towards))
    state, total = np.zeros(3), 0.0
    for _ in range(500):
        errors = special.expit(WITH_ONES @ state) - labels(OR)
        step = -rate * WITH_ONES.T @ errors / 4
        state, total = state + step, total + np.mean(abs(errors))
        if step @ towards < rate * margin * np.mean(abs(errors)) * (1 - 1e-9):
            return False
        if np.linalg.norm(state) < rate * margin * total * (1 - 1e-9):
            return False
    return True


def right_by_what_counts() -> int:
    """The seen points that the trained neuron gets right with its other weights at zero."""
    program = load("gradient-descent/unseen")
    says = program.X_seen[:, 0] * program.w[0] + program.b > 0
    return int(np.sum(says == program.y_seen))


def learnt_by_heart() -> bool:
    """As printed; the loss on the other points is about a hundred times that on the seen ones."""
    seen_loss, seen, other_loss, other = unseen()
    printed = load("gradient-descent/unseen").stdout
    return (
        f"loss = {seen_loss:.4f}, {seen:.1%} right" in printed
        and f"loss = {other_loss:.4f}, {other:.1%} right" in printed
        and seen == 1
        and round(5 * (1 - other)) == 1
        and 90 < other_loss / seen_loss < 115
    )


def more_points_or_fewer_inputs() -> bool:
    """In ten draws, on average."""
    plain, points, inputs = (
        np.mean([unseen(**change, rng=draw)[3] for draw in range(10)])
        for change in ({}, {"points": 200}, {"inputs": 2})
    )
    return points > plain + 0.1 and inputs > plain + 0.1


page.claims(
    {
        "Then press *100* with 0.75 until the numbers end": lambda: (
            1200 * math.log10(abs(1 - 0.75 * (7 + math.sqrt(33)) / 4)) > 154  # squared: 1e308
        ),
        "Take $L(w) = (w-3)^2$, with the slope $2(w-3)$": lambda: same(
            diff((w - 3) ** 2, w), 2 * (w - 3)
        ),
        "The loss falls from 0.3682 to below 0.09, quickly at first and then more and more"
        " slowly.": lambda: (
            rounds(load("gradient-descent/train").losses[0], "0.3682")
            and load("gradient-descent/train").losses[-1] < 0.09
            and slows(load("gradient-descent/train").losses[::100])
        ),
        "The loss jumps up once, and two steps later it is almost zero.": lambda: (
            [float(f"{loss:.0e}") for loss in prints("gradient-descent/big_steps")[1::2]]
            == [0.7, 6, 0.2, 3e-6]
        ),
        r"The gradient is bounded: each example's $\hat y - y$ lies between $-1$ and"
        " $1$": lambda: all(
            -1 < special.expit(s) - label < 1 for s in (-30, 0, 30) for label in (0, 1)
        ),
        "Whatever weights you have, once all four answers are right, double the weights and the"
        " bias:"
        " no answer becomes less sure, and the loss falls. So no finite weights are the best"
        " ones:": doubling_helps,
        "**the weights grow for ever while the loss falls.**": lambda: (
            more_and_more_slowly() and falls(prints("gradient-descent/no_finish")[3::4])
        ),
        "on a hill or in a bowl there is a sharp limit; sigmoid and cross-entropy on separable data"
        " have none, but also no finite best weights.": lambda: (
            any_rate_learns() and doubling_helps() and limit_is_sharp()
        ),
        "It is tempting to conclude that large learning rates always diverge. They do not.": (
            any_rate_learns
        ),
        "The steepest direction alone decides how much is too much.": limit_is_sharp,
        "It records the loss of every epoch, which is one pass over the four rows, "
        "and prints every hundredth.": lambda: (
            len(load("gradient-descent/train").losses) == 1000
            and prints("gradient-descent/train")[:20:2] == [*range(0, 1000, 100)]
        ),
        "Here every update uses all four rows at once, the *full batch*, so that one epoch is one"
        " update.": full_batch,
        "nothing new is seen, but every look moves the weights a little.": lambda: falls(
            load("gradient-descent/train").losses
        ),
        "The first is the smallest, but only just: the least possible is 0.0625.": lambda: (
            0.0625 < min(bowl_ends()) == bowl_ends()[0] < 0.0626 and bowl_ends()[1] < 0.0626
        ),
        "Look for the largest rate whose path does not overshoot: it is half the critical one.": (
            half_the_critical
        ),
        "Once all four rows lie far out on their own sides, the gradient all but vanishes, and the"
        " weights hardly move.": lambda: all(
            np.max(abs(WITH_ONES.T @ (special.expit(WITH_ONES @ state) - labels(OR)))) < 1e-6
            for state in far_on_their_sides()
        ),
        r"Every step moves $v$ by at least $\alpha\gamma G$ in the separating direction, so the"
        " length"
        r" of $v$ is at least $\alpha\gamma$ times the sum of all $G$. But $v$ cannot grow that"
        " fast:": (
            steps_towards
        ),
        "because the surer a right answer is, the less it pushes, and a wrong one pulls"
        " back.": lambda: (
            falls(1 / (1 + np.exp(np.linspace(0, 30, 400))))
            and all(margin / (1 + math.exp(margin)) < 0 for margin in np.linspace(-30, -0.01, 99))
        ),
        "Both hold only if the sum of all $G$ grows no faster than the square root of"
        " $t$.": lambda: (
            sympy.limit(
                (R_OVER + sqrt(R_OVER * symbol("t"))) / sqrt(symbol("t")), symbol("t"), sympy.oo
            )
            == sqrt(R_OVER)
        ),
        "They grow more and more slowly, but on paper nothing stops them.": more_and_more_slowly,
        "The critical rate of this bowl is 0.6277.": lambda: rounds(
            8 / (7 + math.sqrt(33)), "0.6277"
        ),
        r"What will the path look like with $\alpha = 0.3$, with 0.6, and with 0.65? Which of the"
        " three has the smallest loss after 60 steps?": bowl_rates,
        "With 0.3 the path does not overshoot. With 0.6 it lands on the other side of the valley"
        " every time, a little closer, and settles. With 0.65 it lands farther out every"
        " time.": bowl_factors,
        r"In the steepest direction the factor is 0.044 with $\alpha = 0.3$, $-0.912$ with 0.6, and"
        " $-1.071$ with 0.65.": bowl_factors,
        "On the same hill, $L(w) = (w-3)^2$, you stand at $w = 5$. Where does one step with"
        ' $\\alpha = 0.25$ lead?" `4`{ .answer }: The slope is $2(5-3) = 4$, and $5 - 0.25\\cdot4 ='
        " 4$.": lambda: one_step(0.25) == 4,
        "`6` : That is uphill.": lambda: one_step(-0.25) == 6,
        "`1` : The learning rate is missing": lambda: one_step(1) == 1,
        "`4.5` : The slope is $2(w-3)$, with the 2.": lambda: one_step(0.25, 1) == 4.5,
        r'multiplies $w - 3$ by $1 - 2\alpha$. What happens with $\alpha = 0.9$?" `it settles`{'
        " .answer }: The factor is $-0.8$: it jumps to the other side each time, and each time"
        " comes"
        " nearer.": lambda: (
            fate(0.9) == "it settles" and 1 - 2 * 0.9 == -0.8
        ),
        r"`it jumps for ever` : For that the factor would have to be exactly $-1$, at $\alpha ="
        " 1$.": lambda: fate(1.0) == "it jumps for ever",
        r"`it flees` : For that the factor would have to be beyond $-1$, with $\alpha$ above"
        " 1.": lambda: [fate(1 + more) for more in (1e-4, 0.1, 0.3)] == ["it flees"] * 3,
        "The bottom is at 3, so $w - 3$ says how far away you are": lambda: (
            sympy.solve(diff((w - 3) ** 2, w), w) == [3]
        ),
        "For a single neuron with cross-entropy it is a habit, no more: its "
        "landscape has only one valley, and zeros lead there as well.": zeros_lead_there,
        "Two hidden neurons with the same bias and the same weights, in front of "
        "them and behind, see the same inputs, get the same gradients and take "
        "the same steps: they stay alike for ever, and two neurons do the work "
        "of one.": alike_for_ever,
        "A thousand epochs on OR are the same four rows": lambda: (
            default("gradient-descent/train", "train", "epochs") == 1000
        ),
        r"so on OR no step moves a weight or the bias by more than $\alpha$.": lambda: (
            np.max(np.mean(abs(WITH_ONES), axis=0)) <= 1  # and each error is below 1 in size
        ),
        "And OR is [separable](notation.md#separable): a line can put all ones on "
        "one side and all zeros on the other.": lambda: answers([2, 2, -1]) == labels(OR),
        r"The data are separable with the margin $\gamma$ if some $v$ of length 1 gives every row"
        " a sum of at least": lambda: all(
            margin > 0 for *_, margin in separable_data()
        ),
        r"with its 1 for the bias, and": lambda: WITH_ONES[:, -1].tolist() == [1] * 4,
        r"a step adds at most $0.56\,\alpha + \alpha^2R^2G$ to its squared length": lambda: (
            max(m / (1 + math.exp(m)) for m in np.linspace(-50, 50, 20_001)) < 0.56 / 2
        ),
        r"After the first thousand, ten times as many steps add about $2\ln 10 \approx 4.6$ to each"
        " weight, and divide the loss by about ten: compare the last two lines of the output.": (
            lambda: tenfold() and prints("gradient-descent/no_finish")[4::4] == [1_000, 10_000]
        ),
        r"each weight grows like $2\ln t$, and the bias falls like $-\ln t$.": like_the_logarithm,
        "the boundary, which meets both axes at $-b/w$, creeps towards ½, the middle between no and"
        " yes: with the rate 0.5, after 1,000, 10,000 and 100,000 steps, it is at 0.435, 0.461"
        " and 0.472.": lambda: (
            rounds(
                [-long_run()[s][1] / long_run()[s][0] for s in (1_000, 10_000, 100_000)],
                "0.435",
                "0.461",
                "0.472",
            )
        ),
        "the error of row 00 has a size of about $e^{b}$, those of 01 and 10 are "
        "about $e^{-(w+b)}$, and that of 11 is as good as nothing.": far_out,
        "Here a point is described by 20 numbers, of which only the first counts. The neuron sees"
        " 20 points:": lambda: load("gradient-descent/unseen").X_seen.shape == (20, 20),
        "All 20 points are right, and of a thousand others one in five is wrong.": learnt_by_heart,
        "By the number that counts alone it would get 18 of its own points right. The others it"
        " tells apart by numbers without meaning: it has learnt them by heart,": lambda: (
            right_by_what_counts() == 18
        ),
        "the loss on the other points is a hundred times as large.": learnt_by_heart,
        "More points help, and so do fewer inputs, if the one that counts is"
        " left.": more_points_or_fewer_inputs,
        "After 60 steps the loss is 0.06250016 with 0.3, 0.06251009 with 0.6, and 2494.36 with"
        " 0.65.": bowl_losses,
    }
)
