"""The interactive figures say nothing wrong at any setting: NumPy and exact fractions look on.

Each view has an oracle here, which knows nothing of its script. No browser is needed.
"""

from __future__ import annotations

import itertools
import math
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

import mpmath
import numpy as np
import pytest
from views import NAMES, Views, grid, positions

pytestmark = pytest.mark.slow

ORACLES: dict[str, Callable[[Views], None]] = {}
LN2 = math.log(2)
CORNERS = [(0, 0), (0, 1), (1, 0), (1, 1)]
GATES = {"OR": "0111", "AND": "0001", "NAND": "1110", "XOR": "0110"}
# What nobody can set by a slider, but can type, or write into the address.
ODD = [0.0, -0.0, 0.05, -0.3, 1e-13, 0.29999999999999993, -0.1, 40.0, -800.0, 1e17, 5e-324, 1.7e308]
TAME = [number for number in ODD if abs(number) < 1e300]
_NUMBER = re.compile(r"−?\d+(?:\.\d+)?(?:e−?\d+)?|−?∞|no number")


def oracle(name: str) -> Callable:
    """Enter what knows the truth about a figure."""

    def enter(check: Callable[[Views], None]) -> Callable[[Views], None]:
        ORACLES[name] = check
        return check

    return enter


@pytest.fixture(scope="module")
def all_views() -> Iterator[Views]:
    """Every script of the figures, loaded once."""
    loaded = Views()
    yield loaded
    loaded.close()


def numbers(text: str) -> list[str]:
    """The numbers of a sentence, as they are written; those of names (w₁) are not."""
    return _NUMBER.findall(text)


def value(word: str) -> float:
    """The number that a word means."""
    if "∞" in word:
        return -math.inf if "−" in word else math.inf
    return math.nan if word == "no number" else float(word.replace("−", "-"))


def unit(word: str) -> float:
    """What the last digit of a word counts."""
    digits, _, power = word.partition("e")
    decimals = len(digits.partition(".")[2])
    return 10.0 ** (int(power.replace("−", "-") or 0) - decimals)


def says(word: str, truth: float, relative: float = 1e-12, absolute: float = 1e-15) -> bool:
    """Whether a word is the truth, rounded; and as good as double precision can know it."""
    shown = value(word)
    if not math.isfinite(shown):
        return not abs(truth) < 1.7e308 if math.isinf(shown) else math.isnan(truth)
    slack = relative * abs(truth) + absolute
    return abs(shown - float(truth)) <= 0.5 * unit(word) * (1 + 1e-9) + slack


def signed(sign: str, word: str, truth: float, scale: float = 0) -> bool:
    """Whether the sign before a word is right: "=" is the truth, "≈" the truth rounded.

    `scale` is the size of what was added up: so much of its last bit may be lost.
    """
    shown = value(word)
    if not math.isfinite(shown) or not math.isfinite(truth):
        return sign == "="
    off = abs(shown - truth)
    return off <= 2e-12 * max(abs(truth), scale) if sign == "=" else off > 0


def cells(result: dict, table: int) -> list[list[str]]:
    """The texts of a table, row by row."""
    rows = re.findall(r"<tr[^>]*>(.*?)</tr>", result["tables"][table].partition("<tbody>")[2], re.S)
    plain = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.S) for row in rows]
    return [[re.sub(r"<[^>]+>", "", cell) for cell in row] for row in plain]


def all_say(words: Sequence[str], truths: Sequence[float], **slack: float) -> bool:
    """Whether each word is its truth."""
    pairs = zip(words, truths, strict=True)
    wrong = [(word, truth) for word, truth in pairs if not says(word, truth, **slack)]
    return not wrong or pytest.fail(f"{len(wrong)} wrong, such as {wrong[:5]}")


# What holds for all


def test_every_figure_has_its_oracle() -> None:
    """Whoever adds a figure says here what is true of it."""
    assert sorted(ORACLES) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_figure_says_nothing_wrong(name: str, all_views: Views) -> None:
    """At every position of its sliders, or on the grid that its oracle states."""
    ORACLES[name](all_views)


def _odd_states(fields: dict[str, dict]) -> list[dict]:
    """Each odd number in each field with each choice, and in two fields at once."""
    choices = {key: field["options"] for key, field in fields.items() if "options" in field}
    counts = {
        key: [0, min(7, field["max"])] for key, field in fields.items() if "label" not in field
    }
    typed = [key for key, field in fields.items() if "label" in field and "options" not in field]
    firsts = {key: options[:1] for key, options in choices.items()}
    states = grid(choices | counts)
    for key in typed:
        states += grid({key: ODD} | choices | counts)
    for pair in itertools.combinations(typed, 2):
        states += grid(dict.fromkeys(pair, ODD) | firsts | counts)
    return states


