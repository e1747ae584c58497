"""What docs/network.md says is true: a layer in one line, and once round the loop."""

import math
import re
from itertools import product

import numpy as np
import sympy
from algebra import LOSS, SIGMOID, agree, alpha, b, evaluate, p, rounds, same, w, x, y, z
from matplotlib.text import Annotation
from neuron import slows
from project import ROOT, tested
from proving import Page, stated
from reading import symbol
from scipy import special
from sklearn import metrics
from snippet import load, numbers, published, rerun
from sympy import diff, log

page = Page("network")

NEURON = LOSS.subs(p, SIGMOID).subs(z, w * x + b)  # with one weight, on one example

RNG = page.rng
START = {"x": RNG.normal(), "y": 0.0, "w": RNG.normal(), "b": RNG.normal(), "lr": 0.3}


def layers():
    """Of both layers of the page's network, with other numbers in it: a before, W, b, z and a."""
    shapes = {"x": 2, "W1": (3, 2), "b1": 3, "W2": (1, 3), "b2": 1}
    numbers = {name: RNG.normal(size=shape) for name, shape in shapes.items()}
    net = rerun("network/forward", **numbers)
    return (net.x, net.W1, net.b1, net.z1, net.a1), (net.a1, net.W2, net.b2, net.z2, net.a2)


def neurons(W, before, biases):
    """The sum of each neuron as chapter 1 has it, with a row of the matrix as its weights."""
    return [
        sum(w * a for w, a in zip(row, before, strict=True)) + bias
        for row, bias in zip(W, biases, strict=True)
    ]


def letters(name, *shape):
    """An array of this shape, a letter in each place."""
    places = list(np.ndindex(shape))
    found = np.empty(shape, dtype=object)
    for place in places:
        found[place] = sympy.Symbol(f"{name}{place}", real=True)
    return found


@page.definition("first-layer")
def _(activations, formula):
    """The page's program computes this, neuron by neuron what chapter 1 describes."""
    assert str(activations) == "a[1]"
    (inputs, W, biases, _, right), _ = layers()
    # each neuron does what chapter 1 described, with a row of the matrix as its weights
    value = evaluate(formula, **{"W[1]": W, "x": inputs, "b[1]": biases})
    assert agree(right, special.expit(neurons(W, inputs, biases)), value)
    page.says("The sigmoid acts on a vector entry by entry, and so does any other activation")
    assert agree(right, [float(SIGMOID.subs(z, total)) for total in neurons(W, inputs, biases)])
    page.says("but for softmax, which looks at the whole vector.")
    others = "sigmoid", "tanh", "relu", "leaky_relu", "softmax", "elu"
    functions = {name: getattr(load(f"activations/{name}"), name) for name in others}
    apart = [name for name, f in functions.items() if not agree(f(right), [*map(f, right)])]
    assert apart == ["softmax"]


@page.definition("layer-sum")
def _(sums, formula):
    """The page's program computes this; row by row it is the sum of one neuron, for layers of many
    sizes.
    """
    assert str(sums) == "z[l]"
    for before, W, biases, right, _ in layers():
        value = evaluate(formula, **{"W[l]": W, "a[l-1]": before, "b[l]": biases})
        assert agree(right, neurons(W, before, biases), value)
    # with a letter in every place, for layers of many sizes
    for size, inputs in product((1, 2, 3, 5), repeat=2):
        W, before, biases = letters("W", size, inputs), letters("a", inputs), letters("b", size)
        value = evaluate(formula, **{"W[l]": W, "a[l-1]": before, "b[l]": biases})
        pairs = zip(value, neurons(W, before, biases), strict=True)
        assert all((on_page - right).expand() == 0 for on_page, right in pairs)
    page.says("For any layer $l$, with $a^{[0]} = x$:")
    net = load("network/forward")
    page.says("| Array | Shape | In the drawing, layer 1 | Layer 2 |")
    page.says(f"what comes in | $(d_{{l-1}},)$ | {net.x.shape} | {net.a1.shape} |")
    page.says(f"one row a neuron | $(d_l, d_{{l-1}})$ | {net.W1.shape} | {net.W2.shape} |")
    page.says(f"one number a neuron | $(d_l,)$ | {net.b1.shape} | {net.b2.shape} |")
    page.says(f"what goes out | $(d_l,)$ | {net.z1.shape} | {net.z2.shape} |")
    assert (net.a1.shape, net.a2.shape) == (net.z1.shape, net.z2.shape)
    page.says("A layer is $z^{[l]} = W^{[l]}a^{[l-1]} + b^{[l]}$ followed by an activation.")


