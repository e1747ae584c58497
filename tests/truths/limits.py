"""What docs/limits.md says is true: what a straight boundary can do, and that XOR is beyond it."""

import itertools
import math

import numpy as np
import oracle
import sympy
from algebra import (
    LOSS,
    SIGMOID,
    agree,
    alpha,
    approx,
    b,
    evaluate,
    p,
    rounds,
    same,
    w_1,
    w_2,
    x_1,
    x_2,
    y,
    z,
)
from drawings import colour, corners, lines
from neuron import WITH_ONES, answers, labels, trained
from numpy.typing import ArrayLike
from oracle import AND, CORNERS, OR, START, XOR
from proving import Page, stated
from reading import symbol
from scipy import special, stats
from snippet import default, load, numbers, prints, published, rerun
from sympy import diff

page = Page("limits")

RNG = page.rng
WAYS = list(itertools.product((0, 1), repeat=4))  # to label the four corners


def demand(corner):
    """What XOR demands of weights and bias at a corner: yes, a 1, means z > 0."""
    _, total = stated("neuron", "weighted-sum-two")
    value = total.subs(dict(zip((x_1, x_2), corner, strict=True)))
    return value > 0 if dict(XOR)[corner] else value <= 0


@page.theorem("ln-two")
def _(loss, ln_two, printed):
    """Both sides are the same number, and its digits are these."""
    assert same(loss, ln_two)
    assert approx(ln_two, printed)
    # it is the loss at w = 0, b = 0, where each output is one half, and where training ends
    assert agree(float(oracle.loss(XOR, ([0, 0], 0))), float(loss))
    program = load("limits/xor")
    page.says(r"at $w = 0$, $b = 0$ the errors $\hat y - y$ of the four rows are")
    page.says(r"the four rows are $\tfrac12, -\tfrac12, -\tfrac12, \tfrac12$")
    assert [*(0.5 - program.y)] == [0.5, -0.5, -0.5, 0.5]
    assert not np.any((0.5 - program.y) @ WITH_ONES)  # the gradient is zero there,
    page.says(
        "The cross-entropy of one neuron is a convex function of its weights, a landscape with"
        " a"
    )
    page.says(
        "a landscape with a single valley, and the bottom of that valley is there: at $w ="
        " 0$,"
    )
    page.says("both the weights' gradient and the bias's are sums in which they cancel.")
    # and as the loss of every row bends upwards in its z, everywhere, no other place is lower
    loss_of_row = LOSS.subs(p, SIGMOID)
    assert same(diff(loss_of_row, z, 2), SIGMOID * (1 - SIGMOID))
    page.says(r"So $\ln 2$ is the **best** cross-entropy that one neuron can reach on XOR.")
    page.says("the best cross-entropy is ln 2, with every output at one half.")
    page.says(
        "All three runs end at the same place, to four decimals: $w = 0$, $b = 0$, every output"
        " one half, and the loss"
    )
    assert rounds(program.ends, *["0.0000"] * 9)
    for line in published("limits/xor").splitlines()[:3]:
        _, last, *outputs = numbers(line)
        assert (f"{float(loss):.4f}", outputs) == (f"{last:.4f}", [0.5] * 4)


@page.theorem("xor-00")
def _(inequality):
    """It is what XOR demands of the sum at this corner."""
    page.says(" ".join(f"| {x_1} | {x_2} | {label} |" for (x_1, x_2), label in XOR))
    page.says('"Yes" means $z > 0$ and "no" means $z \\le 0$, so the four rows demand')
    assert inequality == demand((0, 0))


@page.theorem("xor-01")
def _(inequality):
    """It is what XOR demands of the sum at this corner."""
    assert inequality == demand((0, 1))


@page.theorem("xor-10")
def _(inequality):
    """It is what XOR demands of the sum at this corner."""
    assert inequality == demand((1, 0))


@page.theorem("xor-11")
def _(inequality):
    """It is what XOR demands of the sum at this corner."""
    assert inequality == demand((1, 1))


