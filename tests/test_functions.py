"""The snippets' functions against independent oracles: libraries, algebra, differences.

The oracles share no code with the snippets: SciPy, scikit-learn, SymPy's own derivatives,
central differences of the function alone, linear programming, and sixty-digit arithmetic.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterable

import mpmath
import numpy as np
import oracle
import pytest
import snippet
import sympy
from losses import LOSSES
from numpy.typing import NDArray
from oracle import AND, CORNERS, OR, XOR, mp
from scipy import optimize, special
from sklearn import metrics

Array = NDArray[np.float64]

Z = sympy.Symbol("z", real=True)

# Formulas as textbooks give them; κ is 0.01 for leaky ReLU and 1 for ELU.
ACTIVATIONS = {
    "sigmoid": 1 / (1 + sympy.exp(-Z)),
    "tanh": (sympy.exp(Z) - sympy.exp(-Z)) / (sympy.exp(Z) + sympy.exp(-Z)),
    "relu": sympy.Piecewise((Z, Z > 0), (0, True)),
    "leaky_relu": sympy.Piecewise((Z, Z > 0), (Z / 100, True)),
    "elu": sympy.Piecewise((Z, Z > 0), (sympy.exp(Z) - 1, True)),
}


@pytest.fixture
def rng() -> np.random.Generator:
    """The same random numbers on every run."""
    return np.random.default_rng(2024)


def _function(page: str, name: str, suffix: str = "") -> Callable[..., Array]:
    """The function `name`, or its derivative, from `snippets/page/name.py`."""
    return getattr(snippet.load(f"{page}/{name}"), name + suffix)


def _evaluate(formula: sympy.Expr, points: Iterable[float]) -> list[float]:
    """A formula in z at each of the points, computed with forty digits."""
    f = sympy.lambdify(Z, formula, "mpmath")
    with mpmath.workdps(40):
        return [float(f(mpmath.mpf(float(point)))) for point in points]


def _difference(f: Callable[[Array], float], at: Array, h: float = 1e-6) -> Array:
    """Gradient by central differences, which know nothing but the function; `at` has any shape."""
    gradient = np.zeros(at.shape)
    for place in np.ndindex(at.shape):
        nudge = np.zeros(at.shape)
        nudge[place] = h
        gradient[place] = (f(at + nudge) - f(at - nudge)) / (2 * h)
    return gradient


# Activations


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_an_activation_is_what_its_formula_says(name: str, rng: np.random.Generator) -> None:
    """Against forty-digit arithmetic, for large and small numbers of both signs."""
    z = np.concatenate([rng.normal(scale=5, size=200), [0, 1e-9, -1e-9, 30, -30]])
    f = _function("activations", name)
    np.testing.assert_allclose(f(z), _evaluate(ACTIVATIONS[name], z), rtol=1e-13)


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_a_derivative_is_the_slope(name: str, rng: np.random.Generator) -> None:
    """SymPy's derivative of the formula, and central differences of the function itself."""
    z = rng.normal(scale=3, size=200)
    f, slope = _function("activations", name), _function("activations", name, "_derivative")(z)
    exact = _evaluate(sympy.diff(ACTIVATIONS[name], Z), z)
    np.testing.assert_allclose(slope, exact, rtol=1e-10, atol=1e-15)
    numeric = [float(_difference(f, point)) for point in z]
    np.testing.assert_allclose(slope, numeric, atol=1e-9)


@pytest.mark.parametrize("zero", [0.0, -0.0])
@pytest.mark.parametrize(
    ("name", "slope"),
    [("relu", 0), ("leaky_relu", 0.01), ("elu", 1), ("sigmoid", 0.25), ("tanh", 1)],
)
def test_the_slope_at_zero(name: str, slope: float, zero: float) -> None:
    """At a kink it is the left one, by the convention that the page states."""
    assert _function("activations", name, "_derivative")(zero) == slope


def test_the_sigmoid_is_that_of_scipy(rng: np.random.Generator) -> None:
    """Over the whole range in which the plain formula does not overflow."""
    z = rng.uniform(-700, 700, size=500)
    np.testing.assert_allclose(_function("activations", "sigmoid")(z), special.expit(z), rtol=1e-13)