@page.definition("layer-activation")
def _(activations, formula):
    """The page's program computes this, entry by entry."""
    assert str(activations) == "a[l]"
    for *_, before, after in layers():
        assert agree(after, special.expit(before), evaluate(formula, **{"z[l]": before}))


@page.definition("loop-forward")
def _(prediction, formula):
    """The page's program computes this."""
    assert prediction == p
    y_hat, _ = rerun("network/loop", **START).forward(START["w"], START["b"])
    assert agree(y_hat, evaluate(formula, **START))
    assert agree(y_hat, special.expit(START["w"] * START["x"] + START["b"]))


@page.definition("loop-loss")
def _(name, loss):
    """The page's program and scikit-learn compute this for both labels."""
    assert str(name) == "L(y, p)"
    assert same(loss, LOSS)
    for label in (0.0, 1.0):
        y_hat, L = rerun("network/loop", **{**START, "y": label}).forward(START["w"], START["b"])
        assert agree(L, evaluate(loss, y=label, p=y_hat))
        assert agree(L, metrics.log_loss([label], [y_hat], labels=[0, 1]))


@page.theorem("loop-chain")
def _(*sides):
    """The slope of the whole neuron is the product of the three slopes."""
    factors = {"∂L/∂p": diff(LOSS, p), "∂p/∂z": diff(SIGMOID, z), "∂z/∂w": diff(w * x + b, w)}
    assert same(*sides, where={"∂L/∂w": diff(NEURON, w), **factors, p: SIGMOID, z: w * x + b})
    by_hand = [evaluate(factor, y=1, p=0.5, z=0, x=2) for factor in factors.values()]
    assert by_hand == [-2, 0.25, 2]
    page.says(r"For $y = 1$ the loss is $-\log\hat y$, and its slope is $-1/\hat y$,")
    assert same(LOSS.subs(y, 1), -log(p))
    assert same(diff(LOSS, p).subs(y, 1), -1 / p)
    page.says(r"so $\partial L/\partial\hat y = -1/0.5 = -2$.")
    page.says(r"The slope of the sigmoid is $\hat y(1-\hat y)$,")
    assert same(diff(SIGMOID, z), p * (1 - p), where={p: SIGMOID})
    page.says(
        r"so $\partial\hat y/\partial z = 0.5\cdot0.5 = 0.25$. And $\partial z/\partial w = x = 2$."
    )


def starts(number):
    """Random examples, weights, biases and learning rates, small and large, with logits below 12
    in size: further out, the program's 1 - y_hat has too few digits left to compare.
    """
    scales = RNG.choice([0.1, 1, 5], size=(3 * number, 4))
    rows = RNG.normal(size=(3 * number, 4)) * scales
    kept = [row for row in rows.tolist() if abs(row[1] * row[0] + row[2]) < 12][:number]
    assert len(kept) == number
    return [
        {"x": x, "y": float(RNG.integers(2)), "w": w, "b": b, "lr": abs(rate)}
        for x, w, b, rate in kept
    ]


def descends(after, by):
    """Whether the loss falls at the rate α times the slope squared as a step begins."""
    step = after.subs(symbol(f"∂L/∂{by}"), diff(NEURON, by))
    start = diff(NEURON.subs(by, step), alpha).subs(alpha, 0)
    return same(start, -(diff(NEURON, by) ** 2))


