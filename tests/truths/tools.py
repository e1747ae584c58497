"""What docs/tools.md says is true."""

import itertools
import math
import operator
import re
import warnings

import numpy as np
import sympy
from algebra import SIGMOID, agree, b, evaluate, rounds, same, w, x, z
from drawings import curve, lines, names, traces
from neuron import or_loss
from oracle import OR
from project import tested
from proving import Page, stated
from reading import symbol
from snippet import load, numbers, prints, published, rerun
from sympy import Derivative, Function, Rational, diff, exp, limit, log, symbols

page = Page("tools")

RNG = page.rng
U, V = Function("U")(x), Function("V")(x)  # two quantities that depend on x, whatever they are


def nudged(f, at, h):
    """What the page's ratio comes to for a function of one number."""
    ratio = stated("tools", "nudge")[1]
    return evaluate(ratio, f=f, x=at, h=h)


@page.definition("nudge")
def _(name, ratio):
    """The page's program computes this ratio; as the nudge shrinks, it comes to the slope."""
    assert str(name) == "s"
    h = symbol("h")
    # its limit is the slope, for functions of every kind that the pages use
    f = Function("f")
    for formula in (x**2, x**3, exp(x), log(x), SIGMOID.subs(z, x), w * x + b):
        filled = ratio.replace(f, lambda at, formula=formula: formula.subs(x, at))
        assert same(limit(filled.subs(x, 2), h, 0), diff(formula, x).subs(x, 2))
    line = ratio.replace(f, lambda at: w * at + b)
    assert same(line, w)
    page.says("A straight line $wx + b$ gives $w$ whatever the nudge.")
    page.says("On a curve the ratio depends on the nudge $h$, so make the nudge smaller")
    for formula in (x**2, x**3, exp(x), log(x), SIGMOID.subs(z, x)):
        filled = ratio.replace(f, lambda at, formula=formula: formula.subs(x, at))
        assert diff(filled, h) != 0
    # and it is what the program prints
    rows = np.array(prints("tools/nudge")).reshape(4, 3)
    for nudge, moved, printed in rows:
        assert agree(nudged(load("tools/nudge").square, 1, nudge), moved / nudge, printed)
    page.says("make the nudge smaller and smaller, here for $x^2$ at $x = 1$:")
    assert diff(x**2, x).subs(x, 1) == 2
    distances = abs(rows[:, 2] - 2)
    assert np.all(np.diff(distances) < 0)
    page.says(
        "The ratio comes as close to 2 as you like, and so it does with nudges downwards,"
        " $h < 0$.",
        "of $x^2$ at $x = 1$. It has",
    )
    from_below = [abs(nudged(load("tools/nudge").square, 1, -nudge) - 2) for nudge in rows[:, 0]]
    assert np.all(np.diff(from_below) < 0)
    assert from_below[-1] < 0.01
    both_sides = ((x + h) ** 2 - (x - h) ** 2) / (2 * h)
    assert same(both_sides.subs(x, 1), 2)
    page.says(r"$\frac{f(x+h) - f(x-h)}{2h}$. For $x^2$ that gives 2 at once.")


@page.theorem("powers")
def _(*sides):
    """Both sides are the same, by algebra."""
    assert same(*sides)
    assert exp(0) == 1
    page.says("As with powers of any positive number,")
    base = sympy.Symbol("a", positive=True)
    assert same(*(side.replace(exp, lambda power: base**power) for side in sides))


@page.theorem("log-undoes")
def _(*sides):
    """Both sides are the same for every real number."""
    assert same(*sides)
    for power in RNG.normal(scale=5, size=20):
        assert agree(np.log(np.exp(power)), power)
    page.says("The logarithm goes the other way.")
    page.says(
        "For a positive $p$, $\\log p$ asks: *to which power must $e$ be raised to give $p$?*"
    )
    given = sympy.Symbol("p", positive=True)
    assert sympy.solve(exp(x) - given, x) == [log(given)]


@page.theorem("log-product")
def _(product, total):
    """Both sides are the same for all positive numbers."""
    # for positive numbers, of which it is said; symbolically and in NumPy's floats
    p, q = symbols("p q", positive=True)
    put = {symbol("p"): p, symbol("q"): q}
    assert sympy.expand_log(product.subs(put)) == total.subs(put)
    page.says("It turns products into sums:")
    for first, second in 10 ** RNG.uniform(-8, 8, size=(50, 2)):
        left, right = (evaluate(side, p=first, q=second) for side in (product, total))
        assert np.isclose(left, right, atol=1e-12)


