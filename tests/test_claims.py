"""What the prose claims and no output shows: equations, numbers, and words such as "never".

To bind a claim, add it to `CLAIMS` below its page: the very words that the page uses, and an
expression that is true if they are. The words must stand on the page, so whoever rewrites them
is led here; line breaks do not count. Every number in the prose has to be bound, here or by a
proof; `test_proofs.py` names those that are not.
"""

from __future__ import annotations

import inspect
import math
import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

import numpy as np
import outputs
import pytest
import snippet
import sympy
from numpy.typing import ArrayLike, NDArray
from oracle import AND, CORNERS, OR, XOR
from project import ROOT
from scipy.special import expit as sigma
from snippet import load
from sympy import Rational, diff, exp, log
from sympy.calculus.util import function_range

Array = NDArray[np.float64]

y, p, z, x, w, b = sympy.symbols("y p z x w b", real=True)
x1, x2, w1, w2, k, q, r = sympy.symbols("x1 x2 w1 w2 kappa q r", real=True)

SIGMA = 1 / (1 + exp(-z))
NEURON = SIGMA.subs(z, w1 * x1 + w2 * x2 + b)
TANH = (exp(z) - exp(-z)) / (exp(z) + exp(-z))
HALF, QUARTER = Rational(1, 2), Rational(1, 4)

WITH_ONES = np.array([[*corner, 1] for corner in CORNERS])  # (4, 3)


def cross_entropy(prediction: sympy.Expr) -> sympy.Expr:
    """The loss of one prediction."""
    return -(y * log(prediction) + (1 - y) * log(1 - prediction))


def same(*formulas: sympy.Expr) -> bool:
    """Whether the formulas are one and the same: at random places, to forty digits."""
    first, *others = map(sympy.sympify, formulas)
    names = sorted(set().union(*(f.free_symbols for f in (first, *others))), key=str)
    draw = np.random.default_rng(7)
    for _ in range(5):
        values = {name: Rational(int(draw.integers(1, 999)), 1000) for name in names}
        here, *elsewhere = (sympy.N(f.subs(values), 50) for f in (first, *others))
        if any(abs(here - there) > 1e-40 for there in elsewhere):
            return False
    return True


def rounds(value: ArrayLike, *texts: str) -> bool:
    """Whether each value, rounded to as many places as its text has, is what the text says."""
    pairs = zip(np.atleast_1d(value), texts, strict=True)
    return all(round(float(v), len(t.partition(".")[2])) == float(t) for v, t in pairs)


def prints(name: str) -> list[float]:
    """The numbers in the published output of a snippet."""
    return snippet.numbers(snippet.published(name))


def default(name: str, function: str, parameter: str) -> object:
    """The default of a parameter of a snippet's function."""
    return inspect.signature(getattr(load(name), function)).parameters[parameter].default


def trained() -> Array:
    """Weights and bias that the complete program ends at."""
    program = load("or-gate/program")
    return np.array([*program.w, program.b])


def answers(state: ArrayLike) -> list[int]:
    """What a neuron says to the four corners: yes, a 1, where z > 0."""
    return [int(total > 0) for total in WITH_ONES @ state]


def labels(data: list[tuple[tuple[int, int], int]]) -> list[int]:
    """The right answers of a gate."""
    return [label for _, label in data]


def or_loss(state: ArrayLike) -> float:
    """Cross-entropy of a neuron on OR."""
    totals = WITH_ONES @ state
    return float(np.mean(np.logaddexp(0, totals) - labels(OR) * totals))


def falls(losses: ArrayLike) -> bool:
    """Whether each is less than the one before it."""
    return bool(np.all(np.diff(losses) < 0))


def slows(losses: ArrayLike) -> bool:
    """Whether they fall, and less and less at each step."""
    return falls(losses) and bool(np.all(np.diff(losses, 2) > 0))


def lies_in(formula: sympy.Expr, low: int, high: int) -> bool:
    """Whether the values that the formula takes are just those between the two."""
    return function_range(formula, z, sympy.S.Reals) == sympy.Interval.open(low, high)


# What takes more than one expression


def layers_collapse() -> bool:
    """Two layers of unknown weights, three neurons and two, are one layer."""
    shapes = {"p": (3, 2), "q": (3, 1), "r": (2, 3), "s": (2, 1), "x": (2, 1)}
    first, bias1, second, bias2, inputs = (
        sympy.Matrix(*shape, sympy.symbols(f"{name}:{math.prod(shape)}"))
        for name, shape in shapes.items()
    )
    two = second * (first * inputs + bias1) + bias2
    one = (second * first) * inputs + (second * bias1 + bias2)
    return (two - one).expand() == sympy.zeros(2, 1)


def signs_of_the_weight() -> bool:
    """Where the line goes from x to x + 1, for a weight above, below and at zero."""
    climbs = [[weight * (v + 1) - weight * v for v in (-9, 0, 9)] for weight in (0.1, -0.1, 0)]
    return [{int(np.sign(climb)) for climb in those} for those in climbs] == [{1}, {-1}, {0}]


def where_it_changes_its_mind() -> bool:
    """Of all places near the point where z = 0, a neuron says yes to those on one side only."""
    point = Rational(3, 2)
    sums = [2 * (point + step) - 3 for step in (-Rational(1, 10**9), 0, Rational(1, 10**9))]
    return sums[1] == 0 and [total > 0 for total in sums] == [False, False, True]


def flat_sets() -> bool:
    """The dimension of a hyperplane among 1, 2 and 3 inputs: a point, a line, a plane."""
    return [len(sympy.ones(1, d).nullspace()) for d in (1, 2, 3)] == [0, 1, 2]


def a_tie_is_a_no() -> bool:
    """The code that decides: for weights of 1 and a bias of -1 two sums are 0."""
    says = load("or-gate/by_hand")
    ties = re.search(r"b = -1.0: answers \[([01 ]+)\]", says.stdout)
    return ties[1].split() == ["0", "0", "0", "1"] and answers([1, 1, -1]) == [0, 0, 0, 1]


def probabilities() -> bool:
    """What the softmax makes of many logits."""
    drawn = np.random.default_rng(2).normal(0, 3, (500, 4))
    rows = np.array([load("activations/softmax").softmax(logits) for logits in drawn])
    return bool(np.all((rows > 0) & (rows < 1)) and np.allclose(rows.sum(axis=1), 1))


def relu_at_zero() -> bool:
    """Its slope to the left and to the right of zero, and what the code answers there."""
    s = load("activations/relu")
    sides = [(s.relu(step) - s.relu(0.0)) / step for step in (-1e-9, 1e-9)]
    return sides == [0, 1] and s.relu_derivative(np.array([0.0])).tolist() == [0]


def greatest_slopes() -> bool:
    """The sigmoid's is one quarter; at 5 just these three have a slope of exactly 1."""
    names = ("sigmoid", "tanh", "relu", "leaky_relu", "elu")
    slopes = [float(getattr(load(f"activations/{n}"), f"{n}_derivative")(5.0)) for n in names]
    return diff(SIGMA, z).subs(z, 0) == QUARTER and [s == 1 for s in slopes] == [0, 0, 1, 1, 1]


