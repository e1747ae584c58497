"""Draws the image that other sites show beside a link to this one.

Usage: python tests/social.py, which writes docs/assets/social.png. To be run when the site's name
or description has changed; tests/test_social.py notices.
"""

from __future__ import annotations

import io
import textwrap
from pathlib import Path

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyArrowPatch
from mkdocs.utils.yaml import yaml_load

ROOT = Path(__file__).resolve().parents[1]
PICTURE = ROOT / "docs" / "assets" / "social.png"
WIDTH, HEIGHT = 1200, 630  # what Open Graph asks for

_PAPER, _INK, _QUIET, _BLUE, _ORANGE = "#fffdf9", "#28241f", "#665f54", "#17448c", "#c2470c"


def drawn() -> bytes:
    """The image with the name and the description that mkdocs.yml gives the site."""
    settings = yaml_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    return image(settings["site_name"], settings["site_description"])


def image(title: str, description: str) -> bytes:
    """A PNG of 1200 × 630 pixels: title, description and a neuron. Same input, same bytes."""
    figure = Figure(figsize=(WIDTH / 100, HEIGHT / 100), dpi=100, facecolor=_PAPER)
    axes = figure.add_axes((0, 0, 1, 1), xlim=(0, WIDTH), ylim=(0, HEIGHT))
    axes.axis("off")
    font = {"family": "DejaVu Sans", "color": _INK, "ha": "left"}
    axes.text(80, 370, title, fontsize=54, weight="bold", va="baseline", **font)
    lines = "\n".join(textwrap.wrap(description, 30))
    axes.text(82, 320, lines, fontsize=25, va="top", linespacing=1.5, **{**font, "color": _QUIET})
    axes.plot([82, 202], [480, 480], color=_ORANGE, linewidth=6, solid_capstyle="butt")
    body, inputs, output = (980, 315), ((790, 435), (790, 195)), 1170
    for x, y in inputs:
        _arrow(axes, (x, y), body, 30, 82)
        axes.add_patch(Circle((x, y), 30, facecolor=_PAPER, edgecolor=_BLUE, linewidth=4))
    _arrow(axes, body, (output, 315), 82, 0)
    axes.add_patch(Circle(body, 80, facecolor=_BLUE, edgecolor=_BLUE))
    # The sigmoid, as the neuron bends its sum.
    x = [position / 20 for position in range(-100, 101)]
    y = [1 / (1 + 2.718281828459045**-value) for value in x]
    axes.plot(
        [body[0] + 10 * value for value in x],
        [body[1] - 38 + 76 * value for value in y],
        color=_PAPER,
        linewidth=6,
        solid_capstyle="round",
    )
    png = io.BytesIO()
    FigureCanvasAgg(figure).print_png(png, metadata={"Software": None})
    return png.getvalue()


def _arrow(axes, start, end, leave, arrive) -> None:  # noqa: ANN001
    """An arrow between two centres, that keeps its distance (in pixels) from both."""
    length = ((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2) ** 0.5
    way = [(b - a) / length for a, b in zip(start, end, strict=True)]
    begin = [a + leave * w for a, w in zip(start, way, strict=True)]
    stop = [b - arrive * w for b, w in zip(end, way, strict=True)]
    style = {"arrowstyle": "-|>", "mutation_scale": 32, "linewidth": 5, "color": _ORANGE}
    axes.add_patch(FancyArrowPatch(begin, stop, shrinkA=0, shrinkB=0, **style))


if __name__ == "__main__":
    PICTURE.write_bytes(drawn())
