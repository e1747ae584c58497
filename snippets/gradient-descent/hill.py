"""Walk downhill on L(w) = (w - 3)^2, feeling only the slope underfoot."""

# --8<-- [start:walk]
def L(w):
    """The landscape: its lowest point is at w = 3."""
    return (w - 3) ** 2


def dL_dw(w):
    """Its slope."""
    return 2 * (w - 3)


lr = 0.1
path = [0.0]
for _ in range(20):
    path.append(path[-1] - lr * dL_dw(path[-1]))

for step in (0, 1, 2, 3, 20):
    print(f"step {step:2}: w = {path[step]:.4f}, L = {L(path[step]):.4f}")
# --8<-- [end:walk]

# --8<-- [start:plot]
import matplotlib.pyplot as plt
import numpy as np

w = np.linspace(-0.5, 6.5, 141)  # (141,)
steps = np.array(path)  # (21,)
plt.plot(w, L(w), color="black", label="L(w) = (w − 3)²")
plt.plot(steps, L(steps), "o--", linewidth=1, label="20 steps with α = 0.1")
plt.plot(3, 0, "o", color="C1")
plt.xlabel("weight w")
plt.ylabel("loss L")
plt.grid(True)
plt.legend()
plt.show()
# --8<-- [end:plot]
