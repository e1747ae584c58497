"""What docs/neuron.md says is true."""

import math
import re

import numpy as np
from algebra import SIGMOID, agree, b, evaluate, lies_in, same, w_1, w_2, x_1, x_2, z
from drawings import arrows, colour
from project import ROOT, tested
from proving import Page, equation, stated
from reading import symbol
from scipy import special
from snippet import SNIPPETS, load, prints, published, rerun

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


def what_a_weight_says() -> bool:
    """How z moves when a weight's input, above zero, is there instead of absent; and that one
    unit of it moves z by the weight.
    """
    for weight in (0.5, -0.5, 0):
        for *x, other, bias in RNG.uniform((0.01, -9, -9, -9), 9, size=(5, 4)):
            w = np.array([weight, other])
            absent, there = (bill(np.array([amount, x[1]]), w, bias) for amount in (0, x[0]))
            if np.sign(round(there - absent, 9)) != np.sign(weight):
                return False
    return one_unit_counts()


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


def five_steps() -> bool:
    """Done one after the other, for many inputs, they give what the complete program gives; with
    the activation before the sum, or the bias once for each product, they would not.
    """
    marks = re.findall(r"^\d\. It \*\*(\w+)", page.source.text, re.M)
    forward, turned = load("or-gate/program").forward, []
    for size in np.repeat(np.arange(2, 10), 9):
        inputs, weights, bias = RNG.normal(size=size), RNG.normal(size=size), RNG.normal()
        products = [weight * each for weight, each in zip(weights, inputs, strict=True)]
        y_hat = special.expit(sum(products) + bias)
        if not agree(forward(inputs, weights, bias), y_hat):
            return False
        turned += [sum(special.expit(products)) + bias - y_hat]
        turned += [special.expit(sum(product + bias for product in products)) - y_hat]
    steps = ["takes", "weights", "sums", "activates", "outputs"]
    return marks == steps and 0 not in np.round(turned, 9)


def one_formula() -> bool:
    """The second displayed equation is the first for two inputs, and the third is the second in
    numbers: there is no other.
    """
    labels = [each.label for each in page.source.equations if each.display]
    (_, first), (_, second), (_, total) = (stated("neuron", label) for label in labels)
    prices = {w_1: 10, x_1: 2, w_2: 15, x_2: 3, b: 5}
    return same(first.subs(symbol("w·x"), w_1 * x_1 + w_2 * x_2), second) and (
        second.subs(prices) == total
    )


def at_the_till() -> bool:
    """Any basket costs what the program says, when somebody adds it up fruit by fruit."""
    for kinds in np.repeat(np.arange(2, 8), 3):
        quantities, prices = RNG.integers(0, 9, size=kinds), RNG.integers(1, 99, size=kinds)
        charge = int(RNG.integers(1, 50))
        fruits = [price for price, n in zip(prices, quantities, strict=True) for _ in range(n)]
        if bill(quantities, prices, charge) != sum(fruits) + charge:
            return False
    return True


def one_unit_counts() -> bool:
    """One more of one input moves the sum by that input's weight, wherever the sum stood; the bias
    is all that is left of it without inputs, and comes in once.
    """
    for size in (2, 3, 5):
        x, w, bias = RNG.normal(size=size), RNG.normal(size=size), RNG.normal()
        more = [bill(x + one, w, bias) - bill(x, w, bias) for one in np.eye(size)]
        alone, larger = bill(0 * x, w, bias), bill(x, w, bias + 1) - bill(x, w, bias)
        if not (np.allclose(more, w) and agree(alone, bias) and agree(larger, 1)):
            return False
    return True


def shapes_in_the_comments() -> bool:
    """Each array that the chapter's programs make has its shape beside it, and nothing else has."""
    for name in ("neuron/stall", "neuron/spam"):
        script = tested().text(SNIPPETS / f"{name}.py")
        said = dict(re.findall(r"^(\w+) = np.*# (\(\S+\)) ", script, re.M))
        left = vars(load(name)).items()
        if said != {each: str(v.shape) for each, v in left if isinstance(v, np.ndarray)}:
            return False
    stall = load("neuron/stall")
    return stall.x.shape == stall.w.shape == (2,) == np.array([4, 7]).shape


def spam_word_by_word() -> bool:
    """What one more link, or one more such word, adds to the page's sum, for any email; and how
    many emails are called spam as the bias grows.
    """
    w, emails = load("neuron/spam").w, RNG.integers(0, 9, size=(500, 2))
    adds = [(emails + one) @ w - emails @ w for one in np.eye(2)]
    called = [int(np.sum(emails @ w + bias > 0)) for bias in range(-12, 1)]
    return np.allclose(adds, w[:, None]) and 0 < called[0] < called[-1] and called == sorted(called)


def new_emails_tell() -> bool:
    """Two neurons give every email the same verdict, and the second is surer. Of the new emails to
    which the first gives 0.9, nine out of ten are spam; of those to which the second does, fewer.
    """
    sums = RNG.normal(scale=2, size=400_000)
    spam = RNG.random(sums.size) < special.expit(sums)
    alike = np.array_equal(sums > 0, 2 * sums > 0)
    first, second = (np.mean(spam[abs(special.expit(v) - 0.9) < 0.01]) for v in (sums, 2 * sums))
    return alike and abs(first - 9 / 10) < 0.02 and second < 0.8


