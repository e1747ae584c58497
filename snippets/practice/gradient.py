r"""The gradient.

Write `gradient(X, y, w, b)`: the slopes of the loss for every weight and for
the bias. The error of a row is its prediction minus its label. The slope for a
weight is the mean of error times input, the slope for the bias the mean of the
errors.

- `X`, shape `(N, d)`; `y`, shape `(N,)`; `w`, shape `(d,)`; `b`, a number
- returns `dw, db`: shape `(d,)`, and a number

For the OR rows and all weights at zero the errors are
`[0.5 -0.5 -0.5 -0.5]`, and the answer is `[-0.25 -0.25]` and `-0.25`.
"""

import numpy as np

from checking import rehearse
from predict import predict


# --8<-- [start:solution]
def gradient(X, y, w, b):
    """Slopes of the mean cross-entropy: dw of shape (d,), and db."""
    dz = predict(X, w, b) - y  # (N,) the errors
    dw = X.T @ dz / len(y)  # (d, N) @ (N,) -> (d,)
    db = np.mean(dz)
    return dw, db


# --8<-- [end:solution]

SEE = "derivation.md#from-one-example-to-n"

HINTS = (
    "Do the example by hand: the errors are 0.5, −0.5, −0.5, −0.5, and the"
    " first column of X is 0, 0, 1, 1. Which errors meet a 1?",
    "Shapes lead the way: `(N,)` errors are to become `(d,)` slopes, so the N"
    " must be summed away. `X.T` has shape `(d, N)`.",
    "`X.T @ dz` sums over the rows; one division makes the mean of it. The"
    " bias is like a weight whose input is always 1.",
)

WHY = """
Row j of `X.T` holds input j of all examples; its product with the errors adds
up error times input. The slope of the sigmoid has cancelled against that of
the logarithm, so no σ′ is left. If you want to be sure, nudge: your own
`slope` finds the same numbers from the loss alone.
"""

GIVEN = {
    "X": np.array([[0, 0], [0, 1], [1, 0], [1, 1]]),  # (4, 2)
    "y": np.array([0, 1, 1, 1]),  # (4,)
    "three": np.array([[1.0, 2.0, -1.0], [0.5, -0.5, 3.0]]),  # (2, 3)
}

CALLS = (
    "gradient(X, y, np.zeros(2), 0.0)",
    "gradient(X, y, np.array([1.0, -2.0]), 0.5)",
    "gradient(three, np.array([1, 0]), np.array([0.4, -0.1, 0.2]), 0.3)",
)


def turned_sign(X, y, w, b):
    """The sign is turned: the error is prediction minus label."""
    dz = y - predict(X, w, b)
    return X.T @ dz / len(y), np.mean(dz)


def not_divided(X, y, w, b):
    """The 1/N is missing: the loss is a mean, and so are its slopes."""
    dz = predict(X, w, b) - y
    return X.T @ dz, np.sum(dz)


def weights_not_divided(X, y, w, b):
    """The 1/N is missing from dw; db has it."""
    dz = predict(X, w, b) - y
    return X.T @ dz, np.mean(dz)


def bias_not_divided(X, y, w, b):
    """The 1/N is missing from db; dw has it."""
    dz = predict(X, w, b) - y
    return X.T @ dz / len(y), np.sum(dz)


def divided_by_d(X, y, w, b):
    """It is divided by d, the number of inputs; N is the number of rows."""
    dz = predict(X, w, b) - y
    return X.T @ dz / X.shape[1], np.mean(dz)


def no_sigmoid(X, y, w, b):
    """The error is taken from the sum z; it is y_hat - y: sigmoid first."""
    dz = X @ w + b - y
    return X.T @ dz / len(y), np.mean(dz)


def extra_slope(X, y, w, b):
    """There is a y_hat * (1 - y_hat) too many: with this loss it cancels.

    It belongs to the squared error.
    """
    y_hat = predict(X, w, b)
    dz = (y_hat - y) * y_hat * (1 - y_hat)
    return X.T @ dz / len(y), np.mean(dz)


def not_transposed(X, y, w, b):
    """The N rows must be summed away, so X has to be transposed: X.T @ dz."""
    dz = predict(X, w, b) - y
    return X @ dz / len(y), np.mean(dz)


def column_minus_row(X, y, w, b):
    """A column (N, 1) minus a flat (N,) is a table (N, N): keep both flat."""
    dz = predict(X, w, b).reshape(-1, 1) - y
    return X.T @ dz / len(y), np.mean(dz)


MISTAKES = (
    turned_sign,
    not_divided,
    weights_not_divided,
    bias_not_divided,
    divided_by_d,
    no_sigmoid,
    extra_slope,
    not_transposed,
    column_minus_row,
)

if __name__ == "__main__":
    rehearse(gradient, GIVEN, CALLS, MISTAKES)