@pytest.mark.parametrize("name", NAMES)
def test_whatever_is_typed_no_drawing_breaks(name: str, all_views: Views) -> None:
    """Huge, tiny, negative and saturated: XML that can be read, and numbers that are numbers."""
    for result in all_views.draws(name, _odd_states(all_views.fields(name))):
        assert result["text"].strip()
        html = "".join([*result["plots"], *result["tables"]])
        assert not re.search("NaN|Infinity|undefined|null|object Object", html + result["text"])
        assert not re.search("[<>]", result["text"])
        ET.fromstring(f"<all>{html}</all>")


def test_a_number_is_rounded_from_all_its_digits(all_views: Views) -> None:
    """As decimal fractions are, whatever its size and sign; the exact one is not rounded."""
    draw = np.random.default_rng(6)
    some = draw.normal(size=20_000) * 10.0 ** draw.integers(-9, 9, 20_000)
    several = [*some.tolist(), 0.0, -0.0, 0.5, -2.5e-5, 0.00005, 1e6, 999999.99999, 5e-324, 1e308]
    calls = "modules['drawing.js'].num(v), modules['drawing.js'].exact(v)"
    shown = all_views.run(f"{several}.map(v => [{calls}])")
    all_say([short for short, _ in shown], several, absolute=0)
    assert [value(whole) for _, whole in shown] == several


def test_sums_are_those_of_the_numbers_as_they_are_written(all_views: Views) -> None:
    """Exactly, and rounded once."""
    draw = np.random.default_rng(7)
    tenths = draw.integers(-30, 31, (5000, 3)) / 10
    wild = draw.normal(size=(5000, 3)) * 10.0 ** draw.integers(-20, 20, (5000, 3))
    several = [*tenths.tolist(), *wild.tolist(), [0.1, 0.2, -0.3], [1e17, 1, -1e17]]
    found = all_views.run(f"{several}.map(modules['neuron.js'].decimal_sum)")
    assert [*map(float, found)] == [
        float(sum(Fraction(str(v)) for v in three)) for three in several
    ]


@pytest.mark.parametrize(
    ("name", "curves"),
    [
        ("loss-curve", {"squared error", "absolute error", "cross-entropy"}),
        ("square-against-cross-entropy", {"squared error", "cross-entropy"}),
    ],
)
def test_a_drawing_names_its_curves(name: str, curves: set[str], all_views: Views) -> None:
    """On a phone the table that does is folded."""
    [result] = all_views.draws(name, [{}])
    assert curves <= {*ET.fromstring(result["plots"][0]).itertext()}


def test_a_logarithmic_slider_stops_at_two_digits(all_views: Views) -> None:
    """From each stop an arrow key leads to the next; both ends can be reached."""
    at = "modules['figure.js']"
    for name in NAMES:
        for field in all_views.fields(name).values():
            if not field.get("log"):
                continue
            stops = positions(field)
            moved = f"{at}.valueAt(f, {at}.position(f, v) + way, v)"
            for way, wanted in ((1, [*stops[1:], stops[-1]]), (-1, [stops[0], *stops[:-1]])):
                js = f"(f => {stops}.map(v => ((way) => {moved})({way})))({_json(field)})"
                assert all_views.run(js) == wanted
            ends = f"[0, 1000].map(p => {at}.valueAt({_json(field)}, p, 1))"
            assert all_views.run(ends) == [field["min"], field["max"]]
            middle = all_views.run(f"{at}.valueAt({_json(field)}, 500, {field['min']})")
            assert middle == pytest.approx(math.sqrt(field["min"] * field["max"]), rel=0.05)


def _json(field: dict) -> str:
    return str({key: field[key] for key in ("min", "max")}).replace("'", "")


# The oracles


_ACTIVATIONS = {
    "sigmoid": lambda z: 1 / (1 + math.exp(-z)) if z > -700 else 0.0,
    "tanh": math.tanh,
    "ReLU": lambda z: max(z, 0.0),
    "leaky ReLU": lambda z: max(z, 0.01 * z),
    "ELU": lambda z: z if z > 0 else math.expm1(z),
}


