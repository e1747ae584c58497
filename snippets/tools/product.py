"""Row times column: the four rows of OR, two weights, then a bias."""

import numpy as np

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])  # (4, 2) a row for each case
w = np.array([10, 1])  # (2,)
b = 5

z = X @ w  # (4, 2) @ (2,) -> (4,)
print(f"X @ w:     {z}")
print(f"X @ w + b: {z + b}")  # (4,) + one number -> (4,)
