"""What docs/derivation.md says is true: the gradient, from the chain rule to three lines of NumPy.

SymPy differentiates the loss by itself, and what it finds must be what the page says. The numbers
of inputs and of examples stay letters, d and N: nothing is proven for the four rows of OR alone.
What the page only defines, its program must compute, on numbers that it has never seen.
"""

import functools
import itertools
import math
import re
from types import SimpleNamespace

import numpy as np
import oracle
import sympy
from algebra import (
    LOSS,
    SIGMOID,
    N,
    agree,
    b,
    d,
    entry,
    evaluate,
    i,
    in_matrices,
    j,
    k,
    lies_in,
    p,
    rounds,
    same,
    slope,
    w,
    x,
    y,
    z,
)
from matplotlib.figure import Figure
from neuron import falls
from project import tested
from proving import Page, stated
from reading import ABOUT, indexed, read, symbol
from scipy import special
from sklearn import metrics
from snippet import SNIPPETS, load, published, rerun, run
from sympy import MatrixSymbol, Sum, diff, log

page = Page("derivation")

RNG = page.rng
s = symbol("s")

w_j = indexed("w", j)
y_i, p_i, z_i, L_i, delta_i = (indexed(name, i) for name in ("y", "p", "z", "L", "delta"))

# One example: the sum z, the loss of a prediction p, and the loss of the neuron that predicts it.
SUM = Sum(indexed("w", k) * indexed("x", k), (k, 1, d)) + b
NEURON = LOSS.subs(p, SIGMOID).subs(z, SUM)

# N examples: the weighted sum in row i of Xw, and the mean of the neuron's losses.
WEIGHTED = Sum(indexed("X", i, k) * indexed("w", k), (k, 1, d))
MEAN = Sum(LOSS.subs({p: SIGMOID.subs(z, WEIGHTED + b), y: y_i}), (i, 1, N)) / N


def mean_slope(by: sympy.Expr) -> sympy.Expr:
    """The slope of the mean loss; for brevity, the sum of example i is called z_i again."""
    return slope(MEAN, by).xreplace({WEIGHTED: z_i - b})


@functools.cache
def on_random_data() -> SimpleNamespace:
    """The page's program, with six random examples in place of the four rows."""
    draw = np.random.default_rng(7)
    data = {"X": draw.normal(size=(6, 2)), "y": draw.integers(2, size=6)}
    program = rerun("derivation/gradient", **data, w=draw.normal(size=2), b=draw.normal())
    program.y_hat = program.predict(program.w, program.b)
    return program


@page.definition("setup-sum")
def _(letter, product, total):
    """The page's program computes this sum; written out, it is the dot product."""
    assert letter == z
    dot_product = (SUM - b).xreplace({k: j})
    assert same(product, total, where={"w·x": dot_product})
    program = on_random_data()
    for row, predicted in zip(program.X, program.y_hat, strict=True):
        value = evaluate(total, d=2, w=program.w, x=row, b=program.b)
        assert agree(value, special.logit(predicted))


@page.definition("setup-prediction")
def _(letter, sigma, written_out):
    """The page's program computes this, on random sums."""
    assert letter == p
    # only the sigmoid is 1/2 at zero and has the slope f(1 - f) everywhere
    for f in (sigma, written_out):
        assert f.subs(z, 0) == sympy.Rational(1, 2)
        assert same(diff(f, z), f * (1 - f))
    page.says("(A sigmoid's answer lies strictly between 0 and 1, so both logarithms exist.)")
    assert lies_in(written_out, 0, 1)
    for value in RNG.normal(scale=5, size=100):
        computed = load("derivation/tape").sigmoid(value)
        assert agree(evaluate(sigma, z=value), computed)
        assert agree(evaluate(written_out, z=value), computed)


