"""What docs/activations.md says is true."""

import inspect
import itertools
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

RNG = page.rng
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


@page.definition("sigmoid")
def _(sigma, formula):
    """The page's program and SciPy compute this, on a hundred random numbers and at 0."""
    assert same(sigma, formula)
    assert is_program("sigmoid", formula, special.expit(Z))


@page.theorem("sigmoid-derivative")
def _(*sides):
    """SymPy differentiates the sigmoid and gets the right side."""
    assert same(*sides, where={"σ'(z)": diff(SIGMOID, z)})
    assert is_program("sigmoid_derivative", sides[1], special.expit(Z) * special.expit(-Z))


@page.theorem("sigmoid-symmetry")
def _(*sides):
    """Both sides are the same function of z, by algebra."""
    # on the page they are the sigmoid of a number, which the reader of the TeX writes out
    assert same(*sides)
    for values in (Z, 1e3 * Z):
        assert agree(load("activations/sigmoid").sigmoid(-abs(values)), special.expit(-abs(values)))


@page.theorem("tanh")
def _(*sides):
    """Both sides are the same function of z, by algebra; the program and SciPy compute it."""
    assert same(*sides)
    assert is_program("tanh", sides[1], 2 * special.expit(2 * Z) - 1)


@page.theorem("tanh-derivative")
def _(*sides):
    """SymPy differentiates tanh and gets the right side."""
    assert same(*sides, where={"tanh'(z)": diff(tanh(z), z)})
    assert is_program("tanh_derivative", sides[1], 4 * special.expit(2 * Z) * special.expit(-2 * Z))


@page.definition("relu")
def _(name, formula):
    """The page's program computes this, on a hundred random numbers and at 0."""
    assert str(name) == "ReLU(z)"
    assert is_program("relu", formula, (Z + abs(Z)) / 2)


@page.theorem("relu-derivative")
def _(name, claimed):
    """On each side of 0 it is the slope of the page's ReLU; at 0 it is the slope from the left."""
    assert str(name) == "ReLU'(z)"
    _, relu = stated("activations", "relu")
    assert is_slope(claimed, relu)
    assert is_program("relu_derivative", claimed, np.heaviside(Z, 0))
    assert claimed.subs(z, 0) == 0
    page.says(r"The convention here is $\operatorname{ReLU}'(0) = 0$")


@page.definition("leaky-relu")
def _(name, formula, kappa, value):
    """The page's program computes this, for its own κ and for another."""
    assert [str(name), str(kappa)] == ["LReLU(z)", "kappa"]
    assert default("leaky_relu") == float(value)
    for leak in (float(value), 0.5):
        assert is_program("leaky_relu", formula, np.maximum(Z, leak * Z), kappa=leak)


@page.theorem("leaky-relu-derivative")
def _(name, claimed):
    """On each side of 0 it is the slope of the page's leaky ReLU; at 0 the one from the left."""
    assert str(name) == "LReLU'(z)"
    _, leaky_relu, _, value = stated("activations", "leaky-relu")
    assert is_slope(claimed, leaky_relu)
    assert default("leaky_relu_derivative") == float(value)
    for leak in (float(value), 0.5):
        library = np.heaviside(Z, 0) + leak * np.heaviside(-Z, 1)
        assert is_program("leaky_relu_derivative", claimed, library, kappa=leak)


@page.definition("softmax")
def _(name, formula):
    """The page's program and SciPy compute this, for one to five classes."""
    assert str(name) == "softmax(z)_k"
    for size in range(1, 6):
        logits = RNG.normal(scale=3, size=size)
        program = [evaluate(formula, z=logits, k=n + 1, K=size) for n in range(size)]
        assert agree(program, load("activations/softmax").softmax(logits), special.softmax(logits))


@page.theorem("softmax-jacobian")
def _(name, claimed):
    """SymPy differentiates the page's softmax, for any number of classes, and gets both cases."""
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


@page.theorem("softmax-shift")
def _(shifted, *others):
    """All three forms are the same, for any M and any number of classes."""
    assert same(shifted, *others)
    # the program takes the first form
    logits = RNG.normal(scale=3, size=4)
    program = [evaluate(shifted, z=logits, M=max(logits), k=n + 1, K=4) for n in range(4)]
    assert agree(program, load("activations/softmax").softmax(logits))


