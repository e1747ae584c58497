"""Rectified linear unit and its derivative."""

# --8<-- [start:function]
import numpy as np


def relu(z):
    """Let positive numbers pass, answer zero to all others."""
    return np.maximum(0, z)


def relu_derivative(z):
    """Slope of ReLU: 1 for z > 0, else 0; at z = 0 by convention."""
    return np.where(z > 0, 1.0, 0.0)


for z in (-2.0, 0.0, 2.0):
    print(f"z = {z:4}: f = {relu(z):.1f}, f′ = {relu_derivative(z):.1f}")
# --8<-- [end:function]

# --8<-- [start:plot]
import matplotlib.pyplot as plt

z = np.linspace(-3, 3, 241)  # (241,)
left, right = z[z <= 0], z[z > 0]
plt.plot(z, relu(z), label="f(z) = max(0, z)")
plt.plot(left, relu_derivative(left), "--", color="C1", label="f′(z)")
plt.plot(right, relu_derivative(right), "--", color="C1")
chosen = relu_derivative(0)
plt.plot(0, chosen, "o", color="C1", label="f′(0) = 0, by convention")
plt.plot(0, 1, "o", color="C1", fillstyle="none")
plt.xlabel("z")
plt.grid(True)
plt.legend()
plt.show()
# --8<-- [end:plot]
