"""What docs/or-gate/program.md says is true: the boundary, and the map of what was learnt."""

import itertools
import math
import re

import numpy as np
import oracle
import sympy
from algebra import LOSS, SIGMOID, agree, b, p, rounds, same, w_1, w_2, x_1, y, z
from drawings import between_levels, corners, curve, lines, shows_the_corners
from neuron import WITH_ONES, answers, falls, labels, or_loss, slows, trained
from oracle import AND, CORNERS, NAND, OR, START, XOR, mp
from project import ROOT, tested
from proving import Page, stated
from reading import read
from scipy import special
from single_neuron import outputs
from snippet import PINNED, SNIPPETS, load, numbers, prints
from sympy import Rational, diff, solve

page = Page("or-gate/program")

RNG = page.rng


def weighted_sum(points):
    """The trained neuron's z at points of the plane; its σ is the probability."""
    *weights, bias = trained()
    return np.asarray(points) @ weights + bias


@page.theorem("boundary")
def _(total, zero):
    """The prediction is one half where the sum is zero, and nowhere else."""
    assert (z, total) == stated("neuron", "weighted-sum-two")
    assert solve(SIGMOID - Rational(1, 2), z) == [zero] == [0]
    page.says("draw the line where it is one half, which is where $z = 0$:")
    page.says("`np.round` sends anything above one half to 1; a prediction of exactly one half")
    assert (np.round(0.5), np.round(0.5 + 1e-9)) == (0, 1)
    page.says('go to 0, which matches our rule that "yes" means $z > 0$.')
    page.says(
        r"Since $\sigma(0) = \tfrac12$ and the sigmoid rises, $\hat y > \tfrac12$ and $z > 0$ say"
    )
    assert SIGMOID.subs(z, 0) == Rational(1, 2)
    assert same(diff(SIGMOID, z), sympy.exp(-z) / (1 + sympy.exp(-z)) ** 2)  # above 0 everywhere


@page.theorem("below-ln-two")
def _(tex):
    """The loss is convex, so no place in the cube exceeds its corners, and of these the page names
    the highest.
    """
    # of every row the loss is convex in its z, which is a sum of weights and bias
    assert same(diff(LOSS.subs(p, SIGMOID), z, 2), SIGMOID * (1 - SIGMOID))
    page.says(
        "The loss is [convex](../notation.md#convex) in the three numbers $w_1$, $w_2$, $b$:"
        " along"
    )
    page.says("along any straight line it bends upwards or not at all.")
    # so on a cube none exceeds the corners; of these the page names the one with the largest
    whole, named, right, low, high = re.fullmatch(
        r"\\begin\{gathered\} (L\(w_1, w_2, b\)) \\le (L\(.+?\)) = (.+?) "
        r"\\\\ \\text\{for\}\\quad (\S+) \\le w_1, w_2, b \\le (\S+) \\end\{gathered\}",
        tex,
    ).groups()
    ends = [read(end)[0] for end in (low, high)]
    assert read(whole)[0].args == (w_1, w_2, b)
    mean = sum(
        LOSS.subs(y, label).subs(p, SIGMOID).subs(z, w_1 * x1 + w_2 * x2 + b)
        for (x1, x2), label in OR
    ) / len(OR)
    losses = {
        corner: mean.subs(dict(zip((w_1, w_2, b), corner, strict=True)))
        for corner in itertools.product(ends, repeat=3)
    }
    highest = losses.pop(read(named)[0].args)
    assert same(highest, *read(right))
    assert all(loss < highest - Rational(1, 10) for loss in losses.values())  # at this corner only
    assert all(or_loss(v) < np.log(2) for v in RNG.uniform(*map(float, ends), (20_000, 3)))
    page.says(
        "On a cube such a function is largest at a corner. Among all starts that `rand` can"
        " give,"
    )
    page.says("Among all starts that `rand` can give, that is the corner where all three are 0:")
    page.says("`rand` gives numbers between 0 and 1, and positive weights suit OR.")