@page.theorem("xor-contradiction")
def _(positive, not_positive):
    """The demands, added up, exclude each other, whatever the weights are."""
    # a sum of numbers that are all positive is positive, and the same for "not positive"
    outer, middle = (demand((0, 0)), demand((1, 1))), (demand((0, 1)), demand((1, 0)))
    assert positive == (sum(each.lhs for each in middle) > 0)
    assert not_positive == (sum(each.lhs for each in outer) <= 0)
    page.says("Add the two in the middle, and add the outer two:")
    assert sympy.And(positive, not_positive) is sympy.false
    page.says(
        "The same number would have to be positive and not positive. So there is no such"
        " neuron:"
    )
    page.says("**no choice of weights gets all four rows right.**")


def sums_of(weights: np.ndarray) -> np.ndarray:
    """The four sums of neurons (…, 3) at the corners, (…, 4)."""
    return weights @ WITH_ONES.T


def xor_loss(v: np.ndarray) -> np.ndarray:
    """Cross-entropy of neurons on XOR, from the logits."""
    return np.mean(np.logaddexp(0, sums_of(v)) - np.array(labels(XOR)) * sums_of(v), axis=-1)


def xor_slopes(v: np.ndarray) -> np.ndarray:
    """Its three slopes."""
    return (special.expit(sums_of(v)) - labels(XOR)) @ WITH_ONES / 4


def dance(rate: float, starts: ArrayLike, steps: int = 20_000) -> np.ndarray:
    """Where training on XOR is after so many steps, from one start or from each of several."""
    v = np.array(starts)
    for _ in range(steps):
        v = v - rate * xor_slopes(v)
    return v


@page.theorem("xor-one-line")
def _(left, right):
    """Both sides are the same sum of weights and bias, by algebra."""
    _, total = stated("neuron", "weighted-sum-two")
    at = {
        symbol(f"z_{first}{second}"): total.subs({x_1: first, x_2: second})
        for first, second in CORNERS
    }
    assert left.free_symbols | right.free_symbols == {*at}
    assert same(left.subs(at), right.subs(at), w_1 + w_2 + 2 * b)
    page.says("Write $z_{00}$ for the sum of row 00, and so on.")
    # the two sides are those of which XOR wants one not positive, the other positive
    zeros, ones = (
        sum(symbol(f"z_{first}{second}") for (first, second), label in XOR if label == value)
        for value in (0, 1)
    )
    assert (left, right) == (zeros, ones)
    page.says(
        "because both sides are $w_1 + w_2 + 2b$. XOR wants the left side not positive and the"
        " right side positive. That is the whole proof."
    )
    page.says("With any weights and any bias, $z_{00} + z_{11} = z_{01} + z_{10}$, because both")
    page.says(
        "$z_{00} + z_{11} = z_{01} + z_{10}$, because both sides are $w_1 + w_2 + 2b$. XOR"
        " wants"
    )
    page.says(
        "XOR wants the left side not positive and the right side positive; its opposite wants"
        " it"
    )
    page.says("its opposite wants it the other way round.")


@page.theorem("xor-even")
def _(turned, plain):
    """Turning all signs changes nothing: the changes of the four rows add up to zero."""
    # of a row, turning z adds (2y - 1)z to the loss, and of these the sum over XOR is 0
    of_row = LOSS.subs(p, SIGMOID)
    for label in (0, 1):
        row = of_row.subs(y, label)
        assert same(row.subs(z, -z) - row, (2 * label - 1) * z)
    assert not np.any((2 * np.array(labels(XOR)) - 1) @ WITH_ONES)
    assert np.any((2 * np.array(labels(OR)) - 1) @ WITH_ONES)  # of OR it is not
    page.says(
        "Turn the signs of all three numbers $v = (w_1, w_2, b)$, and on XOR the loss is the"
        " same:"
    )
    letter, L = symbol("v"), sympy.Function("L")
    assert {turned, plain} == {L(letter), L(-letter)}
    for scale in (0.01, 1, 30):
        v = RNG.normal(scale=scale, size=(5000, 3))
        assert agree(*(evaluate(side, L=xor_loss, v=v) for side in (turned, plain)))
        assert agree(xor_slopes(-v), -xor_slopes(v))
    page.says("So the slopes at $-v$ are those at $v$ with their signs turned.")


