"""Six activations at one point each: value, slope, and the tangent."""

import matplotlib.pyplot as plt
import numpy as np


def sigmoid(z):
    """Squeeze any number into (0, 1)."""
    return 1 / (1 + np.exp(-z))


def softmax_first(z):
    """The first of three probabilities; the other two logits are 1 and 0."""
    return np.exp(z) / (np.exp(z) + np.exp(1) + np.exp(0))


functions = {
    "sigmoid": sigmoid,
    "tanh": np.tanh,
    "ReLU": lambda z: np.maximum(0, z),
    "leaky ReLU": lambda z: np.where(z > 0, z, 0.01 * z),
    "ELU": lambda z: np.where(z > 0, z, np.expm1(np.minimum(z, 0))),
    "softmax, p₁": softmax_first,
}
h = 1e-5  # the nudge of a central difference

fig, axes = plt.subplots(2, 3, figsize=(8, 5), sharex=True)
at = np.linspace(-6, 6, 241)  # (241,)
for ax, (name, f) in zip(axes.flat, functions.items(), strict=True):
    slopes = [(f(z + h) - f(z - h)) / (2 * h) for z in (-5.0, 2.0, 5.0)]
    print(f"{name:11} slope at -5, 2 and 5: {np.round(slopes, 4)}")
    ax.plot(at, f(at))
    ax.plot(at, f(2.0) + slopes[1] * (at - 2), "--", color="C1", linewidth=1.4)
    ax.plot(2, f(2.0), "o", color="C0")
    low, high = np.min(f(at)), np.max(f(at))
    margin = 0.2 * (high - low)
    ax.set(title=name, ylim=(low - margin, high + margin))
    ax.grid(True)
for ax in axes[1]:
    ax.set_xlabel("z")
plt.show()
