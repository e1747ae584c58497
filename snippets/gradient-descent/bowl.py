"""The same bowl under three learning rates, seen from above."""

import matplotlib.pyplot as plt
import numpy as np

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])  # (N, d) = (4, 2)
y = np.array([0, 1, 1, 1])  # (4,) OR


def descend(lr, steps=60):
    """Train z = w·x + b from zero; return all (w₁, b) and the last loss."""
    w, b, path = np.zeros(2), 0.0, []  # w: (2,)
    for _ in range(steps + 1):
        path.append((w[0], b))  # for OR and this start, w₂ is always w₁
        error = X @ w + b - y  # (4,)
        dw, db = 2 * X.T @ error / len(y), 2 * np.mean(error)  # (2,), ()
        w, b = w - lr * dw, b - lr * db
    return np.array(path), np.mean(error**2)  # (steps + 1, 2)


w = np.linspace(-1, 2, 61)  # (61,)
b = np.linspace(-1, 1.6, 53)[:, None]  # (53, 1): with w a table
bowl = (b**2 + 2 * (w + b - 1) ** 2 + (2 * w + b - 1) ** 2) / 4  # (53, 61)

fig, axes = plt.subplots(1, 3, figsize=(8, 3.2), sharey=True)
for ax, lr in zip(axes, (0.3, 0.6, 0.65), strict=True):
    path, loss = descend(lr)
    print(f"α = {lr}: loss after 60 steps {loss:.4f}")
    levels = 0.0625 + np.array([0.02, 0.1, 0.4, 1.1, 2.4])
    ax.contour(w, b[:, 0], bowl, levels, colors="gray", linewidths=0.6)
    ax.plot(*path.T, ".-", color="C0", linewidth=1.2, markevery=slice(16))
    ax.plot(0.5, 0.25, "o", color="C1")
    ax.set(title=f"α = {lr}", xlabel="w₁ = w₂")
    ax.set(xlim=(-1, 2), ylim=(-1, 1.6))
axes[0].set_ylabel("b")
plt.show()
