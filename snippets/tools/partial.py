"""Three slopes of one bill: nudge one number, freeze all others."""

x1, x2 = 2, 3  # quantities, as bought


def bill(w1, w2, b):
    """The fruit stall's sum, for any prices and delivery charge."""
    return w1 * x1 + w2 * x2 + b


h = 0.5  # rupees
print(f"nudge w1: {(bill(10 + h, 15, 5) - bill(10, 15, 5)) / h}")
print(f"nudge w2: {(bill(10, 15 + h, 5) - bill(10, 15, 5)) / h}")
print(f"nudge b:  {(bill(10, 15, 5 + h) - bill(10, 15, 5)) / h}")
