"""What docs/cross-entropy.md says is true."""

import functools
import math
import re
from itertools import product

import numpy as np
import sympy
from algebra import (
    LOSS,
    SIGMOID,
    agree,
    b,
    d,
    eps,
    evaluate,
    k,
    lies_in,
    p,
    rounds,
    same,
    slope,
    w,
    x,
    y,
    z,
)
from drawings import curve, lines, names, traces
from oracle import exact, mp, sigmoid
from project import tested
from proving import Page, stated
from reading import indexed, symbol
from scipy import special
from snippet import default, load, prints, rerun
from sympy import diff, exp, lambdify, log

page = Page("cross-entropy")

RNG = page.rng


@page.definition("epsilon-loss")
def _(name, loss):
    """The page's programs compute this; with ε = 0 it is the cross-entropy."""
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


def surprise(label, logit):
    """The loss of a sigmoid neuron, in sixty digits."""
    return -mp.log(sigmoid(exact(logit if label else -logit)))


@page.theorem("stable-loss")
def _(name, difference, turned):
    """For the labels 0 and 1 both forms are the cross-entropy of a sigmoid neuron, by algebra."""
    assert str(name) == "L"
    assert same(difference, LOSS, where={p: SIGMOID})
    page.says("and for the labels 0 and 1 the cross-entropy simplifies to")
    for label in (0, 1):
        assert same(turned.subs(y, label), LOSS.subs(y, label), where={p: SIGMOID})
    assert not same(turned, difference)  # for labels between, which there are not
    page.says("the factor $1 - 2y$ is 1 for the label 0 and $-1$ for the label 1.")
    page.says('so that "positive" always means "on the wrong side".')
    wrong = [(label, side) for label in (0, 1) for side in (-1, 1) if (1 - 2 * label) * side > 0]
    assert wrong == [(0, 1), (1, -1)]
    # the program takes the second form, and every digit of it is right, also of the smallest loss
    page.says("Use this form in programs.")
    program = load("cross-entropy/stable").from_logit
    logits = [*RNG.normal(scale=9, size=200), *RNG.uniform(-80, 80, size=200), 0, 40, -40]
    for label, logit in product((0, 1), logits):
        right = float(surprise(label, logit))
        assert np.isclose(program(label, logit), right, rtol=1e-12, atol=0)
        if abs(logit) < 20:
            assert agree(evaluate(turned, y=label, z=logit), right)
    page.says("and only the solid one goes on telling the truth.")


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


def one_of_many(loss, claimed):
    """Whether the claimed gradient has, in place m, the slope for weight m of d, for every d."""
    m = sympy.Symbol("m", integer=True)
    total = sympy.Sum(indexed("w", k) * indexed("x", k), (k, 1, d)) + b
    inside = {p: SIGMOID, z: total}
    true = slope(loss.subs(p, SIGMOID).subs(z, total), indexed("w", m))
    return same(claimed.subs(x, indexed("x", m)), true, where=inside)


@page.theorem("race-cross-entropy")
def _(*sides):
    """SymPy differentiates the cross-entropy of a sigmoid neuron, for any number of inputs."""
    true = diff(LOSS.subs(p, SIGMOID).subs(z, w * x + b), w)
    assert same(*sides, where={"∂L/∂w": true, p: SIGMOID, z: w * x + b})
    page.says(r"with $\hat y = \sigma(z)$ and $z = w \cdot x + b$.")
    assert one_of_many(LOSS, sides[1])
    assert is_race("cross-entropy", sides[1])


@page.theorem("race-squared-error")
def _(*sides):
    """SymPy differentiates the squared error of a sigmoid neuron, for any number of inputs."""
    true = diff(((p - y) ** 2).subs(p, SIGMOID).subs(z, w * x + b), w)
    slopes = {"∂L/∂w": true, "σ'(z)": diff(SIGMOID, z)}
    assert one_of_many((p - y) ** 2, sides[1].subs(symbol("σ'(z)"), diff(SIGMOID, z)))
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
    assert np.max(abs(solid(np.linspace(5, 50)) - np.linspace(5, 50))) < 0.01
    assert solid(-5) < 0.01
    assert round(float(solid(0)), 2) == 0.69
    page.says("Computed from the logit it leaves zero near z = 0 and then rises as "
              "a straight line to 50.")

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


def perfect_is_no_number() -> bool:
    """Without ε; in mathematics it is what a prediction that comes close to 1 tends to."""
    with np.errstate(all="ignore"):
        computed = load("cross-entropy/epsilon").loss(1, 1.0, 0)
    return np.isnan(computed) and sympy.limit(p * log(p), p, 0, "+") == 0