@page.definition("elu")
def _(name, formula, kappa, value):
    """The page's program and SciPy compute this, for its own κ and for another."""
    assert [str(name), str(kappa)] == ["ELU(z)", "kappa"]
    assert default("elu") == float(value)
    for depth in (float(value), 0.5):
        library = np.where(Z > 0, Z, depth * special.expm1(Z))
        assert is_program("elu", formula, library, kappa=depth)


@page.theorem("elu-derivative")
def _(name, claimed):
    """On each side of 0 it is the slope of the page's ELU; at 0 the one from the left."""
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
    page.says("Its derivative is a hill, one quarter high at z = 0 and near zero at both ends.")
    assert max(slope(-5), slope(5)) < 0.01
    page.says("steepest in the middle, almost flat beyond ±5, where the neuron is saturated.")
    zs, slopes = lines(figure)["f′(z)"].get_data()
    assert abs(zs[np.argmax(slopes)]) < 0.05


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
    page.says("Its derivative is a step: 0 on the left, 1 on the right;")
    page.says("at z = 0 a filled dot at 0 and a hollow dot at 1.")


@page.draws("activations/leaky_relu")
def _(figure):
    assert names(figure) == ("z", "")
    assert traces(figure, "f(z), κ = 0.01", lambda z: np.maximum(z, 0.01 * z), (-3, 3))
    assert traces(figure, "f(z) if κ were 0.1", lambda z: np.maximum(z, 0.1 * z), (-3, 3), ":")
    page.says("Leaky ReLU follows the diagonal for positive z and is almost flat, very slightly")
    page.says("very slightly negative, for negative z.")
    f = curve(figure, "f(z), κ = 0.01")
    assert (f(3), -0.05 < f(-3) < 0) == (3, True)
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
    page.says("p₁ rises in an S from near 0 to near 1, while p₂ and p₃ fall "
              "towards 0.")
    z1, slope = lines(figure)["∂p₁/∂z₁"].get_data()
    top = np.argmax(slope)
    assert round(slope[top], 3) == 1 / 4
    assert round(p1(z1[top]), 1) == 1 / 2
    page.says("The slope of p₁ is a hill with its top of one quarter where p₁ is one half.")
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
    three = [slopes[name] for name in ("sigmoid", "tanh", "softmax, p₁")]
    assert rounds(three, "0.105", "0.071", "0.223")
    assert [round(slopes[name], 6) for name in ("ReLU", "leaky ReLU", "ELU")] == [1, 1, 1]
    page.says("each with one activation from z = −6 to 6 and its tangent at z = 2.")
    page.says("The tangents’ slopes there are 0.105 for the sigmoid, 0.071 for tanh, 1 for ReLU")
    page.says("and 0.223 for softmax’s first probability.")
    heights = {tuple(axes.get_ylim()) for axes in figure.axes}
    assert len(heights) > 1
    page.says("On paper z is 2, each panel has a scale of its own,")
    page.says("Each activation with its tangent, the straight line that touches it.")
    page.says(
        "and of softmax, which takes several sums at once, the first moves while the others stay"
        " at 1 and 0."
    )


def probabilities() -> bool:
    """What the softmax makes of K logits: each the share of a positive number in a sum of K such
    numbers, so that it lies below 1 as soon as there is another. In the program, until it rounds.
    """
    others = Symbol("others", positive=True)  # the sum of the other exponentials
    share = exp(z) / (exp(z) + others)
    if not (share.is_positive and sympy.simplify(1 - share).is_positive):
        return False
    rng = np.random.default_rng(2)
    for size, width in itertools.product((2, 3, 4, 10), (0.1, 3, 8)):
        drawn = np.clip(rng.normal(0, width, (100, size)), -18, 18)
        rows = np.array([load("activations/softmax").softmax(logits) for logits in drawn])
        if not (np.all((rows > 0) & (rows < 1)) and np.allclose(rows.sum(axis=1), 1)):
            return False
    return True


def always_one() -> bool:
    """What the program's softmax says of a single logit, small or large."""
    softmax = load("activations/softmax").softmax
    return all(softmax(np.array([logit])) == 1 for logit in (-1e300, -700, 0, 0.3, 700, 1e300))


