"""The same weights without and with a ReLU: a flat line, a bent one."""

# --8<-- [start:network]
import numpy as np


def identity(z):
    """No activation."""
    return z


def relu(z):
    """Keep what is positive, replace the rest by zero."""
    return np.maximum(0, z)


def network(x, f):
    """Three hidden units and an output, for N inputs at once, (N,) -> (N,)."""
    return f(x + 1) - 2 * f(x) + f(x - 1)


x = np.array([-2.0, -1.0, 0.0, 1.0, 2.0])  # (5,)
print(f"x:               {x}")
print(f"without ReLU z₂: {network(x, identity)}")
print(f"with ReLU z₂:    {network(x, relu)}")
# --8<-- [end:network]

# --8<-- [start:plot]
import matplotlib.pyplot as plt

x = np.linspace(-3, 3, 601)  # (601,)
plt.plot(x, network(x, identity), "--", label="without activation")
plt.plot(x, network(x, relu), label="with ReLU")
plt.xlabel("input x")
plt.ylabel("output z₂")
plt.grid(True)
plt.legend()
plt.show()
# --8<-- [end:plot]
