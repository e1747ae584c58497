"""One email, three biases: the larger b is, the sooner it is called spam."""

import numpy as np

x = np.array([4, 2])  # (2,) features: links, suspicious words
w = np.array([0.5, 1.2])  # (2,) how much one of each says "spam"

for b in (-6, -4, -2):  # how easily the neuron says so
    z = w @ x + b  # (2,) @ (2,) -> one number
    verdict = "spam" if z > 0 else "not spam"
    print(f"b = {b}: z = {z:4.1f}, {verdict}")
