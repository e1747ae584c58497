"""What e to the power of -z and -log p are, and why one adds logarithms."""

import numpy as np

for z in (-5, 0, 5):
    print(f"z = {z:2}: e to the -z is {np.exp(-z):8.4f}")
for p in (1, 0.5, 0.1, 0.01):
    print(f"p = {p:4}: -log p is {-np.log(p) + 0:.4f}")  # + 0: no "-0"

p = np.full(2000, 0.5)  # (2000,) as many answers, each given one half
print(f"the product of all: {np.prod(p)}")
print(f"the sum of -log p:  {np.sum(-np.log(p)):.2f}")
