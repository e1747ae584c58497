"""What docs/index.md says is true."""

import re

from drawings import arrows
from neuron import answers, labels, trained
from oracle import OR, START
from project import tested
from proving import Page
from single_neuron import outputs, play
from snippet import SNIPPETS

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


def the_bias_turns():
    """From above zero to below, and it is all there is at the row that is no."""
    first, last = float(START[2]), trained()[2]
    return (f"{first:.2f}", f"{last:.2f}") == ("0.73", "-1.50") and labels(OR)[0] == 0


def the_weights_grow():
    """Both, and either alone outweighs the bias."""
    *weights, bias = trained()
    grown = all(last > first for first, last in zip(START, weights, strict=False))
    rounded = [f"{weight:.2f}" for weight in weights]
    return grown and rounded == ["4.04", "4.09"] and answers([*weights, bias]) == labels(OR)


page.claims(
    {
        "Training is to teach this neuron OR: answer 1 if at least one input is 1.": lambda: (
            labels(OR) == [max(corner) for corner, _ in OR]
        ),
        "It goes from 0.73 down to −1.50, because with both inputs at 0 it stands alone, and there"
        " the answer is to be 0.": the_bias_turns,
        "Both weights grow, to 4.04 and 4.09, so that one input suffices for a 1.": (
            the_weights_grow
        ),
        "or a number that differs by more than a billionth of itself, the site is "
        "not built.": lambda: (
            outputs.TOLERANCE == 1e-9
        ),
        "Slopes, logarithms and NumPy are explained in [chapter 4](tools.md), before anything is"
        " built on them": nothing_before_its_tools,
    }
)


def all_from_files() -> bool:
    """No page holds code or output of its own: each is a file, and the script of each output and
    of each figure is one that the build runs.
    """
    pages = tested().pages.values()
    shown = [f for each in pages for f in each.fences if f.language == "python" or f.title]
    scripts = {path.relative_to(SNIPPETS).with_suffix("").as_posix() for path in tested().scripts}
    drawn = [i.target for each in pages for i in each.images if "figures/" in i.target]
    figures = [re.fullmatch(r"(?:\.\./)*figures/(.+?)(?:-\d)?\.svg", target)[1] for target in drawn]
    ran = [f.include.path.rpartition(".")[0] for f in shown if f.include]
    return len(ran) == len(shown) > 100 and {*ran, *figures} <= scripts


def all_that_answer() -> bool:
    """Each figure of any page that a script wakes stands on the page *Play*, once."""
    waking = re.compile(r'data-play="([\w-]+)"')
    found = [view for each in tested().pages.values() for view in waking.findall(each.text)]
    gathered = play.fill(tested().pages["play.md"].text, tested())
    return len(found) >= 6 and sorted(waking.findall(gathered)) == sorted(found)


page.claims(
    {
        "Every block of code in the chapters comes from a file that was run when "
        "the site was built. Every output below a block is what that run "
        "printed, every printed figure is what it drew.": (
            all_from_files
        ),
        "The [Play](play.md) page gathers all figures that answer when touched.": all_that_answer,
    }
)
