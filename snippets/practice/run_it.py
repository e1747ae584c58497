"""Run it.

Write `run_it()`, and your neuron learns OR. It prints the thirteen lines that
the site publishes, every digit of them, out of your own code:

1. Make `X` and `y`, the four rows of OR.
2. `np.random.seed(42)`, then draw `w = np.random.rand(2)`, then
   `b = np.random.rand()`.
3. Train, with the learning rate 0.1 for 1000 epochs.
4. Print every hundredth loss, from epoch 0 to 900, then the rest:

```text
Epoch 0, Loss: ...
Final weights: ..., Final bias: ...
Predictions: ...
Rounded Predictions (0 or 1): ...
```

It returns nothing. Round nothing yourself, but for `np.round` in the last
line.
"""

import numpy as np

from binary_cross_entropy import binary_cross_entropy
from checking import rehearse
from loss_from_logits import loss_from_logits
from predict import predict
from train import train


# --8<-- [start:solution]
def run_it():
    """Train one neuron on OR and print what the site publishes."""
    X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])  # (N, d) = (4, 2)
    y = np.array([0, 1, 1, 1])  # (N,) x1 OR x2
    np.random.seed(42)
    w, b = np.random.rand(2), np.random.rand()  # (d,), a number

    w, b, losses = train(X, y, w, b, lr=0.1, epochs=1000)
    for epoch in range(0, 1000, 100):
        print(f"Epoch {epoch}, Loss: {losses[epoch]}")
    print(f"Final weights: {w}, Final bias: {b}")
    y_hat = predict(X, w, b)  # (N,)
    print(f"Predictions: {y_hat}")
    print(f"Rounded Predictions (0 or 1): {np.round(y_hat)}")


# --8<-- [end:solution]

SEE = "or-gate/program.md"

HINTS = (
    "Everything hard is written already: `train` does the work. What is left"
    " is data, a start, one call and four kinds of lines.",
    "`for epoch in range(0, 1000, 100):` counts by hundreds; the loss of that"
    " epoch is `losses[epoch]`.",
    'A line with numbers in it: `print(f"Epoch {epoch}, Loss:'
    ' {losses[epoch]}")`. An array in curly brackets works alike.',
)

WHY = """
Nothing is new here, and that is the point: a neuron that learns is a sum, a
squeeze, a loss, a slope, a step and a loop, and you have written each of them.
The digits agree because the same additions are made in the same order.
"""

GIVEN = {}

CALLS = ("run_it()",)

SHOW = "run_it()"


def printed(y, w, b, losses):
    """What is printed in the end, for the mistakes below."""
    X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    for epoch in range(0, 1000, 100):
        print(f"Epoch {epoch}, Loss: {losses[epoch]}")
    print(f"Final weights: {w}, Final bias: {b}")
    y_hat = predict(X, w, b)
    print(f"Predictions: {y_hat}")
    print(f"Rounded Predictions (0 or 1): {np.round(y_hat)}")


X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
OR = np.array([0, 1, 1, 1])


def bias_first():
    """The bias was drawn before the weights: draw w first, then b."""
    np.random.seed(42)
    b, w = np.random.rand(), np.random.rand(2)
    printed(OR, *train(X, OR, w, b))


def new_generator():
    """That is NumPy's newer generator, with other numbers for the same seed.

    The published digits come from np.random.seed and np.random.rand.
    """
    rng = np.random.default_rng(42)
    printed(OR, *train(X, OR, rng.random(2), rng.random()))


def bell_curve():
    """`randn` draws from the bell curve; `rand` draws between 0 and 1."""
    np.random.seed(42)
    printed(OR, *train(X, OR, np.random.randn(2), np.random.randn()))


def from_zero():
    """It starts at zero; the program starts at random numbers, seed 42."""
    printed(OR, *train(X, OR, np.zeros(2), 0.0))


def learns_and():
    """Those are the labels of AND; OR is 0, 1, 1, 1."""
    np.random.seed(42)
    y = np.array([0, 0, 0, 1])
    printed(y, *train(X, y, np.random.rand(2), np.random.rand()))


def next_losses():
    """Each loss is that of the epoch after: `losses[epoch]` is the right one.

    Or the loss was noted after the step.
    """
    np.random.seed(42)
    w, b, losses = train(X, OR, np.random.rand(2), np.random.rand())
    after = binary_cross_entropy(OR, predict(X, w, b))
    printed(OR, w, b, [*losses[1:], after])


def other_loss():
    """From the eighth decimal on the losses differ: the program adds eps.

    Use binary_cross_entropy with its eps of 1e-8.
    """
    np.random.seed(42)
    w, b = np.random.rand(2), np.random.rand()
    losses = []
    for _ in range(1000):
        losses.append(loss_from_logits(OR, X @ w + b))
        w, b, _ = train(X, OR, w, b, epochs=1)
    printed(OR, w, b, losses)


MISTAKES = (
    bias_first,
    new_generator,
    bell_curve,
    from_zero,
    learns_and,
    next_losses,
    other_loss,
)

if __name__ == "__main__":
    rehearse(run_it, GIVEN, CALLS, MISTAKES)
