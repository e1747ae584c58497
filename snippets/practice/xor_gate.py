"""The labels of XOR.

Write `xor_gate(X, w, b, epochs)`: the same neuron tries XOR, "one or the
other, but not both", with the learning rate 1. Before you run it, write down
what you expect: where will the loss settle, and what will the four answers be?

- `X`, shape `(4, 2)`; `w`, `b`, the start; `epochs`, how long to train
- returns the loss after training, a number, and the four predictions, `(4,)`

After 400 epochs the loss is about `0.6931`, from zero and from starts near it.
It is not your mistake that it does not get lower.
"""

import numpy as np

from binary_cross_entropy import binary_cross_entropy
from checking import rehearse
from predict import predict
from train import train


# --8<-- [start:solution]
def xor_gate(X, w, b, epochs):
    """Train the neuron on XOR; its loss, and its four predictions, (4,)."""
    y = np.array([0, 1, 1, 0])  # (4,) x1 XOR x2
    w, b, _ = train(X, y, w, b, 1.0, epochs)
    y_hat = predict(X, w, b)  # (4,)
    return binary_cross_entropy(y, y_hat), y_hat


# --8<-- [end:solution]

SEE = "limits.md#xor-fails"

HINTS = (
    "As for AND, the labels change: 0, 1, 1, 0.",
    "Train, predict, and take the loss of those predictions:"
    " `binary_cross_entropy(y, y_hat)`.",
    "Return both, the loss first: `return loss, y_hat`.",
)

WHY = """
One half for everything costs ln 2 ≈ 0.6931 a row, and the neuron can do no
better: there the four errors are ½, −½, −½, ½, and in all three slopes they
cancel. Four inequalities prove that no weights at all get the four rows right.
The neuron is not badly trained; it is too small. (Try the opposite labels,
1, 0, 0, 1: every loss and every answer stays the same. It cannot even tell XOR
from its opposite.)
"""

GIVEN = {
    "X": np.array([[0, 0], [0, 1], [1, 0], [1, 1]]),  # (4, 2)
    "w": np.array([2.0, -1.0]),  # (2,)
}

CALLS = (
    "xor_gate(X, w, 0.5, 2)",
    "xor_gate(X, np.array([0.4, 3.0]), 1.0, 5)",
    "xor_gate(X, w, 0.0, 400)",
)


def learns_or(X, w, b, epochs):
    """It learns OR, and too well: the last label of XOR is 0."""
    y = np.array([0, 1, 1, 1])
    w, b, _ = train(X, y, w, b, 1.0, epochs)
    y_hat = predict(X, w, b)
    return binary_cross_entropy(y, y_hat), y_hat


def learns_and(X, w, b, epochs):
    """It learns AND; the labels of XOR are 0, 1, 1, 0."""
    y = np.array([0, 0, 0, 1])
    w, b, _ = train(X, y, w, b, 1.0, epochs)
    y_hat = predict(X, w, b)
    return binary_cross_entropy(y, y_hat), y_hat


def last_noted(X, w, b, epochs):
    """The last of the noted losses is that before the last step.

    Take the loss of the new predictions.
    """
    y = np.array([0, 1, 1, 0])
    w, b, losses = train(X, y, w, b, 1.0, epochs)
    return losses[-1], predict(X, w, b)


def other_rate(X, w, b, epochs):
    """The learning rate is 0.1 here; the task says 1."""
    y = np.array([0, 1, 1, 0])
    w, b, _ = train(X, y, w, b, 0.1, epochs)
    y_hat = predict(X, w, b)
    return binary_cross_entropy(y, y_hat), y_hat


def other_start(X, w, b, epochs):
    """It starts at zero; start at the w and b that are given."""
    y = np.array([0, 1, 1, 0])
    w, b, _ = train(X, y, np.zeros(2), 0.0, 1.0, epochs)
    y_hat = predict(X, w, b)
    return binary_cross_entropy(y, y_hat), y_hat


def untrained(X, w, b, epochs):
    """That is the start: predict with the w and b that `train` returns."""
    y = np.array([0, 1, 1, 0])
    train(X, y, w, b, 1.0, epochs)
    y_hat = predict(X, w, b)
    return binary_cross_entropy(y, y_hat), y_hat


def predictions_only(X, w, b, epochs):
    """Those are the predictions; the loss is asked for too, and first."""
    y = np.array([0, 1, 1, 0])
    w, b, _ = train(X, y, w, b, 1.0, epochs)
    return predict(X, w, b)


MISTAKES = (
    learns_or,
    learns_and,
    last_noted,
    other_rate,
    other_start,
    untrained,
    predictions_only,
)

if __name__ == "__main__":
    rehearse(xor_gate, GIVEN, CALLS, MISTAKES)
