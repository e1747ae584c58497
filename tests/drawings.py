"""What a figure shows: its axes, lines, shadings, colours, arrows and corners."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable

import matplotlib as mpl
import numpy as np
from algebra import Array, agree
from matplotlib.axes import Axes
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Annotation
from matplotlib.typing import ColorType
from oracle import Data
from single_neuron.drawing import COLOURS
from single_neuron.running import STYLE


def names(drawn: Figure | Axes) -> tuple[str, str]:
    """What a figure, or one of its axes, calls its two axes."""
    [axes] = drawn.axes if isinstance(drawn, Figure) else [drawn]
    return axes.get_xlabel(), axes.get_ylabel()


def lines(drawn: Figure | Axes) -> dict[str, Line2D]:
    """The lines of a figure, or of one of its axes, by the labels that the legends show."""
    found: dict[str, Line2D] = {}
    for axes in drawn.axes if isinstance(drawn, Figure) else [drawn]:
        legend = axes.get_legend()
        shown = [text.get_text() for text in legend.get_texts()] if legend else []
        found |= {line.get_label(): line for line in axes.lines if line.get_label() in shown}
    return found


def curve(drawn: Figure | Axes, label: str) -> Callable[[float], float]:
    """The line that the legend calls so, as a function: between its points it runs straight."""
    xs, ys = lines(drawn)[label].get_data()
    assert np.all(np.diff(xs) > 0), f"{label} goes back"

    def at(place: float) -> float:
        assert np.all((min(xs) <= place) & (place <= max(xs))), f"{label} ends before"
        return np.interp(place, xs, ys)

    return at


def traces(
    drawn: Figure | Axes,
    label: str,
    f: Callable[[Array], Array],
    ends: tuple[float, float],
    style: str = "-",
) -> bool:
    """Whether the line that the legend calls so runs along f, in many points from end to end."""
    line = lines(drawn)[label]
    xs, ys = line.get_data()
    whole = (xs[0], xs[-1]) == ends and len(xs) >= 100
    return whole and agree(ys, f(xs)) and line.get_linestyle() == style


def pieces(figure: Figure, style: str) -> tuple[Array, Array]:
    """All points of the lines in this style: a curve that jumps is drawn in pieces."""
    drawn = [line.get_data() for axes in figure.axes for line in axes.lines]
    styles = [line.get_linestyle() for axes in figure.axes for line in axes.lines]
    chosen = [data for data, each in zip(drawn, styles, strict=True) if each == style]
    xs, ys = np.concatenate(chosen, axis=1)
    return xs, ys


def shaded(axes: Axes, label: str, point: tuple[float, float]) -> bool:
    """Whether the shading that the legend calls so covers a point."""
    assert label in [text.get_text() for text in axes.get_legend().get_texts()]
    [shading] = [each for each in axes.collections if each.get_label() == label]
    return any(path.contains_point(point) for path in shading.get_paths())


def between_levels(axes: Axes, point: tuple[float, float]) -> tuple[float, float]:
    """The values between which the shading of a map says that it lies at a point."""
    shading = axes.collections[0]
    levels = zip(shading.levels, shading.levels[1:], shading.get_paths(), strict=False)
    [band] = [(low, high) for low, high, path in levels if path.contains_point(point)]
    return band


def colour(value: ColorType) -> str:
    """The name of a colour of the palette, or its digits."""
    names = {digits: name for name, digits in COLOURS.items()}
    with mpl.rc_context(fname=STYLE):
        return names.get(to_hex(value), to_hex(value))


def arrows(axes: Axes) -> Counter[tuple[str, str, str]]:
    """The arrows of a drawing: the texts in the circles that they lead from and to, and their own.

    A text is empty where there is none; an arrow's own stands above its middle.
    """
    texts = {text.get_position(): text.get_text() for text in axes.texts if text.get_text()}

    def circle(end: tuple[float, float]) -> str:
        around = [c for c in axes.patches if math.dist(c.center, end) < c.radius + 0.3]
        return texts.get(around[0].center, "") if around else ""

    found: Counter[tuple[str, str, str]] = Counter()
    for arrow in axes.texts:
        if isinstance(arrow, Annotation):
            start, end = arrow.xyann, arrow.xy
            middle = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
            near = [text for place, text in texts.items() if math.dist(place, middle) < 0.3]
            found[circle(start), circle(end), "".join(near)] += 1
    return found


def corners(axes: Axes) -> Data:
    """The examples that marks in the corners show: a square is a one, a circle a zero."""
    marks = [line for line in axes.lines if line.get_marker() in ("o", "s")]
    found = [
        ((int(x), int(y)), int(mark.get_marker() == "s"))
        for mark in marks
        for x, y in mark.get_xydata()
    ]
    return sorted(found)


def shows_the_corners(axes: Axes) -> bool:
    """Whether one sees all four, with a little room, and a tick at each."""
    ticks = [*axes.get_xticks()] == [*axes.get_yticks()] == [0, 1]
    return ticks and axes.get_xlim() == axes.get_ylim() == (-0.5, 1.5)


def covers(axes: Axes, says_yes: Callable[[Array], bool]) -> bool:
    """Whether the one shading of such a drawing lies just where a point gets the answer yes."""
    [shading] = axes.collections
    [yes] = shading.get_paths()
    points = np.random.default_rng(1).uniform(-0.5, 1.5, size=(200, 2))
    return all(yes.contains_point(point) == says_yes(point) for point in points)


def wrong_corners(axes: Axes) -> list[tuple[int, int]]:
    """The corners on the wrong side of such a shading's edge."""
    [yes] = axes.collections[0].get_paths()
    return [corner for corner, label in corners(axes) if yes.contains_point(corner) != label]
