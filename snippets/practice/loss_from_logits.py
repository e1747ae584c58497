r"""The loss, safely.

Write `loss_from_logits(y, z)`: the same loss, straight from the sums z and
without any eps. On paper each row costs log(1 + e^z) - y * z.

- `y`, shape `(N,)`: the labels, 0 or 1
- `z`, shape `(N,)`: the sums, before the sigmoid; as large as they like
- returns the mean over all N, a number

Undecided everywhere, `z = np.zeros(4)`, it is `0.6931`, which is ln 2. For
the label 0 and z = 800 it is 800: no cap, no infinity.
"""

import numpy as np

from checking import rehearse
from sigmoid import sigmoid


# --8<-- [start:solution]
def loss_from_logits(y, z):
    """Mean cross-entropy of N rows, in nats, from their sums z."""
    return np.mean(np.logaddexp(0, z) - y * z)


# --8<-- [end:solution]

SEE = "cross-entropy.md#the-stable-form-from-the-logit"

HINTS = (
    "Write it as it stands, with `np.log(1 + np.exp(z))`, and let the check"
    " tell you where it breaks.",
    "$e^{800}$ is too large for a computer's number. But $\\log(1 + e^z)$ is"
    " not: for a large z it is as good as z.",
    "`np.logaddexp(0, z)` is $\\log(e^0 + e^z)$, computed without that"
    " accident.",
)

WHY = """
The sigmoid rounds 1 − σ(37) to exactly 0, and what it has lost no logarithm
brings back. From z it is all there, up to rounding. (Where a tiny loss is to
be right to its last digit, write `np.logaddexp(0, (1 - 2 * y) * z)`.) This is
what libraries mean by a loss "from logits".
"""

GIVEN = {
    "y": np.array([0, 1, 1, 1]),  # (4,)
    "z": np.array([-1.5, 2.0, 0.3, -0.7]),  # (4,)
}

CALLS = (
    "loss_from_logits(y, z)",
    "loss_from_logits(y, np.zeros(4))",
    "loss_from_logits(np.array([0, 1]), np.array([-800.0, 800.0]))",
    "loss_from_logits(np.array([0, 1]), np.array([800.0, -400.0]))",
)


def overflowing(y, z):
    """e^800 overflows to infinity; `np.logaddexp(0, z)` does not."""
    return np.mean(np.log(1 + np.exp(z)) - y * z)


def through_the_sigmoid(y, z):
    """The sigmoid rounds to exactly 0 or 1, and then log 0 is asked for.

    Go from z, without the sigmoid.
    """
    y_hat = sigmoid(z)
    return -np.mean(y * np.log(y_hat) + (1 - y) * np.log(1 - y_hat))


def capped(y, z):
    """With eps no row costs more than 18.42; here the truth is 800.

    Go from z, without the sigmoid and without eps.
    """
    y_hat = sigmoid(z)
    yes, no = np.log(y_hat + 1e-8), np.log(1 - y_hat + 1e-8)
    return -np.mean(y * yes + (1 - y) * no)


def labels_forgotten(y, z):
    """The labels do not come in: y * z is to be subtracted."""
    return np.mean(np.logaddexp(0, z))


def plus_labels(y, z):
    """The product y * z is added where it should be subtracted."""
    return np.mean(np.logaddexp(0, z) + y * z)


def sum_for_mean(y, z):
    """That is the sum over all rows; divide by N, or use `np.mean`."""
    return np.sum(np.logaddexp(0, z) - y * z)


def not_averaged(y, z):
    """That is the loss of each row; one number is asked for, their mean."""
    return np.logaddexp(0, z) - y * z


MISTAKES = (
    overflowing,
    through_the_sigmoid,
    capped,
    labels_forgotten,
    plus_labels,
    sum_for_mean,
    not_averaged,
)

if __name__ == "__main__":
    rehearse(loss_from_logits, GIVEN, CALLS, MISTAKES)
