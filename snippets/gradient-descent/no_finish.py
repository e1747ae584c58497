"""On OR the loss falls for ever, the weights grow for ever: no arrival."""

import numpy as np

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])  # (4, 2)
y = np.array([0, 1, 1, 1])  # (4,) OR
w, b, lr = np.zeros(2), 0.0, 0.5  # w: (2,)

for epoch in range(10_001):
    z = X @ w + b  # (4, 2) @ (2,) -> (4,)
    if epoch in (100, 1_000, 10_000):
        loss = np.mean(np.logaddexp(0, (1 - 2 * y) * z))  # from the logits
        print(f"{epoch:5} steps: w = {np.round(w, 2)}, loss = {loss:.1e}")
    delta = 1 / (1 + np.exp(-z)) - y  # (4,)
    dw, db = X.T @ delta / len(y), np.mean(delta)  # (2,) and ()
    w, b = w - lr * dw, b - lr * db