@page.draws("or-gate/boundary")
def _(figure):
    # the neuron that is mapped is the one of the complete program
    program, on_page = load("or-gate/program"), load("or-gate/boundary")
    assert agree([*on_page.w, on_page.b], [*program.w, program.b])
    page.says("**The random numbers.** `np.random.seed(42)` starts NumPy's *legacy* generator")
    np.random.seed(42)
    assert [*np.random.rand(2), np.random.rand()] == START
    page.says("New code that does not need this should use `np.random.default_rng(42)` instead")
    page.says("At epoch 0 the neuron is untrained, and its loss is 0.4253.")
    assert program.stdout.startswith("Epoch 0, Loss: 0.4252")
    page.says("These thirteen lines were reproduced with NumPy 2.4.6 on x86-64,")
    assert [int(part) for part in PINNED.split(".")] >= [2, 4, 6]  # since then, newer ones
    assert len(program.stdout.splitlines()) == 13
    page.says("They are the probabilities of a 1 for the four rows 00, 01, 10, 11.")
    assert [f"{x_1}{x_2}" for x_1, x_2 in program.X] == ["00", "01", "10", "11"]

    axes, bar = figure.axes
    assert (axes.get_xlabel(), axes.get_ylabel()) == ("input x₁", "input x₂")
    assert axes.get_xlim() == axes.get_ylim() == (-0.5, 1.5)
    assert [*lines(axes)] == ["z = 0", "OR is 0", "OR is 1"]
    boundary, zeros, ones = lines(axes).values()

    # the boundary is where the probability is one half, from edge to edge
    assert agree(special.expit(weighted_sum(boundary.get_xydata())), 0.5)
    across, up = boundary.get_data()
    assert (across[0], across[-1]) == (-0.5, 1.5)
    assert agree(np.diff(up, 2), 0)
    page.says("The boundary is straight and cuts off the one corner whose answer is 0.")
    right, height = np.interp(0, -up, across), curve(axes, "z = 0")(0)
    assert f"{right:.2f}" == f"{height:.2f}" == "0.37"
    assert all(np.diff(up) < 0)
    page.says("A falling straight line, the boundary, crosses both axes near 0.37.")
    assert zeros.get_xydata().tolist() == [[0, 0]]
    assert ones.get_xydata().tolist() == [[0, 1], [1, 0], [1, 1]]
    assert weighted_sum((0, 0)) < 0
    assert all(weighted_sum([(0, 1), (1, 0), (1, 1)]) > 0)
    page.says("The corner (0, 0) lies below it; the corners (0, 1), (1, 0) and (1, 1) lie above")

    # the shading is the probability, everywhere: each band holds what the bar beside it says
    assert bar.get_ylabel() == "predicted probability ŷ of a 1"
    shading = axes.collections[0]
    assert agree(shading.levels, np.arange(11) / 10)
    for point in RNG.uniform(-0.5, 1.5, size=(200, 2)):
        low, high = between_levels(axes, point)
        assert low - 1e-3 < special.expit(weighted_sum(point)) < high + 1e-3
    page.says("shaded from low probability at the lower left to high probability at the upper")
    assert between_levels(axes, (-0.49, -0.49))[1] <= 0.1
    assert between_levels(axes, (1.49, 1.49))[0] >= 0.9
    # on the borders between bands z is the same everywhere, as it is on the boundary
    borders = zip(shading.levels, shading.levels[1:], shading.get_paths(), strict=False)
    for low, high, band in borders:
        inside = np.all(abs(band.vertices - 0.5) < 0.999, axis=1)  # and not on the frame
        values = special.expit(weighted_sum(band.vertices[inside]))
        assert np.all(np.isclose(values, low, atol=1e-3) | np.isclose(values, high, atol=1e-3))
    page.says("The shading runs parallel to it")


