"""Exponential linear unit and its derivative."""

# --8<-- [start:function]
import numpy as np


def elu(z, kappa=1.0):
    """Let positive numbers pass, bend the others smoothly towards -kappa."""
    return np.where(z > 0, z, kappa * np.expm1(np.minimum(z, 0)))


def elu_derivative(z, kappa=1.0):
    """Slope of ELU: 1 right of zero, kappa times e to the z elsewhere."""
    return np.where(z > 0, 1.0, kappa * np.exp(np.minimum(z, 0)))


for z in (-2.0, 0.0, 2.0):
    print(f"z = {z:4}: f = {elu(z):7.4f}, f′ = {elu_derivative(z):.4f}")
# --8<-- [end:function]

# --8<-- [start:plot]
import matplotlib.pyplot as plt

z = np.linspace(-4, 3, 281)  # (281,)
plt.plot(z, elu(z), label="f(z), κ = 1")
plt.plot(z, elu_derivative(z), "--", label="f′(z)")
plt.xlabel("z")
plt.grid(True)
plt.legend()
plt.show()
# --8<-- [end:plot]