@page.definition("setup-loss")
def _(letter, loss):
    """The page's program and scikit-learn compute this for the labels 0 and 1."""
    assert letter == symbol("L")
    page.says("where the label $y$ is 0 or 1.")
    assert loss.subs(y, 1) == -log(p)
    assert loss.subs(y, 0) == -log(1 - p)
    computed = {label: rerun("derivation/tape", y=float(label)).loss for label in (0, 1)}
    for label, predicted in zip(on_random_data().y, on_random_data().y_hat, strict=True):
        library = metrics.log_loss([label], [predicted], labels=[0, 1])
        assert agree(evaluate(loss, y=label, p=predicted), computed[label](predicted), library)


@page.theorem("chain-rule")
def _(*sides):
    """The slope of the whole neuron is the product of the three, for any number of inputs."""
    factors = {"∂L/∂p": diff(LOSS, p), "dp/dz": diff(SIGMOID, z), "∂z/∂w_j": slope(SUM, w_j)}
    assert same(*sides, where={"∂L/∂w_j": slope(NEURON, w_j), **factors, p: SIGMOID, z: SUM})


@page.theorem("loss-by-prediction")
def _(*sides):
    """SymPy differentiates the cross-entropy and gets the right side."""
    assert same(*sides, where={"∂L/∂p": diff(LOSS, p)})
    page.says(r"By *Logarithm*, the derivative of $\log\hat y$ is $1/\hat y$.")
    assert diff(log(p), p) == 1 / p
    page.says(r"For $\log(1-\hat y)$ the *Chain* brings one more factor, the slope of $1-\hat y$,")
    page.says(r"which is $-1$: together $-1/(1-\hat y)$.")
    assert diff(1 - p, p) == -1
    assert diff(log(1 - p), p) == -1 / (1 - p)


@page.theorem("common-denominator")
def _(*sides):
    """All sides are the slope of the cross-entropy with respect to the prediction."""
    assert same(*sides, diff(LOSS, p))


@page.theorem("sigmoid-outside-in")
def _(*sides):
    """All sides are the slope of the sigmoid."""
    assert same(*sides, where={"dp/dz": diff(SIGMOID, z)})
    [power] = read("(1+e^{-z})^{-1}")
    assert power == SIGMOID
    page.says("Write the sigmoid as $(1+e^{-z})^{-1}$.")
    page.says("By *Power* with $n = -1$, the outside gives $-(1+e^{-z})^{-2}$.")
    page.says("By *Chain* that is multiplied by the slope of the inside,")
    page.says("which by *Exponential*, and *Chain* once more, is $-e^{-z}$.")
    assert same(diff(1 / s, s), -1 * s**-2)
    assert diff(1 + sympy.exp(-z), z) == -sympy.exp(-z)


@page.theorem("sigmoid-split")
def _(*sides):
    """Both sides are the slope of the sigmoid."""
    assert same(*sides, diff(SIGMOID, z))


@page.theorem("sigmoid-complement")
def _(*sides):
    """All sides are the same, by algebra."""
    assert same(*sides, where={p: SIGMOID})
    page.says(r"The second is what is missing from $\hat y$ to 1:")


@page.theorem("sigmoid-slope")
def _(*sides):
    """SymPy differentiates the sigmoid and gets the right side."""
    assert same(*sides, where={"dp/dz": diff(SIGMOID, z), p: SIGMOID})


@page.theorem("cancellation")
def _(*sides):
    """SymPy differentiates the loss of a sigmoid neuron; each side comes to that."""
    whole = {"∂L/∂z": diff(LOSS.subs(p, SIGMOID), z)}
    factors = {"∂L/∂p": diff(LOSS, p), "dp/dz": diff(SIGMOID, z)}
    assert same(*sides, where={**whole, **factors, p: SIGMOID})


@page.theorem("sum-by-weight")
def _(*sides):
    """SymPy differentiates the sum, for any number of inputs."""
    assert same(*sides, where={"∂z/∂w_j": slope(SUM, w_j)})


@page.theorem("sum-by-bias")
def _(*sides):
    """SymPy differentiates the sum, for any number of inputs."""
    assert same(*sides, where={"∂z/∂b": slope(SUM, b)})