def range_of_relu() -> bool:
    """Its values are the numbers from zero up, zero included: a positive number is its own value,
    and all others have the value zero.
    """
    _, formula = stated("activations", "relu")
    above, below = Symbol("z", positive=True), Symbol("z", nonpositive=True)
    relu = load("activations/relu").relu
    drawn = np.random.default_rng(3).normal(scale=100, size=1000)
    symbolic = (formula.subs(z, above), formula.subs(z, below)) == (above, 0)
    return symbolic and agree(relu(drawn), np.where(drawn > 0, drawn, 0))


def range_of_elu() -> bool:
    """It rises from minus κ, which it never reaches, to zero; right of that it is z itself."""
    left = kappa * (exp(z) - 1)
    depth = Symbol("kappa", positive=True)
    low = sympy.limit(left.subs(kappa, depth), z, -sympy.oo)
    above = sympy.simplify(left.subs(kappa, depth) + depth).is_positive
    rises = diff(left.subs(kappa, depth), z).is_positive
    return low == -depth and above and rises and left.subs(z, 0) == 0


def without_a_kink() -> bool:
    """ELU's slopes meet at zero for κ = 1 and for no other; the slopes of its slope never do."""
    left = kappa * (exp(z) - 1)
    meet = sympy.solve(diff(left, z).subs(z, 0) - diff(z, z), kappa)
    second = diff(left, z, 2).subs({z: 0, kappa: 1})
    return left.subs(z, 0) == 0 and meet == [1] and second == 1 != diff(z, z, 2)


def slope_on_the_left() -> bool:
    """What the page's program gives at zero is κ, the limit from below."""
    program, left = load("activations/elu"), diff(kappa * (exp(z) - 1), z)
    return left.subs(z, 0) == kappa and all(
        program.elu_derivative(0.0, kappa=depth) == depth for depth in (0.25, 2.0, 7.0)
    )


def saturates_sooner(places: np.ndarray) -> bool:
    """Whether tanh has lost more of its greatest slope than the sigmoid, everywhere but at zero."""
    tanh_share = 4 * special.expit(2 * places) * special.expit(-2 * places)  # its greatest is 1
    return bool(np.all(tanh_share < 4 * special.expit(places) * special.expit(-places)))


def yes_where_positive() -> bool:
    """σ(z) > ½ has the solution z > 0, and no other; in the program too, as near as doubles go."""
    solution = sympy.solveset(Rational(1, 2) < SIGMOID, z, sympy.S.Reals)
    sigmoid = load("activations/sigmoid").sigmoid
    places = [sign * 10.0**power for sign in (1, -1) for power in range(-15, 3)]
    if solution != sympy.Interval.open(0, sympy.oo):
        return False
    return all(
        (sigmoid(place) > 0.5) == (place > 0) for place in [*places, 0.0]
    )


def product_of_slopes() -> bool:
    """Ten sigmoids one into the other, each with weight 1: their slope, at many places, is at most
    the tenth power of one quarter; of three, at most 1/64.
    """
    s = load("activations/sigmoid")
    for count, bound in ((3, 1 / 64), (10, 1e-6)):
        value, slope = np.linspace(-50, 50, 10_001), 1.0
        for _ in range(count):
            slope = slope * s.sigmoid_derivative(value)
            value = s.sigmoid(value)
        if np.max(slope) > bound or bound < 0.25**count:
            return False
    return True


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


def dead_units_stay_dead() -> bool:
    """Hidden units that are silent on all examples, in hundreds of steps with any errors behind."""
    s, rows = load("activations/relu"), RNG.uniform(0, 1, size=(20, 3))
    for state in -RNG.uniform(0.1, 3, size=(50, 3)):
        after = state.copy()
        for _ in range(20):
            errors = RNG.normal(scale=99, size=20)
            after -= rows.T @ (errors * s.relu_derivative(rows @ after - 0.01))
        if not np.array_equal(after, state):
            return False
    return True


def leaks_everywhere() -> bool:
    """Its slope is nowhere zero, and each number is a value of it: that of itself or of itself by
    kappa.
    """
    s = load("activations/leaky_relu")
    numbers = np.concatenate([Z, 1e6 * Z])
    at = np.where(numbers > 0, numbers, numbers / 0.01)
    return np.allclose(s.leaky_relu(at), numbers) and min(s.leaky_relu_derivative(at)) == 0.01