@pytest.mark.parametrize(
    ("name", "left"),
    [("leaky_relu", lambda k, z: k * z), ("elu", lambda k, z: k * special.expm1(z))],
)
def test_kappa_scales_the_negative_side(
    name: str, left: Callable, rng: np.random.Generator
) -> None:
    """Whatever its value; the positive side does not feel it."""
    f, slope = _function("activations", name), _function("activations", name, "_derivative")
    for kappa, z in rng.uniform(0.001, 3, size=(50, 2)):
        assert f(z, kappa) == z
        assert slope(z, kappa) == 1
        assert f(-z, kappa) == pytest.approx(left(kappa, -z), rel=1e-12)
        numeric = _difference(lambda x, k=kappa: left(k, x), np.float64(-z))
        assert slope(-z, kappa) == pytest.approx(float(numeric), rel=1e-6)


def test_elu_neither_overflows_nor_loses_digits() -> None:
    """The exponential of the side that is not chosen stays harmless; near zero expm1 is exact."""
    elu, slope = _function("activations", "elu"), _function("activations", "elu", "_derivative")
    with np.errstate(all="raise"):
        assert elu(np.array([800.0, -700.0])).tolist() == [800, -1]
        assert slope(np.array([800.0, 1.0])).tolist() == [1, 1]
    assert elu(-1e-12) == pytest.approx(float(mp.expm1(oracle.exact(-1e-12))), rel=1e-15)


def test_softmax_is_that_of_scipy(rng: np.random.Generator) -> None:
    """For any number of classes; with one class it is always 1."""
    softmax = _function("activations", "softmax")
    for size in range(1, 9):
        z = rng.normal(scale=10, size=size)
        np.testing.assert_allclose(softmax(z), special.softmax(z), rtol=1e-12)
        assert np.sum(softmax(z)) == pytest.approx(1)
        np.testing.assert_allclose(softmax(z + 123), softmax(z), rtol=1e-12)
    assert softmax(np.array([-7.0])) == [1]


def test_softmax_survives_large_logits() -> None:
    """Where the plain formula gives no number at all."""
    z = np.array([1000.0, 1001.0, 1002.0])
    terms = [mp.exp(oracle.exact(value)) for value in z]
    exact = [float(term / mp.fsum(terms)) for term in terms]
    with np.errstate(over="raise", invalid="raise"):
        np.testing.assert_allclose(_function("activations", "softmax")(z), exact, rtol=1e-14)
    assert np.isnan(snippet.load("activations/softmax").naive).all()


def test_the_jacobian_of_softmax(rng: np.random.Generator) -> None:
    """SymPy's derivatives for three classes, central differences for six."""
    softmax = _function("activations", "softmax")
    jacobian = _function("activations", "softmax", "_jacobian")
    logits = sympy.Matrix(sympy.symbols("z1:4"))
    p = logits.applyfunc(sympy.exp) / sum(logits.applyfunc(sympy.exp))
    exact = sympy.lambdify([logits], p.jacobian(logits))
    for z in rng.normal(size=(20, 3)):
        np.testing.assert_allclose(jacobian(z), exact(z), rtol=1e-12, atol=1e-15)
    z = rng.normal(size=6)
    numeric = np.array([_difference(lambda z, k=k: softmax(z)[k], z) for k in range(6)])
    np.testing.assert_allclose(jacobian(z), numeric, atol=1e-9)


# Losses


@pytest.mark.parametrize("name", LOSSES)
def test_a_loss_is_that_of_scikit_learn(name: str, rng: np.random.Generator) -> None:
    """On random labels and predictions."""
    draw, library = LOSSES[name]
    for _ in range(20):
        y, predicted = draw(rng)
        right = pytest.approx(library(y, predicted), rel=1e-12)
        assert _function("loss", name)(y, predicted) == right


