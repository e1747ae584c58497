"""A network, drawn: two inputs, three hidden neurons, one output."""

import matplotlib.pyplot as plt

layers = [["x₁", "x₂"], ["", "", ""], ["ŷ"]]
names = ["input x\n(2,)", "hidden $a^{[1]}$\n(3,)", "output $a^{[2]}$\n(1,)"]
matrices = ["$W^{[1]}$ (3, 2)", "$W^{[2]}$ (1, 3)"]

fig, ax = plt.subplots(figsize=(5, 3.3))
places = []  # of each layer: the points of its neurons
for column, layer in enumerate(layers):
    heights = [1.3 * ((len(layer) - 1) / 2 - row) for row in range(len(layer))]
    places.append([(column * 3, height) for height in heights])

arrow = {"arrowstyle": "-|>", "color": "gray", "shrinkA": 18, "shrinkB": 18}
for column in (0, 1):
    for start in places[column]:
        for end in places[column + 1]:
            ax.annotate("", end, start, arrowprops=arrow)
    ax.text(column * 3 + 1.5, 1.85, matrices[column], ha="center")

for column, (layer, points) in enumerate(zip(layers, places, strict=True)):
    for text, (x, y) in zip(layer, points, strict=True):
        circle = plt.Circle((x, y), 0.4, facecolor="white", linewidth=2)
        circle.set_edgecolor(f"C{column}")
        ax.add_patch(circle)
        ax.text(x, y, text, ha="center", va="center", fontsize=14)
    ax.text(column * 3, -2.5, names[column], ha="center")

ax.set(xlim=(-0.9, 6.9), ylim=(-2.6, 2.3), aspect="equal")
ax.axis("off")
plt.show()