def slower_where_flatter() -> bool:
    """For a given error behind it, the gradient for the weight is the larger, the larger the slope:
    in central differences, at random places of each function.
    """
    for name in ("sigmoid", "tanh", "elu"):
        s, weights, given = load(f"activations/{name}"), RNG.uniform(-4, 4, size=50), 0.7
        f, slope = getattr(s, name), getattr(s, f"{name}_derivative")
        gradients = (f((weights + 1e-5) * given) - f((weights - 1e-5) * given)) / 2e-5
        order = np.argsort(slope(weights * given))
        if np.any(np.diff(gradients[order]) < -1e-9):
            return False
    return True


def softmax_table(size: int) -> np.ndarray:
    """The page's Jacobian at random logits."""
    return load("activations/softmax").softmax_jacobian(RNG.normal(size=size))


def nothing_overflows() -> bool:
    """Logits of all sizes, also with the same number added: finite, and the same probabilities."""
    softmax = load("activations/softmax").softmax
    with np.errstate(over="raise", invalid="raise"):
        for size in (0.1, 10.0, 1e3, 1e300):
            logits = RNG.uniform(-size, size, size=(50, 4))
            found = np.array([softmax(row) for row in logits])
            if not np.all(np.isfinite(found)):
                return False
            if size < 1e4 and not all(
                np.allclose(softmax(row + more), p)
                for row, p in zip(logits, found, strict=True)
                for more in (-7.0, 100.0)
            ):
                return False
    return True


def elu_is_relu_above() -> bool:
    """For numbers above zero."""
    above = 10.0 ** RNG.uniform(-9, 9, size=200)
    return np.array_equal(load("activations/elu").elu(above), load("activations/relu").relu(above))


def averages_closer_to_zero() -> bool:
    """Of sums around zero, narrow and wide, the mean of ELU beside that of ReLU."""
    for width in (0.1, 1, 3, 10):
        sums = RNG.normal(scale=width, size=10_000)
        means = [np.mean(getattr(load(f"activations/{n}"), n)(sums)) for n in ("elu", "relu")]
        if not abs(means[0]) < abs(means[1]):
            return False
    return min(load("activations/elu").elu(sums)) < 0


def how_they_bend() -> bool:
    """In the figure: where the second differences are, and how flat the ends become."""
    [figure] = load("activations/compare").figures
    drawn = {label.partition("(")[0]: line.get_data() for label, line in lines(figure).items()}
    bends = {name: np.round(np.diff(ys, 2), 12) for name, (_, ys) in drawn.items()}
    xs, relu_ = drawn["ReLU"]
    at = xs[1:-1][bends["ReLU"] != 0]
    ends = [abs(np.diff(drawn[name][1]))[[0, -1]] for name in ("tanh", "sigmoid")]
    steepest = [max(abs(np.diff(drawn[name][1]))) for name in ("tanh", "sigmoid")]
    return (
        not np.any(bends["identity: x"])
        and len(at) <= 2
        and max(abs(at)) < 0.1
        and agree(relu_, np.where(xs > 0, xs, 0))
        and all(max(end) < 0.2 * most for end, most in zip(ends, steepest, strict=True))
        and all(max(abs(bends[name])) < 0.1 * max(bends["ReLU"]) for name in ("tanh", "sigmoid"))
    )