@page.definition("loop-update-w")
def _(update):
    """The page's program takes this step, from many starts and at many rates."""
    assert update.lhs == w
    assert update.rhs == w - alpha * symbol("∂L/∂w")
    for at in (START, *starts(20)):
        after = update.rhs.subs({symbol("∂L/∂w"): diff(NEURON, w)}).subs(alpha, at["lr"])
        assert agree(rerun("network/loop", **{"lr": 0.3, **at}).w, evaluate(after, **at))
    # a small step this way lowers the loss wherever the slope is not zero
    assert descends(update.rhs, w)
    page.says("Here is the first turn of the figure, worked out: $x = 2$ with the label $y = 1$;")
    page.says("with the label $y = 1$; the start $w = 0.5$, $b = -1$;")
    page.says(r"and $\alpha = 0.1$.")
    program, start = load("network/loop"), {"x": 2, "y": 1, "w": 0.5, "b": -1}
    assert (program.x, program.y, program.lr) == (2, 1, 0.1)
    assert agree(program.w, 0.5 - 0.1 * evaluate(diff(NEURON, w), **start))
    assert agree(program.b, -1 - 0.1 * evaluate(diff(NEURON, b), **start))
    page.says("One turn moved the prediction from 0.5 towards the right answer, and the loss fell.")
    assert 0.5 == program.forward(0.5, -1)[0] < program.y_hat < program.y
    assert program.forward(0.5, -1)[1] > program.L


@page.definition("loop-update-b")
def _(update):
    """The page's program takes this step, from many starts and at many rates."""
    assert update.lhs == b
    assert update.rhs == b - alpha * symbol("∂L/∂b")
    for at in (START, *starts(20)):
        after = update.rhs.subs({symbol("∂L/∂b"): diff(NEURON, b)}).subs(alpha, at["lr"])
        assert agree(rerun("network/loop", **{"lr": 0.3, **at}).b, evaluate(after, **at))
    assert descends(update.rhs, b)


@page.draws("network/diagram")
def _(figure):
    [axes] = figure.axes
    net = load("network/forward")
    sizes = [len(net.x), len(net.a1), len(net.a2)]
    circles = [circle.center for circle in axes.patches]
    places = sorted({across for across, _ in circles})
    columns = [[circle for circle in circles if circle[0] == across] for across in places]
    assert [len(column) for column in columns] == sizes == [2, 3, 1]
    assert agree(0, *(sum(height for _, height in column) for column in columns))
    page.says("A network drawn from left to right: two inputs x₁ and x₂, three hidden neurons, one")
    texts = {text.get_position(): text.get_text() for text in axes.texts if text.get_text()}
    named = [sorted(texts.get(circle, "") for circle in column) for column in columns]
    assert named == [["x₁", "x₂"], ["", "", ""], ["ŷ"]]

    drawn = [text for text in axes.texts if isinstance(text, Annotation)]
    arrows = sorted((arrow.xyann, arrow.xy) for arrow in drawn)
    left, right = (sorted(product(*columns[n : n + 2])) for n in (0, 1))
    assert arrows == left + right
    page.says("Every input has an arrow to every hidden neuron, and every hidden neuron an arrow")
    assert all(start[0] < end[0] for start, end in arrows)
    page.says("Arrows only ever point to the right.")
    assert (len(left), len(right)) == (net.W1.size, net.W2.size) == (6, 3)
    page.says("The six arrows on the left are the six numbers of the first weight matrix")
    page.says("the three on the right those of the second.")

    def between(name, first, last):
        """Whether a text stands above all circles and between two of their columns."""
        [(across, height)] = [place for place, text in texts.items() if text == name]
        highest = max(height for _, height in circles)
        middle = (places[first] + places[last]) / 2
        return across == middle and height > highest

    assert between(f"$W^{{[1]}}$ {net.W1.shape}", 0, 1)
    assert between(f"$W^{{[2]}}$ {net.W2.shape}", 1, 2)
    page.says(f"Above the arrows, W with the superscript [1], of shape {net.W1.shape}, and")
    page.says(f"W with the superscript [2], of shape {net.W2.shape}.")
    lowest = min(height for _, height in circles)
    assert {across: text for (across, height), text in texts.items() if height < lowest} == {
        places[0]: f"input x\n{net.x.shape}",
        places[1]: f"hidden $a^{{[1]}}$\n{net.a1.shape}",
        places[2]: f"output $a^{{[2]}}$\n{net.a2.shape}",
    }


def neuron(row, total, activation) -> bool:
    """What the table says of a neuron of the first layer, beside its weights and its bias."""
    net = load("network/forward")
    shown = re.findall(r"\| (?:first|second|third) \| (\S+), (\S+) \| (\S+) \|", page.source.text)
    said = [[float(number.replace("−", "-")) for number in each] for each in shown]
    return (
        said == np.column_stack([net.W1, net.b1]).tolist()
        and net.z1[row] == total
        and rounds(net.a1[row], activation)
    )


