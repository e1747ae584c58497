"""The same weights without and with a ReLU: a flat line, a bent one."""

import matplotlib.pyplot as plt
import numpy as np

W1 = np.array([[1.0], [1.0], [1.0]])  # (3, 1)
b1 = np.array([1.0, 0.0, -1.0])  # (3,)
w2 = np.array([1.0, -2.0, 1.0])  # (3,)


def identity(z):
    """No activation."""
    return z


def relu(z):
    """Keep what is positive, replace the rest by zero."""
    return np.maximum(0, z)


def network(x, f):
    """Two layers with f between them, for N inputs, (N,) -> (N,)."""
    a = f(x[:, None] @ W1.T + b1)  # (N, 1) @ (1, 3) + (3,) -> (N, 3)
    return a @ w2  # (N, 3) @ (3,) -> (N,)


x = np.array([-2.0, -1.0, 0.0, 1.0, 2.0])  # (5,)
print(f"x:               {x}")
print(f"without ReLU z₂: {network(x, identity)}")
print(f"with ReLU z₂:    {network(x, relu)}")

x = np.linspace(-3, 3, 601)  # (601,)
plt.plot(x, network(x, identity), "--", label="without activation")
plt.plot(x, network(x, relu), label="with ReLU")
plt.xlabel("input x")
plt.ylabel("output z₂")
plt.grid(True)
plt.legend()
plt.show()