@oracle("neuron-on-or")
def _by_hand(all_views: Views) -> None:
    """Every ninth tie of the sliders, a grid of halves on all gates, and typed numbers."""
    name, tenth = "neuron-on-or", range(-30, 31)
    three = itertools.product(tenth, repeat=3)
    ties = [s for s in three if 0 in (s[2], s[0] + s[2], s[1] + s[2], sum(s))][::9]
    exact = [[Fraction(v, 10) for v in state] for state in ties]
    halves = [Fraction(v, 2) for v in range(-6, 7)]
    typed = [Fraction(str(v)) for v in ODD if abs(v) < 1e300]
    states = [("AND", "sigmoid", *state) for state in exact]
    states += [
        s
        for gate in ("AND", "OR", "XOR")
        for s in itertools.product([gate], ["tanh"], *[halves] * 3)
    ]
    states += itertools.product(
        ["OR"], ["sigmoid", "ReLU", "leaky ReLU", "ELU"], *[halves[::3]] * 3
    )
    states += itertools.product(["XOR"], ["tanh"], *[typed] * 3)
    keys = ("gate", "f", "w1", "w2", "b")
    drawn = all_views.draws(
        name, [dict(zip(keys, (*s[:2], *map(float, s[2:])), strict=True)) for s in states]
    )
    for (gate, f, w1, w2, b), result in zip(states, drawn, strict=True):
        z = [w1 * x1 + w2 * x2 + b for x1, x2 in CORNERS]
        classes = "".join("1" if total > 0 else "0" for total in z)
        wrong = [
            f"{x1} {x2}"
            for (x1, x2), c, y in zip(CORNERS, classes, GATES[gate], strict=True)
            if c != y
        ]
        verdict = f"Wrong at {', '.join(wrong)}."
        if not wrong:
            verdict = "✓ This neuron is the gate."
        if gate == "XOR" and len(wrong) == 1:
            verdict = "No line does better: three is the most that one neuron can reach on XOR."
        assert result["text"] == f"{gate}: {4 - len(wrong)} of 4 rows right. {verdict}"
        assert result["done"] == (not wrong)
        assert "".join(result["plots"]).count('class="wrong"') == len(wrong)
        for row, total, seen in zip(cells(result, 0), z, classes, strict=True):
            assert says(row[4], float(total), absolute=0)
            assert says(row[5], _ACTIVATIONS[f](float(total)))
            assert row[6][0] == seen


@oracle("learning-rate-bowl")
def _bowl(all_views: Views) -> None:
    """Every rate of the slider, and typed ones; the loss in exact fractions of the rate."""
    name = "learning-rate-bowl"
    critical, free = 8 / (7 + mpmath.sqrt(33)), 4 / (7 + mpmath.sqrt(33))
    rates = [
        *positions(all_views.fields(name)["lr"]),
        0.0,
        -0.3,
        -1e-5,
        0.6277,
        0.6276,
        0.123456789,
    ]
    steps = [0, 1, 2, 17, 60]
    for (lr, n), text in zip(
        itertools.product(rates, steps),
        all_views.texts(name, {"lr": rates, "steps": steps}),
        strict=True,
    ):
        alpha, w, b = Fraction(str(lr)), Fraction(0), Fraction(0)
        for _ in range(n):  # of the mean of (wx₁ + wx₂ + b − y)² over the four rows of OR
            at_none, at_one, at_both = b, w + b - 1, 2 * w + b - 1
            slope_w, slope_b = (at_one + at_both) / 2, (at_none + 2 * at_one + at_both) / 2
            w, b = (
                (w - alpha * slope_w).limit_denominator(10**60),
                (b - alpha * slope_b).limit_denominator(10**60),
            )
        loss = (b**2 + 2 * (w + b - 1) ** 2 + (2 * w + b - 1) ** 2) / 4
        path = ""
        if lr > critical:
            place, path = (
                "above the critical rate",
                "along the steepest direction each step lands farther from the bottom",
            )
        elif lr > 0:
            place = "below the critical rate"
            path = (
                "the path zigzags, and settles"
                if lr > free
                else "the path settles without overshooting"
            )
        elif lr == 0:
            place, path = "no step at all", "the path stays where it is"
        else:
            place, path = "negative", "each step goes uphill, farther from the bottom"
        shown = str(lr).replace("-", "−").removesuffix(".0")
        if lr != -1e-5:
            assert text.startswith(
                f"α = {shown} is {place}{f': {path}' if n else ''}. Loss after {n} step"
            ), text
        assert says(numbers(text)[-1], float(loss), relative=1e-9)


