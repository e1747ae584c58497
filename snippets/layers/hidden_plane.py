"""The four corners before and after the hidden layer by hand."""

import matplotlib.pyplot as plt
import numpy as np

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])  # (4, 2)
y = np.array([0, 1, 1, 0])  # (4,) x1 XOR x2
total = X[:, 0] + X[:, 1]  # (4,) how many inputs are on
hidden = np.column_stack([total, np.maximum(0, total - 1)])  # (4, 2)

fig, (left, right) = plt.subplots(1, 2, figsize=(7, 3.4))
edge = np.array([-0.5, 2.5])  # (2,)
yes = {"color": "C4", "alpha": 0.15}
left.fill_between(edge, 0.5 - edge, 1.5 - edge, **yes)  # two boundaries
left.plot(edge, 0.5 - edge, color="black")
left.plot(edge, 1.5 - edge, color="black")
right.fill_between(edge, (edge - 0.5) / 2, -0.5, **yes)  # one boundary
right.plot(edge, (edge - 0.5) / 2, color="black")
for ax, points in ((left, X), (right, hidden)):
    ax.plot(*points[y == 0].T, "o", color="C5", markersize=10)
    ax.plot(*points[y == 1].T, "s", color="C4", markersize=10)
    ax.set(ylim=(-0.5, 1.5), yticks=[0, 1])
left.set(title="inputs", xlabel="x₁", ylabel="x₂", xlim=(-0.5, 1.5))
right.set(title="hidden", xlabel="a₁", ylabel="a₂", xlim=(-0.5, 2.5))
left.set_xticks([0, 1])
right.set_xticks([0, 1, 2])
right.annotate("two points", (1, 0), (1.25, -0.32))
fig.tight_layout()
plt.show()
