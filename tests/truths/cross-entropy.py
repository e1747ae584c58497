"""What docs/cross-entropy.md says is true."""

import math

import numpy as np
import sympy
from algebra import LOSS, SIGMOID, agree, b, eps, evaluate, lies_in, p, rounds, same, w, x, y, z
from drawings import curve, lines, names, traces
from proving import Page, stated
from reading import symbol
from scipy import special
from snippet import default, load, prints, rerun
from sympy import diff, exp, lambdify, log

page = Page("cross-entropy")

RNG = np.random.default_rng(6)


@page.proves("epsilon-loss")
def _(name, loss):
    assert str(name) == "L_epsilon"
    assert same(loss.subs(eps, 0), LOSS)
    assert loss.subs({y: 1, p: 1}) == -log(1 + eps)
    page.says(r"A perfect prediction, $y = \hat y = 1$,")
    page.says(r"scores $-\log(1 + 10^{-8})$, a little less than zero.")
    assert loss.subs({y: 1, p: 0}) == -log(eps)
    page.says(r"A hopeless prediction, $y = 1$ and $\hat y = 0$,")
    page.says(r"scores $-\log 10^{-8} \approx 18.42$ and no more")
    assert prints("cross-entropy/epsilon")[0] == -1e-8
    assert 18.42 in prints("cross-entropy/epsilon")
    program = load("cross-entropy/epsilon").loss
    for chance, small in RNG.uniform(size=(9, 2)):
        for label in (0, 1):
            on_page = evaluate(loss, y=label, p=chance, epsilon=small)
            assert agree(on_page, program(label, chance, small))
            by_sigmoid = load("cross-entropy/stable").from_probability
            assert agree(on_page, by_sigmoid(label, special.logit(chance), small))


@page.proves("stable-loss")
def _(name, stable):
    assert str(name) == "L"
    assert same(stable, LOSS, where={p: SIGMOID})
    program = load("cross-entropy/stable").from_logit
    for logit in RNG.normal(scale=9, size=9):
        for label, library in ((0, special.softplus(logit)), (1, special.softplus(-logit))):
            assert agree(evaluate(stable, y=label, z=logit), program(label, logit), library)


def race(gradient, at=1, label=0):
    """The outputs of a neuron that follows the gradient that the page states, from its start."""
    page.says(r"One input $x = 1$, label 0, and a bad start: $w = b = 2$")
    page.says(r"Both use the learning rate $\alpha = 0.15$.")
    slope = lambdify([p, y, x], gradient.subs(symbol("σ'(z)"), p * (1 - p)))
    weight, bias, outputs = 2.0, 2.0, []
    for _ in range(301):
        outputs.append(special.expit(weight * at + bias))
        step = 0.15 * slope(outputs[-1], label, at)
        weight, bias = weight - step, bias - step / at  # for the bias, the factor is 1 and not x
    return outputs


def is_race(name, gradient):
    """Whether the page's program follows it, with its own example and with another."""
    own, other = load("cross-entropy/race"), rerun("cross-entropy/race", x=0.5, y=1.0)
    same_race = agree(race(gradient), own.runs[name])
    return same_race and agree(race(gradient, at=0.5, label=1), other.runs[name])


@page.proves("race-cross-entropy")
def _(*sides):
    true = diff(LOSS.subs(p, SIGMOID).subs(z, w * x + b), w)
    assert same(*sides, where={"∂L/∂w": true, p: SIGMOID, z: w * x + b})
    assert is_race("cross-entropy", sides[1])


@page.proves("race-squared-error")
def _(*sides):
    true = diff(((p - y) ** 2).subs(p, SIGMOID).subs(z, w * x + b), w)
    slopes = {"∂L/∂w": true, "σ'(z)": diff(SIGMOID, z)}
    assert same(*sides, where={**slopes, p: SIGMOID, z: w * x + b})
    page.says(r"The squared error gets a factor $\tfrac12$ here")
    assert is_race("½(ŷ − y)²", sides[1] / 2)


@page.draws("cross-entropy/stable")
def _(figure):
    assert names(figure) == ("logit z, while the label is y = 0", "loss")
    # for a label of 0 the loss is log(1 + e^z), which SciPy calls softplus
    assert traces(figure, "from the logit", special.softplus, (-5, 50))
    solid, dashed = curve(figure, "from the logit"), curve(figure, "through the sigmoid")
    page.says("The loss for a label of 0 as the logit grows from −5 to 50.")
    z = np.linspace(30, 50)
    assert agree(solid(z), z)
    page.says("Computed from the logit it rises as a straight line to 50.")

    zs, losses = lines(figure)["through the sigmoid"].get_data()
    assert lines(figure)["through the sigmoid"].get_linestyle() == "--"
    assert zs[0] == -5
    assert 36 < zs[-1] < 37
    assert np.max(abs(losses - solid(zs))) < 0.5
    assert np.any(np.diff(losses[zs > 35]) == 0)
    page.says("it follows that line, with small steps near the end, and stops before z = 37.")

    def capped(z):
        return -np.log(1 - special.expit(z) + 1e-8)

    assert traces(figure, "with ε = 1e-8: capped", capped, (-5, 50), ":")
    dotted = curve(figure, "with ε = 1e-8: capped")
    assert f"{dotted(30):.2f}" == f"{dotted(50):.2f}" == "18.42"
    page.says("With ε it levels off at 18.42.")
    z = np.linspace(-5, 10)
    assert np.allclose(dashed(z), solid(z), atol=1e-4)
    assert np.allclose(dotted(z), solid(z), atol=1e-3)
    page.says("All three agree while the neuron is not too sure of itself.")


