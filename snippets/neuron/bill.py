"""The bill, with the neuron's letters beside its numbers."""

import matplotlib.pyplot as plt

lines = [
    ("apples", "x₁ = 2", "w₁ = ₹10", 2 * 10),
    ("oranges", "x₂ = 3", "w₂ = ₹15", 3 * 15),
    ("delivery", "", "b = ₹5", 5),
]
lines.append(("total", "", "z", sum(line[-1] for line in lines)))

fig, ax = plt.subplots(figsize=(5.2, 2.4))
for height, (name, quantity, price, amount) in zip(
    (3, 2, 1, 0), lines, strict=True
):
    ax.text(0, height, name)
    ax.text(2, height, quantity, color="C0")
    ax.text(3.7, height, price, color="C0")
    ax.text(6.5, height, f"₹{amount}", ha="right")
ax.plot([0, 6.5], [0.65, 0.65], color="black")
ax.set(xlim=(-0.1, 6.6), ylim=(-0.3, 3.6))
ax.axis("off")
plt.show()
