"""A wrong answer that squared error keeps and that cross-entropy mends."""

import math

x, y = [1.0, 10.0], [1.0, 0.0]  # two examples: yes at 1, no at 10
lr = 0.15


def train(slope, steps):
    """Start at w = 1, b = 0 with dz = slope(y_hat, y); return both outputs."""
    w, b = 1.0, 0.0
    for _ in range(steps):
        y_hat = [1 / (1 + math.exp(-(w * value + b))) for value in x]
        dz = [slope(*pair) for pair in zip(y_hat, y, strict=True)]
        dw, db = (dz[0] * x[0] + dz[1] * x[1]) / 2, (dz[0] + dz[1]) / 2
        w, b = w - lr * dw, b - lr * db
    return [1 / (1 + math.exp(-(w * value + b))) for value in x]


def squared_error(y_hat, y):
    """Slope of ½(ŷ − y)² with respect to z."""
    return (y_hat - y) * y_hat * (1 - y_hat)


def cross_entropy(y_hat, y):
    """Slope of the cross-entropy with respect to z."""
    return y_hat - y


for steps, slope in ((100_000, squared_error), (100, cross_entropy)):
    at_1, at_10 = train(slope, steps)
    name = slope.__name__
    print(f"{name} after {steps} steps: {at_1:.6f} and {at_10:.6f}")