@page.draws("cross-entropy/race")
def _(figure):
    assert names(figure) == ("step", "output ŷ (should be 0)")
    gradients = {"½(ŷ − y)²": stated("cross-entropy", "race-squared-error")[1] / 2}
    gradients["cross-entropy"] = stated("cross-entropy", "race-cross-entropy")[1]
    for label, gradient in gradients.items():
        steps, outputs = lines(figure)[label].get_data()
        assert list(steps) == list(range(301))
        assert agree(outputs, race(gradient))
    page.says("The output over 300 steps for both losses.")
    program = load("cross-entropy/race")
    assert list(program.after) == [program.outputs[step] for step in (0, 50, 100, 150, 300)]
    slow, fast = curve(figure, "½(ŷ − y)²"), curve(figure, "cross-entropy")
    assert f"{slow(0):.2f}" == f"{fast(0):.2f}" == "0.98"
    page.says("so that the first output is 0.98.")
    assert fast(50) < 0.1 < fast(45)
    page.says("With cross-entropy it drops at once, below 0.1 after 50 steps.")
    assert 0.93 < slow(150) < 0.94
    assert f"{slow(300):.1f}" == "0.2"
    page.says("it stays above 0.93 for 150 steps and falls only then, to about 0.2 at step 300.")
    assert 180 < np.sum(slow(np.arange(301)) > 0.8) < 220
    page.says("Squared error loses some two hundred steps on the plateau")


def wrong_without_end() -> bool:
    """The loss of a prediction that comes close to the wrong end, for both labels."""
    return [
        sympy.limit(LOSS.subs(y, label), p, end, side)
        for label, end, side in ((1, 0, "+"), (0, 1, "-"))
    ] == [sympy.oo, sympy.oo]


def two_labels() -> bool:
    """The cross-entropy of a sigmoid neuron for each label, in two forms."""
    loss = LOSS.subs(p, SIGMOID)
    return same(loss.subs(y, 0), -log(1 - SIGMOID), log(1 + exp(z))) and same(
        loss.subs(y, 1), -log(SIGMOID), log(1 + exp(-z))
    )


def epsilon_is_small() -> bool:
    """What it changes in the loss of the complete program."""
    s = load("or-gate/program")
    exact, shifted = (s.binary_cross_entropy(s.y, s.y_hat, eps) for eps in (0, 1e-8))
    return 0.5e-8 < exact - shifted < 5e-8


def race_is_decided() -> bool:
    """The first steps at which the outputs are below one half."""
    slow, fast = (np.array(run) for run in load("cross-entropy/race").runs.values())
    return [np.argmax(run < 0.5) for run in (fast, slow)] == [17, 232] and 232 - 17 == 215


def first_gradients() -> bool:
    """Of both neurons at the start, and times the learning rate."""
    start = load("cross-entropy/race").runs["cross-entropy"][0]
    slopes = [start, start * start * (1 - start)]
    return rounds([*slopes, *(0.15 * v for v in slopes)], "0.982", "0.0173", "0.1473", "0.0026")


page.claims(
    {
        "$w = b = 0$: the first step of the squared error is then a quarter of the other's,"
        " no longer less than a fiftieth.": lambda: (
            special.expit(0) ** 2 == 0.25 and special.expit(4) * special.expit(-4) < 1 / 50
        ),
        "What happens when a prediction reaches exactly 0 or 1?": wrong_without_end,
        r"If the prediction is exactly 0 for a label of 1, the loss asks for $\log 0$, which is"
        r" $-\infty$.": wrong_without_end,
        r"with a small number $\varepsilon = 10^{-8}$ inside both logarithms": lambda: (
            default("or-gate/program", "binary_cross_entropy", "eps") == 1e-8
        ),
        "In mathematics the sigmoid never reaches 1.": lambda: lies_in(SIGMOID, 0, 1),
        r"$1 - \sigma(37)$ comes out as exactly 0 all the same": lambda: (
            1 - load("activations/sigmoid").sigmoid(37.0) == 0
        ),
        "adds $e^{-37}$, which is below $10^{-16}$, to 1, and the sum is rounded back to"
        " 1.": lambda: math.exp(-37) < 1e-16 and 1 + math.exp(-37) == 1,
        r"$-\log\sigma(z) = \log(1+e^{-z})$, and this equals $\log(1+e^z) - z$.": lambda: same(
            -log(SIGMOID), log(1 + exp(-z)), log(1 + exp(z)) - z
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
            diff((p - y) ** 2, p) * diff(SIGMOID, z).subs(z, log(p / (1 - p))),
            2 * (p - y) * p * (1 - p),
        ),
        r"say $\hat y \approx 1$ though $y = 0$, it is saturated, and $\sigma'(z)$ is": lambda: (
            special.expit(4) > 0.98 and special.expit(4) * (1 - special.expit(4)) < 0.02
        ),
        "where the difference is in the eighth decimal.": epsilon_is_small,
        "Both neurons start at the output 0.982 and should get to 0.": lambda: (
            rounds(special.expit(4), "0.982") and load("cross-entropy/race").y == 0
        ),
        "after 17 steps, with the squared error after 232: 215 steps later": race_is_decided,
        "0.982 against 0.0173. With $\\alpha = 0.15$ that makes a first step of 0.1473"
        " against one of 0.0026.": first_gradients,
    }
)
