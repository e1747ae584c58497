"""What docs/layers.md says is true: XOR by three neurons, and their gradient."""

import math
import re

import numpy as np
import sympy
from algebra import (
    LOSS,
    SIGMOID,
    agree,
    b,
    d,
    evaluate,
    j,
    k,
    p,
    rounds,
    same,
    slope,
    x_1,
    x_2,
    y,
    z,
)
from drawings import between_levels, corners, lines, names
from neuron import labels, most_of_xor
from oracle import CORNERS, XOR
from proving import Page, stated
from reading import indexed, read, symbol
from scipy import special
from snippet import load, prints, published, rerun
from sympy import Rational, Sum, diff, tanh

page = Page("layers")

LABELS = np.array(labels(XOR))
RNG = page.rng


def by_hand():
    """The page's network with whole numbers, on random inputs."""
    net = rerun("layers/by_hand", X=RNG.normal(size=(50, 2)))
    return net, {"x_1": net.X[:, 0], "x_2": net.X[:, 1]}


@page.definition("by-hand-first")
def _(letter, formula):
    """The page's program computes this, on random inputs."""
    assert letter == symbol("a[1]_1")
    net, inputs = by_hand()
    assert agree(net.a1[:, 0], evaluate(formula, **inputs))
    page.says("two inputs, two hidden neurons and one output, is written 2-2-1.")
    assert (net.W1.shape, net.w2.shape, np.shape(net.b2)) == ((2, 2), (2,), ())


@page.definition("by-hand-second")
def _(letter, formula):
    """The page's program computes this, on random inputs."""
    assert letter == symbol("a[1]_2")
    net, inputs = by_hand()
    assert agree(net.a1[:, 1], evaluate(formula, **inputs))


@page.definition("by-hand-output")
def _(letter, formula):
    """The page's program computes this; the three equations together are XOR, in whole numbers."""
    assert letter == p
    net, _ = by_hand()
    right = evaluate(formula, **{"a[1]_1": net.a1[:, 0], "a[1]_2": net.a1[:, 1]})
    assert agree(net.y_hat, right)
    assert agree(rerun("layers/by_hand", X=net.X, b2=7).y_hat, right + 7)
    # the three equations together are XOR, in whole numbers
    hidden = dict([stated("layers", "by-hand-first"), stated("layers", "by-hand-second")])
    a_1, a_2 = hidden.values()
    found = {}
    for (first, second), label in XOR:
        at = {x_1: first, x_2: second}
        assert formula.subs(hidden).subs(at) == label
        found[first, second] = (a_1.subs(at), a_2.subs(at))
    page.says(
        r"Try the row (1, 1): the hidden neurons say 2 and 1, and $\hat y = 2 - 2\cdot1 = 0$."
    )
    page.says(r"And the row (0, 1): they say 1 and 0, and $\hat y = 1 - 2\cdot0 = 1$.")
    assert (found[1, 1], found[0, 1], found[1, 0]) == ((2, 1), (1, 0), (1, 0))
    page.says(
        "The rows (0, 1) and (1, 0), which need the same answer, have become the *same point*"
        " [1 0]."
    )
    # and without the greater-than-zero they would be one straight map
    bends = {letter: sum(bent.args) for letter, bent in hidden.items()}  # max(0, value) to value
    assert [*bends.values()] == [x_1 + x_2, x_1 + x_2 - 1]
    assert same(formula.subs(bends), 2 - x_1 - x_2)
    page.says("Without the ReLU the hidden values would be $x_1 + x_2$ and $x_1 + x_2 - 1$,")
    page.says("the output would be $2 - x_1 - x_2$, one straight map")


def one_step():
    """Hidden activations, predictions and output weights at a start, and by what a step changes
    the parameters there, in units of the learning rate.
    """
    program = load("layers/xor_network")
    before, after = (program.train(1, lr=0.5, epochs=epochs) for epochs in (0, 1))
    a1, y_hat = program.forward(program.X, *before)
    return a1, y_hat, before[2], [(old - new) / 0.5 for old, new in zip(before, after, strict=True)]


