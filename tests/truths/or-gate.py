"""What docs/or-gate.md says is true: the equations beside the code, and the loss curve."""

import itertools
import re

import numpy as np
import oracle
from algebra import (
    LOSS,
    SIGMOID,
    N,
    agree,
    alpha,
    b,
    d,
    entry,
    eps,
    evaluate,
    i,
    in_matrices,
    j,
    lies_in,
    p,
    rounds,
    same,
    w,
    y,
    z,
)
from neuron import WITH_ONES, answers, falls, labels, most_of_xor, or_loss, trained
from oracle import AND, CORNERS, NAND, OR, START, XOR
from proving import Page, stated
from reading import indexed, symbol
from scipy import special
from sklearn import metrics
from snippet import default, load, prints, rerun, run, section
from sympy import MatrixSymbol, Rational, Sum, diff

page = Page("or-gate")

# Six random examples with three inputs, a neuron, and what it ought to say.
RNG = page.rng
X, Y = RNG.normal(size=(6, 3)), RNG.integers(2, size=6)
W, B = RNG.normal(size=3), RNG.normal()
P = special.expit(X @ W + B)


def gradient():
    """What chapter 10 says the slopes are, for each weight and for the bias."""
    _, weight = stated("derivation", "mean-gradient")
    _, bias = stated("derivation", "vector-bias")
    weights = [evaluate(weight, j=place, N=6, p=P, y=Y, X=X) for place in (1, 2, 3)]
    return np.array(weights), evaluate(bias, N=6, delta=P - Y)


def after_one_step(rate):
    """Weights and bias after one epoch of the page's training."""
    weights, bias, _ = load("or-gate/steps").train(X, Y, W, B, lr=rate, epochs=1)
    return weights, bias


@page.definition("sigmoid")
def _(letter, formula):
    """The page's program and SciPy compute this, for small and huge numbers."""
    # SymPy reads the left side as the sigmoid; of the right one, all that makes it that
    assert same(letter, formula)
    assert formula.subs(z, 0) == Rational(1, 2)
    assert same(diff(formula, z), formula * (1 - formula))
    logits = np.array([*RNG.normal(scale=5, size=100), -700, 0, 700])
    right = special.expit(logits)
    assert agree(right, evaluate(formula, z=logits))
    assert agree(right, load("or-gate/steps").sigmoid(logits))


@page.definition("loss")
def _(letter, formula):
    """The page's program computes this; with ε = 0 it is the mean of chapter 10."""
    assert letter == symbol("L")
    # without ε it is the mean of chapter 10, for every N
    p_i, y_i = indexed("p", i), indexed("y", i)
    [total] = formula.atoms(Sum)
    assert formula == -total / N
    assert [*map(tuple, total.limits)] == [(i, 1, N)]
    assert same(-total.function.subs(eps, 0), LOSS.subs({p: p_i, y: y_i}))
    loss = load("or-gate/steps").binary_cross_entropy
    for small in (0.1, 1e-8, 0):
        assert agree(loss(Y, P, small), evaluate(formula, N=6, y=Y, p=P, epsilon=small))
    for label, said in itertools.product((0, 1), repeat=2):
        right = evaluate(formula, N=1, y=[label], p=[said], epsilon=1e-8)
        found = loss(np.array([label]), np.array([said]), 1e-8)
        assert np.isclose(found, right, rtol=1e-7, atol=0)  # 1 + ε is rounded
    assert agree(loss(Y, P, 0), metrics.log_loss(Y, P))  # the library knows no ε
    assert default("or-gate/steps", "binary_cross_entropy", "eps") == 1e-8
    page.says(r"Binary cross-entropy with the small $\varepsilon = 10^{-8}$ inside both logarithms")


@page.definition("forward")
def _(predictions, formula):
    """The page's program computes this, on random examples."""
    assert str(predictions) == "p"
    program = load("or-gate/steps")
    assert agree(program.forward(X, W, B), P, evaluate(formula, X=X, w=W, b=B))


