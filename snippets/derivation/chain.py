"""The way from a weight to the loss: three arrows, three slopes."""

import matplotlib.pyplot as plt

fig, ax = plt.subplots(figsize=(4.8, 1.3))
for i, name in enumerate(("wⱼ", "z", "ŷ", "L")):
    ring = plt.Circle((3 * i, 0), 0.6, fill=False, edgecolor="C0", linewidth=2)
    ax.add_patch(ring)
    ax.text(3 * i, 0, name, ha="center", va="center", fontsize=15)

arrow = {"arrowstyle": "-|>", "color": "gray", "linewidth": 1.5}
for i, name in enumerate(("∂z/∂wⱼ", "dŷ/dz", "∂L/∂ŷ")):
    start = 3 * i + 0.7
    ax.annotate("", (start + 1.6, 0), (start, 0), arrowprops=arrow)
    ax.text(3 * i + 1.5, 0.75, name, ha="center", color="C1", fontsize=13)

ax.set(xlim=(-0.9, 9.9), ylim=(-0.9, 1.4), aspect="equal")
ax.axis("off")
plt.show()
