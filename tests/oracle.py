"""One sigmoid neuron in arithmetic of sixty digits: the numbers that the programs ought to get."""

from __future__ import annotations

import functools
from collections.abc import Sequence

import mpmath

mp = mpmath.MPContext()
mp.dps = 60

Real = mpmath.mpf
Vector = Sequence[Real]
State = tuple[Vector, Real]  # weights and bias
Data = Sequence[tuple[Sequence[float], int]]  # inputs and label of each example

CORNERS = [(0, 0), (0, 1), (1, 0), (1, 1)]
OR = list(zip(CORNERS, [0, 1, 1, 1], strict=True))
AND = list(zip(CORNERS, [0, 0, 0, 1], strict=True))
NAND = list(zip(CORNERS, [1, 1, 1, 0], strict=True))
XOR = list(zip(CORNERS, [0, 1, 1, 0], strict=True))

# The first three numbers of np.random.seed(42), as the exact fractions that they are.
START = [
    float.fromhex("0x1.7f8771e5f51ecp-2"),  # the two weights,
    float.fromhex("0x1.e6c4068bbd654p-1"),
    float.fromhex("0x1.76c7e8f1e6751p-1"),  # and the bias
]


@functools.cache  # the same inputs come at every step
def exact(value: float) -> Real:
    """A double as the binary fraction that it is: 0.1 is a little more than a tenth."""
    numerator, denominator = float(value).as_integer_ratio()
    return mp.mpf(numerator) / denominator


def sigmoid(z: Real) -> Real:
    """The sigmoid of a number."""
    return 1 / (1 + mp.exp(-z))


def predict(data: Data, state: State) -> list[Real]:
    """The neuron's answers to the examples."""
    w, b = state
    return [sigmoid(mp.fdot(map(exact, x), w) + b) for x, _ in data]


def loss(data: Data, state: State, eps: float = 0) -> Real:
    """Mean cross-entropy over the examples, `eps` added inside both logarithms."""
    pairs = zip(data, predict(data, state), strict=True)
    right = [mp.log((p if label else 1 - p) + exact(eps)) for (_, label), p in pairs]
    return -mp.fsum(right) / len(data)


def train(data: Data, w: Sequence[float], b: float, *, lr: float, epochs: int) -> list[State]:
    """Gradient descent on all examples at once; the states after 0, 1, ... `epochs` steps."""
    rate = exact(lr)
    states: list[State] = [([exact(weight) for weight in w], exact(b))]
    for _ in range(epochs):
        pairs = zip(data, predict(data, states[-1]), strict=True)
        errors = [p - label for (_, label), p in pairs]
        features = zip(*(x for x, _ in data), strict=True)
        slopes = [mp.fdot(errors, map(exact, feature)) / len(data) for feature in features]
        w, b = states[-1]
        w = [weight - rate * slope for weight, slope in zip(w, slopes, strict=True)]
        states.append((w, b - rate * mp.fsum(errors) / len(data)))
    return states
