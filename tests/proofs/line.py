"""Proofs of the equations and figures in docs/line.md."""

import numpy as np
from matplotlib.text import Annotation
from proving import (
    agree,
    b,
    colour,
    curve,
    draws,
    lines,
    names,
    proves,
    rerun,
    same,
    says,
    shaded,
    stated,
    traces,
    w,
    x,
    z,
)
from snippet import numbers
from sympy import diff, lambdify, solve

RNG = np.random.default_rng(2)


@proves("line")
def _(height, line):
    assert height == z
    assert diff(line, x) == w
    assert line.subs(x, 0) == b
    says("The weight $w$ is the slope $m$, and the bias $b$ is the intercept $c$.")
    program = rerun("line/lines", x=RNG.normal(size=100))
    assert agree(program.slope, program.w)
    assert agree(program.z, lambdify([w, b, x], line)(program.w, program.b, program.x))


@proves("decision-point")
def _(place, point):
    _, line = stated("line", "line")
    assert solve(line, place) == [point]
    says("Solve $wx + b = 0$ for $x$:")
    slope, intercept = RNG.normal(size=2)
    program = rerun("line/boundary", w=slope, b=intercept)
    assert agree(program.point, point.subs({w: slope, b: intercept}))


@proves("decision-line")
def _(total, zero):
    # where the neuron's sum of two inputs is zero
    _, weighted_sum = stated("neuron", "weighted-sum-two")
    assert same(total, weighted_sum)
    assert zero == 0
    says(r"With $d$ inputs the equation $w \cdot x + b = 0$ describes a flat set")


@draws("line/lines")
def _(figure):
    assert names(figure) == ("input x", "output z")
    assert len(lines(figure)) == 4
    for label, line in lines(figure).items():
        slope, intercept = numbers(label)
        xs, zs = line.get_data()
        assert agree(xs, np.linspace(-10, 10, 100))
        assert agree(zs, slope * xs + intercept)
    says("Four straight lines between x = −10 and 10.", "Compare each line with its label.")
    assert curve(figure, "w = 1, b = 0")(0) == 0
    says("With w = 1, b = 0 the line rises through the origin;")
    assert curve(figure, "w = -1, b = 0")(0) == 0
    says("with w = −1, b = 0 it falls through it;")
    assert curve(figure, "w = 2, b = 5")(0) == 5
    says("with w = 2, b = 5 it rises twice as steeply and crosses the vertical axis at 5;")
    assert curve(figure, "w = 0.5, b = -3")(0) == -3
    says("with w = 0.5, b = −3 it rises gently and crosses at −3.")
    *_, horizontal, vertical = figure.axes[0].lines
    assert set(horizontal.get_ydata()) == set(vertical.get_xdata()) == {0}


@draws("line/boundary")
def _(figure):
    one, two = figure.axes
    says("Two panels. Left, one input", "Right, two inputs")
    assert one.get_title() == "one input: a point"
    assert names(one) == ("input x", "z")
    assert traces(one, "z = 2x − 3", lambda x: 2 * x - 3, (-1, 4))
    assert one.get_ylim() == (-9, 6)
    assert set(one.lines[1].get_ydata()) == {0}
    point = lines(one)["z = 0 at x = 1.5"]
    assert point.get_xydata().tolist() == [[1.5, 2 * 1.5 - 3]] == [[1.5, 0]]
    says("the rising line z = 2x − 3 crosses z = 0 at the point x = 1.5.")
    assert colour(point.get_color()) == "orange"
    says("the line is the graph of z and the orange point separates.")

    assert two.get_title() == "two inputs: a line"
    assert names(two) == ("input x₁", "input x₂")
    assert traces(two, "x₁ + 2x₂ − 3 = 0", lambda x1: (3 - x1) / 2, (-1, 4))
    assert colour(lines(two)["x₁ + 2x₂ − 3 = 0"].get_color()) == "orange"
    says("the orange line itself separates")
    assert two.get_ylim() == (-1, 4)
    for x1, x2 in RNG.uniform(-1, 5, size=(300, 2)):
        assert shaded(two, "z > 0", (x1, x2)) == (x1 + 2 * x2 - 3 > 0 and max(x1, x2) < 4)
    says("the falling line x₁ + 2x₂ − 3 = 0 in the plane of the inputs, the side above it shaded")

    notes = {text.xy: text.get_text() for text in two.texts if isinstance(text, Annotation)}
    assert notes == {(0, 0): "z = -3", (1, 1): "z = 0", (2, 2): "z = 3"}
    assert all(numbers(note) == [x1 + 2 * x2 - 3] for (x1, x2), note in notes.items())
    assert [tuple(*dot.get_xydata()) for dot in two.lines if dot.get_marker() == "o"] == list(notes)
    says("(0, 0) below it with z = −3, (1, 1) on it with z = 0, and (2, 2) above it with z = 3.")
    says("negative on one side, zero on the line, positive on the other.")