@pytest.mark.parametrize("name", LOSSES)
def test_the_gradient_of_a_loss(name: str, rng: np.random.Generator) -> None:
    """Central differences with respect to each prediction; the result has their shape."""
    draw, _ = LOSSES[name]
    f, gradient = _function("loss", name), _function("loss", name, "_gradient")
    for _ in range(5):
        y, predicted = draw(rng)
        numeric = _difference(lambda p, y=y: f(y, p), predicted)
        assert gradient(y, predicted).shape == predicted.shape
        np.testing.assert_allclose(gradient(y, predicted), numeric, atol=1e-8)


def test_the_gradients_at_the_kinks_are_zero() -> None:
    """Mean absolute error where it is hit, and the hinge at a margin of exactly 1."""
    y = np.array([1.0, -1.0])
    assert _function("loss", "mae", "_gradient")(y, y).tolist() == [0, 0]
    assert _function("loss", "hinge", "_gradient")(y, y).tolist() == [0, 0]


def test_sparse_labels_change_the_form_and_not_the_number(rng: np.random.Generator) -> None:
    """Integer labels give the loss and the gradient of the one-hot rows."""
    draw, _ = LOSSES["sparse_categorical_cross_entropy"]
    labels, predicted = draw(rng)
    for suffix in ("", "_gradient"):
        sparse = _function("loss", "sparse_categorical_cross_entropy", suffix)(labels, predicted)
        full = _function("loss", "categorical_cross_entropy", suffix)(np.eye(4)[labels], predicted)
        np.testing.assert_allclose(sparse, full, rtol=1e-14)


# Cross-entropy from the logit


@pytest.mark.parametrize("y", [0, 1])
def test_cross_entropy_from_the_logit_is_exact(y: int, rng: np.random.Generator) -> None:
    """To the precision of a double, for logits that break every other form."""
    z = np.concatenate([rng.uniform(-60, 60, size=300), [0, 37, -37, 710, 800, -800]])
    exact = [float(-mp.log(oracle.sigmoid(oracle.exact(v if y else -v)))) for v in z]
    with np.errstate(over="raise", invalid="raise"):
        computed = snippet.load("cross-entropy/stable").from_logit(y, z)
    error = np.abs(computed - exact)
    assert np.all(error <= 4 * np.finfo(float).eps * np.maximum(1, np.abs(z)))


def test_the_naive_form_agrees_as_long_as_it_can(rng: np.random.Generator) -> None:
    """Between, and from z = 37 on it is infinite."""
    stable = snippet.load("cross-entropy/stable")
    for y, z in itertools.product([0, 1], rng.uniform(-15, 15, size=100)):
        exact = float(special.softplus(-z if y else z))
        assert stable.from_probability(y, z) == pytest.approx(exact, rel=1e-8)
        assert stable.from_probability(y, z, 1e-8) == pytest.approx(exact, abs=0.05)
    with np.errstate(divide="ignore"):
        assert stable.from_probability(0, 37.0) == math.inf


def test_epsilon_lowers_the_floor_and_puts_up_a_ceiling() -> None:
    """A perfect prediction scores below zero, a hopeless one no more than -log(1e-8)."""
    loss, eps = snippet.load("cross-entropy/epsilon").loss, mp.mpf("1e-8")
    for y in (0, 1):
        assert loss(y, float(y), eps=1e-8) == pytest.approx(float(-mp.log1p(eps)), rel=1e-7)
        assert loss(y, 1.0 - y, eps=1e-8) == pytest.approx(float(-mp.log(eps)), rel=1e-14)


def test_the_race_of_two_losses() -> None:
    """Each run again in sixty digits, with the slopes that SymPy takes of the two losses."""
    outputs = snippet.load("cross-entropy/race").runs
    f = ACTIVATIONS["sigmoid"]
    losses = {"½(ŷ − y)²": f**2 / 2, "cross-entropy": -sympy.log(1 - f)}
    milestones = {
        "½(ŷ − y)²": [0.982, 0.976, 0.964, 0.933, 0.203],
        "cross-entropy": [0.982, 0.099, 0.041, 0.026, 0.012],
    }
    assert outputs.keys() == losses.keys()
    for name, loss in losses.items():
        dz = sympy.lambdify(Z, sympy.diff(loss, Z), mp)
        z, exact = mp.mpf(4), []
        for _ in range(301):
            exact.append(float(oracle.sigmoid(z)))
            z -= 2 * oracle.exact(0.15) * dz(z)  # weight and bias take the same step
        np.testing.assert_allclose(outputs[name], exact, rtol=1e-12)
        assert [round(exact[step], 3) for step in (0, 50, 100, 150, 300)] == milestones[name]


