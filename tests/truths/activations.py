"""What docs/activations.md says is true."""

import inspect
import math

import numpy as np
import sympy
from algebra import SIGMOID, agree, evaluate, k, kappa, lies_in, r, rounds, same, slope, z
from drawings import curve, lines, names, pieces, traces
from oracle import CORNERS
from proving import Page, stated
from reading import indexed
from scipy import special
from snippet import load
from sympy import Eq, KroneckerDelta, Rational, Symbol, diff, exp, symbols, tanh

page = Page("activations")

RNG = np.random.default_rng(4)
Z = np.append(RNG.normal(scale=3, size=100), 0)


def is_program(function, formula, library, **constants):
    """Whether the page's formula, the page's program and other people's say the same of Z."""
    script = load(f"activations/{function.removesuffix('_derivative')}")
    program = [evaluate(formula, z=place, **constants) for place in Z]
    return agree(program, getattr(script, function)(Z, **constants), library)


def default(function):
    """The κ that a program takes if nobody says another."""
    script = load(f"activations/{function.removesuffix('_derivative')}")
    return inspect.signature(getattr(script, function)).parameters["kappa"].default


def is_slope(claimed, formula):
    """Whether it is the derivative on both sides of zero, and at zero, by convention, the left one.

    A formula in pieces has only one piece left when SymPy knows the sign of z.
    """
    left, right = Symbol("z", negative=True), Symbol("z", positive=True)
    halves = all(same(claimed.subs(z, s), diff(formula.subs(z, s), s)) for s in (left, right))
    return halves and claimed.subs(z, 0) == claimed.subs(z, left).subs(left, 0)


@page.proves("sigmoid")
def _(sigma, formula):
    assert same(sigma, formula)
    assert is_program("sigmoid", formula, special.expit(Z))


@page.proves("sigmoid-derivative")
def _(*sides):
    assert same(*sides, where={"σ'(z)": diff(SIGMOID, z)})
    assert is_program("sigmoid_derivative", sides[1], special.expit(Z) * special.expit(-Z))


@page.proves("tanh")
def _(*sides):
    assert same(*sides)
    assert is_program("tanh", sides[1], 2 * special.expit(2 * Z) - 1)


@page.proves("tanh-derivative")
def _(*sides):
    assert same(*sides, where={"tanh'(z)": diff(tanh(z), z)})
    assert is_program("tanh_derivative", sides[1], 4 * special.expit(2 * Z) * special.expit(-2 * Z))


@page.proves("relu")
def _(name, formula):
    assert str(name) == "ReLU(z)"
    assert is_program("relu", formula, (Z + abs(Z)) / 2)


@page.proves("relu-derivative")
def _(name, claimed):
    assert str(name) == "ReLU'(z)"
    _, relu = stated("activations", "relu")
    assert is_slope(claimed, relu)
    assert is_program("relu_derivative", claimed, np.heaviside(Z, 0))
    assert claimed.subs(z, 0) == 0
    page.says(r"The convention here is $\operatorname{ReLU}'(0) = 0$")


@page.proves("leaky-relu")
def _(name, formula, kappa, value):
    assert [str(name), str(kappa)] == ["LReLU(z)", "kappa"]
    assert default("leaky_relu") == float(value)
    for leak in (float(value), 0.5):
        assert is_program("leaky_relu", formula, np.maximum(Z, leak * Z), kappa=leak)


@page.proves("leaky-relu-derivative")
def _(name, claimed):
    assert str(name) == "LReLU'(z)"
    _, leaky_relu, _, value = stated("activations", "leaky-relu")
    assert is_slope(claimed, leaky_relu)
    assert default("leaky_relu_derivative") == float(value)
    for leak in (float(value), 0.5):
        library = np.heaviside(Z, 0) + leak * np.heaviside(-Z, 1)
        assert is_program("leaky_relu_derivative", claimed, library, kappa=leak)


@page.proves("softmax")
def _(name, formula):
    assert str(name) == "softmax(z)_k"
    for size in range(1, 6):
        logits = RNG.normal(scale=3, size=size)
        program = [evaluate(formula, z=logits, k=n + 1, K=size) for n in range(size)]
        assert agree(program, load("activations/softmax").softmax(logits), special.softmax(logits))


