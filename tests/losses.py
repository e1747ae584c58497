"""The six losses as scikit-learn has them, and random labels and predictions for each."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from sklearn import metrics

Array = NDArray[np.float64]


def _numbers(rng: np.random.Generator) -> tuple[Array, Array]:
    return rng.normal(size=20), rng.normal(size=20)


def _yes_or_no(rng: np.random.Generator) -> tuple[Array, Array]:
    return rng.integers(2, size=20), rng.uniform(0.05, 0.95, size=20)


def _classes(rng: np.random.Generator) -> tuple[Array, Array]:
    return rng.integers(4, size=20), rng.dirichlet([5] * 4, size=20)


def _one_hot(rng: np.random.Generator) -> tuple[Array, Array]:
    labels, predicted = _classes(rng)
    return np.eye(4)[labels], predicted


def _signs(rng: np.random.Generator) -> tuple[Array, Array]:
    return rng.choice([-1, 1], size=20), rng.normal(scale=2, size=20)


# How to draw labels and predictions for a loss, and what scikit-learn says of them.
LOSSES = {
    "mse": (_numbers, metrics.mean_squared_error),
    "mae": (_numbers, metrics.mean_absolute_error),
    "binary_cross_entropy": (_yes_or_no, metrics.log_loss),
    "categorical_cross_entropy": (_one_hot, metrics.log_loss),
    "sparse_categorical_cross_entropy": (
        _classes,
        lambda y, predicted: metrics.log_loss(y, predicted, labels=range(4)),
    ),
    "hinge": (_signs, metrics.hinge_loss),
}
