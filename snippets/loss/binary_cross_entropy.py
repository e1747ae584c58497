"""Binary cross-entropy and its gradient."""

# --8<-- [start:function]
import numpy as np


def binary_cross_entropy(y, y_hat):
    """Mean surprise, in nats, at N labels 0 or 1, given the chances of a 1."""
    return -np.mean(y * np.log(y_hat) + (1 - y) * np.log(1 - y_hat))


def binary_cross_entropy_gradient(y, y_hat):
    """Gradient of the mean with respect to the predictions, (N,)."""
    return (y_hat - y) / (y_hat * (1 - y_hat)) / len(y)


y = np.array([1, 0, 1])  # (3,)
y_hat = np.array([0.9, 0.2, 0.6])  # (3,) right answers got 0.9, 0.8, 0.6
print(f"binary cross-entropy = {binary_cross_entropy(y, y_hat):.4f}")
print(f"gradient = {np.round(binary_cross_entropy_gradient(y, y_hat), 4)}")
# --8<-- [end:function]

# --8<-- [start:plot]
import matplotlib.pyplot as plt

p = np.linspace(0.01, 0.99, 197)  # (197,)
plt.plot(p, -np.log(p), color="C4", label="if y = 1: −log ŷ")
plt.plot(p, -np.log(1 - p), "--", color="C5", label="if y = 0: −log(1 − ŷ)")
plt.xlabel("prediction ŷ")
plt.ylabel("loss of one prediction")
plt.grid(True)
plt.legend()
plt.show()
# --8<-- [end:plot]
