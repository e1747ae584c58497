"""Proofs of docs/or-gate/program.md: the boundary, and the map of what the neuron learnt."""

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


@draws("or-gate/boundary")
def _(figure):
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
