"""What docs/limits.md says is true: what a straight boundary can do, and that XOR is beyond it."""

import itertools
import math

import numpy as np
import oracle
import sympy
from algebra import LOSS, SIGMOID, agree, approx, p, rounds, same, x_1, x_2, z
from drawings import corners, covers, lines, shows_the_corners, wrong_corners
from neuron import WITH_ONES, answers, labels, trained
from oracle import AND, OR, XOR
from proving import Page, stated
from scipy import stats
from snippet import load, numbers, prints, published, rerun
from sympy import diff

page = Page("limits")

RNG = np.random.default_rng(10)


def demand(corner):
    """What XOR demands of weights and bias at a corner: yes, a 1, means z > 0."""
    _, total = stated("neuron", "weighted-sum-two")
    value = total.subs(dict(zip((x_1, x_2), corner, strict=True)))
    return value > 0 if dict(XOR)[corner] else value <= 0


@page.proves("ln-two")
def _(loss, ln_two, printed):
    assert same(loss, ln_two)
    assert approx(ln_two, printed)
    # it is the loss at w = 0, b = 0, where each output is one half, and where training ends
    assert agree(float(oracle.loss(XOR, ([0, 0], 0))), float(loss))
    program = load("limits/xor")
    page.says(r"at $w = 0$, $b = 0$ the errors $\hat y - y$ of the four rows are")
    page.says(r"the four rows are $\tfrac12, -\tfrac12, -\tfrac12, \tfrac12$")
    assert [*(0.5 - program.y)] == [0.5, -0.5, -0.5, 0.5]
    assert not np.any((0.5 - program.y) @ WITH_ONES)  # the gradient is zero there,
    # and as the loss of every row bends upwards in its z, everywhere, no other place is lower
    loss_of_row = LOSS.subs(p, SIGMOID)
    assert same(diff(loss_of_row, z, 2), SIGMOID * (1 - SIGMOID))
    page.says(r"So $\ln 2$ is the **best** cross-entropy that one neuron can reach on XOR.")
    page.says("the best cross-entropy is ln 2, with every output at one half.")
    page.says("All three runs end at the same place: $w = 0$, $b = 0$, every output one half")
    for line in published("limits/xor").splitlines()[:3]:
        _, last, *outputs = numbers(line)
        assert (f"{float(loss):.4f}", outputs) == (f"{last:.4f}", [0.5] * 4)


@page.proves("xor-00")
def _(inequality):
    page.says(" ".join(f"| {x_1} | {x_2} | {label} |" for (x_1, x_2), label in XOR))
    page.says('"Yes" means $z > 0$ and "no" means $z \\le 0$, so the four rows demand')
    assert inequality == demand((0, 0))


@page.proves("xor-01")
def _(inequality):
    assert inequality == demand((0, 1))


@page.proves("xor-10")
def _(inequality):
    assert inequality == demand((1, 0))


@page.proves("xor-11")
def _(inequality):
    assert inequality == demand((1, 1))


@page.proves("xor-contradiction")
def _(positive, not_positive):
    # a sum of numbers that are all positive is positive, and the same for "not positive"
    outer, middle = (demand((0, 0)), demand((1, 1))), (demand((0, 1)), demand((1, 0)))
    assert positive == (sum(each.lhs for each in middle) > 0)
    assert not_positive == (sum(each.lhs for each in outer) <= 0)
    page.says("Add the two in the middle, and add the outer two:")
    assert sympy.And(positive, not_positive) is sympy.false
    page.says("**no choice of weights gets all four rows right.**")


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
    # its 500 steps at once: as in chapter 6, each multiplies the distance from the best by I - αH
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
    page.says("The three curves begin at different heights")
    page.says("level off at the horizontal line ln 2.")
    assert f"{np.log(2):.3f}" == "0.693"
    page.says("Wherever it starts, the loss sinks to ln 2 ≈ 0.693 and stays there")


