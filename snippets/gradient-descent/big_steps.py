"""A huge learning rate on OR: the loss jumps up once, then vanishes."""

import numpy as np

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])  # (4, 2)
y = np.array([0, 1, 1, 1])  # (4,) OR
w, b, lr = np.zeros(2), 0.0, 100.0  # w: (2,)

for epoch in range(4):
    z = X @ w + b  # (4, 2) @ (2,) -> (4,)
    loss = np.mean(np.logaddexp(0, (1 - 2 * y) * z))  # from the logits
    print(f"epoch {epoch}: loss = {loss:.3g}")
    delta = 1 / (1 + np.exp(-z)) - y  # (4,)
    dw, db = X.T @ delta / len(y), np.mean(delta)  # (2,) and ()
    w, b = w - lr * dw, b - lr * db
