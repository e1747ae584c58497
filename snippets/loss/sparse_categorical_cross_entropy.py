"""Sparse categorical cross-entropy for integer labels, and its gradient."""

# --8<-- [start:function]
import numpy as np


def sparse_categorical_cross_entropy(y, Y_hat):
    """Mean surprise, in nats, at N labels 0 .. K-1, given Y_hat, (N, K)."""
    rows = np.arange(len(y))  # (N,)
    return -np.mean(np.log(Y_hat[rows, y]))


def sparse_categorical_cross_entropy_gradient(y, Y_hat):
    """Gradient of the mean with respect to the predictions, (N, K)."""
    rows = np.arange(len(y))  # (N,)
    gradient = np.zeros_like(Y_hat)
    gradient[rows, y] = -1 / Y_hat[rows, y] / len(y)
    return gradient


y = np.array([0, 2])  # (2,) classes 1 and 3: Python counts from 0
Y_hat = np.array([[0.7, 0.2, 0.1], [0.1, 0.3, 0.6]])  # (2, 3) rows sum to 1
loss = sparse_categorical_cross_entropy(y, Y_hat)
print(f"sparse categorical cross-entropy = {loss:.4f}")
gradient = sparse_categorical_cross_entropy_gradient(y, Y_hat)  # (2, 3)
print(f"gradient =\n{np.round(gradient, 4)}")
# --8<-- [end:function]

# --8<-- [start:plot]
import matplotlib.pyplot as plt

fig, axes = plt.subplots(1, 2, figsize=(5, 2.9), sharey=True)
for n, ax in enumerate(axes):
    bars = ax.bar([1, 2, 3], Y_hat[n], color="gray", alpha=0.4)
    bars[y[n]].set(color="C0", alpha=1)
    p = Y_hat[n, y[n]]
    ax.set_title(f"label {y[n] + 1}\n−log {p} = {-np.log(p):.3f}")
    ax.set(xlabel="class", xticks=[1, 2, 3])
axes[0].set_ylabel("probability")
plt.show()
# --8<-- [end:plot]