@page.theorem("output-error")
def _(left, error):
    """SymPy differentiates the loss of a sigmoid output and gets the right side."""
    assert same(left, error, where={"∂L/∂z[2]": diff(LOSS.subs(p, SIGMOID), z), p: SIGMOID})
    a1, y_hat, _, (_, _, dw2, db2) = one_step()
    errors = evaluate(error, p=y_hat, y=LABELS)
    assert agree(dw2, a1.T @ errors / 4)
    assert agree(db2, np.mean(errors))
    page.says("At the output everything is as for one neuron:")


@page.theorem("hidden-value")
def _(left, error):
    """SymPy differentiates the loss through the output neuron, for any number of hidden neurons."""
    # the output neuron reads d hidden values; of them, it is number j that is changed
    a_k, w_k, a_j, w_j = (indexed(name, at) for at in (k, j) for name in ("a", "w"))
    prediction = SIGMOID.subs(z, Sum(w_k * a_k, (k, 1, d)) + b)
    parts = {p: prediction, "w[2]_j": w_j}
    assert same(left, error, where={"∂L/∂a[1]_j": slope(LOSS.subs(p, prediction), a_j), **parts})
    page.says("arrives there multiplied by $w^{[2]}_j$")
    program = rerun("layers/backprop", w2=np.array([0.3, -1.7]), b2=0.4)
    inline = "z^{[2]} = w^{[2]}_1 a^{[1]}_1 + w^{[2]}_2 a^{[1]}_2 + b^{[2]}"
    page.says(f"The output neuron computes ${inline}$.")
    _, total = read(inline)
    given = {f"w[2]_{n}": program.w2[n - 1] for n in (1, 2)}
    given |= {f"a[1]_{n}": program.a1[n - 1] for n in (1, 2)}
    assert agree(program.z2, evaluate(total, **given, **{"b[2]": 0.4}))
    for neuron, weight in enumerate(program.w2):
        right = evaluate(error, p=program.y_hat, y=program.y, **{"w[2]_j": weight})
        assert agree(program.da1[neuron], right)


@page.theorem("hidden-error")
def _(left, error):
    """SymPy differentiates the loss through both layers, for any number of hidden neurons."""
    # the output neuron reads d hidden neurons; of them, it is z of neuron j that is changed
    w_k, z_k, w_j, z_j = (indexed(name, at) for at in (k, j) for name in ("w", "z"))
    prediction = SIGMOID.subs(z, Sum(w_k * tanh(z_k), (k, 1, d)) + b)
    parts = {p: prediction, "w[2]_j": w_j, "a[1]_j": tanh(z_j)}
    assert same(left, error, where={"∂L/∂z[1]_j": slope(LOSS.subs(p, prediction), z_j), **parts})
    page.says(
        r"And $a^{[1]}_j = \tanh(z^{[1]}_j)$, so the way to $z^{[1]}_j$ brings one more factor"
    )
    net = load("layers/backprop")
    assert agree(net.a1, np.tanh(net.z1))
    page.says(r"the slope of tanh, which is $1 - \tanh^2$:")
    assert same(diff(tanh(z), z), 1 - tanh(z) ** 2)
    a1, y_hat, w2, (dW1, db1, *_) = one_step()
    for neuron in (0, 1):
        given = {"w[2]_j": w2[neuron]}
        errors = [
            evaluate(error, **given, **{"a[1]_j": a, "p": predicted, "y": label})
            for a, predicted, label in zip(a1[:, neuron], y_hat, LABELS, strict=True)
        ]
        assert agree(dW1[neuron], errors @ np.array(CORNERS) / 4)
        assert agree(db1[neuron], np.mean(errors))
    page.says("and then to the hidden weights as in chapter 10, as the product "
              r"with the input: $\frac{\partial L}{\partial W^{[1]}_{jk}} = \frac{\partial "
              r"L}{\partial z^{[1]}_j}\,x_k$.")


def train(seed):
    """The training once more, from a random start."""
    draw = np.random.default_rng(seed)
    return descend(draw.normal(size=(2, 2)), draw.normal(size=2))