def one_hot() -> bool:
    """In the page's table: a single 1 a row, in the place that the whole number names."""
    rows = load("loss/categorical_cross_entropy").Y
    places = load("loss/sparse_categorical_cross_entropy").y.tolist()
    others = [sorted(row)[:-1] for row in rows.tolist()]
    return [row.index(1) for row in rows.tolist()] == places and others == [[0, 0]] * len(rows)


def first_and_last_class() -> bool:
    """The first whole number picks the first of K probabilities, and K - 1 the last."""
    s, row = load("loss/sparse_categorical_cross_entropy"), np.array([[0.5, 0.3, 0.2]])
    losses = [s.sparse_categorical_cross_entropy(np.array([k]), row) for k in (0, 3 - 1)]
    return np.allclose(losses, -np.log([0.5, 0.2]))


def margin_of_one() -> bool:
    """Up to there every shortfall costs as much as it is; beyond it nothing changes."""
    losses = [float(load("loss/hinge").hinge(np.array([1]), np.array([m]))) for m in (0.75, 1, 9)]
    return losses == [0.25, 0, 0]


def hinge_labels() -> bool:
    """Of the page's three examples."""
    return set(load("loss/hinge").y.tolist()) == {-1, 1}


def wrong_without_end() -> bool:
    """The loss of a prediction that comes close to the wrong end, for both labels."""
    return [
        sympy.limit(cross_entropy(p).subs(y, label), p, end, side)
        for label, end, side in ((1, 0, "+"), (0, 1, "-"))
    ] == [sympy.oo, sympy.oo]


def two_labels() -> bool:
    """The cross-entropy of a sigmoid neuron for each label, in two forms."""
    loss = cross_entropy(SIGMA)
    return same(loss.subs(y, 0), -log(1 - SIGMA), log(1 + exp(z))) and same(
        loss.subs(y, 1), -log(SIGMA), log(1 + exp(-z))
    )


def tape_at_zero() -> bool:
    """The slope by the weight where the input is zero."""
    return diff(z, x) == 0 == diff(cross_entropy(NEURON), w1).subs(x1, 0)


def tape_start() -> bool:
    """Input, label, weight and bias of the chain."""
    s = load("derivation/tape")
    return [s.x, s.y, s.w, s.b] == [2, 1, 0.5, -0.5]


def bowl_rates() -> bool:
    """The rates that are drawn, and how many steps of each."""
    drawn = re.findall(r"α = (\S+): loss after (\d+) steps", load("gradient-descent/bowl").stdout)
    return drawn == [("0.3", "60"), ("0.6", "60"), ("0.65", "60")] and (
        default("gradient-descent/bowl", "descend", "steps") == 60
    )


def thousand_steps() -> bool:
    """So many train the OR gate, and after them the figure's neuron is the complete program's."""
    loss, *outputs = gates_learnt()[0]
    ends = [or_loss(trained()), *sigma(WITH_ONES @ trained())]
    return len(load("or-gate/steps").losses) == 1000 and rounds(ends, *map(str, [loss, *outputs]))


def softmax_slopes() -> bool:
    """Of the first of three probabilities, by its own logit and by another."""
    total = exp(q) + exp(r) + exp(z)
    first, other = exp(q) / total, exp(r) / total
    return same(diff(first, q), first * (1 - first)) and same(diff(first, r), -first * other)


def all_three_agree() -> bool:
    """The three ways to compute a loss, for a label of 0, up to a logit of 6."""
    s, logits = load("cross-entropy/stable"), np.linspace(-6, 6)
    right = s.from_logit(0, logits)
    ways = [s.from_probability(0, logits, eps) for eps in (0, 1e-8)]
    return all(np.allclose(way, right, atol=1e-5) for way in ways)


def three_curves_end() -> bool:
    """Where the naive loss becomes infinite, and the height of the ceiling."""
    s = load("cross-entropy/stable")
    with np.errstate(divide="ignore"):
        logits = s.z[np.isfinite(s.from_probability(0, s.z))]
    return 36 < max(logits) < 37 and rounds(s.from_probability(0, 50.0, 1e-8), "18.42")


def epsilon_is_small() -> bool:
    """What it changes in the loss of the complete program."""
    s = load("or-gate/program")
    exact, shifted = (s.binary_cross_entropy(s.y, s.y_hat, eps) for eps in (0, 1e-8))
    return 0.5e-8 < exact - shifted < 5e-8


def race_as_drawn() -> bool:
    """How the two curves run."""
    slow, fast = load("cross-entropy/race").runs.values()
    return fast[50] < 0.1 and min(slow[:151]) > 0.93 and rounds(slow[300], "0.2")


def plateau() -> bool:
    """For how many steps squared error leaves a wrong output above 0.8."""
    slow, _ = load("cross-entropy/race").runs.values()
    return 180 <= sum(output > 0.8 for output in slow) <= 220


def loop_by_hand() -> bool:
    """Once round the loop, in fractions."""
    half, lr = Fraction("0.5"), Fraction("0.1")
    slopes = [-1 / half, half * half, 2]
    dw, db = math.prod(slopes), math.prod(slopes[:2])
    moved = (half - lr * dw, -1 - lr * db)
    right = (Fraction("0.6"), Fraction("-0.95"))
    return half * 2 - 1 == 0 and [*slopes, dw, db] == [-2, 0.25, 2, -1, -0.5] and moved == right


def four_per_cent() -> bool:
    """At the critical rate and above it, over the sixty epochs of the figure."""
    critical = 8 / (7 + math.sqrt(33))
    at, above = (
        np.array(load("gradient-descent/learning_rate").losses(factor * critical))
        for factor in (1, 1.04)
    )
    straight = np.ptp(np.diff(np.log(above))[-20:]) < 0.01
    return 0.7 < at[-1] < 0.75 and above[-1] > 1000 and straight


def best_linear() -> bool:
    """Least squares on the labels of OR."""
    _, [residual], *_ = np.linalg.lstsq(WITH_ONES, labels(OR))
    return rounds(residual / 4, "0.0625")


def settles() -> bool:
    """The factor 1 - t, for t = αλ, lies between -1 and 1 exactly for t between 0 and 2."""
    inside = sympy.solve_univariate_inequality(abs(1 - x) < 1, x, relational=False)
    return inside == sympy.Interval.open(0, 2)


def doubling_helps() -> bool:
    """Neurons that have OR right: with all doubled none is less sure, and the loss is less."""
    drawn = np.random.default_rng(0).normal(size=(5000, 3))
    able = [state for state in drawn if answers(state) == labels(OR)]
    able += [np.array([1.0, 2.0, 0.0])]  # where one answer, at z = 0, stays as it is
    sure = [[abs(sigma(WITH_ONES @ (c * s)) - 0.5) for s in able] for c in (1, 2)]
    lower = all(or_loss(2 * state) < or_loss(state) for state in able)
    return len(able) > 100 and lower and bool(np.all(np.array(sure[1]) >= sure[0]))