@page.theorem("xor-dance")
def _(slopes, place):
    """Where it holds, and only there, one step leads to −v, and the next one back."""
    letter = symbol("v")
    assert str(slopes) == "∇L(v)"
    assert same(letter - alpha * place, -letter)  # one step, and by xor-even the next one back
    page.says("then one step leads from $v$ to $v - 2v = -v$, and the next one back")

    # Nowhere does the loss bend more than at 0, as σ′ is at most 1/4: so |∇L(v)| is at most λ|v|.
    s = symbol("s")
    assert sympy.maximum(s * (1 - s), s, sympy.Interval(0, 1)) == sympy.Rational(1, 4)
    steepest = (7 + math.sqrt(33)) / 32
    assert agree(np.linalg.eigvalsh(WITH_ONES.T @ WITH_ONES / 16)[-1], steepest)
    for scale in (0.1, 1, 10):
        v = RNG.normal(scale=scale, size=(5000, 3))
        lengths = np.linalg.norm(v, axis=1)
        assert np.all(np.linalg.norm(xor_slopes(v), axis=1) <= steepest * lengths * (1 + 1e-12))
    # Below 2/λ that is less than 2/α, but for v = 0, and each step lowers the loss.
    page.says("Below the critical learning rate of [chapter 9]")
    page.says("here about 5.02, only $v = 0$ is such a place")
    assert rounds(2 / steepest, "5.02")
    assert rounds(2 / steepest, published("limits/critical").split()[-1])
    page.says("and every start leads there.")
    # For it cannot run away either: the four margins add up to 0, and are all 0 at v = 0 only. So
    # some row is wrong by a part of |v|, and costs as much: without end, the loss grows with |v|.
    v = sympy.Matrix(sympy.symbols("w_1 w_2 b", real=True))
    sides = [2 * right - 1 for right in labels(XOR)]
    margins = sympy.diag(*sides) * sympy.Matrix(WITH_ONES.astype(int)) * v
    assert sum(margins) == 0
    assert sympy.solve(list(margins), list(v)) == dict.fromkeys(v, 0)
    starts = RNG.normal(size=(9, 3)) * np.repeat([[0.1], [1], [10]], 3, axis=0)
    for rate in (0.1, 1, 4.9):
        assert np.all(xor_loss(starts - rate * xor_slopes(starts)) < xor_loss(starts))
        assert np.max(abs(dance(rate, starts))) < 1e-4
    # Above it, L - |v|²/α rises from 0 along the steepest direction and falls without end far out:
    # it is largest at some other v, and its slopes are zero there: ∇L(v) = 2v/α.
    steep = np.linalg.eigh(WITH_ONES.T @ WITH_ONES)[1][:, -1]
    for rate in (5.03, 5.1, 6, 8, 100):
        near, far = (xor_loss(size * steep) - size**2 / rate for size in (0.01, 10 * rate))
        assert near > xor_loss(0 * steep) > far
    page.says("Above it there are others, and the bottom no longer holds the neuron.")
    page.says("From the start of chapter 12, and for rates up to 10, the loss settles all the")
    for rate in np.linspace(5.03, 10, 12):
        v = dance(rate, START)
        assert np.allclose(xor_slopes(v), 2 * np.array(v) / rate, rtol=1e-6)
        assert xor_loss(v) > np.log(2)
    page.says("above $\\ln 2$: at 0.7119 for $\\alpha = 5.1$, at 0.9237 for $\\alpha = 6$,")
    page.says("at 1.3713 for $\\alpha = 8$.")
    for rate, settled in ((5.1, "0.7119"), (6, "0.9237"), (8, "1.3713")):
        v = dance(rate, START)
        assert rounds(xor_loss(v), settled)
        assert np.allclose(xor_slopes(v), evaluate(place, alpha=rate, v=v), rtol=1e-9)
        assert agree(v - rate * xor_slopes(v), -v)
        assert xor_loss(v) > math.log(2) + 0.01
    assert rounds(xor_loss(dance(6, START, steps=1000)), "0.9237")
    page.says("choose XOR, set $\\alpha$ to 6, and press *Run*.")


