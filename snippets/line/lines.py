"""Four lines z = wx + b: w tilts a line, b lifts or lowers it."""

# --8<-- [start:lines]
import numpy as np

x = np.linspace(-10, 10, 100)  # (100,)
lines = [(1, 0), (-1, 0), (2, 5), (0.5, -3)]  # w and b of each

for w, b in lines:
    z = w * x + b  # (100,)
    slope = (z[-1] - z[0]) / (x[-1] - x[0])
    height = w * 0 + b  # z where x = 0
    print(f"w = {w:4}, b = {b:2}: slope {slope:4.1f}, height {height:4.1f}")
# --8<-- [end:lines]

# --8<-- [start:plot]
import matplotlib.pyplot as plt

for (w, b), style in zip(lines, ("-", "--", "-.", ":"), strict=True):
    plt.plot(x, w * x + b, style, label=f"w = {w}, b = {b}")
plt.axhline(0, color="gray", linewidth=1)
plt.axvline(0, color="gray", linewidth=1)
plt.xlabel("input x")
plt.ylabel("output z")
plt.grid(True)
plt.legend()
plt.show()
# --8<-- [end:plot]