@page.proves("softmax-jacobian")
def _(name, claimed):
    assert str(name) == "∂p_k/∂z_r"
    # for any number of classes: the sum over all of them has a slope in one of its terms only
    m = symbols("m", integer=True)
    _, softmax = stated("activations", "softmax")
    p_k, p_m, z_m = indexed("p", k), indexed("p", m), indexed("z", m)
    probabilities = {p_k: softmax, p_m: softmax.subs(k, m)}
    true = slope(softmax, z_m)
    its_own, another = claimed.subs(r, k), claimed.subs(r, m).subs(Eq(k, m), False)
    assert same(true.subs(m, k), its_own, where=probabilities)
    assert same(true.subs(KroneckerDelta(k, m), 0), another, where=probabilities)
    # and the program's table is this one
    for size in (2, 3, 4):
        program, logits = load("activations/softmax"), RNG.normal(size=size)
        chances = special.softmax(logits)
        on_page = np.empty((size, size))
        for row, column in np.ndindex(on_page.shape):
            on_page[row, column] = evaluate(claimed, p=chances, k=row + 1, r=column + 1)
        assert agree(on_page, program.softmax_jacobian(logits))


@page.proves("softmax-shift")
def _(shifted, *others):
    assert same(shifted, *others)
    # the program takes the first form
    logits = RNG.normal(scale=3, size=4)
    program = [evaluate(shifted, z=logits, M=max(logits), k=n + 1, K=4) for n in range(4)]
    assert agree(program, load("activations/softmax").softmax(logits))


@page.proves("elu")
def _(name, formula, kappa, value):
    assert [str(name), str(kappa)] == ["ELU(z)", "kappa"]
    assert default("elu") == float(value)
    for depth in (float(value), 0.5):
        library = np.where(Z > 0, Z, depth * special.expm1(Z))
        assert is_program("elu", formula, library, kappa=depth)


@page.proves("elu-derivative")
def _(name, claimed):
    assert str(name) == "ELU'(z)"
    _, elu, _, value = stated("activations", "elu")
    assert is_slope(claimed, elu)
    assert default("elu_derivative") == float(value)
    for depth in (float(value), 0.5):
        library = np.where(Z > 0, 1, depth * np.exp(Z))
        assert is_program("elu_derivative", claimed, library, kappa=depth)


def check_step(figure, left):
    """That the dashed line steps from a height to 1, and that the filled dot stands on it."""
    xs, ys = pieces(figure, "--")
    assert agree(xs, np.linspace(-3, 3, 241))
    assert agree(ys, np.where(xs > 0, 1, left))
    dots = [line for line in figure.axes[0].lines if line.get_marker() == "o"]
    where = {dot.get_fillstyle(): tuple(*dot.get_xydata()) for dot in dots}
    assert where == {"full": (0, left), "none": (0, 1)}
    assert lines(figure)[f"f′(0) = {left}, by convention"].get_fillstyle() == "full"


@page.draws("activations/sigmoid")
def _(figure):
    assert names(figure) == ("z", "")
    assert traces(figure, "f(z) = σ(z)", special.expit, (-6, 6))
    assert traces(figure, "f′(z)", lambda z: special.expit(z) * special.expit(-z), (-6, 6), "--")
    f, slope = curve(figure, "f(z) = σ(z)"), curve(figure, "f′(z)")
    assert f(-6) < 0.01
    assert f(6) > 0.99
    assert f(0) == 1 / 2
    page.says("rises in an S from near 0 at z = −6 through one half at z = 0 to near 1 at z = 6.")
    assert slope(0) == 1 / 4
    assert max(slope(-6), slope(6)) < 0.01
    page.says("a hill, one quarter high at z = 0 and near zero at both ends.")
    assert max(slope(-5), slope(5)) < 0.01
    page.says("almost flat beyond ±5")


@page.draws("activations/tanh")
def _(figure):
    assert names(figure) == ("z", "")
    assert traces(figure, "f(z) = tanh(z)", np.tanh, (-4, 4))
    assert traces(figure, "f′(z)", lambda z: 1 / np.cosh(z) ** 2, (-4, 4), "--")
    f, slope = curve(figure, "f(z) = tanh(z)"), curve(figure, "f′(z)")
    assert f(-4) < -0.99
    assert f(4) > 0.99
    assert f(0) == 0
    page.says("Tanh rises in an S from near −1 through 0 at z = 0 to near 1.")
    assert slope(0) == 1
    assert max(slope(-3), slope(3)) < 0.01
    page.says("a hill that is 1 high at z = 0 and near zero beyond ±3.")


