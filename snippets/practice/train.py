"""The training loop.

Write `train(X, y, w, b, lr=0.1, epochs=1000)`: the whole loop. In every epoch
note the loss as it is **before** the update, then take one step. Call your own
`predict`, `binary_cross_entropy` and `step`.

- `X`, `y`, `w`, `b`, `lr` as before; `epochs`, how many steps to take
- returns `w, b, losses`: the last weights and bias, and a list of `epochs`
  losses

This is the part that everybody has read and few have written. Yours is about
five lines long. On OR, from zero, the first loss is `0.6931`, and three steps
lead to a bias of about `0.071`.
"""

import numpy as np

from binary_cross_entropy import binary_cross_entropy
from checking import rehearse
from predict import predict
from step import step


# --8<-- [start:solution]
def train(X, y, w, b, lr=0.1, epochs=1000):
    """Gradient descent: the trained w and b, and the loss of each epoch."""
    losses = []
    for _ in range(epochs):
        losses.append(binary_cross_entropy(y, predict(X, w, b)))
        w, b = step(X, y, w, b, lr)
    return w, b, losses


# --8<-- [end:solution]

SEE = "gradient-descent.md#training-one-neuron"

HINTS = (
    "Say the loop in words: predict, note the loss, step; and that again."
    " What has to be there before the loop, and what comes after it?",
    "An empty list before the loop, `losses.append(...)` as the first line in"
    " it.",
    "`step` returns new values; give them the old names,"
    " `w, b = step(X, y, w, b, lr)`, and the next round goes on from there.",
)

WHY = """
The names `w` and `b` always hold the latest values, because each round binds
them anew. The loss is noted before the step, so the first entry tells how the
untrained neuron did, as in the program that the site publishes.
"""

GIVEN = {
    "X": np.array([[0, 0], [0, 1], [1, 0], [1, 1]]),  # (4, 2)
    "y": np.array([0, 1, 1, 1]),  # (4,)
    "w": np.zeros(2),  # (2,)
}

CALLS = (
    "train(X, y, w, 0.0, 0.1, 3)",
    "train(X, y, np.array([1.0, -2.0]), 0.5, 2.0, 4)",
    "train(X, y, w, 0.0)[2][::250]",
)


def noted_after(X, y, w, b, lr=0.1, epochs=1000):
    """The loss is noted after the step; note it first, then step."""
    losses = []
    for _ in range(epochs):
        w, b = step(X, y, w, b, lr)
        losses.append(binary_cross_entropy(y, predict(X, w, b)))
    return w, b, losses


def never_moves_on(X, y, w, b, lr=0.1, epochs=1000):
    """Every step starts from the first w and b again: give them new values.

    That is w, b = step(X, y, w, b, lr).
    """
    losses = []
    for _ in range(epochs):
        losses.append(binary_cross_entropy(y, predict(X, w, b)))
        new_w, new_b = step(X, y, w, b, lr)
    return new_w, new_b, losses


def stops_at_once(X, y, w, b, lr=0.1, epochs=1000):  # noqa: RET503
    """It returns in the first round: `return` stands too far to the right."""
    losses = []
    for _ in range(epochs):
        losses.append(binary_cross_entropy(y, predict(X, w, b)))
        w, b = step(X, y, w, b, lr)
        return w, b, losses


def one_too_few(X, y, w, b, lr=0.1, epochs=1000):
    """One epoch is missing: `range(epochs)` counts from 0 and gives all."""
    losses = []
    for _ in range(1, epochs):
        losses.append(binary_cross_entropy(y, predict(X, w, b)))
        w, b = step(X, y, w, b, lr)
    return w, b, losses


def fixed_rate(X, y, w, b, lr=0.1, epochs=1000):
    """The learning rate is not handed on to `step`, which then takes 0.1."""
    losses = []
    for _ in range(epochs):
        losses.append(binary_cross_entropy(y, predict(X, w, b)))
        w, b = step(X, y, w, b)
    return w, b, losses


def first_loss_only(X, y, w, b, lr=0.1, epochs=1000):
    """The losses stay that of the start: predict anew in every round."""
    losses, y_hat = [], predict(X, w, b)
    for _ in range(epochs):
        losses.append(binary_cross_entropy(y, y_hat))
        w, b = step(X, y, w, b, lr)
    return w, b, losses


MISTAKES = (
    noted_after,
    never_moves_on,
    stops_at_once,
    one_too_few,
    fixed_rate,
    first_loss_only,
)

if __name__ == "__main__":
    rehearse(train, GIVEN, CALLS, MISTAKES)
