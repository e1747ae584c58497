"""Proofs of docs/or-gate/program.md: the boundary, and the map of what the neuron learnt."""

import drawn
import numpy as np
import snippet
from proving import (
    SIGMOID,
    agree,
    between_levels,
    curve,
    draws,
    lines,
    proves,
    says,
    stated,
    z,
)
from scipy import special
from sympy import Rational, solve
from test_or_gate import START

RNG = np.random.default_rng(9)


def weighted_sum(points):
    """The trained neuron's z at points of the plane; its σ is the probability."""
    neuron = snippet.load("or-gate/program")
    return np.asarray(points) @ neuron.w + neuron.b


@proves("boundary")
def _(total, zero):
    assert (z, total) == stated("neuron", "weighted-sum-two")
    assert solve(SIGMOID - Rational(1, 2), z) == [zero] == [0]
    says("draw the line where it is one half, which is where $z = 0$:")
    says("`np.round` sends anything above one half to 1; a prediction of exactly one half would")
    assert (np.round(0.5), np.round(0.5 + 1e-9)) == (0, 1)
    says('go to 0, which matches our rule that "yes" means $z > 0$.')


@draws("or-gate/boundary")
def _(figure):
    # the neuron that is mapped is the one of the complete program
    program, page = snippet.load("or-gate/program"), snippet.load("or-gate/boundary")
    assert agree([*page.w, page.b], [*program.w, program.b])
    says("**The random numbers.** `np.random.seed(42)` starts NumPy's *legacy* generator")
    np.random.seed(42)
    assert [*np.random.rand(2), np.random.rand()] == START
    assert all(0 < number < 1 for number in START)
    says("New code that does not need this should use `np.random.default_rng(42)` instead")
    says("`rand` gives numbers between 0 and 1, and positive weights suit OR.")
    says("At epoch 0 the neuron is untrained")
    assert program.stdout.startswith("Epoch 0, Loss: 0.4252")
    says("These thirteen lines were reproduced with NumPy 2.4.6 on x86-64,")
    assert [int(part) for part in snippet.PINNED.split(".")] >= [2, 4, 6]  # since then, newer ones
    assert len(program.stdout.splitlines()) == 13
    says("They are the probabilities of a 1 for the four rows 00, 01, 10, 11.")
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
    says("The boundary is straight and cuts off the one corner whose answer is 0.")
    right, height = np.interp(0, -up, across), curve(axes, "z = 0")(0)
    assert f"{right:.2f}" == f"{height:.2f}" == "0.37"
    assert all(np.diff(up) < 0)
    says("A falling straight line, the boundary, crosses both axes near 0.37.")
    assert zeros.get_xydata().tolist() == [[0, 0]]
    assert ones.get_xydata().tolist() == [[0, 1], [1, 0], [1, 1]]
    assert weighted_sum((0, 0)) < 0
    assert all(weighted_sum([(0, 1), (1, 0), (1, 1)]) > 0)
    says("The corner (0, 0) lies below it; the corners (0, 1), (1, 0) and (1, 1) lie above it.")

    # the shading is the probability, everywhere: each band holds what the bar beside it says
    assert bar.get_ylabel() == "predicted probability ŷ of a 1"
    shading = axes.collections[0]
    assert agree(shading.levels, np.arange(11) / 10)
    for point in RNG.uniform(-0.5, 1.5, size=(200, 2)):
        low, high = between_levels(axes, point)
        assert low - 1e-3 < special.expit(weighted_sum(point)) < high + 1e-3
    says("shaded from low probability at the lower left to high probability at the upper right.")
    assert between_levels(axes, (-0.49, -0.49))[1] <= 0.1
    assert between_levels(axes, (1.49, 1.49))[0] >= 0.9
    # on the borders between bands z is the same everywhere, as it is on the boundary
    borders = zip(shading.levels, shading.levels[1:], shading.get_paths(), strict=False)
    for low, high, band in borders:
        inside = np.all(abs(band.vertices - 0.5) < 0.999, axis=1)  # and not on the frame
        values = special.expit(weighted_sum(band.vertices[inside]))
        assert np.all(np.isclose(values, low, atol=1e-3) | np.isclose(values, high, atol=1e-3))
    says("The shading runs parallel to it")


@draws("or-gate/gates")
def _(figure):
    says(*drawn.gates(figure))
