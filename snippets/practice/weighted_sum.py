"""The weighted sum.

Write `weighted_sum(x, w, b)`, the one formula of the first chapter: each input
times its weight, all of that summed, plus the bias.

- `x`, shape `(d,)`: the inputs
- `w`, shape `(d,)`: the weights
- `b`, a number: the bias
- returns z, a number

The bill at the fruit stall is an example:
`weighted_sum(np.array([2, 3]), np.array([10, 15]), 5)` is `70`.
"""

import numpy as np

from checking import rehearse


# --8<-- [start:solution]
def weighted_sum(x, w, b):
    """Each input times its weight, all summed, plus the bias: a number."""
    return w @ x + b  # (d,) @ (d,) -> a number


# --8<-- [end:solution]

SEE = "neuron.md#the-one-formula"

HINTS = (
    "Compute the bill on paper first: 2·10 + 3·15 + 5. How often does the 5"
    " come in?",
    "`w * x` gives the products, `[20 45]`. They still have to be summed.",
    "`w @ x` multiplies and sums in one go. What is missing from it is one"
    " number.",
)

WHY = """
`@` is the dot product: multiply place by place, then sum. The bias stands
outside of it and so comes in once, however many inputs there are. Nothing here
says how many that is: the same line works for two inputs and for a thousand.
"""

GIVEN = {}

CALLS = (
    "weighted_sum(np.array([2, 3]), np.array([10, 15]), 5)",
    "weighted_sum(np.array([4, 2]), np.array([0.5, 1.2]), -6)",
    "weighted_sum(np.array([1.0, 0.5, 2.0]), np.array([0.2, -3.0, 1.0]), 0.5)",
)


def no_bias(x, w, b):
    """The bias is missing: a bill without its delivery charge."""
    return w @ x


def products_only(x, w, b):
    """`*` leaves a list of products; they must be summed, as `@` does."""
    return w * x + b


def bias_for_each(x, w, b):
    """The bias comes in once for each input; it belongs in once, at the end.

    Close the sum first, then add b.
    """
    return np.sum(w * x + b)


def minus_bias(x, w, b):
    """The bias is subtracted: on these pages it is added, z = w @ x + b."""
    return w @ x - b


def mean_for_sum(x, w, b):
    """That is the mean of the products; the neuron takes their sum."""
    return np.mean(w * x) + b


def sums_first(x, w, b):
    """Multiply first, sum then: each price belongs to its own quantity."""
    return np.sum(w) * np.sum(x) + b


def bias_weighted(x, w, b):
    """The bias multiplies the whole sum; it is added to it."""
    return w @ x * b


MISTAKES = (
    no_bias,
    products_only,
    bias_for_each,
    minus_bias,
    mean_for_sum,
    sums_first,
    bias_weighted,
)

if __name__ == "__main__":
    rehearse(weighted_sum, GIVEN, CALLS, MISTAKES)
