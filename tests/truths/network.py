"""What docs/network.md says is true: a layer in one line, and once round the loop."""

from itertools import product
from math import fsum

import numpy as np
from algebra import LOSS, SIGMOID, agree, b, evaluate, p, same, w, x, z
from matplotlib.text import Annotation
from proving import Page
from reading import read
from scipy import special
from sklearn import metrics
from snippet import load, rerun
from sympy import diff

page = Page("network")

NEURON = LOSS.subs(p, SIGMOID).subs(z, w * x + b)  # with one weight, on one example

RNG = np.random.default_rng(5)
START = {"x": RNG.normal(), "y": 0.0, "w": RNG.normal(), "b": RNG.normal()}


def layers():
    """Of both layers of the page's network, with other numbers in it: a before, W, b, z and a."""
    shapes = {"x": 2, "W1": (3, 2), "b1": 3, "W2": (1, 3), "b2": 1}
    numbers = {name: RNG.normal(size=shape) for name, shape in shapes.items()}
    net = rerun("network/forward", **numbers)
    return (net.x, net.W1, net.b1, net.z1, net.a1), (net.a1, net.W2, net.b2, net.z2, net.a2)


@page.proves("first-layer")
def _(activations, formula):
    assert str(activations) == "a[1]"
    (inputs, W, biases, _, right), _ = layers()
    # each neuron does what chapter 1 described, with a row of the matrix as its weights
    sums = [fsum(weights * inputs) + bias for weights, bias in zip(W, biases, strict=True)]
    value = evaluate(formula, **{"W[1]": W, "x": inputs, "b[1]": biases})
    assert agree(right, special.expit(sums), value)


@page.proves("layer-sum")
def _(sums, formula):
    assert str(sums) == "z[l]"
    for before, W, biases, right, _ in layers():
        neurons = [fsum(weights * before) + bias for weights, bias in zip(W, biases, strict=True)]
        value = evaluate(formula, **{"W[l]": W, "a[l-1]": before, "b[l]": biases})
        assert agree(right, neurons, value)
    page.says("For any layer $l$, with $a^{[0]} = x$:")
    net = load("network/forward")
    page.says("| Array | Shape | In the drawing, layer 1 | Layer 2 |")
    page.says(f"what comes in | $(d_{{l-1}},)$ | {net.x.shape} | {net.a1.shape} |")
    page.says(f"one row a neuron | $(d_l, d_{{l-1}})$ | {net.W1.shape} | {net.W2.shape} |")
    page.says(f"one number a neuron | $(d_l,)$ | {net.b1.shape} | {net.b2.shape} |")
    page.says(f"what goes out | $(d_l,)$ | {net.z1.shape} | {net.z2.shape} |")
    assert (net.a1.shape, net.a2.shape) == (net.z1.shape, net.z2.shape)
    page.says("A layer is $z^{[l]} = W^{[l]}a^{[l-1]} + b^{[l]}$ followed by an activation.")


@page.proves("layer-activation")
def _(activations, formula):
    assert str(activations) == "a[l]"
    for *_, before, after in layers():
        assert agree(after, special.expit(before), evaluate(formula, **{"z[l]": before}))


@page.proves("loop-forward")
def _(prediction, formula):
    assert prediction == p
    y_hat, _ = rerun("network/loop", **START).forward(START["w"], START["b"])
    assert agree(y_hat, evaluate(formula, **START))
    assert agree(y_hat, special.expit(START["w"] * START["x"] + START["b"]))


@page.proves(
    "loop-loss",
    r"L(y, \hat y) = -\bigl[\, y\log\hat y + (1-y)\log(1-\hat y) \,\bigr]",
)
def _():
    [loss] = read(r"-\bigl[\, y\log\hat y + (1-y)\log(1-\hat y) \,\bigr]")
    for label in (0.0, 1.0):
        y_hat, L = rerun("network/loop", **{**START, "y": label}).forward(START["w"], START["b"])
        assert agree(L, evaluate(loss, y=label, p=y_hat))
        assert agree(L, metrics.log_loss([label], [y_hat], labels=[0, 1]))


@page.proves("loop-chain")
def _(*sides):
    factors = {"∂L/∂p": diff(LOSS, p), "∂p/∂z": diff(SIGMOID, z), "∂z/∂w": diff(w * x + b, w)}
    assert same(*sides, where={"∂L/∂w": diff(NEURON, w), **factors, p: SIGMOID, z: w * x + b})
    by_hand = [evaluate(factor, y=1, p=0.5, z=0, x=2) for factor in factors.values()]
    assert by_hand == [-2, 0.25, 2]
    page.says(r"$\partial L/\partial\hat y = -1/0.5 = -2$;")
    page.says(r"$\partial\hat y/\partial z = 0.5\cdot0.5 = 0.25$; $\partial z/\partial w = x = 2$.")


