"""Four straight lines z = wx + b: the weight w tilts a line, the bias b lifts it."""

import matplotlib.pyplot as plt
import numpy as np

x = np.linspace(-10, 10, 100)  # (100,)

for w, b, style in [(1, 0, "-"), (-1, 0, "--"), (2, 5, "-."), (0.5, -3, ":")]:
    z = w * x + b  # (100,)
    plt.plot(x, z, style, label=f"w = {w}, b = {b}")
    print(f"w = {w:4}, b = {b:2}: z(0) = {w * 0 + b:2}, z(1) - z(0) = {(w * 1 + b) - b:4}")

plt.axhline(0, color="gray", linewidth=1)
plt.axvline(0, color="gray", linewidth=1)
plt.xlabel("input x")
plt.ylabel("output z")
plt.grid(True)
plt.legend()
plt.show()