@page.draws("limits/half_planes")
def _(figure):
    gates = {"OR": OR, "AND": AND, "XOR": XOR}
    assert [axes.get_title() for axes in figure.axes] == [*gates]
    for axes, gate in zip(figure.axes, gates.values(), strict=True):
        assert corners(axes) == gate
        assert shows_the_corners(axes)
        assert covers(axes, lambda point, bias=1.5 if gate is AND else 0.5: sum(point) > bias)
        [yes] = axes.collections[0].get_paths()
        assert (min(yes.vertices[:, 0]), max(yes.vertices[:, 0])) == axes.get_xlim()
        assert max(yes.vertices[yes.vertices[:, 0] == 1.5, 1]) == axes.get_ylim()[1]
    page.says("Three squares with their four corners marked by class, each with one straight")
    page.says('and the side of "yes" shaded.', "Squares are ones and circles are zeros.")
    assert [*map(wrong_corners, figure.axes)] == [[], [], [(1, 1)]]
    page.says("For OR and AND all corners lie on the right side.")
    page.says('For XOR the corner (1, 1), which should be 0, lies on the side of "yes".')

    assert [axes.get_xlabel() for axes in figure.axes] == ["x₁"] * 3
    assert [axes.get_ylabel() for axes in figure.axes] == ["x₂", "", ""]

    # AND is learnt, from zeros, in two thousand steps
    program = load("limits/and_gate")
    w, b = oracle.train(AND, [0, 0], 0, lr=0.5, epochs=2000)[-1]
    assert agree([*program.w, program.b], [float(value) for value in (*w, b)])
    assert all(label == x_1 * x_2 for (x_1, x_2), label in AND)
    page.says("The answer is 1 only if both inputs are.")
    assert sum(label for _, label in XOR) / 4 == 0.5  # right by the same answer to everything
    page.says('"XOR gives 50 %" is only half of the truth')

    # Fourteen ways to label the corners are the work of some neuron of the program. For the other
    # two, the inputs of the ones and those of the zeros, with 1 for the bias, have the same sum:
    # so have their z, which would have to be positive for the ones and not for the zeros.
    program = load("limits/half_planes")
    assert program.gates == {name: labels(gate) for name, gate in gates.items()}
    whole, halves = range(-2, 3), [n + 0.5 for n in range(-5, 5)]
    neurons = [(w1, w2, b) for w1 in whole for w2 in whole for b in halves]
    assert agree(program.z.reshape(-1, 4), neurons @ WITH_ONES.T)
    tilted = rerun("limits/half_planes", lines=dict.fromkeys(gates, (1, 2, -1)))
    assert covers(tilted.axes[0], lambda point: point @ (1, 2) > 1)
    alone = rerun("limits/half_planes", w=np.array([[1, 1]]), b=np.array([0]))  # z is 0, 1, 1, 2
    assert (alone.splits.tolist(), alone.right.tolist()) == ([[0, 1, 1, 1]], [3])
    found = set(map(tuple, (neurons @ WITH_ONES.T > 0).astype(int).tolist()))
    assert found == set(map(tuple, program.splits))
    others = {ways for ways in itertools.product((0, 1), repeat=4) if ways not in found}
    signs = [2 * np.array(ways) - 1 for ways in others]
    assert not np.any(signs @ WITH_ONES)
    assert (len(found), len(others)) == (14, 2)
    page.says("Of the 16 ways to label four corners, 14 can be separated by a line.")
    assert others == {(0, 1, 1, 0), (1, 0, 0, 1)}
    page.says("The two that cannot are XOR and its opposite.")


page.claims(
    {
        r"with a larger $\alpha$ than about 5.02, the neuron could not even settle there": lambda: (
            rounds(64 / (7 + math.sqrt(33)), "5.02")
        ),
        "the OR boundary, for instance, fails only at the corner (1, 1).": lambda: (
            np.equal(answers(trained()), labels(XOR)).tolist() == [True, True, True, False]
        ),
        "one neuron cannot reach 100 % on XOR, but it can reach 75 %": lambda: (
            prints("limits/half_planes")[-2:] == [3, 4]
        ),
    }
)
