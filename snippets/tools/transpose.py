"""Turned over: rows become columns, and @ adds up over the four cases."""

import numpy as np

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])  # (4, 2) a row for each case
y = np.array([0, 1, 1, 1])  # (4,) the right answers

print(f"X.T:\n{X.T}")  # (2, 4)
print(f"X.T @ y: {X.T @ y}")  # (2, 4) @ (4,) -> (2,)