@page.draws("activations/relu")
def _(figure):
    assert names(figure) == ("z", "")
    assert traces(figure, "f(z) = max(0, z)", lambda z: (z + abs(z)) / 2, (-3, 3))
    page.says("ReLU is zero for negative z and rises along the diagonal for positive z.")
    check_step(figure, 0)
    page.says("a step: 0 on the left, 1 on the right;")
    page.says("at z = 0 a filled dot at 0 and a hollow dot at 1.")


@page.draws("activations/leaky_relu")
def _(figure):
    assert names(figure) == ("z", "")
    assert traces(figure, "f(z), κ = 0.01", lambda z: np.maximum(z, 0.01 * z), (-3, 3))
    assert traces(figure, "f(z) if κ were 0.1", lambda z: np.maximum(z, 0.1 * z), (-3, 3), ":")
    page.says("A dotted line shows the steeper leak that κ = 0.1 would give.")
    page.says("With κ = 0.01 the leak is hard to see; the dotted line shows the same function")
    check_step(figure, 0.01)
    page.says("a step from 0.01 to 1, with a filled dot at 0.01 and a hollow dot at 1 where z = 0.")


@page.draws("activations/softmax")
def _(figure):
    assert names(figure) == ("z₁, with z₂ = 1 and z₃ = 0", "")
    def chance(number):
        return lambda first: np.array([special.softmax([z1, 1, 0])[number - 1] for z1 in first])

    assert traces(figure, "p₁", chance(1), (-5, 6))
    assert traces(figure, "p₂", chance(2), (-5, 6), "-.")
    assert traces(figure, "p₃", chance(3), (-5, 6), ":")
    p1 = curve(figure, "p₁")
    assert traces(figure, "∂p₁/∂z₁", lambda z1: p1(z1) * (1 - p1(z1)), (-5, 6), "--")
    page.says("As the first logit grows from −5 to 6 while the others stay at 1 and 0")

    assert p1(-5) < 0.01
    assert p1(6) > 0.99
    assert max(curve(figure, "p₂")(6), curve(figure, "p₃")(6)) < 0.01
    page.says("p₁ rises in an S from 0 to near 1, while p₂ and p₃ fall towards 0.")
    z1, slope = lines(figure)["∂p₁/∂z₁"].get_data()
    top = np.argmax(slope)
    assert round(slope[top], 3) == 1 / 4
    assert round(p1(z1[top]), 1) == 1 / 2
    page.says("a hill with its top of one quarter where p₁ is one half.")
    page.says("The dashed curve is the slope of p₁")


@page.draws("activations/elu")
def _(figure):
    assert names(figure) == ("z", "")
    assert traces(figure, "f(z), κ = 1", lambda z: np.where(z > 0, z, special.expm1(z)), (-4, 3))
    assert traces(figure, "f′(z)", lambda z: np.exp(np.minimum(z, 0)), (-4, 3), "--")
    f, slope = curve(figure, "f(z), κ = 1"), curve(figure, "f′(z)")
    assert -1 < f(-4) < -0.98
    page.says("follows the diagonal for positive z and bends smoothly towards −1 for negative z.")
    assert slope(0.1) == slope(3) == 1
    assert 0 < slope(-4) < 0.02
    page.says("Its derivative is 1 for positive z and falls smoothly towards 0 on the left.")
    assert np.max(np.diff(lines(figure)["f′(z)"].get_ydata())) < 0.03
    page.says("the dashed curve has no jump at zero.")


@page.draws("activations/compare")
def _(figure):
    assert names(figure) == ("input x", "output")
    ends = (-3.5, 3.5)
    assert traces(figure, "identity: x", lambda x: x, ends, "--")
    assert traces(figure, "ReLU(x)", lambda x: (x + abs(x)) / 2, ends)
    assert traces(figure, "tanh(x)", np.tanh, ends, "-.")
    assert traces(figure, "sigmoid(x)", special.expit, ends, ":")
    [axes] = figure.axes
    assert axes.get_xlim() == (-3, 3)
    assert axes.get_ylim() == (-1.5, 1.5)
    page.says("The identity as a dashed diagonal", "on the same axes from −3 to 3.")
    steep, gentle = curve(figure, "tanh(x)"), curve(figure, "sigmoid(x)")
    assert -1 < steep(-3) < -0.99
    assert 0.99 < steep(3) < 1
    page.says("tanh bends away from the diagonal towards −1 and 1;")
    assert round(float(gentle(0)), 4) == 1 / 2
    assert 0 < gentle(-3) < 0.05
    assert 0.95 < gentle(3) < 1
    page.says("the sigmoid crosses one half at x = 0 and runs towards 0 and 1.")


