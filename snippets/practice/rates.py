"""Learning rates, up to 5.

Write `rates(X, y, tried)`: train once with each learning rate, always from
zero and for 50 epochs, and see how far the loss came. Guess first: will α = 5
on OR blow up?

- `X`, shape `(4, 2)`; `y`, shape `(4,)`
- `tried`, a list of learning rates, such as `[0.1, 1.0, 5.0]`
- returns the loss in the last epoch for each of them, as `losses[-1]` has it:
  an array or a list of the same length

For OR and the rate 0.1 it is about `0.4059`.
"""

import numpy as np

from checking import rehearse
from train import train


# --8<-- [start:solution]
def rates(X, y, tried):
    """The last of 50 losses for each learning rate, all from zero."""
    last = []
    for lr in tried:
        _, _, losses = train(X, y, np.zeros(2), 0.0, lr, 50)
        last.append(losses[-1])
    return last


# --8<-- [end:solution]

SEE = "gradient-descent.md#where-overshooting-does-not-blow-up"

HINTS = (
    "One training for each rate: a loop over `tried`, and `train` in it.",
    "Each training needs a fresh start, or the second goes on where the first"
    " one stopped.",
    "Collect `losses[-1]` in a list, and return it after the loop.",
)

WHY = """
On OR α = 5 does not blow up; it is the fastest of the three. An error lies
between −1 and 1, so no weight moves by more than α at a step, and once the
line separates the rows, every further step in that direction helps. A bowl is
different: it has a rate beyond which it throws you out.
"""

GIVEN = {
    "X": np.array([[0, 0], [0, 1], [1, 0], [1, 1]]),  # (4, 2)
    "y": np.array([0, 1, 1, 1]),  # (4,) OR
    "both": np.array([0, 0, 0, 1]),  # (4,) AND
}

CALLS = (
    "rates(X, y, [0.1, 1.0, 5.0])",
    "rates(X, both, [5.0, 0.5])",
)


def goes_on(X, y, tried):
    """Each rate went on where the one before had stopped: start afresh."""
    last, w, b = [], np.zeros(2), 0.0
    for lr in tried:
        w, b, losses = train(X, y, w, b, lr, 50)
        last.append(losses[-1])
    return last


def first_losses(X, y, tried):
    """Those are the first losses, the same for all; take `losses[-1]`."""
    return [train(X, y, np.zeros(2), 0.0, lr, 50)[2][0] for lr in tried]


def same_rate(X, y, tried):
    """Every training took 0.1: hand the rate on to `train`."""
    return [train(X, y, np.zeros(2), 0.0, 0.1, 50)[2][-1] for _ in tried]


def only_one(X, y, tried):
    """Only the first rate was tried: `return` belongs after the loop."""
    lr = tried[0]
    return [train(X, y, np.zeros(2), 0.0, lr, 50)[2][-1]]


def last_only(X, y, tried):
    """That is one loss, of the last rate; collect them in a list."""
    return train(X, y, np.zeros(2), 0.0, tried[-1], 50)[2][-1]


def too_long(X, y, tried):
    """It trained for 1000 epochs; the task says 50."""
    return [train(X, y, np.zeros(2), 0.0, lr)[2][-1] for lr in tried]


def means(X, y, tried):
    """Those are means over all epochs; take the last loss, `losses[-1]`."""
    trained = [train(X, y, np.zeros(2), 0.0, lr, 50) for lr in tried]
    return [np.mean(losses) for _, _, losses in trained]


MISTAKES = (
    goes_on,
    first_losses,
    same_rate,
    only_one,
    last_only,
    too_long,
    means,
)

if __name__ == "__main__":
    rehearse(rates, GIVEN, CALLS, MISTAKES)
