"""A neuron learns coin tosses by heart, and knows nothing of new ones."""

import numpy as np

rng = np.random.default_rng(0)
N, d, lr = 20, 30, 0.5
X = rng.normal(size=(N + 1000, d))  # (1020, 30) features at random
y = rng.integers(2, size=N + 1000)  # (1020,) labels by the toss of a coin
seen, unseen = slice(N), slice(N, None)  # 20 rows to train on, 1000 to look at

w, b = np.zeros(d), 0.0  # (30,), scalar
for _ in range(500):
    delta = 1 / (1 + np.exp(-(X[seen] @ w + b))) - y[seen]  # (20,)
    dw, db = X[seen].T @ delta / N, np.mean(delta)  # (30, 20) @ (20,) -> (30,)
    w, b = w - lr * dw, b - lr * db

y_hat = 1 / (1 + np.exp(-(X @ w + b)))  # (1020, 30) @ (30,) -> (1020,)
right = (y_hat > 0.5) == y  # (1020,)
sure = abs(y_hat - 0.5) > 0.4  # (1020,) above 0.9 or below 0.1
print(f"right on the rows it has seen: {np.mean(right[seen]):.0%}")
print(f"right on new rows: {np.mean(right[unseen]):.0%}")
print(f"more than 90 % sure on new rows: {np.mean(sure[unseen]):.0%} of them")