@page.draws("activations/lens")
def _(figure):
    """Six activations as SciPy has them, each with the tangent at its point."""
    def first(z: np.ndarray) -> np.ndarray:
        others = [np.broadcast_to(v, np.shape(z)) for v in (1.0, 0.0)]
        return special.softmax(np.stack([z, *others]), axis=0)[0]

    right = {
        "sigmoid": special.expit,
        "tanh": np.tanh,
        "ReLU": lambda z: (z + abs(z)) / 2,
        "leaky ReLU": lambda z: np.where(z < 0, z / 100, z),
        "ELU": lambda z: np.where(z < 0, np.exp(z) - 1, z),
        "softmax, p₁": first,
    }
    assert [axes.get_title() for axes in figure.axes] == [*right]
    slopes = {}
    for axes, (name, f) in zip(figure.axes, right.items(), strict=True):
        solid, dashed, dot = axes.lines
        z, values = solid.get_data()
        assert (z[0], z[-1]) == (-6, 6)
        assert agree(values, f(z))
        assert dashed.get_linestyle() == "--"
        assert agree(*dot.get_xydata(), [2, f(np.array(2.0))])
        slope = (f(np.array(2.001)) - f(np.array(1.999))) / 0.002
        line = f(np.array(2.0)) + slope * (z - 2)
        assert np.allclose(dashed.get_ydata(), line, atol=1e-5)
        margin = 0.2 * np.ptp(values)  # above and below
        assert agree(axes.get_ylim(), [min(values) - margin, max(values) + margin])
        slopes[name] = float(slope)
    assert load("activations/lens").h == 1e-5
    assert slopes["sigmoid"] < slopes["softmax, p₁"] < 0.25
    assert slopes["tanh"] < 0.08
    assert [round(slopes[name], 6) for name in ("ReLU", "leaky ReLU", "ELU")] == [1, 1, 1]
    page.says("each with one activation from z = −6 to 6 and its tangent at z = 2.")
    page.says("The tangents of sigmoid and tanh are almost flat there")
    page.says("those of ReLU, leaky ReLU and ELU rise along the diagonal;")
    page.says("Each activation (solid) with its tangent at z = 2 (dashed).")
    page.says("For softmax the first of three logits moves, the others stay at 1 and 0.")


def probabilities() -> bool:
    """What the softmax makes of many logits."""
    drawn = np.random.default_rng(2).normal(0, 3, (500, 4))
    rows = np.array([load("activations/softmax").softmax(logits) for logits in drawn])
    return bool(np.all((rows > 0) & (rows < 1)) and np.allclose(rows.sum(axis=1), 1))


def relu_at_zero() -> bool:
    """Its slope to the left and to the right of zero, and what the code answers there."""
    s = load("activations/relu")
    sides = [(s.relu(step) - s.relu(0.0)) / step for step in (-1e-9, 1e-9)]
    return sides == [0, 1] and s.relu_derivative(np.array([0.0])).tolist() == [0]


def at_five() -> list[float]:
    """The slopes of all functions but softmax."""
    names = ("sigmoid", "tanh", "relu", "leaky_relu", "elu")
    return [float(getattr(load(f"activations/{n}"), f"{n}_derivative")(5.0)) for n in names]


def greatest_slopes() -> bool:
    """The sigmoid's is one quarter; at 5 just these three have a slope of exactly 1."""
    greatest = diff(SIGMOID, z).subs(z, 0)
    return greatest == Rational(1, 4) and [s == 1 for s in at_five()] == [0, 0, 1, 1, 1]


def slopes_at_five() -> bool:
    """Of all but softmax; and the share of their greatest slope, for sigmoid and tanh."""
    slopes = at_five()
    shares = [100 * slopes[0] / 0.25, 100 * slopes[1]]
    return rounds([*slopes, *shares], "0.0066", "0.0002", "1", "1", "1", "2.66", "0.02")