@page.theorem("gradient-weights")
def _(gradient_, product):
    """Entry j of the product is the sum in ∂L/∂w_j, for any number of examples and inputs."""
    assert str(gradient_) == "∇_wL"
    page.says("The gradients that [chapter 10](derivation.md) derived,")
    _, mean = stated("derivation", "mean-gradient")
    matrices = {name: MatrixSymbol(name, N, 1) for name in ("p", "y")}
    in_place = in_matrices(product, N=N, X=MatrixSymbol("X", N, d), **matrices)
    assert same(mean, entry(in_place, j, over=i))
    weights, _ = after_one_step(rate=1)
    assert agree(W - weights, gradient()[0], evaluate(product, X=X, p=P, y=Y, N=6))


@page.theorem("gradient-bias")
def _(slope, mean):
    """It is the slope that chapter 10 derives, written with the errors themselves."""
    proven, with_delta = stated("derivation", "vector-bias")
    errors = indexed("p", i) - indexed("y", i)
    assert (slope, mean) == (proven, with_delta.xreplace({indexed("delta", i): errors}))
    _, bias = after_one_step(rate=1)
    assert agree(B - bias, evaluate(mean, N=6, p=P, y=Y))


@page.definition("update-weights")
def _(update):
    """The page's program takes this step, at three rates."""
    assert update.lhs == w
    for rate in (0.3, 1, 5):
        weights, _ = after_one_step(rate)
        right = evaluate(update.rhs, w=W, alpha=rate, **{"∇_wL": gradient()[0]})
        assert agree(weights, W - rate * gradient()[0], right)
    assert [default("or-gate/steps", "train", name) for name in ("lr", "epochs")] == [0.1, 1000]
    page.says(r"with the learning rate $\alpha = 0.1$ for 1000 epochs")
    page.says("and the update rule of [chapter 9](gradient-descent.md), with the learning rate")
    [rule] = stated("gradient-descent", "update")
    assert same(rule.rhs.subs(symbol("∇L"), symbol("∇_wL")), update.rhs)


@page.definition("update-bias")
def _(update):
    """The page's program takes this step."""
    assert update.lhs == b
    assert same(update.rhs, b - alpha * symbol("∂L/∂b"))
    _, bias = after_one_step(rate=0.3)
    assert agree(bias, evaluate(update.rhs, b=B, alpha=0.3, **{"∂L/∂b": gradient()[1]}))


@page.draws("or-gate/steps")
def _(figure):
    # what is learnt, and where it starts from
    program = load("or-gate/steps")
    page.says(" ".join(f"| {x_1} | {x_2} | {label} |" for (x_1, x_2), label in OR))
    page.says("OR is 1 if at least one of the two inputs is 1.")
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


def training_goes_on() -> bool:
    """Train the OR gate ten times as long: the loss falls at every epoch, to less than a fifth."""
    s = load("or-gate/steps")
    *_, losses = s.train(s.X, s.y, np.array(START[:2]), START[2], epochs=10_000)
    return falls(losses) and losses[999] == s.losses[-1] and losses[-1] < losses[999] / 5


def surest_and_least() -> bool:
    """The rows whose predictions are farthest from one half, and closest to it."""
    sure = abs(load("or-gate/program").y_hat - 0.5)
    return (np.argmax(sure), np.argmin(sure)) == (3, 0)


def gate(weights: list[float]) -> list[str]:
    """The gates that a neuron is."""
    gates = {"AND": AND, "OR": OR, "XOR": XOR, "NAND": NAND}
    return [name for name, data in gates.items() if answers(weights) == labels(data)]


def seeded() -> list[float]:
    """The first three numbers after the page's seed."""
    np.random.seed(42)
    return [*np.random.rand(2), np.random.rand()]


def recorded_before() -> bool:
    """The losses of short trainings from many starts: the first that of the start, the last that
    of the neuron one step before the end.
    """
    s = load("or-gate/steps")
    for *weights, bias in RNG.normal(size=(20, 3)):
        *_, losses = s.train(s.X, s.y, np.array(weights), bias, epochs=5)
        w, b_before, _ = s.train(s.X, s.y, np.array(weights), bias, epochs=4)
        right = [or_loss([*weights, bias]), or_loss([*w, b_before])]
        if not np.allclose([losses[0], losses[-1]], right, atol=1e-6):
            return False
    return True


STEPS = ["data", "weights", "sigmoid", "loss", "forward", "train", "run", "curve"]