def crossings_decide() -> bool:
    """Neurons with positive weights have OR right just if both crossings lie between 0 and 1."""
    drawn = np.random.default_rng(1).normal(size=(5000, 3)) * [1, 1, 2]
    drawn[:, :2] = abs(drawn[:, :2])
    between = [all(0 < -b / w < 1 for w in (w1, w2)) for w1, w2, b in drawn]
    right = [answers(state) == labels(OR) for state in drawn]
    return 100 < sum(between) < 4900 and between == right


def training_goes_on() -> bool:
    """Train the OR gate ten times as long: the loss falls at every epoch, to less than a fifth."""
    s = load("or-gate/steps")
    np.random.seed(42)
    start = np.random.rand(2), np.random.rand()
    *_, losses = s.train(s.X, s.y, *start, epochs=10_000)
    return falls(losses) and losses[999] == s.losses[-1] and losses[-1] < losses[999] / 5


def surest_and_least() -> bool:
    """The rows whose predictions are farthest from one half, and closest to it."""
    sure = abs(load("or-gate/program").y_hat - 0.5)
    return (np.argmax(sure), np.argmin(sure)) == (3, 0)


def errors_cancel() -> bool:
    """On XOR, where every answer is one half, for both weights and the bias."""
    errors = [HALF - label for label in labels(XOR)]
    slopes = sympy.Matrix(WITH_ONES).T * sympy.Matrix(errors)
    return errors == [HALF, -HALF, -HALF, HALF] and slopes == sympy.zeros(3, 1)


def contradiction() -> bool:
    """The two inner sums and the two outer sums of the four inequalities are the same number."""
    inner, outer = (w2 + b) + (w1 + b), b + (w1 + w2 + b)
    return same(inner, outer, w1 + w2 + 2 * b)


def by_hand(first: int, second: int) -> tuple[int, int, int]:
    """Both hidden values and the output of the network with whole numbers."""
    a1, a2 = max(0, first + second), max(0, first + second - 1)
    return a1, a2, a1 - 2 * a2


def hidden_error() -> bool:
    """The slope of the loss by a hidden neuron's sum, through tanh and the output's weight."""
    a1 = TANH.subs(z, q)
    prediction = SIGMA.subs(z, w * a1 + b)
    return same(diff(cross_entropy(prediction), q), (prediction - y) * w * (1 - a1**2))


def stuck() -> bool:
    """The first start: its loss, and its answers to 00, 01, 10 and 11."""
    _, loss, *outputs_ = prints("layers/xor_network")[:6]
    right = [round(outputs_[row]) == labels(XOR)[row] for row in (0, 2)]
    undecided = [outputs_[row] == 0.5 for row in (1, 3)]
    return abs(loss - math.log(2) / 2) < 1e-3 and all(right + undecided)


Check = Callable[[], object]

