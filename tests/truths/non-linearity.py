"""What docs/non-linearity.md says is true."""

import itertools

import numpy as np
from algebra import SIGMOID, agree, evaluate, lies_in, same, x
from drawings import curve, lines, names
from neuron import answers, labels, most_of_xor
from oracle import OR, XOR
from project import tested
from proving import Page, stated
from reading import symbol
from snippet import load, prints, rerun
from sympy import expand

page = Page("non-linearity")

RNG = page.rng


@page.theorem("collapse-numbers")
def _(two_neurons, one_neuron):
    """Both sides are the same, by algebra."""
    assert same(two_neurons, one_neuron)
    weight, bias = one_neuron.coeff(x, 1), one_neuron.coeff(x, 0)
    w_1, b_1, w_2, b_2 = map(symbol, ("w_1", "b_1", "w_2", "b_2"))
    page.says("On the right stands a single neuron, with the weight $w_2w_1$ and the bias")
    page.says("with the weight $w_2w_1$ and the bias $w_2b_1 + b_2$.")
    assert same(weight, w_2 * w_1)
    assert same(bias, w_2 * b_1 + b_2)
    page.says("The first computes $w_1x + b_1$. The second takes that as its input.")
    assert same(two_neurons, w_2 * (w_1 * x + b_1) + b_2)
    first, second = {"w_1": 2, "b_1": -1}, {"w_2": 3, "b_2": 4}
    values = [evaluate(part, **first, **second) for part in (weight, bias)]
    assert values == [6, 1]
    page.says("if the first is $2x - 1$ and the second takes three times that and adds 4, together")


@page.theorem("collapse")
def _(two_layers, one_layer):
    """Both sides are the same for matrices of any size: the letters were not exchanged."""
    # the letters do not commute, so they may stand for matrices of any size
    assert expand(two_layers - one_layer) == 0
    # the program folds ten layers into one; the page's right-hand side, nine times, does the same
    program = load("non-linearity/collapse")
    (W, b), *more = program.layers
    inputs = RNG.normal(size=5)
    for W_l, b_l in more:
        folded = evaluate(one_layer, W_1=W, b_1=b, W_2=W_l, b_2=b_l, x=inputs)
        W, b = W_l @ W, W_l @ b + b_l
        assert agree(folded, W @ inputs + b)
    assert len(program.layers) == 10
    page.says("The right-hand side is a single layer, with the matrix $W_2W_1$ and the bias vector")
    page.says("with the matrix $W_2W_1$ and the bias vector $W_2b_1 + b_2$.")
    assert agree(W, program.W)
    assert agree(b, program.b)


def relu(total):
    """The larger of zero and the number, written without it."""
    return (total + abs(total)) / 2


def drawn():
    """Weights, biases and an input of the page's two layers, at random, under the page's names."""
    sizes = {"W1": (3, 2), "b1": 3, "W2": (1, 3), "b2": 1}
    return {name: RNG.normal(size=size) for name, size in sizes.items()}, RNG.normal(size=2)


@page.definition("hidden-activation")
def _(a, formula):
    """The page's program computes this, neuron by neuron."""
    assert str(a) == "a"
    for _ in range(5):
        layers, given = drawn()
        on_page = evaluate(formula, W_1=layers["W1"], b_1=layers["b1"], x=given, f=relu)
        rows = zip(layers["W1"], layers["b1"], strict=True)
        one_by_one = [relu(row @ given + bias) for row, bias in rows]
        assert agree(on_page, one_by_one, rerun("non-linearity/collapse", **layers, x=given).a)
    page.says("a matrix $W_1$, one row for each neuron, and a vector of biases $b_1$.")