def half_square_slope(prediction, label) -> float:
    """The slope of half the squared error with respect to z, at a prediction."""
    slope_of_z = diff((SIGMOID - y) ** 2 / 2, z).subs({y: label, z: log(p / (1 - p))})
    return float(slope_of_z.subs(p, prediction))


def digits_are_gone() -> bool:
    """By the first form, as it stands, with NumPy's `logaddexp`, and by the second."""
    if not same(log(1 + exp(z)) - z, log(1 + exp(-z))):  # in mathematics both are right
        return False
    first = np.logaddexp(0, 40.0) - 1 * 40.0
    second = load("cross-entropy/stable").from_logit(1, 40.0)
    right = float(surprise(1, 40))
    return first == 0 and f"{right:.0e}" == "4e-18" and math.isclose(second, right, rel_tol=1e-12)


def two_dangers() -> bool:
    """The second form in plain doubles: above every double, and nothing left beside the 1."""
    with np.errstate(over="ignore"):
        typed = [np.log(1 + np.exp((1 - 2 * label) * z)) for label, z in ((0, 1000.0), (1, 40.0))]
    return typed == [np.inf, 0] and surprise(0, 1000) >= 1000 and surprise(1, 40) > 0


STUCK = np.array([[1, 1], [10, 1]]), np.array([1, 0])  # rows with their ones, and labels


@functools.cache
def stuck(loss: str, steps: int) -> np.ndarray:
    """What a neuron says of these rows after so many steps from w = 1 and b = 0."""
    rows, labels = STUCK
    state = np.array([1.0, 0.0])
    for _ in range(steps):
        chance = special.expit(rows @ state)
        factor = chance * (1 - chance) if loss == "squared_error" else 1
        state = state - 0.15 * rows.T @ ((chance - labels) * factor) / 2
    return special.expit(rows @ state)


def stuck_example() -> bool:
    """Both runs again, in matrices, with the slopes that the page states."""
    program, (rows, _) = load("cross-entropy/stuck"), STUCK
    slow, fast = stuck("squared_error", 100_000), stuck("cross_entropy", 100)
    falling = special.expit(rows @ [-1, 5]) > 0.5
    start = special.expit(rows @ [1, 0])
    printed = [f"{v:.6f}" for end in (slow, fast) for v in end]
    return (
        re.findall(r"\d\.\d{6}", program.stdout) == printed
        and falling.tolist() == (fast > 0.5).tolist() == [True, False]
        and slow[0] > start[0]
        and slow[1] > 0.9999
        and slow[1] * (1 - slow[1]) < 1e-4
    )


def flat_heights() -> bool:
    """Where a neuron is sure and wrong it bends downwards, and its slope goes to zero. In the box
    the way down goes on to a loss of a quarter, half of one row, where 0 is near elsewhere.
    """
    rows, labels = STUCK
    stays = 0.25 < np.mean((stuck("squared_error", 100_000) - labels) ** 2) / 2 < 0.251
    elsewhere = np.mean((special.expit(rows @ [-9, 45]) - labels) ** 2) / 2
    if not stays or elsewhere > 1e-6:
        return False
    loss = (SIGMOID - y) ** 2
    bend, slope_of_z = diff(loss, z, 2).subs(y, 0), diff(loss, z).subs(y, 0)
    down = all(bend.subs(z, at) < 0 for at in (1, 2, 5, 20))
    return down and sympy.limit(slope_of_z, z, sympy.oo) == 0


def never_near_zero() -> bool:
    """The probabilities of the four right answers, at each of the program's thousand steps."""
    s, least = load("or-gate/program"), 1.0
    np.random.seed(42)
    w, b = np.random.rand(2), np.random.rand()
    for _ in range(1000):
        said = special.expit(s.X @ w + b)
        least = min(least, *np.where(s.y == 1, said, 1 - said))
        w, b = w - 0.1 * s.X.T @ (said - s.y) / 4, b - 0.1 * np.mean(said - s.y)
    return least > 0.3 and np.allclose([*w, b], [*s.w, s.b], rtol=1e-9)


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


half_square = diff((SIGMOID - y) ** 2 / 2, z).subs(y, 0)


def never_sees_the_loss() -> bool:
    """The race is run without a logarithm or a square, and by the outputs alone each of its steps
    is the rate times the gradient, against it.
    """
    script = tested().snippet("cross-entropy/race.py")
    return not re.search(r"np\.log|\*\* *2", script) and set(rates_of_the_race()) == {0.15}


def rates_of_the_race() -> list[float]:
    """By what the gradient is multiplied at each step, in both runs; the sum is w + b."""
    runs = load("cross-entropy/race").runs
    found = []
    for name, outputs in runs.items():
        chances = np.array(outputs[:100])
        factor = 1 if name == "cross-entropy" else chances * (1 - chances)
        found += [*(np.diff(special.logit(chances)) / -2 / (chances * factor)[:-1])]
    return [round(rate, 9) for rate in found]