@page.theorem("rule-sum")
def _(q, formula, name, claimed):
    """SymPy differentiates the sum of any two functions and gets the right side."""
    assert [str(q), str(name)] == ["q", "dq/dx"]
    true = diff(formula.subs({symbol("u"): U, symbol("v"): V}), x)
    slopes = {"du/dx": Derivative(U, x), "dv/dx": Derivative(V, x)}
    assert same(true, claimed, where=slopes)
    page.says("**Sum.** Slopes add. A constant factor stays, an added constant drops out:")
    assert diff(U + V, x) == diff(U, x) + diff(V, x)
    assert diff(w * U, x) == w * diff(U, x)
    assert diff(U + b, x) == diff(U, x)


@page.theorem("rule-power")
def _(u, formula, name, claimed):
    """SymPy differentiates the power and gets the right side."""
    assert [str(u), str(name)] == ["u", "du/dx"]
    assert same(diff(formula, x), claimed)
    n = symbol("n")
    assert same(claimed.subs(n, -1), diff(1 / x, x))
    page.says(r"With $n = -1$ its slope is $-x^{-2}$, that is $-\frac{1}{x^2}$.")


@page.theorem("rule-exp")
def _(u, formula, name, claimed):
    """SymPy differentiates the exponential and gets the right side."""
    assert [str(u), str(name)] == ["u", "du/dx"]
    assert same(diff(formula, x), claimed)
    page.says("**Exponential.** Its slope is itself:")
    assert same(formula, claimed)
    base = sympy.Symbol("a", positive=True)  # with any other base a factor is left
    assert sympy.solve(diff(base**x, x) / base**x - 1, base) == [sympy.E]
    page.says(
        r"The number $e \approx 2.718$ is chosen so that one thing is true: **the slope of"
        r" $e^x$ is"
    )
    page.says("**the slope of $e^x$ is $e^x$ itself.** With any other base a factor would be left")


@page.theorem("rule-log")
def _(u, formula, name, claimed):
    """SymPy differentiates the logarithm and gets the right side."""
    assert [str(u), str(name)] == ["u", "du/dx"]
    assert same(diff(formula, x), claimed)
    page.says("**Logarithm**, for $x > 0$. The farther it has climbed, the flatter it gets:")
    assert diff(claimed, x).subs(x, sympy.Symbol("x", positive=True)).is_negative


@page.theorem("rule-chain")
def _(name, product):
    """SymPy differentiates one unknown function inside another and gets the product."""
    assert str(name) == "dv/dx"
    # for any two differentiable functions
    outer, u = Function("outer"), sympy.Symbol("u")
    by_links = {"dv/du": diff(outer(u), u).subs(u, U), "du/dx": Derivative(U, x)}
    found = product.subs({symbol(each): slope for each, slope in by_links.items()})
    assert sympy.simplify(found.doit() - diff(outer(U), x).doit()) == 0
    # and once more for all pairs of some that are known
    for g, f in itertools.product((x**2 + 1, exp(x), SIGMOID.subs(z, x)), repeat=2):
        links = {"dv/du": diff(f, x).subs(x, g), "du/dx": diff(g, x)}
        assert same(product, diff(f.subs(x, g), x), where=links)


@page.theorem("partial")
def _(*sides):
    """SymPy differentiates the weighted sum for each of its letters alone."""
    names_, claimed = sides[::2], sides[1::2]
    assert [*map(str, names_)] == ["∂z/∂w_1", "∂z/∂w_2", "∂z/∂b"]
    _, total = stated("neuron", "weighted-sum-two")
    letters = [symbol(str(name).rpartition("∂")[2]) for name in names_]
    assert all(same(diff(total, by), slope) for by, slope in zip(letters, claimed, strict=True))
    # the nudges of the page's program, for these quantities and for others
    for x1, x2 in ((2, 3), (5, 0), (0.25, 8)):
        said = rerun("tools/partial", x1=x1, x2=x2).stdout
        found = [float(line.split(":")[1]) for line in said.splitlines()]
        assert agree(found, [evaluate(slope, x_1=x1, x_2=x2, b=5) for slope in claimed])
    stall = load("neuron/stall")
    program = load("tools/partial")
    assert [program.x1, program.x2] == stall.x.tolist()
    assert program.bill(*stall.w, stall.b) == stall.z
    assert program.bill(11, 15, 5) - program.bill(10, 15, 5) == 2
    page.says("At the fruit stall: let apples cost ₹1 more, and the bill for 2 apples grows by ₹2.")


