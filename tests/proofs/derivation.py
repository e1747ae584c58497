"""Proofs of docs/derivation.md: the gradient, from the chain rule to three lines of NumPy.

SymPy differentiates the loss by itself, and what it finds must be what the page says. The numbers
of inputs and of examples stay letters, d and N: nothing is proven for the four rows of OR alone.
What the page only defines, its program must compute, on numbers that it has never seen.
"""

import functools
from types import SimpleNamespace

import drawn
import numpy as np
import snippet
import sympy
from proving import (
    SIGMOID,
    N,
    agree,
    b,
    d,
    draws,
    entry,
    evaluate,
    i,
    indexed,
    j,
    k,
    p,
    proves,
    rerun,
    same,
    says,
    slope,
    stated,
    symbol,
    y,
    z,
)
from reading import read
from scipy import special
from sklearn import metrics
from sympy import MatrixSymbol, Sum, diff, log

w_j, x_j, X_ij = indexed("w", j), indexed("x", j), indexed("X", i, j)
y_i, p_i, z_i, L_i, delta_i = (indexed(name, i) for name in ("y", "p", "z", "L", "delta"))

# One example: the sum z, the loss of a prediction p, and the loss of the neuron that predicts it.
SUM = Sum(indexed("w", k) * indexed("x", k), (k, 1, d)) + b
LOSS = -(y * log(p) + (1 - y) * log(1 - p))
NEURON = LOSS.subs(p, SIGMOID).subs(z, SUM)

# N examples: the weighted sum in row i of Xw, and the mean of the neuron's losses.
WEIGHTED = Sum(indexed("X", i, k) * indexed("w", k), (k, 1, d))
MEAN = Sum(LOSS.subs({p: SIGMOID.subs(z, WEIGHTED + b), y: y_i}), (i, 1, N)) / N


def mean_slope(by: sympy.Expr) -> sympy.Expr:
    """The slope of the mean loss; for brevity, the sum of example i is called z_i again."""
    return slope(MEAN, by).xreplace({WEIGHTED: z_i - b})


@functools.cache
def on_random_data() -> SimpleNamespace:
    """The page's program, with six random examples in place of the four rows."""
    draw = np.random.default_rng(7)
    data = {"X": draw.normal(size=(6, 2)), "y": draw.integers(2, size=6)}
    program = rerun("derivation/gradient", **data, w=draw.normal(size=2), b=draw.normal())
    program.y_hat = program.predict(program.w, program.b)
    return program


@proves("setup-sum")
def _(letter, product, total):
    assert letter == z
    dot_product = (SUM - b).xreplace({k: j})
    assert same(product, total, where={"w·x": dot_product})
    program = on_random_data()
    for row, predicted in zip(program.X, program.y_hat, strict=True):
        value = evaluate(total, d=2, w=program.w, x=row, b=program.b)
        assert agree(value, special.logit(predicted))


@proves("setup-prediction")
def _(letter, sigma, written_out):
    assert letter == p
    # only the sigmoid is 1/2 at zero and has the slope f(1 - f) everywhere
    for f in (sigma, written_out):
        assert f.subs(z, 0) == sympy.Rational(1, 2)
        assert same(diff(f, z), f * (1 - f))


@proves("setup-loss")
def _(letter, loss):
    assert letter == symbol("L")
    says("where the label $y$ is 0 or 1.")
    assert loss.subs(y, 1) == -log(p)
    assert loss.subs(y, 0) == -log(1 - p)
    for label, predicted in zip(on_random_data().y, on_random_data().y_hat, strict=True):
        library = metrics.log_loss([label], [predicted], labels=[0, 1])
        assert agree(evaluate(loss, y=label, p=predicted), library)


@proves("chain-rule")
def _(*sides):
    factors = {"∂L/∂p": diff(LOSS, p), "dp/dz": diff(SIGMOID, z), "∂z/∂w_j": slope(SUM, w_j)}
    assert same(*sides, where={"∂L/∂w_j": slope(NEURON, w_j), **factors, p: SIGMOID, z: SUM})


@proves("loss-by-prediction")
def _(*sides):
    assert same(*sides, where={"∂L/∂p": diff(LOSS, p)})
    says(r"The derivative of $\log\hat y$ is $1/\hat y$.")
    assert diff(log(p), p) == 1 / p
    says(r"The derivative of $\log(1-\hat y)$ is $-1/(1-\hat y)$, where the minus sign comes from")
    says(r"the inner function $1-\hat y$.")
    assert diff(log(1 - p), p) == -1 / (1 - p)


@proves("common-denominator")
def _(*sides):
    assert same(*sides, diff(LOSS, p))


@proves("sigmoid-outside-in")
def _(*sides):
    assert same(*sides, where={"dp/dz": diff(SIGMOID, z)})
    [power] = read("(1+e^{-z})^{-1}")
    assert power == SIGMOID
    says("Write the sigmoid as $(1+e^{-z})^{-1}$ and differentiate from the outside in:")


@proves("sigmoid-split")
def _(*sides):
    assert same(*sides, diff(SIGMOID, z))


@proves("sigmoid-complement")
def _(*sides):
    assert same(*sides, where={p: SIGMOID})
    says(r"The second is what is missing from $\hat y$ to 1:")


