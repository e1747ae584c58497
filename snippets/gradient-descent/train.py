"""Train one neuron by gradient descent."""

import numpy as np


def sigmoid(z):
    """Squeeze any number into (0, 1)."""
    return 1 / (1 + np.exp(-z))


def binary_cross_entropy(y, y_hat):
    """Mean loss of N predictions, in nats."""
    return -np.mean(y * np.log(y_hat) + (1 - y) * np.log(1 - y_hat))


def loss_derivative(y, y_hat):
    """Slope of each example's loss with respect to its z, (N,)."""
    return y_hat - y


def train(X, y, lr=0.1, epochs=1000):
    """Start from random weights and take one step downhill an epoch."""
    np.random.seed(0)
    w = np.random.randn(X.shape[1])  # (d,)
    b = 0.0
    losses = []
    for epoch in range(epochs):
        y_hat = sigmoid(X @ w + b)  # (N, d) @ (d,) -> (N,)
        losses.append(binary_cross_entropy(y, y_hat))
        dz = loss_derivative(y, y_hat)  # (N,)
        dw = X.T @ dz / len(X)  # (d, N) @ (N,) -> (d,)
        db = np.sum(dz) / len(X)  # ()
        w = w - lr * dw
        b = b - lr * db
        if epoch % 100 == 0:
            print(f"Epoch {epoch}: loss = {losses[-1]:.4f}")
    return w, b, losses


X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])  # (4, 2)
y = np.array([0, 1, 1, 1])  # (4,) OR
w, b, losses = train(X, y)
print(f"w = {np.round(w, 4)}, b = {b:.4f}, {len(losses)} losses recorded")
