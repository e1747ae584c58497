"""What docs/line.md says is true."""

import itertools

import numpy as np
import sympy
from algebra import agree, b, evaluate, same, w, w_1, w_2, x, x_1, x_2, z
from drawings import (
    corners,
    covers,
    curve,
    lines,
    names,
    shaded,
    shows_the_corners,
    traces,
    wrong_corners,
)
from matplotlib.text import Annotation
from neuron import WITH_ONES, a_tie_is_a_no, answers, labels, most_of_xor
from oracle import AND, CORNERS, OR, XOR
from proving import Page, stated
from reading import symbol
from snippet import load, numbers, prints, rerun
from sympy import Rational, diff, lambdify, solve

page = Page("line")

RNG = page.rng
RNG_POINTS = np.random.default_rng(3).normal(scale=3, size=(1000, 2))
m, c = symbol("m"), symbol("c")


@page.definition("line")
def _(height, line):
    """The page's program computes this line; its slope is w, its height at 0 is b."""
    assert height == z
    assert diff(line, x) == w
    assert line.subs(x, 0) == b
    page.says("The weight $w$ is the slope $m$, and the bias $b$ is the intercept $c$.")
    program = rerun("line/lines", x=RNG.normal(size=100))
    assert agree(program.slope, program.w)
    assert agree(program.z, lambdify([w, b, x], line)(program.w, program.b, program.x))


@page.theorem("decision-point")
def _(place, point):
    """SymPy solves wx + b = 0, and this is the one solution."""
    _, line = stated("line", "line")
    assert solve(line, place) == [point]
    page.says("Solve $wx + b = 0$ for $x$:")
    slope, intercept = RNG.normal(size=2)
    program = rerun("line/boundary", w=slope, b=intercept)
    assert agree(program.point, point.subs({w: slope, b: intercept}))


@page.theorem("decision-line")
def _(total, zero):
    """It is where the neuron's sum of two inputs is zero; the page's program draws such points."""
    # where the neuron's sum of two inputs is zero
    _, weighted_sum = stated("neuron", "weighted-sum-two")
    assert same(total, weighted_sum)
    assert zero == 0
    # and that is the line which the program draws
    program = load("line/boundary")
    letters = {"w_1": program.w[0], "w_2": program.w[1], "x_1": program.x1, "x_2": program.x2}
    assert agree(evaluate(total, **letters, b=program.b), np.zeros(100))
    assert flat_sets()
    page.says(r"With $d$ inputs, and a weight that is not zero, the equation $w \cdot x + b = 0$")
    page.says("describes a flat set of one dimension less than the space around it")


