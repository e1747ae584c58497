"""One step downhill.

Write `step(X, y, w, b, lr=0.1)`: one update by gradient descent. Call
your own `gradient`, and go against it.

- `X`, `y`, `w`, `b` as before; `lr`, the learning rate
- returns the new `w` and `b`, and leaves the old ones as they are

From `w = np.zeros(2)`, `b = 0.0` one step on OR leads to `[0.025 0.025]` and
`0.025`.
"""

import numpy as np

from checking import rehearse
from gradient import gradient


# --8<-- [start:solution]
def step(X, y, w, b, lr=0.1):
    """One step of gradient descent: the new w, shape (d,), and the new b."""
    dw, db = gradient(X, y, w, b)  # both at the old w and b
    return w - lr * dw, b - lr * db


# --8<-- [end:solution]

SEE = "gradient-descent.md#in-symbols"

HINTS = (
    "The gradient points uphill. Which sign takes you down?",
    "Ask for the gradient once, and for both of its parts:"
    " `dw, db = gradient(X, y, w, b)`.",
    "Return two new values, `w - lr * dw` and the same for b. `w -= ...` would"
    " write into the array that you were given.",
)

WHY = """
Both slopes are taken at the same place, before anything moves: that is what
"the direction of steepest descent" means. And `w - lr * dw` makes a new array,
so that whoever called still has the old one, also when it holds whole numbers.
"""

GIVEN = {
    "X": np.array([[0, 0], [0, 1], [1, 0], [1, 1]]),  # (4, 2)
    "y": np.array([0, 1, 1, 1]),  # (4,)
    "w": np.array([1.0, -2.0]),  # (2,)
    "whole": np.array([1, -2]),  # (2,) integers
}

CALLS = (
    "step(X, y, np.zeros(2), 0.0)",
    "step(X, y, w, 0.5, 2.0)",
    "step(X, y, whole, 0.5, 0.5)",
)


def uphill(X, y, w, b, lr=0.1):
    """That goes uphill: the gradient is to be subtracted."""
    dw, db = gradient(X, y, w, b)
    return w + lr * dw, b + lr * db


def one_after_the_other(X, y, w, b, lr=0.1):
    """When db is computed, w has moved already: take both slopes first."""
    dw, _ = gradient(X, y, w, b)
    w = w - lr * dw
    _, db = gradient(X, y, w, b)
    return w, b - lr * db


def in_place(X, y, w, b, lr=0.1):
    """`w -= ...` writes into the array that you were given: w = w - lr * dw.

    Whole numbers it cannot even hold the result in.
    """
    dw, db = gradient(X, y, w, b)
    w -= lr * dw
    return w, b - lr * db


def no_learning_rate(X, y, w, b, lr=0.1):
    """The learning rate is missing: the step is lr times the gradient."""
    dw, db = gradient(X, y, w, b)
    return w - dw, b - db


def weights_only(X, y, w, b, lr=0.1):
    """The bias stays where it is; it learns like a weight."""
    dw, _ = gradient(X, y, w, b)
    return w - lr * dw, b


def bias_at_full_rate(X, y, w, b, lr=0.1):
    """The learning rate is missing from the step of the bias."""
    dw, db = gradient(X, y, w, b)
    return w - lr * dw, b - db


def gradient_only(X, y, w, b, lr=0.1):
    """That is how far to go; return where you are then, w - lr * dw."""
    dw, db = gradient(X, y, w, b)
    return lr * dw, lr * db


def fixed_rate(X, y, w, b, lr=0.1):
    """It always goes by 0.1: use the lr that is given."""
    dw, db = gradient(X, y, w, b)
    return w - 0.1 * dw, b - 0.1 * db


MISTAKES = (
    uphill,
    one_after_the_other,
    in_place,
    no_learning_rate,
    weights_only,
    bias_at_full_rate,
    gradient_only,
    fixed_rate,
)

if __name__ == "__main__":
    rehearse(step, GIVEN, CALLS, MISTAKES)