@page.proves("loop-update-w")
def _(update):
    assert update.lhs == w
    gradient = evaluate(diff(NEURON, w), **START)
    after = evaluate(update.rhs, **START, alpha=0.3, **{"∂L/∂w": gradient})
    assert agree(rerun("network/loop", **START, lr=0.3).w, after)
    page.says("One example, $x = 2$ with the label $y = 1$; the start $w = 0.5$, $b = -1$;")
    page.says(r"and $\alpha = 0.1$.")
    program, start = load("network/loop"), {"x": 2, "y": 1, "w": 0.5, "b": -1}
    assert (program.x, program.y, program.lr) == (2, 1, 0.1)
    assert agree(program.w, 0.5 - 0.1 * evaluate(diff(NEURON, w), **start))
    assert agree(program.b, -1 - 0.1 * evaluate(diff(NEURON, b), **start))
    page.says("One turn moved the prediction from 0.5 towards the right answer, and the loss fell.")
    assert 0.5 == program.forward(0.5, -1)[0] < program.y_hat < program.y
    assert program.forward(0.5, -1)[1] > program.L


@page.proves("loop-update-b")
def _(update):
    assert update.lhs == b
    gradient = evaluate(diff(NEURON, b), **START)
    after = evaluate(update.rhs, **START, alpha=0.3, **{"∂L/∂b": gradient})
    assert agree(rerun("network/loop", **START, lr=0.3).b, after)


@page.draws("network/diagram")
def _(figure):
    [axes] = figure.axes
    net = load("network/forward")
    sizes = [len(net.x), len(net.a1), len(net.a2)]
    circles = [circle.center for circle in axes.patches]
    places = sorted({across for across, _ in circles})
    columns = [[circle for circle in circles if circle[0] == across] for across in places]
    assert [len(column) for column in columns] == sizes == [2, 3, 1]
    assert agree(0, *(sum(height for _, height in column) for column in columns))
    page.says("A network drawn from left to right: two inputs x₁ and x₂, three hidden neurons, one")
    texts = {text.get_position(): text.get_text() for text in axes.texts if text.get_text()}
    named = [sorted(texts.get(circle, "") for circle in column) for column in columns]
    assert named == [["x₁", "x₂"], ["", "", ""], ["ŷ"]]

    drawn = [text for text in axes.texts if isinstance(text, Annotation)]
    arrows = sorted((arrow.xyann, arrow.xy) for arrow in drawn)
    left, right = (sorted(product(*columns[n : n + 2])) for n in (0, 1))
    assert arrows == left + right
    page.says("Every input has an arrow to every hidden neuron, and every hidden neuron an arrow")
    assert all(start[0] < end[0] for start, end in arrows)
    page.says("Arrows only ever point to the right.")
    assert (len(left), len(right)) == (net.W1.size, net.W2.size) == (6, 3)
    page.says("The six arrows on the left are the six numbers of the first weight matrix")
    page.says("the three on the right those of the second.")

    def between(name, first, last):
        """Whether a text stands above all circles and between two of their columns."""
        [(across, height)] = [place for place, text in texts.items() if text == name]
        highest = max(height for _, height in circles)
        middle = (places[first] + places[last]) / 2
        return across == middle and height > highest

    assert between(f"W⁽¹⁾ {net.W1.shape}", 0, 1)
    assert between(f"W⁽²⁾ {net.W2.shape}", 1, 2)
    page.says(f"Above the arrows, W⁽¹⁾ {net.W1.shape} and W⁽²⁾ {net.W2.shape}.")
    lowest = min(height for _, height in circles)
    assert {across: text for (across, height), text in texts.items() if height < lowest} == {
        places[0]: f"input x\n{net.x.shape}",
        places[1]: f"hidden a⁽¹⁾\n{net.a1.shape}",
        places[2]: f"output a⁽²⁾\n{net.a2.shape}",
    }


page.claims(
    {
        r"the first row of `z1` is $1\cdot1 - 1\cdot2 + 1 = 0$, and $\sigma(0) = 0.5$.": lambda: (
            load("network/forward").z1[0] == 0 and load("network/forward").a1[0] == 0.5
        ),
        "For the bias the last factor is 1, and the product is $-0.5$.": lambda: (
            -2 * 0.25 * 1 == -0.5
        ),
    }
)
