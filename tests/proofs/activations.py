"""Proofs of the equations and figures in docs/activations.md."""

import inspect

import drawn
import numpy as np
from proving import (
    SIGMOID,
    agree,
    curve,
    draws,
    evaluate,
    indexed,
    k,
    lines,
    names,
    pieces,
    proves,
    r,
    same,
    says,
    slope,
    stated,
    traces,
    z,
)
from scipy import special
from snippet import load
from sympy import Eq, KroneckerDelta, Symbol, diff, symbols, tanh

RNG = np.random.default_rng(4)
Z = np.append(RNG.normal(scale=3, size=100), 0)


def is_program(function, formula, library, **constants):
    """Whether the page's formula, the page's program and other people's say the same of Z."""
    script = load(f"activations/{function.removesuffix('_derivative')}")
    page = [evaluate(formula, z=place, **constants) for place in Z]
    return agree(page, getattr(script, function)(Z, **constants), library)


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


@proves("sigmoid")
def _(sigma, formula):
    assert same(sigma, formula)
    assert is_program("sigmoid", formula, special.expit(Z))


@proves("sigmoid-derivative")
def _(*sides):
    assert same(*sides, where={"σ'(z)": diff(SIGMOID, z)})
    assert is_program("sigmoid_derivative", sides[1], special.expit(Z) * special.expit(-Z))


@proves("tanh")
def _(*sides):
    assert same(*sides)
    assert is_program("tanh", sides[1], 2 * special.expit(2 * Z) - 1)


@proves("tanh-derivative")
def _(*sides):
    assert same(*sides, where={"tanh'(z)": diff(tanh(z), z)})
    assert is_program("tanh_derivative", sides[1], 4 * special.expit(2 * Z) * special.expit(-2 * Z))


@proves("relu")
def _(name, formula):
    assert str(name) == "ReLU(z)"
    assert is_program("relu", formula, (Z + abs(Z)) / 2)


@proves("relu-derivative")
def _(name, claimed):
    assert str(name) == "ReLU'(z)"
    _, relu = stated("activations", "relu")
    assert is_slope(claimed, relu)
    assert is_program("relu_derivative", claimed, np.heaviside(Z, 0))
    assert claimed.subs(z, 0) == 0
    says(r"The convention here is $\operatorname{ReLU}'(0) = 0$")


@proves("leaky-relu")
def _(name, formula, kappa, value):
    assert [str(name), str(kappa)] == ["LReLU(z)", "kappa"]
    assert default("leaky_relu") == float(value)
    for leak in (float(value), 0.5):
        assert is_program("leaky_relu", formula, np.maximum(Z, leak * Z), kappa=leak)


@proves("leaky-relu-derivative")
def _(name, claimed):
    assert str(name) == "LReLU'(z)"
    _, leaky_relu, _, value = stated("activations", "leaky-relu")
    assert is_slope(claimed, leaky_relu)
    assert default("leaky_relu_derivative") == float(value)
    for leak in (float(value), 0.5):
        library = np.heaviside(Z, 0) + leak * np.heaviside(-Z, 1)
        assert is_program("leaky_relu_derivative", claimed, library, kappa=leak)


@proves("softmax")
def _(name, formula):
    assert str(name) == "softmax(z)_k"
    for size in range(1, 6):
        logits = RNG.normal(scale=3, size=size)
        page = [evaluate(formula, z=logits, k=n + 1, K=size) for n in range(size)]
        assert agree(page, load("activations/softmax").softmax(logits), special.softmax(logits))


@proves("softmax-jacobian")
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
        page = np.empty((size, size))
        for row, column in np.ndindex(page.shape):
            page[row, column] = evaluate(claimed, p=chances, k=row + 1, r=column + 1)
        assert agree(page, program.softmax_jacobian(logits))


@proves("softmax-shift")
def _(shifted, *others):
    assert same(shifted, *others)
    # the program takes the first form
    logits = RNG.normal(scale=3, size=4)
    page = [evaluate(shifted, z=logits, M=max(logits), k=n + 1, K=4) for n in range(4)]
    assert agree(page, load("activations/softmax").softmax(logits))


@proves("elu")
def _(name, formula, kappa, value):
    assert [str(name), str(kappa)] == ["ELU(z)", "kappa"]
    assert default("elu") == float(value)
    for depth in (float(value), 0.5):
        library = np.where(Z > 0, Z, depth * special.expm1(Z))
        assert is_program("elu", formula, library, kappa=depth)


@proves("elu-derivative")
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


@draws("activations/sigmoid")
def _(figure):
    assert names(figure) == ("z", "")
    assert traces(figure, "f(z) = σ(z)", special.expit, (-6, 6))
    assert traces(figure, "f′(z)", lambda z: special.expit(z) * special.expit(-z), (-6, 6), "--")
    f, slope = curve(figure, "f(z) = σ(z)"), curve(figure, "f′(z)")
    assert f(-6) < 0.01
    assert f(6) > 0.99
    assert f(0) == 1 / 2
    says("rises in an S from near 0 at z = −6 through one half at z = 0 to near 1 at z = 6.")
    assert slope(0) == 1 / 4
    assert max(slope(-6), slope(6)) < 0.01
    says("a hill, one quarter high at z = 0 and near zero at both ends.")
    assert max(slope(-5), slope(5)) < 0.01
    says("almost flat beyond ±5")