def gradient_for(label) -> float:
    """For the weight, at the start of the loop by hand."""
    return float(evaluate(diff(NEURON, w), x=2, y=label, w=0.5, b=-1))


def turns(number) -> list[list[float]]:
    """The loop from its start: of each turn z, ŷ, the loss, both slopes, and the new w and b."""
    w, b, rows = 0.5, -1.0, []
    for _ in range(number):
        z = 2 * w + b
        chance = special.expit(z)
        dw, db = (chance - 1) * 2, chance - 1
        w, b = w - 0.1 * dw, b - 0.1 * db
        rows.append([z, chance, -math.log(chance), dw, db, w, b])
    return rows


def turn(number, *texts) -> bool:
    """Whether a turn of the loop has these numbers."""
    return rounds(turns(number + 1)[number], *texts)


def each_neuron_alone() -> bool:
    """In networks at random, what each layer gives is what its neurons would, one by one."""
    return all(
        agree(after, special.expit(neurons(W, before, biases)))
        for _ in range(20)
        for before, W, biases, _, after in layers()
    )


def before_either_moved() -> bool:
    """From many starts the program's new bias is that of the old weight, not of the new one."""
    for at in starts(20):
        program = rerun("network/loop", **at)
        old, new = (special.expit(v * at["x"] + at["b"]) - at["y"] for v in (at["w"], program.w))
        if not agree(program.b, at["b"] - at["lr"] * old) or (
            abs(old - new) > 1e-3 and agree(program.b, at["b"] - at["lr"] * new)
        ):
            return False
    return True


@page.draws("network/ring")
def _(figure):
    """The boxes hold the numbers of the page's first turn, and arrows lead round."""
    [axes] = figure.axes
    boxes = {t.get_position(): t.get_text().split("\n") for t in axes.texts if t.get_text()}
    s, printed = load("network/loop"), published("network/loop")
    y_hat, loss = numbers(printed.splitlines()[0])
    assert boxes == {
        (0, 1): ["1 Forward pass", "z = 0", f"ŷ = {y_hat:g}"],
        (1, 1): ["2 Loss", f"y = {s.y:g}", f"L = {loss:.4f}"],
        (1, 0): ["3 Backward pass", f"∂L/∂w = {s.dw:g}", f"∂L/∂b = {s.db:g}"],
        (0, 0): ["4 Update", f"w = {s.w:g}", f"b = {s.b:g}"],
    }
    assert 0.5 * s.x - 1 == 0
    corners = [(0, 1), (1, 1), (1, 0), (0, 0)]
    drawn = [t for t in axes.texts if isinstance(t, Annotation)]
    ways = [tuple(np.round(end).astype(int)) for t in drawn for end in (t.xyann, t.xy)]
    assert ways == [end for n in range(4) for end in (corners[n], corners[(n + 1) % 4])]
    page.says("Four boxes in a ring, with arrows clockwise. 1, forward pass: z = 0, ŷ = 0.5.")
    page.says("2, loss: y = 1, L = 0.6931. 3, backward pass: ∂L/∂w = −1, ∂L/∂b = −0.5.")
    page.says("4, update: w = 0.6, b = −0.95. From there an arrow leads back to the forward pass.")
    page.says("Step 3 moves nothing, step 4 computes no slope: each has its own work.")


def with_label_0() -> bool:
    """The first turn for the other label: the same prediction and loss, and slopes turned."""
    one, other = load("network/loop"), rerun("network/loop", y=0.0)
    assert numbers(other.stdout.splitlines()[0]) == numbers(one.stdout.splitlines()[0])
    assert numbers(one.stdout.splitlines()[0]) == [0.5, 0.6931]
    assert [other.dw, other.db] == [-one.dw, -one.db] == [1, 0.5]
    return agree([other.w, other.b], [0.4, -1.05])


def only_the_bias_learns() -> bool:
    """With the input 0, the weight's slope is 0, and the bias's is not."""
    idle = rerun("network/loop", x=0.0)
    return idle.dw == 0 != idle.db


def one_turn_for_all() -> bool:
    """The training of chapter 14: after one turn no number is what it was. The loop has one."""
    if stated("network", "loop-forward")[1].free_symbols != {w, x, b}:
        return False
    program = load("layers/xor_network")
    before, after = (program.train(1, lr=0.5, epochs=epochs) for epochs in (0, 1))
    return all(np.all(old != new) for old, new in zip(before, after, strict=True))