# Layers without and with a bend


def test_two_linear_layers_collapse_into_one() -> None:
    """Both weights and both biases are found again by asking the two layers for their answers."""
    s = snippet.load("non-linearity/collapse")
    bias, first, second = (s.W2 @ (s.W1 @ x + s.b1) + s.b2 for x in ([0, 0], [1, 0], [0, 1]))
    weights = np.column_stack([first - bias, second - bias])
    assert snippet.numbers(s.stdout.splitlines()[0]) == [*weights.ravel(), *bias]


def test_ten_linear_layers_collapse_into_one(rng: np.random.Generator) -> None:
    """The folded weights answer any input as the ten layers do."""
    s = snippet.load("non-linearity/collapse")
    assert len(s.layers) == 10
    for x in rng.normal(size=(20, 5)):
        a = x
        for weights, biases in s.layers:
            a = weights @ a + biases
        np.testing.assert_allclose(s.W @ x + s.b, a, rtol=1e-10, atol=1e-10)


def test_one_bend_makes_a_tent(rng: np.random.Generator) -> None:
    """With ReLU the network is a tent, without it is zero, everywhere."""
    bend = snippet.load("non-linearity/bend")
    x = rng.uniform(-5, 5, size=500)
    tent = np.interp(x, [-1, 0, 1], [0, 1, 0])
    np.testing.assert_allclose(bend.network(x, bend.relu), tent, atol=1e-14)
    np.testing.assert_allclose(bend.network(x, bend.identity), 0, atol=1e-14)


def test_the_forward_pass_through_two_layers() -> None:
    """Neuron by neuron in sixty digits."""
    s, a = snippet.load("network/forward"), [mp.mpf(1), mp.mpf(2)]
    for weights, biases, computed in ((s.W1, s.b1, s.a1), (s.W2, s.b2, s.a2)):
        neurons = zip(weights, biases, strict=True)
        sums = [mp.fdot(map(oracle.exact, w), a) + oracle.exact(b) for w, b in neurons]
        a = [oracle.sigmoid(z) for z in sums]
        np.testing.assert_allclose(computed, [float(value) for value in a], rtol=1e-14)


# The gradient that chapter 7 derives


def test_the_derived_gradient_is_that_of_computer_algebra(rng: np.random.Generator) -> None:
    """SymPy differentiates the mean loss; the page's three lines agree on random data."""
    n, d = 5, 3
    weights, b = sympy.symbols(f"w:{d}"), sympy.Symbol("b")
    inputs, labels = sympy.MatrixSymbol("X", n, d), sympy.MatrixSymbol("y", n, 1)
    loss = 0
    for i in range(n):
        z = sum(w * inputs[i, j] for j, w in enumerate(weights)) + b
        p, y = 1 / (1 + sympy.exp(-z)), labels[i, 0]
        loss -= (y * sympy.log(p) + (1 - y) * sympy.log(1 - p)) / n
    slopes = [sympy.diff(loss, parameter) for parameter in (*weights, b)]
    exact = sympy.lambdify([inputs, labels, weights, b], slopes)
    setup = snippet.section("derivation/gradient", "setup")
    three_lines = snippet.section("derivation/gradient", "gradient")
    for _ in range(20):
        page: dict[str, object] = {}
        snippet.run(setup, page)
        drawn = {"X": rng.normal(size=(n, d)), "y": rng.integers(2, size=n)}
        page |= drawn | {"w": rng.normal(size=d), "b": rng.normal()}
        snippet.run(three_lines, page)
        right = exact(page["X"], page["y"][:, None], page["w"], page["b"])
        np.testing.assert_allclose([*page["dw"], page["db"]], right, rtol=1e-10, atol=1e-14)