@proves("sigmoid-slope")
def _(*sides):
    assert same(*sides, where={"dp/dz": diff(SIGMOID, z), p: SIGMOID})


@proves("cancellation")
def _(*sides):
    whole = {"∂L/∂z": diff(LOSS.subs(p, SIGMOID), z)}
    factors = {"∂L/∂p": diff(LOSS, p), "dp/dz": diff(SIGMOID, z)}
    assert same(*sides, where={**whole, **factors, p: SIGMOID})


@proves("sum-by-weight")
def _(*sides):
    assert same(*sides, where={"∂z/∂w_j": slope(SUM, w_j)})


@proves("sum-by-bias")
def _(*sides):
    assert same(*sides, where={"∂z/∂b": slope(SUM, b)})


@proves("gradient-weight")
def _(*sides):
    assert same(*sides, where={"∂L/∂w_j": slope(NEURON, w_j), p: SIGMOID, z: SUM})


@proves("gradient-bias")
def _(*sides):
    assert same(*sides, where={"∂L/∂b": slope(NEURON, b), p: SIGMOID, z: SUM})


@proves("batch-prediction")
def _(letter, batch):
    assert str(letter) == "p"
    # number i of the product Xw is the sum that makes z of example i
    assert entry(MatrixSymbol("X", N, d) * MatrixSymbol("w", d, 1), i, over=k) == WEIGHTED
    program = on_random_data()
    predicted = evaluate(batch, X=program.X, w=program.w, b=program.b)
    assert agree(predicted, program.y_hat, special.expit(program.X @ program.w + program.b))


@proves("mean-loss")
def _(letter, mean):
    assert letter == symbol("L")
    program = on_random_data()
    mean = mean.xreplace({L_i: LOSS.subs({p: p_i, y: y_i})})
    value = evaluate(mean, N=6, y=program.y, p=program.y_hat)
    assert agree(value, program.loss(program.w, program.b))
    assert agree(value, metrics.log_loss(program.y, program.y_hat))


@proves("mean-gradient")
def _(left, mean):
    right = mean.xreplace({p_i: SIGMOID.subs(z, z_i)})
    assert same(left, right, where={"∂L/∂w_j": mean_slope(w_j)})


@proves("error-vector")
def _(letter, error):
    assert letter == symbol("delta")
    program = on_random_data()
    assert agree(program.delta, evaluate(error, p=program.y_hat, y=program.y))


@proves("vector-gradient", r"\nabla_w L = \frac1N X^\top\delta")
def _():
    # number j of the matrix product is the sum in ∂L/∂w_j
    _, mean = stated("derivation", "mean-gradient")
    product = entry(MatrixSymbol("X", N, d).T * MatrixSymbol("delta", N, 1), j, over=i)
    assert same(mean.xreplace({p_i - y_i: delta_i}), product / N)
    says(r"the gradient is $\frac1N X^\top\delta$ for the weights")
    program = on_random_data()
    for at, dw in enumerate(program.dw, 1):
        assert agree(dw, evaluate(product / N, j=at, N=6, X=program.X, delta=program.delta))


@proves("vector-bias")
def _(left, mean):
    right = mean.xreplace({delta_i: SIGMOID.subs(z, z_i) - y_i})
    assert same(left, right, where={"∂L/∂b": mean_slope(b)})
    program = on_random_data()
    assert agree(program.db, evaluate(mean, N=6, delta=program.delta))
    assert agree(program.db, program.delta @ np.ones(6) / 6)
    says("for the bias, whose inputs are all 1:")


@proves(
    "central-difference",
    r"\frac{\partial L}{\partial w_j} \approx \frac{L(w + h\,u_j) - L(w - h\,u_j)}{2h}",
)
def _():
    # Along u_j the loss is a function of one number, with some slopes at 0: by Taylor's theorem
    # it is their sum, up to h to the fifth. The even ones cancel, and a small error is left.
    h, *slopes = sympy.symbols("h L:5", real=True)

    def along(t: sympy.Expr) -> sympy.Expr:
        return sum(value * t**n / sympy.factorial(n) for n, value in enumerate(slopes))

    says("and divide the difference by $2h$.")
    says("with $u_j$ the vector that is 1 in place $j$ and 0 elsewhere:")
    assert same((along(h) - along(-h)) / (2 * h), slopes[1] + slopes[3] * h**2 / 6)

    # On the page's data the error that the program prints is this one, by weights and by bias.
    program = snippet.load("derivation/gradient")
    on_data = {"X": program.X, "y": program.y, "w": program.w, "b": program.b, "N": 4, "d": 2}
    by_weight, by_bias = (slope(slope(slope(MEAN, by), by), by) for by in (w_j, b))
    third = [evaluate(by_weight, j=1, **on_data), evaluate(by_weight, j=2, **on_data)]
    third += [evaluate(by_bias, **on_data)]
    expected = program.h**2 / 6 * np.array(third)
    assert np.allclose(program.numeric - [*program.dw, program.db], expected, rtol=1e-3, atol=1e-12)
    says(r"agree to about $2\cdot10^{-9}$", "it shrinks with $h^2$.")
    assert f"{np.max(np.abs(expected)):.0e}" == "2e-09"


@draws("derivation/tape")
def _(figure):
    says(*drawn.tape(figure))
