"""What docs/layers.md says is true: XOR by three neurons, and their gradient."""

import math

import numpy as np
from algebra import LOSS, SIGMOID, agree, b, d, evaluate, j, k, p, same, slope, x_1, x_2, z
from drawings import between_levels, lines
from neuron import labels
from oracle import AND, CORNERS, OR, XOR
from proving import Page, stated
from reading import indexed, symbol
from scipy import special
from snippet import load, prints, rerun
from sympy import Sum, diff, tanh

page = Page("layers")

LABELS = np.array(labels(XOR))
RNG = np.random.default_rng(11)


def by_hand():
    """The page's network with whole numbers, on random inputs."""
    net = rerun("layers/by_hand", X=RNG.normal(size=(50, 2)))
    return net, {"x_1": net.X[:, 0], "x_2": net.X[:, 1]}


@page.proves("by-hand-first")
def _(letter, formula):
    assert letter == symbol("a_1")
    net, inputs = by_hand()
    assert agree(net.a1[:, 0], evaluate(formula, **inputs))
    page.says("two inputs, two hidden neurons and one output, is written 2-2-1.")
    assert (net.W1.shape, net.w2.shape, np.shape(net.b2)) == ((2, 2), (2,), ())


@page.proves("by-hand-second")
def _(letter, formula):
    assert letter == symbol("a_2")
    net, inputs = by_hand()
    assert agree(net.a1[:, 1], evaluate(formula, **inputs))


@page.proves("by-hand-output")
def _(letter, formula):
    assert letter == p
    net, _ = by_hand()
    right = evaluate(formula, a_1=net.a1[:, 0], a_2=net.a1[:, 1])
    assert agree(net.y_hat, right)
    assert agree(rerun("layers/by_hand", X=net.X, b2=7).y_hat, right + 7)
    # the three equations together are XOR, in whole numbers
    hidden = dict([stated("layers", "by-hand-first"), stated("layers", "by-hand-second")])
    a_1, a_2 = hidden.values()
    found = {}
    for (first, second), label in XOR:
        at = {x_1: first, x_2: second}
        assert formula.subs(hidden).subs(at) == label
        found[first, second] = (a_1.subs(at), a_2.subs(at))
    page.says(r"Try the row (1, 1): $a_1 = 2$, $a_2 = 1$, and $\hat y = 2 - 2\cdot1 = 0$.")
    page.says(r"And the row (0, 1): $a_1 = 1$, $a_2 = 0$, and $\hat y = 1$.")
    assert (found[1, 1], found[0, 1], found[1, 0]) == ((2, 1), (1, 0), (1, 0))
    page.says("The rows (0, 1) and (1, 0)", "have become the *same point* [1 0].")
    # and without the greater-than-zero they would be one straight map
    bends = {letter: sum(bent.args) for letter, bent in hidden.items()}  # max(0, value) to value
    assert [*bends.values()] == [x_1 + x_2, x_1 + x_2 - 1]
    assert same(formula.subs(bends), 2 - x_1 - x_2)
    page.says("Without the ReLU the hidden values would be $x_1 + x_2$ and $x_1 + x_2 - 1$,")
    page.says("the output would be $2 - x_1 - x_2$, one straight map")


def one_step():
    """Hidden activations, predictions and output weights at a start, and by what a step changes
    the parameters there, in units of the learning rate.
    """
    program = load("layers/xor_network")
    before, after = (program.train(1, lr=0.5, epochs=epochs) for epochs in (0, 1))
    a1, y_hat = program.forward(program.X, *before)
    return a1, y_hat, before[2], [(old - new) / 0.5 for old, new in zip(before, after, strict=True)]


@page.proves("output-error")
def _(left, error):
    assert same(left, error, where={"∂L/∂z[2]": diff(LOSS.subs(p, SIGMOID), z), p: SIGMOID})
    a1, y_hat, _, (_, _, dw2, db2) = one_step()
    errors = evaluate(error, p=y_hat, y=LABELS)
    assert agree(dw2, a1.T @ errors / 4)
    assert agree(db2, np.mean(errors))
    page.says("At the output everything is as for one neuron:")


