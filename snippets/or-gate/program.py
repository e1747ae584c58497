"""A single neuron learns the OR gate: the complete program."""

import numpy as np

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])  # (N, d) = (4, 2)
y = np.array([0, 1, 1, 1])  # (N,) x1 OR x2

np.random.seed(42)
w = np.random.rand(2)  # (d,)
b = np.random.rand()


def sigmoid(z):
    """Squeeze any number into (0, 1)."""
    return 1 / (1 + np.exp(-z))


def forward(X, w, b):
    """Predictions for N samples: (N, d) @ (d,) -> (N,)."""
    return sigmoid(X @ w + b)


def binary_cross_entropy(y, y_hat, eps=1e-8):
    """Mean loss of N predictions, in nats; eps keeps the logarithms finite."""
    yes, no = np.log(y_hat + eps), np.log(1 - y_hat + eps)  # (N,) each
    return -np.mean(y * yes + (1 - y) * no)


def train(X, y, w, b, lr=0.1, epochs=1000):
    """Gradient descent; print every hundredth loss, before the update."""
    for epoch in range(epochs):
        y_hat = forward(X, w, b)  # (N,)
        loss = binary_cross_entropy(y, y_hat)
        if epoch % 100 == 0:
            print(f"Epoch {epoch}, Loss: {loss}")
        delta = y_hat - y  # (N,)
        dw = X.T @ delta / len(y)  # (d, N) @ (N,) -> (d,)
        db = np.mean(delta)
        w, b = w - lr * dw, b - lr * db
    return w, b


w, b = train(X, y, w, b)
print(f"Final weights: {w}, Final bias: {b}")

y_hat = forward(X, w, b)
print(f"Predictions: {y_hat}")
print(f"Rounded Predictions (0 or 1): {np.round(y_hat)}")
