"""Entry by entry: what NumPy makes of the four answers of OR."""

import numpy as np

y = np.array([0, 1, 1, 1])  # (4,) the right answers
p = np.array([0.2, 0.9, 0.9, 1.0])  # (4,) what a neuron may say

print(f"1 - y:     {1 - y}")  # one number and (4,) -> (4,)
print(f"p - y:     {p - y}")  # (4,) and (4,) -> (4,)
print(f"p * y:     {p * y}")
print(f"np.exp(y): {np.round(np.exp(y), 3)}")
print(f"np.sum(y): {np.sum(y)}, np.mean(y): {np.mean(y)}")
