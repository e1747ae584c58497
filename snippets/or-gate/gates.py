"""The program's neuron on four gates, from the same start each time."""

import matplotlib.pyplot as plt
import numpy as np

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])  # (N, d) = (4, 2)
gates = {
    "OR": np.array([0, 1, 1, 1]),
    "AND": np.array([0, 0, 0, 1]),
    "NAND": np.array([1, 1, 1, 0]),
    "XOR": np.array([0, 1, 1, 0]),
}
lr, steps = 0.1, 1000


def forward(w, b):
    """Predictions for the four rows, (4,)."""
    return 1 / (1 + np.exp(-(X @ w + b)))


def loss(y, y_hat, eps=1e-8):
    """The loss of the complete program."""
    yes, no = np.log(y_hat + eps), np.log(1 - y_hat + eps)  # (4,) each
    return -np.mean(y * yes + (1 - y) * no)


fig, axes = plt.subplots(2, 4, figsize=(8, 4.6), sharey="row")
edge = np.array([-0.5, 1.5])  # (2,)
for (top, bottom), (gate, y) in zip(axes.T, gates.items(), strict=True):
    np.random.seed(42)
    w, b = np.random.rand(2), np.random.rand()  # (2,), scalar
    losses = [loss(y, forward(w, b))]
    for _ in range(steps):
        delta = forward(w, b) - y  # (4,)
        w, b = w - lr * X.T @ delta / len(y), b - lr * np.mean(delta)
        losses.append(loss(y, forward(w, b)))
    y_hat = np.round(forward(w, b), 3)  # (4,)
    print(f"{gate:4} loss {losses[-1]:.4f}, outputs {y_hat}")

    top.plot(edge, -(w[0] * edge + b) / w[1], color="black")
    top.plot(*X[y == 0].T, "o", color="C5", markersize=9)
    top.plot(*X[y == 1].T, "s", color="C4", markersize=9)
    top.set(title=gate, xlim=(-0.5, 1.5), ylim=(-0.5, 1.5))
    top.set(xticks=[0, 1], yticks=[0, 1], xlabel="x₁")
    bottom.plot(losses)
    bottom.axhline(np.log(2), color="gray", linewidth=1)
    bottom.set(xlabel="step", ylim=(0, 1.2))
axes[0, 0].set_ylabel("x₂")
axes[1, 0].set_ylabel("loss; grey: ln 2")
plt.show()
