"""What separates: a point for one input, a line for two."""

import matplotlib.pyplot as plt
import numpy as np

fig, (one, two) = plt.subplots(2, 1, figsize=(5, 7.2))

# one input: the neuron decides at the point where z = 0
w, b = 2.0, -3.0
x = np.linspace(-1, 4, 100)  # (100,)
point = -b / w
print(f"one input: z = 0 at x = {point}")

one.plot(x, w * x + b, label="z = 2x − 3")
one.axhline(0, color="gray", linewidth=1)
one.plot(point, 0, "o", color="black", label="z = 0 at x = 1.5")
one.set(xlabel="input x", ylabel="z", title="one input: a point")
one.set(ylim=(-9, 6))
one.legend(loc="lower right")

# two inputs: it decides on the line where w₁x₁ + w₂x₂ + b = 0
w, b = np.array([1.0, 2.0]), -3.0  # w: (2,)
x1 = np.linspace(-1, 5, 100)  # (100,)
x2 = -(w[0] * x1 + b) / w[1]  # (100,) the boundary, solved for x₂

two.plot(x1, x2, color="black", label="x₁ + 2x₂ − 3 = 0")
two.fill_between(x1, x2, 5, color="C4", alpha=0.15, label="z > 0")
two.set(xlabel="input x₁", ylabel="input x₂", title="two inputs: a line")
two.set(xlim=(-1, 5), ylim=(-1, 5), aspect="equal")
for p in ([0, 0], [1, 1], [2, 2]):
    z = w @ p + b  # (2,) @ (2,) -> one number
    print(f"two inputs: at {p} z = {z:4.1f}")
    two.plot(*p, "o", color="C0")
    two.annotate(f"z = {z:g}", p, (8, 1), textcoords="offset points")
start = np.array([1.0, 1.0])  # (2,) on the line; there the arrow w sets out
style = {"arrowstyle": "-|>", "color": "C0", "linewidth": 2}
two.annotate("", start + w, start, arrowprops=style)
two.text(*(start + w), " w", color="C0", fontsize=14)
two.legend(loc="upper left")
plt.show()
