"""Proofs of docs/or-gate.md: the equations beside the code, and the loss curve."""

import inspect

import drawn
import numpy as np
import oracle
import snippet
from oracle import OR
from proving import (
    agree,
    b,
    displayed,
    draws,
    evaluate,
    i,
    indexed,
    proves,
    rerun,
    says,
    stated,
    symbol,
)
from scipy import special
from sklearn import metrics
from test_or_gate import START

# Six random examples with three inputs, a neuron, and what it ought to say.
RNG = np.random.default_rng(8)
X, Y = RNG.normal(size=(6, 3)), RNG.integers(2, size=6)
W, B = RNG.normal(size=3), RNG.normal()
P = special.expit(X @ W + B)


def gradient():
    """What chapter 7 says the slopes are, for each weight and for the bias."""
    _, weight = stated("derivation", "mean-gradient")
    _, bias = stated("derivation", "vector-bias")
    weights = [evaluate(weight, j=place, N=6, p=P, y=Y, X=X) for place in (1, 2, 3)]
    return np.array(weights), evaluate(bias, N=6, delta=P - Y)


def after_one_step(rate):
    """Weights and bias after one epoch of the page's training."""
    weights, bias, _ = snippet.load("or-gate/steps").train(X, Y, W, B, lr=rate, epochs=1)
    return weights, bias


@proves("sigmoid")
def _(*sides):
    logits = RNG.normal(scale=5, size=100)
    right = special.expit(logits)
    assert agree(right, *(evaluate(side, z=logits) for side in sides))
    assert agree(right, snippet.load("or-gate/steps").sigmoid(logits))


@proves("loss")
def _(letter, formula):
    assert letter == symbol("L")
    loss = snippet.load("or-gate/steps").binary_cross_entropy
    for eps in (0.1, 1e-8, 0):
        assert agree(loss(Y, P, eps), evaluate(formula, N=6, y=Y, p=P, epsilon=eps))
    assert agree(loss(Y, P, 0), metrics.log_loss(Y, P))  # the library knows no ε
    assert inspect.signature(loss).parameters["eps"].default == 1e-8
    says(r"with the small $\varepsilon = 10^{-8}$ inside both logarithms")


@proves("forward")
def _(predictions, formula):
    assert str(predictions) == "p"
    page = snippet.load("or-gate/steps")
    assert agree(page.forward(X, W, B), P, evaluate(formula, X=X, w=W, b=B))


@proves("gradient-weights", r"\nabla_w L = \frac1N X^\top(\hat y - y)")
def _():
    # chapter 7 proves it, with a letter for the errors
    proven = dict(displayed("derivation"))
    assert proven["error-vector"] == r"\delta = \hat y - y"
    assert proven["vector-gradient"] == r"\nabla_w L = \frac1N X^\top\delta"
    weights, _ = after_one_step(rate=1)
    assert agree(W - weights, gradient()[0])


@proves("gradient-bias")
def _(slope, mean):
    proven, with_delta = stated("derivation", "vector-bias")
    errors = indexed("p", i) - indexed("y", i)
    assert (slope, mean) == (proven, with_delta.xreplace({indexed("delta", i): errors}))
    _, bias = after_one_step(rate=1)
    assert agree(B - bias, evaluate(mean, N=6, p=P, y=Y))


@proves("update-weights", r"w \leftarrow w - \alpha\,\nabla_w L")
def _():
    weights, _ = after_one_step(rate=0.3)
    assert agree(weights, W - 0.3 * gradient()[0])
    defaults = inspect.signature(snippet.load("or-gate/steps").train).parameters
    assert (defaults["lr"].default, defaults["epochs"].default) == (0.1, 1000)
    says(r"with the learning rate $\alpha = 0.1$ for 1000 epochs")


@proves("update-bias")
def _(update):
    assert update.lhs == b
    _, bias = after_one_step(rate=0.3)
    assert agree(bias, evaluate(update.rhs, b=B, alpha=0.3, **{"∂L/∂b": gradient()[1]}))


@draws("or-gate/steps")
def _(figure):
    # what is learnt, and where it starts from
    page = snippet.load("or-gate/steps")
    says(" ".join(f"| {x_1} | {x_2} | {label} |" for (x_1, x_2), label in OR))
    says("the answer is 1 if at least one of the two inputs is 1.")
    assert [([*row], label) for row, label in zip(page.X, page.y, strict=True)] == [
        ([x_1, x_2], max(x_1, x_2)) for (x_1, x_2), _ in OR
    ]
    assert page.X.shape == (4, 2)
    says("Four examples with two features: $N = 4$, $d = 2$.")
    assert all(0 < number < 1 for number in START)
    says("Random numbers between 0 and 1.")

    [axes] = figure.axes
    [line] = axes.lines
    epochs, losses = line.get_data()
    assert agree(epochs, np.arange(1000))
    assert (axes.get_xlabel(), axes.get_ylabel()) == ("epoch", "loss (nats)")
    says("The loss over 1000 epochs.")
    # the same training in arithmetic of sixty digits
    states = oracle.train(OR, START[:2], START[2], lr=0.1, epochs=999)
    assert agree(losses, [float(oracle.loss(OR, state, eps=1e-8)) for state in states])
    assert (f"{losses[0]:.4f}", f"{losses[-1]:.4f}") == ("0.4253", "0.0879")
    # on XOR, where with large inputs it never settles, one sees which of the losses it prints
    restless = rerun("or-gate/steps", X=100 * page.X, y=np.array([0, 1, 1, 0]))
    first, before, last = (f"{restless.losses[epoch]:.4f}" for epoch in (0, 998, 999))
    assert restless.stdout.startswith(f"loss: {first} at first, {last} at last\n")
    assert before != last
    says("It starts at 0.4253, falls steeply at first and then more and more slowly,")
    says("and ends at 0.0879.")
    assert all(np.diff(losses) < 0)
    assert all(np.diff(losses, 2) > 0)
    says("The loss falls at every epoch, fast and then slowly.")


@draws("or-gate/by_hand")
def _(figure):
    says(*drawn.by_hand(figure))
