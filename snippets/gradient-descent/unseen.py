"""All right on the points it has seen, and much worse on others."""

import numpy as np

rng = np.random.default_rng(0)
X = rng.normal(size=(1020, 20))  # (N, d) = (1020, 20)
y = (X[:, 0] > 0).astype(int)  # (1020,) only the first feature counts
X_seen, y_seen = X[:20], y[:20]  # (20, 20) and (20,) to train on
X_other, y_other = X[20:], y[20:]  # (1000, 20) and (1000,) to look at

w, b, lr = np.zeros(20), 0.0, 0.5  # w: (20,)
for _ in range(1000):
    delta = 1 / (1 + np.exp(-(X_seen @ w + b))) - y_seen  # (20,)
    dw, db = X_seen.T @ delta / len(y_seen), np.mean(delta)  # (20,) and ()
    w, b = w - lr * dw, b - lr * db


def report(name, X, y):
    """Print the loss on some points, and how many of them are right."""
    z = X @ w + b  # (N,)
    loss = np.mean(np.logaddexp(0, (1 - 2 * y) * z))  # from the logits
    right = np.mean((z > 0) == y)
    print(f"{name} points: loss = {loss:.4f}, {right:.1%} right")


report("seen ", X_seen, y_seen)
report("other", X_other, y_other)