@oracle("train-it")
def _train_it(all_views: Views) -> None:
    """Every third rate of the slider on every gate; a promise holds at the later steps too."""
    name, steps = "train-it", [0, 1, 60, 592, 1000, 1010]
    rates = [*positions(all_views.fields(name)["lr"])[::3], 5.01, 5.03, 5.1, 6.0, 8.0, 10.0]
    lr = np.array(rates)
    corners = np.array(CORNERS, dtype=float)
    np.random.seed(42)
    w0, b0 = np.random.rand(2), np.random.rand()
    for gate, labels in GATES.items():
        y = np.array([int(label) for label in labels])
        w, b, seen = np.tile(w0, (len(lr), 1)), np.full(len(lr), b0), {}
        for n in range(steps[-1] + 1):
            p = 1 / (1 + np.exp(-(w @ corners.T + b[:, None])))
            if n in steps:
                loss = -np.mean(y * np.log(p + 1e-8) + (1 - y) * np.log(1 - p + 1e-8), axis=1)
                seen[n] = (p, loss, w.copy(), b.copy())
            error = p - y
            w, b = w - lr[:, None] * (error @ corners) / 4, b - lr * error.mean(axis=1)
        texts = all_views.texts(name, {"gate": [gate], "lr": rates, "steps": steps})
        for (i, n), text in zip(itertools.product(range(len(lr)), steps), texts, strict=True):
            p, loss = seen[n][0][i], seen[n][1][i]
            alpha, count, said, right = numbers(text)[:4]
            assert (value(alpha), value(count)) == (rates[i], n)
            assert says(said, loss, relative=1e-6)
            if np.abs(p - 0.5).min() > 1e-9:
                assert int(right) == np.sum((p > 0.5) == y)
            assert "stays put" not in text or lr[i] > 64 / (7 + 33**0.5)
            later = seen[steps[steps.index(n) + 1]] if n != steps[-1] else seen[n]
            if "cancel" in text:
                assert gate == "XOR"
                assert np.abs(np.abs(p - y) - 0.5).max() < 0.05
                assert loss - LN2 < 1e-3
                assert later[1][i] - LN2 < 1e-3, (rates[i], n)
            if "turns the signs" in text:
                assert gate == "XOR"
                assert loss > LN2
                assert abs(later[1][i] - loss) < 1e-6
                even = 1 if (steps[-1] - n) % 2 == 0 else -1
                np.testing.assert_allclose(seen[steps[-1]][2][i], even * seen[n][2][i], atol=1e-5)


def test_no_jumps_are_told_below_the_critical_rate(all_views: Views) -> None:
    """Not even so near to it that the signs turn for thousands of steps."""
    state = {"gate": ["XOR"], "lr": [5.0217, 6.0], "steps": [7000]}
    below, above = all_views.texts("train-it", state)
    assert "stays put" not in below
    assert "stays put" in above


@oracle("square-against-cross-entropy")
def _race(all_views: Views) -> None:
    """Every twelfth start and every fifth rate, against extended precision."""
    name, steps = "square-against-cross-entropy", [0, 1, 17, 232, 300, 700]
    fields = all_views.fields(name)
    starts, rates = positions(fields["start"])[::12], positions(fields["lr"])[::5]
    z, lr = np.meshgrid(
        2 * np.array(starts, np.longdouble), np.array(rates, np.longdouble), indexing="ij"
    )
    runs, told = {"square": z.copy(), "cross": z.copy()}, {}
    for n in range(steps[-1] + 1):
        p = {kind: 1 / (1 + np.exp(-run)) for kind, run in runs.items()}
        slope = {"square": p["square"] ** 2 * (1 - p["square"]), "cross": p["cross"]}
        if n in steps:
            told[n] = [p["square"], p["cross"], lr * slope["square"], lr * slope["cross"]]
        runs = {
            kind: run - 2 * lr * slope[kind] for kind, run in runs.items()
        }  # w and b move alike
    texts = all_views.texts(name, {"start": starts, "lr": rates, "steps": steps})
    places = itertools.product(range(len(starts)), range(len(rates)), steps)
    for (i, j, n), text in zip(places, texts, strict=True):
        pattern = (
            r"Step (\d+): the output is (\S+) with the squared error and (\S+) with cross-entropy\."
        )
        step, *outputs = re.match(pattern, text).groups()
        moves = re.search(r"The next step is (\S+) against (\S+)\.$", text).groups()
        assert int(step) == n
        all_say([*outputs, *moves], [float(part[i, j]) for part in told[n]], relative=1e-9)


@oracle("chain-rule-tape")
def _tape(all_views: Views) -> None:
    """Every step on a grid of halves, the last one on a grid of fifths, and typed numbers."""
    name = "chain-rule-tape"
    fifths = [round(v / 5, 1) for v in range(-15, 16)]
    halves = [v / 2 for v in range(-6, 7)]
    far = [-400.0, -40.0, 0.0, 1e-5, 40.0, 400.0]
    for values, steps in ((halves, range(1, 8)), (fifths, [7]), (far, range(1, 8))):
        keys = {
            "y": ["0", "1"],
            "x": values,
            "w": values[:: 1 if len(steps) > 1 else 2],
            "b": values,
            "at": [*steps],
        }
        for state, text in zip(grid(keys), all_views.texts(name, keys), strict=True):
            _tape_says(state, text)


