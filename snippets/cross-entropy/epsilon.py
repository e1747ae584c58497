"""A small number inside the logarithms lowers the floor and adds a ceiling."""

import numpy as np


def loss(y, y_hat, eps):
    """Binary cross-entropy of one prediction, eps inside both logarithms."""
    return -(y * np.log(y_hat + eps) + (1 - y) * np.log(1 - y_hat + eps))


print(f"perfect prediction:  {loss(1, 1.0, eps=1e-8):.2e}")
print(f"hopeless prediction: {loss(1, 0.0, eps=1e-8):.2f}")

with np.errstate(divide="ignore", invalid="ignore"):
    print(f"perfect without eps: {loss(1, 1.0, eps=0)}")

sigmoid_37 = 1 / (1 + np.exp(-37.0))
print(f"1 - sigmoid(37):     {1 - sigmoid_37}")
with np.errstate(divide="ignore"):
    print(f"loss without eps:    {loss(0, sigmoid_37, eps=0)}")
print(f"loss with eps:       {loss(0, sigmoid_37, eps=1e-8):.2f}")