page.claims(
    {
        "type $z = 40$ into the field: the sigmoid's slope is $4\\cdot10^{-18}$ in theory, and"
        " exactly 0 in double precision, because $\\sigma(40)$ is rounded to 1.": lambda: (
            f"{math.exp(-40):.0e}" == "4e-18"
            and load("activations/sigmoid").sigmoid(40.0) == 1
            and load("activations/sigmoid").sigmoid_derivative(40.0) == 0
        ),
        "squeezes any number into the range $(0, 1)$": lambda: lies_in(SIGMOID, 0, 1),
        r"The slope of the sigmoid never exceeds $\tfrac14$, and fades on both": lambda: same(
            diff(SIGMOID, z), Rational(1, 4) - (SIGMOID - Rational(1, 2)) ** 2
        ),
        "with the range $(-1, 1)$. It is zero-centred: zero stays zero, and its outputs fall on"
        " both"
        " sides": lambda: (
            lies_in(tanh(z), -1, 1) and tanh(z).subs(z, 0) == 0 and same(tanh(-z), -tanh(z))
        ),
        "four times as steep in the middle as the sigmoid": lambda: (
            diff(tanh(z), z).subs(z, 0) == 4 * diff(SIGMOID, z).subs(z, 0)
        ),
        "and saturated sooner.": lambda: (
            saturates_sooner(10.0 ** np.linspace(-2, 2, 400))
        ),
        r"The rectified linear unit keeps positive numbers and answers zero to all others; its"
        " range"
        r" is $[0, \infty)$.": range_of_relu,
        "Negative sums give exact zeros": lambda: (
            not np.any(load("activations/relu").relu(-(10.0 ** RNG.uniform(-300, 300, size=999))))
        ),
        "A ReLU unit whose sum is negative for *every* example has slope zero at every example: no"
        " gradient reaches its weights, and it may never recover.": dead_units_stay_dead,
        r"The leaky version leaves a small slope $\kappa$ on the negative side, so that some"
        " gradient"
        " always passes. Its range is all real numbers.": leaks_everywhere,
        "| Leaky ReLU | all real numbers |": leaks_everywhere,
        "Because every output depends on every logit, its derivative is a table,": lambda: (
            all(np.all(softmax_table(size)) for size in (2, 3, 5, 9))
        ),
        "One logit moves, all three probabilities answer.": lambda: bool(
            np.all(np.diff([special.softmax([z1, 1, 0]) for z1 in np.arange(-5, 6)], axis=0))
        ),
        "Adding the same number to all logits changes nothing": nothing_overflows,
        "The exponential linear unit replaces the negative side of ReLU by a curve that levels off"
        r" at $-\kappa$.": lambda: range_of_elu() and elu_is_relu_above(),
        "whose outputs can be negative and so average closer to zero": averages_closer_to_zero,
        "The dashed line never bends; ReLU has one sharp bend at zero; tanh and sigmoid bend"
        " smoothly and level off.": how_they_bend,
        "ReLU lies on zero for negative x and on the diagonal for positive x;": how_they_bend,
        "The smaller the slope, the less of an error passes through.": slower_where_flatter,
        "The sigmoid turns a sum into a probability, above one half just where the sum is above"
        " zero.": yes_where_positive,
        "And it treats both sides alike:": lambda: agree(
            load("activations/sigmoid").sigmoid(Z), 1 - load("activations/sigmoid").sigmoid(-Z)
        ),
        "For $z > 0$ its slope is 1 and does not fade": lambda: (
            load("activations/relu").relu_derivative(10.0 ** np.arange(-9, 9)).tolist() == [1] * 18
        ),
        "At $z = 0$ the curve has a kink and, strictly, no derivative.": relu_at_zero,
        "with inputs of zeros and ones and a bias of zero, $z = 0$ does"
        " occur": lambda: all(  # whatever the weights
            0 in [w_1 * first + w_2 * second for first, second in CORNERS]
            for w_1, w_2 in np.random.default_rng(4).normal(size=(50, 2))
        ),
        "With two classes or more, each lies in $(0, 1)$, and they sum to 1.": probabilities,
        "its only output would always be 1": always_one,
        r"With $M = \max_r z_r$ the largest exponent is zero, and nothing can overflow. Without"
        " it, a"
        " logit of 1000 already does:": lambda: (
            nothing_overflows() and math.log(np.finfo(float).max) < 1000
        ),
        r"Its range is $(-\kappa, \infty)$.": range_of_elu,
        r"With $\kappa = 1$ the two pieces meet without a kink: both have the slope 1 at zero. (The"
        r" slope itself has a kink there. With any other $\kappa$ the curve has one, and there the"
        " formula takes the slope on its left.)": lambda: without_a_kink() and slope_on_the_left(),
        r"| hidden layers; no kink if $\kappa = 1$ |": without_a_kink,
        "Because a large $z$ makes [the power $e^{-z}$](tools.md#e-and-log) tiny and the fraction"
        " nearly 1, a very negative $z$ makes it huge and the fraction nearly 0, and $z = 0$ gives"
        r" $\tfrac12$.": lambda: (
            [sympy.limit(f, z, end) for f in (exp(-z), SIGMOID) for end in (-sympy.oo, 0, sympy.oo)]
            == [sympy.oo, 1, 0, 0, Rational(1, 2), 1]
        ),
        r"Since the sigmoid rises everywhere, **$\hat y > \tfrac12$ exactly where $z > 0$**: to say"
        ' "yes" when the probability is above one half is to say "yes" on the positive side of the'
        " boundary.": yes_where_positive,
        "which means between 0 and 1, both excluded;": lambda: lies_in(SIGMOID, 0, 1),
        "In a stack of layers it is otherwise: slopes along a chain"
        " [multiply](tools.md#five-rules-for-slopes), and each sigmoid layer puts another factor of"
        r" at most $\tfrac14$ into the chain": product_of_slopes,
        "Ten layers: less than a millionth, unless large or many weights make up "
        "for it.": lambda: (
            0.25**10 < 1e-6 and product_of_slopes()
        ),
        "The sigmoid of 2 is 0.88. What is the sigmoid of $-2$, to two decimals?": lambda: (
            rounds(special.expit([2, -2]), "0.88", "0.12")
        ),
        r"`0.12`{ .answer }: $\sigma(-z) = 1 - \sigma(z)$:": lambda: (
            rounds(special.expit(-2), "0.12")
        ),
        "`-0.88` : That is how tanh does it. The sigmoid never falls below 0.": lambda: (
            rounds(-special.expit(2), "-0.88") and math.tanh(-2) == -math.tanh(2)
        ),
        "`0.88` : The sigmoid rises everywhere: at $-2$ it must be smaller than at 2.": lambda: (
            rounds(special.expit(2), "0.88") and special.expit(-2) < special.expit(2)
        ),
        "A neuron says 0.9. How steep is its sigmoid there, to two decimals?": lambda: rounds(
            diff(SIGMOID, z).subs(z, math.log(9)), "0.09"
        ),
        r"`0.09`{ .answer }: $\hat y(1-\hat y) = 0.9\cdot0.1$, about a third of the"
        " greatest slope.": lambda: (
            rounds(0.9 * (1 - 0.9), "0.09") and 0.3 < 0.9 * 0.1 / 0.25 < 0.4
        ),
        "`0.25` : That is the greatest slope, and only where the sigmoid says one half.": lambda: (
            sympy.solve(diff(SIGMOID, z) - Rational(1, 4), z) == [0]
            and SIGMOID.subs(z, 0) == Rational(1, 2)
        ),
        "`0.90` : That is its value. The slope is the value times what is missing from 1": lambda: (
            same(diff(SIGMOID, z), SIGMOID * (1 - SIGMOID))
        ),
        "`0.10` : That is what is missing from 1. It is still": lambda: rounds(1 - 0.9, "0.10"),
        "`np.expm1(z)` is $e^z - 1$, computed without losing digits": lambda: (
            np.isclose(np.expm1(0.7), math.exp(0.7) - 1, rtol=1e-14)
            and np.expm1(1e-17) == 1e-17 != math.exp(1e-17) - 1
        ),
        "| Sigmoid | $(0, 1)$ |": lambda: lies_in(SIGMOID, 0, 1),
        "| Tanh | $(-1, 1)$ |": lambda: lies_in(tanh(z), -1, 1),
        r"| ReLU | $[0, \infty)$ |": range_of_relu,
        "| Softmax, two classes or more | each in $(0, 1)$, sum 1 |": probabilities,
        "At $z = 5$ the sigmoid says 0.9933.": lambda: rounds(special.expit(5), "0.9933"),
        r"How steep is it still, compared with its greatest slope of $\tfrac14$? Then let the"
        " figure tell: which of the six functions still have the slope 1 there?": greatest_slopes,
        "At $z = 0$ ReLU has no slope: it is 0 on the left and 1 on the right. By [our"
        " convention](#relu) it counts as 0.": relu_at_zero,
        "The sigmoid's slope at $z = 5$ is 0.0066, and that is 2.66 % of its greatest. Tanh is"
        " worse off: 0.0002, or 0.02 % of its greatest. Both are saturated. ReLU, leaky ReLU and"
        " ELU still have the slope 1.": slopes_at_five,
    }
)
