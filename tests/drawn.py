"""What the printed figures under the interactive ones show: each stands on two pages.

Every function looks at a drawing and returns the words that then hold, for `says` on either page.
"""

from __future__ import annotations

import re

import numpy as np
import oracle
import snippet
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from oracle import AND, OR, XOR, Data
from proving import agree, rerun
from scipy import special
from test_or_gate import START

NAND = [(corner, 1 - label) for corner, label in AND]


def _corners(axes: object) -> Data:
    """The marks in the corners: a square is a one, a circle a zero."""
    marks = [line for line in axes.lines if line.get_marker() in "os"]
    found = [
        ((int(x), int(y)), int(mark.get_marker() == "s"))
        for mark in marks
        for x, y in mark.get_xydata()
    ]
    return sorted(found)


def _is_square(axes: Axes) -> bool:
    """Whether one sees the corners, with a little room, and a tick at each."""
    ticks = [*axes.get_xticks()] == [*axes.get_yticks()] == [0, 1]
    return ticks and axes.get_xlim() == axes.get_ylim() == (-0.5, 1.5)


def by_hand(figure: Figure) -> list[str]:
    """Three gates with weights of 1: boundary, shading, and the corners on the wrong side."""
    wrong = {}
    points = np.random.default_rng(1).uniform(-0.5, 1.5, size=(200, 2))
    for axes, gate, b in zip(figure.axes, (AND, OR, XOR), (-1.5, -0.5, -0.5), strict=True):
        name, _, bias = axes.get_title().partition(", b = ")
        assert float(bias) == b
        assert _corners(axes) == gate
        assert _is_square(axes)
        x1, x2 = axes.lines[0].get_data()
        assert (*x1,) == (-0.5, 1.5)
        assert agree(x1 + x2 + b, [0, 0])
        [shading] = axes.collections
        [yes] = shading.get_paths()
        assert all(yes.contains_point(point) == (sum(point) + b > 0) for point in points)
        wrong[name] = [corner for corner, label in gate if yes.contains_point(corner) != label]
    assert wrong == {"AND": [], "OR": [], "XOR": [(1, 1)]}
    assert [axes.get_xlabel() for axes in figure.axes] == ["x₁"] * 3
    assert [axes.get_ylabel() for axes in figure.axes] == ["x₂", "", ""]
    x1, x2 = rerun("or-gate/by_hand", w=np.array([1, 2])).axes[0].lines[0].get_data()
    assert agree(x1 + 2 * x2 - 1.5, [0, 0])
    return [
        "The four corners of three gates, each with one straight boundary at weights of 1",
        "AND with b = −1.5: all four corners are right. OR with b = −0.5: all four are right.",
        "XOR with b = −0.5: the corner (1, 1), which should be 0, lies on the side of “yes”.",
        "Squares are ones, circles are zeros, and the shaded side is where",
    ]


def lens(figure: Figure) -> list[str]:
    """Six activations as SciPy has them, each with the tangent at its point."""

    def first(z: np.ndarray) -> np.ndarray:
        others = [np.broadcast_to(v, np.shape(z)) for v in (1.0, 0.0)]
        return special.softmax(np.stack([z, *others]), axis=0)[0]

    right = {
        "sigmoid": special.expit,
        "tanh": np.tanh,
        "ReLU": lambda z: (z + abs(z)) / 2,
        "leaky ReLU": lambda z: np.where(z < 0, z / 100, z),
        "ELU": lambda z: np.where(z < 0, np.exp(z) - 1, z),
        "softmax, p₁": first,
    }
    assert [axes.get_title() for axes in figure.axes] == [*right]
    slopes = {}
    for axes, (name, f) in zip(figure.axes, right.items(), strict=True):
        solid, dashed, dot = axes.lines
        z, values = solid.get_data()
        assert (z[0], z[-1]) == (-6, 6)
        assert agree(values, f(z))
        assert dashed.get_linestyle() == "--"
        assert agree(*dot.get_xydata(), [2, f(np.array(2.0))])
        slope = (f(np.array(2.001)) - f(np.array(1.999))) / 0.002
        line = f(np.array(2.0)) + slope * (z - 2)
        assert np.allclose(dashed.get_ydata(), line, atol=1e-5)
        margin = 0.2 * np.ptp(values)  # above and below
        assert agree(axes.get_ylim(), [min(values) - margin, max(values) + margin])
        slopes[name] = float(slope)
    assert snippet.load("activations/lens").h == 1e-5
    assert slopes["sigmoid"] < slopes["softmax, p₁"] < 0.25
    assert slopes["tanh"] < 0.08
    assert [round(slopes[name], 6) for name in ("ReLU", "leaky ReLU", "ELU")] == [1, 1, 1]
    return [
        "each with one activation from z = −6 to 6 and its tangent at z = 2.",
        "The tangents of sigmoid and tanh are almost flat there",
        "those of ReLU, leaky ReLU and ELU rise along the diagonal;",
        "Each activation (solid) with its tangent at z = 2 (dashed).",
        "For softmax the first of three logits moves, the others stay at 1 and 0.",
    ]


