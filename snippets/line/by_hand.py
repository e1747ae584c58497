"""Two weights of 1 and six biases: which gate it is."""

import matplotlib.pyplot as plt
import numpy as np

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])  # (N, d) = (4, 2)
gates = {"AND": [0, 0, 0, 1], "OR": [0, 1, 1, 1], "XOR": [0, 1, 1, 0]}
w = np.array([1.0, 1.0])  # (2,) both inputs count alike

for b in (-2.0, -1.5, -1.0, -0.5, 0.0, 0.5):
    z = X @ w + b  # (4, 2) @ (2,) -> (4,)
    says = (z > 0).astype(int)  # (4,) a tie, z = 0, is a "no"
    right = {gate: int(np.sum(says == y)) for gate, y in gates.items()}
    print(f"b = {b:4}: answers {says}, right of 4: {right}")

biases = {"AND": -1.5, "OR": -0.5, "XOR": -0.5}
fig, axes = plt.subplots(1, 3, figsize=(8, 3), sharey=True)
for ax, (gate, y) in zip(axes, gates.items(), strict=True):
    edge = np.array([-0.5, 1.5])  # (2,) x₁, and x₂ where z = 0
    x2 = -(w[0] * edge + biases[gate]) / w[1]
    ax.plot(edge, x2, color="black")
    ax.fill_between(edge, x2, 3, color="C4", alpha=0.15)
    for (x1, x2), label in zip(X, y, strict=True):
        marker, colour = ("s", "C4") if label else ("o", "C5")
        ax.plot(x1, x2, marker, color=colour, markersize=10)
    ax.set(title=f"{gate}, b = {biases[gate]}", xlabel="x₁")
    ax.set(xlim=(-0.5, 1.5), ylim=(-0.5, 1.5), xticks=[0, 1], yticks=[0, 1])
axes[0].set_ylabel("x₂")
plt.show()