@page.draws("tools/nudge")
def _(figure):
    assert names(figure) == ("x", "")
    assert traces(figure, "x²", lambda at: at**2, (-0.5, 2.2))
    page.says("The curve x² between x = −0.5 and 2.2.")
    secant = lines(figure)["nudge of 1: ratio 3"]
    assert secant.get_linestyle() == ":"
    assert secant.get_xydata().tolist() == [[1, 1**2], [2, 2**2]]
    assert nudged(lambda at: at**2, 1, 1) == 3
    page.says("A dotted line joins its points at x = 1 and x = 2, with the ratio 3.")
    page.says("A large nudge sees the dotted line, a tiny one the dashed tangent: the slope of the")
    assert abs(nudged(lambda at: at**2, 1, 1e-6) - 2) < 1e-5
    assert traces(figure, "tangent at x = 1: slope 2", lambda at: 2 * at - 1, (-0.5, 2.2), "--")
    touch = curve(figure, "x²")(1.0)
    assert np.isclose(touch, curve(figure, "tangent at x = 1: slope 2")(1.0), atol=1e-3)
    page.says("A dashed line, the tangent, touches it at x = 1 with the slope 2.")


def rules_agree_with_nudges() -> bool:
    """At many places, each function of the program has the slope that its rule gives."""
    for at in (0.5, 1.0, 2.0, 3.5):
        program = rerun("tools/rules", x=at)
        pairs = [numbers(line.split("rule", 1)[1]) for line in program.stdout.splitlines()]
        if len(pairs) != 5 or any(abs(rule - nudge) > 2e-5 for rule, nudge in pairs):
            return False
    return True


def table_of_powers() -> bool:
    """The two small tables, against SymPy."""
    powers = [sympy.N(exp(-place), 30) for place in (-5, 0, 5)]
    surprises = [sympy.N(-log(Rational(p)), 30) for p in ("1", "1/2", "1/10", "1/100")]
    printed = [148.4132, 1, 0.0067, 0, 0.6931, 2.3026, 4.6052]
    return all(
        abs(value - digits) <= 0.5e-4
        for value, digits in zip([*powers, *surprises], printed, strict=True)
    )


def sum_of_surprises() -> bool:
    """2000 halves: their product is too small to be stored, their surprise is not."""
    logs = 2000 * math.log(2)
    underflows = 0.5**2000 == 0 < sympy.Rational(1, 2) ** 2000
    return underflows and f"{logs:.2f}" in published("tools/powers")


def row_times_column() -> bool:
    """The program's product, added up by hand; its last row; the bias on each."""
    s = load("tools/product")
    by_hand = [sum(s.X[i, j] * s.w[j] for j in range(2)) for i in range(4)]
    return s.z.tolist() == by_hand and by_hand[3] == 11 and (s.z + s.b).tolist() == [5, 6, 15, 16]


def on_where_the_answer_is_one() -> bool:
    """In how many cases with the answer 1 each input was on."""
    s = load("tools/transpose")
    counts = [sum(x[j] for x, label in OR if label) for j in (0, 1)]
    return (s.X.T @ s.y).tolist() == counts == [2, 2]


def three_neurons() -> bool:
    """What each of the neurons, one at a time, makes of each case."""
    s = load("tools/matrix")
    one_by_one = [[neuron @ case for neuron in s.W] for case in s.X]
    return s.Z.tolist() == one_by_one and one_by_one[3] == [11, 0, 2] and len(s.W) == 3


def shape_of(right: str, *operands: tuple[int, ...]) -> str:
    """The shape of the product of arrays of these shapes, as it is written."""
    first, second = map(np.ones, operands)
    made = str((first @ second).shape)
    return made if made == right else ""


def the_sign_says_where() -> bool:
    """Nudged up from many places, curves go where the sign of their slope says; at tops and
    bottoms the change is less than a thousandth of the nudge.
    """
    nudge = 1e-5
    for formula in (x**2, x**3, exp(x), SIGMOID.subs(z, x), sympy.sin(3 * x), -x):
        f, slope = (sympy.lambdify(x, each) for each in (formula, diff(formula, x)))
        for at in RNG.normal(scale=2, size=200):
            if abs(slope(at)) > 1e-3 and (f(at + nudge) > f(at)) != (slope(at) > 0):
                return False
    flat = [(lambda v: v**2, 0.0), (np.sin, np.pi / 2), (np.cos, np.pi)]
    return all(abs(f(at + nudge) - f(at)) < 1e-3 * nudge for f, at in flat)