@page.draws("limits/regression")
def _(figure):
    [axes] = figure.axes
    assert (axes.get_xlabel(), axes.get_ylabel()) == ("input x", "output z")
    data, learnt = lines(figure).values()
    assert (data.get_label(), data.get_marker(), data.get_linestyle()) == ("data", "o", "None")
    x, heights = data.get_data()
    assert len(x) == 30
    page.says("Thirty points scattered around a rising straight line, which the neuron has learnt:")
    best = stats.linregress(x, heights)
    assert agree(learnt.get_xdata(), x)
    assert np.allclose(learnt.get_ydata(), best.slope * x + best.intercept, rtol=1e-9)
    page.says("Gradient descent finds the line that least squares computes directly.")
    assert learnt.get_label() == f"z = {best.slope:.2f}x + {best.intercept:.2f}, learnt"
    page.says(f"slope {best.slope:.2f}, intercept {best.intercept:.2f}.")
    assert 0 < max(abs(best.slope - 2), abs(best.intercept - 1)) < 0.05
    page.says("It is close to 2x + 1, and not equal to it, because of the noise.")
    # its 500 steps at once: as in chapter 9, each multiplies the distance from the best by I - αH
    slow = rerun("limits/regression", lr=0.01)
    inputs, target = np.column_stack([x, np.ones(30)]), np.array([best.slope, best.intercept])
    step = np.eye(2) - 0.01 * 2 / 30 * inputs.T @ inputs
    assert agree([slow.w, slow.b], target + np.linalg.matrix_power(step, 500) @ (0 - target))
    assert np.std(heights - (2 * x + 1)) > 0.1
    page.says("Here it meets points around the line $2x + 1$, with noise")


@page.draws("limits/xor")
def _(figure):
    [axes] = figure.axes
    assert (axes.get_xlabel(), axes.get_ylabel()) == ("epoch (the first 400)", "loss (nats)")
    *starts, level = lines(figure).values()
    assert [*lines(figure)] == ["start 1", "start 2", "start 3", "ln 2"]
    assert agree(level.get_ydata(), np.log(2))
    assert axes.get_ylim()[0] == 0
    for seed, line in enumerate(starts):
        epochs, losses = line.get_data()
        assert agree(epochs, np.arange(400))
        # the same training in arithmetic of sixty digits
        w = 3 * np.random.default_rng(seed).normal(size=2)
        states = oracle.train(XOR, w, 0, lr=0.5, epochs=399)
        assert agree(losses, [float(oracle.loss(XOR, state)) for state in states])
        assert all(np.diff(losses) < 0)
        assert 0 < losses[-1] - np.log(2) < 0.001
    page.says("The loss over the first 400 epochs for three starts.")
    # what is printed of each start, seen where it still differs from one half
    program = rerun("limits/xor", epochs=9)
    for seed, line in zip(range(3), program.stdout.splitlines(), strict=False):
        w = 3 * np.random.default_rng(seed).normal(size=2)
        *_, before, after = oracle.train(XOR, w, 0, lr=0.5, epochs=9)
        last, outputs = float(oracle.loss(XOR, before)), oracle.predict(XOR, after)
        rounded = np.round([float(output) for output in outputs], 4)
        assert line.partition(" to ")[2] == f"{last:.4f}, outputs {rounded}"
    assert load("limits/xor").epochs == 3000
    assert len({round(line.get_ydata()[0], 1) for line in starts}) == 3
    page.says("The three curves begin at different heights and all")
    page.says("level off at the horizontal line ln 2.")
    assert f"{np.log(2):.3f}" == "0.693"
    page.says(
        "From each start the loss sinks to ln 2 ≈ 0.693, as near as one can see: the neuron"
        " has"
    )
    page.says("the neuron has learnt to answer one half to everything.")


