"""A column and a list look alike, and their difference is a table."""

import numpy as np

y = np.array([0, 1, 1, 1])  # (4,)
column = y[:, None]  # (4, 1) the same numbers in one column

print(f"y - y has the shape {(y - y).shape}")  # (4,) - (4,) -> (4,)
table = column - y  # (4, 1) - (4,) -> (4, 4)
print(f"column - y has the shape {table.shape}")
