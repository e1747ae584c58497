"""XOR: the critical learning rate, where all outputs are one half."""

import numpy as np

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])  # (4, 2)

# Where all outputs are 1/2, the sigmoid's slope is 1/4, and the curvatures of
# the loss are the eigenvalues of H. The column of ones carries the bias.
X1 = np.column_stack([X, np.ones(4)])  # (4, 3)
H = 1 / 4 * X1.T @ X1 / len(X)  # (3, 4) @ (4, 3) -> (3, 3)
print(f"critical learning rate: {2 / np.linalg.eigvalsh(H)[-1]:.4f}")