@page.draws("or-gate/gates")
def _(figure):
    """Boundary and losses of the program's neuron on four gates, in arithmetic of sixty digits."""
    data = {"OR": OR, "AND": AND, "NAND": NAND, "XOR": XOR}
    above, below = figure.axes[:4], figure.axes[4:]
    separated, ends = [], []
    for top, bottom, (name, gate) in zip(above, below, data.items(), strict=True):
        assert top.get_title() == name
        assert corners(top) == gate
        states = oracle.train(gate, START[:2], START[2], lr=0.1, epochs=1000)
        w, b = states[-1]
        x1, x2 = top.lines[0].get_data()
        assert (*x1,) == (-0.5, 1.5)
        assert shows_the_corners(top)
        assert (top.get_xlabel(), bottom.get_xlabel()) == ("x₁", "step")
        assert bottom.get_ylim() == (0, 1.2)
        assert agree(float(w[0]) * x1 + float(w[1]) * x2 + float(b), 0 * x1)
        curve, level = bottom.lines
        every = range(0, 1001, 50)
        losses = [float(oracle.loss(gate, states[at], 1e-8)) for at in every]
        assert len(curve.get_ydata()) == 1001
        assert agree(curve.get_ydata()[::50], losses)
        assert agree(level.get_ydata(), np.log(2))
        assert np.all(np.diff(losses) < 0)
        answers = [p > 0.5 for p in oracle.predict(gate, states[-1])]
        separated.append(answers == [label == 1 for _, label in gate])
        ends.append(losses[-1])
    assert [axes.get_ylabel() for axes in above] == ["x₂", "", "", ""]
    assert [axes.get_ylabel() for axes in below] == ["loss; grey: ln 2", "", "", ""]
    assert separated == [True, True, True, False]
    assert max(ends[:3]) < 0.15
    assert abs(ends[3] - np.log(2)) < 1e-5
    w_xor, b_xor = states[-1]
    yes = [(corner, label) for corner, label in XOR if mp.fdot(w_xor, corner) + b_xor > 0]
    assert sorted(label for _, label in yes) == [0, 1]  # and so on the other side
    page.says("for XOR it leaves one square and one circle on each side.")
    assert above[0].get_position().y0 > below[0].get_position().y1
    page.says(
        "Above, the boundary after 1000 steps: it separates the squares from the circles for"
        " the"
    )
    page.says(
        "Below, the loss: it falls towards zero for the first three and levels off at ln 2 for"
        " XOR."
    )
    page.says("The same neuron from the same start, 1000 steps at α = 0.1 on four gates.")
    page.says("Above the boundary, below the loss; the grey line is ln 2.")


def thousand_steps() -> bool:
    """So many train the OR gate, and after them the figure's neuron is the complete program's."""
    loss, *outputs = gates_learnt()[0]
    ends = [or_loss(trained()), *special.expit(WITH_ONES @ trained())]
    return len(load("or-gate/steps").losses) == 1000 and rounds(ends, *map(str, [loss, *outputs]))


def moves_on() -> bool:
    """Row 00 is the farthest from its answer; the crossings after ten thousand steps."""
    errors = special.expit(WITH_ONES @ trained()) - labels(OR)
    s = load("or-gate/steps")
    w, b, _ = s.train(s.X, s.y, np.array(START[:2]), START[2], epochs=10_000)
    before = -trained()[2] / trained()[:2]
    return np.argmax(abs(errors)) == 0 and all(-b / w > before) and rounds(-b / w, *["0.446"] * 2)


def order_does_not_count() -> bool:
    """Each sum of products of zeros and ones with any numbers, in every order, also with fused
    additions, which round once: of a product with 0 or 1 there is nothing to round.
    """
    for _ in range(200):
        errors, weights = RNG.normal(size=4), RNG.normal(size=2)
        for column in np.array(CORNERS).T:
            ways = {sum(way) for way in itertools.permutations((column * errors).tolist())}
            if len(ways) > 1:
                return False
        for row in CORNERS:
            if len({sum(way) for way in itertools.permutations((row * weights).tolist())}) > 1:
                return False
    return True


def nearly_cancel() -> bool:
    """XOR after a thousand steps: errors near one half, and the greatest of the three slopes."""
    *_, (w, b) = oracle.train(XOR, START[:2], START[2], lr=0.1, epochs=1000)
    errors = special.expit(WITH_ONES @ [float(v) for v in (*w, b)]) - labels(XOR)
    near = np.allclose(errors, [0.5, -0.5, -0.5, 0.5], atol=0.002)
    return near and rounds(np.max(abs(errors @ WITH_ONES)) / 4, "0.00014")


def jumps_for_ever() -> bool:
    """XOR at rates of the figure on both sides of the critical one, after thousands of steps."""
    critical, kept = 64 / (7 + math.sqrt(33)), []
    for rate in (4.5, 5.1, 6, 7, 8, 10):
        v, y = np.array(START), np.array(labels(XOR))
        for _ in range(5000):
            before, v = v, v - rate * (special.expit(WITH_ONES @ v) - y) @ WITH_ONES / 4
        loss = np.mean(np.logaddexp(0, WITH_ONES @ v) - y * (WITH_ONES @ v))
        turned = np.allclose(v, -before, atol=1e-9) and min(abs(v)) > 0.1
        kept.append((rate > critical) == turned == (loss > np.log(2) + 0.01))
    return all(kept) and rounds(critical, "5.0217")


