"""A fruit-stall bill is a weighted sum plus a fixed charge."""

import numpy as np

x = np.array([2, 3])  # (2,) quantities: apples, oranges
w = np.array([10, 15])  # (2,) prices in rupees: an apple, an orange
b = 5  # the delivery charge, whatever is bought

z = w @ x + b  # (2,) @ (2,) -> one number

print(f"{x[0]}·{w[0]} + {x[1]}·{w[1]} + {b} = {z}")
