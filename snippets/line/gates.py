"""One line, two gates: it separates ones from zeros for OR, not for XOR."""

import matplotlib.pyplot as plt
import numpy as np

w, b = np.array([1.0, 1.0]), -0.5  # w: (2,)
corners = [(0, 0), (0, 1), (1, 0), (1, 1)]
gates = {"OR": [0, 1, 1, 1], "XOR": [0, 1, 1, 0]}

fig, axes = plt.subplots(1, 2, figsize=(5, 3.3), sharey=True)
for ax, (gate, answers) in zip(axes, gates.items(), strict=True):
    print(gate)
    edge = np.array([-0.5, 1.5])  # (2,) x₁ at both ends of the line
    x2 = -(w[0] * edge + b) / w[1]  # (2,) x₂ there
    ax.plot(edge, x2, color="black")
    ax.fill_between(edge, x2, 3, color="C4", alpha=0.15)
    for x, answer in zip(corners, answers, strict=True):
        z = w @ x + b  # (2,) @ (2,) -> one number
        fires = int(z > 0)
        print(f"  {x}: z = {z:4.1f}, says {fires}, right: {answer}")
        marker, colour = ("s", "C4") if answer else ("o", "C5")
        ax.plot(*x, marker, color=colour, markersize=10)
    ax.set(title=f"{gate}\nz = x₁ + x₂ − 0.5", xlabel="input x₁")
    ax.set_aspect("equal")
    ax.set(xlim=(-0.5, 1.5), ylim=(-0.5, 1.5), xticks=[0, 1], yticks=[0, 1])
axes[0].set_ylabel("input x₂")
plt.show()
