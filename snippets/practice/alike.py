"""Two hidden neurons that start alike.

The last chapter trains two hidden neurons and one output on XOR, from random
weights. Why random? Write `alike(X, value)`: start with every weight at the
same `value` and all biases at zero, train, and look at what the two hidden
neurons have learnt. `train_network` is given.

- `X`, shape `(4, 2)`; the labels are those of XOR
- the start: `W1` of shape `(2, 2)` and `w2` of shape `(2,)`, filled with
  `value`; `b1` of shape `(2,)` and the number `b2`, zero
- returns `W1` after training, shape `(2, 2)`: one hidden neuron a row

Guess first: what will the two rows be when `value` is 0, and when it is 1?
"""

import numpy as np

from checking import rehearse


# --8<-- [start:given]
def train_network(X, y, W1, b1, w2, b2, lr=0.5, epochs=200):
    """The training of chapter 14, from any start; returns W1, b1, w2, b2."""
    for _ in range(epochs):
        a1 = np.tanh(X @ W1.T + b1)  # (4, 2) @ (2, 2) -> (4, 2)
        y_hat = 1 / (1 + np.exp(-(a1 @ w2 + b2)))  # (4,)
        dz2 = (y_hat - y) / len(y)  # (4,)
        dz1 = np.outer(dz2, w2) * (1 - a1**2)  # (4, 2)
        dW1, db1 = dz1.T @ X, np.sum(dz1, axis=0)  # (2, 2), (2,)
        dw2, db2 = a1.T @ dz2, np.sum(dz2)  # (2,), a number
        W1, b1 = W1 - lr * dW1, b1 - lr * db1
        w2, b2 = w2 - lr * dw2, b2 - lr * db2
    return W1, b1, w2, b2


# --8<-- [end:given]


# --8<-- [start:solution]
def alike(X, value):
    """Train from equal weights on XOR; the hidden weights W1, (2, 2)."""
    y = np.array([0, 1, 1, 0])  # (4,) x1 XOR x2
    W1, b1 = np.full((2, 2), value), np.zeros(2)  # (2, 2), (2,)
    w2, b2 = np.full(2, value), 0.0  # (2,), a number
    W1, b1, w2, b2 = train_network(X, y, W1, b1, w2, b2)
    return W1


# --8<-- [end:solution]

SEE = "layers.md#learning-it"

HINTS = (
    "Four things make the start: two arrays full of `value`, an array of"
    " zeros, and the number 0.0.",
    "`np.full((2, 2), value)` makes a table of that shape; `np.full(2, value)`"
    " a list.",
    "Hand the labels of XOR and the four to `train_network`, and return the"
    " first of what comes back.",
)

WHY = """
Two neurons with equal weights get equal slopes, take equal steps and stay
equal for ever: the network has two hidden neurons and the power of one. From
zero it is worse. Output weights of zero send nothing back, hidden values of
zero give the output weights no slope, and the four errors of XOR cancel in the
output bias: no number moves at all. Random starts break this *symmetry*. (One
neuron alone has no twin, and may start at zero.)
"""

GIVEN = {"X": np.array([[0, 0], [0, 1], [1, 0], [1, 1]])}  # (4, 2)

CALLS = ("alike(X, 0.0)", "alike(X, 1.0)", "alike(X, -0.5)")


def random_start(X, value):
    """Those rows differ, so the start was not alike: fill W1 with `value`."""
    y = np.array([0, 1, 1, 0])
    W1 = np.random.default_rng(1).normal(size=(2, 2))
    w2 = np.full(2, value)
    return train_network(X, y, W1, np.zeros(2), w2, 0.0)[0]


def untrained(X, value):
    """That is W1 before training; `train_network` returns a new one."""
    y = np.array([0, 1, 1, 0])
    W1, w2 = np.full((2, 2), value), np.full(2, value)
    train_network(X, y, W1, np.zeros(2), w2, 0.0)
    return W1


def one_neuron(X, value):
    """That is one hidden neuron: W1 has one row for each, shape (2, 2)."""
    y = np.array([0, 1, 1, 0])
    W1, w2 = np.full((1, 2), value), np.full(1, value)
    return train_network(X, y, W1, np.zeros(1), w2, 0.0)[0]


def output_at_zero(X, value):
    """The output weights w2 started at zero; they start at `value` too."""
    y = np.array([0, 1, 1, 0])
    W1 = np.full((2, 2), value)
    return train_network(X, y, W1, np.zeros(2), np.zeros(2), 0.0)[0]


def biases_too(X, value):
    """The biases started at `value`; they start at zero."""
    y = np.array([0, 1, 1, 0])
    W1, w2 = np.full((2, 2), value), np.full(2, value)
    return train_network(X, y, W1, np.full(2, value), w2, value)[0]


def learns_or(X, value):
    """It learns OR; the labels of XOR are 0, 1, 1, 0."""
    y = np.array([0, 1, 1, 1])
    W1, w2 = np.full((2, 2), value), np.full(2, value)
    return train_network(X, y, W1, np.zeros(2), w2, 0.0)[0]


def output_weights(X, value):
    """Those are the output's weights; return the first of the four, W1."""
    y = np.array([0, 1, 1, 0])
    W1, w2 = np.full((2, 2), value), np.full(2, value)
    return train_network(X, y, W1, np.zeros(2), w2, 0.0)[2]


MISTAKES = (
    random_start,
    untrained,
    one_neuron,
    output_at_zero,
    biases_too,
    learns_or,
    output_weights,
)

if __name__ == "__main__":
    rehearse(alike, GIVEN, CALLS, MISTAKES)
