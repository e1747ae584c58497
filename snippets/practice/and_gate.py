"""The labels of AND.

Write `and_gate(X)`: the same neuron learns AND, "one if both inputs are".
Before you write: which of the things that OR needed do you have to change?

- `X`, shape `(4, 2)`: the four rows 00, 01, 10, 11
- start at zero, `np.zeros(2)` and `0.0`; your own `train`, with lr 1.0 for 100
  epochs
- returns the four predictions after training, shape `(4,)`, not rounded

Rounded, they should be the table of AND.
"""

import numpy as np

from checking import rehearse
from predict import predict
from train import train


# --8<-- [start:solution]
def and_gate(X):
    """Train the neuron on AND; its four predictions, (4,)."""
    y = np.array([0, 0, 0, 1])  # (4,) x1 AND x2
    w, b, _ = train(X, y, np.zeros(2), 0.0, 1.0, 100)
    return predict(X, w, b)


# --8<-- [end:solution]

SEE = "limits.md#and"

HINTS = (
    "The neuron does not know what it learns. Only one thing tells it.",
    "The labels of AND for 00, 01, 10, 11 are 0, 0, 0, 1.",
    "Train with these labels from zero, keep w and b, and let `predict` answer"
    " the four rows.",
)

WHY = """
The labels alone make it AND: the neuron, the loss, the gradient and the loop
stay as they are. The bias ends far lower than for OR, because now one input
alone must not be enough.
"""

GIVEN = {"X": np.array([[0, 0], [0, 1], [1, 0], [1, 1]])}  # (4, 2)

CALLS = ("and_gate(X)",)


def learns_or(X):
    """Those are the answers of OR; for AND the labels are 0, 0, 0, 1."""
    w, b, _ = train(X, np.array([0, 1, 1, 1]), np.zeros(2), 0.0, 1.0, 100)
    return predict(X, w, b)


def learns_nand(X):
    """That is NAND, the opposite: turn every label round."""
    w, b, _ = train(X, np.array([1, 1, 1, 0]), np.zeros(2), 0.0, 1.0, 100)
    return predict(X, w, b)


def counts(X):
    """Row 11 got the label 2: the sum of the inputs counts, AND multiplies."""
    w, b, _ = train(X, X[:, 0] + X[:, 1], np.zeros(2), 0.0, 1.0, 100)
    return predict(X, w, b)


def rounded(X):
    """They are rounded: right as a table, but the probabilities are asked."""
    w, b, _ = train(X, np.array([0, 0, 0, 1]), np.zeros(2), 0.0, 1.0, 100)
    return np.round(predict(X, w, b))


def sums(X):
    """Those are the sums z; the predictions are their sigmoid."""
    w, b, _ = train(X, np.array([0, 0, 0, 1]), np.zeros(2), 0.0, 1.0, 100)
    return X @ w + b


def untrained(X):
    """One half for all: that is the untrained neuron.

    Predict with the w and b that `train` returns.
    """
    w, b = np.zeros(2), 0.0
    train(X, np.array([0, 0, 0, 1]), w, b, 1.0, 100)
    return predict(X, w, b)


def from_the_seed(X):
    """That starts at the random numbers of OR; here the start is zero."""
    np.random.seed(42)
    w, b = np.random.rand(2), np.random.rand()
    w, b, _ = train(X, np.array([0, 0, 0, 1]), w, b, 1.0, 100)
    return predict(X, w, b)


MISTAKES = (
    learns_or,
    learns_nand,
    counts,
    rounded,
    sums,
    untrained,
    from_the_seed,
)

if __name__ == "__main__":
    rehearse(and_gate, GIVEN, CALLS, MISTAKES)