def descend(W1, w2, steps=3000):
    """Training on XOR by the equations of the page and of chapter 10; biases start at zero."""
    b1, b2, inputs = np.zeros(2), 0.0, np.array(CORNERS)
    for _ in range(steps):
        a1 = np.tanh(inputs @ W1.T + b1)
        output = special.expit(a1 @ w2 + b2) - LABELS
        hidden = output[:, None] * w2 * (1 - a1**2)
        changes = hidden.T @ inputs, hidden.sum(0), a1.T @ output, output.sum()
        W1, b1, w2, b2 = (
            old - 0.5 / 4 * change for old, change in zip((W1, b1, w2, b2), changes, strict=True)
        )
    return W1, b1, w2, b2


@page.draws("layers/hidden_plane")
def _(figure):
    left, right = figure.axes
    assert [axes.get_title() for axes in figure.axes] == ["inputs", "hidden"]
    assert (names(left), names(right)) == (("x₁", "x₂"), ("a₁", "a₂"))
    assert corners(left) == sorted(XOR)
    hidden = load("layers/by_hand").a1  # what the network by hand makes of the four rows
    assert corners(right) == sorted(
        (tuple(point), label) for point, label in zip(hidden.tolist(), LABELS.tolist(), strict=True)
    )
    assert sorted(set(map(tuple, hidden.tolist()))) == [(0, 0), (1, 0), (2, 1)]
    page.says("the two ones have become one point at (1, 0), the zeros lie at (0, 0) and (2, 1),")
    # the shading is where the network says more than one half, in both planes
    for axes, says in (
        (left, lambda a: max(0, a[0] + a[1]) - 2 * max(0, a[0] + a[1] - 1)),
        (right, lambda a: a[0] - 2 * a[1]),
    ):
        [shading] = axes.collections
        [yes] = shading.get_paths()
        for point in RNG.uniform((-0.5, -0.5), (axes.get_xlim()[1], 1.5), size=(400, 2)):
            assert yes.contains_point(point) == (says(point) > 0.5)
        edges = [line for line in axes.lines if line.get_marker() == "None"]
        for edge in edges:
            assert agree([says(point) for point in edge.get_xydata()], 0.5)
        assert len(edges) == (2 if axes is left else 1)
    assert left.get_position().x1 < right.get_position().x0
    page.says("Left, the inputs: the corners (0, 1) and (1, 0) lie in a shaded band between two")
    page.says(
        "The same four rows, before the hidden layer and after it. Squares are ones, circles"
        " are zeros,"
    )
    page.says("and the shading is where the network answers more than one half.")
    page.says("the corners (0, 0) and (1, 1) outside it.")
    page.says("What takes two lines among the inputs takes one among the hidden values.")
    assert [text.get_text() for text in right.texts] == ["two points"]
    assert right.texts[0].xy == (1, 0)


def by_the_numbers() -> bool:
    """One example there and back, in SymPy: all slopes at once, by its own differentiation."""
    W, c, v = sympy.symarray("W", (2, 2)), sympy.symarray("c", 2), sympy.symarray("v", 2)
    s = load("layers/backprop")
    total = sum(v[n] * tanh(W[n, 0] * s.x[0] + W[n, 1] * s.x[1] + c[n]) for n in (0, 1)) + b
    at = dict(zip([*W.flat, *c, *v, b], [*s.W1.flat, *s.b1, *s.w2, s.b2], strict=True))
    formula = LOSS.subs({y: s.y, p: SIGMOID.subs(z, total)})
    exact = [float(diff(formula, letter).subs(at)) for letter in (*W.flat, *v)]
    return agree([*s.dW1.flat, *s.dw2], exact) and agree(s.dz2, float(diff(formula, b).subs(at)))


def its_circles() -> bool:
    """The numbers that the list takes from the output."""
    s = load("layers/backprop")
    found = [*s.z1, s.y_hat, s.dz2, *s.a1, 1 - s.a1[0] ** 2, *s.dz1]
    texts = ("1", "0.5", "0.5743", "-0.4257", "0.7616", "0.4621", "0.4200", "-0.1788", "0.3348")
    return rounds(found, *texts) and rounds(s.da1, "-0.4257", "0.4257")


