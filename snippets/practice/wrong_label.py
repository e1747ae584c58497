"""One wrong label.

Somebody made a slip in the data. Write `wrong_label(X, y, row)`: turn the
label of that row round, 0 to 1 or 1 to 0, train from zero on what you have
then, and return what the neuron answers. Guess first: for which row of OR is a
slip the worst?

- `X`, shape `(4, 2)`; `y`, shape `(4,)`, which stays as it is
- `row`, from 0 to 3: the row with the slip
- returns the four predictions after training, shape `(4,)`, with lr 1.0 for
  100 epochs

For row 1 of OR they are about `[0.074 0.05 0.967 0.95]`.
"""

import numpy as np

from checking import rehearse
from predict import predict
from train import train


# --8<-- [start:solution]
def wrong_label(X, y, row):
    """Train with one label turned round; the four predictions, (4,)."""
    wrong = y.copy()  # (4,) the caller's labels stay as they are
    wrong[row] = 1 - wrong[row]
    w, b, _ = train(X, wrong, np.zeros(2), 0.0, 1.0, 100)
    return predict(X, w, b)


# --8<-- [end:solution]

SEE = "limits.md"

HINTS = (
    "Turning round 0 and 1 is one small sum: what is `1 - 0`, and `1 - 1`?",
    "`wrong = y` is a second name for the same array, and changing one changes"
    " both. `y.copy()` is an array of its own.",
    "Change the copy at `row`, train with it from zero, and predict.",
)

WHY = """
The neuron believes what it is told, if a line can say it: with a slip in row 1
or 2 it learns "x₁" or "x₂" instead, as surely as it learnt OR. A slip in the
last row turns OR into XOR, and it learns nothing. With so few rows, the others
seldom contradict a wrong one. That is why more data helps, and why a low loss
does not prove that the labels were right.
"""

GIVEN = {
    "X": np.array([[0, 0], [0, 1], [1, 0], [1, 1]]),  # (4, 2)
    "y": np.array([0, 1, 1, 1]),  # (4,) OR
    "both": np.array([0, 0, 0, 1]),  # (4,) AND
}

CALLS = (
    "wrong_label(X, y, 1)",
    "wrong_label(X, y, 0)",
    "wrong_label(X, both, 2)",
)


def in_place(X, y, row):
    """The caller's labels changed too: work on a copy, `y.copy()`."""
    y[row] = 1 - y[row]
    w, b, _ = train(X, y, np.zeros(2), 0.0, 1.0, 100)
    return predict(X, w, b)


def no_slip(X, y, row):
    """It was trained on the labels without the slip: hand on the copy."""
    w, b, _ = train(X, y, np.zeros(2), 0.0, 1.0, 100)
    return predict(X, w, b)


def all_turned(X, y, row):
    """All four labels were turned round; turn that of one row only."""
    w, b, _ = train(X, 1 - y, np.zeros(2), 0.0, 1.0, 100)
    return predict(X, w, b)


def always_zero(X, y, row):
    """The label is set to 0, also where it was 0; turn it round: 1 - y[row].

    A slip can go both ways.
    """
    wrong = y.copy()
    wrong[row] = 0
    w, b, _ = train(X, wrong, np.zeros(2), 0.0, 1.0, 100)
    return predict(X, w, b)


def minus_sign(X, y, row):
    """A minus turns 1 into -1, which is no label: the opposite is 1 - y."""
    wrong = y.copy()
    wrong[row] = -wrong[row]
    w, b, _ = train(X, wrong, np.zeros(2), 0.0, 1.0, 100)
    return predict(X, w, b)


def counted_from_one(X, y, row):
    """That is the row before: rows count from 0, and `row` is the index."""
    wrong = y.copy()
    wrong[row - 1] = 1 - wrong[row - 1]
    w, b, _ = train(X, wrong, np.zeros(2), 0.0, 1.0, 100)
    return predict(X, w, b)


def rounded(X, y, row):
    """They are rounded; return the probabilities themselves."""
    wrong = y.copy()
    wrong[row] = 1 - wrong[row]
    w, b, _ = train(X, wrong, np.zeros(2), 0.0, 1.0, 100)
    return np.round(predict(X, w, b))


MISTAKES = (
    in_place,
    no_slip,
    all_turned,
    always_zero,
    minus_sign,
    counted_from_one,
    rounded,
)

if __name__ == "__main__":
    rehearse(wrong_label, GIVEN, CALLS, MISTAKES)