CLAIMS: dict[str, dict[str, Check]] = {
    "neuron.md": {
        r"2\cdot10 + 3\cdot15 + 5 = 70": lambda: 2 * 10 + 3 * 15 + 5 == 70,
        "You buy 2 apples at ₹10 each and 3 oranges at ₹15 each, and delivery costs ₹5": lambda: (
            [*load("neuron/stall").x, *load("neuron/stall").w, load("neuron/stall").b]
            == [2, 3, 10, 15, 5]
        ),
        "`(2,)` means a list of two numbers.": lambda: (
            load("neuron/stall").x.shape == load("neuron/stall").w.shape == (2,)
        ),
        "**A larger bias makes the neuron fire more easily**": lambda: (
            re.findall(r"(?:not )?spam", snippet.published("neuron/spam"))
            == ["not spam" if 4 * 0.5 + 2 * 1.2 + bias <= 0 else "spam" for bias in (-6, -4, -2)]
            == ["not spam", "spam", "spam"]
        ),
    },
    "line.md": {
        "- If $w > 0$, the line goes uphill: a larger $x$ gives a larger $z$. - If $w < 0$, it goes"
        " downhill. - If $w = 0$, it is flat: the input makes no": signs_of_the_weight,
        r"- The bias $b$ is the height at $x = 0$.": lambda: (w * x + b).subs(x, 0) == b,
        "The weight sets how steep a line is and which way it runs": lambda: (
            [prints("line/lines")[n::4] for n in (0, 1)]
            == [prints("line/lines")[n::4] for n in (2, 3)]
            == [[1, -1, 2, 0.5], [0, 0, 5, -3]]
        ),
        "where $z$ crosses from negative to positive. It is the set of inputs with $z = 0$, the": (
            where_it_changes_its_mind
        ),
        r"x = -\frac{b}{w}": lambda: sympy.solve(w * x + b, x) == [-b / w],
        r"(This needs $w \ne 0$. A neuron with $w = 0$ answers the same for every input": lambda: (
            sympy.solve(0 * x + b, x) == [] and diff(0 * x + b, x) == 0
        ),
        "It is a point for $d = 1$, a line for $d = 2$, a plane for $d = 3$.": flat_sets,
        "A point exactly on the boundary has $z = 0$, and": lambda: (
            (w * x + b).subs(x, sympy.solve(w * x + b, x)[0]) == 0
        ),
        'On these pages "yes" means $z > 0$.': a_tie_is_a_no,
        "the decision boundary is where $z = 0$, a point, a line": where_it_changes_its_mind,
        "the rising line z = 2x − 3 crosses z = 0 at the point x = 1.5.": lambda: (
            sympy.solve(2 * x - 3, x) == [Rational("1.5")]
        ),
        "(0, 0) below it with z = −3, (1, 1) on it with z = 0, and (2, 2) above": lambda: (
            [first + 2 * second - 3 for first, second in ((0, 0), (1, 1), (2, 2))] == [-3, 0, 3]
        ),
        "stands at right angles to the boundary": lambda: (  # (w2, -w1) runs along it
            same(w1 * (x1 + w2) + w2 * (x2 - w1), w1 * x1 + w2 * x2)
        ),
        "and points to the side where $z$ is positive": lambda: (  # a step along w adds |w|²
            same(w1 * (x1 + w1) + w2 * (x2 + w2) - (w1 * x1 + w2 * x2), w1**2 + w2**2)
        ),
    },
    "non-linearity.md": {
        "W_2(W_1x + b_1) + b_2 = (W_2W_1)x + (W_2b_1 + b_2)": layers_collapse,
        r"the top left number of $W$ is $2\cdot1 + 1\cdot0 - 1\cdot3 = -1$.": lambda: (
            2 * 1 + 1 * 0 - 1 * 3 == -1 == prints("non-linearity/collapse")[0]
            and load("non-linearity/collapse").W2.tolist() == [[2, 1, -1]]
            and load("non-linearity/collapse").W1[:, 0].tolist() == [1, 0, 3]
        ),
        "$(x+1) - 2x + (x-1) = 0$ for every $x$.": lambda: same((x + 1) - 2 * x + (x - 1), 0),
        "the first unit bends at $-1$, the second at $0$, the third at $1$.": lambda: (
            [load("non-linearity/bend").relu(c + bias) for c, bias in ((-1, 1), (0, 0), (1, -1))]
            == [0, 0, 0]
            and load("non-linearity/bend").b1.tolist() == [1, 0, -1]
        ),
    },
    "activations.md": {
        r"\sigma'(z) = \sigma(z)\,(1-\sigma(z))": lambda: same(diff(SIGMA, z), SIGMA * (1 - SIGMA)),
        "squeezes any number into the range $(0, 1)$": lambda: lies_in(SIGMA, 0, 1),
        r"its slope never exceeds $\tfrac14$": lambda: same(
            diff(SIGMA, z), QUARTER - (SIGMA - HALF) ** 2
        ),
        "steepest in the middle, almost flat beyond ±5": lambda: sigma(5) * sigma(-5) < 0.007,
        r"\tanh(z) = \frac{e^{z}-e^{-z}}{e^{z}+e^{-z}}": lambda: same(TANH, sympy.tanh(z)),
        r"\tanh'(z) = 1-\tanh^2(z)": lambda: same(diff(TANH, z), 1 - TANH**2),
        r"$\tanh(z) = 2\sigma(2z) - 1$": lambda: same(TANH, 2 * SIGMA.subs(z, 2 * z) - 1),
        "with the range $(-1, 1)$. It is zero-centred: zero stays zero": lambda: (
            lies_in(TANH, -1, 1) and TANH.subs(z, 0) == 0
        ),
        "a hill that is 1 high at z = 0 and near zero beyond ±3.": lambda: (
            diff(TANH, z).subs(z, 0) == 1 and 1 - math.tanh(3) ** 2 < 0.01
        ),
        "four times as steep in the middle as the sigmoid": lambda: (
            diff(TANH, z).subs(z, 0) == 4 * diff(SIGMA, z).subs(z, 0)
        ),
        "and saturated sooner.": lambda: 1 - math.tanh(3) ** 2 < sigma(3) * sigma(-3) / 4,
        r"answers zero to all others; its range is $[0, \infty)$.": lambda: (
            load("activations/relu").relu(np.array([-9.0, 0, 9])).tolist() == [0, 0, 9]
        ),
        "For $z > 0$ its slope is 1 and does not fade": lambda: (
            load("activations/relu").relu_derivative(10.0 ** np.arange(-9, 9)).tolist() == [1] * 18
        ),
        "At $z = 0$ the curve has a kink and, strictly, no derivative.": relu_at_zero,
        "with inputs of zeros and ones, $z = 0$ does occur": lambda: (
            0 in [first * w - second * w for first, second in CORNERS]
        ),
        "the same function with ten times the leak": lambda: np.isclose(
            load("activations/leaky_relu").leaky_relu(-3.0, 0.1), 10 * 0.01 * -3
        ),
        "Each lies in $(0, 1)$, and they sum to 1.": probabilities,
        "its only output would always be 1": lambda: exp(z) / exp(z) == 1,
        r"p_k(1-p_k) & k = r \\ -p_k\,p_r & k \ne r": softmax_slopes,
        r"{e^{-M}\sum_r e^{z_r}} = \frac{e^{z_k}}{\sum_r e^{z_r}}": lambda: same(
            exp(q - x) / (exp(q - x) + exp(r - x)), exp(q) / (exp(q) + exp(r))
        ),
        "Without it, a logit of 1000 already does:": lambda: math.log(np.finfo(float).max) < 1000,
        "a hill with its top of one quarter where p₁ is one half.": lambda: same(
            p * (1 - p), QUARTER - (p - HALF) ** 2
        ),
        r"1 & z > 0 \\ \kappa\,e^{z} & z \le 0": lambda: same(
            diff(k * (exp(z) - 1), z), k * exp(z)
        ),
        r"Its range is $(-\kappa, \infty)$.": lambda: (
            sympy.limit(2 * (exp(z) - 1), z, -sympy.oo) == -2
        ),
        r"With $\kappa = 1$ the two pieces meet without a kink: both have the slope 1 at": lambda: (
            [f.subs(z, 0) for f in (exp(z) - 1, diff(exp(z) - 1, z))] == [0, diff(z, z)]
            and sympy.solve(diff(k * (exp(z) - 1), z).subs(z, 0) - 1, k) == [1]
        ),
        "`np.expm1(z)` is $e^z - 1$, computed without losing digits": lambda: (
            np.isclose(np.expm1(0.7), math.exp(0.7) - 1, rtol=1e-14)
            and np.expm1(1e-17) == 1e-17 != math.exp(1e-17) - 1
        ),
        "| Sigmoid | $(0, 1)$ |": lambda: lies_in(SIGMA, 0, 1),
        "| Tanh | $(-1, 1)$ |": lambda: lies_in(TANH, -1, 1),
        r"| ReLU | $[0, \infty)$ |": lambda: (
            load("activations/relu").relu(np.array([-9.0, 0, 9])).tolist() == [0, 0, 9]
        ),
        "| Softmax | each in $(0, 1)$, sum 1 |": probabilities,
    },
    "loss.md": {
        "twice the error, four times the loss": lambda: same((2 * x) ** 2, 4 * x**2),
        "The errors are $-0.5$ and $2$, their squares $0.25$ and $4$": lambda: (
            [2.5 - 3, 7 - 5] == [-0.5, 2] and [(-0.5) ** 2, 2**2] == [0.25, 4]
        ),
        r"\frac{0.25 + 4}{2} = 2.125": lambda: (0.25 + 4) / 2 == 2.125,
        "it reaches 9 at an error of 3.": lambda: 3**2 == 9,
        r"\frac{0.5 + 2}{2} = 1.25": lambda: (0.5 + 2) / 2 == 1.25,
        r"\frac{\hat y_i - y_i}{\hat y_i\,(1-\hat y_i)}": lambda: same(
            diff(cross_entropy(p), p), (p - y) / (p * (1 - p))
        ),
        r"If the label is 1, only the first term counts, $-\log\hat y$; if it is 0, only the"
        r" second, $-\log(1-\hat y)$.": lambda: (
            same(cross_entropy(p).subs(y, 1), -log(p))
            and same(cross_entropy(p).subs(y, 0), -log(1 - p))
        ),
        "The label is a row as well: 1 for the right class and 0 for all others.": one_hot,
        "the position of its 1.": one_hot,
        "as a whole number $y_i$ from $0$ to $K-1$": first_and_last_class,
        "its labels are $-1$ and $+1$, and": hinge_labels,
        "the margin should be at least 1. What falls short is the loss, and what exceeds 1 earns"
        " nothing more.": margin_of_one,
        "| margins below 1 |": margin_of_one,
        r"-\frac{\log 0.9 + \log 0.8 + \log 0.6}{3} \approx 0.2798": lambda: rounds(
            -math.log(0.9 * 0.8 * 0.6) / 3, "0.2798"
        ),
        r"-\frac{\log 0.7 + \log 0.6}{2} \approx 0.4338": lambda: rounds(
            -math.log(0.7 * 0.6) / 2, "0.4338"
        ),
        "the loss −log p falls from about 3 to 0": lambda: rounds(-math.log(0.05), "3"),
        "its gradient −1/p rises from far below −8 to −1.": lambda: (
            diff(-log(p), p) == -1 / p and -1 / 0.05 < -16
        ),
        "is highlighted: 0.7, loss 0.357.": lambda: rounds(-math.log(0.7), "0.357"),
        "is highlighted: 0.6, loss 0.511.": lambda: rounds(-math.log(0.6), "0.511"),
        "the margins 2, 0.5 and $-1$ fall short of 1 by 0, 0.5 and 2": lambda: (
            [max(0, 1 - margin) for margin in (2, 0.5, -1)] == [0, 0.5, 2]
        ),
        r"\frac{0 + 0.5 + 2}{3} \approx 0.8333": lambda: rounds((0 + 0.5 + 2) / 3, "0.8333"),
        "from 3 at a margin of −2 to 0 at a margin of 1": lambda: (
            [max(0, 1 - margin) for margin in (-2, 1)] == [3, 0]
        ),
    },
    "cross-entropy.md": {
        "What happens when a prediction reaches exactly 0 or 1?": wrong_without_end,
        r"If the prediction is exactly 0 for a label of 1, the loss asks for $\log 0$, which is"
        r" $-\infty$.": wrong_without_end,
        r"with a small number $\varepsilon = 10^{-8}$ inside both logarithms": lambda: (
            default("or-gate/program", "binary_cross_entropy", "eps") == 1e-8
        ),
        "In mathematics the sigmoid never reaches 1.": lambda: lies_in(SIGMA, 0, 1),
        r"$-\log(1 + 10^{-8})$, a little less than zero.": lambda: (
            -1e-8 < -math.log1p(1e-8) < -0.99e-8 and prints("cross-entropy/epsilon")[0] == -1e-8
        ),
        r"scores $-\log 10^{-8} \approx 18.42$ and no more": lambda: (
            rounds(8 * math.log(10), "18.42") and 18.42 in prints("cross-entropy/epsilon")
        ),
        r"$1 - \sigma(37)$ comes out as exactly 0 all the same": lambda: (
            1 - load("activations/sigmoid").sigmoid(37.0) == 0
        ),
        "adds $e^{-37}$, which is below $10^{-16}$, to 1, and the sum is rounded back to"
        " 1.": lambda: math.exp(-37) < 1e-16 and 1 + math.exp(-37) == 1,
        r"L = \log(1 + e^{z}) - y z": lambda: same(log(1 + exp(z)) - y * z, cross_entropy(SIGMA)),
        r"$1-\sigma(z) = 1/(1+e^z)$": lambda: same(1 - SIGMA, 1 / (1 + exp(z))),
        r"$-\log\sigma(z) = \log(1+e^{-z})$, and this equals $\log(1+e^z) - z$.": lambda: same(
            -log(SIGMA), log(1 + exp(-z)), log(1 + exp(z)) - z
        ),
        r"For $y = 0$ the loss is $-\log(1-\sigma(z))$, and $1-\sigma(z) = 1/(1+e^z)$, which gives"
        r" $\log(1+e^z)$. For $y = 1$ it is": two_labels,
        r"`logaddexp(0, z)` computes $\log(e^0 + e^z)$ without": lambda: (
            np.isclose(np.logaddexp(0, 2.0), math.log(math.exp(0) + math.exp(2.0)), rtol=1e-14)
            and np.logaddexp(0, 1e6) == 1e6
        ),
        r"because its outputs stay far from 0 and 1, where": lambda: (
            min(load("or-gate/program").y_hat) > 1e-2 and max(load("or-gate/program").y_hat) < 0.999
        ),
        r"and for the squared error $(\hat y - y)^2$": lambda: same(
            diff((p - y) ** 2, p) * diff(SIGMA, z).subs(z, log(p / (1 - p))),
            2 * (p - y) * p * (1 - p),
        ),
        r"say $\hat y \approx 1$ though $y = 0$, it is saturated, and $\sigma'(z)$ is": lambda: (
            sigma(4) > 0.98 and sigma(4) * (1 - sigma(4)) < 0.02
        ),
        "and stops before z = 37. With ε it levels off at 18.42.": three_curves_end,
        "All three agree while the neuron is not too sure of itself.": all_three_agree,
        "where the difference is in the eighth decimal.": epsilon_is_small,
        r"= (\hat y - y)\,x \label{race-cross-entropy}": lambda: same(
            diff(cross_entropy(NEURON), w1), (NEURON - y) * x1
        ),
        r"= 2(\hat y - y)\,\sigma'(z)\,x \label{race-squared-error}": lambda: same(
            diff((NEURON - y) ** 2, w1), 2 * (NEURON - y) * NEURON * (1 - NEURON) * x1
        ),
        "$w = b = 2$, so that the first output is 0.98.": lambda: rounds(sigma(2 * 1 + 2), "0.98"),
        "With cross-entropy it drops at once, below 0.1 after 50 steps.": race_as_drawn,
        "it stays above 0.93 for 150 steps and falls only then, to about 0.2": race_as_drawn,
        "Squared error loses some two hundred steps on the plateau": plateau,
    },
    "network.md": {
        "The six arrows on the left are the six numbers of the first weight matrix": lambda: (
            load("network/forward").W1.size == 6 and load("network/forward").W2.size == 3
        ),
        r"the first row of `z1` is $1\cdot1 - 1\cdot2 + 1 = 0$, and $\sigma(0) = 0.5$.": lambda: (
            1 * 1 - 1 * 2 + 1 == 0 == load("network/forward").z1[0] and sigma(0) == 0.5
        ),
        r"$z = 0.5\cdot2 - 1 = 0$, so $\hat y = \sigma(0) = 0.5$": loop_by_hand,
        r"$L = -\log 0.5 \approx 0.6931$.": lambda: rounds(-math.log(0.5), "0.6931"),
        r"$\partial L/\partial\hat y = -1/0.5 = -2$": loop_by_hand,
        r"$\partial\hat y/\partial z = 0.5\cdot0.5 = 0.25$": loop_by_hand,
        r"Their product is $-2\cdot0.25\cdot2 = -1$.": loop_by_hand,
        "For the bias the last factor is 1, and the product is $-0.5$.": loop_by_hand,
        r"$w = 0.5 + 0.1\cdot1 = 0.6$, and $b = -1 + 0.1\cdot0.5 = -0.95$.": loop_by_hand,
    },
    "gradient-descent.md": {
        "Take $L(w) = (w-3)^2$, with the slope $2(w-3)$": lambda: same(
            diff((w - 3) ** 2, w), 2 * (w - 3)
        ),
        r"leads to $0 - 0.1\cdot2\cdot(0-3) = 0.6$.": lambda: (
            0 - Decimal("0.1") * 2 * (0 - 3) == Decimal("0.6")
        ),
        "The loss falls from 0.3682 to below 0.09, quickly at first and then more and": lambda: (
            rounds(load("gradient-descent/train").losses[0], "0.3682")
            and load("gradient-descent/train").losses[-1] < 0.09
            and slows(load("gradient-descent/train").losses[::100])
        ),
        "Below the critical rate this factor lies between $-1$ and $1$": settles,
        "exactly at it, it stays near its first value; four per cent above,": four_per_cent,
        "the loss settles at 0.0625, the best that a linear neuron can do on these": best_linear,
        "The loss jumps up once, and then it is almost zero.": lambda: (
            [float(f"{loss:.0e}") for loss in prints("gradient-descent/big_steps")[1::2]]
            == [0.7, 6, 0.2, 3e-6]
        ),
        r"each example's $\hat y - y$ lies between $-1$ and $1$": lambda: all(
            -1 < sigma(s) - label < 1 for s in (-30, 0, 30) for label in (0, 1)
        ),
        "multiplying all weights and the bias by two makes no answer less": doubling_helps,
    },
    "derivation.md": {
        r"= -\frac{y}{\hat y} + \frac{1-y}{1-\hat y} \label": lambda: same(
            diff(cross_entropy(p), p), -y / p + (1 - y) / (1 - p)
        ),
        r"\frac{-y(1-\hat y) + (1-y)\hat y}{\hat y(1-\hat y)} = \frac{\hat y - y}": lambda: same(
            -y / p + (1 - y) / (1 - p),
            (-y * (1 - p) + (1 - y) * p) / (p * (1 - p)),
            (p - y) / (p * (1 - p)),
        ),
        r"= -(1+e^{-z})^{-2}\cdot(-e^{-z}) = \frac{e^{-z}}{(1+e^{-z})^2}": lambda: same(
            diff(SIGMA, z), -((1 + exp(-z)) ** -2) * -exp(-z), exp(-z) / (1 + exp(-z)) ** 2
        ),
        r"= \frac{1}{1+e^{-z}}\cdot\frac{e^{-z}}{1+e^{-z}}": lambda: same(
            exp(-z) / (1 + exp(-z)) ** 2, 1 / (1 + exp(-z)) * (exp(-z) / (1 + exp(-z)))
        ),
        r"1 - \hat y = 1 - \frac{1}{1+e^{-z}} = \frac{e^{-z}}{1+e^{-z}}": lambda: same(
            1 - SIGMA, exp(-z) / (1 + exp(-z))
        ),
        r"\frac{d\hat y}{dz} = \hat y(1-\hat y)": lambda: same(diff(SIGMA, z), SIGMA * (1 - SIGMA)),
        r"\cdot\hat y(1-\hat y) = \hat y - y": lambda: same(
            diff(cross_entropy(SIGMA), z), SIGMA - y
        ),
        r"\frac{\partial z}{\partial w_j} = x_j": lambda: diff(w1 * x1 + w2 * x2 + b, w1) == x1,
        r"\frac{\partial z}{\partial b} = 1": lambda: diff(w1 * x1 + w2 * x2 + b, b) == 1,
        r"\frac{\partial L}{\partial w_j} = (\hat y - y)\,x_j": lambda: same(
            diff(cross_entropy(NEURON), w2), (NEURON - y) * x2
        ),
        r"\frac{\partial L}{\partial b} = \hat y - y": lambda: same(
            diff(cross_entropy(NEURON), b), NEURON - y
        ),
        r"The two ways agree to about $2\cdot10^{-9}$": lambda: (
            f"{prints('derivation/gradient')[-1]:.0e}" == "2e-09"
        ),
    },
    "or-gate.md": {
        r"the small $\varepsilon = 10^{-8}$ inside both logarithms": lambda: (
            default("or-gate/steps", "binary_cross_entropy", "eps") == 1e-8
        ),
        r"with the learning rate $\alpha = 0.1$ for 1000 epochs": lambda: (
            [default("or-gate/steps", "train", name) for name in ("lr", "epochs")] == [0.1, 1000]
        ),
        "surest about the row with two ones, and least sure about the row with": surest_and_least,
        "$z = 4.0434 + 4.0871 - 1.4956 = 6.6349$": lambda: (
            Decimal("4.0434") + Decimal("4.0871") - Decimal("1.4956") == Decimal("6.6349")
            and rounds(trained(), "4.0434", "4.0871", "-1.4956")
        ),
        r"$\sigma(6.6349) \approx 0.9987$": lambda: rounds(sigma(6.6349), "0.9987"),
        "It starts at 0.4253, falls steeply at first and then more and more slowly, and": lambda: (
            rounds(load("or-gate/steps").losses[0], "0.4253")
            and slows(load("or-gate/steps").losses)
        ),
        "and ends at 0.0879.": lambda: rounds(load("or-gate/steps").losses[-1], "0.0879"),
        "The loss falls at every epoch, fast and then slowly.": training_goes_on,
    },
    "or-gate/program.md": {
        "the neuron is untrained, and its loss is 0.4253.": lambda: rounds(
            prints("or-gate/program")[1], "0.4253"
        ),
        r"already below $\ln 2 \approx 0.6931$, the loss of an undecided neuron": lambda: (
            prints("or-gate/program")[1] < or_loss([0, 0, 0])
            and rounds(or_loss([0, 0, 0]), "0.6931")
        ),
        "From there the loss falls at every line, to 0.0960 at epoch 900.": lambda: (
            slows(prints("or-gate/program")[1:20:2])
            and prints("or-gate/program")[18] == 900
            and rounds(prints("or-gate/program")[19], "0.0960")
        ),
        "Both are positive and about 4": lambda: rounds(trained()[:2], "4", "4"),
        'The bias is about $-1.5$: with no input, the answer is "no".': lambda: (
            rounds(trained()[2], "-1.5") and answers(trained())[0] == 0
        ),
        "$z = 4.08714596 - 1.49555926 = 2.5915867$": lambda: (
            Decimal("4.08714596") - Decimal("1.49555926") == Decimal("2.5915867")
            and rounds(trained()[1:], "4.08714596", "-1.49555926")
        ),
        r"$\sigma(2.5915867) \approx 0.9303$": lambda: rounds(sigma(2.5915867), "0.9303"),
        "a prediction of exactly one half would go to 0, which matches our rule": lambda: (
            np.round(0.5) == 0 == answers([0, 0, 0])[0]
        ),
        "These thirteen lines were reproduced": lambda: (
            len(snippet.published("or-gate/program").splitlines()) == 13
        ),
        "allows a relative difference of $10^{-9}$": lambda: outputs.TOLERANCE == 1e-9,
        "the boundary, crosses both axes near 0.37.": lambda: rounds(
            -trained()[2] / trained()[:2], "0.37", "0.37"
        ),
        r"Setting $x_2 = 0$ in the equation gives $x_1 = -b/w_1 \approx 0.37$,": lambda: (
            sympy.solve(w1 * x1 + b, x1) == [-b / w1]
            and rounds(-trained()[2] / trained()[0], "0.37")
        ),
        "As long as both crossings lie between 0 and 1, all four rows are right.": crossings_decide,
    },
    "limits.md": {
        "slope 1.99, intercept 0.96.": lambda: rounds(
            prints("limits/regression")[:2], "1.99", "0.96"
        ),
        "the loss sinks to ln 2 ≈ 0.693 and stays there": lambda: rounds(math.log(2), "0.693"),
        r"-\log\tfrac12 = \ln 2 \approx 0.6931": lambda: rounds(
            [math.log(2), -math.log(0.5)], "0.6931", "0.6931"
        ),
        r"the four rows are $\tfrac12, -\tfrac12, -\tfrac12, \tfrac12$": errors_cancel,
        r"with a larger $\alpha$ than about 5.02, the neuron could not even settle there": lambda: (
            rounds(64 / (7 + math.sqrt(33)), "5.02")
        ),
        r"w_1 + w_2 + 2b > 0 \qquad\text{and}\qquad w_1 + w_2 + 2b \le 0": contradiction,
        "the OR boundary, for instance, fails only at the corner (1, 1).": lambda: (
            np.equal(answers(trained()), labels(XOR)).tolist() == [True, True, True, False]
        ),
        "one neuron cannot reach 100 % on XOR, but it can reach 75 %": lambda: (
            prints("limits/half_planes")[-2:] == [3, 4]
        ),
        "Of the 16 ways to label four corners, 14 can be separated by a line.": lambda: (
            prints("limits/half_planes")[:2] == [14, 16] == [14, 2**4]
        ),
    },
    "layers.md": {
        'XOR is "OR, but not AND".': lambda: (
            [either - both for either, both in zip(labels(OR), labels(AND), strict=True)]
            == labels(XOR)
        ),
        r"$a_1 = 2$, $a_2 = 1$, and $\hat y = 2 - 2\cdot1 = 0$.": lambda: (
            by_hand(1, 1) == (2, 1, 0)
        ),
        r"the row (0, 1): $a_1 = 1$, $a_2 = 0$, and $\hat y = 1$.": lambda: (
            by_hand(0, 1) == (1, 0, 1)
        ),
        "have become the *same point* [1 0].": lambda: by_hand(0, 1) == by_hand(1, 0) == (1, 0, 1),
        "the output would be $2 - x_1 - x_2$, one straight map": lambda: same(
            (x1 + x2) - 2 * (x1 + x2 - 1), 2 - x1 - x2
        ),
        r"= (\hat y - y)\,w^{[2]}_j\,\bigl(1 - (a^{[1]}_j)^2\bigr)": hidden_error,
        "it gets stuck with two rows right and two undecided": stuck,
        r"$\tfrac12\ln 2 \approx 0.3466$": lambda: rounds(math.log(2) / 2, "0.3466"),
        "seen in a network of nine numbers": lambda: (
            sum(map(np.size, load("layers/xor_network").train(1, epochs=0))) == 9
        ),
    },
    "notation.md": {
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
        "For one neuron: where $z = 0$.": where_it_changes_its_mind,
        "for a label $y$ of $-1$ or $+1$:": hinge_labels,
        "(With logarithms to the base 2 it would be the bit.)": lambda: -math.log2(0.5) == 1,
        "A label as a row that is 1 for the right class and 0 for all others.": one_hot,
    },
    "checks.md": {
        "numbers to a relative difference of $10^{-9}$.": lambda: outputs.TOLERANCE == 1e-9,
    },
}