@page.theorem("gradient-weight")
def _(*sides):
    """SymPy differentiates the whole neuron's loss, for any number of inputs."""
    assert same(*sides, where={"∂L/∂w_j": slope(NEURON, w_j), p: SIGMOID, z: SUM})


@page.theorem("gradient-bias")
def _(*sides):
    """SymPy differentiates the whole neuron's loss, for any number of inputs."""
    assert same(*sides, where={"∂L/∂b": slope(NEURON, b), p: SIGMOID, z: SUM})


@page.definition("batch-prediction")
def _(letter, batch):
    """The page's program computes this; row i of the product is the sum of example i."""
    assert str(letter) == "p"
    # number i of the product Xw is the sum that makes z of example i
    assert entry(MatrixSymbol("X", N, d) * MatrixSymbol("w", d, 1), i, over=k) == WEIGHTED
    program = on_random_data()
    predicted = evaluate(batch, X=program.X, w=program.w, b=program.b)
    assert agree(predicted, program.y_hat, special.expit(program.X @ program.w + program.b))


@page.definition("mean-loss")
def _(letter, mean):
    """The page's program and scikit-learn compute this mean, on random examples."""
    assert letter == symbol("L")
    program = on_random_data()
    mean = mean.xreplace({L_i: LOSS.subs({p: p_i, y: y_i})})
    value = evaluate(mean, N=6, y=program.y, p=program.y_hat)
    assert agree(value, program.loss(program.w, program.b))
    assert agree(value, metrics.log_loss(program.y, program.y_hat))


@page.theorem("mean-gradient")
def _(left, mean):
    """SymPy differentiates the mean loss, for any number of examples and inputs."""
    right = mean.xreplace({p_i: SIGMOID.subs(z, z_i)})
    assert same(left, right, where={"∂L/∂w_j": mean_slope(w_j)})


@page.definition("error-vector")
def _(letter, error):
    """The page's program computes this difference, on random examples."""
    assert letter == symbol("delta")
    program = on_random_data()
    assert agree(program.delta, evaluate(error, p=program.y_hat, y=program.y))


@page.theorem("vector-gradient")
def _(gradient, product):
    """Entry j of the product is the sum in ∂L/∂w_j, for any number of examples and inputs."""
    assert str(gradient) == "∇_wL"
    _, mean = stated("derivation", "mean-gradient")
    given = {"N": N, "X": MatrixSymbol("X", N, d), "delta": MatrixSymbol("delta", N, 1)}
    number_j = entry(in_matrices(product, **given), j, over=i)
    assert same(mean.xreplace({p_i - y_i: delta_i}), number_j)
    page.says(r"the gradient is $\frac1N X^\top\delta$ for the weights")
    program = on_random_data()
    assert agree(program.dw, evaluate(product, N=6, X=program.X, delta=program.delta))


@page.theorem("vector-bias")
def _(left, mean):
    """SymPy differentiates the mean loss, for any number of examples."""
    right = mean.xreplace({delta_i: SIGMOID.subs(z, z_i) - y_i})
    assert same(left, right, where={"∂L/∂b": mean_slope(b)})
    program = on_random_data()
    assert agree(program.db, evaluate(mean, N=6, delta=program.delta))
    assert agree(program.db, program.delta @ np.ones(6) / 6)
    page.says("for the bias, whose inputs are all 1:")


