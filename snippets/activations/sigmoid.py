"""Sigmoid and its derivative."""

# --8<-- [start:function]
import numpy as np


def sigmoid(z):
    """Squeeze any number into (0, 1)."""
    return 1 / (1 + np.exp(-z))


def sigmoid_derivative(z):
    """Slope of the sigmoid: largest at z = 0, where it is 1/4."""
    a = sigmoid(z)
    return a * (1 - a)


for z in (-4.0, 0.0, 4.0):
    print(f"z = {z:4}: f = {sigmoid(z):.4f}, f′ = {sigmoid_derivative(z):.4f}")
# --8<-- [end:function]

# --8<-- [start:plot]
import matplotlib.pyplot as plt

z = np.linspace(-6, 6, 241)  # (241,)
plt.plot(z, sigmoid(z), label="f(z) = σ(z)")
plt.plot(z, sigmoid_derivative(z), "--", label="f′(z)")
plt.xlabel("z")
plt.grid(True)
plt.legend()
plt.show()
# --8<-- [end:plot]