def test_the_check_by_central_differences_is_as_close_as_it_says() -> None:
    """The published error is that of the estimate: half the step leaves a quarter of it."""
    s = snippet.load("derivation/gradient")
    at, right = np.array([*s.w, s.b]), [*s.dw, s.db]
    numeric = [_difference(lambda v: s.loss(v[:2], v[2]), at, h) for h in (1e-3, 5e-4)]
    errors = [np.max(np.abs(gradient - right)) for gradient in numeric]
    assert s.error == pytest.approx(errors[0], rel=1e-3)
    assert errors[0] / errors[1] == pytest.approx(4, rel=0.01)


def test_one_line_does_what_the_loop_does() -> None:
    """The matrix product, the written-out loop, and NumPy's own summation."""
    s = snippet.load("gradient-descent/vectorised")
    right = np.einsum("ij,i->j", s.X, s.delta) / 50
    np.testing.assert_allclose(s.dw, right, rtol=1e-12)
    np.testing.assert_allclose(s.dw_loop, right, rtol=1e-12)


# Gradient descent


def test_the_walk_down_the_hill_has_a_closed_form() -> None:
    """Each step leaves eight tenths of the distance: w = 3 - 3 · 0.8 to the number of steps."""
    path = snippet.load("gradient-descent/hill").path
    assert path == pytest.approx([3 - 3 * 0.8**step for step in range(21)], rel=1e-12)


def test_the_trained_neuron() -> None:
    """The article's `train`, again in sixty digits from the same two random weights."""
    s = snippet.load("gradient-descent/train")
    np.random.seed(0)
    states = oracle.train(OR, np.random.randn(2), 0, lr=0.1, epochs=1000)
    w, b = states[-1]
    np.testing.assert_allclose([*s.w, s.b], [float(v) for v in (*w, b)], rtol=1e-12)
    for epoch in range(0, 1000, 111):
        assert s.losses[epoch] == pytest.approx(float(oracle.loss(OR, states[epoch])), rel=1e-12)


def test_a_huge_learning_rate_on_or() -> None:
    """The four losses of a neuron that starts from zero with α = 100."""
    exact = [oracle.loss(OR, state) for state in oracle.train(OR, [0, 0], 0, lr=100, epochs=3)]
    printed = [f"epoch {epoch}: loss = {float(loss):.3g}" for epoch, loss in enumerate(exact)]
    assert snippet.published("gradient-descent/big_steps").splitlines() == printed
    np.testing.assert_allclose([float(v) for v in exact], [0.693, 6.25, 0.173, 2.8e-6], rtol=4e-3)


def test_training_on_or_never_arrives() -> None:
    """The two weights are equal from the start, so three plain numbers tell the whole story."""
    lines = iter(snippet.published("gradient-descent/no_finish").splitlines())
    w = b = 0.0
    for step in range(10_001):
        none, one, both = (1 / (1 + math.exp(-(k * w + b))) for k in (0, 1, 2))
        if step in (100, 1_000, 10_000):
            loss = -(math.log1p(-none) + 2 * math.log(one) + math.log(both)) / 4
            expected = [step, *[round(w, 2)] * 2, float(f"{loss:.1e}")]
            assert snippet.numbers(next(lines)) == expected
        dw, db = (one + both - 2) / 4, (none + 2 * one + both - 3) / 4
        w, b = w - 0.5 * dw, b - 0.5 * db
    assert next(lines, None) is None


# Critical learning rates


def _steepest(factor: sympy.Rational) -> sympy.Expr:
    """The largest eigenvalue of factor · X̃ᵀX̃ for the four corners, exactly."""
    corners = sympy.Matrix([[*corner, 1] for corner in CORNERS])
    return max((factor * corners.T * corners).eigenvals(), key=lambda value: value.evalf())


