"""The forward pass through two layers, with the shape of every array."""

import numpy as np


def sigmoid(z):
    """Squeeze any number into (0, 1)."""
    return 1 / (1 + np.exp(-z))


x = np.array([1.0, 2.0])  # (2,)
W1 = np.array([[1.0, -1.0], [0.0, 1.0], [2.0, -1.0]])  # (3, 2)
b1 = np.array([1.0, -2.0, 1.0])  # (3,)
W2 = np.array([[1.0, 2.0, -1.0]])  # (1, 3)
b2 = np.array([-0.5])  # (1,)

z1 = W1 @ x + b1  # (3, 2) @ (2,) + (3,) -> (3,)
a1 = sigmoid(z1)  # (3,)
z2 = W2 @ a1 + b2  # (1, 3) @ (3,) + (1,) -> (1,)
a2 = sigmoid(z2)  # (1,) the prediction y_hat

print(f"z1 = {z1}")
print(f"a1 = {np.round(a1, 4)}")
print(f"z2 = {np.round(z2, 4)}")
print(f"a2 = {np.round(a2, 4)}")
