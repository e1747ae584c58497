"""One line of matrix arithmetic in place of two nested loops."""

import numpy as np

rng = np.random.default_rng(0)
X = rng.normal(size=(50, 3))  # (N, d) = (50, 3)
delta = rng.normal(size=50)  # (N,) the errors y_hat - y of some prediction
N, d = X.shape

dw_loop = np.zeros(d)  # (3,)
for i in range(N):
    for j in range(d):
        dw_loop[j] += delta[i] * X[i, j] / N

dw = X.T @ delta / N  # (d, N) @ (N,) -> (d,)

print(f"loop:     {np.round(dw_loop, 6)}")
print(f"one line: {np.round(dw, 6)}")

# The trap: a column minus a row is a table, and nothing warns you.
y_hat, y = np.ones((N, 1)), np.ones(N)  # (50, 1) and (50,)
print(f"(50, 1) - (50,) has shape {(y_hat - y).shape}")
