"""Cross-entropy from the logit holds where the way by the sigmoid breaks."""

# --8<-- [start:compare]
import numpy as np


def from_probability(y, z, eps=0.0):
    """Cross-entropy by way of y_hat = sigmoid(z)."""
    y_hat = 1 / (1 + np.exp(-z))
    return -(y * np.log(y_hat + eps) + (1 - y) * np.log(1 - y_hat + eps))


def from_logit(y, z):
    """The same loss without the sigmoid: log(1 + e^z), or of -z if y is 1."""
    return np.logaddexp(0, (1 - 2 * y) * z)


with np.errstate(divide="ignore"):
    for z in (2.0, 20.0, 37.0, 50.0):
        print(
            f"z = {z}: naive {from_probability(0, z):.4f}, "
            f"with eps {from_probability(0, z, eps=1e-8):.4f}, "
            f"from the logit {from_logit(0, z):.4f}"
        )
# --8<-- [end:compare]

# --8<-- [start:plot]
import matplotlib.pyplot as plt

z = np.linspace(-5, 50, 221)  # (221,)
with np.errstate(divide="ignore"):
    naive = from_probability(0, z)  # (221,) infinite at the end
    capped = from_probability(0, z, eps=1e-8)  # (221,)
finite = np.isfinite(naive)  # (221,)
plt.plot(z, from_logit(0, z), label="from the logit")
plt.plot(z[finite], naive[finite], "--", label="through the sigmoid")
plt.plot(z, capped, ":", color="C2", label="with ε = 1e-8: capped")
plt.xlabel("logit z, while the label is y = 0")
plt.ylabel("loss")
plt.grid(True)
plt.legend()
plt.show()
# --8<-- [end:plot]