def as_in_the_figure() -> bool:
    """The interactive figure opens with the program's example, start and rate, has both labels,
    and makes a hundred turns of four steps, of which the last is the update.
    """
    text = tested().text(ROOT / "docs" / "javascripts" / "figures" / "learning-loop.js")
    start = re.search(r"START = \{ w: \[(.+)\], b: (.+) \}\nconst LAST = (\d+)", text).groups()
    fields = dict(re.findall(r'^    (\w+): \{ .*value: "?([\d.]+)"? \},$', text, re.M))
    s = load("network/loop")
    example = [float(fields[name]) for name in ("x", "y", "lr")]
    return (
        example == [s.x, s.y, s.lr] == [2, 1, 0.1]
        and [float(number) for number in start] == [0.5, -1, 100 * 4]
        and numbers(s.stdout.splitlines()[0])[0] == 0.5
        and 'options: ["1", "0"]' in text
        and '"Backward pass", "Update"]' in text
    )


def larger_numbers_raise_it() -> bool:
    """The prediction at the start is below the label; it rises with z, and that with w and b."""
    total, at = w * x + b, {"x": 2, "w": 0.5, "b": -1}
    return (
        evaluate(SIGMOID.subs(z, total), **at) < 1
        and all(evaluate(diff(SIGMOID, z), z=far) > 0 for far in np.linspace(-9, 9, 99))
        and evaluate(diff(total, b), **at) > 0
        and evaluate(diff(total, w), **at) > 0
    )


