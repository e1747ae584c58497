"""Leaky ReLU and its derivative."""

# --8<-- [start:function]
import numpy as np


def leaky_relu(z, kappa=0.01):
    """Let positive numbers pass, shrink the others to a hundredth."""
    return np.where(z > 0, z, kappa * z)


def leaky_relu_derivative(z, kappa=0.01):
    """Slope of leaky ReLU: 1 for z > 0, else kappa; at z = 0 by convention."""
    return np.where(z > 0, 1.0, kappa)


for z in (-2.0, 0.0, 2.0):
    f, slope = leaky_relu(z), leaky_relu_derivative(z)
    print(f"z = {z:4}: f = {f:5.2f}, f′ = {slope:.2f}")
# --8<-- [end:function]

# --8<-- [start:plot]
import matplotlib.pyplot as plt

z = np.linspace(-3, 3, 241)  # (241,)
left, right = z[z <= 0], z[z > 0]
plt.plot(z, leaky_relu(z), label="f(z), κ = 0.01")
plt.plot(left, leaky_relu_derivative(left), "--", color="C1", label="f′(z)")
plt.plot(right, leaky_relu_derivative(right), "--", color="C1")
chosen = leaky_relu_derivative(0)
plt.plot(0, chosen, "o", color="C1", label="f′(0) = 0.01, by convention")
plt.plot(0, 1, "o", color="C1", fillstyle="none")
plt.plot(z, leaky_relu(z, 0.1), ":", color="C2", label="f(z) if κ were 0.1")
plt.xlabel("z")
plt.grid(True)
plt.legend()
plt.show()
# --8<-- [end:plot]
