"""What docs/index.md says is true."""

from drawings import arrows
from proving import Page

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
