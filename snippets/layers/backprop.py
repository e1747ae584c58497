"""Backpropagation through a 2-2-1 network, one example, circle by circle."""

import numpy as np

x, y = np.array([1.0, 0.0]), 1  # (2,), one row of XOR and its label
W1, b1 = np.array([[1.0, -1.0], [0.5, 1.0]]), np.zeros(2)  # (2, 2), (2,)
w2, b2 = np.array([1.0, -1.0]), 0.0  # (2,), scalar


def loss(W1, b1, w2, b2):
    """The whole way forwards; every circle's value, the loss last."""
    z1 = W1 @ x + b1  # (2, 2) @ (2,) -> (2,)
    a1 = np.tanh(z1)  # (2,)
    z2 = w2 @ a1 + b2  # (2,) @ (2,) -> scalar
    y_hat = 1 / (1 + np.exp(-z2))
    return z1, a1, z2, y_hat, -np.log(y_hat if y else 1 - y_hat)


z1, a1, z2, y_hat, L = loss(W1, b1, w2, b2)
print(f"forwards: z1 = {np.round(z1, 4)}, a1 = {np.round(a1, 4)}")
print(f"          z2 = {z2:.4f}, ŷ = {y_hat:.4f}, L = {L:.4f}")

dz2 = y_hat - y  # scalar, as for one neuron
da1 = dz2 * w2  # (2,) back along the two arrows
dz1 = da1 * (1 - a1**2)  # (2,) back through each tanh
dW1, dw2 = np.outer(dz1, x), dz2 * a1  # (2, 2), (2,) times what went in
print(f"backwards: dz2 = {dz2:.4f}, da1 = {np.round(da1, 4)}")
print(f"           dz1 = {np.round(dz1, 4)}, dw2 = {np.round(dw2, 4)}")
print(f"           dW1 = {(np.round(dW1, 4) + 0.0).tolist()}")  # no -0.0

h = 1e-5  # and the first hidden weight by a nudge, without the chain rule
nudge = np.array([[h, 0], [0, 0]])  # (2, 2)
up, down = (loss(W1 + s * nudge, b1, w2, b2)[-1] for s in (1, -1))
print(f"first entry of dW1 by central difference: {(up - down) / (2 * h):.4f}")
