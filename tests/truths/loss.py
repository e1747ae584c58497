"""What docs/loss.md says is true.

Each loss is computed from the page's formula, by the page's program and by scikit-learn. Each
gradient is what SymPy derives from the loss that the page states, however many examples there are.
"""

import math
from itertools import product

import numpy as np
import sympy
from algebra import (
    LOSS,
    SIGMOID,
    K,
    N,
    agree,
    approx,
    evaluate,
    i,
    k,
    lies_in,
    p,
    r,
    rounds,
    same,
    slope,
    x,
    y,
)
from drawings import colour, curve, lines, names, pieces, traces
from losses import LOSSES
from proving import Page, stated
from reading import indexed
from scipy import special
from snippet import load
from sympy import Eq, FiniteSet, KroneckerDelta, Product, Sum, Symbol, diff, exp, log, symbols

page = Page("loss")

RNG = page.rng
BCE = "loss/binary_cross_entropy"

m, n = symbols("m n", integer=True)  # one of the examples, one of the classes
p_m, y_m, z_m, P_mn = indexed("p", m), indexed("y", m), indexed("z", m), indexed("P", m, n)


def formula(label):
    """The loss that the page states."""
    _, loss, *_ = stated("loss", label)
    return loss


def drawn(name, y, p):
    """Random labels and predictions: as the program takes them, and in the page's letters."""
    draw, _ = LOSSES[name]
    labels, predictions = draw(RNG)
    page.says("in the code, labels run from `0` to `K - 1`, each one less than here.")
    first = 1 if name.startswith("sparse") else 0
    letters = {y: labels + first, p: predictions, "N": len(labels), "K": predictions.shape[-1]}
    return (labels, predictions), letters


def is_loss(loss, name, y="y", p="p"):
    """Whether the page's formula, its program and scikit-learn give the same number."""
    given, letters = drawn(name, y, p)
    _, library = LOSSES[name]
    program = getattr(load(f"loss/{name}"), name)
    return agree(evaluate(loss, **letters), program(*given), library(*given))


def is_gradient(claimed, name, y="y", p="p"):
    """Whether the page's formula and its program give the same number for each prediction."""
    given, letters = drawn(name, y, p)
    program = getattr(load(f"loss/{name}"), f"{name}_gradient")(*given)
    on_page = np.zeros_like(program)
    for place in np.ndindex(on_page.shape):
        row, column = (*place, 0)[:2]
        on_page[place] = evaluate(claimed, **letters, i=row + 1, k=column + 1)
    return agree(on_page, program)


@page.definition("mse")
def _(name, loss):
    """The page's program and scikit-learn compute this, on random predictions."""
    assert str(name) == "MSE"
    assert is_loss(loss, "mse")


@page.theorem("mse-gradient")
def _(name, claimed):
    """SymPy differentiates the loss as the page states it, for any number of examples."""
    assert str(name) == "∂MSE/∂p_i"
    assert same(claimed.subs(i, m), slope(formula("mse"), p_m))
    assert is_gradient(claimed, "mse")


@page.theorem("mse-by-hand")
def _(sum_of_squares, result):
    """Both sides are the same number, and it is the loss of the example."""
    assert same(sum_of_squares, result)
    page.says("the labels 3 and 5, the predictions 2.5 and 7.")
    assert agree(result, evaluate(formula("mse"), y=[3, 5], p=[2.5, 7], N=2))
    page.says("The errors are $-0.5$ and $2$, their squares $0.25$ and $4$")
    assert agree(np.square([2.5 - 3, 7 - 5]), [0.25, 4])


@page.definition("mae")
def _(name, loss):
    """The page's program and scikit-learn compute this, on random predictions."""
    assert str(name) == "MAE"
    assert is_loss(loss, "mae")


@page.theorem("mae-gradient")
def _(name, claimed):
    """SymPy differentiates the loss as the page states it, for any number of examples."""
    assert str(name) == "∂MAE/∂p_i"
    assert same(claimed.subs(i, m), slope(formula("mae"), p_m))
    assert is_gradient(claimed, "mae")
    page.says("At an error of exactly zero there is a kink; the code takes the slope 0 there")
    assert claimed.subs(indexed("p", i), indexed("y", i)) == 0


@page.theorem("mae-by-hand")
def _(sum_of_errors, result):
    """Both sides are the same number, and it is the loss of the example."""
    assert same(sum_of_errors, result)
    assert agree(result, evaluate(formula("mae"), y=[3, 5], p=[2.5, 7], N=2))


