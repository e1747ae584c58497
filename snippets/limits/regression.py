"""Without activation the neuron finds the line behind noisy points."""

# --8<-- [start:fit]
import numpy as np

rng = np.random.default_rng(0)
x = np.linspace(0, 4, 30)  # (30,)
y = 2 * x + 1 + rng.normal(scale=0.5, size=30)  # (30,) a line, and noise

w, b, lr = 0.0, 0.0, 0.1
for _ in range(500):
    delta = w * x + b - y  # (30,)
    dw, db = 2 * np.mean(delta * x), 2 * np.mean(delta)
    w, b = w - lr * dw, b - lr * db

best_w, best_b = np.polyfit(x, y, 1)
print(f"neuron:        w = {w:.4f}, b = {b:.4f}")
print(f"least squares: w = {best_w:.4f}, b = {best_b:.4f}")
# --8<-- [end:fit]

# --8<-- [start:plot]
import matplotlib.pyplot as plt

plt.plot(x, y, "o", label="data")
plt.plot(x, w * x + b, label=f"z = {w:.2f}x + {b:.2f}, learnt")
plt.xlabel("input x")
plt.ylabel("output z")
plt.grid(True)
plt.legend()
plt.show()
# --8<-- [end:plot]