def with_slopes() -> set[str]:
    """The functions of chapter 5: what it gives a formula, and a formula of its slopes."""
    labels = {each.label for each in tested().pages["activations.md"].equations if each.display}
    return {each for each in labels if labels & {f"{each}-derivative", f"{each}-jacobian"}}


def all_in_the_sentence() -> bool:
    """The figure's sentence holds each of its fields once, and these begin as the program's bill
    and change by whole ones.
    """
    view = tested().text(ROOT / "docs" / "javascripts" / "figures" / "fruit-bill.js")
    fields = dict(re.findall(r'^    (\w+): number\(".+", (\d+)\),$', view, re.M))
    sentence = view.partition("sentence:")[2].partition("buttons:")[0]
    s = load("neuron/stall")
    start = {"x1": s.x[0], "w1": s.w[0], "x2": s.x[1], "w2": s.w[1], "b": s.b}
    in_words = re.findall(r"\{(\w+)\}", sentence)
    return {k: int(v) for k, v in fields.items()} == start and sorted(in_words) == sorted(start)


page.claims(
    {
        "Each of its five numbers can be changed, in the sentence.": all_in_the_sentence,
        "Numbers go in, one number comes out.": lambda: (
            {np.ndim(bill(*RNG.normal(size=(2, size)), 0.5)) for size in range(2, 12)} == {0}
        ),
        "this chapter has one, and it is a bill at a fruit stall.": lambda: (
            one_formula() and at_the_till()
        ),
        "A neuron does five things:": five_steps,
        "each input $x_j$ is multiplied by a [weight](notation.md#weight) $w_j$ of its own."
        " 3. It **sums** the products and adds a [bias](notation.md#bias) $b$.": five_steps,
        "Keep the order in mind: first the sum $z$, then the activation $f(z)$.": five_steps,
        "A neuron multiplies inputs by weights, adds a bias, and passes the sum through an"
        " activation.": five_steps,
        "The quantities are the inputs $x$, the prices are the weights $w$, the fixed charge is"
        " the bias $b$, and the total is $z$.": at_the_till,
        "is a bill: quantities times prices, plus a fixed charge.": at_the_till,
        "The `@` is NumPy's sign for the dot product.": lambda: all(
            agree(w @ x, np.dot(w, x)) and not np.array_equal(w @ x, w * x)
            for size in range(2, 50)
            for w, x in [RNG.normal(size=(2, size))]
        ),
        "| $w$ | weights: how much one unit of each input counts | price of an apple, price of an"
        " orange | | $b$ | bias: what is added whatever the inputs are | delivery charge |": (
            one_unit_counts
        ),
        "Each quantity $x$ meets its own price $w$; the delivery $b$ comes once; the total is"
        " $z$.": at_the_till,
        "So a weight says how much one unit of its input counts.": one_unit_counts,
        "Each weight says how strongly one link, or one such word, speaks for spam. The bias says"
        " how easily the neuron calls anything spam at all.": spam_word_by_word,
        "look at one email with three biases:": lambda: (
            len(set(prints("neuron/spam")[::2])) == 3 and load("neuron/spam").x.shape == (2,)
        ),
        "[Chapter 5](activations.md) shows six of them.": lambda: len(with_slopes()) == 6,
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
        "The comments give the [shape](notation.md#shape) of each array: `(2,)` means a list of two"
        " numbers.": shapes_in_the_comments,
        "The weights say how much each input counts, and in which direction: where the input is"
        ' positive, a positive weight speaks for "yes" and a negative one for "no". A weight of'
        " zero ignores its input.": what_a_weight_says,
        "Such counts are never negative.": lambda: min(load("neuron/spam").x) >= 0,
        "a number between 0 and 1 that is read as a probability.": lambda: lies_in(SIGMOID, 0, 1),
        "(It is the neuron's own estimate. Whether nine out of ten emails that it gives 0.9 really"
        " are spam, new emails must tell.)": new_emails_tell,
        "You buy 4 apples at ₹10 and 1 orange at ₹15, and delivery costs ₹5. What is": lambda: (
            bill(np.array([4, 1]), np.array([10, 15]), 5) == 60
        ),
        r"`60`{ .answer }: $4\cdot10 + 1\cdot15 + 5$.": lambda: 4 * 10 + 1 * 15 + 5 == 60,
        "`55` : The bias is missing: delivery is charged too.": lambda: 4 * 10 + 1 * 15 == 55,
        "`65` : The bias came in once for each kind of fruit. It is one delivery.": lambda: (
            (4 * 10 + 5) + (1 * 15 + 5) == 65
        ),
        "`130` : You added first and multiplied then. Each quantity meets its own price.": lambda: (
            (4 + 1) * (10 + 15) + 5 == 130
        ),
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
        "Weights set how much each input counts; a larger bias makes firing easier.": lambda: (
            one_unit_counts() and more_bias_more_yes()
        ),
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