@page.definition("bce")
def _(name, loss):
    """The page's program and scikit-learn compute this, on random predictions."""
    assert str(name) == "BCE"
    assert is_loss(loss, "binary_cross_entropy")


@page.theorem("bce-gradient")
def _(name, claimed):
    """SymPy differentiates the loss as the page states it, for any number of examples."""
    assert str(name) == "∂BCE/∂p_i"
    assert same(claimed.subs(i, m), slope(formula("bce"), p_m))
    assert is_gradient(claimed, "binary_cross_entropy")


@page.theorem("bce-by-hand")
def _(exact, printed):
    """The digits are those of the left side, and it is the loss of the example."""
    assert approx(exact, printed)
    page.says("the labels 1, 0, 1 and the predictions 0.9, 0.2, 0.6.")
    assert agree(exact, evaluate(formula("bce"), y=[1, 0, 1], p=[0.9, 0.2, 0.6], N=3))
    page.says("The right answers were given the probabilities 0.9, 0.8 and 0.6")
    assert agree([0.9, 1 - 0.2, 0.6], [0.9, 0.8, 0.6])


def together(predictions, labels):
    """How probable it is that independent coins, heads with these chances, fall as labelled."""
    sides = ([(1, chance), (0, 1 - chance)] for chance in predictions)
    throws = {tuple(s for s, _ in t): math.prod(c for _, c in t) for t in product(*sides)}
    assert agree(sum(throws.values()), 1)
    return throws[tuple(labels)]


@page.theorem("likelihood-by-hand")
def _(chances, printed):
    """Both sides are the same number: the chance that three coins fall as labelled."""
    assert same(chances, printed)
    page.says("The model gave them 0.9, 0.8 and 0.6,")
    assert agree(float(printed), together([0.9, 0.2, 0.6], [1, 0, 1]))
    _, loss = stated("loss", "bce-by-hand")
    assert approx(-log(printed) / 3, loss)
    page.says(r"That is the cross-entropy: $-\tfrac13\log 0.432 \approx 0.2798$, the number above.")


@page.theorem("likelihood")
def _(name, loss):
    """The logarithm of the product is the sum that the page calls BCE, for any N."""
    assert str(name) == "BCE"
    [product_] = loss.atoms(Product)
    assert product_.limits == ((i, 1, N),)
    factor = product_.function
    # the factor is the probability of what happened,
    assert same(factor.subs(indexed("y", i), 1), indexed("p", i))
    assert same(factor.subs(indexed("y", i), 0), 1 - indexed("p", i))
    page.says("Each factor is just the probability of the right answer:")
    # its logarithm is what the cross-entropy adds up, for any labels at all,
    assert same(loss.subs(log(product_), Sum(log(factor), (i, 1, N))), formula("bce"))
    # and the product is the probability of all of it together.
    for size in (1, 2, 5, 9):
        labels, chances = RNG.integers(2, size=size), RNG.uniform(0.01, 0.99, size=size)
        likelihood = together(chances, labels)
        factors = [evaluate(factor, y=labels, p=chances, i=row + 1) for row in range(size)]
        assert agree(math.prod(factors), likelihood)
        on_page = evaluate(loss.subs(product_, x), x=likelihood, N=size)
        assert agree(on_page, load(BCE).binary_cross_entropy(labels, chances))


@page.definition("cce")
def _(name, loss):
    """The page's program and scikit-learn compute this, on random predictions."""
    assert str(name) == "CCE"
    assert is_loss(loss, "categorical_cross_entropy", "Y", "P")


@page.theorem("cce-gradient")
def _(name, claimed):
    """SymPy differentiates the loss as the page states it, for any N and K."""
    assert str(name) == "∂CCE/∂P_ik"
    assert same(claimed.subs({i: m, k: n}), slope(formula("cce"), P_mn))
    assert is_gradient(claimed, "categorical_cross_entropy", "Y", "P")


@page.theorem("cce-by-hand")
def _(exact, printed):
    """The digits are those of the left side, and it is the loss of the example."""
    assert approx(exact, printed)
    program = load("loss/categorical_cross_entropy")
    assert agree(exact, evaluate(formula("cce"), Y=program.Y, P=program.Y_hat, N=2, K=3))
    page.says("two examples whose right classes were given the probabilities 0.7 and 0.6:")
    assert program.Y_hat[program.Y == 1].tolist() == [0.7, 0.6]
    assert agree(program.Y_hat.sum(axis=1), [1, 1])  # probabilities