def crossings_decide() -> bool:
    """Neurons with positive weights have OR right just if both crossings lie between 0 and 1."""
    drawn = np.random.default_rng(1).normal(size=(5000, 3)) * [1, 1, 2]
    drawn[:, :2] = abs(drawn[:, :2])
    between = [all(0 < -b / w < 1 for w in (w_1, w_2)) for w_1, w_2, b in drawn]
    right = [answers(state) == labels(OR) for state in drawn]
    ends = [answers([1, 2, bias]) == labels(OR) for bias in (0, -1)]  # the first crosses at 0, at 1
    return 100 < sum(between) < 4900 and between == right and ends == [True, False]


def gates_learnt() -> list[list[float]]:
    """Loss and outputs on OR, AND, NAND and XOR, as published."""
    numbers = prints("or-gate/gates")
    return [numbers[at : at + 5] for at in range(0, 20, 5)]


def oracle_loss(label: int) -> float:
    """What the first row's probability of a 1 costs, as printed, under a label."""
    return -np.log(0.1831 if label else 1 - 0.1831)


def crossings(by: float, shift: float) -> tuple[np.ndarray, np.ndarray]:
    """Where the boundary meets the axes, and where with weights and bias so many times as large."""
    *weights, bias = trained()
    return -bias / np.array(weights), -shift * bias / (by * np.array(weights))


def losses_on_xor() -> list[float]:
    """Every hundredth of the losses from the page's start, in arithmetic of sixty digits."""
    states = oracle.train(XOR, START[:2], START[2], lr=0.1, epochs=1000)
    return [float(oracle.loss(XOR, states[at])) for at in range(0, 1001, 100)]


def only_the_distance() -> bool:
    """Points of the plane: each gets a probability; points as far from the line on one side get
    one and the same, and those farther away are surer.
    """
    w, b = trained()[:2], trained()[2]
    points = RNG.normal(scale=0.5, size=(2000, 2))
    far = (points @ w + b) / np.linalg.norm(w)  # with a sign for the side
    said = special.expit(points @ w + b)
    along = points + RNG.normal(size=(2000, 1)) * [-w[1], w[0]]
    sure = abs(said - 0.5)[np.argsort(abs(far))]
    return (
        np.all((said > 0) & (said < 1))
        and np.allclose(special.expit(along @ w + b), said)
        and np.all(np.diff(sure) > -1e-12)
        and np.array_equal(far > 0, said > 0.5)
    )


def surer() -> bool:
    """Twice the weights and the bias: the same answers, farther from one half."""
    once, twice = (special.expit(WITH_ONES @ state) - 0.5 for state in (trained(), 2 * trained()))
    return bool(np.all(abs(twice) > abs(once)) and np.all(once * twice > 0))


@page.draws("or-gate/epoch")
def _(figure):
    """Six lines of the program, each with the numbers of its first epoch, by other arithmetic."""
    [axes] = figure.axes
    texts = [text.get_text() for text in axes.texts]
    code, shown = texts[::2], texts[1::2]
    program = (SNIPPETS / "or-gate/program.py").read_text(encoding="utf-8")
    lines_ = [line.split("  #")[0].strip() for line in program.splitlines()]
    assert set(code) < set(lines_)
    assert [lines_.index(line) for line in code] == sorted(map(lines_.index, code))
    before, after = oracle.train(OR, START[:2], START[2], lr=0.1, epochs=1)
    y_hat = [float(value) for value in oracle.predict(OR, before)]
    errors = np.subtract(y_hat, labels(OR))
    dw, db = (np.subtract([*map(float, before[0])], [*map(float, after[0])]) / 0.1), errors.mean()
    wanted = [
        y_hat,
        [float(oracle.loss(OR, before))],
        errors,
        dw,
        [db],
        [*map(float, after[0]), float(after[1])],
    ]
    for text, values in zip(shown, wanted, strict=True):
        assert text.split(":")[1].split() == [f"{value:.4f}" for value in values]
    page.says("Six lines of the program, each with what it computes in the first epoch.")
    page.says("ŷ: 0.6752, 0.8433, 0.7515, 0.8867. L: 0.4253.")
    page.says("ŷ − y: 0.6752, −0.1567, −0.2485, −0.1133. ∇L: −0.0905, −0.0675. ∂L/∂b: 0.0392.")
    page.says("w and b after it: 0.3836, 0.9575, 0.7281.")
    said = [value for values in wanted for value in values]
    [alt] = [image.alt for image in page.source.images if image.play == "program-steps"]
    assert numbers(alt.replace("−", "-")) == [round(value, 4) for value in said]
    page.says("One epoch is six lines. Each array has one number a row of the truth table, or one")


