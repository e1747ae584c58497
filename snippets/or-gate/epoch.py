"""The first epoch of the complete program, line by line."""

import matplotlib.pyplot as plt
import numpy as np

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])  # (4, 2)
y = np.array([0, 1, 1, 1])  # (4,)
np.random.seed(42)
w, b, lr = np.random.rand(2), np.random.rand(), 0.1  # (2,), scalars

y_hat = 1 / (1 + np.exp(-(X @ w + b)))  # (4,)
yes, no = np.log(y_hat + 1e-8), np.log(1 - y_hat + 1e-8)  # (4,) each
loss = -np.mean(y * yes + (1 - y) * no)
delta = y_hat - y  # (4,)
dw, db = X.T @ delta / len(y), np.mean(delta)  # (2,), scalar

lines = [
    ("y_hat = forward(X, w, b)", "ŷ = σ(Xw + b)", y_hat),
    ("loss = binary_cross_entropy(y, y_hat)", "L", loss),
    ("delta = y_hat - y", "ŷ − y", delta),
    ("dw = X.T @ delta / len(y)", "∇L = Xᵀ(ŷ − y) / N", dw),
    ("db = np.mean(delta)", "∂L/∂b", db),
    ("w, b = w - lr * dw, b - lr * db", "w, b", [*(w - lr * dw), b - lr * db]),
]
fig, ax = plt.subplots(figsize=(5.2, 4.8))
for row, (code, equation, values) in enumerate(lines):
    shown = "  ".join(f"{value:.4f}" for value in np.ravel(values))
    ax.text(0, -row, code, family="monospace")
    ax.text(0.03, -row - 0.4, f"{equation}:  {shown}", color="C0")
ax.set(xlim=(0, 1), ylim=(-5.6, 0.4))
ax.axis("off")
plt.show()
