"""What the neuron learnt: shaded probability, boundary, four points."""

import matplotlib.pyplot as plt
import numpy as np

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])  # (4, 2)
y = np.array([0, 1, 1, 1])  # (4,)


def forward(X, w, b):
    """Predictions for any number of points, the features on the last axis."""
    return 1 / (1 + np.exp(-(X @ w + b)))


np.random.seed(42)
w, b, lr = np.random.rand(2), np.random.rand(), 0.1  # (2,), scalars
for _ in range(1000):  # the training of the complete program
    delta = forward(X, w, b) - y  # (4,)
    w, b = w - lr * X.T @ delta / len(y), b - lr * np.mean(delta)

grid = np.linspace(-0.5, 1.5, 101)  # (101,)
points = np.stack(np.meshgrid(grid, grid), axis=-1)  # (101, 101, 2)
p = forward(points, w, b)  # (101, 101, 2) @ (2,) -> (101, 101)

fig, ax = plt.subplots(figsize=(5.2, 4.2))
levels = np.linspace(0, 1, 11)  # (11,) borders of the shades
shades = [("C5", 0.5 - k / 10) for k in range(5)]  # from 0, purple, to ½
shades += [("C4", k / 10) for k in range(1, 6)]  # and from ½ to 1, orange
shade = ax.contourf(grid, grid, p, levels, colors=shades)
fig.colorbar(shade, label="predicted probability ŷ of a 1")
edge = -(w[0] * grid + b) / w[1]  # (101,) x₂ where z = 0
ax.plot(grid, edge, color="black", label="z = 0")
dots = {"markersize": 12, "markeredgecolor": "white"}
ax.plot(*X[y == 0].T, "o", color="C5", label="OR is 0", **dots)
ax.plot(*X[y == 1].T, "s", color="C4", label="OR is 1", **dots)
ax.set(xlabel="input x₁", ylabel="input x₂")
ax.set(xlim=(-0.5, 1.5), ylim=(-0.5, 1.5))
ax.legend(loc="lower center", bbox_to_anchor=(0.5, 1), ncols=3)
plt.show()

print(f"the boundary meets the axes at {-b / w[0]:.4f} and {-b / w[1]:.4f}")