@page.draws("line/lines")
def _(figure):
    assert names(figure) == ("input x", "output z")
    assert len(lines(figure)) == 4
    for label, line in lines(figure).items():
        slope, intercept = numbers(label)
        xs, zs = line.get_data()
        assert agree(xs, np.linspace(-10, 10, 100))
        assert agree(zs, slope * xs + intercept)
    page.says("Four straight lines between x = −10 and 10.")
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
    page.says("Two panels. Above, one input", "Below, two inputs")
    assert one.get_title() == "one input: a point"
    assert names(one) == ("input x", "z")
    assert traces(one, "z = 2x − 3", lambda x: 2 * x - 3, (-1, 4))
    assert one.get_ylim() == (-9, 6)
    assert set(one.lines[1].get_ydata()) == {0}
    point = lines(one)["z = 0 at x = 1.5"]
    assert point.get_xydata().tolist() == [[1.5, 2 * 1.5 - 3]] == [[1.5, 0]]
    page.says("the rising line z = 2x − 3 crosses z = 0 at the point x = 1.5.")
    assert point.get_marker() == "o"
    assert one.get_position().y0 > two.get_position().y1
    page.says("Above, the line is the graph of z and the round point separates.")

    assert two.get_title() == "two inputs: a line"
    assert names(two) == ("input x₁", "input x₂")
    assert traces(two, "x₁ + 2x₂ − 3 = 0", lambda x1: (3 - x1) / 2, (-1, 5))
    page.says("Below, the falling line itself separates, and z is only written beside the points:")
    assert two.get_xlim() == two.get_ylim() == (-1, 5)
    assert two.get_aspect() == 1  # a right angle looks like one
    for x1, x2 in RNG.uniform(-1, 5, size=(300, 2)):
        assert shaded(two, "z > 0", (x1, x2)) == (x1 + 2 * x2 - 3 > 0)
    page.says("the falling line x₁ + 2x₂ − 3 = 0 in the plane of the inputs, the side above it")

    [arrow] = [each for each in two.texts if isinstance(each, Annotation) and each.arrow_patch]
    assert [tuple(arrow.xyann), tuple(arrow.xy)] == [(1, 1), (2, 3)]
    assert np.subtract(arrow.xy, arrow.xyann).tolist() == [1, 2] == load("line/boundary").w.tolist()
    assert np.dot([1, 2], [2, -1]) == 0
    [name] = [each for each in two.texts if each.get_text().strip() == "w"]
    assert name.get_position() == arrow.xy
    assert shaded(two, "z > 0", arrow.xy)
    page.says("The arrow w starts on the line at (1, 1), stands at right angles to it")
    page.says("and ends at (2, 3) in the shading.", "The arrow is the weights.")
    labels = [t for t in two.texts if isinstance(t, Annotation) and not t.arrow_patch]
    notes = {text.xy: text.get_text() for text in labels}
    assert notes == {(0, 0): "z = -3", (1, 1): "z = 0", (2, 2): "z = 3"}
    assert all(numbers(note) == [x1 + 2 * x2 - 3] for (x1, x2), note in notes.items())
    assert [tuple(*dot.get_xydata()) for dot in two.lines if dot.get_marker() == "o"] == list(notes)
    page.says("(0, 0) below it with z = −3, (1, 1) on it with z = 0, and (2, 2) above it")
    page.says("with z = 3.")
    page.says("negative on one side, zero on the line, positive on the other.")


@page.draws("line/arrow")
def _(figure):
    """Two arrows from the origin, each at right angles to its boundary and pointing to the yes."""
    distances = []
    for axes, weights in zip(figure.axes, ([1, 2], [2, 4]), strict=True):
        assert axes.get_xlim() == axes.get_ylim() == (-1, 5)
        assert axes.get_aspect() == 1  # a right angle looks like one
        assert axes.get_xlabel() == "x₁"
        [arrow] = [each for each in axes.texts if isinstance(each, Annotation)]
        assert [tuple(arrow.xyann), list(arrow.xy)] == [(0, 0), weights]
        [edge] = axes.lines
        (u, s), (v, t) = edge.get_xydata()
        assert agree([weights[0] * u + weights[1] * s, weights[0] * v + weights[1] * t], [3, 3])
        assert np.dot([v - u, t - s], weights) == 0
        [shading] = axes.collections
        [yes] = shading.get_paths()
        for point in RNG.uniform(-1, 5, size=(200, 2)):
            assert yes.contains_point(point) == (np.dot(weights, point) > 3)
        # the point of the boundary that is nearest to the origin, found by looking along it
        along = np.linspace(0, 1, 100_001)[:, None]
        places = (u, s) + along * ((v - u), (t - s))
        distances.append(min(np.hypot(*places.T)))
        [title] = [numbers(axes.get_title())[-1]]
        assert abs(title - distances[-1]) < 6e-4
    assert figure.axes[0].get_ylabel() == "x₂"
    assert [f"{distance:.3f}" for distance in distances] == ["1.342", "0.671"]
    page.says(
        "Two planes of two inputs with b = −3, in each an arrow from the origin and a falling"
    )
    page.says("line at right angles to it, the side that the arrow points to shaded.")
    page.says("Left, w = (1, 2), the line at a distance of 1.342 from the origin.")
    page.says("Right, w = (2, 4), the arrow twice as long, the line at half the distance, 0.671.")
    page.says("where z is positive, is the one that the arrow points to.")


