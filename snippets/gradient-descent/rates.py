"""The same hill with four learning rates, from good to too large."""

import matplotlib.pyplot as plt
import numpy as np

w = np.linspace(-4, 10, 281)  # (281,)
fig, axes = plt.subplots(2, 2, figsize=(5, 4.6), sharex=True, sharey=True)
for ax, lr in zip(axes.flat, (0.1, 0.9, 1.0, 1.1), strict=True):
    path = [0.0]
    for _ in range(6):
        path.append(path[-1] - lr * 2 * (path[-1] - 3))  # 7 places in the end
    print(f"α = {lr}: w = {np.round(path[:5], 3)}")
    steps = np.array(path)  # (7,)
    ax.plot(w, (w - 3) ** 2, color="black")
    ax.plot(steps, (steps - 3) ** 2, "o--", color="C0", linewidth=1)
    ax.plot(3, 0, "o", color="C1")
    ax.set(title=f"α = {lr}", xlabel="w", ylabel="loss L")
    ax.set(xlim=(-4, 10), ylim=(-2, 40))
    ax.label_outer()
plt.show()
