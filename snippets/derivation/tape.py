"""One neuron as a chain: values forwards, slopes backwards, each checked."""

# --8<-- [start:tape]
import numpy as np

x, y, w, b = 2.0, 1.0, 0.5, -0.5  # one input, its label, weight, bias


def weighted_sum(w):
    """The sum z, as the weight sees it."""
    return w * x + b


def sigmoid(z):
    """Squeeze any number into (0, 1)."""
    return 1 / (1 + np.exp(-z))


def loss(y_hat):
    """Cross-entropy of one prediction."""
    return -(y * np.log(y_hat) + (1 - y) * np.log(1 - y_hat))


def slope(f, v, h=1e-5):
    """Central difference of f at v."""
    return (f(v + h) - f(v - h)) / (2 * h)


z = weighted_sum(w)
y_hat = sigmoid(z)
print(f"forwards: z = {z:.4f}, ŷ = {y_hat:.4f}, L = {loss(y_hat):.4f}")

slopes = {  # each derived, and checked
    "∂L/∂ŷ": (-y / y_hat + (1 - y) / (1 - y_hat), slope(loss, y_hat)),
    "∂ŷ/∂z": (y_hat * (1 - y_hat), slope(sigmoid, z)),
    "∂z/∂w": (x, slope(weighted_sum, w)),
}
product = np.prod([derived for derived, _ in slopes.values()])
check = slope(lambda w: loss(sigmoid(weighted_sum(w))), w)
for name, pair in {**slopes, "∂L/∂w": (product, check)}.items():
    print(f"{name} = {pair[0]:.4f}, by central difference {pair[1]:.4f}")
# --8<-- [end:tape]

# --8<-- [start:plot]
import matplotlib.pyplot as plt

fig, ax = plt.subplots(figsize=(8, 2.4))
values = {"w": w, "z": z, "ŷ": y_hat, "L": loss(y_hat)}
for i, (name, value) in enumerate(values.items()):
    ring = plt.Circle((3 * i, 0), 0.6, fill=False, edgecolor="C0", linewidth=2)
    ax.add_patch(ring)
    ax.text(3 * i, 0, name, ha="center", va="center", fontsize=15)
    ax.text(3 * i, -1.15, f"{value:.3f}", ha="center")
for i, name in enumerate(("∂z/∂w", "∂ŷ/∂z", "∂L/∂ŷ")):
    style = {"arrowstyle": "-|>", "color": "gray", "linewidth": 1.5}
    ax.annotate("", (3 * i + 2.3, 0), (3 * i + 0.7, 0), arrowprops=style)
    words = f"{name}\n{slopes[name][0]:.3f}"
    ax.text(3 * i + 1.5, 0.75, words, ha="center", color="C1")
ax.set(xlim=(-0.9, 9.9), ylim=(-1.4, 1.7), aspect="equal")
ax.axis("off")
plt.show()
# --8<-- [end:plot]