@page.definition("second-layer")
def _(total, formula):
    """The page's program computes this from the hidden values."""
    assert str(total) == "z_2"
    # without f, the two equations are the two layers that collapse
    a, first = stated("non-linearity", "hidden-activation")
    two_layers, _ = stated("non-linearity", "collapse")
    assert expand(formula.subs(a, first.args[0]) - two_layers) == 0
    for _ in range(5):
        layers, given = drawn()
        program = rerun("non-linearity/collapse", **layers, x=given)
        assert agree(evaluate(formula, W_2=layers["W2"], a=program.a, b_2=layers["b2"]), program.z2)


@page.definition("tent")
def _(total, formula):
    """The page's program computes this, with and without a bend."""
    assert str(total) == "z_2"
    program, places = load("non-linearity/bend"), RNG.normal(scale=2, size=200)
    for f in (relu, np.tanh, program.identity):
        assert agree(evaluate(formula, x=places, f=f), program.network(places, f))
    assert agree(evaluate(formula, x=places, f=program.identity), 0 * places)
    # it is a network of two layers, as the page has them for whole layers
    _, first = stated("non-linearity", "hidden-activation")
    _, second = stated("non-linearity", "second-layer")
    W_1, b_1, W_2 = np.ones((3, 1)), np.array([1, 0, -1]), np.array([1, -2, 1])
    page.says("A last neuron weights their outputs with 1, $-2$ and 1:")
    for place in places:
        a = evaluate(first, W_1=W_1, b_1=b_1, x=[place], f=relu)
        z_2 = evaluate(second, W_2=W_2, a=a, b_2=0)
        assert agree(z_2, evaluate(formula, x=place, f=relu))
    page.says(r"$f(z) = \max(0, z)$: it keeps positive numbers and replaces negative ones by zero.")
    assert agree(program.relu(places), relu(places))


def tent_of(figure):
    """The heights of the drawn sum."""
    return lines(figure)["with ReLU"].get_ydata()


@page.draws("non-linearity/bend")
def _(figure):
    units, total = figure.axes
    assert [axes.get_title() for axes in figure.axes] == ["three weighted ReLUs", "their sum z₂"]
    assert (names(units), names(total)) == (("input x", "output"), ("input x", ""))
    assert units.get_ylim() == total.get_ylim() == (-3, 3)
    for line in lines(figure).values():
        assert agree(line.get_xdata(), np.linspace(-3, 3, 601))
    page.says("Two panels for x from −3 to 3. Left, the three weighted ReLUs:")
    weighted = {"f(x + 1)": (1, -1), "−2f(x)": (-2, 0), "f(x − 1)": (1, 1)}
    assert [*lines(units)] == [*weighted]
    for label, (weight, wakes) in weighted.items():
        xs, ys = lines(units)[label].get_data()
        assert agree(ys, np.where(xs > wakes, weight * (xs - wakes), 0))
    page.says("the first rises from x = −1 on, the second falls twice as steeply from x = 0 on,")
    page.says("the third rises from x = 1 on. Right, their sum.")
    assert agree(sum(line.get_ydata() for line in lines(units).values()), tent_of(figure))
    flat, tent = curve(figure, "without activation"), curve(figure, "with ReLU")
    places = np.linspace(-3, 3, 1201)
    assert agree(flat(places), 0 * places)
    assert agree(tent(places), np.maximum(0, 1 - abs(places)))
    page.says("Without activation, a flat line at zero.")
    page.says("With ReLU, a tent: zero up to x = −1, rising straight to 1 at x = 0")
    page.says("falling straight to zero at x = 1, and zero from there on.")

    # the tent changes its slope in just three places, and there is a unit's own sum zero
    xs, ys = lines(figure)["with ReLU"].get_data()
    bends = xs[1:-1][abs(np.diff(ys, 2)) > 1e-9]
    assert agree(bends, [-1, 0, 1])
    assert agree(relu(bends + np.array([1, 0, -1])), [0, 0, 0])
    page.says("Each of the three units bends at a place of its own and adds its weight to the")
    page.says("slope from there on; together they can make a tent.")
    page.says("Without the activation all that remains is one straight line.")
    page.says("the first unit bends at $-1$, the second at $0$, the third at $1$.")


