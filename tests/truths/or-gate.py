"""What docs/or-gate.md says is true: the equations beside the code, and the loss curve."""

import numpy as np
import oracle
from algebra import agree, b, evaluate, i, rounds
from drawings import corners, covers, shows_the_corners, wrong_corners
from neuron import WITH_ONES, a_tie_is_a_no, answers, falls, labels, trained
from oracle import AND, OR, START, XOR
from proving import Page, equation, stated
from reading import indexed, symbol
from scipy import special
from sklearn import metrics
from snippet import default, load, numbers, rerun

page = Page("or-gate")

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
    weights, bias, _ = load("or-gate/steps").train(X, Y, W, B, lr=rate, epochs=1)
    return weights, bias


@page.proves("sigmoid")
def _(*sides):
    logits = RNG.normal(scale=5, size=100)
    right = special.expit(logits)
    assert agree(right, *(evaluate(side, z=logits) for side in sides))
    assert agree(right, load("or-gate/steps").sigmoid(logits))


@page.proves("loss")
def _(letter, formula):
    assert letter == symbol("L")
    loss = load("or-gate/steps").binary_cross_entropy
    for eps in (0.1, 1e-8, 0):
        assert agree(loss(Y, P, eps), evaluate(formula, N=6, y=Y, p=P, epsilon=eps))
    assert agree(loss(Y, P, 0), metrics.log_loss(Y, P))  # the library knows no ε
    assert default("or-gate/steps", "binary_cross_entropy", "eps") == 1e-8
    page.says(r"with the small $\varepsilon = 10^{-8}$ inside both logarithms")


@page.proves("forward")
def _(predictions, formula):
    assert str(predictions) == "p"
    program = load("or-gate/steps")
    assert agree(program.forward(X, W, B), P, evaluate(formula, X=X, w=W, b=B))


@page.proves("gradient-weights", r"\nabla_w L = \frac1N X^\top(\hat y - y)")
def _():
    # chapter 7 proves it, with a letter for the errors
    assert equation("derivation", "error-vector").tex == r"\delta = \hat y - y"
    assert equation("derivation", "vector-gradient").tex == r"\nabla_w L = \frac1N X^\top\delta"
    weights, _ = after_one_step(rate=1)
    assert agree(W - weights, gradient()[0])


@page.proves("gradient-bias")
def _(slope, mean):
    proven, with_delta = stated("derivation", "vector-bias")
    errors = indexed("p", i) - indexed("y", i)
    assert (slope, mean) == (proven, with_delta.xreplace({indexed("delta", i): errors}))
    _, bias = after_one_step(rate=1)
    assert agree(B - bias, evaluate(mean, N=6, p=P, y=Y))


@page.proves("update-weights", r"w \leftarrow w - \alpha\,\nabla_w L")
def _():
    weights, _ = after_one_step(rate=0.3)
    assert agree(weights, W - 0.3 * gradient()[0])
    assert [default("or-gate/steps", "train", name) for name in ("lr", "epochs")] == [0.1, 1000]
    page.says(r"with the learning rate $\alpha = 0.1$ for 1000 epochs")


@page.proves("update-bias")
def _(update):
    assert update.lhs == b
    _, bias = after_one_step(rate=0.3)
    assert agree(bias, evaluate(update.rhs, b=B, alpha=0.3, **{"∂L/∂b": gradient()[1]}))