def _tape_says(state: dict, text: str) -> None:
    x, w, b, y = (np.longdouble(state[key]) for key in "xwby")
    z = w * x + b
    p, rest = 1 / (1 + np.exp(-z)), 1 / (1 + np.exp(z))
    wrong = p if y == 0 else -rest
    by_output = 1 / rest if y == 0 else -1 / p
    truth = [z, p, np.logaddexp(0, z if y == 0 else -z), by_output, p * rest, x, wrong * x]
    at = state["at"]
    words = re.match(rf"Step {at} of 7: \S+ .*? ([=≈]) ({_NUMBER.pattern})\.", text)
    # ŷ(1 − ŷ) and z lose what a subtraction loses
    assert says(words[2], float(truth[at - 1]), relative=1e-11, absolute=1e-13), (state, text)
    assert signed(*words.groups(), float(truth[at - 1]), scale=1), (state, text)
    check = re.search(rf"The central difference says ({_NUMBER.pattern})\.", text)
    if check:
        size = max(1, abs(float(truth[at - 1])))
        assert abs(value(check[1]) - float(truth[at - 1])) < 1e-3 * size, (state, text)
    if at == 7:
        assert says(re.search(rf"gives ({_NUMBER.pattern})\.$", text)[1], float(truth[6])), (
            state,
            text,
        )


_LENS = {
    "sigmoid": (lambda z: 1 / (1 + mpmath.exp(-z)), 0.25),
    "tanh": (mpmath.tanh, 1),
    "ReLU": (lambda z: max(z, mpmath.mpf(0)), 1),
    "leaky ReLU": (lambda z: z if z > 0 else z / 100, 1),
    "ELU": (lambda z: z if z > 0 else mpmath.expm1(z), 1),
}


@oracle("activation-lens")
def _lens(all_views: Views) -> None:
    """Every position of the one slider, typed numbers, and for softmax a grid of the three."""
    name = "activation-lens"
    places = [
        *positions(all_views.fields(name)["z"]),
        40.0,
        -40.0,
        800.0,
        -800.0,
        1e-9,
        -1e-9,
        0.12345678,
    ]
    for f, (function, most) in _LENS.items():
        for z, text in zip(places, all_views.texts(name, {"f": [f], "z": places}), strict=True):
            height, slope, *_ = numbers(text.partition(": value")[2])
            assert says(height, function(mpmath.mpf(z)))
            with mpmath.workdps(400):
                true = _slope(f, mpmath.mpf(z))
            assert says(slope, float(true)), (f, z, text)
            meaning = text.partition(f"slope {slope}. ")[2]
            if z == 0 and f in ("ReLU", "leaky ReLU"):
                assert f"the slope is {'0' if f == 'ReLU' else '0.01'} on the left and 1" in meaning
            elif true == 0:
                assert meaning == "The slope is exactly 0: no gradient passes here."
            else:
                assert says(numbers(meaning)[0], float(100 * true / most), absolute=1e-12)
                assert ("little of an error passes here" in meaning) == (true / most < 0.1), (f, z)
    three = {f"z{k}": [-6.0, -2.3, -0.5, 0.0, 0.1, 1.7, 3.0, 6.0, 900.0] for k in (1, 2, 3)}
    for state, text in zip(
        grid(three), all_views.texts(name, {"f": ["softmax"]} | three), strict=True
    ):
        z = np.array([*state.values()], np.longdouble)
        p = np.exp(z - z.max()) / np.exp(z - z.max()).sum()
        shown = numbers(text)
        assert [value(word) for word in shown[:3]] == z.tolist()
        all_say(shown[3:6], p.astype(float).tolist())
        assert shown[6] == "1.0000"


def _slope(f: str, z: mpmath.mpf) -> mpmath.mpf:
    if f == "sigmoid":
        return 1 / (2 + mpmath.exp(z) + mpmath.exp(-z))
    if f == "tanh":
        return mpmath.sech(z) ** 2
    if z > 0:
        return mpmath.mpf(1)
    left = {"ReLU": mpmath.mpf(0), "leaky ReLU": mpmath.mpf(1) / 100, "ELU": mpmath.exp(z)}
    return left[f]


@oracle("sixteen-gates")
def _sixteen(all_views: Views) -> None:
    """All labels, with what is seen at random; what a neuron can be, by search among fractions."""
    name = "sixteen-gates"
    halves = [Fraction(v, 2) for v in range(-6, 7)]
    can = {
        tuple(int(w1 * x1 + w2 * x2 + b > 0) for x1, x2 in CORNERS)
        for w1, w2, b in itertools.product(halves, repeat=3)
    }
    assert len(can) == 14
    draw = np.random.default_rng(8)
    states = [
        {"gate": g, "seen": int(s)}
        for g in range(16)
        for s in [1, 65535, *draw.integers(0, 65536, 20)]
    ]
    for state, result in zip(states, all_views.draws(name, states), strict=True):
        y = tuple(state["gate"] >> (3 - i) & 1 for i in range(4))
        labels = [tuple(g >> (3 - i) & 1 for i in range(4)) for g in range(16)]
        seen = state["seen"] | 1 << state["gate"]
        found = sum(1 for g in range(16) if seen >> g & 1 and labels[g] in can)
        z = [value(row[2]) for row in cells(result, 0)]
        classes = [int(total > 0) for total in z]
        assert z[0] + z[3] == z[1] + z[2]
        assert [row[1] for row in cells(result, 0)] == [str(v) for v in y]
        assert [row[3] for row in cells(result, 0)] == [
            f"{c} {'✓' if c == v else '✗'}" for c, v in zip(classes, y, strict=True)
        ]
        assert result["done"] == (found == 14)
        if y not in can:
            assert "no line does it" in result["text"]
            assert sum(c != v for c, v in zip(classes, y, strict=True)) == 1
            continue
        assert tuple(classes) == y
        w1, w2, b = map(
            value, re.search(r"w = \((\S+), (\S+)\) and b = (\S+) do it", result["text"]).groups()
        )
        assert tuple(int(w1 * x1 + w2 * x2 + b > 0) for x1, x2 in CORNERS) == y
        told = "all 14" if found == 14 else f"Found: {found} of 14."
        assert told in result["text"]


