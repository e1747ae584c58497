"""Below, at and above the critical learning rate of a linear neuron."""

# --8<-- [start:limit]
import numpy as np

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])  # (N, d) = (4, 2)
y = np.array([0, 1, 1, 1])  # (4,) OR
N = len(y)

# The loss is a bowl; its curvatures are H's eigenvalues. The steepest one
# sets the limit. The column of ones in X1 carries the bias.
X1 = np.column_stack([X, np.ones(N)])  # (4, 3)
H = 2 / N * X1.T @ X1  # (3, 4) @ (4, 3) -> (3, 3)
critical = 2 / np.linalg.eigvalsh(H)[-1]
print(f"critical learning rate: {critical:.4f}")


def losses(lr, epochs=60):
    """Train z = w·x + b from zero, without activation; return all losses."""
    w, b, history = np.zeros(2), 0.0, []  # w: (2,)
    for _ in range(epochs):
        error = X @ w + b - y  # (4,)
        history.append(np.mean(error**2))
        dw, db = 2 * X.T @ error / N, 2 * np.mean(error)  # (2,) and ()
        w, b = w - lr * dw, b - lr * db
    return history


runs = {factor: losses(factor * critical) for factor in (0.96, 1.0, 1.04)}
for factor, history in runs.items():
    first, last = history[0], history[-1]
    print(f"lr = {factor * critical:.4f}: loss {first:.4f} to {last:.4f}")
# --8<-- [end:limit]

# --8<-- [start:plot]
import matplotlib.pyplot as plt

styles = ("-", "-.", "--")
for (factor, history), style in zip(runs.items(), styles, strict=True):
    plt.semilogy(history, style, label=f"{factor:.2f} × critical")
plt.xlabel("epoch")
plt.ylabel("loss (logarithmic scale)")
plt.grid(True)
plt.legend()
plt.show()
# --8<-- [end:plot]
