"""The arrow w and its boundary: twice the arrow, half the distance."""

import matplotlib.pyplot as plt
import numpy as np

b = -3.0
fig, axes = plt.subplots(1, 2, figsize=(5, 2.9), sharey=True)
for ax, w in zip(axes, np.array([[1.0, 2.0], [2.0, 4.0]]), strict=True):
    length = np.sqrt(w @ w)  # (2,) @ (2,) -> one number
    distance = abs(b) / length
    print(f"w = {w}: length {length:.4f}, distance {distance:.4f}")

    x1 = np.array([-1.0, 5.0])  # (2,)
    x2 = -(w[0] * x1 + b) / w[1]  # (2,) where z = 0
    ax.fill_between(x1, x2, 5, color="C4", alpha=0.15)
    ax.plot(x1, x2, color="black")
    style = {"arrowstyle": "-|>", "color": "C0", "linewidth": 2}
    ax.annotate("", w, (0, 0), arrowprops=style)
    ax.set(title=f"w = ({w[0]:g}, {w[1]:g}): {distance:.3f}", xlabel="x₁")
    ax.set(xlim=(-1, 5), ylim=(-1, 5), aspect="equal")
axes[0].set_ylabel("x₂")
plt.show()