def weighted_units(*weights):
    """The slopes on the four stretches, the height at 0 and the sum's slope without activation."""
    places = np.array([-2, -1, 0, 1, 2])
    heights = sum(v * relu(places + bias) for v, bias in zip(weights, (1, 0, -1), strict=True))
    return [int(v) for v in np.diff(heights)], int(heights[2]), sum(weights)


def tent(place):
    """The tent, from the page's program."""
    program = load("non-linearity/bend")
    return float(program.network(np.array([place]), program.relu)[0])


def tents_follow() -> bool:
    """Tents of width 2/n, side by side, come ever closer to curves over a closed stretch."""
    places = np.linspace(-2, 3, 4001)
    for curved in (np.sin, lambda x: abs(x - 0.987), lambda x: np.sqrt(x + 2), np.exp):
        gaps = []
        for n in (10, 100, 1000):
            peaks = np.arange(-2 * n, 3 * n + 1) / n
            gaps.append(max(abs(np.interp(places, peaks, curved(peaks)) - curved(places))))
        if not gaps[0] > gaps[1] > gaps[2] < 0.02:
            return False
    # and the straight lines from peak to peak are a sum of the page's tents
    s, n, few = load("non-linearity/bend"), 10, RNG.uniform(-2, 3, size=300)
    peaks = np.arange(-2 * n, 3 * n + 1) / n
    total = sum(np.sin(peak) * s.network(n * (few - peak), s.relu) for peak in peaks)
    return agree(total, np.interp(few, peaks, np.sin(peaks)))


def at_most() -> bool:
    """What two layers can do one can, by the collapse; but not the other way round: through one
    hidden unit, 1,000 pairs of layers at random never make as much as one layer can, the identity.
    """
    ranks = {
        int(np.linalg.matrix_rank(RNG.normal(size=(3, 1)) @ RNG.normal(size=(1, 3))))
        for _ in range(1000)
    }
    return ranks == {1} and np.linalg.matrix_rank(np.eye(3)) == 3


def straight_whatever_comes_after() -> bool:
    """For activations that never fall, or never rise: no point that gets a "yes" has a smaller
    (or larger) sum than one that gets a "no", at whatever level "yes" begins.
    """
    sums = RNG.normal(scale=3, size=400)
    step = np.heaviside(sums, 0)
    for values in (relu(sums), np.tanh(sums), step, -np.tanh(sums), -relu(sums)):
        for level in np.quantile(values, (0.1, 0.5, 0.9)):
            yes, no = sums[values > level], sums[values <= level]
            if len(yes) and len(no) and not (min(yes) >= max(no) or max(yes) <= min(no)):
                return False
    return True


def ten_are_one() -> bool:
    """The page's program, with other layers at random: in the end one layer does what ten do."""
    return all(
        rerun("non-linearity/collapse", rng=np.random.default_rng(seed)).stdout.endswith("True\n")
        for seed in range(20)
    )


def hidden_sums():
    """Of the page's first layer, for the page's input."""
    s = load("non-linearity/collapse")
    return s.W1 @ [-1.0, 2.0] + s.b1


def runs_twice() -> bool:
    """The one network with two activations: the one that changes no number gives a flat line."""
    s, places = load("non-linearity/bend"), RNG.normal(scale=3, size=1000)
    flat = np.allclose(s.network(places, s.identity), 0, atol=1e-12)
    unchanged = np.array_equal(s.identity(places), places)
    return flat and unchanged and not np.allclose(s.network(places, s.relu), 0)


def a_bend_for_each_unit() -> bool:
    """So many hidden units with ReLU bend a line in so many places, and in no others."""
    for units in range(1, 9):
        at = RNG.permutation(np.arange(-40, 40, 4))[:units] + 1  # between the places looked at
        weights = RNG.choice([-2, -1, 1, 2], size=units)
        heights = np.maximum(0, np.arange(-100, 100, 2)[:, None] - at) @ weights
        if np.count_nonzero(np.diff(heights, 2)) != 2 * units:
            return False
    return True