@page.check(
    "central-difference",
    on="all slopes of 60 random neurons with three weights each, h = 0.01",
    points=180,
    within=1e-4,
)
def _(about):
    """The quotient is as near to the slope as Taylor's theorem says."""
    # By Taylor's theorem the error is at most h²/6 times the greatest third slope along u_j, and
    # that is at most the mean of |X_ij|³ times the greatest |σ″|, which is √3/18.
    second = diff(SIGMOID, z, 2)
    assert same(second, (s * (1 - s) * (1 - 2 * s)).subs(s, SIGMOID))
    steepest = sympy.maximum(s * (1 - s) * (1 - 2 * s), s, sympy.Interval(0, 1))
    least = sympy.minimum(s * (1 - s) * (1 - 2 * s), s, sympy.Interval(0, 1))
    assert same(steepest, -least, sympy.sqrt(3) / 18)

    # The page's own quotient is that near to the slope: for hundreds of neurons.
    page.says(
        "A slope is a ratio of two nudges, so it can be estimated from the loss alone: nudge"
    )
    page.says("nudge one parameter up and down by a small $h$, and divide the difference by $2h$.")
    page.says("with $u_j$ the vector that is 1 in place $j$ and 0 elsewhere:")
    assert about.func == ABOUT
    slope_j, quotient = about.args
    assert slope_j == symbol("∂L/∂w_j")
    for scale, h in itertools.product((0.1, 1, 10), (1, 0.1, 0.01)):
        for _ in range(20):
            X, y, at = RNG.normal(size=(5, 3)), RNG.integers(2, size=5), scale * RNG.normal(size=3)
            slopes = X.T @ (special.expit(X @ at) - y) / 5
            given = {"w": at, "u": np.eye(3), "h": h}

            def loss(w, X=X, y=y):
                return np.mean(np.logaddexp(0, X @ w) - y * (X @ w))

            for place in (1, 2, 3):
                estimate = evaluate(quotient, L=loss, j=place, **given)
                error = estimate - slopes[place - 1]
                bound = h**2 / 6 * float(steepest) * np.mean(abs(X[:, place - 1]) ** 3)
                assert abs(error) <= bound + 1e-12 * (1 + loss(at)) / h
                if h == 0.01:
                    yield estimate, slopes[place - 1]

    # On the page's data the error that the program prints is this one, by weights and by bias.
    program = load("derivation/gradient")
    on_data = {"X": program.X, "y": program.y, "w": program.w, "b": program.b, "N": 4, "d": 2}
    by_weight, by_bias = (slope(slope(slope(MEAN, by), by), by) for by in (w_j, b))
    third = [evaluate(by_weight, j=1, **on_data), evaluate(by_weight, j=2, **on_data)]
    third += [evaluate(by_bias, **on_data)]
    expected = program.h**2 / 6 * np.array(third)
    assert np.allclose(program.numeric - [*program.dw, program.db], expected, rtol=1e-3, atol=1e-12)
    page.says(r"agree to about $2\cdot10^{-9}$", "It shrinks with $h^2$,")
    assert f"{np.max(np.abs(expected)):.0e}" == "2e-09"
    # and below that, each loss is rounded by some 1e-16, which is divided by 2h
    page.says("until $h$ is so small that the rounding of the computer takes over: with")
    page.says("with $h = 10^{-9}$ the estimate is worse again.")
    steps = [0.1, 0.01, 1e-3, 1e-4, 1e-9]
    errors = [rerun("derivation/gradient", h=h).error for h in steps]
    assert all(90 < large / small < 110 for large, small in itertools.pairwise(errors[:4]))
    assert errors[-1] > 5 * errors[2]


@page.draws("derivation/chain")
def _(figure):
    """The stations of the chain in their order, and at each arrow the factor of that step."""
    [axes] = figure.axes
    texts = {text.get_position(): text.get_text() for text in axes.texts if text.get_text()}
    stations = [texts[circle.center] for circle in axes.patches if hasattr(circle, "center")]
    assert stations == ["wⱼ", "z", "ŷ", "L"]
    arrows = [text for text in axes.texts if getattr(text, "arrow_patch", None)]
    factors = [texts[middle, 0.75] for middle in (1.5, 4.5, 7.5)]
    steps = list(itertools.pairwise(stations))
    assert [factor.replace("∂", "d") for factor in factors] == [f"d{b}/d{a}" for a, b in steps]
    assert [(text.xyann[0] < text.xy[0]) for text in arrows] == [True] * 3
    page.says("Four circles in a row: wⱼ, z, ŷ, L.")
    page.says("stand the slopes ∂z/∂wⱼ, dŷ/dz and ∂L/∂ŷ.")
    page.says("The slope of the whole way is their product.")


