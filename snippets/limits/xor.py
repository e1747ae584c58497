"""One neuron tries XOR from three starts: each ends at one half for all."""

# --8<-- [start:train]
import numpy as np

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])  # (4, 2)
y = np.array([0, 1, 1, 0])  # (4,) x1 XOR x2
lr, epochs = 0.5, 3000

curves, ends = [], []
for seed in (0, 1, 2):
    rng = np.random.default_rng(seed)
    w, b, losses = 3 * rng.normal(size=2), 0.0, []
    for _ in range(epochs):
        z = X @ w + b  # (4, 2) @ (2,) -> (4,)
        losses.append(np.mean(np.logaddexp(0, z) - y * z))  # from the logits
        delta = 1 / (1 + np.exp(-z)) - y  # (4,)
        dw, db = X.T @ delta / len(y), np.mean(delta)
        w, b = w - lr * dw, b - lr * db
    y_hat = 1 / (1 + np.exp(-(X @ w + b)))  # (4,)
    y_hat = np.round(y_hat, 4)
    print(f"loss {losses[0]:.4f} to {losses[-1]:.4f}, outputs {y_hat}")
    curves.append(losses)
    ends += [*w, b]
most = np.max(np.abs(ends))
print(f"all weights and biases within {most:.4f} of 0, ln 2 = {np.log(2):.4f}")
# --8<-- [end:train]

# --8<-- [start:plot]
import matplotlib.pyplot as plt

for i, losses in enumerate(curves):
    plt.plot(losses[:400], ("-", "--", ":")[i], label=f"start {i + 1}")
plt.axhline(np.log(2), color="gray", linewidth=1, label="ln 2")
plt.xlabel("epoch (the first 400)")
plt.ylabel("loss (nats)")
plt.ylim(0)
plt.grid(True)
plt.legend()
plt.show()
# --8<-- [end:plot]