def one_program() -> bool:
    """The page's blocks, one after the other, print what is published and draw the curve; without
    any of the first seven the rest does not run. None is longer than fifteen lines.
    """
    shown = [i.section for i in page.source.includes if i.path == "or-gate/steps.py"]
    headings = re.findall(r"^## Step \d: ", page.source.text, re.M)
    blocks = [section("or-gate/steps", name) for name in STEPS]

    def runs(code: list[str]) -> bool:
        figures = []
        try:
            printed = run("\n".join(code), {"__name__": "__main__"}, figures)
        except NameError:
            return False
        return printed == load("or-gate/steps").stdout and len(figures) == 1

    without = [runs(blocks[:n] + blocks[n + 1 :]) for n in range(7)]
    short = all(len(block.strip().splitlines()) <= 15 for block in blocks)
    return shown == STEPS and len(headings) == 8 and runs(blocks) and not any(without) and short


def alone(row, state) -> float:
    """The probability that a neuron gives to one row, alone."""
    return float(special.expit(sum(w * x for w, x in zip(state, row, strict=False)) + state[2]))


def three_lines() -> bool:
    """What stands on the right of `delta`, `dw` and `db` in the loop, run on random examples,
    comes to what three equations of chapter 10, and those of this one, say.
    """
    code = re.findall(r"^ +(\w+) = ([^#\n]+)", section("or-gate/steps", "train"), re.M)
    given = {"np": np, "X": X, "y": Y, "y_hat": P}
    for name, right in code:
        if name in ("delta", "dw", "db"):
            given[name] = eval(right, given)
    letters = {"X": X, "y": Y, "p": P, "N": 6, "delta": P - Y}
    wanted = {"error-vector": "delta", "vector-gradient": "dw", "vector-bias": "db"}
    here = {"gradient-weights": "dw", "gradient-bias": "db"}
    return all(
        agree(given[name], evaluate(stated(where, label)[1], **letters))
        for where, labels_ in (("derivation", wanted), ("or-gate", here))
        for label, name in labels_.items()
    )


def epsilon_does_not_matter() -> bool:
    """With a large ε the loss has other slopes than these, by nudges; with the page's own, trained
    for as long, the neuron is the same to the sixth decimal.
    """
    s = load("or-gate/steps")

    def loss(state, small):
        return s.binary_cross_entropy(s.y, special.expit(WITH_ONES @ state), small)

    def slopes(state, small):
        q = special.expit(WITH_ONES @ state)
        of_rows = q * (1 - q) * ((1 - s.y) / (1 - q + small) - s.y / (q + small))
        return of_rows @ WITH_ONES / 4

    at = RNG.normal(size=3)
    plain = (special.expit(WITH_ONES @ at) - s.y) @ WITH_ONES / 4
    for small, matters in ((0.1, True), (1e-8, False)):
        found = [(loss(at + h, small) - loss(at - h, small)) / 2e-5 for h in 1e-5 * np.eye(3)]
        right = np.allclose(found, slopes(at, small), atol=1e-8)
        if not right or np.allclose(found, plain, atol=1e-6) == matters:
            return False
    state = np.array(START)
    for _ in range(1000):
        state = state - 0.1 * slopes(state, 1e-8)
    return np.allclose(state, trained(), atol=1e-6)


ERRORS = 0.5 - np.array(labels(OR))  # at zero weights


