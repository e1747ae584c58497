"""From a badly wrong start squared error crawls and cross-entropy runs."""

# --8<-- [start:race]
import numpy as np

x, y = 1.0, 0.0  # one example; the right answer is 0
lr, epochs = 0.15, 300


def sigmoid(z):
    """Squeeze any number into (0, 1)."""
    return 1 / (1 + np.exp(-z))


def race(dz):
    """Train from w = b = 2 with the gradient dz(y_hat); return all outputs."""
    w, b, outputs = 2.0, 2.0, []
    for _ in range(epochs + 1):
        y_hat = sigmoid(w * x + b)
        outputs.append(y_hat)
        dw, db = dz(y_hat) * x, dz(y_hat)  # both from the same forward pass
        w, b = w - lr * dw, b - lr * db
    return outputs


runs = {
    "½(ŷ − y)²": race(lambda y_hat: (y_hat - y) * y_hat * (1 - y_hat)),
    "cross-entropy": race(lambda y_hat: y_hat - y),
}
print("output after 0, 50, 100, 150 and 300 steps")
for name, outputs in runs.items():
    after = np.array(outputs)[[0, 50, 100, 150, 300]]  # (5,)
    print(f"{name:13} {np.round(after, 3)}")
# --8<-- [end:race]

# --8<-- [start:plot]
import matplotlib.pyplot as plt

for (name, outputs), style in zip(runs.items(), ("--", "-"), strict=True):
    plt.plot(outputs, style, label=name)
plt.xlabel("step")
plt.ylabel("output ŷ (should be 0)")
plt.grid(True)
plt.legend()
plt.show()
# --8<-- [end:plot]
