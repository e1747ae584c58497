"""Cross-entropy from the logit: exact where the road through the sigmoid breaks down."""

import matplotlib.pyplot as plt
import numpy as np


def from_probability(y, z, eps=0.0):
    """Cross-entropy by way of y_hat = sigmoid(z), as the formula is written."""
    y_hat = 1 / (1 + np.exp(-z))
    return -(y * np.log(y_hat + eps) + (1 - y) * np.log(1 - y_hat + eps))


def from_logit(y, z):
    """The same loss without the sigmoid: log(1 + e^z) - y z."""
    return np.logaddexp(0, z) - y * z


with np.errstate(divide="ignore"):
    for z in (2.0, 20.0, 37.0, 50.0):
        naive, capped, stable = from_probability(0, z), from_probability(0, z, 1e-8), from_logit(0, z)
        print(f"z = {z:4}: naive {naive:7.4f}, with eps {capped:7.4f}, from the logit {stable:7.4f}")

    z = np.linspace(-5, 50, 221)  # (221,)
    naive = from_probability(0, z)  # (221,) infinite from z = 37 on
plt.plot(z, from_logit(0, z), label="from the logit")
plt.plot(z[np.isfinite(naive)], naive[np.isfinite(naive)], "--", label="through the sigmoid")
plt.plot(z, from_probability(0, z, eps=1e-8), ":", color="C2", label="with ε = 1e-8: capped")
plt.xlabel("logit z, while the label is y = 0")
plt.ylabel("loss")
plt.grid(True)
plt.legend()
plt.show()