@page.draws("limits/half_planes")
def _(figure):
    never = []
    for axes, labelled in zip(figure.axes, WAYS, strict=True):
        assert [label for _, label in corners(axes)] == [*labelled]
        assert axes.get_xlim() == axes.get_ylim() == (-0.5, 1.5)
        if not axes.collections:
            assert [text.get_text() for text in axes.texts] == ["no line"]
            never.append(labelled)
            continue
        # both sides are convex, so a straight line parts them; the corners lie on the right ones
        no, yes = axes.collections[0].get_paths()
        assert not axes.texts
        assert [yes.contains_point(corner) for corner in CORNERS] == [*map(bool, labelled)]
        assert all(no.contains_point(corner) != yes.contains_point(corner) for corner in CORNERS)
        points = RNG.uniform(-0.49, 1.49, size=(60, 2))
        says = [yes.contains_point(point) for point in points]
        assert says == [not no.contains_point(point) for point in points]
        for one, other in itertools.combinations(range(60), 2):
            if says[one] == says[other]:
                assert yes.contains_point((points[one] + points[other]) / 2) == says[one]
        fills = [colour(fill) for fill in axes.collections[0].get_facecolor()]
        assert fills == ["purple", "orange"]
    assert sorted(never) == [(0, 1, 1, 0), (1, 0, 0, 1)]
    page.says("Sixteen small squares with their four corners marked by class.")
    page.says("In fourteen of them a straight line has all ones on its orange side and all zeros")
    page.says("on its purple side, or the whole square is of one colour.")
    page.says('The other two say "no line": in them the ones sit on one diagonal and the zeros')
    page.says("Squares are ones and circles are zeros; the orange side is where the neuron says")
    page.says(
        'In the two squares that say "no line", whatever line you draw, at least one corner is on'
    )


def and_is_learnt() -> bool:
    """From zeros, in two thousand steps that are longer than the program's."""
    program = load("limits/and_gate")
    w, b = oracle.train(AND, [0, 0], 0, lr=0.5, epochs=2000)[-1]
    rate, epochs = (default("or-gate/program", "train", name) for name in ("lr", "epochs"))
    return (
        agree([*program.w, program.b], [float(value) for value in (*w, b)])
        and program.lr > rate
        and epochs < 2000
    )


def fourteen_of_sixteen() -> bool:
    """Fourteen ways to label the corners are the work of some neuron of the program.

    For the other two, the inputs of the ones and those of the zeros, with 1 for the bias, have the
    same sum: so have their z, which would have to be positive for the ones and not for the zeros.
    """
    program = load("limits/half_planes")
    assert program.gates == {"OR": labels(OR), "AND": labels(AND), "XOR": labels(XOR)}
    whole, halves = range(-2, 3), [n + 0.5 for n in range(-5, 5)]
    neurons = [(w1, w2, b) for w1 in whole for w2 in whole for b in halves]
    assert agree(program.z.reshape(-1, 4), neurons @ WITH_ONES.T)
    alone = rerun("limits/half_planes", w=np.array([[1, 1]]), b=np.array([0]))  # z is 0, 1, 1, 2
    assert (alone.splits.tolist(), alone.right.tolist()) == ([[0, 1, 1, 1]], [3])
    found = set(map(tuple, (neurons @ WITH_ONES.T > 0).astype(int).tolist()))
    assert found == set(map(tuple, program.splits))
    others = {*WAYS} - found
    signs = [2 * np.array(ways) - 1 for ways in others]
    assert not np.any(signs @ WITH_ONES)
    return (len(found), others) == (14, {(0, 1, 1, 0), (1, 0, 0, 1)})