@page.proves("hidden-error")
def _(left, error):
    # the output neuron reads d hidden neurons; of them, it is z of neuron j that is changed
    w_k, z_k, w_j, z_j = (indexed(name, at) for at in (k, j) for name in ("w", "z"))
    prediction = SIGMOID.subs(z, Sum(w_k * tanh(z_k), (k, 1, d)) + b)
    parts = {p: prediction, "w[2]_j": w_j, "a[1]_j": tanh(z_j)}
    assert same(left, error, where={"∂L/∂z[1]_j": slope(LOSS.subs(p, prediction), z_j), **parts})
    page.says(r"the slope of tanh, which is $1 - \tanh^2$:")
    assert same(diff(tanh(z), z), 1 - tanh(z) ** 2)
    a1, y_hat, w2, (dW1, db1, *_) = one_step()
    for neuron in (0, 1):
        given = {"w[2]_j": w2[neuron]}
        errors = [
            evaluate(error, **given, **{"a[1]_j": a, "p": predicted, "y": label})
            for a, predicted, label in zip(a1[:, neuron], y_hat, LABELS, strict=True)
        ]
        assert agree(dW1[neuron], errors @ np.array(CORNERS) / 4)
        assert agree(db1[neuron], np.mean(errors))
    page.says("and then to the hidden weights as in chapter 7, as the product with the input.")


def train(seed):
    """The training once more, by the equations of the page and of chapter 7."""
    draw = np.random.default_rng(seed)
    W1, w2 = draw.normal(size=(2, 2)), draw.normal(size=2)
    b1, b2, inputs = np.zeros(2), 0.0, np.array(CORNERS)
    for _ in range(3000):
        a1 = np.tanh(inputs @ W1.T + b1)
        output = special.expit(a1 @ w2 + b2) - LABELS
        hidden = output[:, None] * w2 * (1 - a1**2)
        changes = hidden.T @ inputs, hidden.sum(0), a1.T @ output, output.sum()
        W1, b1, w2, b2 = (
            old - 0.5 / 4 * change for old, change in zip((W1, b1, w2, b2), changes, strict=True)
        )
    return W1, b1, w2, b2


@page.draws("layers/xor_network")
def _(figure):
    axes, bar = figure.axes
    assert (axes.get_xlabel(), axes.get_ylabel()) == ("input x₁", "input x₂")
    assert axes.get_xlim() == axes.get_ylim() == (-0.5, 1.5)
    assert [*lines(axes)] == ["XOR is 0", "XOR is 1"]
    zeros, ones = lines(axes).values()
    assert zeros.get_xydata().tolist() == [[*corner] for corner, label in XOR if label == 0]
    assert ones.get_xydata().tolist() == [[*corner] for corner, label in XOR if label == 1]

    program = load("layers/xor_network")
    W1, b1, w2, b2 = trained = train(seed=2)
    assert all(map(np.allclose, program.parameters, trained))
    page.says("The boundary of the second run is no longer one straight line")

    def probability(points):
        """What the second run's network says, written anew."""
        return special.expit(np.tanh(np.asarray(points) @ W1.T + b1) @ w2 + b2)

    # the shading is the probability, everywhere, in bands that the bar beside it explains
    assert bar.get_ylabel() == "predicted probability ŷ of a 1"
    shading, contour = axes.collections
    assert agree(shading.levels, np.arange(11) / 10)
    for point in RNG.uniform(-0.5, 1.5, size=(200, 2)):
        low, high = between_levels(axes, point)
        assert low - 0.01 < probability(point) < high + 0.01

    # where it is one half there are two lines, one above the zeros and one below them
    assert [*contour.levels] == [0.5]
    [pieces] = contour.allsegs
    assert all(np.allclose(probability(piece), 0.5, atol=0.01) for piece in pieces)
    below, above = sorted((piece @ (-1, 1) for piece in pieces), key=min)  # x₂ - x₁ along each
    assert -1 < min(below) < max(below) < 0 < min(above) < max(above) < 1
    assert max(probability(np.linspace((0, 0), (1, 1)))) < 0.1
    page.says("A band of low probability runs from the corner (0, 0) to the corner (1, 1), with a")
    assert min(probability([(0, 1), (1, 0)])) > 0.9
    page.says("boundary on either side; the corners (0, 1) and (1, 0) lie outside the band, in")
    page.says("of high probability.")
    page.says("two hidden neurons have put the two zeros in a band of their own.")


def stuck() -> bool:
    """The first start: its loss, and its answers to 00, 01, 10 and 11."""
    _, loss, *outputs_ = prints("layers/xor_network")[:6]
    right = [round(outputs_[row]) == labels(XOR)[row] for row in (0, 2)]
    undecided = [outputs_[row] == 0.5 for row in (1, 3)]
    return abs(loss - math.log(2) / 2) < 1e-3 and all(right + undecided)


page.claims(
    {
        'XOR is "OR, but not AND".': lambda: (
            [either - both for either, both in zip(labels(OR), labels(AND), strict=True)]
            == labels(XOR)
        ),
        "it gets stuck with two rows right and two undecided": stuck,
        "seen in a network of nine numbers": lambda: (
            sum(map(np.size, load("layers/xor_network").train(1, epochs=0))) == 9
        ),
    }
)