def _words(pattern: str, text: str) -> tuple[str, ...]:
    """The words that stand for the dots of a pattern; each a number, or what a bracket says."""
    found = re.search(pattern.replace("#", f"({_NUMBER.pattern})"), text)
    assert found, (pattern, text)
    return found.groups()


@oracle("straight-line")
def _straight_line(all_views: Views) -> None:
    """Every position of both sliders, and typed numbers, in fractions."""
    name = "straight-line"
    fields = all_views.fields(name)
    for lists in ({key: positions(fields[key]) for key in ("w", "b")}, dict.fromkeys("wb", ODD)):
        for state, text in zip(grid(lists), all_views.texts(name, lists), strict=True):
            w, b = Fraction(str(state["w"])), Fraction(str(state["b"]))
            slope, sign, size, height, rise = _words(
                r"^z = #x ([+−]) #\. At x = 0 it is #; a step to the right adds #\.", text
            )
            assert (value(slope), value(rise), value(height)) == (
                state["w"],
                state["w"],
                state["b"],
            )
            assert value(size) == abs(state["b"])
            assert (sign == "−") == (b < 0)
            if w:
                sign, root, side = _words(
                    r"z = 0 at x ([=≈]) #: to the (right|left) of it z is positive\.$", text
                )
                ratio = -b / w
                exact = (
                    float(ratio) if abs(ratio) < 10**308 else math.inf * (1 if ratio > 0 else -1)
                )
                assert says(root, exact)
                assert signed(sign, root, exact), (state, text)
                assert (side == "right") == (w > 0)
            elif b:
                assert text.endswith("everywhere: there is no boundary.")
            else:
                assert text.endswith("z is 0 everywhere: every x lies on the boundary.")


@oracle("boundary-arrow")
def _boundary_arrow(all_views: Views) -> None:
    """A grid of fifths, and every odd number typed."""
    name = "boundary-arrow"
    fifths = [v / 5 for v in range(-15, 16, 2)] + [0.0]
    for lists in (
        dict.fromkeys(("w1", "w2", "b"), fifths),
        dict.fromkeys(("w1", "w2", "b"), TAME),
    ):
        for state, text in zip(grid(lists), all_views.texts(name, lists), strict=True):
            w1, w2, b = (mpmath.mpf(state[key]) for key in ("w1", "w2", "b"))
            if w1 == w2 == 0:
                start = "All three are 0: no arrow, and z" if b == 0 else "Both weights are 0"
                assert text.startswith(start)
                continue
            pattern = r"to w = \(#, #\), # from the origin, which lies (on it|where z is \w+)\.$"
            *arrow, distance, side = _words(pattern, text)
            assert [value(word) for word in arrow] == [state["w1"], state["w2"]]
            with mpmath.workdps(700):
                far = abs(b) / mpmath.sqrt(w1**2 + w2**2)
            assert says(distance, float(far) if far < 1.7e308 else math.inf)
            assert side == (
                "on it" if b == 0 else f"where z is {'positive' if b > 0 else 'negative'}"
            )


@oracle("three-relus")
def _three_relus(all_views: Views) -> None:
    """Weights in halves, tenths near a bump, and typed: the sum is evaluated in fractions."""
    name, keys = "three-relus", ("v1", "v2", "v3")
    halves = {key: [v / 2 for v in range(-8, 9)] for key in keys}
    bumps = {
        "v1": [0.1, 0.3, 0.7, 1.1, 2.0],
        "v2": [-0.2, -0.6, -1.4, -2.2, -4.0],
        "v3": [0.1, 0.3, 0.7, 1.1, 2.0],
    }
    for lists in (halves, bumps, dict.fromkeys(keys, TAME)):
        straight = all_views.texts(name, {"f": ["none"]} | lists)
        for state, text, line in zip(
            grid(lists), all_views.texts(name, lists), straight, strict=True
        ):
            v = [Fraction(str(state[key])) for key in keys]
            heights = [
                sum(weight * max(x + bias, 0) for weight, bias in zip(v, (1, 0, -1), strict=True))
                for x in (-2, -1, 0, 1, 2)
            ]
            slopes = [float(b - a) for a, b in itertools.pairwise(heights)]
            all_say(numbers(text)[:4], slopes)
            bump = heights[2] > 0 and heights[0] == heights[1] == heights[3] == heights[4] == 0
            assert ("✓" in text) == bump
            if bump:
                assert says(_words("A bump of height #:", text)[0], float(heights[2]))
            assert ("Nothing is heard" in text) == (not any(v))
            assert says(numbers(line)[-1], float(sum(v)))