@draws("activations/tanh")
def _(figure):
    assert names(figure) == ("z", "")
    assert traces(figure, "f(z) = tanh(z)", np.tanh, (-4, 4))
    assert traces(figure, "f′(z)", lambda z: 1 / np.cosh(z) ** 2, (-4, 4), "--")
    f, slope = curve(figure, "f(z) = tanh(z)"), curve(figure, "f′(z)")
    assert f(-4) < -0.99
    assert f(4) > 0.99
    assert f(0) == 0
    says("Tanh rises in an S from near −1 through 0 at z = 0 to near 1.")
    assert slope(0) == 1
    assert max(slope(-3), slope(3)) < 0.01
    says("a hill that is 1 high at z = 0 and near zero beyond ±3.")


@draws("activations/relu")
def _(figure):
    assert names(figure) == ("z", "")
    assert traces(figure, "f(z) = max(0, z)", lambda z: (z + abs(z)) / 2, (-3, 3))
    says("ReLU is zero for negative z and rises along the diagonal for positive z.")
    check_step(figure, 0)
    says("a step: 0 on the left, 1 on the right; at z = 0 a filled dot at 0 and a hollow dot at 1.")


@draws("activations/leaky_relu")
def _(figure):
    assert names(figure) == ("z", "")
    assert traces(figure, "f(z), κ = 0.01", lambda z: np.maximum(z, 0.01 * z), (-3, 3))
    assert traces(figure, "f(z) if κ were 0.1", lambda z: np.maximum(z, 0.1 * z), (-3, 3), ":")
    says("A dotted line shows the steeper leak that κ = 0.1 would give.")
    says("With κ = 0.01 the leak is hard to see; the dotted line shows the same function with ten")
    check_step(figure, 0.01)
    says("a step from 0.01 to 1, with a filled dot at 0.01 and a hollow dot at 1 where z = 0.")


@draws("activations/softmax")
def _(figure):
    assert names(figure) == ("z₁, with z₂ = 1 and z₃ = 0", "")
    def chance(number):
        return lambda first: np.array([special.softmax([z1, 1, 0])[number - 1] for z1 in first])

    assert traces(figure, "p₁", chance(1), (-5, 6))
    assert traces(figure, "p₂", chance(2), (-5, 6), "-.")
    assert traces(figure, "p₃", chance(3), (-5, 6), ":")
    p1 = curve(figure, "p₁")
    assert traces(figure, "∂p₁/∂z₁", lambda z1: p1(z1) * (1 - p1(z1)), (-5, 6), "--")
    says("As the first logit grows from −5 to 6 while the others stay at 1 and 0")

    assert p1(-5) < 0.01
    assert p1(6) > 0.99
    assert max(curve(figure, "p₂")(6), curve(figure, "p₃")(6)) < 0.01
    says("p₁ rises in an S from 0 to near 1, while p₂ and p₃ fall towards 0.")
    z1, slope = lines(figure)["∂p₁/∂z₁"].get_data()
    top = np.argmax(slope)
    assert round(slope[top], 3) == 1 / 4
    assert round(p1(z1[top]), 1) == 1 / 2
    says("a hill with its top of one quarter where p₁ is one half.")
    says("The dashed curve is the slope of p₁")


@draws("activations/elu")
def _(figure):
    assert names(figure) == ("z", "")
    assert traces(figure, "f(z), κ = 1", lambda z: np.where(z > 0, z, special.expm1(z)), (-4, 3))
    assert traces(figure, "f′(z)", lambda z: np.exp(np.minimum(z, 0)), (-4, 3), "--")
    f, slope = curve(figure, "f(z), κ = 1"), curve(figure, "f′(z)")
    assert -1 < f(-4) < -0.98
    says("follows the diagonal for positive z and bends smoothly towards −1 for negative z.")
    assert slope(0.1) == slope(3) == 1
    assert 0 < slope(-4) < 0.02
    says("Its derivative is 1 for positive z and falls smoothly towards 0 on the left.")
    assert np.max(np.diff(lines(figure)["f′(z)"].get_ydata())) < 0.03
    says("the dashed curve has no jump at zero.")


@draws("activations/compare")
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
    says("The identity as a dashed diagonal, and three activations on the same axes from −3 to 3.")
    steep, gentle = curve(figure, "tanh(x)"), curve(figure, "sigmoid(x)")
    assert -1 < steep(-3) < -0.99
    assert 0.99 < steep(3) < 1
    says("tanh bends away from the diagonal towards −1 and 1;")
    assert round(float(gentle(0)), 4) == 1 / 2
    assert 0 < gentle(-3) < 0.05
    assert 0.95 < gentle(3) < 1
    says("the sigmoid crosses one half at x = 0 and runs towards 0 and 1.")


@draws("activations/lens")
def _(figure):
    says(*drawn.lens(figure))