def row_00_is_to_blame() -> bool:
    """Of the four first errors only that of row 00 is positive, and it outweighs the others; its
    inputs are 0, so the weights do not see it.
    """
    state, after = oracle.train(OR, START[:2], START[2], lr=0.1, epochs=1)
    errors = np.subtract([float(v) for v in oracle.predict(OR, state)], labels(OR))
    return (
        rounds(errors, "0.6752", "-0.1567", "-0.2485", "-0.1133")
        and rounds(sum(errors[1:]), "-0.5186")
        and rounds(errors.mean(), "0.0392")
        and rounds([float(state[1]), float(after[1])], "0.7320", "0.7281")
        and bool(np.all(np.array([*map(float, after[0])]) > [*map(float, state[0])]))
    )


def bias_turns_negative() -> int:
    """The first number of epochs after which the bias is below 0."""
    path = oracle.train(OR, START[:2], START[2], lr=0.1, epochs=200)
    return next(n for n, (_, bias) in enumerate(path) if bias < 0)


def buttons_of_the_loop() -> bool:
    """The figure's lines are those of the program's loop that compute, in their order; and by how
    many of them each button goes on or back.
    """
    view = tested().text(ROOT / "docs" / "javascripts" / "figures" / "program-steps.js")
    moves = {name: int(by) for name, by in re.findall(r'name: "(.+?)".*?walk\((-?\d+)\)', view)}
    code = re.findall(r'^  \["(.+?)", ".+?"\],$', view, re.M)
    program = tested().snippet("or-gate/program.py")
    inside = program.partition("for epoch in")[2].partition("return")[0].splitlines()
    loop = [line.partition("  #")[0].strip() for line in inside]
    if len(code) != 6 or code != [line for line in loop if re.match(r"[\w, ]+ = ", line)]:
        return False
    others = [by for name, by in moves.items() if name not in ("Next", "Back")]
    return (moves["Next"], moves["Back"]) == (1, -1) and others == sorted(others) and others[0] > 1


def no_hidden_state() -> bool:
    """Of the newer generators each goes its own way, whatever another draws; what the old seed
    gives depends on who draws in between. And the kinds are two.
    """

    def drawn(between: int) -> tuple[list[float], list[float]]:
        new, other = np.random.default_rng(42), np.random.default_rng(42)
        np.random.seed(42)
        other.random(between)
        np.random.rand(between)
        return new.random(3).tolist(), np.random.rand(3).tolist()

    (new, old), (new_again, old_again) = drawn(0), drawn(5)
    kinds = np.random.get_state()[0], type(np.random.default_rng(42).bit_generator).__name__
    return new == new_again and old == START != old_again and kinds == ("MT19937", "PCG64")


def last_digits() -> bool:
    """The check takes each number of full length with its last digit changed. A double has so many
    digits; and weights and predictions that are off by far more than the last of them are printed
    alike.
    """
    text, changed = tested().snippet("or-gate/program.txt"), 0
    for found in re.finditer(r"(?:Loss|bias): -?\d\.\d*(\d)", text):
        for digit in {*"0123456789"} - {found[1]}:
            other = f"{text[: found.start(1)]}{digit}{text[found.end(1) :]}"
            changed += outputs.agrees(other, text)
    program = load("or-gate/program")
    shown = [np.array([*program.w, *program.y_hat]) * (1 + off) for off in (-1e-11, 0, 1e-11)]
    alike = len({np.array2string(each, precision=8) for each in shown}) == 1
    sixteen = round(-math.log10(np.finfo(float).eps)) == 16
    return outputs.TOLERANCE == 1e-9 and changed == 11 * 9 and sixteen and alike


def bias_grows_faster() -> bool:
    """At every hundredth of the next ten thousand steps, in parts of what it was."""
    s = load("or-gate/steps")
    w, b = trained()[:2], trained()[2]
    for _ in range(100):
        w_next, b_next, _ = s.train(s.X, s.y, w, b, epochs=100)
        if not b_next / b > max(w_next / w) > 1:
            return False
        w, b = w_next, b_next
    return True


