"""Mean absolute error and its gradient."""

# --8<-- [start:function]
import numpy as np


def mae(y, y_hat):
    """Mean of the absolute errors of N predictions."""
    return np.mean(np.abs(y_hat - y))


def mae_gradient(y, y_hat):
    """Gradient with respect to the predictions, (N,); at the kink 0."""
    return np.sign(y_hat - y) / len(y)


y = np.array([3.0, 5.0])  # (2,)
y_hat = np.array([2.5, 7.0])  # (2,) errors -0.5 and 2
print(f"MAE = {mae(y, y_hat)}, gradient = {mae_gradient(y, y_hat)}")
# --8<-- [end:function]

# --8<-- [start:plot]
import matplotlib.pyplot as plt

error = np.linspace(-3, 3, 121)  # (121,)
left, right = error[error < 0], error[error > 0]
plt.plot(error, np.abs(error), label="loss of one prediction")
plt.plot(left, np.sign(left), "--", color="C1", label="its gradient")
plt.plot(right, np.sign(right), "--", color="C1")
plt.plot(0, 0, "o", color="C1", label="0 at the kink, by convention")
plt.xlabel("error ŷ − y")
plt.ylim(top=4.2)
plt.grid(True)
plt.legend()
plt.show()
# --8<-- [end:plot]
