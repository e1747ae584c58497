"""The same neuron, with other labels, learns AND."""

import numpy as np

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])  # (4, 2)
y = np.array([0, 0, 0, 1])  # (4,) x1 AND x2
w, b, lr = np.zeros(2), 0.0, 0.5

for _ in range(2000):
    y_hat = 1 / (1 + np.exp(-(X @ w + b)))  # (4,)
    delta = y_hat - y  # (4,)
    dw, db = X.T @ delta / len(y), np.mean(delta)
    w, b = w - lr * dw, b - lr * db

for row, p in zip(X, 1 / (1 + np.exp(-(X @ w + b))), strict=True):
    print(f"{row[0]} AND {row[1]}: {p:.4f} -> {np.round(p):.0f}")
