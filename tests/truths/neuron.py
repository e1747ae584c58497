"""What docs/neuron.md says is true."""

import math
import re

import numpy as np
from algebra import SIGMOID, agree, evaluate, lies_in, same, z
from drawings import arrows, colour
from proving import Page, equation
from snippet import load, prints, published, rerun

page = Page("neuron")

RNG = page.rng


def bill(x, w, b):
    """What the stall's program computes for other quantities, prices and charges."""
    return rerun("neuron/stall", x=x, w=w, b=b).z


@page.definition("weighted-sum")
def _(total, formula):
    """The page's program computes this, for two, three and ten inputs."""
    # This is what z means from here on. That the program computes just this is what can be shown.
    assert total == z
    for size in (2, 3, 10):
        x, w, b = RNG.normal(size=size), RNG.normal(size=size), RNG.normal()
        products = sum(w[j] * x[j] for j in range(size))
        assert agree(bill(x, w, b), evaluate(formula, **{"w·x": products, "b": b}))
    page.says('Say that the neuron\'s verdict is "spam" when $z > 0$')
    tie = rerun("neuron/spam", w=np.array([0.5, 0]))  # with the last of the biases, -2
    assert (tie.z, tie.verdict) == (0, "not spam")


@page.definition("weighted-sum-two")
def _(total, formula):
    """The page's program computes this for two inputs."""
    assert total == z
    w_1, w_2, x_1, x_2, b = RNG.normal(size=5)
    written_out = evaluate(formula, w_1=w_1, w_2=w_2, x_1=x_1, x_2=x_2, b=b)
    assert agree(written_out, bill(np.array([x_1, x_2]), np.array([w_1, w_2]), b))


@page.theorem("bill")
def _(products, total):
    """Both sides are the same number, and the page's program prints it."""
    assert same(products, total)
    # and the program of the page prints this very equation
    tex = equation("neuron", "bill").tex
    assert published("neuron/stall").strip() == tex.replace(r"\cdot", "·")


@page.draws("neuron/diagram")
def _(figure):
    [axes] = figure.axes
    assert set(arrows(axes).elements()) == {
        ("x₁", "Σ", "w₁"),
        ("x₂", "Σ", "w₂"),
        ("b", "Σ", ""),
        ("Σ", "f", "z"),
        ("f", "", "ŷ"),
    }
    page.says("inputs x₁ and x₂, arrows with the weights w₁ and w₂", "an arrow z, a circle f")
    page.says("an arrow to the output ŷ", "The sum Σ comes first and gives z")

    place = {text.get_text(): text.get_position() for text in axes.texts}
    assert place["x₁"][0] == place["x₂"][0] < place["Σ"][0] < place["f"][0] < place["ŷ"][0]
    page.says("A neuron as a chain from left to right")
    assert place["b"][0] == place["Σ"][0]
    assert place["b"][1] > place["Σ"][1]
    page.says("a circle Σ with the bias b above it")
    names = {"inputs": "x₁", "weights": "w₁", "sum": "Σ", "activation": "f", "output": "ŷ"}
    assert all(abs(place[name][0] - place[part][0]) < 0.5 for name, part in names.items())


@page.draws("neuron/bill")
def _(figure):
    """The picture's numbers are the program's, line by line, each beside its letter."""
    [axes] = figure.axes
    places = sorted((-t.get_position()[1], t.get_position()[0], t.get_text()) for t in axes.texts)
    rows = [
        [text for height, _, text in places if height == row and text]
        for row in sorted({height for height, _, _ in places})
    ]
    s = load("neuron/stall")
    kinds = zip(("apples", "oranges"), s.x, s.w, strict=True)
    wanted = [
        [name, f"x{letter} = {x}", f"w{letter} = ₹{w}", f"₹{x * w}"]
        for letter, (name, x, w) in zip("₁₂", kinds, strict=True)
    ]
    assert rows == [*wanted, ["delivery", f"b = ₹{s.b}", f"₹{s.b}"], ["total", "z", f"₹{s.z}"]]
    page.says(
        "Apples: x₁ = 2, w₁ = ₹10, ₹20. Oranges: x₂ = 3, w₂ = ₹15, ₹45. Delivery: b = ₹5, ₹5."
    )
    page.says("Below a line the total: z, ₹70.")
    [line] = axes.lines
    heights = [-height for height, _, _ in places]
    assert set(line.get_ydata()) == {0.65}
    assert sorted({*heights})[:2] == [0, 1]
    colours = {t.get_text(): colour(t.get_color()) for t in axes.texts if t.get_text()}
    letters = ("x₁ = 2", "w₁ = ₹10", "x₂ = 3", "w₂ = ₹15", "b = ₹5", "z")
    assert {text for text, name in colours.items() if name == "blue"} == {*letters}


def one_more(place: int) -> int:
    """What the stall's bill grows by if this one of its five numbers grows by 1."""
    s = load("neuron/stall")
    five = np.array([*s.x, *s.w, s.b])
    five[place] += 1
    return bill(five[:2], five[2:4], five[4]) - s.z


def verdict(x, bias):
    """What the page's program says of another email, with this as the last of its biases."""
    program = rerun("neuron/spam", x=np.array(x))
    return "spam" if program.w @ x + bias > 0 else "not spam"


def what_a_weight_says():
    """How z moves when a weight's input, above zero, is there instead of absent."""
    moved = {
        weight: {
            int(np.sign((weight * amount + rest) - (weight * 0 + rest)))
            for amount, rest in RNG.uniform((0.01, -9), (9, 9), size=(200, 2))
        }
        for weight in (0.5, -0.5, 0)
    }
    return moved == {0.5: {1}, -0.5: {-1}, 0: {0}}