def always_heard() -> bool:
    """Three units without activation, with any weights: from each place to the next the sum rises
    by all weights together. And with ReLU, twice the tent's weights make it twice as high.
    """
    places = np.linspace(-3, 3, 50)
    for weights in [*RNG.normal(size=(100, 3)), (2, -4, 2)]:
        sums = (places[:, None] - [-1, 0, 1]) @ weights
        if not np.allclose(np.diff(sums), np.diff(places) * sum(weights)):
            return False
    return agree(relu(places[:, None] - [-1, 0, 1]) @ [2, -4, 2], 2 * np.vectorize(tent)(places))


def line_into_line() -> bool:
    """One straight line into another, of many; with a ReLU or a tanh between them, none that
    bends within view stays straight.
    """
    places = np.linspace(-9, 9, 181)
    for w1, b1, w2, b2 in RNG.normal(size=(300, 4)):
        heights = (w2 * f(w1 * places + b1) + b2 for f in (np.asarray, relu, np.tanh))
        straight, *bent = (np.allclose(np.diff(each, 2), 0, atol=1e-9) for each in heights)
        in_view = abs(b1) < 8 * abs(w1) and abs(w1 * w2) > 1e-3
        if not straight or (in_view and any(bent)):
            return False
    return True


def each_adds_its_weight() -> bool:
    """With any weights of the three units, the slopes are 0, the first, the first two together,
    and all three.
    """
    for weights in RNG.integers(-9, 10, size=(200, 3)):
        if weighted_units(*weights)[0] != [0, *np.cumsum(weights)]:
            return False
    return True


def proven_in(name: str) -> set[str]:
    """The labels of a page's displayed equations, each of which has its proof."""
    return {each.label for each in tested().pages[f"{name}.md"].equations if each.display}


def any_three_slopes() -> bool:
    """Whatever the slopes from −1 on, to 0, to 1 and beyond, there are weights for them: the first,
    and then by how much each differs from the one before.
    """
    wanted = RNG.integers(-9, 10, size=(200, 3)).tolist()
    return all(
        weighted_units(first, second - first, third - second)[0] == [0, first, second, third]
        for first, second, third in wanted
    )


def three_bends_at_most() -> bool:
    """A thousand sums of three units, with any weights before and after them: nowhere are there
    more bends than units; and the sums are looked at closely enough to see four with four.
    """
    places, most = np.linspace(-20, 20, 8001), {}
    for units in (3, 4):
        bends = []
        for before, bias, after in RNG.normal(scale=2, size=(1000, 3, units)):
            heights = relu(places[:, None] * before + bias) @ after
            bent = abs(np.diff(heights, 2)) > 1e-9
            bends.append(np.count_nonzero(bent[1:] & ~bent[:-1]) + bent[0])
        most[units] = max(bends)
    return most == {3: 3, 4: 4}


def xor_takes_both() -> bool:
    """No single neuron has XOR, so no stack of linear layers, which is one; and neither has one
    with a ReLU, a tanh or a step at its end, which never fall. Chapter 14's network has it, with a
    hidden layer that bends, and without the bend has it no more.
    """
    s = load("layers/by_hand")
    unbent = (s.X @ s.W1.T + s.b1) @ s.w2 + s.b2
    solved, unsolved = ([int(v > 0.5) for v in out] == labels(XOR) for out in (s.y_hat, unbent))
    alone = most_of_xor() and ten_are_one() and straight_whatever_comes_after()
    return alone and solved and not unsolved