@page.theorem("softmax-gradient")
def _(name, claimed):
    """SymPy differentiates the loss of a softmax, for any number of classes."""
    assert str(name) == "∂L/∂z_k"
    page.says(r"The reason: $L = -\sum_k y_k \log p_k$, and $\log p_k = z_k - \log\sum_r e^{z_r}$.")
    # for any number of classes: the page's softmax and its loss of a single row
    _, softmax = stated("activations", "softmax")
    z_k, y_k = indexed("z", k), indexed("y", k)
    total = Sum(exp(indexed("z", r)), (r, 1, K))
    assert same(softmax, exp(z_k) / total)
    loss = log(total) - Sum(y_k * z_k, (k, 1, K))
    page.says(r"So $L = \log\sum_r e^{z_r} - \sum_k y_k z_k$;")
    assert same(slope(log(total), z_m), softmax.subs(k, m))
    assert same(slope(Sum(y_k * z_k, (k, 1, K)), z_m), y_m)
    page.says("the slope of the first part is $p_k$, that of the second $y_k$.")
    assert same(slope(loss, z_m), claimed.subs(k, m), where={indexed("p", m): softmax.subs(k, m)})
    # and through the programs: the loss of each row, nudged, and the two parts of the chain
    cce, soft = load("loss/categorical_cross_entropy"), load("activations/softmax")
    page.says("it is divided by $N$.")
    for size in (2, 3, 7):
        sums = RNG.normal(scale=3, size=(4, size))
        labels = np.vstack([np.eye(size)[RNG.integers(size, size=3)], RNG.dirichlet([1] * size)])
        chances = np.array([soft.softmax(row) for row in sums])
        cost = -(labels * np.log(chances)).sum()  # a label that sums to 1
        parts = special.logsumexp(sums, axis=1).sum() - (labels * sums).sum()
        assert agree(cost, parts)
        by_chain = [
            soft.softmax_jacobian(row) @ back
            for row, back in zip(
                sums, cce.categorical_cross_entropy_gradient(labels, chances), strict=True
            )
        ]
        on_page = [
            [evaluate(claimed, p=c, y=label, k=n + 1) for n in range(size)]
            for c, label in zip(chances, labels, strict=True)
        ]
        assert np.allclose(by_chain, np.array(on_page) / 4, atol=1e-12)


@page.definition("scce")
def _(name, loss):
    """The page's program and scikit-learn compute this, on random predictions."""
    assert str(name) == "SCCE"
    assert is_loss(loss, "sparse_categorical_cross_entropy", p="P")
    page.says("the loss is the same number, 0.4338.")
    _, printed = stated("loss", "cce-by-hand")
    program = load("loss/sparse_categorical_cross_entropy")
    assert f"{program.loss:.4f}" == str(printed) == "0.4338"
    page.says("The labels 1 and 3, in the code 0 and 2, pick 0.7 and 0.6,")
    assert program.y.tolist() == [0, 2]
    chances = [
        evaluate(indexed("P", i, indexed("y", i)), y=[1, 3], P=program.Y_hat, i=n) for n in (1, 2)
    ]
    assert chances == [0.7, 0.6]
    assert agree(program.Y_hat.sum(axis=1), [1, 1])


@page.theorem("scce-gradient")
def _(name, claimed):
    """SymPy differentiates the loss as the page states it, for the right class and for others."""
    assert str(name) == "∂SCCE/∂P_ik"
    claimed_m = claimed.subs({i: m, k: n})
    true = slope(formula("scce"), P_mn)
    # class n is the label of example m, or it is not
    assert same(true.subs(y_m, n), claimed_m.subs(y_m, n))
    assert same(true.subs(KroneckerDelta(n, y_m), 0), claimed_m.subs(Eq(n, y_m), False))
    assert is_gradient(claimed, "sparse_categorical_cross_entropy", p="P")


@page.definition("hinge")
def _(name, loss, labels):
    """The page's program and scikit-learn compute this, on random sums."""
    assert str(name) == "hinge"
    assert labels.args == (indexed("y", i), FiniteSet(-1, 1))
    assert is_loss(loss, "hinge", p="z")