page.claims(
    {
        "type $z = 40$ into the field: the sigmoid's slope is $4\\cdot10^{-18}$ in theory, and"
        " exactly 0 in double precision, because $\\sigma(40)$ is rounded to 1.": lambda: (
            f"{math.exp(-40):.0e}" == "4e-18"
            and load("activations/sigmoid").sigmoid(40.0) == 1
            and load("activations/sigmoid").sigmoid_derivative(40.0) == 0
        ),
        "squeezes any number into the range $(0, 1)$": lambda: lies_in(SIGMOID, 0, 1),
        r"its slope never exceeds $\tfrac14$": lambda: same(
            diff(SIGMOID, z), Rational(1, 4) - (SIGMOID - Rational(1, 2)) ** 2
        ),
        "with the range $(-1, 1)$. It is zero-centred: zero stays zero": lambda: (
            lies_in(tanh(z), -1, 1) and tanh(z).subs(z, 0) == 0
        ),
        "four times as steep in the middle as the sigmoid": lambda: (
            diff(tanh(z), z).subs(z, 0) == 4 * diff(SIGMOID, z).subs(z, 0)
        ),
        "and saturated sooner.": lambda: (
            1 - math.tanh(3) ** 2 < special.expit(3) * special.expit(-3) / 4
        ),
        r"answers zero to all others; its range is $[0, \infty)$.": lambda: (
            load("activations/relu").relu(np.array([-9.0, 0, 9])).tolist() == [0, 0, 9]
        ),
        "For $z > 0$ its slope is 1 and does not fade": lambda: (
            load("activations/relu").relu_derivative(10.0 ** np.arange(-9, 9)).tolist() == [1] * 18
        ),
        "At $z = 0$ the curve has a kink and, strictly, no derivative.": relu_at_zero,
        "with inputs of zeros and ones, $z = 0$ does occur": lambda: (
            0 in [first - second for first, second in CORNERS]
        ),
        "Each lies in $(0, 1)$, and they sum to 1.": probabilities,
        "its only output would always be 1": lambda: exp(z) / exp(z) == 1,
        "Without it, a logit of 1000 already does:": lambda: math.log(np.finfo(float).max) < 1000,
        r"Its range is $(-\kappa, \infty)$.": lambda: (
            sympy.limit(2 * (exp(z) - 1), z, -sympy.oo) == -2
        ),
        r"With $\kappa = 1$ the two pieces meet without a kink: both have the slope 1 at": lambda: (
            [f.subs(z, 0) for f in (exp(z) - 1, diff(exp(z) - 1, z))] == [0, diff(z, z)]
            and sympy.solve(diff(kappa * (exp(z) - 1), z).subs(z, 0) - 1, kappa) == [1]
        ),
        "`np.expm1(z)` is $e^z - 1$, computed without losing digits": lambda: (
            np.isclose(np.expm1(0.7), math.exp(0.7) - 1, rtol=1e-14)
            and np.expm1(1e-17) == 1e-17 != math.exp(1e-17) - 1
        ),
        "| Sigmoid | $(0, 1)$ |": lambda: lies_in(SIGMOID, 0, 1),
        "| Tanh | $(-1, 1)$ |": lambda: lies_in(tanh(z), -1, 1),
        r"| ReLU | $[0, \infty)$ |": lambda: (
            load("activations/relu").relu(np.array([-9.0, 0, 9])).tolist() == [0, 0, 9]
        ),
        "| Softmax | each in $(0, 1)$, sum 1 |": probabilities,
        "At $z = 5$ the sigmoid says 0.9933.": lambda: rounds(special.expit(5), "0.9933"),
        r"compared with its greatest slope of $\tfrac14$? And which of the six functions still have"
        " the slope 1 there?": greatest_slopes,
        "At $z = 0$ ReLU has no slope: it is 0 on the left and 1 on the right. By our convention it"
        " counts as 0.": relu_at_zero,
        "The sigmoid's slope at $z = 5$ is 0.0066, and that is 2.66 % of its greatest. Tanh is"
        " worse off: 0.0002, or 0.02 % of its greatest. Both are saturated. ReLU, leaky ReLU and"
        " ELU still have the slope 1.": slopes_at_five,
    }
)