# The interactive figures: each with its question and answer in a chapter, and again on play.md.


def gate_biases() -> bool:
    """With both weights at 1: the biases, in eighths, that make AND and those that make OR."""
    biases = np.arange(-24, 25) / 8
    ands, ors = (
        [bias for bias in biases if answers([1, 1, bias]) == labels(gate)] for gate in (AND, OR)
    )
    between = [[v for v in biases if low < v <= low + 1] for low in (-2, -1)]
    return [ands, ors] == between


def most_of_xor() -> bool:
    """The most rows of XOR that any neuron gets right, and what the weights of OR get."""
    drawn = np.random.default_rng(1).normal(size=(5000, 3))
    right = [np.equal(answers(state), labels(XOR)).sum() for state in drawn]
    return max(right) == 3 == np.equal(answers([1, 1, -0.5]), labels(XOR)).sum()


def slopes_at_five() -> bool:
    """Of all but softmax; and the share of their greatest slope, for sigmoid and tanh."""
    names = ("sigmoid", "tanh", "relu", "leaky_relu", "elu")
    slopes = [float(getattr(load(f"activations/{n}"), f"{n}_derivative")(5.0)) for n in names]
    shares = [100 * slopes[0] / 0.25, 100 * slopes[1]]
    return rounds([*slopes, *shares], "0.0066", "0.0002", "1", "1", "1", "2.66", "0.02")