def distance_from_the_origin() -> bool:
    """Of the boundary: the size of b by the arrow's length; so halved by an arrow twice as long,
    and the same if b is doubled too. By SymPy's own geometry.
    """

    def far(weights, bias):
        (u, v), at = weights, sympy.Rational(bias)
        return sympy.Line(sympy.Point(0, -at / v), slope=-Rational(u, v)).distance(
            sympy.Point(0, 0)
        )

    return (
        far((1, 2), -3) == 3 / sympy.sqrt(5)
        and f"{float(far((1, 2), -3)):.3f}" == "1.342"
        and 2 * far((2, 4), -3) == far((1, 2), -3) == far((2, 4), -6)
    )


def signs_of_the_weight() -> bool:
    """Where the line goes from x to x + 1, for a weight above, below and at zero."""
    climbs = [[weight * (v + 1) - weight * v for v in (-9, 0, 9)] for weight in (0.1, -0.1, 0)]
    return [{int(np.sign(climb)) for climb in those} for those in climbs] == [{1}, {-1}, {0}]


def where_it_changes_its_mind() -> bool:
    """Of all places, a neuron says yes to those on one side of the point where z = 0, and to no
    other, for many weights and biases of both signs, as near to the point as you like.
    """
    steps = [Rational(1, 10**power) for power in (0, 3, 9)]
    weights, biases = (-4, -1, Rational(1, 3), 2, 7), (-3, 0, Rational(1, 2))
    for weight, bias in itertools.product(weights, biases):
        point = -Rational(bias) / weight
        above = {weight * (point + step) + bias > 0 for step in steps}
        below = {weight * (point - step) + bias > 0 for step in steps}
        if weight * point + bias != 0 or (above, below) != ({weight > 0}, {weight < 0}):
            return False
    return True


def no_weight() -> bool:
    """With w = 0: no x is on the boundary if b is not zero, and every x if it is."""
    boundary = {at: sympy.solveset(0 * x + at, x, sympy.S.Reals) for at in (-2, 0, 1)}
    empty = sympy.S.EmptySet
    return boundary == {-2: empty, 0: sympy.S.Reals, 1: empty} and diff(0 * x + b, x) == 0


def flat_sets() -> bool:
    """The dimension of a hyperplane among d inputs, for weights of which only one need not be 0:
    a point, a line, a plane, and so on.
    """
    for size in range(1, 7):
        for place in range(size):
            row = sympy.zeros(1, size)
            row[place] = -3
            more = sympy.Matrix([[*row[:place], 5, *range(size - place - 1)]])
            if {len(each.nullspace()) for each in (row, more)} != {size - 1}:
                return False
    return True


def no_direction_rises_faster() -> bool:
    """Along 3,600 directions of length 1, z rises by at most what it does along w."""
    weights = np.array([1.0, 2.0])
    angles = np.linspace(0, 2 * np.pi, 3601)
    rises = np.cos(angles) * weights[0] + np.sin(angles) * weights[1]
    along = weights @ weights / np.linalg.norm(weights)
    return weights @ weights == 5 and bool(np.all(rises <= along + 1e-12)) and max(rises) > 2.236


def against_the_arrow() -> bool:
    """Where the boundary is nearest to the origin, and how that moves as b grows."""
    foot = -b * sympy.Matrix([w_1, w_2]) / (w_1**2 + w_2**2)
    on_it = same(w_1 * foot[0] + w_2 * foot[1] + b, 0)
    return on_it and same(w_1 * diff(foot[0], b) + w_2 * diff(foot[1], b), -1)