def twins() -> tuple[bool, bool]:
    """Whether equal weights stay equal, and whether at zero every slope of XOR is zero."""
    stay = []
    for first, second in [*RNG.normal(scale=2, size=(5, 2)), (1, 1)]:
        W1, b1, w2, _ = descend(np.tile([first, second], (2, 1)), np.full(2, second), steps=500)
        stay.append(agree(W1[0], W1[1]) and agree(w2[0], w2[1]) and agree(b1[0], b1[1]))
    still = load("layers/twins")  # what it leaves is its last start, the one from zero
    moved = [still.W1, still.b1, still.w2, still.b2]
    W1, *_ = descend(np.ones((2, 2)), np.ones(2))  # and the one before, as it is printed
    shown = rounds(W1.flat, *re.findall(r"4\.\d+", published("layers/twins")))
    return all(stay) and shown, not any(np.any(each) for each in moved)


def no_more_than_one() -> bool:
    """Two alike are one with twice the output weight, whatever the input."""
    w, v, points = RNG.normal(size=2), RNG.normal(), RNG.normal(size=(50, 2))
    return agree(np.tanh(points @ np.array([w, w]).T) @ [v, v], 2 * v * np.tanh(points @ w))


@page.draws("layers/circles")
def _(figure):
    """Values below the circles, slopes above them and at the arrows, by SymPy."""
    [axes] = figure.axes
    texts = {text.get_position(): text.get_text() for text in axes.texts if text.get_text()}
    centers = [circle.center for circle in axes.patches if hasattr(circle, "center")]
    assert sorted(texts[center] for center in centers) == ["a₁", "a₂", "x₁", "x₂", "ŷ"]
    where = {texts[center]: center for center in centers}
    below = {name: texts[x + 0.1, y - 1] for name, (x, y) in where.items()}
    above = {name: texts.get((x + 0.1, y + 0.7), "") for name, (x, y) in where.items()}
    a, total = sympy.symbols("a_1 a_2"), sympy.Symbol("total")
    sums = [Rational(1), Rational(1, 2)]  # at x = (1, 0), with the weights of the example
    values = dict(zip(a, [sympy.tanh(each) for each in sums], strict=True))
    said = SIGMOID.subs(z, a[0] - a[1])
    loss = -sympy.log(said)
    back = [diff(loss, each).subs(values) for each in a]
    slopes = [each * (1 - sympy.tanh(at) ** 2) for each, at in zip(back, sums, strict=True)]
    error = diff(-sympy.log(SIGMOID.subs(z, total)), total).subs(total, (a[0] - a[1]).subs(values))

    def words(number) -> str:
        return f"{float(number):.4f}".replace("-", "−")

    hidden = {"a₁": words(values[a[0]]), "a₂": words(values[a[1]])}
    assert below == {"x₁": "1", "x₂": "0", **hidden, "ŷ": words(said.subs(values))}
    assert above == {
        "x₁": "", "x₂": "", "a₁": words(slopes[0]), "a₂": words(slopes[1]), "ŷ": words(error)
    }
    assert [texts[6.8, 3.5], texts[6.8, -0.05]] == [*map(words, back)]
    arrows = [text for text in axes.texts if getattr(text, "arrow_patch", None)]
    assert len(arrows) == 2 * 2 + 2
    page.says("Inputs: x₁ = 1 and x₂ = 0. Hidden values: a₁ = 0.7616 with −0.1788 above it,")
    page.says("a₂ = 0.4621 with 0.3348 above it. Output: ŷ = 0.5743 with −0.4257 above it.")
    page.says("At the arrow from a₁ to the output stands −0.4257, at the one from a₂ 0.4257.")
    page.says("Forwards, the value below each circle. Backwards, above each neuron the slope")