@oracle("loss-curve")
def _loss_curve(all_views: Views) -> None:
    """Every prediction of the slider, and typed ones: 0 and 1, and what is no probability."""
    name = "loss-curve"
    places = [*positions(all_views.fields(name)["y_hat"]), 0.0, 1.0, 1e-9, -0.3, 2.0]
    for y, kind in itertools.product((0, 1), ("squared error", "absolute error", "cross-entropy")):
        lists = {"loss": [kind], "y": [str(y)], "y_hat": places}
        for p, text in zip(places, all_views.texts(name, lists), strict=True):
            right = np.longdouble(p) if y else 1 - np.longdouble(p)  # what the true class gets
            loss, slope = (1 - right) ** 2, 2 * (np.longdouble(p) - y)
            if kind == "absolute error":
                loss, slope = abs(1 - right), np.sign(slope)
            elif kind == "cross-entropy":
                with np.errstate(all="ignore"):
                    loss = -np.log(right) if 0 <= p <= 1 else np.nan
                    slope = (-1 if y else 1) / right if 0 <= p <= 1 else np.nan
            shown = _words(rf"^The {kind} of #, where {y} is right, is #\. Its slope is #", text)
            assert value(shown[0]) == p
            assert says(shown[1], float(loss))
            assert says(shown[2], float(slope))
            way = text.partition("Its slope is ")[2].partition(": ")[2]
            if loss == 0:
                assert way == "nothing is left to gain."
            elif np.isnan(slope):
                assert way == ""
            else:
                assert way == (
                    "raise the prediction."
                    if p < y or (kind == "cross-entropy" and y)
                    else "lower the prediction."
                )


@oracle("hidden-plane")
def _hidden_plane(all_views: Views) -> None:
    """Every bias of the slider, and typed ones, in fractions."""
    name = "hidden-plane"
    places = [*positions(all_views.fields(name)["b"]), *(v for v in ODD if abs(v) < 1e10)]
    for f in ("ReLU", "none"):
        texts = all_views.texts(name, {"f": [f], "b": places})
        for bias, text in zip(places, texts, strict=True):
            b = Fraction(str(bias))
            bend = (lambda z: max(z, 0)) if f == "ReLU" else (lambda z: z)
            hidden = [(bend(x1 + x2), bend(x1 + x2 + b)) for x1, x2 in CORNERS]
            right = sum(
                (a1 - 2 * a2 > Fraction(1, 2)) == (y == "1")
                for (a1, a2), y in zip(hidden, GATES["XOR"], strict=True)
            )
            (low, at_low), (one, at_one), _, (high, at_high) = hidden
            assert hidden[1] == hidden[2]
            on_line = (one - low) * (at_high - at_low) == (at_one - at_low) * (high - low)
            assert text.startswith(f"XOR: {right} of 4 rows right.")
            assert ("lie on one line" in text) == on_line
            assert ("have left the line" in text) == (not on_line)
            assert ("✓" in text) == (right == 4)


@oracle("fruit-bill")
def _fruit_bill(all_views: Views) -> None:
    """Small numbers of both signs, and typed ones: the bill is added up in fractions."""
    name, keys = "fruit-bill", ("x1", "w1", "x2", "w2", "b")
    odd = [number for number in TAME if 1e-9 < abs(number) < 1e9]
    for values in ([-2, 0, 3, 15, 2.5], [1.0004, 10, 1 / 3, 5, -0.25], odd):
        lists = dict.fromkeys(keys, values[:5])
        for state, text in zip(grid(lists), all_views.texts(name, lists), strict=True):
            x1, w1, x2, w2, b = (Fraction(str(state[key])) for key in keys)
            *parts, total = numbers(text)
            truth, scale = x1 * w1 + x2 * w2 + b, abs(x1 * w1) + abs(x2 * w2) + abs(b)
            assert says(total, float(truth), absolute=1e-9), (state, text)
            assert [value(part) for part in parts] == [state[key] for key in keys]
            sign = re.search(r"([=≈]) \S+\.$", text)[1]
            assert signed(sign, total, float(truth), float(scale)), (state, text)