def what_differs() -> bool:
    """The slopes of the two losses by z, half the square in place of the square."""
    return same(half_square, SIGMOID * diff(SIGMOID, z)) and same(
        diff((SIGMOID - y) ** 2 / 2, z), diff(LOSS.subs(p, SIGMOID), z) * diff(SIGMOID, z)
    )


def with_epsilon(label: int, said: float, small: float) -> float:
    """The page's own, with a small number inside its logarithms."""
    return load("cross-entropy/epsilon").loss(label, said, small)


def floor_and_ceiling() -> bool:
    """Without ε the loss of any prediction is not negative; with it, the least is just below zero
    and the greatest the ceiling.
    """
    said = np.concatenate([RNG.uniform(size=2000), 10.0 ** RNG.uniform(-15, -1, size=200)])
    true = [with_epsilon(label, chance, 0) for label in (0, 1) for chance in said]
    patched = [with_epsilon(y, p, 1e-8) for y in (0, 1) for p in (*said, 0.0, 1.0)]
    return min(true) >= 0 and -2e-8 < min(patched) < 0 and rounds([max(patched)], "18.42")


page.claims(
    {
        "$w = b = 0$: the first step of the squared error is then a quarter of the other's,"
        " no longer less than a fiftieth.": lambda: (
            special.expit(0) ** 2 == 0.25 and special.expit(4) * special.expit(-4) < 1 / 50
        ),
        "how is it computed when a prediction comes very close to 0 or 1?": wrong_without_end,
        r"A perfect prediction is no safer: for $y = \hat y = 1$ the second half of the formula"
        r" is $0\cdot\log 0$. In mathematics"
        r" that counts as 0; a computer multiplies 0 by $-\infty$ and gets": perfect_is_no_number,
        "A neuron says 0.98, the label is 0, and $x = 1$. With $\\tfrac12(\\hat y - y)^2$, what is"
        ' the gradient for $w$, to two decimals?" `0.02`{ .answer }:'
        r" $0.98\cdot0.98\cdot0.02 \approx 0.0192$.": lambda: rounds(
            [half_square_slope(0.98, 0), 0.98 * 0.98 * 0.02], "0.02", "0.0192"
        ),
        "`0.98` : That is the gradient of the cross-entropy.": lambda: rounds(0.98 - 0, "0.98"),
        r"`0.04` : That is without the $\tfrac12$, which cancels the 2 of the square.": lambda: (
            rounds(2 * half_square_slope(0.98, 0), "0.04")
        ),
        'The label is 1 and $z = -6$. What is the loss, to two decimals?" `6.00`{ .answer }:'
        r" $\log(1 + e^{6}) \approx 6.0025$.": lambda: rounds(
            [float(surprise(1, -6))] * 2, "6.00", "6.0025"
        ),
        "`0.00` : The label is forgotten: that would be the loss for the label 0.": lambda: rounds(
            float(surprise(0, -6)), "0.00"
        ),
        r"`-6.00` : A sign got turned: $-yz$ is $-1\cdot(-6)$, which is positive.": lambda: (
            rounds(math.log1p(math.exp(-6)) + 1 * -6, "-6.00") and -1 * -6 > 0
        ),
        r"The first one is just as true, but for $y = 1$ and a large $z$ it subtracts two almost"
        " equal numbers, and the digits are"
        r" gone: at $z = 40$ the loss is about $4\cdot10^{-18}$, and the first form computes"
        " 0.": digits_are_gone,
        "Two dangers remain in it: a huge power of $e$ overflows, and a tiny one is lost beside the"
        " 1. Typed as it stands, this form gives 0 for $z = 40$ as well.": two_dangers,
        "NumPy's `logaddexp(0, z)` computes $\\log(e^0 + e^z)$ without either accident.": lambda: (
            all(
                np.isclose(np.logaddexp(0, z), float(surprise(0, z)), rtol=1e-12, atol=0)
                for z in (-100, -40, 0, 40, 1000)
            )
        ),
        "In this race squared error arrives, only late.": lambda: (
            race(stated("cross-entropy", "race-squared-error")[1] / 2)[-1] < 0.5
        ),
        "The label is 1 at $x = 1$ and 0 at $x = 10$, and the start is $w = 1$, $b = 0$. A falling"
        " line gets both right. Squared error improves the answer at 1 and, after 100,000 steps,"
        ' still says "yes" at 10, where the sigmoid is saturated. Cross-entropy has both right'
        " after 100 steps.": stuck_example,
        "The landscape of the cross-entropy bends downwards nowhere: it has [only "
        "one valley]": lambda: (
            same(diff(LOSS.subs(p, SIGMOID), z, 2), SIGMOID * (1 - SIGMOID))
            and lies_in(SIGMOID, 0, 1)
        ),
        "That of the squared error after a sigmoid bends downwards too, and here "
        "the way down leads along almost flat heights, away from the low ground, "
        "where $w$ is negative.": flat_heights,
        "The lines on 37 show": lambda: "sigmoid(37)" in load("cross-entropy/epsilon").stdout,
        r"If the prediction is exactly 0 for a label of 1, the loss asks for $\log "
        r"0$, which has no value; NumPy says $-\infty$.": wrong_without_end,
        r'dodge both with a small number $\varepsilon = 10^{-8}$ (read "epsilon") '
        "inside the logarithms": lambda: (
            default("or-gate/program", "binary_cross_entropy", "eps") == 1e-8
            and np.all(np.isfinite([with_epsilon(1, said, 1e-8) for said in (0.0, 1.0)]))
        ),
        "In mathematics the sigmoid never reaches 1.": lambda: lies_in(SIGMOID, 0, 1),
        r"$1 - \sigma(37)$ comes out as exactly 0 all the same": lambda: (
            1 - load("activations/sigmoid").sigmoid(37.0) == 0
        ),
        "adds $e^{-37}$, which is below $10^{-16}$, to 1, and the sum is rounded back to"
        " 1.": lambda: math.exp(-37) < 1e-16 and 1 + math.exp(-37) == 1,
        r"$-\log\sigma(z) = \log(1+e^{-z})$. Now $1+e^{-z} = e^{-z}(e^z+1)$, and "
        r"the logarithm of this product is $-z + \log(1+e^z)$.": lambda: same(
            -log(SIGMOID), log(1 + exp(-z)), log(1 + exp(z)) - z
        ),
        r"For $y = 0$ the loss is $-\log(1-\sigma(z))$, and $1-\sigma(z) = "
        r"\sigma(-z) = 1/(1+e^z)$, which gives $\log(1+e^z)$. For $y = 1$ it is": two_labels,
        r"`logaddexp(0, z)` computes $\log(e^0 + e^z)$ without": lambda: (
            np.isclose(np.logaddexp(0, 2.0), math.log(math.exp(0) + math.exp(2.0)), rtol=1e-14)
            and np.logaddexp(0, 1e6) == 1e6
        ),
        r"The OR-gate program can afford its $\varepsilon$: it never gives a right answer a"
        " probability near 0,": (
            never_near_zero
        ),
        'One often reads that "cross-entropy penalises mistakes more". That explains nothing:'
        r" learning does not see the loss, only its gradient. Each step of training moves a weight"
        r" by $\alpha$ times the gradient, downhill;": never_sees_the_loss,
        r"the second follows by the same steps.) The difference is the factor $\sigma'(z)$, the"
        " slope of the sigmoid.": what_differs,
        r"so that its gradient is $(\hat y - y)\,\sigma'(z)\,x$ and the only difference left is"
        r" $\sigma'(z)$.": what_differs,
        'squared error says "you are badly wrong, so move by almost nothing". Cross-entropy cancels'
        ' the factor and says "you are badly wrong, so move".': lambda: (
            what_differs() and sympy.limit(half_square, z, sympy.oo) == 0
        ),
        "Which one is the first below one half, and how many steps later does the": race_is_decided,
        "Same neuron, same start, same learning rate.": lambda: (
            len({run[0] for run in load("cross-entropy/race").runs.values()}) == 1
            and set(rates_of_the_race()) == {0.15}
        ),
        "- **The floor sinks a little below zero.**": floor_and_ceiling,
        "A true cross-entropy is never negative.": floor_and_ceiling,
        "Computed from the logit it is accurate; an ε inside the logarithm is a patch that lowers"
        " the"
        r" floor of the loss a little and caps it at about $-\log\varepsilon$.": floor_and_ceiling,
        r"and for the squared error $(\hat y - y)^2$": lambda: same(
            diff((p - y) ** 2, p) * diff(SIGMOID, z).subs(z, log(p / (1 - p))),
            2 * (p - y) * p * (1 - p),
        ),
        r"say $\hat y \approx 1$ though $y = 0$, it is saturated, and $\sigma'(z)$ is": lambda: (
            special.expit(4) > 0.98 and special.expit(4) * (1 - special.expit(4)) < 0.02
        ),
        "and the difference is in the eighth decimal.": epsilon_is_small,
        "Both neurons start at the output 0.982 and should get to 0.": lambda: (
            rounds(special.expit(4), "0.982") and load("cross-entropy/race").y == 0
        ),
        "With cross-entropy the output is below one half after 17 steps, with the squared error"
        " after"
        " 232: 215 steps later": race_is_decided,
        "0.982 against 0.0173. With $\\alpha = 0.15$ that makes a first step of 0.1473"
        " against one of 0.0026.": first_gradients,
    }
)