@page.draws("layers/xor_network")
def _(figure):
    axes, bar = figure.axes
    assert (axes.get_xlabel(), axes.get_ylabel()) == ("input x₁", "input x₂")
    assert axes.get_xlim() == axes.get_ylim() == (-0.5, 1.5)
    assert [*lines(axes)] == ["XOR is 0", "XOR is 1"]
    zeros, ones = lines(axes).values()
    assert zeros.get_xydata().tolist() == [[*corner] for corner, label in XOR if label == 0]
    assert ones.get_xydata().tolist() == [[*corner] for corner, label in XOR if label == 1]

    program = load("layers/xor_network")
    W1, b1, w2, b2 = trained = train(seed=2)
    assert all(map(np.allclose, program.parameters, trained))
    page.says("The boundary of the second run is no longer one straight line")

    def probability(points):
        """What the second run's network says, written anew."""
        return special.expit(np.tanh(np.asarray(points) @ W1.T + b1) @ w2 + b2)

    # the shading is the probability, everywhere, in bands that the bar beside it explains
    assert bar.get_ylabel() == "predicted probability ŷ of a 1"
    shading, contour = axes.collections
    assert agree(shading.levels, np.arange(11) / 10)
    for point in RNG.uniform(-0.5, 1.5, size=(200, 2)):
        low, high = between_levels(axes, point)
        assert low - 0.01 < probability(point) < high + 0.01

    # where it is one half there are two lines, one above the zeros and one below them
    assert [*contour.levels] == [0.5]
    [pieces] = contour.allsegs
    assert all(np.allclose(probability(piece), 0.5, atol=0.01) for piece in pieces)
    below, above = sorted((piece @ (-1, 1) for piece in pieces), key=min)  # x₂ - x₁ along each
    assert -1 < min(below) < max(below) < 0 < min(above) < max(above) < 1
    assert max(probability(np.linspace((0, 0), (1, 1)))) < 0.1
    page.says("A band of low probability runs from the corner (0, 0) to the corner (1, 1), with a")
    assert min(probability([(0, 1), (1, 0)])) > 0.9
    page.says("boundary on either side; the corners (0, 1) and (1, 0) lie outside the band, in")
    page.says("of high probability.")
    page.says("two hidden neurons have put the two zeros in a band of their own.")


def stuck() -> bool:
    """The first start: its loss, and its answers to 00, 01, 10 and 11."""
    _, loss, *outputs_ = prints("layers/xor_network")[:6]
    right = [round(outputs_[row]) == labels(XOR)[row] for row in (0, 2)]
    undecided = [outputs_[row] == 0.5 for row in (1, 3)]
    return abs(loss - math.log(2) / 2) < 1e-3 and all(right + undecided)


def outer_and_sum() -> bool:
    """Entry by entry, on random numbers."""
    dz2, w2, dz1, X = (RNG.normal(size=size) for size in (4, 2, (4, 2), (4, 2)))
    rows = sum(np.outer(dz1[i], X[i]) for i in range(4))
    columns = [sum(dz1[i, j] for i in range(4)) for j in range(2)]
    return agree(dz1.T @ X, rows) and agree(np.sum(dz1, axis=0), columns) and all(
        np.outer(dz2, w2)[i, j] == dz2[i] * w2[j] for i, j in np.ndindex(4, 2)
    )


def two_valleys() -> bool:
    """The second run's weights solve XOR, and so they do with the hidden neurons exchanged; half
    way between, the loss is higher, so it is not convex. And the first start stays elsewhere.
    """
    W1, b1, w2, b2 = train(seed=2)
    places = [(W1, b1, w2), (W1[::-1], b1[::-1], w2[::-1])]
    places.append(tuple((one + other) / 2 for one, other in zip(*places, strict=True)))
    sums = [np.tanh(CORNERS @ W.T + b) @ w + b2 for W, b, w in places]
    first, second, middle = (np.mean(np.logaddexp(0, (1 - 2 * LABELS) * z)) for z in sums)
    return bool(np.isclose(first, second) and middle > first + 0.1 and stuck())


def learnable(hidden: int) -> int:
    """The weights and biases of a network 2-hidden-1."""
    return sum(
        np.size(part) for part in (np.ones((hidden, 2)), np.ones(hidden), np.ones(hidden), 0)
    )


