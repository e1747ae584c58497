"""A neuron with two inputs, in plain NumPy: what it says to the corners of a gate, and its loss."""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import ArrayLike, NDArray
from oracle import CORNERS, OR, XOR, Data
from snippet import load

WITH_ONES = np.array([[*corner, 1] for corner in CORNERS])  # (4, 3)


def trained() -> NDArray[np.float64]:
    """Weights and bias that the complete program ends at."""
    program = load("or-gate/program")
    return np.array([*program.w, program.b])


def answers(state: ArrayLike) -> list[int]:
    """What a neuron says to the four corners: yes, a 1, where z > 0."""
    return [int(total > 0) for total in WITH_ONES @ state]


def a_tie_is_a_no() -> bool:
    """What the program says that decides: for weights of 1 and a bias of -1 two sums are 0."""
    ties = re.search(r"b = -1.0: answers \[([01 ]+)\]", load("line/by_hand").stdout)
    return ties[1].split() == ["0", "0", "0", "1"] and answers([1, 1, -1]) == [0, 0, 0, 1]


def labels(data: Data) -> list[int]:
    """The right answers of a gate."""
    return [label for _, label in data]


def or_loss(state: ArrayLike) -> float:
    """Cross-entropy of a neuron on OR."""
    totals = WITH_ONES @ state
    return float(np.mean(np.logaddexp(0, totals) - labels(OR) * totals))


def falls(losses: ArrayLike) -> bool:
    """Whether each is less than the one before it."""
    return bool(np.all(np.diff(losses) < 0))


def slows(losses: ArrayLike) -> bool:
    """Whether they fall, and less and less at each step."""
    return falls(losses) and bool(np.all(np.diff(losses, 2) > 0))


def most_of_xor() -> bool:
    """Not all four: the zeros' sums together are the ones' sums together, whatever the weights.
    And three, which is what the weights of OR get.
    """
    signs = 2 * np.array(labels(XOR)) - 1
    return (
        not np.any(signs @ WITH_ONES) and np.sum(np.equal(answers([1, 1, -0.5]), labels(XOR))) == 3
    )
