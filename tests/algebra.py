"""The letters of the pages, and what SymPy and NumPy say of formulas in them."""

from __future__ import annotations

import functools
import operator
from collections.abc import Callable, Mapping
from decimal import Decimal

import numpy as np
import sympy
from numpy.typing import ArrayLike, NDArray
from reading import indexed, symbol
from sympy.calculus.util import function_range
from sympy.core.function import AppliedUndef
from sympy.matrices.expressions.matexpr import MatrixElement

Array = NDArray[np.float64]
Where = Mapping[sympy.Expr | str, sympy.Expr]

# A prediction, ŷ on the page, is p: the probability of a yes.
y, p, z, x, w, b, alpha, eps, kappa = map(
    symbol, ("y", "p", "z", "x", "w", "b", "alpha", "epsilon", "kappa")
)
x_1, x_2, w_1, w_2 = map(symbol, ("x_1", "x_2", "w_1", "w_2"))
i, j, k, r, N, K, d = map(symbol, "ijkrNKd")

SIGMOID = 1 / (1 + sympy.exp(-z))
LOSS = -(y * sympy.log(p) + (1 - y) * sympy.log(1 - p))  # of one prediction: its cross-entropy


def same(*formulas: sympy.Expr, where: Where | None = None) -> bool:
    """Whether the formulas are one and the same: SymPy simplifies their differences to zero.

    First, what `where` says is put into them, one after the other; a string names a symbol.
    """
    first, *others = (_put(formula, where or {}) for formula in formulas)
    return bool(others) and all(_is_zero(first - other) for other in others)


def approx(value: sympy.Expr, printed: Decimal) -> bool:
    """Whether the value, rounded to as many places as are printed, gives these digits."""
    exact = Decimal(str(sympy.N(value, 40)))
    return isinstance(printed, Decimal) and exact.quantize(printed) == printed


def _put(formula: sympy.Expr, where: Where) -> sympy.Expr:
    if isinstance(formula, Decimal):
        message = f"{formula} is rounded on the page: compare it with approx()"
        raise TypeError(message)
    formula = sympy.sympify(formula)
    for old, new in where.items():
        formula = formula.subs(symbol(old) if isinstance(old, str) else old, new)
    return formula.doit()


def _is_zero(difference: sympy.Expr) -> bool:
    """Whether it is. Logarithms are taken apart first: log(ab) = log a + log b."""
    apart = difference.rewrite(sympy.tanh, sympy.exp).replace(
        sympy.log, lambda of: sympy.expand_log(sympy.log(sympy.factor(of)), force=True)
    )
    return sympy.simplify(apart) == 0


def lies_in(formula: sympy.Expr, low: int, high: int) -> bool:
    """Whether the values that a formula in z takes are just those between the two."""
    return function_range(formula, z, sympy.S.Reals) == sympy.Interval.open(low, high)


def rounds(value: ArrayLike, *texts: str) -> bool:
    """Whether each value, rounded to as many places as its text has, is what the text says."""
    pairs = zip(np.atleast_1d(value), texts, strict=True)
    return all(round(float(v), len(t.partition(".")[2])) == float(t) for v, t in pairs)


def evaluate(formula: sympy.Basic, **values: object) -> Array:
    """What a formula comes to when its letters have values: numbers, vectors or matrices.

    An index counts from one; f is a function, and Xᵀ is X transposed.
    """
    match formula:
        case sympy.Symbol(name=name):
            return values[name] if name in values else np.transpose(values[name.removesuffix("ᵀ")])
        case sympy.Indexed():
            place = (int(evaluate(index, **values)) - 1 for index in formula.indices)
            return np.asarray(values[formula.base.name])[tuple(place)]
        case sympy.Sum():
            *others, (index, first, last) = formula.limits
            term = sympy.Sum(formula.function, *others) if others else formula.function
            indices = range(int(first), int(evaluate(last, **values)) + 1)
            return sum(evaluate(term, **{**values, index.name: n}) for n in indices)
        case sympy.Piecewise():
            return next(evaluate(e, **values) for e, if_ in formula.args if evaluate(if_, **values))
        case _ if not formula.args:
            return bool(formula) if formula.is_Boolean else float(formula)
    parts = [evaluate(part, **values) for part in formula.args]
    unknown = isinstance(formula, AppliedUndef)
    f = values[formula.func.__name__] if unknown else _of_numpy(formula.func, len(parts))
    return f(*parts)


@functools.cache
def _of_numpy(function: type[sympy.Basic], arguments: int) -> Callable[..., Array]:
    """NumPy's function for SymPy's; a product is that of linear algebra."""
    if function is sympy.Mul:
        return lambda *factors: functools.reduce(np.dot, factors)
    letters = [sympy.Dummy(real=True) for _ in range(arguments)]
    return sympy.lambdify(letters, function(*letters), "numpy")


def agree(*numbers: ArrayLike) -> bool:
    """Whether they are the same but for the rounding of the computer, number by number; a single
    number is compared with all.
    """
    first, *others = (np.asarray(each, dtype=float) for each in numbers)
    return bool(others) and all(
        (first.shape == other.shape or () in (first.shape, other.shape))
        and np.allclose(first, other, rtol=1e-11, atol=1e-13)
        for other in others
    )


def slope(formula: sympy.Expr, by: sympy.Expr) -> sympy.Expr:
    """The derivative of a formula. `by` may be one of those that it sums over, such as w[j]."""

    def only_term(total: sympy.Sum) -> sympy.Expr:
        """Over k from 1 to d, only the term with k = j has a slope; j is one of 1, …, d."""
        bounds = {bound for _, *ends in total.limits for bound in ends}

        def chosen(within: sympy.Piecewise) -> sympy.Expr:
            (term, condition), _ = within.args
            assert all(bounds & set(part.args) for part in condition.args)
            return term

        return total.doit().replace(sympy.Piecewise, lambda *cases: chosen(sympy.Piecewise(*cases)))

    return sympy.diff(formula, by).replace(
        lambda part: isinstance(part, sympy.Sum) and part.has(sympy.KroneckerDelta), only_term
    )


def entry(
    product: sympy.MatMul, row: sympy.Expr, column: sympy.Expr | int = 1, *, over: sympy.Symbol
) -> sympy.Sum:
    """One number of a product of two matrices: the sum that it is, all indices from one. Numbers
    before the product stay before the sum.
    """

    def named(matrix: sympy.MatrixSymbol, *at: sympy.Expr) -> sympy.Indexed:
        pairs = zip(at, matrix.shape, strict=True)
        return indexed(matrix.name, *(index + 1 for index, size in pairs if size != 1))

    before, matrices = product.as_coeff_matrices()
    total = sympy.MatMul(*matrices)[row - 1, column - 1]
    [counter] = total.variables
    return before * total.change_index(counter, counter + 1, over).replace(MatrixElement, named)


def in_matrices(formula: sympy.Expr, **matrices: sympy.Expr) -> sympy.MatrixExpr:
    """A formula whose letters do not commute, with matrices of any size in their places.

    Raises ShapeError where they do not fit together.
    """
    match formula:
        case sympy.Symbol(name=name):
            return matrices[name] if name in matrices else matrices[name.removesuffix("ᵀ")].T
        case sympy.Mul() | sympy.Add() | sympy.Pow():
            parts = [in_matrices(part, **matrices) for part in formula.args]
            names = {sympy.Mul: operator.mul, sympy.Add: operator.add, sympy.Pow: operator.pow}
            return functools.reduce(names[formula.func], parts)
    return formula