@page.theorem("hinge-gradient")
def _(name, claimed):
    """SymPy differentiates the loss as the page states it, on both sides of the kink."""
    assert str(name) == "∂hinge/∂z_i"
    claimed_m, true = claimed.subs(i, m), slope(formula("hinge"), z_m)
    distance = Symbol("distance", positive=True)
    for label in (-1, 1):
        for margin in (1 - distance, 1 + distance):  # any below 1, any above
            here = {y_m: label, z_m: label * margin}
            assert same(true.subs(here), claimed_m.subs(here))
        page.says("At the kink, a margin of exactly 1, the code takes the slope 0, by convention.")
        assert claimed_m.subs({y_m: label, z_m: label}) == 0
    assert is_gradient(claimed, "hinge", p="z")


@page.theorem("hinge-by-hand")
def _(exact, printed):
    """The digits are those of the left side, and it is the loss of the example."""
    assert approx(exact, printed)
    program = load("loss/hinge")
    assert agree(exact, evaluate(formula("hinge"), y=program.y, z=program.z, N=3))
    page.says("the margins 2, 0.5 and $-1$ fall short of 1 by 0, 0.5 and 2")
    assert agree(program.y * program.z, [2, 0.5, -1])
    assert agree(1 - program.y * program.z, [-1, 0.5, 2])


def of_one(label, y):
    """What the page states, for a single example with label y: a function of its prediction."""

    def f(predictions):
        single = {"N": 1, "K": 1, "i": 1, "k": 1, "y": [y], "Y": [[y]]}
        rows = ({"p": [at], "z": [at], "P": [[at]]} for at in predictions)
        return np.array([evaluate(formula(label), **single, **row) for row in rows])

    return f


def dot(figure, label):
    """The place of the dot that the legend calls so."""
    [point] = lines(figure)[label].get_xydata()
    assert lines(figure)[label].get_marker() == "o"
    return tuple(point)


@page.draws("loss/mse")
def _(figure):
    assert names(figure) == ("error ŷ − y", "")
    assert traces(figure, "loss of one prediction", of_one("mse", 0), (-3, 3))
    assert traces(figure, "its gradient", of_one("mse-gradient", 0), (-3, 3), "--")
    page.says("The further off, the steeper: the gradient (dashed) grows in proportion to the")
    page.says("in proportion to the error.")
    loss = curve(figure, "loss of one prediction")
    assert loss(0) == 0
    assert loss(-3) == loss(3) == 9
    page.says("it reaches 9 at an error of 3. Its gradient is a straight line through zero.")


@page.draws("loss/mae")
def _(figure):
    assert names(figure) == ("error ŷ − y", "")
    assert traces(figure, "loss of one prediction", of_one("mae", 0), (-3, 3))
    errors, gradient = pieces(figure, "--")
    assert agree(errors, [error for error in np.linspace(-3, 3, 121) if error != 0])
    assert agree(gradient, of_one("mae-gradient", 0)(errors), np.where(errors < 0, -1, 1))
    assert dot(figure, "0 at the kink, by convention") == (0, *of_one("mae-gradient", 0)([0]))
    page.says("The absolute error is a V with its tip where the error is zero.")
    page.says("Its gradient is −1 to the left, 1 to the right, and 0 at the tip.")


@page.draws("loss/binary_cross_entropy")
def _(figure):
    assert names(figure) == ("prediction ŷ", "loss of one prediction")
    assert traces(figure, "if y = 1: −log ŷ", of_one("bce", 1), (0.01, 0.99))
    assert traces(figure, "if y = 0: −log(1 − ŷ)", of_one("bce", 0), (0.01, 0.99), "--")
    yes, no = curve(figure, "if y = 1: −log ŷ"), curve(figure, "if y = 0: −log(1 − ŷ)")
    assert yes(0.99) < 0.02
    assert yes(0.01) > 4
    page.says("Two curves over the prediction from 0 to 1.")
    page.says("If the label is 1, the loss falls from high values near 0 to zero at 1;")
    p = np.linspace(0.01, 0.99, 99)
    assert agree(no(p), yes(1 - p))
    page.says("if the label is 0, it is the mirror image.")


@page.draws("loss/categorical_cross_entropy")
def _(figure):
    assert names(figure) == ("p, the probability given to the right class", "")
    assert traces(figure, "loss of one row: −log p", of_one("cce", 1), (0.05, 1))
    assert traces(figure, "its gradient: −1/p", of_one("cce-gradient", 1), (0.05, 1), "--")
    loss, gradient = curve(figure, "loss of one row: −log p"), curve(figure, "its gradient: −1/p")
    assert round(float(loss(0.05))) == 3
    assert loss(1) == 0
    page.says("As the probability p given to the right class grows from near 0 to 1, the loss")
    page.says("−log p falls from about 3 to 0")
    assert gradient(0.05) == -20
    assert gradient(1) == -1
    page.says("its gradient −1/p rises from far below −8 to −1.")
    [axes] = figure.axes
    assert axes.get_ylim() == (-8, 4)  # so the curve leaves the figure at −8