def better_from_both_sides() -> bool:
    """At many places, for curves that bend there, with the ratios of the page."""
    for f, slope in (
        (np.exp, np.exp),
        (np.log, np.reciprocal),
        (lambda v: v**3, lambda v: 3 * v**2),
    ):
        for at in RNG.uniform(0.5, 3, size=60):
            one, two = nudged(f, at, 1e-3), (nudged(f, at, 1e-3) + nudged(f, at, -1e-3)) / 2
            if abs(two - slope(at)) >= abs(one - slope(at)):
                return False
    return True


def words_of_code() -> bool:
    """Each row of the table, run as it stands there."""
    z, X = np.array([3.0, -1.0, 7.0]), np.array([[0, 5], [1, 6], [2, 7], [3, 8]])
    firsts = z[0] == 3 and z[-1] == 7 and X[:, 0].tolist() == [0, 1, 2, 3] and X.shape[1] == 2
    even = np.linspace(0, 1, 11)
    made = np.zeros(2).tolist() == [0, 0] and len(even) == 11 and np.allclose(np.diff(even), 0.1)
    told = (z > 0).astype(int).tolist() == [1, 0, 1]
    drawn = [np.random.default_rng(0).normal(size=20) for _ in range(2)]
    alike = np.array_equal(*drawn) and min(drawn[0]) < 0 < max(drawn[0]) and len(drawn[0]) == 20
    square = lambda u: u**2  # noqa: E731 - the table's own words
    texts = f"{0.019:.4f}" == "0.0190" and f"{0.019:.1e}" == "1.9e-02" and float("1.9e-02") == 0.019
    with warnings.catch_warnings(record=True) as heard, np.errstate(all="ignore"):
        np.log(np.zeros(1))
    return firsts and made and told and alike and square(3) == 9 and texts and not heard


def no_other_base() -> bool:
    """No script takes a logarithm to the base 2 or 10, and no equation writes a base."""
    shown = (path for path in tested().scripts if path.parent.name != "practice")
    scripts = "".join(map(tested().text, shown))
    pages = tested().pages.values()
    equations = "".join(each.tex for source in pages for each in source.equations)
    others = r"\blog(?:10|2)\b|math\.log\([^()\n]*,"
    return not re.search(others, scripts) and r"\log_" not in equations


def all_four_right() -> bool:
    """Four independent answers, right with 0.9 each: the one case of sixteen, among all of them."""
    cases = [math.prod(case) for case in itertools.product((0.9, 0.1), repeat=len(OR))]
    return math.isclose(sum(cases), 1) and math.isclose(cases[0], 0.6561) and len(cases) == 16


def others_are_frozen() -> bool:
    """With any values of the others, a nudge to one number of the page's bill moves it by the
    nudge times what stands beside that number.
    """
    s = load("tools/partial")
    for *given, nudge in RNG.normal(scale=9, size=(200, 4)):
        for place, beside in enumerate((s.x1, s.x2, 1)):
            moved = [value + nudge * (n == place) for n, value in enumerate(given)]
            if not np.isclose(s.bill(*moved) - s.bill(*given), nudge * beside):
                return False
    return True


def entry_with_entry() -> bool:
    """For `+`, `-`, `*`, `/`, `np.exp` and the sigmoid of the pages, on random arrays."""
    first, second = RNG.uniform(1, 9, size=(2, 5, 3))
    signs = (operator.add, operator.sub, operator.mul, operator.truediv)
    functions = (np.exp, load("activations/sigmoid").sigmoid, np.tanh)
    return all(
        sign(first, second)[at] == sign(first[at], second[at])
        and sign(first, 7.0)[at] == sign(first[at], 7.0)
        for sign in signs
        for at in np.ndindex(first.shape)
    ) and all(np.allclose(f(first[0]), [f(each) for each in first[0]]) for f in functions)


def adds_all() -> bool:
    """Beside plain Python, on lists of many lengths."""
    lists = [RNG.normal(size=size) for size in range(1, 40)]
    sums = [math.isclose(np.sum(each), math.fsum(each)) for each in lists]
    means = [math.isclose(np.mean(each), math.fsum(each) / len(each)) for each in lists]
    return all(sums + means)


def row_by_row() -> bool:
    """For rows of many sizes; and where columns and entries are not as many, NumPy refuses."""
    for rows, columns, entries in itertools.product(range(1, 5), repeat=3):
        table, given = RNG.normal(size=(rows, columns)), RNG.normal(size=entries)
        try:
            made = table @ given
        except ValueError:
            made = None
        if (made is not None) != (columns == entries):
            return False
        if made is not None and not agree(made, [sum(row * given) for row in table]):
            return False
    return load("tools/product").z.shape == (4,)