def both_ways() -> bool:
    """The three factors of the tape, and the short form."""
    s = load("derivation/tape")
    factors = [derived for derived, _ in s.slopes.values()]
    short = (s.y_hat - s.y) * s.x
    found = [*factors, math.prod(factors), short]
    return rounds(found, "-1.6065", "0.2350", "2", "-0.7551", "-0.7551")


def race_is_decided() -> bool:
    """The first steps at which the outputs are below one half."""
    slow, fast = (np.array(run) for run in load("cross-entropy/race").runs.values())
    return [np.argmax(run < 0.5) for run in (fast, slow)] == [17, 232] and 232 - 17 == 215


def first_gradients() -> bool:
    """Of both neurons at the start, and times the learning rate."""
    start = load("cross-entropy/race").runs["cross-entropy"][0]
    slopes = [start, start * start * (1 - start)]
    return rounds([*slopes, *(0.15 * v for v in slopes)], "0.982", "0.0173", "0.1473", "0.0026")


def gates_learnt() -> list[list[float]]:
    """Loss and outputs on OR, AND, NAND and XOR, as published."""
    numbers = prints("or-gate/gates")
    return [numbers[at : at + 5] for at in range(0, 20, 5)]


def bowl_losses() -> bool:
    """After 60 steps, and the least possible."""
    ends = [load("gradient-descent/bowl").descend(lr)[1] for lr in (0.3, 0.6, 0.65)]
    return rounds(ends, "0.06250016", "0.06251009", "2494.36") and best_linear()


