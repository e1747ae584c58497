"""A 2-2-1 network learns XOR by gradient descent, if its start allows."""

# --8<-- [start:network]
import numpy as np

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])  # (4, 2)
y = np.array([0, 1, 1, 0])  # (4,) x1 XOR x2


def forward(X, W1, b1, w2, b2):
    """Hidden activations, (..., 2), and predictions, (...,)."""
    a1 = np.tanh(X @ W1.T + b1)
    return a1, 1 / (1 + np.exp(-(a1 @ w2 + b2)))


def train(seed, lr=0.5, epochs=3000):
    """Train from one random start and return the parameters."""
    rng = np.random.default_rng(seed)
    W1, b1 = rng.normal(size=(2, 2)), np.zeros(2)  # (2, 2), (2,)
    w2, b2 = rng.normal(size=2), 0.0  # (2,), scalar
    for _ in range(epochs):
        a1, y_hat = forward(X, W1, b1, w2, b2)  # (4, 2), (4,)
        dz2 = (y_hat - y) / len(y)  # (4,) as for one neuron
        dz1 = np.outer(dz2, w2) * (1 - a1**2)  # (4, 2) through w2 and tanh
        dW1, db1 = dz1.T @ X, np.sum(dz1, axis=0)  # (2, 2), (2,)
        dw2, db2 = a1.T @ dz2, np.sum(dz2)  # (2,), scalar
        W1, b1 = W1 - lr * dW1, b1 - lr * db1
        w2, b2 = w2 - lr * dw2, b2 - lr * db2
    return W1, b1, w2, b2


for seed in (1, 2):
    parameters = train(seed)
    _, y_hat = forward(X, *parameters)
    loss = -np.mean(y * np.log(y_hat) + (1 - y) * np.log(1 - y_hat))
    print(f"start {seed}: loss {loss:.4f}, outputs {np.round(y_hat, 3)}")
# --8<-- [end:network]

# --8<-- [start:plot]
import matplotlib.pyplot as plt

grid = np.linspace(-0.5, 1.5, 51)  # (51,)
points = np.stack(np.meshgrid(grid, grid), axis=-1)  # (51, 51, 2)
_, p = forward(points, *parameters)  # (51, 51) of the second start
fig, ax = plt.subplots(figsize=(5.2, 4.2))
levels = np.linspace(0, 1, 11)  # (11,) borders of the shades
shades = [("C5", 0.5 - k / 10) for k in range(5)]  # from 0, purple, to ½
shades += [("C4", k / 10) for k in range(1, 6)]  # and from ½ to 1, orange
shade = ax.contourf(grid, grid, p, levels, colors=shades)
fig.colorbar(shade, label="predicted probability ŷ of a 1")
ax.contour(grid, grid, p, levels=[0.5], colors="black")
dots = {"markersize": 12, "markeredgecolor": "white"}
ax.plot(*X[y == 0].T, "o", color="C5", label="XOR is 0", **dots)
ax.plot(*X[y == 1].T, "s", color="C4", label="XOR is 1", **dots)
ax.set(xlabel="input x₁", ylabel="input x₂")
ax.legend(loc="lower center", bbox_to_anchor=(0.5, 1), ncols=3)
plt.show()
# --8<-- [end:plot]
