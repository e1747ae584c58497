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
fig, (units, total) = plt.subplots(1, 2, figsize=(7, 3.4), sharey=True)
units.plot(x, relu(x + 1), "-.", color="black", label="f(x + 1)")
units.plot(x, -2 * relu(x), "--", color="black", label="−2f(x)")
units.plot(x, relu(x - 1), ":", color="black", label="f(x − 1)")
total.plot(x, network(x, identity), "--", label="without activation")
total.plot(x, network(x, relu), label="with ReLU")
units.set(title="three weighted ReLUs", ylabel="output", ylim=(-3, 3))
total.set(title="their sum z₂")
for ax in (units, total):
    ax.set_xlabel("input x")
    ax.grid(True)
    ax.legend(loc="lower left")
plt.show()
# --8<-- [end:plot]
