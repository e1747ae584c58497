"""Rows of rows: four cases meet three neurons in one product."""

import numpy as np

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])  # (4, 2) a row for each case
W = np.array([[10, 1], [1, -1], [0, 2]])  # (3, 2) a row for each neuron

Z = X @ W.T  # (4, 2) @ (2, 3) -> (4, 3)
print(f"X @ W.T:\n{Z}")
