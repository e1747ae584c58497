"""What docs/checks.md says is true."""

from proving import Page
from single_neuron import outputs

page = Page("checks")

page.claims(
    {
        "numbers to a relative difference of $10^{-9}$.": lambda: outputs.TOLERANCE == 1e-9,
    }
)