@page.draws("loss/sparse_categorical_cross_entropy")
def _(figure):
    program = load("loss/sparse_categorical_cross_entropy")
    losses = []
    for axes, label, row in zip(figure.axes, program.y, program.Y_hat, strict=True):
        assert [bar.get_height() for bar in axes.patches] == list(row)
        assert [bar.get_x() + bar.get_width() / 2 for bar in axes.patches] == [1, 2, 3]
        assert axes.get_xticks().tolist() == [1, 2, 3]
        assert axes.get_xlabel() == "class"
        colours = [colour(bar.get_facecolor()) for bar in axes.patches]
        assert [place for place in (0, 1, 2) if colours[place] == "blue"] == [label]  # from 0
        losses += [-np.log(row[label])]
        assert axes.get_title() == f"label {label + 1}\n−log {row[label]} = {losses[-1]:.3f}"
        shown = f"is highlighted: {row[label]}, loss {losses[-1]:.3f}."
        page.says(f"the bar of class {label + 1} {shown}")
    assert figure.axes[0].get_ylabel() == "probability"
    page.says("Two bar charts of three probabilities.")
    page.says(f"The mean of the two losses is {np.mean(losses):.4f}.")
    assert agree(np.mean(losses), program.loss)


@page.draws("loss/hinge")
def _(figure):
    assert names(figure) == ("margin y·z", "")
    assert traces(figure, "loss of one sum z", of_one("hinge", 1), (-2, 3))
    margins, gradient = pieces(figure, "--")
    assert agree(margins, np.linspace(-2, 3, 201))
    for label in (-1, 1):  # the margin of a sum z is label · z, so z is label · margin
        assert agree(gradient, label * of_one("hinge-gradient", label)(label * margins))
    loss = curve(figure, "loss of one sum z")
    assert [loss(-2), loss(1), loss(3)] == [3, 0, 0]
    page.says("falls in a straight line from 3 at a margin of −2 to 0 at a margin of 1 and stays")
    assert agree(gradient, np.where(margins < 1, -1, 0))
    assert dot(figure, "0 at the kink, by convention") == (1, 0)
    page.says("Its gradient, times y, is −1 left of margin 1 and 0 from there on.")
    page.says("Past a margin of 1 the loss is zero and flat")


def squares(labels, predictions) -> tuple:
    """The errors, their squares, and the mean and the sum of these."""
    errors = np.subtract(predictions, labels)
    return errors.tolist(), (errors**2).tolist(), np.mean(errors**2), np.sum(errors**2)


def cost(label, chance) -> float:
    """What SciPy says that a single prediction costs."""
    return float(-special.xlogy(label, chance) - special.xlog1py(1 - label, -chance))


def never_negative() -> bool:
    """Minus the logarithm of a probability: it falls all the way, and ends at 0 for 1."""
    chance = Symbol("chance", positive=True)
    return diff(-log(chance), chance).is_negative and log(sympy.Integer(1)) == 0


def two_of_six() -> bool:
    """Of the sections that bring a program, all but two say in their first line to be reference."""
    sections = [s for s in page.source.text.split("\n## ") if ":function" in s]
    needed = [s.partition("\n")[0] for s in sections if "\n\n*Reference:" not in s]
    return len(sections) == 6 and needed == ["Mean squared error", "Binary cross-entropy"]


def one_hot() -> bool:
    """In the page's table: a single 1 a row, in the place that the whole number names."""
    rows = load("loss/categorical_cross_entropy").Y
    places = load("loss/sparse_categorical_cross_entropy").y.tolist()
    others = [sorted(row)[:-1] for row in rows.tolist()]
    return [row.index(1) for row in rows.tolist()] == places and others == [[0, 0]] * len(rows)


def first_and_last_class() -> bool:
    """The first whole number picks the first of K probabilities, and K - 1 the last."""
    s, row = load("loss/sparse_categorical_cross_entropy"), np.array([[0.5, 0.3, 0.2]])
    losses = [s.sparse_categorical_cross_entropy(np.array([k]), row) for k in (0, 3 - 1)]
    return np.allclose(losses, -np.log([0.5, 0.2]))


