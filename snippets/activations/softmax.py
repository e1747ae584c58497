"""Softmax and its Jacobian."""

# --8<-- [start:function]
import numpy as np


def softmax(z):
    """Turn K logits, (K,), into K probabilities that sum to 1."""
    e = np.exp(z - np.max(z))  # no exponent above 0: nothing overflows
    return e / np.sum(e)


def softmax_jacobian(z):
    """Row k, column r: how probability k moves with logit r, (K, K)."""
    p = softmax(z)
    return np.diag(p) - np.outer(p, p)


z = np.array([2.0, 1.0, 0.0])  # (3,)
print(f"probabilities: {np.round(softmax(z), 4)}")
print(f"their sum:     {np.sum(softmax(z)):.4f}")
print(f"Jacobian:\n{np.round(softmax_jacobian(z), 4)}")
# --8<-- [end:function]

# --8<-- [start:overflow]
z = np.array([1000.0, 1001.0, 1002.0])  # (3,)
with np.errstate(over="ignore", invalid="ignore"):
    naive = np.exp(z) / np.sum(np.exp(z))
print(f"naive:  {naive}")
print(f"stable: {np.round(softmax(z), 4)}")
# --8<-- [end:overflow]

# --8<-- [start:plot]
import matplotlib.pyplot as plt

moving = np.linspace(-5, 6, 221)  # (221,) first logit; the others stay put
p = np.array([softmax(np.array([z1, 1.0, 0.0])) for z1 in moving])  # (221, 3)
plt.plot(moving, p[:, 0], "-", color="C0", label="p₁")
plt.plot(moving, p[:, 1], "-.", color="C2", label="p₂")
plt.plot(moving, p[:, 2], ":", color="C3", label="p₃")
plt.plot(moving, p[:, 0] * (1 - p[:, 0]), "--", color="C1", label="∂p₁/∂z₁")
plt.xlabel("z₁, with z₂ = 1 and z₃ = 0")
plt.grid(True)
plt.legend()
plt.show()
# --8<-- [end:plot]
