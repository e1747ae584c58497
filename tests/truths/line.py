"""What docs/line.md says is true."""

import numpy as np
import sympy
from algebra import agree, b, same, w, w_1, w_2, x, x_1, x_2, z
from drawings import colour, curve, lines, names, shaded, traces
from matplotlib.text import Annotation
from neuron import a_tie_is_a_no
from proving import Page, stated
from snippet import numbers, prints, rerun
from sympy import Rational, diff, lambdify, solve

page = Page("line")

RNG = np.random.default_rng(2)


@page.proves("line")
def _(height, line):
    assert height == z
    assert diff(line, x) == w
    assert line.subs(x, 0) == b
    page.says("The weight $w$ is the slope $m$, and the bias $b$ is the intercept $c$.")
    program = rerun("line/lines", x=RNG.normal(size=100))
    assert agree(program.slope, program.w)
    assert agree(program.z, lambdify([w, b, x], line)(program.w, program.b, program.x))


@page.proves("decision-point")
def _(place, point):
    _, line = stated("line", "line")
    assert solve(line, place) == [point]
    page.says("Solve $wx + b = 0$ for $x$:")
    slope, intercept = RNG.normal(size=2)
    program = rerun("line/boundary", w=slope, b=intercept)
    assert agree(program.point, point.subs({w: slope, b: intercept}))


@page.proves("decision-line")
def _(total, zero):
    # where the neuron's sum of two inputs is zero
    _, weighted_sum = stated("neuron", "weighted-sum-two")
    assert same(total, weighted_sum)
    assert zero == 0
    page.says(r"With $d$ inputs the equation $w \cdot x + b = 0$ describes a flat set")


@page.draws("line/lines")
def _(figure):
    assert names(figure) == ("input x", "output z")
    assert len(lines(figure)) == 4
    for label, line in lines(figure).items():
        slope, intercept = numbers(label)
        xs, zs = line.get_data()
        assert agree(xs, np.linspace(-10, 10, 100))
        assert agree(zs, slope * xs + intercept)
    page.says("Four straight lines between x = −10 and 10.", "Compare each line with its label.")
    assert curve(figure, "w = 1, b = 0")(0) == 0
    page.says("With w = 1, b = 0 the line rises through the origin;")
    assert curve(figure, "w = -1, b = 0")(0) == 0
    page.says("with w = −1, b = 0 it falls through it;")
    assert curve(figure, "w = 2, b = 5")(0) == 5
    page.says("with w = 2, b = 5 it rises twice as steeply and crosses the vertical axis at 5;")
    assert curve(figure, "w = 0.5, b = -3")(0) == -3
    page.says("with w = 0.5, b = −3 it rises gently and crosses at −3.")
    *_, horizontal, vertical = figure.axes[0].lines
    assert set(horizontal.get_ydata()) == set(vertical.get_xdata()) == {0}


@page.draws("line/boundary")
def _(figure):
    one, two = figure.axes
    page.says("Two panels. Left, one input", "Right, two inputs")
    assert one.get_title() == "one input: a point"
    assert names(one) == ("input x", "z")
    assert traces(one, "z = 2x − 3", lambda x: 2 * x - 3, (-1, 4))
    assert one.get_ylim() == (-9, 6)
    assert set(one.lines[1].get_ydata()) == {0}
    point = lines(one)["z = 0 at x = 1.5"]
    assert point.get_xydata().tolist() == [[1.5, 2 * 1.5 - 3]] == [[1.5, 0]]
    page.says("the rising line z = 2x − 3 crosses z = 0 at the point x = 1.5.")
    assert colour(point.get_color()) == "orange"
    page.says("the line is the graph of z and the orange point separates.")

    assert two.get_title() == "two inputs: a line"
    assert names(two) == ("input x₁", "input x₂")
    assert traces(two, "x₁ + 2x₂ − 3 = 0", lambda x1: (3 - x1) / 2, (-1, 4))
    assert colour(lines(two)["x₁ + 2x₂ − 3 = 0"].get_color()) == "orange"
    page.says("the orange line itself separates")
    assert two.get_ylim() == (-1, 4)
    for x1, x2 in RNG.uniform(-1, 5, size=(300, 2)):
        assert shaded(two, "z > 0", (x1, x2)) == (x1 + 2 * x2 - 3 > 0 and max(x1, x2) < 4)
    page.says("the falling line x₁ + 2x₂ − 3 = 0 in the plane of the inputs, the side above it")

    notes = {text.xy: text.get_text() for text in two.texts if isinstance(text, Annotation)}
    assert notes == {(0, 0): "z = -3", (1, 1): "z = 0", (2, 2): "z = 3"}
    assert all(numbers(note) == [x1 + 2 * x2 - 3] for (x1, x2), note in notes.items())
    assert [tuple(*dot.get_xydata()) for dot in two.lines if dot.get_marker() == "o"] == list(notes)
    page.says("(0, 0) below it with z = −3, (1, 1) on it with z = 0, and (2, 2) above it")
    page.says("with z = 3.")
    page.says("negative on one side, zero on the line, positive on the other.")