def margin_of_one() -> bool:
    """Up to there every shortfall costs as much as it is; beyond it nothing changes."""
    losses = [float(load("loss/hinge").hinge(np.array([1]), np.array([m]))) for m in (0.75, 1, 9)]
    return losses == [0.25, 0, 0]


def when_it_sinks() -> bool:
    """Losses and slopes of the label 1 at 0.5 and 0.05, by the programs, and how they grow."""
    names = ("mse", "mae", "binary_cross_entropy")
    one, places = np.array([1.0]), (np.array([0.5]), np.array([0.05]))
    rows = []
    for name in names:
        s = load(f"loss/{name}")
        losses = [float(getattr(s, name)(one, p)) for p in places]
        slopes = [float(getattr(s, f"{name}_gradient")(one, p)[0]) for p in places]
        rows.append([*losses, losses[1] / losses[0], *slopes, slopes[1] / slopes[0]])
    printed = [
        ["0.25", "0.9025", "3.61", "-1", "-1.9", "1.9"],
        ["0.5", "0.95", "1.9", "-1", "-1", "1"],
        ["0.6931", "2.9957", "4.32", "-2", "-20", "10"],
    ]
    return all(rounds(row, *texts) for row, texts in zip(rows, printed, strict=True))


def squares_count() -> bool:
    """Errors of both signs, small and large: each counts above zero, and its share of the mean is
    its square; the curve is lowest at zero.
    """
    mse, errors = load("loss/mse").mse, RNG.normal(size=(100, 4)) * [0.01, 0.1, 1, 10]
    alone = [[mse(np.zeros(4), row * (np.arange(4) == n)) for n in range(4)] for row in errors]
    places, heights = lines(load("loss/mse").figures[0])["loss of one prediction"].get_data()
    return bool(
        np.min(alone) > 0
        and np.allclose(alone, errors**2 / 4)
        and abs(places[np.argmin(heights)]) < 1e-9
    )


def each_unit_alike() -> bool:
    """Of random predictions: one unit more of error costs the same wherever it comes on top; and
    the gradient has one size for all errors, and their sign.
    """
    s, labels = load("loss/mae"), RNG.normal(size=50)
    errors = RNG.choice([-1, 1], size=50) * 10.0 ** RNG.uniform(-3, 3, size=50)
    added = [
        s.mae(labels, labels + errors + np.sign(errors) * (np.arange(50) == n)) for n in range(50)
    ]
    slopes = s.mae_gradient(labels, labels + errors) * 50
    alike = np.allclose(added - s.mae(labels, labels + errors), 1 / 50, atol=1e-9)
    return alike and np.array_equal(slopes, np.sign(errors))


def likelier() -> bool:
    """Of random answers, one made more probable makes the product larger."""
    for _ in range(99):
        labels, chances, n = RNG.integers(2, size=5), RNG.uniform(size=5), RNG.integers(5)
        better = chances.copy()
        better[n] += 0.3 * (labels[n] - chances[n])  # towards the right answer
        if together(better, labels) <= together(chances, labels):
            return False
    return True


def right_class_alone() -> bool:
    """Rows at random: the cross-entropy, in both forms, is the surprise at the right class, and
    its gradient is zero but there, where it is the steeper downhill, the smaller the probability.
    """
    cce = load("loss/categorical_cross_entropy")
    scce = load("loss/sparse_categorical_cross_entropy")
    for classes in (2, 3, 10):
        said, right = RNG.dirichlet([1] * classes, size=40), RNG.integers(classes, size=40)
        rows, own = np.eye(classes)[right], np.arange(40)
        slopes = 40 * cce.categorical_cross_entropy_gradient(rows, said)
        losses = [
            cce.categorical_cross_entropy(rows, said),
            scce.sparse_categorical_cross_entropy(right, said),
        ]
        pulls = slopes[own, right][np.argsort(said[own, right])]
        if not (
            agree(*losses, np.mean(-np.log(said[own, right])))
            and np.count_nonzero(slopes) == 40
            and np.all(pulls < 0)
            and np.all(np.diff(pulls) > 0)
        ):
            return False
    return True


