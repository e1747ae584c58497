"""One neuron learns the OR gate, in eight steps."""

# --8<-- [start:data]
import matplotlib.pyplot as plt
import numpy as np

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])  # (N, d) = (4, 2)
y = np.array([0, 1, 1, 1])  # (N,) x1 OR x2
# --8<-- [end:data]

# --8<-- [start:weights]
np.random.seed(42)
w = np.random.rand(2)  # (d,) between 0 and 1
b = np.random.rand()
# --8<-- [end:weights]


# --8<-- [start:sigmoid]
def sigmoid(z):
    """Squeeze any number into (0, 1)."""
    return 1 / (1 + np.exp(-z))


# --8<-- [end:sigmoid]


# --8<-- [start:loss]
def binary_cross_entropy(y, y_hat, eps=1e-8):
    """Mean loss of N predictions, in nats; eps keeps the logarithms finite."""
    yes, no = np.log(y_hat + eps), np.log(1 - y_hat + eps)  # (N,) each
    return -np.mean(y * yes + (1 - y) * no)


# --8<-- [end:loss]


# --8<-- [start:forward]
def forward(X, w, b):
    """Predictions for N samples: (N, d) @ (d,) -> (N,)."""
    return sigmoid(X @ w + b)


# --8<-- [end:forward]


# --8<-- [start:train]
def train(X, y, w, b, lr=0.1, epochs=1000):
    """Gradient descent; return trained parameters and each epoch's loss."""
    losses = []
    for _ in range(epochs):
        y_hat = forward(X, w, b)  # (N,)
        losses.append(binary_cross_entropy(y, y_hat))
        delta = y_hat - y  # (N,)
        dw = X.T @ delta / len(y)  # (d, N) @ (N,) -> (d,)
        db = np.mean(delta)
        w, b = w - lr * dw, b - lr * db  # both gradients are of the old w, b
    return w, b, losses


# --8<-- [end:train]

# --8<-- [start:run]
w, b, losses = train(X, y, w, b)
print(f"loss: {losses[0]:.4f} at first, {losses[-1]:.4f} at last")
print(f"w = {np.round(w, 4)}, b = {b:.4f}")
for row, p in zip(X, forward(X, w, b), strict=True):
    print(f"{row[0]} OR {row[1]}: {p:.4f} -> {np.round(p):.0f}")
# --8<-- [end:run]

# --8<-- [start:curve]
plt.plot(losses)
plt.xlabel("epoch")
plt.ylabel("loss (nats)")
plt.grid(True)
plt.show()
# --8<-- [end:curve]