def over_the_cases() -> bool:
    """The rows of the page's `X.T` and what they give with `y`, added up case by case."""
    s = load("tools/transpose")
    rows = [[case[j] for case, _ in OR] for j in (0, 1)]
    sums = [sum(case[j] * label for case, label in OR) for j in (0, 1)]
    return s.X.T.tolist() == rows and (s.X.T @ s.y).tolist() == sums


def every_row_with_every_column() -> bool:
    """Of random matrices of many shapes, entry by entry."""
    for rows, inner, columns in itertools.product(range(1, 5), repeat=3):
        first, second = RNG.normal(size=(rows, inner)), RNG.normal(size=(inner, columns))
        made = first @ second
        if made.shape != (rows, columns) or not all(
            agree(made[i, j], first[i] @ second[:, j]) for i, j in np.ndindex(made.shape)
        ):
            return False
    return True


def surprises_add() -> bool:
    """Of many lists of probabilities the surprise of all together is the sum of the surprises."""
    return all(
        math.isclose(-math.log(math.prod(each)), math.fsum(-np.log(each)))
        for each in (RNG.uniform(0.01, 1, size=size) for size in range(1, 60))
    )


def by_the_rules(formula: sympy.Expr) -> sympy.Expr:
    """The slope for x, by the page's five rules and nothing else: sum, with a constant factor or
    an added constant, power, exponential, logarithm and chain.
    """
    if formula == x or not formula.has(x):
        return sympy.Integer(formula == x)
    match formula:
        case sympy.Add():
            return sympy.Add(*map(by_the_rules, formula.args))
        case sympy.exp():
            return formula * by_the_rules(formula.args[0])
        case sympy.log():
            return by_the_rules(formula.args[0]) / formula.args[0]
        case sympy.Pow() if not formula.exp.has(x):
            return formula.exp * formula.base ** (formula.exp - 1) * by_the_rules(formula.base)
    factor, rest = formula.as_independent(x, as_Add=False)
    assert factor != 1, f"no rule for {formula}"
    return factor * by_the_rules(rest)


def by_five_rules() -> bool:
    """The functions of these pages that have slopes, piece by piece, written so that the rules
    apply: activations, squared and absolute error, hinge, cross-entropy as of a probability, of a
    logit and of one of several, with and without ε, for a weight of a neuron, and the bowls.
    """
    y, kappa, epsilon, rest = map(symbol, ("y", "kappa", "epsilon", "R"))
    sigmoid, neuron = SIGMOID.subs(z, x), SIGMOID.subs(z, x * symbol("x_1") + b)

    def cross_entropy(p, small=0):
        return -y * log(p + small) - (1 - y) * log(1 - p + small)

    tanh = 1 - 2 / (exp(2 * x) + 1)
    softmax = 1 / (1 + rest * exp(-x))
    kinds = [sigmoid, tanh, softmax, rest / (exp(x) + rest), kappa * x, kappa * (exp(x) - 1)]
    kinds += [(w * x + b - y) ** 2, (x - 3) ** 2, x - y, y - x, 1 - y * x, -log(x)]
    kinds += [cross_entropy(p) for p in (x, sigmoid, neuron)] + [cross_entropy(x, epsilon)]
    kinds += [log(1 + exp(x)) - y * x, log(exp(x) + rest) - y * x]
    written_so = same(tanh, sympy.tanh(x)) and same(softmax, exp(x) / (exp(x) + rest))
    return written_so and all(same(by_the_rules(f), diff(f, x)) for f in kinds)


def rules_with_others_frozen() -> bool:
    """For any quantities that depend on x and on another number, which is held."""
    t, n = symbol("t"), symbol("n")
    u, v = Function("U")(x, t), Function("V")(x, t)
    by_x = diff(u, x)
    pairs = [
        (w * u + v + b, w * by_x + diff(v, x)),
        (u**n, n * u ** (n - 1) * by_x),
        (exp(u), exp(u) * by_x),
        (log(u), by_x / u),
        (1 / (1 + exp(-u)), exp(-u) / (1 + exp(-u)) ** 2 * by_x),
    ]
    return all(same(diff(formula, x), slope) for formula, slope in pairs)


def tiny_and_large_nudges() -> bool:
    """At many places of curves, the ratio for a tiny nudge is the slope but for a trifle, and for
    a nudge of 1 it is not.
    """
    for f, slope in ((np.square, lambda v: 2 * v), (np.exp, np.exp), (np.log, np.reciprocal)):
        for at in RNG.uniform(0.5, 3, size=60):
            if abs(nudged(f, at, 1e-6) - slope(at)) > 1e-4 * abs(slope(at)):
                return False
            if abs(nudged(f, at, 1) - slope(at)) < 0.1 * abs(slope(at)):
                return False
    return True