def signs_of_the_weight() -> bool:
    """Where the line goes from x to x + 1, for a weight above, below and at zero."""
    climbs = [[weight * (v + 1) - weight * v for v in (-9, 0, 9)] for weight in (0.1, -0.1, 0)]
    return [{int(np.sign(climb)) for climb in those} for those in climbs] == [{1}, {-1}, {0}]


def where_it_changes_its_mind() -> bool:
    """Of all places near the point where z = 0, a neuron says yes to those on one side only."""
    point = Rational(3, 2)
    sums = [2 * (point + step) - 3 for step in (-Rational(1, 10**9), 0, Rational(1, 10**9))]
    return sums[1] == 0 and [total > 0 for total in sums] == [False, False, True]


def flat_sets() -> bool:
    """The dimension of a hyperplane among 1, 2 and 3 inputs: a point, a line, a plane."""
    return [len(sympy.ones(1, d).nullspace()) for d in (1, 2, 3)] == [0, 1, 2]


page.claims(
    {
        "- If $w > 0$, the line goes uphill: a larger $x$ gives a larger $z$. - If $w < 0$, it goes"
        " downhill. - If $w = 0$, it is flat: the input makes no": signs_of_the_weight,
        r"- The bias $b$ is the height at $x = 0$.": lambda: (w * x + b).subs(x, 0) == b,
        "The weight sets how steep a line is and which way it runs": lambda: (
            [prints("line/lines")[n::4] for n in (0, 1)]
            == [prints("line/lines")[n::4] for n in (2, 3)]
            == [[1, -1, 2, 0.5], [0, 0, 5, -3]]
        ),
        "where $z$ crosses from negative to positive. It is the set of inputs with $z = 0$, the": (
            where_it_changes_its_mind
        ),
        r"(This needs $w \ne 0$. A neuron with $w = 0$ answers the same for every input": lambda: (
            sympy.solve(0 * x + b, x) == [] and diff(0 * x + b, x) == 0
        ),
        "It is a point for $d = 1$, a line for $d = 2$, a plane for $d = 3$.": flat_sets,
        "A point exactly on the boundary has $z = 0$, and": lambda: (
            (w * x + b).subs(x, sympy.solve(w * x + b, x)[0]) == 0
        ),
        'On these pages "yes" means $z > 0$.': a_tie_is_a_no,
        "the decision boundary is where $z = 0$, a point, a line": where_it_changes_its_mind,
        "stands at right angles to the boundary": lambda: (  # (w_2, -w_1) runs along it
            same(w_1 * (x_1 + w_2) + w_2 * (x_2 - w_1), w_1 * x_1 + w_2 * x_2)
        ),
        "and points to the side where $z$ is positive": lambda: (  # a step along w adds |w|²
            same(w_1 * (x_1 + w_1) + w_2 * (x_2 + w_2) - (w_1 * x_1 + w_2 * x_2), w_1**2 + w_2**2)
        ),
    }
)