@page.draws("derivation/tape")
def _(figure):
    """The chain from the weight to the loss, in arithmetic of sixty digits."""
    [axes] = figure.axes
    texts = {text.get_position(): text.get_text() for text in axes.texts if text.get_text()}
    circles = [circle.center for circle in axes.patches if hasattr(circle, "center")]
    assert [texts[center] for center in circles] == ["w", "z", "ŷ", "L"]
    y_hat = oracle.sigmoid(oracle.mp.mpf("0.5") * 2 - oracle.mp.mpf("0.5"))
    values = [0.5, 0.5, y_hat, -oracle.mp.log(y_hat)]
    below = [texts[(x, -1.15)] for x, _ in circles]
    assert below == [f"{float(v):.3f}" for v in values]
    slopes = {"∂z/∂w": 2, "∂ŷ/∂z": y_hat * (1 - y_hat), "∂L/∂ŷ": -1 / y_hat}
    above = [texts[(x + 1.5, 0.75)] for x, _ in circles[:3]]
    assert above == [f"{name}\n{float(v):.3f}" for name, v in slopes.items()]
    product = slopes["∂z/∂w"] * slopes["∂ŷ/∂z"] * slopes["∂L/∂ŷ"]
    assert f"{float(product):.4f}" == "-0.7551"
    # a coarse nudge changes what comes by central differences, and nothing that was derived
    coarse: list[Figure] = []
    script = tested().text(SNIPPETS / "derivation/tape.py")
    printed = run(script.replace("h=1e-5", "h=0.4"), {}, coarse)
    derived = [re.findall(r"= (\S+), by", text) for text in (printed, published("derivation/tape"))]
    assert derived[0] == derived[1]
    assert len(derived[0]) == 4
    assert printed != published("derivation/tape")
    assert {text.get_text() for text in coarse[0].axes[0].texts} >= {*above, *below}
    page.says("Their values: w = 0.5, z = 0.5, ŷ = 0.622, L = 0.474.")
    page.says("Above the three arrows stand the slopes: ∂z/∂w = 2, ∂ŷ/∂z = 0.235, ∂L/∂ŷ = −1.607.")
    assert [x for x, _ in circles] == sorted(x for x, _ in circles)
    page.says(
        "Forwards, from left to right, the values below the circles. Backwards, from right"
        " to"
    )
    page.says("left, the slopes above the arrows: their product is ∂L/∂w = −0.7551.")


def cost_of_yes(total: float) -> float:
    """The cross-entropy of a sum where the label is 1."""
    return float(np.logaddexp(0, -total))


def tape_at_zero() -> bool:
    """The slope by the weight where the input is zero."""
    return (diff(LOSS.subs(p, SIGMOID), z) * diff(w * x + b, w)).subs(x, 0) == 0


def tape_start() -> bool:
    """Input, label, weight and bias of the chain."""
    s = load("derivation/tape")
    return [s.x, s.y, s.w, s.b] == [2, 1, 0.5, -0.5]


def both_ways() -> bool:
    """The three factors of the tape, and the short form."""
    s = load("derivation/tape")
    factors = [derived for derived, _ in s.slopes.values()]
    short = (s.y_hat - s.y) * s.x
    found = [*factors, math.prod(factors), short]
    return rounds(found, "-1.6065", "0.2350", "2", "-0.7551", "-0.7551")