page.claims(
    {
        "All four rows are right. Rounded to the nearest whole number, the predictions are the"
        " truth"
        " table. The neuron is surest about the row with two ones, and least sure about the row"
        " with"
        " none.": lambda: (
            np.round(special.expit(WITH_ONES @ trained())).tolist() == labels(OR)
            and surest_and_least()
        ),
        "The seed makes them the same random numbers on every run;": lambda: (
            seeded() == START == seeded()
            and "np.random.seed(42)" in section("or-gate/steps", "weights")
        ),
        "Find each equation in the code: `delta` and `dw` are the first, `db` the second, and the"
        " last line of the loop is both updates.": lambda: three_lines() and (
            re.findall(r"^ +(delta|dw|db|w, b) = ", section("or-gate/steps", "train"), re.M)
            == ["delta", "dw", "db", "w, b"]
        ),
        "The loss is recorded before the update, so the first entry belongs to the untrained"
        " neuron,": (
            recorded_before
        ),
        "$z = 4.0434 + 4.0871 - 1.4956 = 6.6349$": lambda: rounds(
            trained(), "4.0434", "4.0871", "-1.4956"
        ),
        "The loss falls at every epoch, fast and then slowly.": training_goes_on,
        "It has not levelled off: on this data it goes on falling for as long as you care to"
        " train.": training_goes_on,
        "and the last one to the neuron before its last"
        " step.": lambda: recorded_before() and rounds(
            [load("or-gate/steps").losses[-1], prints("or-gate/gates")[0]], "0.0879", "0.0878"
        ),
        '`NAND`{ .answer }: "not AND", which is 1 unless both inputs are. The four '
        "sums are 1.5, 0.5, 0.5 and $-0.5$: yes to all but the last row.": lambda: (
            (WITH_ONES @ [-1, -1, 1.5]).tolist() == [1.5, 0.5, 0.5, -0.5]
            and answers([-1, -1, 1.5]) == [1, 1, 1, 0]
        ),
        'NAND means "not AND". It is 0 where AND is 1, and 1 where AND is 0.)': lambda: (
            [1 - answer for answer in labels(AND)] == labels(NAND)
        ),
        "Both weights are $-1$ and the bias is 1.5. Which gate is that?": lambda: (
            gate([-1, -1, 1.5]) == ["NAND"]
        ),
        "For AND all three signs are the other way round, and so are the answers.": lambda: (
            gate([1, 1, -1.5]) == ["AND"]
            and [1 - answer for answer in answers([1, 1, -1.5])] == answers([-1, -1, 1.5])
        ),
        "Of course, an `if` would do.": lambda: (
            [1 if first or second else 0 for first, second in CORNERS] == labels(OR)
        ),
        "Each step continues the last one; together they are one program.": one_program,
        "Eight short steps make a neuron that learns: data, weights, sigmoid, loss, forward pass,"
        " training, run, loss curve.": one_program,
        "The question is yes or no, so the output should be a probability: the sigmoid of"
        " [chapter 5](activations.md#sigmoid).": lambda: (
            lies_in(SIGMOID, 0, 1)
            and same(*(stated(where, "sigmoid")[1] for where in ("activations", "or-gate")))
        ),
        "The four predictions at once.": lambda: all(
            agree(s.forward(s.X, state[:2], state[2]), [alone(row, state) for row in s.X])
            for s in [load("or-gate/steps")]
            for state in RNG.normal(size=(20, 3))
        ),
        r"(Strictly, these are the gradients of the cross-entropy without $\varepsilon$. The"
        " difference is far too small to matter here.)": epsilon_does_not_matter,
        "Three lines of the training step are the equations of chapter 10.": three_lines,
        "Compute the first row: with no input on, $z$ is the bias, and that is above"
        " zero.": lambda: (
            (WITH_ONES @ [-1, -1, 1.5])[0] == 1.5
        ),
        "`XOR` : No choice of weights makes that one.": most_of_xor,
        r"errors $\tfrac12, -\tfrac12, -\tfrac12, -\tfrac12$ have the mean $-0.25$": lambda: (
            [*ERRORS] == [0.5, -0.5, -0.5, -0.5] and np.mean(ERRORS) == -0.25
        ),
        r"`0.025`{ .answer }:": lambda: agree(0 - 0.1 * np.mean(ERRORS), 0.025),
        r"at $w = (0, 0)$ and $b = 0$. What is $b$ after the first step, with $\alpha = 0.1$?": (
            lambda: agree(
                load("or-gate/steps").train(
                    np.array(CORNERS), np.array(labels(OR)), np.zeros(2), 0.0, lr=0.1, epochs=1
                )[1],
                0.025,
            )
        ),
        "`-0.025` : That is uphill. Three of four answers are “yes”, so the bias should"
        " rise.": lambda: (
            agree(0 + 0.1 * np.mean(ERRORS), -0.025)
            and sum(labels(OR)) == 3
            and or_loss([0, 0, 0.025]) < or_loss([0, 0, 0]) < or_loss([0, 0, -0.025])
        ),
        "`0.100` : That is from the sum of the errors. Take their mean.": lambda: (
            agree(0 - 0.1 * np.sum(ERRORS), 0.1) and agree(0 - 0.1 * np.mean(ERRORS), 0.025)
        ),
        "`0.250` : The learning rate is missing.": lambda: 0 - np.mean(ERRORS) == 0.25,
    }
)