def test_the_critical_rate_of_squared_error() -> None:
    """Exactly 8 / (7 + √33) = 0.6277."""
    critical = 2 / _steepest(sympy.Rational(2, 4))
    assert sympy.simplify(critical - 8 / (7 + sympy.sqrt(33))) == 0
    assert snippet.load("gradient-descent/learning_rate").critical == pytest.approx(float(critical))
    assert round(float(critical), 4) == 0.6277


def test_the_two_sides_of_the_critical_rate() -> None:
    """A thousandth below it the loss settles at its least, a thousandth above it grows for ever."""
    s = snippet.load("gradient-descent/learning_rate")
    with_ones = np.array([[*corner, 1] for corner in CORNERS])
    _, [residual], *_ = np.linalg.lstsq(with_ones, [label for _, label in OR])
    below, above = (np.array(s.losses(f * s.critical, epochs=9000)) for f in (0.999, 1.001))
    assert np.all(np.diff(below) <= 1e-15)
    assert below[-1] == pytest.approx(residual / 4) == pytest.approx(1 / 16)
    assert np.all(np.diff(above[100:]) > 0)
    assert above[-1] > 1e6


def test_the_critical_rate_of_xor() -> None:
    """64 / (7 + √33) = 5.0217: below it the neuron settles at ln 2, above it does not."""
    critical = 2 / _steepest(sympy.Rational(1, 16))
    assert sympy.simplify(critical - 64 / (7 + sympy.sqrt(33))) == 0
    assert round(float(critical), 4) == 5.0217
    assert "critical learning rate: 5.0217" in snippet.published("limits/critical")
    x, y = (np.array(column) for column in zip(*XOR, strict=True))
    with_ones = np.column_stack([x, np.ones(4)])
    for factor, settles in ((0.99, True), (1.01, False)):
        v = np.full(3, 1e-3)
        for _ in range(3000):
            delta = special.expit(with_ones @ v) - y
            v = v - factor * float(critical) * with_ones.T @ delta / 4
        assert (np.max(np.abs(v)) < 1e-6) == settles


# What one neuron cannot do


def _xor_loss(v: Array) -> float:
    """Cross-entropy on XOR of weights and bias in one vector, from SciPy's functions."""
    signs = [1 if y else -1 for _, y in XOR]
    z = np.array([[*corner, 1] for corner in CORNERS]) @ v
    return -float(np.mean(special.log_expit(signs * z)))


def test_the_best_loss_on_xor_is_ln_2() -> None:
    """The gradient vanishes at zero, the curvatures are positive there and nowhere negative."""
    v = sympy.symbols("w1 w2 b", real=True)
    loss = 0
    for x, y in XOR:
        z = sum(a * c for a, c in zip((*x, 1), v, strict=True))
        loss += (sympy.log(1 + sympy.exp(z)) - y * z) / 4
    origin = dict.fromkeys(v, 0)
    assert sympy.simplify(loss.subs(origin) - sympy.log(2)) == 0
    assert [sympy.diff(loss, u).subs(origin) for u in v] == [0, 0, 0]
    hessian = sympy.hessian(loss, v)
    assert hessian.subs(origin).is_positive_definite
    curvatures = sympy.lambdify([v], hessian)
    for point in np.random.default_rng(0).normal(scale=3, size=(200, 3)):
        assert np.linalg.eigvalsh(curvatures(point))[0] > -1e-15


@pytest.mark.parametrize("seed", range(5))
def test_no_optimiser_gets_below_ln_2_on_xor(seed: int) -> None:
    """Wherever it starts, it ends at zero weights."""
    start = np.random.default_rng(seed).normal(scale=4, size=3)
    found = optimize.minimize(_xor_loss, start, tol=1e-12)
    assert found.fun >= math.log(2) - 1e-9
    assert found.fun == pytest.approx(math.log(2), abs=1e-9)
    np.testing.assert_allclose(found.x, 0, atol=1e-4)


def _separable(labels: Iterable[int]) -> bool:
    """Whether some line has z >= 1 at all ones and z <= -1 at all zeros: a linear programme."""
    signs = 2 * np.array(list(labels)) - 1
    rows = -signs[:, None] * np.array([[*corner, 1] for corner in CORNERS])
    found = optimize.linprog([0, 0, 0], A_ub=rows, b_ub=[-1] * 4, bounds=(None, None))
    return found.status == 0


