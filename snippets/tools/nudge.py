"""The slope of x² at x = 1: nudge x, and see by how much the square moves."""

# --8<-- [start:nudge]
def square(x):
    """The function whose slope is wanted."""
    return x * x


x = 1.0
for h in (1.0, 0.1, 0.01, 0.001):  # the nudge
    moved = square(x + h) - square(x)
    print(f"nudge {h:5}: x² moves by {moved:.6f}, ratio {moved / h:.3f}")
# --8<-- [end:nudge]

# --8<-- [start:plot]
import matplotlib.pyplot as plt
import numpy as np

at = np.linspace(-0.5, 2.2, 109)  # (109,)
plt.plot(at, square(at), label="x²")
secant, tangent = [square(1), square(2)], 1 + 2 * (at - 1)
plt.plot([1, 2], secant, "o:", color="C2", label="nudge of 1: ratio 3")
plt.plot(at, tangent, "--", color="C1", label="tangent at x = 1: slope 2")
plt.xlabel("x")
plt.grid(True)
plt.legend()
plt.show()
# --8<-- [end:plot]
