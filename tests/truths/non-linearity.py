"""What docs/non-linearity.md says is true."""

import numpy as np
from algebra import agree, evaluate
from drawings import curve, lines, names
from proving import Page, stated
from snippet import load, prints, rerun
from sympy import expand

page = Page("non-linearity")

RNG = np.random.default_rng(3)


@page.proves("collapse")
def _(two_layers, one_layer):
    # the letters do not commute, so they may stand for matrices of any size
    assert expand(two_layers - one_layer) == 0
    # the program folds ten layers into one; the page's right-hand side, nine times, does the same
    program = load("non-linearity/collapse")
    (W, b), *more = program.layers
    x = RNG.normal(size=5)
    for W_l, b_l in more:
        folded = evaluate(one_layer, W_1=W, b_1=b, W_2=W_l, b_2=b_l, x=x)
        W, b = W_l @ W, W_l @ b + b_l
        assert agree(folded, W @ x + b)
    assert len(program.layers) == 10
    assert agree(W, program.W)
    assert agree(b, program.b)


def hidden(program, x):
    """What the page's first equation gives for the program's weights, activation and an input."""
    _, formula = stated("non-linearity", "hidden-activation")
    return evaluate(formula, W_1=program.W1, b_1=program.b1, x=[x], f=program.relu)


@page.proves("hidden-activation")
def _(a, _formula):
    assert str(a) == "a"
    drawn = {"W1": RNG.normal(size=(3, 1)), "b1": RNG.normal(size=3)}
    program = rerun("non-linearity/bend", **drawn, w2=np.eye(3))  # which lets a through as it is
    for x in RNG.normal(size=5):
        assert agree(program.network(np.array([x]), program.relu), hidden(program, x))
    page.says(r"$f(z) = \max(0, z)$: it keeps positive numbers and replaces negative ones by zero.")
    assert agree(program.relu(np.array([-2, 0, 3])), [0, 0, 3])


@page.proves("second-layer")
def _(total, formula):
    assert str(total) == "z_2"
    # without f, the two equations are the two layers that collapse
    a, first = stated("non-linearity", "hidden-activation")
    two_layers, _ = stated("non-linearity", "collapse")
    assert expand(formula.subs(a, first.args[0]) - two_layers) == 0
    weights = RNG.normal(size=3)
    program = rerun("non-linearity/bend", w2=weights)
    for x in RNG.normal(size=5):
        z_2 = evaluate(formula, W_2=weights, a=hidden(program, x), b_2=0)
        assert agree(program.network(np.array([x]), program.relu), z_2)


@page.draws("non-linearity/bend")
def _(figure):
    assert names(figure) == ("input x", "output z₂")
    for line in lines(figure).values():
        assert agree(line.get_xdata(), np.linspace(-3, 3, 601))
    flat, tent = curve(figure, "without activation"), curve(figure, "with ReLU")
    x = np.linspace(-3, 3, 1201)
    assert agree(flat(x), 0 * x)
    assert agree(tent(x), np.maximum(0, 1 - abs(x)))
    page.says("Two curves for x from −3 to 3. Without activation, a flat line at zero.")
    page.says("With ReLU, a tent: zero up to x = −1, rising straight to 1 at x = 0")
    page.says("falling straight to zero at x = 1, and zero from there on.")

    # a unit adds a bend where its own sum changes its sign
    program = load("non-linearity/bend")
    bends = -program.b1 / program.W1[:, 0]
    assert agree(bends, [-1, 0, 1])
    page.says("each of the three units adds a bend and together they make a tent.")
    page.says("the first unit bends at $-1$, the second at $0$, the third at $1$.")


page.claims(
    {
        r"the top left number of $W$ is $2\cdot1 + 1\cdot0 - 1\cdot3 = -1$.": lambda: (
            prints("non-linearity/collapse")[0] == -1
            and load("non-linearity/collapse").W2.tolist() == [[2, 1, -1]]
            and load("non-linearity/collapse").W1[:, 0].tolist() == [1, 0, 3]
        ),
    }
)