def test_a_line_splits_the_corners_in_fourteen_ways() -> None:
    """Linear programming finds those that the page's program finds; XOR and its opposite lack."""
    every = list(itertools.product((0, 1), repeat=4))
    separable = [labels for labels in every if _separable(labels)]
    assert len(separable) == 14
    assert sorted(map(tuple, snippet.load("limits/half_planes").splits)) == separable
    assert set(every) - set(separable) == {(0, 1, 1, 0), (1, 0, 0, 1)}


@pytest.mark.parametrize(("data", "best"), [(OR, 4), (AND, 4), (XOR, 3)])
def test_the_best_half_plane_of_a_gate(
    data: oracle.Data, best: int, rng: np.random.Generator
) -> None:
    """A hundred thousand random ones, and again all that linear programming allows."""
    x, y = (np.array(column) for column in zip(*data, strict=True))
    w, b = rng.normal(size=(100_000, 2)), rng.normal(size=100_000)
    assert np.max(np.sum((w @ x.T + b[:, None] > 0) == y, axis=1)) == best
    every = itertools.product((0, 1), repeat=4)
    assert max(sum(labels == y) for labels in every if _separable(labels)) == best


def test_three_trainings_on_xor_end_at_one_half() -> None:
    """What the run prints for each start: the loss ln 2, and four outputs of one half."""
    *runs, ln_2 = snippet.published("limits/xor").splitlines()
    assert len(runs) == 3
    assert snippet.numbers(ln_2)[-1] == round(math.log(2), 4)
    assert [snippet.numbers(run)[1:] for run in runs] == [[0.6931, *[0.5] * 4]] * 3


# What it can do, and what a hidden layer adds


def test_the_neuron_learns_and() -> None:
    """Its four answers, again in sixty digits."""
    state = oracle.train(AND, [0, 0], 0, lr=0.5, epochs=2000)[-1]
    answers = [f"{float(p):.4f} -> {float(p):.0f}" for p in oracle.predict(AND, state)]
    lines = snippet.published("limits/and_gate").splitlines()
    assert [line.partition(": ")[2] for line in lines] == answers
    assert [int(answer[-1]) for answer in answers] == [label for _, label in AND]


def test_the_neuron_finds_the_line_of_least_squares() -> None:
    """Slope and intercept in closed form: covariance by variance, and through the mean."""
    s = snippet.load("limits/regression")
    slope = np.cov(s.x, s.y)[0, 1] / np.var(s.x, ddof=1)
    assert s.w == pytest.approx(slope, rel=1e-9)
    assert s.b == pytest.approx(np.mean(s.y) - slope * np.mean(s.x), rel=1e-9)


def test_nine_numbers_chosen_by_hand_compute_xor() -> None:
    """Exactly, in whole numbers."""
    s = snippet.load("layers/by_hand")
    assert s.y_hat.tolist() == [first ^ second for first, second in CORNERS]
    assert s.a1.tolist() == [[a + b, max(0, a + b - 1)] for a, b in CORNERS]
    assert s.W1.size + s.b1.size + s.w2.size + np.size(s.b2) == 9


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("epochs", [0, 25])
def test_backpropagation_computes_the_gradient(seed: int, epochs: int) -> None:
    """A step of training, divided by the learning rate, against central differences of the loss."""
    s = snippet.load("layers/xor_network")
    before, after = s.train(seed, lr=0.5, epochs=epochs), s.train(seed, lr=0.5, epochs=epochs + 1)

    def loss(flat: Array) -> float:
        first, second = flat[:4].reshape(2, 2), flat[6:8]
        _, p = s.forward(np.array(CORNERS), first, flat[4:6], second, flat[8])
        return metrics.log_loss([label for _, label in XOR], p)

    flat = [np.concatenate([np.ravel(part) for part in state]) for state in (before, after)]
    np.testing.assert_allclose((flat[0] - flat[1]) / 0.5, _difference(loss, flat[0]), atol=1e-8)
