"""The same hill with four learning rates, from good to too large."""

# --8<-- [start:walk]
import numpy as np

paths = {}
for lr in (0.1, 0.9, 1.0, 1.1):
    path = [0.0]
    for _ in range(6):
        path.append(path[-1] - lr * 2 * (path[-1] - 3))
    paths[lr] = np.array(path)  # (7,): the start, and where six steps lead
    print(f"α = {lr}: w = {np.round(path[:5], 3)}")
# --8<-- [end:walk]

# --8<-- [start:plot]
import matplotlib.pyplot as plt

w = np.linspace(-4, 10, 141)  # (141,)
fig, axes = plt.subplots(2, 2, figsize=(5, 4.6), sharex=True, sharey=True)
for ax, (lr, steps) in zip(axes.flat, paths.items(), strict=True):
    ax.plot(w, (w - 3) ** 2, color="black")
    ax.plot(steps, (steps - 3) ** 2, "o--", color="C0", linewidth=1)
    ax.plot(3, 0, "o", color="C1")
    ax.set(title=f"α = {lr}", xlabel="w", ylabel="loss L")
    ax.set(xlim=(-4, 10), ylim=(-2, 40))
    ax.label_outer()
plt.show()
# --8<-- [end:plot]