def one_axis_goes() -> bool:
    """Of tables of many shapes, turned over and multiplied by a number for each row."""
    shapes = list(itertools.product(range(1, 6), repeat=2))
    made = [(np.ones((rows, columns)).T @ np.ones(rows)).shape for rows, columns in shapes]
    return made == [(columns,) for _, columns in shapes]


def as_the_gradient() -> bool:
    """The complete program has it so, and with its errors in the place of y it gives the slopes
    that nudges of the loss on OR give, from many starts.
    """
    if "X.T @ delta" not in tested().snippet("or-gate/program.py"):
        return False
    X, y = load("tools/transpose").X, load("tools/transpose").y
    for *weights, bias in RNG.normal(size=(30, 3)):
        delta = 1 / (1 + np.exp(-(X @ weights + bias))) - y
        for j, slope in enumerate(X.T @ delta / len(y)):
            up, down = ([*(weights + h * np.eye(2)[j]), bias] for h in (1e-5, -1e-5))
            if not np.isclose((or_loss(up) - or_loss(down)) / 2e-5, slope, atol=1e-8):
                return False
    return True


def turned_over() -> bool:
    """The page's product meets each case with each neuron; without `.T` NumPy refuses it."""
    s = load("tools/matrix")
    try:
        s.X @ s.W
    except ValueError:
        return s.Z.tolist() == [[int(np.sum(case * row)) for row in s.W] for case in s.X]
    return False


def first_with_a_matrix() -> str:
    """The first page after this one whose programs have a table of weights."""
    order = [entry.uri for entry in tested().nav if entry.section]
    for uri in order[order.index("tools.md") + 1 :]:
        paths = {each.path for each in tested().pages[uri].includes}
        for path in (path.removesuffix(".py") for path in paths if path.endswith(".py")):
            if any(k.startswith("W") and np.ndim(v) == 2 for k, v in vars(load(path)).items()):
                return uri
    return ""


def shapes_in_the_comments() -> bool:
    """Each array that the programs on the four rows make has its shape beside it; and four rows of
    two have the one, a list of four the other.
    """
    count, rows, four = 0, np.array([[1, 2]] * 4), np.array([1, 2, 3, 4])
    for name in ("entries", "product", "transpose", "matrix", "trap"):
        script = tested().snippet(f"tools/{name}.py")
        said = dict(re.findall(r"^(\w+) = .+# (\(\d.*?\))(?: |$)", script, re.M))
        given = re.findall(r"^(\w+) = np\.array", script, re.M)
        made = {each: str(getattr(load(f"tools/{name}"), each).shape) for each in given}
        count += len(made)
        if {each: said.get(each) for each in made} != made:
            return False
    return count > 8 and (rows.shape, four.shape) == ((4, 2), (4,))


def columns_of_lists() -> bool:
    """Of lists of many lengths: so many rows of one number each, and the same numbers."""
    lists = [RNG.normal(size=size) for size in range(1, 30)]
    return all(
        y[:, None].shape == (len(y), 1) and [row[0] for row in y[:, None]] == y.tolist()
        for y in lists
    )


