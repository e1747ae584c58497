"""The check of the figure in docs/index.md."""

from proving import arrows, draws, says


@draws("neuron/diagram")
def _(figure):
    [axes] = figure.axes
    drawn = set(arrows(axes))
    assert {("x₁", "Σ", "w₁"), ("x₂", "Σ", "w₂"), ("b", "Σ", "")} < drawn
    says("two inputs x₁ and x₂ are weighted by w₁ and w₂ and meet the bias b in a sum;")
    assert {("Σ", "f", "z"), ("f", "", "ŷ")} < drawn
    says("the sum z goes through an activation f, which gives the output ŷ.")
    assert len(drawn) == 5