def no_line_for_xor() -> bool:
    """A neuron's sums over the corners (0, 0) and (1, 1) come to what the other two do.

    So not both of the latter can be above zero and both of the former not. For OR there is one.
    """
    sums = {(u, v): w_1 * u + w_2 * v + b for u, v in CORNERS}
    balance = same(sums[0, 0] + sums[1, 1], sums[0, 1] + sums[1, 0])
    yes = [corner for corner, label in XOR if label]
    return balance and yes == [(0, 1), (1, 0)] and answers([1, 1, -0.5]) == labels(OR)


@page.draws("line/gates")
def _(figure):
    left, right = figure.axes
    assert [axes.get_title() for axes in figure.axes] == [
        f"{gate}\nz = x₁ + x₂ − 0.5" for gate in ("OR", "XOR")
    ]
    assert names(left) == ("input x₁", "input x₂")
    for axes, gate in ((left, OR), (right, XOR)):
        assert corners(axes) == gate
        assert shows_the_corners(axes)
        first, second = axes.lines[0].get_data()
        assert agree(first + second - 0.5, [0, 0])
        assert covers(axes, lambda point: sum(point) - 0.5 > 0)
    page.says("Two squares of four corners, squares for ones and circles for zeros.")
    assert [wrong_corners(axes) for axes in figure.axes] == [[], [(1, 1)]]
    page.says(
        "Left, OR: the line x₁ + x₂ − 0.5 = 0 has the zero (0, 0) below it and the three ones"
    )
    page.says("below it and the three ones above it, in the shading.")
    page.says("Right, XOR: with the same line, the zero (1, 1) lies in the shading too, with the")
    page.says("For XOR it leaves the corner (1, 1) on the wrong side, and whichever other line you")
    assert no_line_for_xor()


@page.draws("line/by_hand")
def _(figure):
    """Three gates with weights of 1: boundary, shading, and the corners on the wrong side."""
    for axes, gate, bias in zip(figure.axes, (AND, OR, XOR), (-1.5, -0.5, -0.5), strict=True):
        assert numbers(axes.get_title()) == [bias]
        assert corners(axes) == gate
        assert shows_the_corners(axes)
        x1, x2 = axes.lines[0].get_data()
        assert (*x1,) == (-0.5, 1.5)
        assert agree(x1 + x2 + bias, [0, 0])
        assert covers(axes, lambda point, bias=bias: sum(point) + bias > 0)
    assert [axes.get_title()[:3] for axes in figure.axes] == ["AND", "OR,", "XOR"]
    assert [*map(wrong_corners, figure.axes)] == [[], [], [(1, 1)]]
    assert [axes.get_xlabel() for axes in figure.axes] == ["x₁"] * 3
    assert [axes.get_ylabel() for axes in figure.axes] == ["x₂", "", ""]
    x1, x2 = rerun("line/by_hand", w=np.array([1, 2])).axes[0].lines[0].get_data()
    assert agree(x1 + 2 * x2 - 1.5, [0, 0])
    page.says("The four corners of three gates, each with one straight boundary at weights of 1")
    page.says(
        "AND with b = −1.5: all four corners are right. OR with b = −0.5: all four are"
        " right."
    )
    page.says("XOR with b = −0.5: the corner (1, 1), which should be 0, lies on the side of “yes”.")
    page.says("Squares are ones, circles are zeros, and the orange side is where")


def gate_biases() -> bool:
    """With both weights at 1: the biases, in eighths, that make AND and those that make OR."""
    biases = np.arange(-24, 25) / 8
    ands, ors = (
        [bias for bias in biases if answers([1, 1, bias]) == labels(gate)] for gate in (AND, OR)
    )
    between = [[v for v in biases if low < v <= low + 1] for low in (-2, -1)]
    return [ands, ors] == between


def each_activation_decides_alike() -> bool:
    """Sigmoid above one half, the others above 0: where z > 0, and nowhere else."""
    totals = np.array([*RNG.normal(scale=3, size=500), -30, -1e-9, 0, 1e-9, 30])
    functions = dict.fromkeys(("tanh", "relu", "leaky_relu", "elu"), 0) | {"sigmoid": 0.5}
    return all(
        np.array_equal(getattr(load(f"activations/{name}"), name)(totals) > edge, totals > 0)
        for name, edge in functions.items()
    )


