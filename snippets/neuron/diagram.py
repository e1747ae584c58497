"""A neuron, drawn: inputs, weights, sum and bias, activation, output."""

import matplotlib.pyplot as plt


def node(x, y, text, colour, radius=0.42):
    """Draw a circle with its name inside."""
    circle = plt.Circle((x, y), radius, facecolor="white", linewidth=2)
    circle.set_edgecolor(colour)
    ax.add_patch(circle)
    ax.text(x, y, text, ha="center", va="center", fontsize=15)


def arrow(start, end, label=""):
    """Draw an arrow between two points, its label above the middle."""
    style = {"arrowstyle": "-|>", "color": "gray", "linewidth": 1.5}
    ax.annotate("", end, start, arrowprops=style)
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2 + 0.22)
    ax.text(*middle, label, ha="center", fontsize=13)


fig, ax = plt.subplots(figsize=(5, 2.5))

for y, i in ((1.2, "₁"), (-1.2, "₂")):
    node(0, y, f"x{i}", "C0")
    arrow((0.45, y * 0.96), (2.55, y * 0.25), f"w{i}")
node(3, 0, "Σ", "black", radius=0.55)
node(3, 1.7, "b", "C0", radius=0.32)
arrow((3, 1.36), (3, 0.58))
arrow((3.58, 0), (4.95, 0), "z")
node(5.5, 0, "f", "black", radius=0.55)
arrow((6.08, 0), (7.4, 0), "ŷ")

names = ["inputs", "weights", "sum", "activation", "output"]
for x, name in zip((0, 1.5, 3, 5.5, 7.1), names, strict=True):
    ax.text(x, -2.15, name, ha="center", fontsize=12)

ax.set(xlim=(-0.7, 7.8), ylim=(-2.4, 2.1), aspect="equal")
ax.axis("off")
plt.show()
