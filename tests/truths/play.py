"""What docs/play.md claims in its notes for teachers; all else there is the chapters' own."""

import math

from algebra import rounds
from proving import Page
from scipy import special
from snippet import load

page = Page("play", gathers=True)

page.claims(
    {
        "type $z = 40$ into the field: the sigmoid's slope is $4\\cdot10^{-18}$ in theory, and"
        " exactly 0 in double precision, because $\\sigma(40)$ is rounded to 1.": lambda: (
            f"{math.exp(-40):.0e}" == "4e-18"
            and load("activations/sigmoid").sigmoid(40.0) == 1
            and load("activations/sigmoid").sigmoid_derivative(40.0) == 0
        ),
        "$w = 400$: the neuron is so sure of itself that $1 - \\hat y$ is rounded to 0": lambda: (
            1 - special.expit(400 * 2 - 0.5) == 0
        ),
        "$w = b = 0$: the first step of the squared error is then a quarter of the other's,"
        " no longer less than a fiftieth.": lambda: (
            special.expit(0) ** 2 == 0.25 and special.expit(4) * special.expit(-4) < 1 / 50
        ),
        "go beyond the critical rate of 5.0217": lambda: rounds(64 / (7 + math.sqrt(33)), "5.0217"),
        "Then press *100* with 0.75 until the numbers end": lambda: (
            1200 * math.log10(abs(1 - 0.75 * (7 + math.sqrt(33)) / 4)) > 154  # squared: 1e308
        ),
    }
)
