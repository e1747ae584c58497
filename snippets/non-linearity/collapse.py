"""Two affine layers in a row are one affine layer; so are ten."""

import numpy as np

W1 = np.array([[1.0, 2.0], [0.0, -1.0], [3.0, 1.0]])  # (3, 2)
b1 = np.array([1.0, 0.0, -2.0])  # (3,)
W2 = np.array([[2.0, 1.0, -1.0]])  # (1, 3)
b2 = np.array([0.5])  # (1,)

W = W2 @ W1  # (1, 3) @ (3, 2) -> (1, 2)
b = W2 @ b1 + b2  # (1, 3) @ (3,) + (1,) -> (1,)
print(f"one layer in place of two: W = {W}, b = {b}")

x = np.array([-1.0, 2.0])  # (2,)
print(f"two layers: {W2 @ (W1 @ x + b1) + b2}")
print(f"one layer:  {W @ x + b}")
a = np.maximum(0, W1 @ x + b1)  # (3,) a ReLU in between
z2 = W2 @ a + b2  # (1, 3) @ (3,) + (1,) -> (1,)
print(f"with ReLU:  {z2}")

# ten layers of five units, drawn at random
rng = np.random.default_rng(0)
layers = [(rng.normal(size=(5, 5)), rng.normal(size=5)) for _ in range(10)]
x = rng.normal(size=5)  # (5,)
deep, W, b = x, np.eye(5), np.zeros(5)  # (5,), (5, 5), (5,)
for W_l, b_l in layers:
    deep = W_l @ deep + b_l  # (5,) through the layers one by one
    W, b = W_l @ W, W_l @ b + b_l  # (5, 5), (5,) folded into one layer
print(f"ten layers agree with one: {np.allclose(deep, W @ x + b)}")