def more_units_nearer() -> bool:
    """One hidden layer with weights at random and no activation at the output, fitted to three
    functions on a square: with four kinds of units, eight times as many come far nearer; with
    squares for an activation, which are a polynomial, as many as you like do not.
    """
    points = np.stack(np.meshgrid(*2 * [np.linspace(-1, 1, 15)]), axis=-1).reshape(-1, 2)
    x1, x2 = points.T
    wanted = np.stack([np.sin(3 * x1) * x2, abs(x1 - x2), np.exp(x1 * x2)], axis=1)

    def gap(f, units) -> float:
        before, bias = RNG.normal(scale=3, size=(2, units)), RNG.uniform(-3, 3, size=units)
        hidden = np.column_stack([f(points @ before + bias), np.ones(len(points))])
        return np.max(abs(hidden @ np.linalg.lstsq(hidden, wanted, rcond=None)[0] - wanted))

    kinds = (relu, np.tanh, np.sin, lambda z: np.exp(-(z**2)))
    gaps = np.array([[gap(f, 15), gap(f, 120)] for f in kinds])
    nearer = np.all(gaps[:, 1] < gaps[:, 0] / 3) and np.max(gaps[:, 1]) < 0.15
    return nearer and min(gap(np.square, 15), gap(np.square, 120)) > 0.2