def tape(figure: Figure) -> list[str]:
    """The chain from the weight to the loss, in arithmetic of sixty digits."""
    [axes] = figure.axes
    texts = {text.get_position(): text.get_text() for text in axes.texts if text.get_text()}
    circles = [circle.center for circle in axes.patches if hasattr(circle, "center")]
    assert [texts[center] for center in circles] == ["w", "z", "ŷ", "L"]
    y_hat = oracle.sigmoid(oracle.mp.mpf("0.5") * 2 - oracle.mp.mpf("0.5"))
    values = [0.5, 0.5, y_hat, -oracle.mp.log(y_hat)]
    below = [texts[(x, -1.15)] for x, _ in circles]
    assert below == [f"{float(v):.3f}" for v in values]
    slopes = {"∂z/∂w": 2, "∂ŷ/∂z": y_hat * (1 - y_hat), "∂L/∂ŷ": -1 / y_hat}
    above = [texts[(x + 1.5, 0.75)] for x, _ in circles[:3]]
    assert above == [f"{name}\n{float(v):.3f}" for name, v in slopes.items()]
    product = slopes["∂z/∂w"] * slopes["∂ŷ/∂z"] * slopes["∂L/∂ŷ"]
    assert f"{float(product):.4f}" == "-0.7551"
    # a coarse nudge changes what comes by central differences, and nothing that was derived
    coarse: list[Figure] = []
    script = (snippet.SNIPPETS / "derivation/tape.py").read_text(encoding="utf-8")
    printed = snippet.run(script.replace("h=1e-5", "h=0.4"), {}, coarse)
    derived = [
        re.findall(r"= (\S+), by", text) for text in (printed, snippet.published("derivation/tape"))
    ]
    assert derived[0] == derived[1]
    assert len(derived[0]) == 4
    assert printed != snippet.published("derivation/tape")
    assert {text.get_text() for text in coarse[0].axes[0].texts} >= {*above, *below}
    return [
        "Their values: w = 0.5, z = 0.5, ŷ = 0.622, L = 0.474.",
        "Above the three arrows stand the slopes: ∂z/∂w = 2, ∂ŷ/∂z = 0.235, ∂L/∂ŷ = −1.607.",
        "their product is ∂L/∂w = −0.7551.",
    ]


def race(figure: Figure) -> list[str]:
    """Both outputs over the steps, from gradients that are written out here."""
    [axes] = figure.axes
    outputs = []
    for line, slow in zip(axes.lines, (True, False), strict=True):
        z, wanted = 4.0, []
        for _ in range(301):
            y_hat = special.expit(z)
            wanted.append(y_hat)
            z -= 2 * 0.15 * y_hat * (y_hat * (1 - y_hat) if slow else 1)  # w and b move alike
        assert agree(line.get_ydata(), wanted)
        outputs.append(wanted)
    slow, fast = outputs
    assert fast[50] < 0.1
    assert slow[150] > 0.93
    assert f"{slow[300]:.1f}" == "0.2"
    assert 180 < sum(output > 0.8 for output in slow) < 220
    return [
        "The output over 300 steps for both losses.",
        "With cross-entropy it drops at once, below 0.1 after 50 steps.",
        "it stays above 0.93 for 150 steps and falls only then, to about 0.2 at step 300.",
        "Squared error loses some two hundred steps on the plateau",
    ]


