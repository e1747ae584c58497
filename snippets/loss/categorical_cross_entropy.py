"""Categorical cross-entropy for one-hot labels, and its gradient."""

# --8<-- [start:function]
import numpy as np


def categorical_cross_entropy(Y, Y_hat):
    """Mean surprise, in nats, at N one-hot rows Y given Y_hat, (N, K) both."""
    return -np.mean(np.sum(Y * np.log(Y_hat), axis=1))


def categorical_cross_entropy_gradient(Y, Y_hat):
    """Gradient of the mean with respect to the predictions, (N, K)."""
    return -Y / Y_hat / len(Y)


Y = np.array([[1, 0, 0], [0, 0, 1]])  # (2, 3) first class, third class
Y_hat = np.array([[0.7, 0.2, 0.1], [0.1, 0.3, 0.6]])  # (2, 3) rows sum to 1
print(f"categorical cross-entropy = {categorical_cross_entropy(Y, Y_hat):.4f}")
gradient = categorical_cross_entropy_gradient(Y, Y_hat)  # (2, 3)
print(f"gradient =\n{np.round(gradient, 4)}")
# --8<-- [end:function]

# --8<-- [start:plot]
import matplotlib.pyplot as plt

p = np.linspace(0.05, 1, 191)  # (191,)
plt.plot(p, -np.log(p), label="loss of one row: −log p")
plt.plot(p, -1 / p, "--", label="its gradient: −1/p")
plt.ylim(-8, 4)
plt.xlabel("p, the probability given to the right class")
plt.grid(True)
plt.legend()
plt.show()
# --8<-- [end:plot]