def a_flip_helps() -> bool:
    """Each way to label the corners that differs from XOR in one of them is some neuron's."""
    xor, found = np.array(labels(XOR)), set(map(tuple, load("limits/half_planes").splits))
    return all(tuple(np.abs(xor - flip)) in found for flip in np.eye(4, dtype=int))


def by_heart() -> bool:
    """Twenty coin tosses learnt, and a thousand new ones guessed no better than by chance."""
    s = load("limits/unseen")
    seen, new = s.right[:20], s.right[20:]
    by_chance = stats.binomtest(int(sum(new)), len(new)).pvalue
    return all(seen) and len(new) == 1000 and by_chance > 0.05 and prints("limits/unseen")[0] == 100


def room_for_any_labels() -> bool:
    """Rows that are linearly independent can be given any labels: Xw = z has a solution."""
    s = load("limits/unseen")
    return s.d > s.N and np.linalg.matrix_rank(s.X[: s.N]) == s.N


def most_of_xor() -> int:
    """The most rows of XOR that any neuron gets right: not all, as xor-one-line has it, which
    makes the signed sums of any weights cancel; and three, which the weights of OR get.
    """
    signs = 2 * np.array(labels(XOR)) - 1
    assert not np.any(signs @ WITH_ONES)
    return sum(agreeing([1, 1, -0.5], XOR))


def smallest_gate() -> bool:
    """With one input, each of the four gates is some neuron; with two, all but XOR and its
    opposite, which have no smaller brothers.
    """
    neurons = [(w, b) for w in (-1, 0, 1) for b in (-0.5, 0.5)]
    one_input = {(int(b > 0), int(w + b > 0)) for w, b in neurons}
    return len(one_input) == 4 and len(load("limits/half_planes").splits) == 14


def least_of_all() -> bool:
    """Beside the page's line for its points, any other one errs more."""
    s = load("limits/regression")
    best = np.polyfit(s.x, s.y, 1)
    sizes = np.repeat([[1e-3], [1]], 250, axis=0)
    others = best + np.random.default_rng(2).normal(size=(500, 2)) * sizes
    errors = [np.mean((np.polyval(line, s.x) - s.y) ** 2) for line in (best, *others)]
    return min(errors[1:]) > errors[0]


def no_other_way() -> bool:
    """A hundred thousand neurons at random, of all sizes, split the corners in no way that is not
    among the program's.
    """
    drawn = RNG.normal(size=(100_000, 3)) * RNG.choice([0.01, 1, 100], size=(100_000, 3))
    ways = np.unique(drawn @ WITH_ONES.T > 0, axis=0).astype(int)
    return {*map(tuple, ways.tolist())} <= {
        tuple(map(int, way)) for way in load("limits/half_planes").splits
    }


def agreeing(state: list[float], data: oracle.Data) -> list[bool]:
    """For each row, whether the neuron has it right."""
    return np.equal(answers(state), labels(data)).tolist()


def at_zero(data: oracle.Data) -> float:
    """The slope for the bias where all weights are zero."""
    return float(np.mean(0.5 - np.array(labels(data))))