def safer_margins() -> bool:
    """Random labels and sums: a margin is positive just where the sign is right, and just what a
    change must exceed to turn it; beyond 1 nothing pulls.
    """
    labels, sums = RNG.choice([-1, 1], size=500), RNG.normal(scale=2, size=500)
    margins, pulls = labels * sums, load("loss/hinge").hinge_gradient(labels, sums)
    turned = [np.sign(sums - labels * (margins * share)) != labels for share in (0.99, 1.01)]
    right = margins > 0
    return (
        np.array_equal(right, np.sign(sums) == labels)
        and not np.any(turned[0][right])
        and np.all(turned[1][right])
        and not np.any(pulls[margins > 1])
        and np.all(pulls[margins < 1])
    )


def one_term_moves() -> bool:
    """SymPy moves prediction j alone, for any N: of the sum, only its own term is left."""
    error = 2 * (symbols("p_j") - symbols("y_j"))
    alone = same(diff((symbols("p_j") - symbols("y_j")) ** 2, symbols("p_j")), error)
    draw = np.random.default_rng(6)
    right, said, h = draw.normal(size=5), draw.normal(size=5), 1e-6
    square = load("loss/mse").mse
    ways = (h * np.eye(5), -h * np.eye(5))
    up, down = ([square(right, said + u) for u in way] for way in ways)
    nudged = np.subtract(up, down) / (2 * h)
    return alone and np.allclose(nudged, 2 * (said - right) / 5, rtol=1e-6)


