"""N rows at once.

Write `predict(X, w, b)`: what the neuron answers to N examples in one go.
Call your own `sigmoid`.

- `X`, shape `(N, d)`: one example a row
- `w`, shape `(d,)`, and `b`, a number: the same for all rows
- returns `y_hat`, shape `(N,)`: one probability a row

For the four rows of OR and `w = np.array([1.0, 1.0])`, `b = -0.5` the answers
are about `[0.378 0.622 0.622 0.818]`.
"""

import numpy as np

from checking import rehearse
from sigmoid import sigmoid


# --8<-- [start:solution]
def predict(X, w, b):
    """Predictions for N rows: (N, d) @ (d,) -> (N,)."""
    return sigmoid(X @ w + b)


# --8<-- [end:solution]

SEE = "derivation.md#from-one-example-to-n"

HINTS = (
    "Take one row x first: its sum is `x @ w + b`, its answer the sigmoid of"
    " that. Now every row wants the same.",
    "`X @ w` multiplies each row with w: shapes `(N, d) @ (d,)` give `(N,)`.",
    "The bias is added to all N sums at once, and `sigmoid` takes all N at"
    " once: it is one line.",
)

WHY = """
`X @ w` is N dot products, one a row, and its shape says so: the inner `d` is
summed away, `N` is left. The single b is added to every sum (NumPy calls this
broadcasting). A loop over the rows is right too, only longer.
"""

GIVEN = {
    "X": np.array([[0, 0], [0, 1], [1, 0], [1, 1]]),  # (4, 2)
    "three": np.array([[1.0, 2.0, -1.0], [0.5, -0.5, 3.0]]),  # (2, 3)
    "square": np.array([[1.0, -2.0], [0.3, 0.4]]),  # (2, 2)
}

CALLS = (
    "predict(X, np.array([1.0, 1.0]), -0.5)",
    "predict(three, np.array([0.4, -0.1, 0.2]), 0.3)",
    "predict(square, np.array([2.0, 1.0]), -1.0)",
    "predict(X[:1], np.array([1.0, 2.0]), 1.5)",
)


def no_activation(X, w, b):
    """Those are the sums z; the sigmoid has not been applied to them."""
    return X @ w + b


def no_bias(X, w, b):
    """The bias is missing from the sums."""
    return sigmoid(X @ w)


def products_only(X, w, b):
    """`X * w` leaves a table of products; `X @ w` sums each row of it."""
    return sigmoid(X * w + b)


def column(X, w, b):
    """That is a column, shape (N, 1); a flat list, shape (N,), is asked for.

    Keep w flat, shape (d,), and `X @ w` is flat too.
    """
    return sigmoid(X @ w.reshape(-1, 1) + b)


def bias_outside(X, w, b):
    """The bias belongs into the sum, before the sigmoid is applied."""
    return sigmoid(X @ w) + b


def rounded(X, w, b):
    """That is rounded to 0 or 1; return the probabilities themselves."""
    return np.round(sigmoid(X @ w + b))


def one_sum(X, w, b):
    """All rows went into one sum; sum along each row (axis=1), or use `@`."""
    return sigmoid(np.sum(X * w) + b)


def first_row(X, w, b):
    """That is the answer to the first row only; the others want one too."""
    return sigmoid(X[0] @ w + b)


MISTAKES = (
    no_activation,
    no_bias,
    products_only,
    column,
    bias_outside,
    rounded,
    one_sum,
    first_row,
)

if __name__ == "__main__":
    rehearse(predict, GIVEN, CALLS, MISTAKES)