def right_rows(bias: float, f=lambda total: np.maximum(0, total)) -> int:
    """Rows of XOR that the network by hand gets right with this bias, for 0.5 and less a "no"."""
    totals = np.array([0, 1, 1, 2])
    outputs = np.round(f(totals) - 2 * f(totals + bias), 12)
    return int(np.sum((outputs > 0.5) == labels(XOR)))


def biases_that_solve() -> bool:
    """Of all hundredths between -2 and 0, those from -1.25 up to and without -0.75."""
    solved = [n / 100 for n in range(-200, 1) if right_rows(n / 100) == 4]
    return solved == [n / 100 for n in range(-125, -75)]


def none_without_bend() -> bool:
    """The hidden points (s, s + b) lie on one line, so for no bias of it are all rows right."""
    return all(right_rows(n / 100, lambda total: total) < 4 for n in range(-200, 1))


def bias_slopes() -> bool:
    """By central differences of the example's loss."""
    s, h = load("layers/backprop"), 1e-6
    nudges = [(s.b1 * 0 + each, 0) for each in np.eye(2)] + [(s.b1 * 0, 1)]
    found = []
    for first, second in nudges:
        up, down = (
            s.loss(s.W1, s.b1 + way * first, s.w2, s.b2 + way * second)[-1] for way in (h, -h)
        )
        found.append((up - down) / (2 * h))
    return np.allclose(found, [*s.dz1, s.dz2], rtol=1e-7)