def bowl_factors() -> bool:
    """What a step multiplies the distance by, along the steepest direction."""
    steepest = np.linalg.eigvalsh(load("gradient-descent/learning_rate").H)[-1]
    factors = [1 - lr * steepest for lr in (0.3, 0.6, 0.65)]
    return rounds([steepest, *factors], "3.1861", "0.044", "-0.912", "-1.071")


def bowl_is_flat() -> bool:
    """On OR, from zero, both weights are the same after every step."""
    data, state = load("gradient-descent/learning_rate"), np.zeros(3)
    for _ in range(60):
        state = state - 0.5 * 2 * data.X1.T @ (data.X1 @ state - data.y) / 4
        if state[0] != state[1]:
            return False
    return True


_FIGURES: dict[str, dict[str, Check]] = {
    "or-gate.md": {
        "Leave both weights at 1. For which biases": lambda: (
            load("or-gate/by_hand").w.tolist() == [1, 1]
        ),
        "With both weights at 1 the four sums are $b$, $1+b$, $1+b$ and $2+b$.": lambda: (
            (WITH_ONES @ [1, 1, 0]).tolist() == [0, 1, 1, 2]
        ),
        'with all of these activations the answer is "yes" when $z > 0$.': a_tie_is_a_no,
        "$-2 < b \\le -1$. OR wants all but the first above zero: $-1 < b \\le 0$.": gate_biases,
        "$b = -1$ is still AND, and $b = 0$ is still OR.": lambda: (
            answers([1, 1, -1]) == labels(AND) and answers([1, 1, 0]) == labels(OR)
        ),
        "XOR never gets more than three rows of four; the weights of OR already reach": most_of_xor,
    },
    "activations.md": {
        "At $z = 5$ the sigmoid says 0.9933.": lambda: rounds(sigma(5), "0.9933"),
        r"compared with its greatest slope of $\tfrac14$? And which of the six functions still have"
        " the slope 1 there?": greatest_slopes,
        "At $z = 0$ ReLU has no slope: it is 0 on the left and 1 on the right. By our convention it"
        " counts as 0.": relu_at_zero,
        "The sigmoid's slope at $z = 5$ is 0.0066, and that is 2.66 % of its greatest. Tanh is"
        " worse off: 0.0002, or 0.02 % of its greatest. Both are saturated. ReLU, leaky ReLU and"
        " ELU still have the slope 1.": slopes_at_five,
    },
    "derivation.md": {
        "One input $x = 2$ with the label $y = 1$, the weight $w = 0.5$, the bias $b = -0.5$.": (
            tape_start
        ),
        "And what will it be when $x = 0$?": tape_at_zero,
        "With $x = 0$ the third factor is 0, and so is the product": tape_at_zero,
        "w = 0.5, z = 0.5, ŷ = 0.622, L = 0.474": lambda: rounds(
            list(load("derivation/tape").values.values()), "0.5", "0.5", "0.622", "0.474"
        ),
        "∂z/∂w = 2, ∂ŷ/∂z = 0.235, ∂L/∂ŷ = −1.607": lambda: rounds(
            [v for v, _ in load("derivation/tape").slopes.values()], "-1.607", "0.235", "2"
        ),
        "their product is ∂L/∂w = −0.7551": both_ways,
        "The prediction, 0.6225, is below the label": lambda: rounds(sigma(0.5), "0.6225"),
        "$-1.6065 \\cdot 0.2350 \\cdot 2 = -0.7551$, and the short form": both_ways,
    },
    "cross-entropy.md": {
        "Both neurons start at the output 0.982 and should get to 0.": lambda: (
            rounds(sigma(4), "0.982") and load("cross-entropy/race").y == 0
        ),
        "after 17 steps, with the squared error after 232: 215 steps later": race_is_decided,
        "0.982 against 0.0173. With $\\alpha = 0.15$ that makes a first step of 0.1473"
        " against one of 0.0026.": first_gradients,
    },
    "or-gate/program.md": {
        "1000 steps bring the loss down to 0.0878": lambda: gates_learnt()[0][0] == 0.0878,
        "where will the loss be after 1000 steps, and what will the four": thousand_steps,
        "$\\ln 2 \\approx 0.6931$, and the outputs after 1000 steps are 0.499, 0.500, 0.500 and"
        " 0.501.": lambda: gates_learnt()[3] == [0.6931, 0.499, 0.5, 0.5, 0.501],
        "after the same 1000 steps the loss is 0.1417 on AND and 0.1451 on NAND.": lambda: (
            [run[0] for run in gates_learnt()[1:3]] == [0.1417, 0.1451]
        ),
        "The errors are then $\\tfrac12, -\\tfrac12, -\\tfrac12, \\tfrac12$": errors_cancel,
    },
    "gradient-descent.md": {
        "The critical rate is 0.6277.": lambda: rounds(8 / (7 + math.sqrt(33)), "0.6277"),
        r"What will the path look like with $\alpha = 0.3$, with 0.6, and with 0.65? Which of the"
        " three has the smallest loss after 60 steps?": bowl_rates,
        r"by $1 - \alpha\lambda_{\max}$, where $\lambda_{\max} \approx 3.1861$. With 0.3 that is"
        " 0.044:": bowl_factors,
        "With 0.6 it is $-0.912$": bowl_factors,
        "With 0.65 it is $-1.071$": bowl_factors,
        "After 60 steps the loss is 0.06250016 with 0.3, 0.06251009 with 0.6, and 2494.36 with"
        " 0.65.": bowl_losses,
        "the least possible is 0.0625.": best_linear,
    },
}
for _page, _claims in _FIGURES.items():
    CLAIMS[_page] = CLAIMS.get(_page, {}) | _claims