def hardly_moves() -> bool:
    """XOR after a thousand steps: a thousand more change no number by more than 0.004."""
    states = oracle.train(XOR, START[:2], START[2], lr=0.1, epochs=2000)
    before, after = (np.array([*map(float, (*w, b))]) for w, b in (states[1000], states[-1]))
    return bool(np.all(abs(after - before) < 0.004))


def in_another_order() -> bool:
    """Three numbers whose sum depends on the order, and that those of the program do not."""
    return (0.1 + 0.2) + 0.3 != 0.1 + (0.2 + 0.3) and order_does_not_count()


page.claims(
    {
        'Three of the four answers are "yes", and yet the bias falls in the first': (
            row_00_is_to_blame
        ),
        "The error of row 00, 0.6752. The other three are negative and pull the bias up, but"
        " together they come to −0.5186: less. The mean of all four is 0.0392, and the step goes"
        " against it, from 0.7320 to 0.7281. The weights do not see row 00, whose inputs are 0, and"
        " rise.": row_00_is_to_blame,
        "After how many epochs is the bias negative? Let them guess: it is after 170.": lambda: (
            bias_turns_negative() == 170
        ),
        "Here is the loop of the program while it runs: the line, its equation, and the numbers"
        " that it computes. *Next* is the next line and *Back* the one before; the other buttons"
        " go further.": buttons_of_the_loop,
        "Both are positive and about 4: each input alone speaks strongly for \"yes\".": lambda: (
            rounds(trained()[:2], "4", "4")
            and bool(np.all(special.expit(WITH_ONES @ trained())[[1, 2]] > 0.9))
        ),
        "They are the truth table of OR.": lambda: (
            prints("or-gate/program")[-4:] == np.round(load("or-gate/program").y_hat).tolist()
            and prints("or-gate/program")[-4:] == labels(OR)
        ),
        "newer generators, no hidden global state,": no_hidden_state,
        "If a loss or the bias ends in another digit all the same, that is no error; the check that"
        " guards this page allows a relative difference of $10^{-9}$. (Weights and predictions are"
        " printed to eight decimals, which the last of the computer's sixteen digits does not"
        " reach.)": last_digits,
        "Training does move the boundary, because the bias then grows faster, in proportion, than"
        " the weights.": bias_grows_faster,
        "So hardly anything moves.": hardly_moves,
        "The complete program has fewer than fifty lines,": lambda: (
            len(tested().snippet("or-gate/program.py").splitlines()) < 50
        ),
        "Hold the 1000 steps": thousand_steps,
        "On XOR, slide beyond the critical rate of 5.0217: the loss settles all "
        r"the same, but above $\ln 2$, and the weights jump to and fro for ever.": jumps_for_ever,
        r"That it is already below $\ln 2 \approx 0.6931$, the loss of an undecided neuron, is no"
        " accident:": lambda: (
            prints("or-gate/program")[1] < or_loss([0, 0, 0])
            and rounds(or_loss([0, 0, 0]), "0.6931")
        ),
        "From there the loss falls at every line, to 0.0960 at epoch 900.": lambda: (
            slows(prints("or-gate/program")[1:20:2])
            and prints("or-gate/program")[18] == 900
            and rounds(prints("or-gate/program")[19], "0.0960")
        ),
        'The bias is about $-1.5$: with no input, the answer is "no".': lambda: (
            rounds(trained()[2], "-1.5") and answers(trained())[0] == 0
        ),
        "$z = 4.08714596 - 1.49555926 = 2.5915867$": lambda: rounds(
            trained()[1:], "4.08714596", "-1.49555926"
        ),
        r"Setting $x_2 = 0$ in the equation gives $x_1 = -b/w_1 \approx 0.37$,": lambda: (
            sympy.solve(w_1 * x_1 + b, x_1) == [-b / w_1]
            and rounds(-trained()[2] / trained()[0], "0.37")
        ),
        "With positive weights, all four rows are right just when both crossings "
        "lie between 0 and 1 (a crossing at 0 would do as well: row 00 then "
        'has $z = 0$, a "no", and that is right; a crossing at 1 would not: '
        'that row is a "no" too, and that is wrong).': crossings_decide,
        "Further training moves them on: row 00 has the largest error and pulls hardest, and after"
        " 10,000 steps both are near 0.446.": moves_on,
        "Sums of products, as in `@`, may be added up in another order; in this program that"
        " changes nothing, because the inputs are 0 and 1, and no such sum has more than two terms"
        " that are not 0.": in_another_order,
        "(The 0.0879 of chapter 11 was recorded before the last of them.)": lambda: rounds(
            load("or-gate/steps").losses[-1], "0.0879"
        ),
        "1000 steps bring the loss down to 0.0878": lambda: gates_learnt()[0][0] == 0.0878,
        "Train XOR from the same start: where will the loss be after 1000 steps, and what will the"
        " four outputs be?": lambda: thousand_steps() and len(gates_learnt()[3]) == 1 + 4,
        r"The loss sinks towards $\ln 2 \approx 0.6931$, and the outputs after 1000 steps are"
        " 0.499,"
        " 0.500, 0.500 and 0.501.": lambda: (
            gates_learnt()[3] == [0.6931, 0.499, 0.5, 0.5, 0.501] and falls(losses_on_xor())
        ),
        "It needs nothing but NumPy.": lambda: (
            re.findall(r"^\s*(?:import|from) (\w+)", tested().snippet("or-gate/program.py"), re.M)
            == ["numpy"]
        ),
        r"Since $\sigma(0) = \tfrac12$ and the sigmoid rises, $\hat y > \tfrac12$ and $z > 0$ say"
        " the"
        " same.": lambda: all(
            (load("or-gate/program").sigmoid(total) > 0.5) == (total > 0)
            for total in (0.0, *RNG.normal(size=500), *10.0 ** RNG.uniform(-15, 2, size=99))
        ),
        r"(For a tiny $z$ a computer rounds $\hat y$ to one half.)": lambda: (
            load("or-gate/program").sigmoid(1e-17) == 0.5 < SIGMOID.subs(z, Rational(1, 10**17))
        ),
        "The trained neuron gives a probability for *every* point of the plane, not only for the"
        " four"
        " corners.": only_the_distance,
        "a single neuron sees only how far a point is from its line, and on which side.": (
            only_the_distance
        ),
        "The trained neuron is a straight boundary, and the farther a point is from it, the surer"
        " the"
        " answer.": only_the_distance,
        "and the other axis is met at nearly the same place.": lambda: (
            abs(np.diff(-trained()[2] / trained()[:2])[0]) < 0.01
        ),
        "Double both weights and the bias. Where does the boundary meet": lambda: (
            agree(*crossings(2, 2))
        ),
        "The other two gates are learnt: after the same 1000 steps the loss is 0.1417 on AND and"
        " 0.1451 on NAND.": lambda: (
            [run[0] for run in gates_learnt()[1:3]] == [0.1417, 0.1451]
        ),
        r"errors are then close to $\tfrac12, -\tfrac12, -\tfrac12, \tfrac12$, and in each of the"
        " three slopes they all but cancel: the largest that is left is 0.00014.": nearly_cancel,
        r"`0.20`{ .answer }: The label is 0, and $-\log(1 - 0.1831) \approx 0.2022$: more than any"
        " other row.": lambda: (
            rounds(-np.log(1 - 0.1831), "0.20")
            and np.argmax(abs(special.expit(WITH_ONES @ trained()) - labels(OR))) == 0
        ),
        "The neuron gives row 00 the probability 0.1831 of a 1.": lambda: rounds(
            load("or-gate/program").y_hat[0], "0.1831"
        ),
        "`1.70` : That is $-\\log 0.1831$": lambda: rounds(-np.log(0.1831), "1.70"),
        "as if the label were 1.": lambda: rounds(oracle_loss(label=1), "1.70"),
        "`0.18` : That is the error. The loss takes a logarithm.": lambda: (
            rounds(0.1831 - 0, "0.18") and not rounds(-np.log(1 - 0.1831), "0.18")
        ),
        "`0.03` : That is the squared error.": lambda: rounds(0.1831**2, "0.03"),
        "`at the same place`{ .answer }: $-b/w_1$ is what it was.": lambda: agree(*crossings(2, 2)),
        "The neuron is surer of every answer, and no answer changes.": surer,
        "`nearer to 0` : So it would be if only the weights were doubled.": lambda: np.all(
            crossings(2, 1)[1] < crossings(2, 1)[0]
        ),
        "`farther from 0` : So it would be if only the bias were doubled.": lambda: np.all(
            crossings(1, 2)[1] > crossings(1, 2)[0]
        ),
        "The same neuron, one step at a time: same start, same arithmetic. After 1000 steps on OR"
        " it"
        " has the weights and the bias that the program prints.": thousand_steps,
    }
)