def more_bias_more_yes() -> bool:
    """Of many sums, a larger bias leaves each yes a yes and makes more of them; so on the page."""
    sums, biases = RNG.normal(scale=3, size=2000), np.linspace(-9, 9, 37)
    yes = sums[:, None] + biases > 0
    said = re.findall(r"(?:not )?spam", published("neuron/spam"))
    never_back = np.all(yes[:, :-1] <= yes[:, 1:]) and yes[:, 0].sum() < yes[:, -1].sum()
    return never_back and said == ["not spam", "spam", "spam"]


def sooner_past_any_amount() -> bool:
    """How many fruits it takes, at any price: with a larger charge never more, and somewhere
    fewer.
    """
    for price, amount in RNG.uniform((0.5, 25), (20, 500), size=(200, 2)):
        fruits = [math.floor(max(0, amount - charge) / price) for charge in range(0, 600, 5)]
        if np.any(np.diff(fruits) > 0) or fruits[0] <= fruits[-1]:
            return False
    return True


def at_the_activation() -> set[tuple[str, str, str]]:
    """The arrows of the picture that lead to f or away from it."""
    drawn = arrows(load("neuron/diagram").figures[0].axes[0])
    return {arrow for arrow in drawn if "f" in arrow[:2]}


page.claims(
    {
        "One of the five numbers may grow by 1. Which one makes the bill grow most": lambda: (
            max(range(5), key=one_more) == 1
        ),
        "One more orange: it adds its price, 15. One more apple adds 10. A price that grows by 1"
        " adds as many rupees as there are fruits of its kind, 2 or 3, and the delivery adds 1.": (
            lambda: [one_more(place) for place in range(5)] == [10, 15, 2, 3, 1]
        ),
        "Ask for a bill of zero rupees at these prices, with something bought. It "
        "takes a negative number, such as a discount: a negative bias.": lambda: (
            bill(np.array([2, 3]), np.array([10, 15]), -65) == 0
            and bill(np.array([1, 0]), np.array([1, 0]), 0) > 0
        ),
        "You buy 2 apples at ₹10 each and 3 oranges at ₹15 each, and delivery costs ₹5": lambda: (
            [*load("neuron/stall").x, *load("neuron/stall").w, load("neuron/stall").b]
            == [2, 3, 10, 15, 5]
        ),
        "`(2,)` means a list of two numbers.": lambda: (
            load("neuron/stall").x.shape == load("neuron/stall").w.shape == (2,)
        ),
        'where the input is positive, a positive weight speaks for "yes" and a negative one for'
        ' "no". A weight of zero ignores its input.': what_a_weight_says,
        "Such counts are never negative.": lambda: min(load("neuron/spam").x) >= 0,
        "a number between 0 and 1 that is read as a probability.": lambda: lies_in(SIGMOID, 0, 1),
        "Whether nine out of ten emails that it gives 0.9 really are": lambda: 9 / 10 == 0.9,
        "You buy 4 apples at ₹10 and 1 orange at ₹15, and delivery costs ₹5. What is": lambda: (
            bill(np.array([4, 1]), np.array([10, 15]), 5) == 60
        ),
        r"`60`{ .answer }: $4\cdot10 + 1\cdot15 + 5$.": lambda: 4 * 10 + 1 * 15 + 5 == 60,
        "`55` : The bias is missing: delivery is charged too.": lambda: 4 * 10 + 1 * 15 == 55,
        "`65` : The bias came in once for each": lambda: (4 * 10 + 5) + (1 * 15 + 5) == 65,
        "`130` : You added first and multiplied then.": lambda: (4 + 1) * (10 + 15) + 5 == 130,
        "An email with 1 link and 3 suspicious words, the same weights 0.5 and 1.2, and $b = -4$."
        " What is the verdict?": lambda: verdict([1, 3], -4) == "spam",
        r"`spam`{ .answer }: $z = 0.5\cdot1 + 1.2\cdot3 - 4 = 0.1$, and that is above zero, if only"
        " just.": lambda: (
            load("neuron/spam").w.tolist() == [0.5, 1.2] and verdict([1, 3], -4) == "spam"
        ),
        "`not spam` : The weighted sum is $0.5 + 3.6 = 4.1$. Is that more than the 4": lambda: (
            math.isclose(0.5 * 1 + 1.2 * 3, 4.1)
        ),
        "**A larger bias makes the neuron fire more easily**, a smaller one makes it harder to"
        " convince.": more_bias_more_yes,
        "a larger bias makes firing easier.": more_bias_more_yes,
        "(At the stall, too: the larger the delivery charge, the sooner the bill passes any given"
        " amount.)": sooner_past_any_amount,
        "The email and the weights are the same each time.": lambda: (
            len(set(np.round(np.diff(np.reshape(prints("neuron/spam"), (3, 2))).ravel(), 9))) == 1
        ),
        "The sum Σ comes first and gives z; only then does the activation f act on z.": lambda: (
            at_the_activation() == {("Σ", "f", "z"), ("f", "", "ŷ")}
        ),
        r"Here $w \cdot x$ is the dot product, the sum of all products of a weight and its"
        " input.": lambda: all(
            agree(w @ x, sum(one * other for one, other in zip(w, x, strict=True)))
            for size in range(1, 50)
            for w, x in [RNG.normal(size=(2, size))]
        ),
    }
)
