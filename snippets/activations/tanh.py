"""Hyperbolic tangent and its derivative."""

# --8<-- [start:function]
import numpy as np


def tanh(z):
    """Squeeze any number into (-1, 1), zero staying zero."""
    return np.tanh(z)


def tanh_derivative(z):
    """Slope of tanh: largest at z = 0, where it is 1."""
    return 1 - np.tanh(z) ** 2


for z in (-2.0, 0.0, 2.0):
    print(f"z = {z:4}: f = {tanh(z):7.4f}, f′ = {tanh_derivative(z):.4f}")
# --8<-- [end:function]

# --8<-- [start:plot]
import matplotlib.pyplot as plt

z = np.linspace(-4, 4, 241)  # (241,)
plt.plot(z, tanh(z), label="f(z) = tanh(z)")
plt.plot(z, tanh_derivative(z), "--", label="f′(z)")
plt.xlabel("z")
plt.grid(True)
plt.legend()
plt.show()
# --8<-- [end:plot]