@oracle("learning-loop")
def _learning_loop(all_views: Views) -> None:
    """Ten turns, step by step, from several inputs and at several rates, in NumPy's precision."""
    lists = {
        "y": ["0", "1"],
        "x": [-3.0, -0.5, 0.0, 2.0, 3.0],
        "lr": [-0.1, 0, 0.01, 0.1, 10],
        "at": [*range(41)],
    }
    for state, text in zip(grid(lists), all_views.texts("learning-loop", lists), strict=True):
        y, x, lr, at = float(state["y"]), state["x"], state["lr"], state["at"]
        if at == 0:
            assert numbers(text) == []
            continue
        turn, step = divmod(at - 1, 4)
        w, b = 0.5, -1.0
        for _ in range(turn):
            error = 1 / (1 + np.exp(-(w * x + b))) - y
            w, b = w - lr * error * x, b - lr * error
        z = w * x + b
        error = 1 / (1 + np.exp(-z)) - y
        with mpmath.workdps(60):  # no prediction is quite 0 or 1
            y_hat = 1 / (1 + mpmath.exp(-mpmath.mpf(float(z))))
            slopes = [(y_hat - y) * x, y_hat - y]
        told = [
            [w, x, abs(b), z, y_hat],
            [y, np.logaddexp(0, z) - y * z],
            slopes,
            [w - lr * error * x, b - lr * error],
        ]
        assert text.startswith(f"Turn {turn + 1}, step {step + 1}, ")
        way = "Against the slope:" if lr > 0 else "Along the slope" if lr < 0 else "No step at all"
        assert (way in text) == (step == 3)
        words = numbers(text)[2:]
        assert all_say(words, told[step], relative=1e-9, absolute=1e-12), (state, text)
        signs = re.findall("[=≈]", text)
        pairs = [*zip(words, told[step], strict=True)]
        if step == 0:  # z = w · x + b = z, so ŷ = ŷ
            assert value(words[1]) == x
            shown = [signed("=", *pair, scale=1) for pair in pairs]
            assert signs[0] == ("=" if shown[0] and shown[2] else "≈"), (state, text)
            assert signs[1] == ("=" if shown[0] and shown[2] and shown[3] else "≈"), (state, text)
            signs, pairs = signs[2:], pairs[4:]
        pairs = pairs[1:] if step == 1 else pairs  # the label
        assert all(
            signed(sign, *pair, scale=1) for sign, pair in zip(signs, pairs, strict=True)
        ), (state, text)


@oracle("program-steps")
def _program_steps(all_views: Views) -> None:
    """The first twenty epochs line by line, and the last one, by the program's own lines."""
    inputs, y = np.array(CORNERS), np.array([0, 1, 1, 1])
    at = [*range(121), *range(5995, 6001)]
    np.random.seed(42)
    w, b = np.random.rand(2), np.random.rand()
    epochs = []
    for _ in range(1000):
        y_hat = 1 / (1 + np.exp(-(inputs @ w + b)))
        loss = -np.mean(y * np.log(y_hat + 1e-8) + (1 - y) * np.log(1 - y_hat + 1e-8))
        delta = y_hat - y
        dw, db = inputs.T @ delta / 4, np.mean(delta)
        w, b = w - 0.1 * dw, b - 0.1 * db
        epochs.append([y_hat, [loss], delta, dw, [db], [*w, b]])
    for step, text in zip(at, all_views.texts("program-steps", {"at": at}), strict=True):
        if step == 0:
            assert text == "Epoch 0, before its first line. Press Next."
            continue
        epoch, line = divmod(step - 1, 6)
        assert text.startswith(f"Epoch {epoch}, line {line + 1} of 6: ")
        told = numbers(text.rpartition(": ")[2])
        assert all_say(told, epochs[epoch][line], relative=1e-9), (step, text)


@oracle("neuron-that-learns")
def _neuron_that_learns(all_views: Views) -> None:
    """All 1000 steps of the published run, and the digits on which it ends."""
    corners, y = np.array(CORNERS, dtype=float), np.array([0, 1, 1, 1])
    np.random.seed(42)
    w, b = np.random.rand(2), np.random.rand()
    for n, text in enumerate(all_views.texts("neuron-that-learns", {"steps": [*range(1001)]})):
        p = 1 / (1 + np.exp(-(corners @ w + b)))
        loss = -np.mean(y * np.log(p + 1e-8) + (1 - y) * np.log(1 - p + 1e-8))
        steps, shown, right = _words(r"^After # .*: loss #, # of 4 rows of OR right", text)
        assert (int(steps), int(right)) == (n, np.sum((p > 0.5) == y))
        assert says(shown, loss, relative=1e-9)
        if n == 1000:
            ends = _words(r"w₁ = #, w₂ = #, b = #: the numbers that the program of", text)
            all_say(ends, [*w, b], relative=0, absolute=1e-12)
        error = p - y
        w, b = w - 0.1 * corners.T @ error / 4, b - 0.1 * error.mean()
