"""What docs/index.md says is true."""

import re

from drawings import arrows
from project import tested
from proving import Page
from single_neuron import outputs

page = Page("index")

@page.draws("neuron/diagram")
def _(figure):
    [axes] = figure.axes
    drawn = set(arrows(axes))
    assert {("x₁", "Σ", "w₁"), ("x₂", "Σ", "w₂"), ("b", "Σ", "")} < drawn
    page.says("two inputs x₁ and x₂ are weighted by w₁ and w₂ and meet the bias b in a sum;")
    assert {("Σ", "f", "z"), ("f", "", "ŷ")} < drawn
    page.says("the sum z goes through an activation f, which gives the output ŷ.")
    assert len(drawn) == 5


def nothing_before_its_tools():
    """No page before chapter 4 has a slope, a logarithm or an e in an equation."""
    order = [entry.uri for entry in tested().nav if entry.section]
    first = order[: order.index("tools.md")]
    signs = re.compile(r"\\partial|\\log|\\ln|e\^|f'|\\nabla|\\sum")
    equations = [each.tex for uri in first for each in tested().pages[uri].equations]
    return first == ["neuron.md", "line.md", "non-linearity.md"] and not any(
        map(signs.search, equations)
    )


page.claims(
    {
        "or a number that differs by more than a relative $10^{-9}$": lambda: (
            outputs.TOLERANCE == 1e-9
        ),
        "Slopes, logarithms and NumPy are explained in [chapter 4](tools.md), before anything is"
        " built on them": nothing_before_its_tools,
    }
)