page.claims(
    {
        "The number $e \\approx 2.718$ is chosen": lambda: round(math.e, 3) == 2.718,
        "A positive slope says: nudge $x$ up, and $f$ goes up. A negative one: up, and $f$ goes"
        " down."
        " Zero: a tiny nudge changes next to nothing.": the_sign_says_where,
        "so $e^0 = 1$ (put $v = 0$),": lambda: same(exp(x + 0), exp(x) * exp(0)) and exp(0) == 1,
        r"the key `ln` of a calculator, `np.log` in Python, and $\ln 2$ is the same as $\log"
        " 2$.": lambda: np.log(math.e) == 1 and math.isclose(np.log(2), float(log(2))),
        r"($x^{-1}$ is another way to write $\frac1x$.": lambda: same(x**-1, 1 / x),
        "| `z[0]`, `z[-1]`, `X[:, 0]` | the first entry, the last one; the first column |": (
            words_of_code
        ),
        "| `X.shape[1]` | how many columns: the second number of the shape |": (
            words_of_code
        ),
        "| `np.zeros(2)`, `np.linspace(0, 1, 11)` | two zeros; eleven numbers from 0 to 1, evenly"
        " spaced |": words_of_code,
        "| `(z > 0).astype(int)` | 1 where it is true, 0 where it is not |": (
            words_of_code
        ),
        "| `rng.normal(size=20)` | twenty random numbers around 0; `rng` gives the same": (
            words_of_code
        ),
        "| `lambda u: u**2` | a function without a name, here the square |": (
            words_of_code
        ),
        '| `f"{z:.4f}"`, `f"{z:.1e}"` | the number as text: with four decimals; as in the': (
            words_of_code
        ),
        r"| `1.9e-02` | $1.9\cdot10^{-2}$, that is 0.019; this e is not the number $e$ |": (
            words_of_code
        ),
        "| `with np.errstate(...):` | no warnings from the lines below it |": (
            words_of_code
        ),
        "(A computer usually does better with a nudge to both sides,": better_from_both_sides,
        r"On these pages $\log$ is always this, the *natural* logarithm:": no_other_base,
        "**The probabilities of independent events multiply; their logarithms add.** If a neuron"
        " gives the right answer the probability 0.9 on each of four rows, it gives all four"
        r" together $0.9\cdot0.9\cdot0.9\cdot0.9 = 0.6561$.": all_four_right,
        "**Power.** The exponent comes to the front and goes down by one.": lambda: same(
            diff(x ** symbol("n"), x), symbol("n") * x ** (symbol("n") - 1)
        ),
        "**Chain.** Here $v$ depends on $x$ only through $u$.": lambda: all(
            same(diff(U**2 + beside, x), 2 * U * diff(U, x)) == (beside == 0) for beside in (0, x)
        ),
        "A bill depends on several numbers: two prices and a delivery charge. Which one do you"
        " nudge? One at a time, while the others stay frozen.": others_are_frozen,
        r"and $\partial$ nudges one number and freezes the others.": others_are_frozen,
        "A slope is what the ratio of two tiny nudges comes to; five rules spare you the"
        " nudging,": lambda: tiny_and_large_nudges() and by_five_rules(),
        "Five rules are enough for the slopes on these pages.": by_five_rules,
        "The five rules hold for it unchanged.": rules_with_others_frozen,
        "NumPy works entry by entry, `@` multiplies and adds up, `.T` turns over, and shapes tell"
        " whether two things fit.": lambda: entry_with_entry() and row_by_row() and turned_over(),
        "The inputs of a case have to meet the weights of a neuron, which stand in a row: so turn"
        " the weights over.": turned_over,
        "You will need this from [chapter 8](network.md) on.": lambda: (
            first_with_a_matrix() == "network.md"
        ),
        "$z = w_1 x_1 + w_2 x_2 + b$ all terms but one are frozen, and the slope is what stands"
        " beside the nudged number:": others_are_frozen,
        "`+`, `-`, `*`, `/` and functions such as `np.exp` work on each entry by itself. Two arrays"
        " of one shape are paired entry with entry; a single number is paired with every entry."
        " Formulas mean the same: $f(z)$ of a list $z$ is the list of all $f(z_i)$.": (
            entry_with_entry
        ),
        "`np.sum` adds all entries, and `np.mean` divides that by how many there are. In formulas"
        r" the sum is a $\sum$: $\sum_i y_i$ means $y_1 + y_2 + \dots$, over all rows"
        " $i$.": adds_all,
        "`@` multiplies two lists entry by entry and adds up, as at the fruit stall. With rows on"
        " its left it does so for each row: four bills in one line. The number of columns on the"
        " left must be the number of entries on the right.": lambda: (
            row_by_row() and load("neuron/stall").z == [2, 3] @ np.array([10, 15]) + 5 == 70
        ),
        "`X.T` exchanges rows and columns;": lambda: all(
            X.T.shape == X.shape[::-1] and all(X.T[j, i] == X[i, j] for i, j in np.ndindex(X.shape))
            for X in (RNG.normal(size=RNG.integers(1, 9, size=2)) for _ in range(50))
        ),
        "The slopes that learning needs, one for each weight, will be computed in just this"
        " way.": as_the_gradient,
        "Now each row holds one input of all four cases, and `@` adds up over the cases:": (
            over_the_cases
        ),
        "`@` between two matrices takes every row of the first with every column of the second.": (
            every_row_with_every_column
        ),
        "and $e^{-z}$ is one divided by $e^z$: always positive, tiny for a large "
        "$z$, huge for a very negative one.": lambda: (
            exp(-x).is_positive
            and limit(exp(-x), x, sympy.oo) == 0
            and limit(exp(-x), x, -sympy.oo) == sympy.oo
        ),
        "Put $-\\log$ before a probability, and you have a *surprise*: nothing for what was"
        " certain,"
        " more and more for what was thought unlikely.": lambda: (
            -log(1) == 0 and np.all(np.diff(-np.log(np.linspace(0.001, 1, 999))) < 0)
        ),
        "| $-5$ | 148.4132 | | 0 | 1 | | 5 | 0.0067 |": table_of_powers,
        "| 1 | 0 | | ½ | 0.6931 | | 0.1 | 2.3026 | | 0.01 | 4.6052 |": table_of_powers,
        "As a surprise that is four times $-\\log 0.9$: a sum, with a term of its own for each"
        " row.": lambda: math.isclose(-math.log(0.9**4), -4 * math.log(0.9)) and surprises_add(),
        "Logarithms turn products of probabilities into sums.": surprises_add,
        "And a product of many probabilities may become too small for a computer, while the sum"
        " stays at ease:": sum_of_surprises,
        "Half of half of half …, 2000 times over, is not zero. It only became too small to be"
        " stored.": sum_of_surprises,
        "If $u$ moves three times as fast as $x$, and $v$ twice as fast as $u$, then $v$ moves six"
        " times as fast as $x$: slopes along a chain multiply.": lambda: (
            diff(2 * (3 * x), x) == 6
            and all(
                same(diff(v.subs(x, u), x), diff(v, x).subs(x, u) * diff(u, x))
                for u, v in itertools.product((x**2, exp(x), SIGMOID.subs(z, x)), repeat=2)
            )
        ),
        "Do not take them on trust. Nudge:": rules_agree_with_nudges,
        "The last one is the chain rule at work on $e^{-x}$: first $u = -x$, with the slope $-1$;"
        " then $e^u$, with the slope $e^u$; together"
        " $-e^{-x}$.": lambda: (
            same(diff(exp(-x), x), -exp(-x))
            and diff(-x, x) == -1
            and rounds(-math.exp(-2), published("tools/rules").splitlines()[-1].split()[-1])
        ),
        "`12`{ .answer }: $3x^2$ is $3\\cdot2^2$.": lambda: 3 * 2**2 == 12,
        "What is the slope of $x^3$ at $x = 2$?": lambda: diff(x**3, x).subs(x, 2) == 12,
        "`8` : That is the value of $x^3$ there.": lambda: 2**3 == 8,
        "`4` : The exponent goes down by one, and it also comes to the front as a factor.": (
            lambda: 2 ** (3 - 1) == 4 and diff(x**3, x).subs(x, 2) == 3 * 4
        ),
        "`6` : The exponent came to the front, but it also goes down by one only: $x^2$"
        " is left.": lambda: 3 * 2 == 6 and same(diff(x**3, x) / 3, x**2),
        "The comments give the shapes: `(4, 2)` is 4 rows of 2 numbers, `(4,)` a list of 4.": (
            shapes_in_the_comments
        ),
        "`X` has a row for each case, and `y` the right answers.": lambda: (
            list(zip(map(tuple, load("tools/transpose").X), load("tools/transpose").y, strict=True))
            == OR
        ),
        "The last row is $1\\cdot10 + 1\\cdot1 = 11$, and then the 5 is added to every"
        " row.": row_times_column,
        "So $x_1$ was on in two of the cases whose answer is 1, and $x_2$ in two as": (
            on_where_the_answer_is_one
        ),
        "`X` has the shape (4, 2) and `delta` the shape (4,).": lambda: (
            (np.ones((4, 2)).T @ np.ones(4)).shape == (2,)
        ),
        "`(2,)`{ .answer }: (2, 4) @ (4,): the fours meet and vanish.": lambda: (
            shape_of("(2,)", (2, 4), (4,))
        ),
        "`(4,)` : That would be one number for each row. Here it is added up over the rows.": (
            lambda: shape_of("(4,)", (4, 2), (2,)) and over_the_cases()
        ),
        "`(4, 2)` : That is the shape of `X` itself. `@` adds up, so one axis goes.": lambda: (
            load("tools/transpose").X.shape == (4, 2) and one_axis_goes()
        ),
        "Row 4 of the result holds what the three neurons make of the last case: 11, 0 and 2.": (
            three_neurons
        ),
        "`y[:, None]` makes one column of a list. Its shape is (4, 1), and that is not (4,):": (
            lambda: load("tools/trap").column.shape == (4, 1) != (4,) and columns_of_lists()
        ),
        "NumPy stretched the column to the right and the list downwards, and subtracted every pair,"
        " without a word.": lambda: (
            (load("tools/trap").column - load("tools/trap").y).tolist()
            == [[first - second for second in (0, 1, 1, 1)] for first in (0, 1, 1, 1)]
        ),
    }
)
