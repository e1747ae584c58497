"""The derived gradient as three lines of NumPy."""

# --8<-- [start:setup]
import numpy as np

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])  # (N, d) = (4, 2)
y = np.array([0, 1, 1, 1])  # (N,) OR
w, b = np.array([0.5, -0.5]), 0.0  # (d,), scalar


def predict(w, b):
    """Predictions for all N samples, (N,)."""
    return 1 / (1 + np.exp(-(X @ w + b)))


# --8<-- [end:setup]
# --8<-- [start:gradient]
delta = predict(w, b) - y  # (N,)
dw = X.T @ delta / len(y)  # (d, N) @ (N,) -> (d,)
db = np.mean(delta)  # scalar
# --8<-- [end:gradient]
# --8<-- [start:check]
print(f"delta = {np.round(delta, 4)}")
print(f"dw = {np.round(dw, 4)}, db = {db:.4f}")


def loss(w, b):
    """Mean cross-entropy, written out from its definition."""
    y_hat = predict(w, b)
    return -np.mean(y * np.log(y_hat) + (1 - y) * np.log(1 - y_hat))


h = 1e-3  # the nudge
numeric = np.zeros(3)  # (3,) for w1, w2 and b
for j, u in enumerate(np.eye(2)):
    numeric[j] = (loss(w + h * u, b) - loss(w - h * u, b)) / (2 * h)
numeric[2] = (loss(w, b + h) - loss(w, b - h)) / (2 * h)
error = np.max(np.abs(numeric - [*dw, db]))
print(f"central differences: {np.round(numeric, 4)}")
print(f"largest error: {error:.1e}")
# --8<-- [end:check]
