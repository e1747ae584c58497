"""The sigmoid.

Write `sigmoid(z)`, which squeezes any number in between 0 and 1. It is one
divided by the sum of one and e to the power of -z.

- `z`, a number or an array of any shape
- returns the same shape, every number between 0 and 1

So `sigmoid(0.0)` is `0.5`: undecided. And `sigmoid(np.array([-2.0, 2.0]))` is
about `[0.119 0.881]`.
"""

import math

import numpy as np

from checking import rehearse


# --8<-- [start:solution]
def sigmoid(z):
    """Squeeze any number into (0, 1), place by place."""
    return 1 / (1 + np.exp(-z))


# --8<-- [end:solution]

SEE = "activations.md#sigmoid"

HINTS = (
    "What is $e^{-z}$ for a large z, and what for a very negative one? Which"
    " fraction turns that into almost 1 and almost 0?",
    "`np.exp(-z)` is $e^{-z}$, for a number and for a whole array alike.",
    "Mind the brackets: what stands below the line is the sum `1 + ...`, and"
    " all of it.",
)

WHY = """
NumPy works place by place, so one line serves a number and a table. For
z = −1000 the exponential overflows to infinity, NumPy may warn, and one
divided by infinity is still the right answer, rounded: 0. The form
$e^z / (1 + e^z)$, equal on paper, ends in infinity divided by infinity for
large z.
"""

GIVEN = {}

CALLS = (
    "sigmoid(0.0)",
    "sigmoid(np.array([-2.0, -0.5, 0.5, 2.0]))",
    "sigmoid(np.array([[1.0, -1.0], [3.0, 0.1]]))",
    "sigmoid(np.array([-1000.0, 1000.0]))",
)


def no_minus(z):
    """It falls where it should rise: the minus in e^(-z) is missing."""
    return 1 / (1 + np.exp(z))


def no_brackets(z):
    """`1 / 1 + ...` divides first: the sum below the line needs brackets."""
    return 1 / 1 + np.exp(-z)


def its_slope(z):
    """That is the slope of the sigmoid, s * (1 - s); here s is asked for."""
    s = 1 / (1 + np.exp(-z))
    return s * (1 - s)


def overflowing(z):
    """At z = 1000 it is infinity divided by infinity, which is no number.

    Divide 1 by (1 + e^(-z)) instead.
    """
    return np.exp(z) / (1 + np.exp(z))


def hyperbolic(z):
    """That is tanh, between -1 and 1; a probability stays between 0 and 1."""
    return np.tanh(z)


def rounded(z):
    """It is rounded to 0 or 1; the numbers in between are the point."""
    return np.round(1 / (1 + np.exp(-z)))


def one_number_only(z):
    """`math.exp` takes one number only; `np.exp` takes arrays as well."""
    return 1 / (1 + math.exp(-z))


MISTAKES = (
    no_minus,
    no_brackets,
    its_slope,
    overflowing,
    hyperbolic,
    rounded,
    one_number_only,
)

if __name__ == "__main__":
    rehearse(sigmoid, GIVEN, CALLS, MISTAKES)
