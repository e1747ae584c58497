"""What docs/neuron.md says is true."""

import re

import numpy as np
from algebra import agree, evaluate, same, z
from drawings import arrows
from proving import Page, equation
from snippet import load, published, rerun

page = Page("neuron")

RNG = np.random.default_rng(1)


def bill(x, w, b):
    """What the stall's program computes for other quantities, prices and charges."""
    return rerun("neuron/stall", x=x, w=w, b=b).z


@page.proves("weighted-sum")
def _(total, formula):
    # This is what z means from here on. That the program computes just this is what can be shown.
    assert total == z
    for size in (2, 3, 10):
        x, w, b = RNG.normal(size=size), RNG.normal(size=size), RNG.normal()
        products = sum(w[j] * x[j] for j in range(size))
        assert agree(bill(x, w, b), evaluate(formula, **{"w·x": products, "b": b}))
    page.says("Say that the neuron's verdict is \"spam\" when $z > 0$")
    tie = rerun("neuron/spam", w=np.array([0.5, 0]))  # with the last of the biases, -2
    assert (tie.z, tie.verdict) == (0, "not spam")


@page.proves("weighted-sum-two")
def _(total, formula):
    assert total == z
    w_1, w_2, x_1, x_2, b = RNG.normal(size=5)
    written_out = evaluate(formula, w_1=w_1, w_2=w_2, x_1=x_1, x_2=x_2, b=b)
    assert agree(written_out, bill(np.array([x_1, x_2]), np.array([w_1, w_2]), b))


@page.proves("bill")
def _(products, total):
    assert same(products, total)
    # and the program of the page prints this very equation
    tex = equation("neuron", "bill").tex
    assert published("neuron/stall").strip() == tex.replace(r"\cdot", "·")


@page.draws("neuron/diagram")
def _(figure):
    [axes] = figure.axes
    assert set(arrows(axes).elements()) == {
        ("x₁", "Σ", "w₁"),
        ("x₂", "Σ", "w₂"),
        ("b", "Σ", ""),
        ("Σ", "f", "z"),
        ("f", "", "ŷ"),
    }
    page.says("inputs x₁ and x₂, arrows with the weights w₁ and w₂", "an arrow z, a circle f")
    page.says("an arrow to the output ŷ", "The sum Σ comes first and gives z")

    place = {text.get_text(): text.get_position() for text in axes.texts}
    assert place["x₁"][0] == place["x₂"][0] < place["Σ"][0] < place["f"][0] < place["ŷ"][0]
    page.says("A neuron as a chain from left to right")
    assert place["b"][0] == place["Σ"][0]
    assert place["b"][1] > place["Σ"][1]
    page.says("a circle Σ with the bias b above it")
    names = {"inputs": "x₁", "weights": "w₁", "sum": "Σ", "activation": "f", "output": "ŷ"}
    assert all(abs(place[name][0] - place[part][0]) < 0.5 for name, part in names.items())


page.claims(
    {
        "You buy 2 apples at ₹10 each and 3 oranges at ₹15 each, and delivery costs ₹5": lambda: (
            [*load("neuron/stall").x, *load("neuron/stall").w, load("neuron/stall").b]
            == [2, 3, 10, 15, 5]
        ),
        "`(2,)` means a list of two numbers.": lambda: (
            load("neuron/stall").x.shape == load("neuron/stall").w.shape == (2,)
        ),
        "**A larger bias makes the neuron fire more easily**": lambda: (
            re.findall(r"(?:not )?spam", published("neuron/spam"))
            == ["not spam" if 4 * 0.5 + 2 * 1.2 + bias <= 0 else "spam" for bias in (-6, -4, -2)]
            == ["not spam", "spam", "spam"]
        ),
    }
)
