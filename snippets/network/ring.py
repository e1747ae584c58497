"""The first turn of the loop by hand, drawn as a ring of four steps."""

import matplotlib.pyplot as plt
import numpy as np

x, y = 2.0, 1.0
w, b, lr = 0.5, -1.0, 0.1

z = w * x + b
y_hat = 1 / (1 + np.exp(-z))
L = -(y * np.log(y_hat) + (1 - y) * np.log(1 - y_hat))
dw, db = (y_hat - y) * x, y_hat - y

steps = {  # clockwise: where each stands, and what it says
    (0, 1): f"1 Forward pass\nz = {z:g}\nŷ = {y_hat:g}",
    (1, 1): f"2 Loss\ny = {y:g}\nL = {L:.4f}",
    (1, 0): f"3 Backward pass\n∂L/∂w = {dw:g}\n∂L/∂b = {db:g}",
    (0, 0): f"4 Update\nw = {w - lr * dw:g}\nb = {b - lr * db:g}",
}
fig, ax = plt.subplots(figsize=(5.2, 3.4))
box = {"boxstyle": "round", "facecolor": "white", "edgecolor": "C0"}
for place, text in steps.items():
    ax.text(*place, text, ha="center", va="center", bbox=box)
places = [*steps, (0, 1)]
arrow = {"arrowstyle": "-|>", "color": "gray"}
gap = np.array([0.37, 0.28])  # (2,) half a box, across and up
for start, end in zip(np.array(places), np.array(places[1:]), strict=False):
    way = (end - start) * gap  # (2,)
    ax.annotate("", end - way, start + way, arrowprops=arrow)
ax.set(xlim=(-0.45, 1.45), ylim=(-0.4, 1.4))
ax.axis("off")
plt.show()
