"""A straight line and three activations on one pair of axes."""

import matplotlib.pyplot as plt
import numpy as np

x = np.linspace(-3.5, 3.5, 500)  # (500,)

plt.figure(figsize=(5, 3.9))
plt.plot(x, x, "--", color="gray", label="identity: x")
plt.plot(x, np.maximum(0, x), "-", label="ReLU(x)")
plt.plot(x, np.tanh(x), "-.", label="tanh(x)")
plt.plot(x, 1 / (1 + np.exp(-x)), ":", label="sigmoid(x)")
plt.xlim(-3, 3)
plt.ylim(-1.5, 1.5)
plt.xlabel("input x")
plt.ylabel("output")
plt.grid(True)
plt.legend()
plt.show()