CLAIMS["gradient-descent.md"]["both weights get the same gradient at each step"] = bowl_is_flat
CLAIMS["or-gate/program.md"]["After 1000 steps on OR it has the weights"] = thousand_steps
CLAIMS["play.md"] = {
    **{words: check for claims in _FIGURES.values() for words, check in claims.items()},
    "with b = −1.5: all four corners are right. OR with b = −0.5: all four are right.": lambda: (
        answers([1, 1, -1.5]) == labels(AND) and answers([1, 1, -0.5]) == labels(OR)
    ),
    "below 0.1 after 50 steps. With squared error it stays above 0.93 for 150 steps": race_as_drawn,
    "and falls only then, to about 0.2 at step 300": race_as_drawn,
    "1000 steps at α = 0.1 on four gates": lambda: rounds(
        or_loss(trained()), str(gates_learnt()[0][0])
    ),
}
_NOTES: dict[str, dict[str, Check]] = {  # for teachers, below the answers
    "or-gate/program.md": {
        "Hold the 1000 steps": thousand_steps,
        "go beyond the critical rate of 5.0217": lambda: rounds(64 / (7 + math.sqrt(33)), "5.0217"),
    },
    "activations.md": {
        "type $z = 40$ into the field: the sigmoid's slope is $4\\cdot10^{-18}$ in theory, and"
        " exactly 0 in double precision, because $\\sigma(40)$ is rounded to 1.": lambda: (
            f"{math.exp(-40):.0e}" == "4e-18"
            and load("activations/sigmoid").sigmoid(40.0) == 1
            and load("activations/sigmoid").sigmoid_derivative(40.0) == 0
        ),
    },
    "derivation.md": {
        "$w = 400$: the neuron is so sure of itself that $1 - \\hat y$ is rounded to 0": lambda: (
            1 - sigma(400 * 2 - 0.5) == 0
        ),
    },
    "cross-entropy.md": {
        "$w = b = 0$: the first step of the squared error is then a quarter of the other's,"
        " no longer less than a fiftieth.": lambda: (
            sigma(0) * (1 - sigma(0)) == 0.25 and sigma(4) * (1 - sigma(4)) < 1 / 50
        ),
    },
    "gradient-descent.md": {
        "Then press *100* with 0.75 until the numbers end": lambda: (
            # squared, beyond 1e308
            1200 * math.log10(abs(1 - 0.75 * (7 + math.sqrt(33)) / 4)) > 154
        ),
    },
}
for _page, _claims in _NOTES.items():
    CLAIMS[_page] |= _claims

_EVERY = [(page, words) for page, claims in CLAIMS.items() for words in claims]


def _source(page: str) -> str:
    return (ROOT / "docs" / page).read_text(encoding="utf-8")


@pytest.mark.parametrize(("page", "words"), _EVERY)
def test_the_page_says_so(page: str, words: str) -> None:
    """In these words, and once: a claim that was rewritten has to be checked anew."""
    assert " ".join(_source(page).split()).count(words) == 1


@pytest.mark.parametrize(("page", "words"), _EVERY)
def test_what_the_page_says_is_true(page: str, words: str) -> None:
    """By computation."""
    assert CLAIMS[page][words]()
