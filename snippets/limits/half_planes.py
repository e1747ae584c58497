"""Every way a line can split the four corners, tried on three gates."""

# --8<-- [start:count]
import numpy as np

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])  # (4, 2)
gates = {"OR": [0, 1, 1, 1], "AND": [0, 0, 0, 1], "XOR": [0, 1, 1, 0]}

# Whole weights from -2 to 2, and biases between their sums, find all splits.
steps = np.arange(-2, 3)
w = np.array([(w1, w2) for w1 in steps for w2 in steps])  # (25, 2)
b = np.arange(-4.5, 5)  # (10,)
z = (w @ X.T)[:, None, :] + b[:, None]  # (25, 1, 4) + (10, 1) -> (25, 10, 4)
splits = np.unique((z > 0).reshape(-1, 4), axis=0).astype(int)  # (14, 4)
print(f"ways to split the corners: {len(splits)} of 16")

for name, y in gates.items():
    right = np.sum(splits == y, axis=1)  # (14,) of each split
    print(f"{name}: at best {np.max(right)} of 4 right")
# --8<-- [end:count]

# --8<-- [start:plot]
import itertools

import matplotlib.pyplot as plt

neurons = np.array([(*pair, bias) for pair in w for bias in b])  # (250, 3)
size = np.sum(np.abs(neurons), axis=1)  # (250,)
neurons = neurons[np.argsort(size, kind="stable")]  # the smallest first
says = neurons[:, :2] @ X.T + neurons[:, 2:] > 0  # (250, 4)

fig, axes = plt.subplots(4, 4, figsize=(4.6, 4.6))
edge = np.array([-0.5, 1.5])  # (2,)
shades = {"levels": [-9, 0, 9], "colors": ["C5", "C4"], "alpha": 0.2}
for ax, y in zip(axes.flat, itertools.product((0, 1), repeat=4), strict=True):
    same = neurons[np.all(says == y, axis=1)]  # (n, 3) all that answer so
    if len(same):
        w1, w2, bias = same[0]
        total = w1 * edge + w2 * edge[:, None] + bias  # (2, 2)
        ax.contourf(edge, edge, total, **shades)
    else:
        ax.text(0.5, 0.5, "no line", ha="center", va="center")
    for (x1, x2), label in zip(X, y, strict=True):
        marker, colour = ("s", "C4") if label else ("o", "C5")
        ax.plot(x1, x2, marker, color=colour, markersize=7)
    ax.set(xlim=(-0.5, 1.5), ylim=(-0.5, 1.5), xticks=[], yticks=[])
plt.show()
# --8<-- [end:plot]
