"""Five rules for slopes, each checked at x = 2 by a nudge to both sides."""

import numpy as np

x, h = 2.0, 1e-5
w, b = 3.0, 7.0  # held fixed: they are not nudged

rules = {  # name: (a function of x, its slope at x by the rule)
    "sum":   (lambda x: w * x**2 + np.exp(x) + b, w * 2 * x + np.exp(x)),
    "power": (lambda x: x**-1, -1 * x**-2),
    "exp":   (np.exp, np.exp(x)),
    "log":   (np.log, 1 / x),
    "chain": (lambda x: np.exp(-x), np.exp(-x) * -1),
}  # fmt: skip
for name, (f, by_rule) in rules.items():
    by_nudge = (f(x + h) - f(x - h)) / (2 * h)
    print(f"{name:5}: by the rule {by_rule:8.5f}, by a nudge {by_nudge:8.5f}")