def gates(figure: Figure) -> list[str]:
    """Boundary and losses of the program's neuron on four gates, in arithmetic of sixty digits."""
    data = {"OR": OR, "AND": AND, "NAND": NAND, "XOR": XOR}
    above, below = figure.axes[:4], figure.axes[4:]
    separated, ends = [], []
    for top, bottom, (name, gate) in zip(above, below, data.items(), strict=True):
        assert top.get_title() == name
        assert _corners(top) == gate
        states = oracle.train(gate, START[:2], START[2], lr=0.1, epochs=1000)
        w, b = states[-1]
        x1, x2 = top.lines[0].get_data()
        assert (*x1,) == (-0.5, 1.5)
        assert _is_square(top)
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
    return [
        "the boundary after 1000 steps: it separates the squares from the circles for the first",
        "it falls towards zero for the first three and levels off at ln 2 for XOR.",
        "The same neuron from the same start, 1000 steps at α = 0.1 on four gates.",
        "Above the boundary, below the loss; the grey line is ln 2.",
    ]


def bowl(figure: Figure) -> list[str]:
    """Contours and paths of a linear neuron, and the bottom that least squares finds."""
    corners = np.array([[*corner, 1] for corner, _ in OR])  # (4, 3)
    labels = np.array([label for _, label in OR])
    bottom, *_ = np.linalg.lstsq(corners, labels)
    across = {}
    for axes, lr in zip(figure.axes, (0.3, 0.6, 0.65), strict=True):
        assert axes.get_title() == f"α = {lr}"
        path, point = axes.lines
        assert agree(*point.get_xydata(), bottom[[0, 2]])
        assert (axes.get_xlim(), axes.get_ylim()) == ((-1, 2), (-1, 1.6))
        assert axes.get_xlabel() == "w₁ = w₂"
        state, wanted = np.zeros(3), []
        for _ in range(61):
            wanted.append(state[[0, 2]])
            assert agree(state[0], state[1])
            state = state - lr * corners.T @ (corners @ state - labels) / 2
        assert np.allclose(path.get_xydata(), wanted, rtol=1e-9)
        [contours] = axes.collections
        assert agree(contours.levels - 1 / 16, [0.02, 0.1, 0.3, 0.7, 1.3, 2.1, 3.1])
        for level, ring in zip(contours.levels, contours.get_paths(), strict=True):
            heights = [
                np.mean((corners @ [w, w, b] - labels) ** 2) for w, b in ring.vertices[:-1]
            ]
            assert np.allclose(heights, level, rtol=0.05, atol=0.01)
        _, axis = np.linalg.eigh(corners.T @ corners)
        steepest = axis[[0, 2], -1] * [2, 1]  # both weights move alike
        across[lr] = (np.array(wanted) - bottom[[0, 2]]) @ steepest
    assert [axes.get_ylabel() for axes in figure.axes] == ["b", "", ""]
    page = snippet.load("gradient-descent/bowl")  # the contours fill the picture
    assert (page.w[0], page.w[-1], page.b[0, 0], page.b[-1, 0]) == (-1, 2, -1, 1.6)
    assert abs(across[0.3][1]) < 0.05 * abs(across[0.3][0])
    for lr in (0.6, 0.65):
        assert np.all(across[lr][:-1] * across[lr][1:] < 0)
    assert np.all(np.diff(abs(across[0.6])) < 0)
    assert np.all(np.diff(abs(across[0.65])) > 0)
    return [
        "With α = 0.3 the path runs straight to the valley and along it to the bottom.",
        "With α = 0.6 it zigzags across the valley with ever shorter steps.",
        "With α = 0.65 the steps grow and leave the picture.",
        "and 60 steps of training. From this start both weights stay equal",
    ]