page.claims(
    {
        "Then type $w = 400$ and choose the label 0": lambda: (
            special.expit(400 * 2 - 0.5) == 1 and special.expit(-(400 * 2 - 0.5)) == 0
        ),
        "In the four rows $x_1$ is 0, 0, 1, 1, so only the last two errors take part": lambda: (
            load("derivation/gradient").X[:, 0].tolist() == [0, 0, 1, 1]
        ),
        "$-0.3775 - 0.5 = -0.8775$, and a quarter of that is"
        r" $-0.8775/4 \approx -0.2194$, as printed.": lambda: rounds(
            [*load("derivation/gradient").delta[2:], load("derivation/gradient").dw[0]],
            *("-0.3775", "-0.5", "-0.2194"),
        ),
        "One input $x = 2$ with the label $y = 1$, the weight $w = 0.5$, the bias $b = -0.5$.": (
            tape_start
        ),
        "And what will it be when $x = 0$?": tape_at_zero,
        "With $x = 0$ the third factor is 0, and so is the product": tape_at_zero,
        "Negative. The prediction, 0.6225, is below the label, so a larger weight would lower the"
        " loss.": lambda: (
            rounds(special.expit(0.5), "0.6225")
            and falls([cost_of_yes((0.5 + more) * 2 - 0.5) for more in (0, 0.1, 0.2)])
        ),
        r"Will $\partial L/\partial w$ be positive or negative?": lambda: (
            falls([cost_of_yes(weight * 2 - 0.5) for weight in (0.4, 0.5, 0.6)])
        ),
        "Beside each slope stands its *central difference*: the quantity is nudged a little up and"
        " down, and the change of the result is divided by the change of the"
        " quantity.": lambda: all(
            0 < abs(derived - nudged) < 1e-8 * abs(derived) or derived == 2
            for derived, nudged in load("derivation/tape").slopes.values()
        ),
        "What is left is prediction minus label.": lambda: same(
            diff(LOSS.subs(p, SIGMOID), z), SIGMOID - y
        ),
        "only one term holds $w_j$, and the bias stands alone:": lambda: all(
            [
                sum(term.has(at) for term in sympy.Add.make_args(total))
                for at in (*sympy.symbols(f"w1:{size + 1}"), b)
            ]
            == [1] * (size + 1)
            for size in range(2, 9)
            for total in [
                b + sum(sympy.Symbol(f"w{n}") * sympy.Symbol(f"x{n}") for n in range(1, size + 1))
            ]
        ),
        "The three factors are $-1.6065 \\cdot 0.2350 \\cdot 2 = -0.7551$, and the short form"
        " $(\\hat y - y)\\,x$ gives the same.": both_ways,
    }
)

AT_ZERO = 0.5 - np.array([0, 1, 1, 1])  # the errors on OR where all weights are zero
X_2 = np.array([0, 1, 0, 1])

page.claims(  # the paper tasks: what is right, and where each wrong answer comes from
    {
        "`-0.75`{ .answer }: $(0.75 - 1)\\cdot3$. The prediction is too low, so a larger $w_2$"
        " would"
        " help.": lambda: (
            (0.75 - 1) * 3 == -0.75
            and falls([cost_of_yes(math.log(3) + more * 3) for more in (0, 0.1, 0.2)])
        ),
        "One example: $x = (1, 3)$, the label 1, the prediction 0.75.": lambda: (
            evaluate(stated("derivation", "gradient-weight")[1], p=0.75, y=1, x=[1, 3], j=2)
            == -0.75
        ),
        "`0.75` : The sign is turned": lambda: (1 - 0.75) * 3 == 0.75,
        "`-0.25` : That is the error, and the slope for the bias.": lambda: 0.75 - 1 == -0.25,
        "`-0.14` : There is a $\\hat y(1-\\hat y)$ too many.": lambda: rounds(
            (0.75 - 1) * 0.75 * 0.25 * 3, "-0.14"
        ),
        r"On OR with all weights at zero the errors are $\tfrac12, -\tfrac12, -\tfrac12,"
        r" -\tfrac12$, and the column of $x_2$ is 0, 1,"
        " 0, 1.": lambda: [*AT_ZERO] == [0.5, -0.5, -0.5, -0.5],
        r"`-0.25`{ .answer }: $(0 - \tfrac12 + 0 - \tfrac12)/4$.": lambda: (
            X_2 @ AT_ZERO / 4 == -0.25
        ),
        "`-1` : That is the sum. The loss is a mean over 4 rows": lambda: X_2 @ AT_ZERO == -1,
        "`-0.50` : It is divided by the 2 rows that take part, or by the 2 inputs. Divide by all 4"
        " rows.": lambda: X_2 @ AT_ZERO / 2 == -0.5,
        "`0.25` : The sign is turned": lambda: -X_2 @ AT_ZERO / 4 == 0.25,
    }
)