def many_may_be_needed() -> bool:
    """A wave bends at each of its tops and bottoms, and a unit at one place: with a quarter as
    many units as there are of these, no fit of many is nearer than a flat line nearly is.
    """
    places = np.linspace(0, 1, 801)

    def gap(wave, bends) -> float:
        hidden = np.column_stack([relu(places[:, None] - bends), np.ones(len(places))])
        return np.max(abs(hidden @ np.linalg.lstsq(hidden, wave, rcond=None)[0] - wave))

    for tops in (8, 32):
        wave = np.cos(np.pi * tops * places)
        few = min(gap(wave, RNG.random(tops // 4)) for _ in range(20))
        if few < 0.9 or gap(wave, np.arange(2 * tops) / (2 * tops)) > 0.5:
            return False
    return True


def existing_and_not_found() -> bool:
    """Chapter 14's network can have XOR, and training from its first start ends without it."""
    first, second = (prints("layers/xor_network")[at : at + 6] for at in (0, 6))
    rounded = [[round(v) for v in run[2:]] for run in (first, second)]
    return rounded[1] == labels(XOR) != rounded[0] and load("layers/by_hand").W1.shape == (2, 2)


def any_number_of_layers() -> bool:
    """Two to twenty layers of many sizes: halfway between two inputs comes out what lies halfway
    between their outputs; with a tanh between the layers it does not.
    """
    for depth in range(2, 21):
        sizes = [*itertools.pairwise(RNG.integers(2, 6, size=depth + 1))]
        layers = [(2 * RNG.normal(size=(n, m)) / np.sqrt(m), RNG.normal(size=n)) for m, n in sizes]
        first, second = RNG.normal(size=(2, sizes[0][0]))
        for f, straight in ((np.asarray, True), (np.tanh, False)):
            outputs = []
            for given in (first, (first + second) / 2, second):
                a = given
                for W, b in layers[:-1]:
                    a = f(W @ a + b)
                outputs.append(layers[-1][0] @ a + layers[-1][1])
            off = np.max(abs(outputs[0] + outputs[2] - 2 * outputs[1]))
            if (off < 1e-9 * np.max(np.abs(outputs))) != straight:
                return False
    return True


page.claims(
    {
        "Two straight lines, one into the other, are a straight line.": line_into_line,
        "What the first neuron hands on is $f(w_1x + b_1)$, and multiplying out is over: $f$"
        " stands in the way.": line_into_line,
        "and each unit that wakes adds its weight.": each_adds_its_weight,
        "Draw three slopes on the board, and ask for the weights before anybody pulls a point.": (
            any_three_slopes
        ),
        "[Chapter 13](limits.md) proves the one, [chapter 14](layers.md) shows the other.": (
            lambda: "xor-contradiction" in proven_in("limits") and xor_takes_both()
        ),
        "Then ask for a curve that three units cannot draw: one with four bends.": (
            three_bends_at_most
        ),
        "- **At the output** it turns the sum $z$ into the kind of answer that is wanted, such as"
        " a probability.": lambda: lies_in(SIGMOID, 0, 1),
        "| What one output looks like | straight lines and flat planes | curves, bends,"
        " regions |": any_number_of_layers,
        "| Can solve XOR? | no | yes, with a hidden layer as well |": xor_takes_both,
        "for XOR is the question of [chapter 2](line.md#two-questions-or-and-xor) that no straight"
        " line answers.": most_of_xor,
        "The second returns in [chapter 14](layers.md), when XOR is solved.": xor_takes_both,
        "With such activations it takes a hidden layer *and* a bend.": xor_takes_both,
        "**any continuous function on a compact set** (a closed and bounded region of inputs)"
        " **can be approximated as closely as you like by a network with one hidden layer, given"
        " enough hidden units**, a suitable activation there (any continuous one that is not a"
        " polynomial will do) and no activation at the output.": more_units_nearer,
        "It does not say how many units are enough, and there may be very many.": (
            many_may_be_needed
        ),
        "It says that good weights *exist*, not that training *finds* them.": (
            existing_and_not_found
        ),
        "Affine layers collapse into one affine layer, however many you stack. A non-linear"
        " activation between them prevents that and lets a network bend.": any_number_of_layers,
        "An activation shapes the answer at the output, and bends in hidden layers.": lambda: (
            lies_in(SIGMOID, 0, 1) and line_into_line()
        ),
        "Without the activation nothing wakes: every unit is heard everywhere, and the sum is one"
        " straight"
        " line": always_heard,
        "Which make the tent twice as high? And what is left of either if the activation is taken"
        " away?": always_heard,
        "a ramp, which rises from 0 at $x = -1$ to 1 at $x = 0$ and stays at 1 from": lambda: (
            weighted_units(1, -1, 0)[:2] == ([0, 1, 0, 0], 1)
        ),
        "The ramp: 1, −1, 0. The tent of height 2: 2, −4, 2. Count the slopes from left to right:"
        " before $-1$ the slope is 0": lambda: weighted_units(2, -4, 2)[1] == 2,
        "The ramp has the slopes 0, 1, 0, 0; the high tent 0, 2, −2, 0.": lambda: (
            [weighted_units(*v)[0] for v in ((1, -1, 0), (2, -4, 2))]
            == [[0, 1, 0, 0], [0, 2, -2, 0]]
        ),
        "whose slope is the sum of the weights, 0 for both.": lambda: (
            weighted_units(1, -1, 0)[2] == weighted_units(2, -4, 2)[2] == 0
        ),
        "It is not that such a network fails to run. It runs, and can do at most what one layer"
        " can.": (
            lambda: at_most() and ten_are_one()
        ),
        "It can do *at most* what one layer can: if the layer in between is narrower than both its"
        " neighbours, even less.": at_most,
        r"the first number of $W$ is $2\cdot1 + 1\cdot0 - 1\cdot3 = -1$.": lambda: (
            prints("non-linearity/collapse")[0] == -1
            and load("non-linearity/collapse").W2.tolist() == [[2, 1, -1]]
            and load("non-linearity/collapse").W1[:, 0].tolist() == [1, 0, 3]
        ),
        "For this $x$ the ReLU makes a difference, because two of the three hidden sums are"
        " negative.": lambda: (
            np.sign(hidden_sums()).tolist() == [1, -1, -1]
            and prints("non-linearity/collapse")[3:] == [9.5, 9.5, 8.5]
        ),
        "No straight line goes up and comes down again; this network does.": lambda: (
            tent(-1) < tent(0) > tent(1)
            and all(
                len({*np.sign(np.diff(slope * np.arange(-9, 9) + height))}) == 1
                for slope, height in [(0, 1), *RNG.normal(size=(500, 2))]
            )
        ),
        "Without one more ingredient the plan gains nothing at all.": ten_are_one,
        "A third neuron would fold in the same way, and a tenth, and so do whole layers: **a stack"
        " of affine layers is one affine layer.**": ten_are_one,
        "| What more layers add | nothing | new shapes |": ten_are_one,
        "- **In hidden layers** it bends. Only this second job makes a stack of layers more than"
        " one layer.": lambda: ten_are_one() and tent(-1) + tent(1) != 2 * tent(0),
        "Three neurons see the same $x$": lambda: (
            stated("non-linearity", "tent")[1].free_symbols == {x}
        ),
        "It is run twice, without activation ($f$ leaves everything as it is) and with": runs_twice,
        "Without the activation all that remains is one straight line.": always_heard,
        "Without the activation the three sums cancel: $(x+1) - 2x + (x-1) = 0$ for"
        " every": lambda: (
            expand((x + 1) - 2 * x + (x - 1)) == 0
        ),
        "The OR gate needs just one neuron, and so the first job only.": lambda: (
            answers([1, 1, -0.5]) == labels(OR)
        ),
        "| Expressive power | at most that of a single layer | grows with the number of units |": (
            lambda: at_most() and a_bend_for_each_unit()
        ),
        "(The little 1 and 2 count layers here, not inputs.)": lambda: (
            {str(letter) for letter in stated("non-linearity", "collapse-numbers")[0].free_symbols}
            == {"w_1", "b_1", "w_2", "b_2", "x"}
        ),
        "It does *not* bend the boundary of a single neuron: that is where "
        "$z$ passes a certain value, and with two inputs it is a straight "
        "line, whatever comes after, as long as it only rises or only falls.": (
            straight_whatever_comes_after
        ),
        "Non-linearity alone does not help: *one* neuron with a monotone activation, one that"
        " never falls or one that never rises,"
        " still has a straight boundary.": straight_whatever_comes_after,
        "Many tents, narrow enough and side by side, can follow any continuous curve over a closed,"
        " bounded stretch as closely as you like.": tents_follow,
        "the first layer is $a = 3x + 1$, the second $z = 2a - 5$. Together they are": lambda: (
            expand(2 * (3 * x + 1) - 5) == 6 * x - 3
        ),
        "$z = 6x + c$. What is $c$?": lambda: expand(2 * (3 * x + 1)).coeff(x, 1) == 6,
        "`-3`{ .answer }: $2(3x + 1) - 5 = 6x + 2 - 5$.": lambda: 2 * 1 - 5 == -3,
        "`-4` : The 1 goes through the second layer too, and is doubled there.": lambda: (
            1 - 5 == -4 and expand(2 * (3 * x + 1)).coeff(x, 0) == 2 * 1
        ),
        r"`-5` : The constant of the first layer got lost: it arrives as $2\cdot1$.": lambda: (
            2 * 0 - 5 == -5
        ),
        "`2` : The constant of the second layer is missing: there is still $-5$.": lambda: (
            2 * 1 == 2
        ),
        r"The tent again, $\max(0, x+1) - 2\max(0, x) + \max(0, x-1)$. How high is it at"
        " $x = 0.25$?": lambda: tent(0.25) == 0.75,
        r"`0.75`{ .answer }: $1.25 - 2\cdot0.25 + 0$: the last unit is still silent.": lambda: (
            tent(0.25) == 1.25 - 2 * 0.25 + 0 and relu(0.25 - 1) == 0
        ),
        "`0.00` : So it is without the activation. With ReLU the last unit gives 0, and not"
        " $-0.75$.": lambda: 1.25 - 2 * 0.25 + (0.25 - 1) == 0 and 0.25 - 1 == -0.75,
        "`1.00` : The middle unit counts twice, with a minus.": lambda: (
            1.25 - 0.25 + 0 == 1 and tent(1) - 2 * tent(0) + tent(-1) == -2
        ),
        "`1.25` : That is the first unit alone. The second is awake as well.": lambda: (
            relu(0.25 + 1) == 1.25 and relu(0.25) > 0
        ),
    }
)
