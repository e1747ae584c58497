"""The loss.

Write `binary_cross_entropy(y, y_hat, eps=1e-8)`: how surprised the neuron is
by the right answers, on average. Where the label is 1 the surprise is minus
the logarithm of `y_hat + eps`, where it is 0, of `1 - y_hat + eps`.

- `y`, shape `(N,)`: the labels, 0 or 1
- `y_hat`, shape `(N,)`: the predictions
- `eps`, a small number inside both logarithms, so that none is asked for log 0
- returns the mean over all N, a number

For the labels 1, 0, 1 and the predictions 0.9, 0.2, 0.6 it is about `0.2798`.
"""

import numpy as np

from checking import rehearse


# --8<-- [start:solution]
def binary_cross_entropy(y, y_hat, eps=1e-8):
    """Mean loss of N predictions, in nats; eps keeps the logarithms finite."""
    yes, no = np.log(y_hat + eps), np.log(1 - y_hat + eps)  # (N,) each
    return -np.mean(y * yes + (1 - y) * no)


# --8<-- [end:solution]

SEE = "loss.md#binary-cross-entropy"

HINTS = (
    "Do the example by hand: the right answers were given 0.9, 0.8 and 0.6."
    " Minus their logarithms, and the mean of the three.",
    "`y * np.log(y_hat + eps)` keeps the rows whose label is 1. What keeps the"
    " others is `1 - y`.",
    "Add the two parts, take the mean over all rows, and put the minus in"
    " front of everything.",
)

WHY = """
Each row keeps exactly one of the two logarithms, because `y` or `1 - y` is 0.
The logarithm of a probability is never positive; the minus in front turns that
round. The mean keeps it comparable, however many rows there are.
And `eps` sees to it that the worst answer costs 18.42 and not infinity.
"""

GIVEN = {
    "y": np.array([1, 0, 1]),  # (3,)
    "y_hat": np.array([0.9, 0.2, 0.6]),  # (3,)
}

CALLS = (
    "binary_cross_entropy(y, y_hat)",
    "binary_cross_entropy(np.array([0, 1, 1, 1]), np.full(4, 0.3))",
    "binary_cross_entropy(np.array([1, 0]), np.array([1.0, 0.0]))",
    "binary_cross_entropy(np.array([1, 0]), np.array([0.0, 1.0]))",
    "binary_cross_entropy(y, y_hat, 0.1)",
)


def no_minus(y, y_hat, eps=1e-8):
    """The minus is missing: a loss is never far below zero."""
    yes, no = np.log(y_hat + eps), np.log(1 - y_hat + eps)
    return np.mean(y * yes + (1 - y) * no)


def sum_for_mean(y, y_hat, eps=1e-8):
    """That is the sum over all rows; divide by N, or use `np.mean`."""
    yes, no = np.log(y_hat + eps), np.log(1 - y_hat + eps)
    return -np.sum(y * yes + (1 - y) * no)


def log_of_zero(y, y_hat, eps=1e-8):
    """It asks for the logarithm of 0: eps belongs inside both logarithms."""
    return -np.mean(y * np.log(y_hat) + (1 - y) * np.log(1 - y_hat))


def ones_only(y, y_hat, eps=1e-8):
    """Rows whose label is 0 cost nothing here; they want their own part.

    That is (1 - y) * np.log(1 - y_hat + eps).
    """
    return -np.mean(y * np.log(y_hat + eps))


def not_averaged(y, y_hat, eps=1e-8):
    """That is the loss of each row; one number is asked for, their mean."""
    yes, no = np.log(y_hat + eps), np.log(1 - y_hat + eps)
    return -(y * yes + (1 - y) * no)


def bits(y, y_hat, eps=1e-8):
    """That is in bits, by `np.log2`; on these pages the log is natural."""
    yes, no = np.log2(y_hat + eps), np.log2(1 - y_hat + eps)
    return -np.mean(y * yes + (1 - y) * no)


def swapped(y, y_hat, eps=1e-8):
    """Labels and predictions changed places: the log is of the prediction."""
    yes, no = np.log(y + eps), np.log(1 - y + eps)
    return -np.mean(y_hat * yes + (1 - y_hat) * no)


def squared(y, y_hat, eps=1e-8):
    """That is the mean squared error; a surprise is a logarithm."""
    return np.mean((y_hat - y) ** 2)


MISTAKES = (
    no_minus,
    sum_for_mean,
    log_of_zero,
    ones_only,
    not_averaged,
    bits,
    swapped,
    squared,
)

if __name__ == "__main__":
    rehearse(binary_cross_entropy, GIVEN, CALLS, MISTAKES)