page.claims(
    {
        "The label is 1, and the prediction sinks from 0.5 to 0.05. By which "
        "factor does each loss grow, the squared error and the cross-entropy?": when_it_sinks,
        r"(Nudge $\hat y_i$ alone, and only its own term of the sum moves. By the [rules *Power*"
        r" and *Chain*](tools.md#five-rules-for-slopes) the square has the slope"
        r" $2(\hat y_i - y_i)$, and the $\tfrac1N$ stays.)": one_term_moves,
        "The losses differ less than the slopes, and only the slope moves a weight.": (
            when_it_sinks
        ),
        "| Loss | at 0.5 | at 0.05 | factor | slope at 0.5 | at 0.05 | factor |": when_it_sinks,
        "| squared error | 0.25 | 0.9025 | 3.61 | −1 | −1.9 | 1.9 | | absolute error | 0.5 | 0.95 |"
        " 1.9 | −1 | −1 | 1 | | cross-entropy | 0.6931 | 2.9957 | 4.32 | −2 | −20 | 10 |": (
            when_it_sinks
        ),
        "draw the three slopes at 0.05 with their arms first. Then go on to 0.01.": lambda: (
            1 / 0.01 == 5 * 1 / 0.05
        ),
        "**Intuition:** squaring makes every error count as positive, and large errors count far"
        " more"
        " than small ones: twice the error, four times the loss.": lambda: (
            same((2 * x) ** 2, 4 * x**2) and squares_count()
        ),
        "The squared error is a bowl with its lowest point where the error is zero;": squares_count,
        "| large errors most: the square of each |": squares_count,
        "**Intuition:** the average distance between prediction and label, with no squaring. Each"
        " unit of error counts the same.": each_unit_alike,
        "| every unit of error alike |": each_unit_alike,
        "By hand, with the same numbers:": lambda: all(
            np.array_equal(getattr(load("loss/mae"), name), getattr(load("loss/mse"), name))
            for name in ("y", "y_hat")
        ),
        "The gradient only says which side you are on, not how far off you are.": each_unit_alike,
        "A confident right answer costs almost nothing, a confident wrong one a great"
        " deal.": lambda: (
            all(cost(y, p) < 0.02 and cost(1 - y, p) > 4 for y, p in ((1, 0.99), (0, 0.01)))
        ),
        "The cross-entropy climbs without bound where the prediction is confident and"
        " wrong.": lambda: (
            [
                sympy.limit(LOSS.subs(y, label), p, 1 - label, "+" if label else "-")
                for label in (0, 1)
            ]
            == [sympy.oo] * 2
        ),
        "| confident wrong answers, without limit |": lambda: (
            sympy.limit(-log(p), p, 0, "+") == sympy.oo
        ),
        "the more probable the model makes a right answer, the larger it is.": likelier,
        "**Intuition:** the same surprise. The zeros in the label remove all but one logarithm:"
        " that"
        " of the probability given to the right class.": right_class_alone,
        "Only the probability of the right class counts; the smaller it is, the harder the gradient"
        " pulls it up.": right_class_alone,
        "**Intuition and number:** exactly those of categorical cross-entropy; only the form of the"
        " label differs.": right_class_alone,
        "is the [margin](notation.md#margin): positive when the sign is right, and the larger the"
        " safer.": safer_margins,
        "such examples no longer pull on the weights.": safer_margins,
        r"If the label is 1, only the first term counts, $-\log\hat y$; if it is 0, only the"
        r" second, $-\log(1-\hat y)$.": lambda: (
            same(LOSS.subs(y, 1), -log(p)) and same(LOSS.subs(y, 0), -log(1 - p))
        ),
        "The label is a row as well: 1 for the right class and 0 for all others.": one_hot,
        "the position of its 1.": one_hot,
        "as a whole number $y_i$ from $1$ to $K$": first_and_last_class,
        'The labels are 1 and 4, the predictions 3 and 4. What is the mean squared error?" `2`{'
        " .answer }: The errors are 2 and 0, their squares 4 and 0, and the mean of those is 2. `4`"
        " : That is the sum.": lambda: squares([1, 4], [3, 4]) == ([2, 0], [4, 0], 2, 4),
        "`1` : That is the mean of the errors as they are.": lambda: np.mean([3 - 1, 4 - 4]) == 1,
        'The label is 0 and the prediction 0.8. What is the loss, to two decimals?" `1.61`{ .answer'
        r" }: The right answer was given $1 - 0.8 = 0.2$, and $-\log 0.2 \approx 1.61$. `0.22` :"
        r" That is $-\log 0.8$, as if the label were 1.": lambda: rounds(
            [cost(0, 0.8), cost(1, 0.8)], "1.61", "0.22"
        ),
        "`-1.61` : The minus in front is missing: a surprise is never negative.": lambda: (
            rounds(-cost(0, 0.8), "-1.61") and never_negative()
        ),
        "`0.64` : That is the squared error.": lambda: rounds((0.8 - 0) ** 2, "0.64"),
        "`0.70` : That is a logarithm to the base 10.": lambda: rounds(-math.log10(0.2), "0.70"),
        "On the way to OR you meet two of the six losses below, the squared error "
        "and the binary cross-entropy. The other four are marked as reference.": two_of_six,
        "such chances multiply:": lambda: agree(
            together([0.9, 0.2, 0.6], [1, 0, 1]), 0.9 * 0.8 * 0.6
        ),
        "But a product of a thousand chances may be too small for a computer to store.": lambda: (
            math.prod([0.4] * 1000) == 0.0
        ),
        "never changes which of two models is the better one.": lambda: (
            diff(log(p), p).subs(p, Symbol("p", positive=True)).is_positive
        ),
        "the exponents 1 and 0 keep one part and turn the other into 1.": lambda: (
            same(p**1, p) and same((1 - p) ** 0, 1)
        ),
        "each time the right answer gets ten times less, 2.30 are added.": lambda: (
            rounds(math.log(10), "2.30") and same(-log(p / 10), -log(p) + log(10))
        ),
        "| Probability given to the right answer | 1 | ½ | 0.1 | 0.01 | | --- | --- | --- | --- |"
        " --- | | Its surprise, $-\\log$ of it | 0 | 0.69 | 2.30 | 4.61 |": lambda: rounds(
            [cost(1, chance) for chance in (1, 0.5, 0.1, 0.01)], "0", "0.69", "2.30", "4.61"
        ),
        r"The formula wants $0 < \hat y < 1$, and that is what a sigmoid gives;": lambda: lies_in(
            SIGMOID, 0, 1
        ),
        "that a row must sum to 1 is the business of the softmax before it.": lambda: same(
            Sum(stated("activations", "softmax")[1].subs(K, 4), (k, 1, 4)), sympy.Integer(1)
        ),
        "and a label $y$ that sums to 1, as a one-hot row does": one_hot,
        "(Python counts positions from 0: in the code,": lambda: (
            load("loss/sparse_categorical_cross_entropy").y.min() == "abc".index("a") == 0
        ),
        "what happens when the computer rounds to 0 or 1.": lambda: (
            [special.expit(z) for z in (-800.0, 37.0)] == [0, 1]
        ),
        "its labels are $-1$ and $+1$, and": lambda: set(load("loss/hinge").y) == {-1, 1},
        "Being right is not enough; the margin should be at least 1. What falls short is the"
        " loss, and what exceeds 1 earns"
        " nothing more.": margin_of_one,
        "| margins below 1 |": margin_of_one,
        "| a small probability for the right class |": right_class_alone,
        "| the same, from an index |": right_class_alone,
    }
)