page.claims(
    {
        "The equations are for that neuron; in a network one turn gives every weight and every"
        " bias its own slope and its own update.": one_turn_for_all,
        "Suppose the label is 0, with the same start. What are $w$ and $b$ after "
        "the first turn? Which numbers on the way are the same as before?": with_label_0,
        r"$z$, $\hat y = 0.5$ and the loss 0.6931 are the same: one half is as far from 0 as from"
        " 1. So are the factors 0.25 and 2 of the chain. Its first factor,"
        r" $\partial L/\partial\hat y$, turns its sign to become 2, and with it both slopes, to 1"
        " and 0.5.": with_label_0,
        r"So $w = 0.5 - 0.1\cdot1 = 0.4$ and $b = -1 - 0.1\cdot0.5 = -1.05$.": with_label_0,
        "Then set the input to 0: the weight stays where it is for ever, and only the bias": (
            only_the_bias_learns
        ),
        "multiplies each with $x = (1, 2)$ number by number": lambda: (
            load("network/forward").x.tolist() == [1, 2]
        ),
        r"| first | 1, −1 | 1 | $1\cdot1 - 1\cdot2 + 1 = 0$ | 0.5 |": lambda: neuron(0, 0, "0.5"),
        r"| second | 0, 1 | −2 | $0\cdot1 + 1\cdot2 - 2 = 0$ | 0.5 |": lambda: neuron(1, 0, "0.5"),
        r"| third | 2, −1 | 1 | $2\cdot1 - 1\cdot2 + 1 = 1$ | 0.7311 |": lambda: neuron(
            2, 1, "0.7311"
        ),
        "The second layer does the same with the three activations as its input:"
        r" $1\cdot0.5 + 2\cdot0.5 - 1\cdot0.7311 - 0.5 = 0.2689$.": lambda: (
            load("network/forward").W2.tolist() == [[1, 2, -1]]
            and rounds(load("network/forward").z2, "0.2689")
        ),
        "For the bias the last factor is 1 in place of $x$, and the product is $-0.5$.": lambda: (
            evaluate(diff(NEURON, b), x=2, y=1, w=0.5, b=-1) == -2 * 0.25 * 1 == -0.5
        ),
        r"Against the slope: $w = 0.5 - 0.1\cdot(-1) = 0.6$, and $b = -1 - 0.1\cdot(-0.5) ="
        " -0.95$.": lambda: (load("network/loop").w, load("network/loop").b) == (0.6, -0.95),
        'A layer of 4 neurons sees 3 inputs. How many numbers does it have to learn?" `16`{ .answer'
        r" }: $4\cdot3$ weights, and a bias for each of the 4 neurons. `12` : Those are the"
        " weights.": lambda: (
            (letters("W", 4, 3).size + letters("b", 4).size, letters("W", 4, 3).size) == (16, 12)
        ),
        "`15` : The biases belong to the neurons, not to the inputs.": lambda: (
            letters("W", 4, 3).size + letters("b", 3).size == 15
        ),
        "`7` : Every neuron has a weight for every input: that is a product.": lambda: 4 + 3 == 7,
        r"The same start, $x = 2$ and $\hat y = 0.5$, but now the label is 0. Which way does $w$"
        r' move?" `down`{ .answer }: The gradient is $(0.5 - 0)\cdot2 = 1$': lambda: (
            gradient_for(0) == 1 and rerun("network/loop", y=0.0).w < 0.5
        ),
        "`up` : So it went with the label 1. Now the prediction is too high, and a smaller $w$"
        " lowers"
        " it.": lambda: (
            gradient_for(1) == -1
            and np.all(np.diff(special.expit(2 * np.linspace(-9, 9, 400) - 1)) > 0)
        ),
        "Every neuron in every layer does what chapter 1 described: a weighted sum $z$, then an"
        " activation.": each_neuron_alone,
        "All neurons of a layer see the same inputs, each with weights of its own.": (
            each_neuron_alone
        ),
        "Note that in each turn both slopes are computed before the weight or the bias"
        " moves.": before_either_moved,
        "`not at all` : It would stay if the input were 0, or the prediction right.": lambda: (
            diff(NEURON, w).subs(x, 0) == 0
            and same(diff(NEURON, w), (SIGMOID.subs(z, w * x + b) - y) * x)
        ),
        "Go round from $w = 0.6$ and $b = -0.95$, with the label 1.": lambda: (
            (load("network/loop").w, load("network/loop").b, load("network/loop").y)
            == (0.6, -0.95, 1)
        ),
        "the input is $x = 2$, the right answer $y = 1$, and it starts from $w = 0.5$ and"
        r" $b = -1$ with the learning rate $\alpha = 0.1$.": as_in_the_figure,
        "At the start the prediction is 0.5, and the right answer is 1. Will the weight have to"
        " grow or to shrink, and the bias?": as_in_the_figure,
        "Both grow: the prediction is too low, a larger sum raises it, and the sum $z = wx + b$"
        " grows with $b$, and with $w$ as well, because $x = 2$ is"
        " positive.": larger_numbers_raise_it,
        "After the first turn $w = 0.6$ and $b = -0.95$;": lambda: (
            (load("network/loop").w, load("network/loop").b) == (0.6, -0.95)
        ),
        "Stop before each update, at step 3, and ask which way the two numbers will"
        " go.": as_in_the_figure,
        "makes this turn too: press *Reset*, choose the label 0, and then": as_in_the_figure,
        r"For the bias only the last factor is another one: $\partial z/\partial b = 1$ in place of"
        r" $\partial z/\partial w = x$.": lambda: (
            diff(w * x + b, b) == 1 and diff(w * x + b, w) == x
        ),
        r"they come to $(\hat y - y)\,x$ and $\hat y - y$": lambda: (
            same(diff(NEURON, w), (SIGMOID.subs(z, w * x + b) - y) * x)
            and same(diff(NEURON, b), SIGMOID.subs(z, w * x + b) - y)
        ),
        r"Its sigmoid, $\sigma(0.2689) \approx 0.5668$, is the prediction.": lambda: (
            rounds(load("network/forward").a2, "0.5668")
        ),
        "*Next* is the next step; go round up to a hundred times.": as_in_the_figure,
        "| first | 0 | 0.5 | 0.6931 | −1 | −0.5 | 0.6 | −0.95 |": lambda: turn(
            0, "0", "0.5", "0.6931", "-1", "-0.5", "0.6", "-0.95"
        ),
        "| second | 0.25 | 0.5622 | 0.5759 | −0.8756 | −0.4378 | 0.6876 | −0.9062 |": lambda: turn(
            1, "0.25", "0.5622", "0.5759", "-0.8756", "-0.4378", "0.6876", "-0.9062"
        ),
        "The prediction is now 0.6151. Each turn brings it nearer to 1, and each by less than the"
        " one before; after 100 turns it is 0.9796.": lambda: (
            rounds([turns(101)[2][1], turns(101)[100][1]], "0.6151", "0.9796")
            and slows([1 - row[1] for row in turns(101)])
        ),
    }
)
