"""Mean squared error and its gradient."""

# --8<-- [start:function]
import numpy as np


def mse(y, y_hat):
    """Mean of the squared errors of N predictions."""
    return np.mean((y_hat - y) ** 2)


def mse_gradient(y, y_hat):
    """Gradient of the mean with respect to the predictions, (N,)."""
    return 2 * (y_hat - y) / len(y)


y = np.array([3.0, 5.0])  # (2,)
y_hat = np.array([2.5, 7.0])  # (2,) errors -0.5 and 2
print(f"MSE = {mse(y, y_hat)}, gradient = {mse_gradient(y, y_hat)}")
# --8<-- [end:function]

# --8<-- [start:plot]
import matplotlib.pyplot as plt

error = np.linspace(-3, 3, 121)  # (121,)
plt.plot(error, error**2, label="loss of one prediction")
plt.plot(error, 2 * error, "--", label="its gradient")
plt.xlabel("error ŷ − y")
plt.grid(True)
plt.legend()
plt.show()
# --8<-- [end:plot]
