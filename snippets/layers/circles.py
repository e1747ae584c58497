"""The 2-2-1 network as circles: values forwards, slopes backwards."""

import matplotlib.pyplot as plt
import numpy as np

x, y = np.array([1.0, 0.0]), 1  # (2,), one row of XOR and its label
W1, w2 = np.array([[1.0, -1.0], [0.5, 1.0]]), np.array([1.0, -1.0])
a1 = np.tanh(W1 @ x)  # (2, 2) @ (2,) -> (2,), the biases are 0
y_hat = 1 / (1 + np.exp(-w2 @ a1))
dz2 = y_hat - y  # scalar
da1 = dz2 * w2  # (2,)
dz1 = da1 * (1 - a1**2)  # (2,)


def minus(number):
    """Four decimals, with a true minus sign."""
    return f"{number:.4f}".replace("-", "−")


def circle(place, name, value, slope):
    """Draw a circle with its name; below it its value, above its slope."""
    ring = plt.Circle(place, 0.5, facecolor="white", linewidth=2)
    ring.set_edgecolor("C0")
    ax.add_patch(ring)
    x, y = place
    ax.text(x, y, name, ha="center", va="center", fontsize=14)
    ax.text(x + 0.1, y - 1, value, fontsize=12)
    ax.text(x + 0.1, y + 0.7, slope, fontsize=12, color="C1")


fig, ax = plt.subplots(figsize=(4.8, 3.2))
arrow = {"arrowstyle": "-|>", "color": "gray", "linewidth": 1.5}
for j, top in enumerate((4, 0)):
    circle((0, top), f"x{'₁₂'[j]}", f"{x[j]:g}", "")
    circle((4, top), f"a{'₁₂'[j]}", f"{a1[j]:.4f}", minus(dz1[j]))
    for other in (4, 0):  # from this input to both hidden neurons
        reach = (0.55, top + (other - top) * 0.14)
        end = (3.45, other + (top - other) * 0.14)
        ax.annotate("", end, reach, arrowprops=arrow)
    end = (7.45, 2 + (top - 2) * 0.14)
    ax.annotate("", end, (4.55, top), arrowprops=arrow)
    ax.text(6.8, (3.5, -0.05)[j], minus(da1[j]), ha="center", color="C1")
circle((8, 2), "ŷ", f"{y_hat:.4f}", minus(dz2))
ax.set(xlim=(-0.8, 10), ylim=(-1.2, 5.3), aspect="equal")
ax.axis("off")
plt.show()
