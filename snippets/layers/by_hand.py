"""A 2-2-1 network that computes XOR, its nine numbers chosen by hand."""

import numpy as np

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])  # (4, 2)
W1 = np.array([[1, 1], [1, 1]])  # (2, 2) both hidden neurons add the inputs up
b1 = np.array([0, -1])  # (2,) the second one starts to fire only above 1
w2 = np.array([1, -2])  # (2,) and then takes away twice what it sees
b2 = 0

a1 = np.maximum(0, X @ W1.T + b1)  # (4, 2) @ (2, 2) + (2,) -> (4, 2), ReLU
y_hat = a1 @ w2 + b2  # (4, 2) @ (2,) -> (4,)

for row, hidden, out in zip(X, a1, y_hat, strict=True):
    print(f"{row[0]} XOR {row[1]}: hidden {hidden}, output {out}")
