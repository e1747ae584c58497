"""Hinge loss and its gradient."""

# --8<-- [start:function]
import numpy as np


def hinge(y, z):
    """Mean shortfall from a margin of 1, for N labels -1 or +1 and sums z."""
    return np.mean(np.maximum(0, 1 - y * z))


def hinge_gradient(y, z):
    """Gradient with respect to the sums, (N,); at the kink 0 by convention."""
    return np.where(y * z < 1, -y, 0) / len(y)


y = np.array([1, -1, 1])  # (3,)
z = np.array([2.0, -0.5, -1.0])  # (3,) margins y·z: 2, 0.5, -1
print(f"hinge = {hinge(y, z):.4f}")
print(f"gradient = {np.round(hinge_gradient(y, z), 4)}")
# --8<-- [end:function]

# --8<-- [start:plot]
import matplotlib.pyplot as plt

margin = np.linspace(-2, 3, 201)  # (201,)
left, right = margin[margin < 1], margin[margin >= 1]
plt.plot(margin, np.maximum(0, 1 - margin), label="loss of one sum z")
plt.plot(left, 0 * left - 1, "--", color="C1", label="its gradient, times y")
plt.plot(right, 0 * right, "--", color="C1")
plt.plot(1, 0, "o", color="C1", label="0 at the kink, by convention")
plt.xlabel("margin y·z")
plt.grid(True)
plt.legend()
plt.show()
# --8<-- [end:plot]