page.claims(
    {
        "(All zeros or all ones need none.)": lambda: (
            [answers([0, 0, bias]) for bias in (-1, 1)] == [[0] * 4, [1] * 4]
        ),
        "For AND the neuron and its loop stay as they are; the labels are others: the answer is 1"
        " only"
        " if both inputs are.": lambda: and_is_learnt() and all(y == a * b for (a, b), y in AND),
        "(This run also begins at zero, with longer steps and more of them.": and_is_learnt,
        "each labelled 0 or 1: that makes 16 gates": lambda: len(WAYS) == 16,
        "How many of the 16 can one neuron be?": fourteen_of_sixteen,
        "Of the 16 ways to label four corners, 14 can be separated by a line. The two that cannot"
        " are XOR and its opposite.": fourteen_of_sixteen,
        "No other labels put the ones on one diagonal and the zeros on the other.": lambda: (
            [way for way in WAYS if way[0] == way[3] != way[1] == way[2]]
            == [(0, 1, 1, 0), (1, 0, 0, 1)]
        ),
        "Then start from XOR: flip any one corner, and there is a line.": a_flip_helps,
        "20 rows of 30 random features, each labelled by the toss of a coin.": lambda: (
            (load("limits/unseen").N, load("limits/unseen").d) == (20, 30)
        ),
        "All 20 tosses are right, and of new ones no more than by guessing": by_heart,
        "for most of these the neuron is more than 90 % sure.": lambda: (
            np.mean(load("limits/unseen").sure[20:]) > 0.6
            and prints("limits/unseen")[2:] == [90, 71]
        ),
        "The neuron learns it all the same": by_heart,
        "is compared with the line whose mean squared error is the least of all, which"
        " `np.polyfit` computes directly": least_of_all,
        'Now take XOR, "one or the other, but not both":': lambda: (
            labels(XOR) == [(u or v) and not (u and v) for u, v in CORNERS]
        ),
        "tries every way in which a line can split the four corners": no_other_way,
        "with more weights than rows there is room for that.": room_for_any_labels,
        "Three of four is possible; the OR boundary, for instance, fails only at the corner (1,"
        " 1).": lambda: (
            np.equal(answers(trained()), labels(XOR)).tolist() == [True, True, True, False]
        ),
        "one neuron cannot reach 100 % on XOR, but it can reach 75 %": lambda: most_of_xor() == 3,
        "And three is the most.": lambda: most_of_xor() == 3,
        "On XOR, no line gets more than three of the four corners right": lambda: (
            most_of_xor() == 3
        ),
        "XOR and its opposite are the smallest gates out of reach.": smallest_gate,
        "as each input of XOR does": lambda: (
            {dict(XOR)[a, 1] - dict(XOR)[a, 0] for a in (0, 1)} == {1, -1}
            and {dict(XOR)[1, a] - dict(XOR)[0, a] for a in (0, 1)} == {1, -1}
        ),
        "(Training does not aim there: it lowers the loss, and the lowest loss is "
        "that of four undecided answers.)": lambda: (
            rounds(load("limits/xor").y_hat, *["0.5000"] * 4)
        ),
        "`1`{ .answer }: It says 0, 0, 0, 1. Only the first row of XOR agrees.": lambda: (
            answers([1, 1, -1.5]) == [0, 0, 0, 1]
            and agreeing([1, 1, -1.5], XOR) == [True, False, False, False]
        ),
        "Take the AND neuron with both weights 1 and $b = -1.5$.": lambda: (
            answers([1, 1, -1.5]) == labels(AND)
        ),
        "`2` : That many are right of OR. Write its answers, 0, 0, 0, 1, beside": lambda: (
            sum(agreeing([1, 1, -1.5], OR)) == 2
        ),
        "`3` : That many the OR neuron gets, with $b = -0.5$.": lambda: (
            sum(agreeing([1, 1, -0.5], XOR)) == 3
        ),
        "`4` : That many are right of AND.": lambda: sum(agreeing([1, 1, -1.5], AND)) == 4,
        "At $w = (0, 0)$, $b = 0$ nothing moves on XOR.": lambda: (
            not np.any(xor_slopes(np.zeros(3)))
        ),
        r"`0.25`{ .answer }: The errors are $\tfrac12, \tfrac12, \tfrac12, -\tfrac12$": lambda: (
            [0.5 - label for label in labels(AND)] == [0.5, 0.5, 0.5, -0.5] and at_zero(AND) == 0.25
        ),
        "`0.00` : That is XOR, where two errors of each sign cancel. AND has only one 1.": lambda: (
            at_zero(XOR) == 0 and sum(labels(AND)) == 1
        ),
        "`-0.25` : That is OR": lambda: at_zero(OR) == -0.25,
        "`1.00` : That is the sum.": lambda: 4 * at_zero(AND) == 1,
    }
)
