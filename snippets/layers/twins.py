"""Two hidden neurons that start alike stay alike; from zero nothing moves."""

import numpy as np

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])  # (4, 2)
y = np.array([0, 1, 1, 0])  # (4,) x1 XOR x2

for value in (1.0, 0.0):
    W1, b1 = np.full((2, 2), value), np.zeros(2)  # (2, 2), (2,)
    w2, b2, lr = np.full(2, value), 0.0, 0.5  # (2,), scalars
    for _ in range(3000):
        a1 = np.tanh(X @ W1.T + b1)  # (4, 2)
        y_hat = 1 / (1 + np.exp(-(a1 @ w2 + b2)))  # (4,)
        dz2 = (y_hat - y) / len(y)  # (4,)
        dz1 = np.outer(dz2, w2) * (1 - a1**2)  # (4, 2)
        W1, b1 = W1 - lr * dz1.T @ X, b1 - lr * np.sum(dz1, axis=0)
        w2, b2 = w2 - lr * a1.T @ dz2, b2 - lr * np.sum(dz2)
    print(f"all weights {value} at first, after 3000 steps:")
    print(f"  hidden {np.round(W1, 3).tolist()}, outputs {np.round(y_hat, 3)}")
