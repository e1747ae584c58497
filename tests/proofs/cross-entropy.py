"""Proofs of the equations and figures in docs/cross-entropy.md."""

import numpy as np
from proving import (
    SIGMOID,
    agree,
    b,
    curve,
    draws,
    eps,
    evaluate,
    lines,
    names,
    p,
    proves,
    rerun,
    same,
    says,
    stated,
    symbol,
    traces,
    w,
    x,
    y,
    z,
)
from scipy import special
from snippet import load
from sympy import diff, lambdify, log

RNG = np.random.default_rng(6)

LOSS = -(y * log(p) + (1 - y) * log(1 - p))


@proves("epsilon-loss")
def _(name, loss):
    assert str(name) == "L_epsilon"
    assert same(loss.subs(eps, 0), LOSS)
    assert loss.subs({y: 1, p: 1}) == -log(1 + eps)
    says(r"A perfect prediction, $y = \hat y = 1$, scores $-\log(1 + 10^{-8})$")
    assert loss.subs({y: 1, p: 0}) == -log(eps)
    says(r"A hopeless prediction, $y = 1$ and $\hat y = 0$, scores $-\log 10^{-8} \approx 18.42$")
    program = load("cross-entropy/epsilon").loss
    for chance, small in RNG.uniform(size=(9, 2)):
        for label in (0, 1):
            page = evaluate(loss, y=label, p=chance, epsilon=small)
            assert agree(page, program(label, chance, small))
            by_sigmoid = load("cross-entropy/stable").from_probability
            assert agree(page, by_sigmoid(label, special.logit(chance), small))


@proves("stable-loss")
def _(name, stable):
    assert str(name) == "L"
    assert same(stable, LOSS, where={p: SIGMOID})
    program = load("cross-entropy/stable").from_logit
    for logit in RNG.normal(scale=9, size=9):
        for label, library in ((0, special.softplus(logit)), (1, special.softplus(-logit))):
            assert agree(evaluate(stable, y=label, z=logit), program(label, logit), library)


def race(gradient, at=1, label=0):
    """The outputs of a neuron that follows the gradient that the page states, from its start."""
    says(r"One input $x = 1$, label 0, and a bad start: $w = b = 2$")
    says(r"Both use the learning rate $\alpha = 0.15$.")
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


@proves("race-cross-entropy")
def _(*sides):
    true = diff(LOSS.subs(p, SIGMOID).subs(z, w * x + b), w)
    assert same(*sides, where={"∂L/∂w": true, p: SIGMOID, z: w * x + b})
    assert is_race("cross-entropy", sides[1])


@proves("race-squared-error")
def _(*sides):
    true = diff(((p - y) ** 2).subs(p, SIGMOID).subs(z, w * x + b), w)
    slopes = {"∂L/∂w": true, "σ'(z)": diff(SIGMOID, z)}
    assert same(*sides, where={**slopes, p: SIGMOID, z: w * x + b})
    says(r"The squared error gets a factor $\tfrac12$ here")
    assert is_race("½(ŷ − y)²", sides[1] / 2)


@draws("cross-entropy/stable")
def _(figure):
    assert names(figure) == ("logit z, while the label is y = 0", "loss")
    # for a label of 0 the loss is log(1 + e^z), which SciPy calls softplus
    assert traces(figure, "from the logit", special.softplus, (-5, 50))
    solid, dashed = curve(figure, "from the logit"), curve(figure, "through the sigmoid")
    says("The loss for a label of 0 as the logit grows from −5 to 50.")
    z = np.linspace(30, 50)
    assert agree(solid(z), z)
    says("Computed from the logit it rises as a straight line to 50.")

    zs, losses = lines(figure)["through the sigmoid"].get_data()
    assert lines(figure)["through the sigmoid"].get_linestyle() == "--"
    assert zs[0] == -5
    assert 36 < zs[-1] < 37
    assert np.max(abs(losses - solid(zs))) < 0.5
    assert np.any(np.diff(losses[zs > 35]) == 0)
    says("it follows that line, with small steps near the end, and stops before z = 37.")

    def capped(z):
        return -np.log(1 - special.expit(z) + 1e-8)

    assert traces(figure, "with ε = 1e-8: capped", capped, (-5, 50), ":")
    dotted = curve(figure, "with ε = 1e-8: capped")
    assert f"{dotted(30):.2f}" == f"{dotted(50):.2f}" == "18.42"
    says("With ε it levels off at 18.42.")
    z = np.linspace(-5, 10)
    assert np.allclose(dashed(z), solid(z), atol=1e-4)
    assert np.allclose(dotted(z), solid(z), atol=1e-3)
    says("All three agree while the neuron is not too sure of itself.")


@draws("cross-entropy/race")
def _(figure):
    assert names(figure) == ("step", "output ŷ (should be 0)")
    gradients = {"½(ŷ − y)²": stated("cross-entropy", "race-squared-error")[1] / 2}
    gradients["cross-entropy"] = stated("cross-entropy", "race-cross-entropy")[1]
    for label, gradient in gradients.items():
        steps, outputs = lines(figure)[label].get_data()
        assert list(steps) == list(range(301))
        assert agree(outputs, race(gradient))
    says("The output over 300 steps for both losses.")
    page = load("cross-entropy/race")
    assert list(page.after) == [page.outputs[step] for step in (0, 50, 100, 150, 300)]
    slow, fast = curve(figure, "½(ŷ − y)²"), curve(figure, "cross-entropy")
    assert f"{slow(0):.2f}" == f"{fast(0):.2f}" == "0.98"
    says("so that the first output is 0.98.")
    assert fast(50) < 0.1 < fast(45)
    says("With cross-entropy it drops at once, below 0.1 after 50 steps.")
    assert 0.93 < slow(150) < 0.94
    assert f"{slow(300):.1f}" == "0.2"
    says("it stays above 0.93 for 150 steps and falls only then, to about 0.2 at step 300.")
    assert 180 < np.sum(slow(np.arange(301)) > 0.8) < 220
    says("Squared error loses some two hundred steps on the plateau")