@page.draws("or-gate/steps")
def _(figure):
    # what is learnt, and where it starts from
    program = load("or-gate/steps")
    page.says(" ".join(f"| {x_1} | {x_2} | {label} |" for (x_1, x_2), label in OR))
    page.says("the answer is 1 if at least one of the two inputs is 1.")
    assert [([*row], label) for row, label in zip(program.X, program.y, strict=True)] == [
        ([x_1, x_2], max(x_1, x_2)) for (x_1, x_2), _ in OR
    ]
    assert program.X.shape == (4, 2)
    page.says("Four examples with two features: $N = 4$, $d = 2$.")
    assert all(0 < number < 1 for number in START)
    page.says("Random numbers between 0 and 1.")

    [axes] = figure.axes
    [line] = axes.lines
    epochs, losses = line.get_data()
    assert agree(epochs, np.arange(1000))
    assert (axes.get_xlabel(), axes.get_ylabel()) == ("epoch", "loss (nats)")
    page.says("The loss over 1000 epochs.")
    # the same training in arithmetic of sixty digits
    states = oracle.train(OR, START[:2], START[2], lr=0.1, epochs=999)
    assert agree(losses, [float(oracle.loss(OR, state, eps=1e-8)) for state in states])
    assert (f"{losses[0]:.4f}", f"{losses[-1]:.4f}") == ("0.4253", "0.0879")
    # on XOR, where with large inputs it never settles, one sees which of the losses it prints
    restless = rerun("or-gate/steps", X=100 * program.X, y=np.array([0, 1, 1, 0]))
    first, before, last = (f"{restless.losses[epoch]:.4f}" for epoch in (0, 998, 999))
    assert restless.stdout.startswith(f"loss: {first} at first, {last} at last\n")
    assert before != last
    page.says("It starts at 0.4253, falls steeply at first and then more and more slowly,")
    page.says("and ends at 0.0879.")
    assert all(np.diff(losses) < 0)
    assert all(np.diff(losses, 2) > 0)
    page.says("The loss falls at every epoch, fast and then slowly.")


@page.draws("or-gate/by_hand")
def _(figure):
    """Three gates with weights of 1: boundary, shading, and the corners on the wrong side."""
    for axes, gate, bias in zip(figure.axes, (AND, OR, XOR), (-1.5, -0.5, -0.5), strict=True):
        assert numbers(axes.get_title()) == [bias]
        assert corners(axes) == gate
        assert shows_the_corners(axes)
        x1, x2 = axes.lines[0].get_data()
        assert (*x1,) == (-0.5, 1.5)
        assert agree(x1 + x2 + bias, [0, 0])
        assert covers(axes, lambda point, bias=bias: sum(point) + bias > 0)
    assert [axes.get_title()[:3] for axes in figure.axes] == ["AND", "OR,", "XOR"]
    assert [*map(wrong_corners, figure.axes)] == [[], [], [(1, 1)]]
    assert [axes.get_xlabel() for axes in figure.axes] == ["x₁"] * 3
    assert [axes.get_ylabel() for axes in figure.axes] == ["x₂", "", ""]
    x1, x2 = rerun("or-gate/by_hand", w=np.array([1, 2])).axes[0].lines[0].get_data()
    assert agree(x1 + 2 * x2 - 1.5, [0, 0])
    page.says("The four corners of three gates, each with one straight boundary at weights of 1")
    page.says("AND with b = −1.5: all four corners are right. OR with b = −0.5: all four are")
    page.says("XOR with b = −0.5: the corner (1, 1), which should be 0, lies on the side of “yes”.")
    page.says("Squares are ones, circles are zeros, and the shaded side is where")


def training_goes_on() -> bool:
    """Train the OR gate ten times as long: the loss falls at every epoch, to less than a fifth."""
    s = load("or-gate/steps")
    *_, losses = s.train(s.X, s.y, np.array(START[:2]), START[2], epochs=10_000)
    return falls(losses) and losses[999] == s.losses[-1] and losses[-1] < losses[999] / 5


def surest_and_least() -> bool:
    """The rows whose predictions are farthest from one half, and closest to it."""
    sure = abs(load("or-gate/program").y_hat - 0.5)
    return (np.argmax(sure), np.argmin(sure)) == (3, 0)


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


page.claims(
    {
        "surest about the row with two ones, and least sure about the row with": surest_and_least,
        "$z = 4.0434 + 4.0871 - 1.4956 = 6.6349$": lambda: (
            rounds(trained(), "4.0434", "4.0871", "-1.4956")
        ),
        "The loss falls at every epoch, fast and then slowly.": training_goes_on,
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
    }
)