def drawn_arrow() -> bool:
    """How far it goes to the right and up, in the right panel."""
    texts = load("line/boundary").figures[0].axes[1].texts
    [arrow] = [each for each in texts if isinstance(each, Annotation) and each.arrow_patch]
    return np.subtract(arrow.xy, arrow.xyann).tolist() == load("line/boundary").w.tolist()


def nearer_for_a_longer_arrow() -> bool:
    """The distance of random boundaries from the origin, with the arrow doubled, and with both."""
    for *weights, bias in RNG.normal(size=(200, 3)):
        arrow = np.linalg.norm(weights)
        first, longer, both = (abs(c * bias) / (k * arrow) for k, c in ((1, 1), (2, 1), (2, 2)))
        if not (agree(longer, first / 2) and agree(both, first)):
            return False
    return True


def gains_a_yes() -> bool:
    """Of many neurons and points: with a larger b each yes stays, and others become one."""
    drawn = RNG.normal(size=(200, 3))
    before, after = (drawn[:, :2] @ RNG_POINTS.T + drawn[:, 2:] + more > 0 for more in (0, 1))
    return not np.any(before & ~after) and np.mean(np.any(after & ~before, axis=1)) > 0.9


page.claims(
    {
        "pull its point at $x = 0$ up or down, and the bias follows; pull the one at $x = 1$, and"
        " the weight does.": lambda: (
            (w * x + b).subs(x, 0) == b and (w * x + b).subs(x, 1) - (w * x + b).subs(x, 0) == w
        ),
        "the points (0, −3) and (2, 1)? And where does it cross $z = 0$?": lambda: (
            solve([w * 0 + b + 3, w * 2 + b - 1], [w, b]) == {w: 2, b: -3}
        ),
        "At $x = 0$ the line is at −3, so $b = -3$. From there to the other point it rises by 4 in"
        " 2 steps, so $w = 2$. It crosses $z = 0$ at $x = 1.5$.": lambda: (
            (1 - -3, (1 - -3) / 2) == (4, 2) and solve(2 * x - 3, x) == [Rational(3, 2)]
        ),
        'the *class*: 1 for "yes", where $z > 0$, and 0 for "no".': lambda: (
            answers([1, 1, -1]) == [0, 0, 0, 1] and answers([1, 1, -0.5]) == [0, 1, 1, 1]
        ),
        "Slide the weight slowly from 2 to −2, and let the class say when the line": lambda: (
            [*map(np.sign, np.linspace(2, -2, 5))] == [1, 1, 0, -1, -1] and no_weight()
        ),
        r"divided by the arrow's length, $\sqrt{w_1^2 + w_2^2}$: walk straight from "
        "the origin to the boundary, and each unit of the way changes $z$ by "
        "that length, from $b$ to 0.": distance_from_the_origin,
        r"For $w = (1, 2)$ and $b = -3$ that is $3/\sqrt5 \approx 1.342$. An arrow twice as long"
        " halves it": distance_from_the_origin,
        "Double the bias as well, and it is back where it was.": distance_from_the_origin,
        "Turn the signs of all three numbers: the boundary stays, and the two sides": lambda: same(
            -w_1 * x_1 - w_2 * x_2 - b, -(w_1 * x_1 + w_2 * x_2 + b)
        ),
        "Leave both weights at 1. For which biases": lambda: (
            load("line/by_hand").w.tolist() == [1, 1]
        ),
        "With both weights at 1 the four sums are $b$, $1+b$, $1+b$ and $2+b$.": lambda: (
            (WITH_ONES @ [1, 1, 0]).tolist() == [0, 1, 1, 2]
        ),
        'The ties count as "no"': a_tie_is_a_no,
        "AND wants only the last one above zero: $-2 < b \\le -1$. OR wants all but the first above"
        " zero: $-1 < b \\le 0$.": gate_biases,
        "$b = -1$ is still AND, and $b = 0$ is still OR.": lambda: (
            answers([1, 1, -1]) == labels(AND) and answers([1, 1, 0]) == labels(OR)
        ),
        "XOR never gets more than three rows of four; the weights of OR already reach": most_of_xor,
        'it can change $a$, but not the answer, which is "yes" just when $z > 0$': (
            each_activation_decides_alike
        ),
        "the numbers in the column $a$ may change, the classes never do.": (
            each_activation_decides_alike
        ),
        "- If $w > 0$, the line goes uphill: a larger $x$ gives a larger $z$. - If $w < 0$, it goes"
        " downhill. - If $w = 0$, it is flat: the input makes no": signs_of_the_weight,
        r"- The bias $b$ is the height at $x = 0$.": lambda: (w * x + b).subs(x, 0) == b,
        "The weight sets how steep a line is and which way it runs": lambda: (
            [prints("line/lines")[n::4] for n in (0, 1)]
            == [prints("line/lines")[n::4] for n in (2, 3)]
            == [[1, -1, 2, 0.5], [0, 0, 5, -3]]
        ),
        "What separates is the place where the neuron changes its mind: where $z$ crosses from"
        " negative to positive. It is the set of inputs with $z = 0$, the": (
            where_it_changes_its_mind
        ),
        r"(This needs $w \ne 0$. A neuron with $w = 0$ answers the same for every input: it has no"
        " boundary, or, if $b = 0$ as well, every input lies on it.)": no_weight,
        "It is a point for $d = 1$, a line for $d = 2$, a plane for $d = 3$.": flat_sets,
        "A point exactly on the boundary has $z = 0$, and": lambda: (
            prints("line/boundary")[5:8] == [1, 1, 0]
        ),
        'On these pages "yes" means $z > 0$.': a_tie_is_a_no,
        "the decision boundary is where $z = 0$, a point, a line": where_it_changes_its_mind,
        "**The arrow $w$ stands at right angles to the boundary": lambda: (  # along it: (w_2, -w_1)
            same(w_1 * (x_1 + w_2) + w_2 * (x_2 - w_1), w_1 * x_1 + w_2 * x_2)
        ),
        "and points to the side where $z$ is positive": lambda: (  # a step along w adds |w|²
            same(w_1 * (x_1 + w_1) + w_2 * (x_2 + w_2) - (w_1 * x_1 + w_2 * x_2), w_1**2 + w_2**2)
        ),
        r"2 to the right and 1 down: $z$ changes by $1\cdot2 + 2\cdot(-1) = 0$, as it must, since"
        " $z$ is zero all along.": lambda: (
            load("line/boundary").w.tolist() == [1, 2]
            and same((1 + 2 * x) + 2 * (1 - x) - 3, sympy.Integer(0))
        ),
        "The two weights are an arrow: $w_1$ to the right, $w_2$ up.": drawn_arrow,
        r"1 to the right and 2 up, and it rises by $1\cdot1 + 2\cdot2 = 5$; over the same distance,"
        " no other direction makes it rise faster.": no_direction_rises_faster,
        'a larger $b$ moves it backwards, against $w$, and so makes the side of "yes" larger.': (
            lambda: against_the_arrow() and gains_a_yes()
        ),
        "That is what the bias is for: without it, every boundary would have to pass through the"
        " origin.": lambda: (
            (w_1 * x_1 + w_2 * x_2).subs({x_1: 0, x_2: 0}) == 0
        ),
        "| OR: at least one is on | XOR: exactly one is on | | --- | --- | --- | --- |"
        " | 0 | 0 | 0 | 0 | | 0 | 1 | 1 | 1 | | 1 | 0 | 1 | 1 | | 1 | 1 | 1 | 0 |": lambda: (
            [(*corner, int(any(corner)), int(sum(corner) == 1)) for corner in CORNERS]
            == [(0, 0, 0, 0), (0, 1, 1, 1), (1, 0, 1, 1), (1, 1, 1, 0)]
            and (labels(OR), labels(XOR)) == ([0, 1, 1, 1], [0, 1, 1, 0])
        ),
        "Both have two inputs, each 0 (off) or 1 (on), so there are just four cases": lambda: (
            list(itertools.product((0, 1), repeat=2)) == CORNERS and len(CORNERS) == 4
        ),
        'The two differ in the last row alone: XOR means "one or the other, but not'
        ' both".': lambda: (
            [first != second for first, second in zip(OR, XOR, strict=True)] == [0, 0, 0, 1]
            and labels(XOR) == [(u or v) and not (u and v) for u, v in CORNERS]
        ),
        "The same line answers to your hand: pull its point at $x = 0$ up or down, and the bias": (
            lambda: all((w * x + b).subs(x, 0).subs(b, at) == at for at in (-3, 0, 5))
        ),
        "And where does the boundary go if the arrow becomes twice as long, with the same bias?": (
            nearer_for_a_longer_arrow
        ),
        "An arrow twice as long halves it: the boundary comes nearer. Double the bias as well,"
        " and it"
        " is back where it was.": nearer_for_a_longer_arrow,
        "One more gate joins in: AND, where both inputs must be on.": lambda: (
            labels(AND) == [u and v for u, v in CORNERS]
            and [*load("line/by_hand").gates] == ["AND", "OR", "XOR"]
        ),
        "School writes a straight line as $y = mx + c$. The neuron writes the same line with other"
        " letters:": lambda: stated("line", "line")[1].subs({w: m, b: c}) == m * x + c,
        "(Only the letters differ": lambda: (
            stated("line", "line")[1].subs({w: m, b: c}) == m * x + c
        ),
        "So a neuron with $w_1 = w_2 = 1$ and $b = -0.5$ *is* an OR gate": lambda: (
            answers([1, 1, -0.5]) == labels(OR)
        ),
        "OR has such a line; XOR has none.": no_line_for_xor,
        "(`np.linspace(-10, 10, 100)` makes 100 numbers, evenly spaced from −10 to 10;": lambda: (
            np.allclose(load("line/lines").x, [-10 + 20 * n / 99 for n in range(100)])
        ),
        "`z[0]` and `z[-1]` are the first and the last.)": lambda: (
            [load("line/lines").z[n] for n in (0, -1)] == [-8, 2]
        ),
        "For which $x$ does the neuron with $w = -4$ and $b = 2$ change its mind?": lambda: (
            solve(-4 * x + 2, x) == [Rational(1, 2)]
        ),
        "`0.5`{ .answer }: $-4x + 2 = 0$ gives $x = 2/4$. The slope is negative, so “yes” lies to"
        " the left.": lambda: (
            -2 / -4 == 0.5 == 2 / 4
            and all((-4 * at + 2 > 0) == (at < 0.5) for at in RNG.normal(0.5, 2, size=500))
        ),
        "`-0.5` : That is $b/w$.": lambda: 2 / -4 == -0.5,
        "`2` : That is $-w/b$": lambda: 4 / 2 == 2,
        "`-2` : That is $w/b$. Solve $-4x + 2 = 0$ for $x$": lambda: -4 / 2 == -2,
        "The boundary is $x_1 + 2x_2 - 3 = 0$. What is the sign of $z$ at the point (2, 0)?": (
            lambda: 2 + 2 * 0 - 3 < 0
        ),
        r"`negative`{ .answer }: $2 + 2\cdot0 - 3 = -1$: the point lies below the line.": lambda: (
            2 + 2 * 0 - 3 == -1 and solve(2 + 2 * x_2 - 3, x_2)[0] > 0
        ),
        "`positive` : Put the numbers in: 2 and twice 0 make 2, and then 3 is taken": lambda: (
            2 + 2 * 0 - 3 < 0
        ),
        "`zero` : Zero it is on the line only, and $2 + 0$ is not 3.": lambda: 2 + 0 != 3,
    }
)
