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
import matplotlib.pyplot as plt

fig, axes = plt.subplots(1, 3, figsize=(6.4, 2.7), sharey=True)
lines = {"OR": (1, 1, -0.5), "AND": (1, 1, -1.5), "XOR": (1, 1, -0.5)}
for ax, (name, y) in zip(axes, gates.items(), strict=True):
    w1, w2, bias = lines[name]
    edge = np.array([-0.5, 1.5])  # (2,)
    x2 = -(w1 * edge + bias) / w2  # (2,) where z = 0
    ax.fill_between(edge, x2, 1.5, color="C1", alpha=0.15)
    for (x1, x2), label in zip(X, y, strict=True):
        marker, colour = ("s", "C1") if label else ("o", "C3")
        ax.plot(x1, x2, marker, color=colour, markersize=10)
    ax.set(title=name, xlabel="x₁", xticks=[0, 1], yticks=[0, 1])
    ax.set(xlim=(-0.5, 1.5), ylim=(-0.5, 1.5))
axes[0].set_ylabel("x₂")
plt.show()
# --8<-- [end:plot]