page.claims(
    {
        "begins with the bias 0, and XOR is not solved. For which biases between −2 and 0 is it?": (
            lambda: right_rows(0) < 4 and biases_that_solve()
        ),
        r"row (1, 1) gives $2 - 2(2 + b) = -2 - 2b$, which is to be at most one half: so $b \ge"
        " -1.25$.": lambda: same(2 - 2 * (2 + b), -2 - 2 * b) and -2 - 2 * -1.25 == 0.5,
        r"The rows (0, 1) and (1, 0) give $1 - 2\max(0, 1 + b)$, which is to be more: so $b <"
        " -0.75$. Row (0, 0) gives 0.": lambda: 1 - 2 * max(0, 1 - 0.75) == 0.5,
        "Every bias from −1.25 up to, but not including, −0.75 will do.": biases_that_solve,
        "Without the ReLU no bias does": none_without_bend,
        "Slide the bias slowly from 0 to −2, and watch the middle point": lambda: (
            [max(0, 0 + at) - 2 * max(0, 1 + at) + max(0, 2 + at) for at in (0, -1, -2)]
            == [0, 1, 0]
        ),
        "Count how many inputs are on: 0, 1, 1, 2 in the four rows. XOR wants 0, 1, 1, 0": lambda: (
            [sum(corner) for corner in CORNERS] == [0, 1, 1, 2] and labels(XOR) == [0, 1, 1, 0]
        ),
        "So the count is right but for the last row, where 2 is to be taken away.": lambda: (
            [sum(corner) - label for corner, label in XOR] == [0, 0, 0, 2]
        ),
        'The raised $[1]$ says "layer 1", the lowered number which neuron of it; in the code `a1`'
        ' holds'
        " both.": lambda: load("layers/by_hand").a1.shape == (4, 2),
        "Let one hidden neuron count, let the other notice when both inputs are on, and let the"
        " output neuron take away twice what that one says.": lambda: (
            load("layers/by_hand").a1.tolist() == [[u + v, u and v] for u, v in CORNERS]
            and load("layers/by_hand").w2.tolist() == [1, -2]
        ),
        "**The hidden layer moved the points so that a straight line can separate them**, and the"
        " output neuron, which can only draw straight boundaries, does the rest.": lambda: (
            most_of_xor()
            and [int(v > 0.5) for v in load("layers/by_hand").a1 @ [1, -2]] == labels(XOR)
        ),
        "There is no sigmoid here: we read the output as 1 where it is more than one half.": (
            lambda: [int(said > 0.5) for said in load("layers/by_hand").y_hat] == labels(XOR)
        ),
        "(`np.outer(a, b)` is the table of all products of an entry of `a` and one of `b`.)": (
            outer_and_sum
        ),
        "The error is $0.5743 - 1 = -0.4257$: the answer should be higher.": lambda: (
            its_circles() and load("layers/backprop").y_hat < load("layers/backprop").y
        ),
        "`np.outer(dz2, w2)` is the step along the arrows: for every row $i$ and "
        "hidden neuron $j$ it holds the error of the row times the weight of "
        "the neuron. `dz1.T @ X` adds the products with the inputs up over the "
        "four rows, and `np.sum(dz1, axis=0)` adds down each column.": outer_and_sum,
        "With a hidden layer the landscape is no longer a single valley.": two_valleys,
        "Weights that solve XOR exist, as the second start shows, but that does not mean that every"
        " run of training finds them.": two_valleys,
        "Both hidden neurons start alike: the same weights in front and behind, "
        "and the same bias. What will their weights be after": (
            lambda: twins()[0]
        ),
        "They see the same inputs and get the same error back.": lambda: twins()[0],
        "Compute one step for both: every number in it is the same.": lambda: twins()[0],
        "Here is one row, $x = (1, 0)$ with the label 1": lambda: (
            load("layers/backprop").x.tolist() == [1, 0] and dict(XOR)[1, 0] == 1
        ),
        "The hidden sums are 1 and 0.5, the output neuron says 0.5743.": its_circles,
        "The output weights are 1 and $-1$.": lambda: (
            load("layers/backprop").w2.tolist() == [1, -1]
        ),
        "higher, the second lower, by the same measure: $-0.4257$ and $0.4257$.": its_circles,
        r"The first hidden neuron is at 0.7616, where the slope is $1 - 0.7616^2 \approx 0.4200$,"
        r" and $-0.4257\cdot0.4200 \approx -0.1788$.": its_circles,
        "The second is at 0.4621, less saturated, so that more comes through: 0.3348.": its_circles,
        "Times the input: the first input is 1 and passes these two on, the second is 0": lambda: (
            agree(load("layers/backprop").dW1[:, 0], load("layers/backprop").dz1)
            and not np.any(load("layers/backprop").dW1[:, 1])
        ),
        "Each bias gets the slope of its own sum, as if its input were 1.": bias_slopes,
        "What went into them were the hidden values:": lambda: (
            rounds(load("layers/backprop").dw2, "-0.3242", "-0.1967")
            and agree(
                load("layers/backprop").dw2,
                load("layers/backprop").dz2 * load("layers/backprop").a1,
            )
        ),
        "That is all of backpropagation.": by_the_numbers,
        "Two hidden neurons that start alike stay alike": lambda: twins()[0],
        "a layer of twins can do no more than one of them.": no_more_than_one,
        "From zero it is worse. Output weights of zero send nothing back, hidden "
        "values of zero give the output weights no slope, and the four errors "
        "of XOR cancel in the output bias: no number moves at all.": (
            lambda: twins()[1]
        ),
        "`the same`{ .answer }: Equal weights get equal gradients and take equal steps, for"
        " ever.": (
            lambda: twins()[0]
        ),
        r"`13`{ .answer }: $3\cdot2$ weights and 3 biases, then 3 weights and 1 bias.": lambda: (
            learnable(3) == 13
        ),
        "A network 2-3-1 has three hidden neurons.": lambda: learnable(3) == 3 * 2 + 3 + 3 + 1,
        "`9` : Those are the weights, or all the numbers of 2-2-1. Every neuron has a bias too.": (
            lambda: 3 * 2 + 3 == learnable(2) == 9 and learnable(3) - 9 == 3 + 1
        ),
        "`12` : The output neuron has a bias as well.": lambda: learnable(3) - 1 == 12,
        "`6` : Those are the arrows into the hidden layer alone.": lambda: (
            np.ones((3, 2)).size == 6
        ),
        "Three neurons solve XOR, by hand with nine numbers": lambda: learnable(2) == 9,
        "it gets stuck with two rows right and two undecided": stuck,
        "seen in a network of nine numbers": lambda: (
            sum(map(np.size, load("layers/xor_network").train(1, epochs=0))) == 9
        ),
    }
)
