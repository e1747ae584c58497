"""Makes Matplotlib's SVG fit to stand inside a page: the reader's colours, font and names."""

from __future__ import annotations

import functools
import html
import re
import xml.etree.ElementTree as ET
from decimal import Decimal

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_HREF = f"{{{_XLINK}}}href"
ET.register_namespace("", _SVG)
ET.register_namespace("xlink", _XLINK)

COLOURS = {"blue": "#17448c", "orange": "#c2470c", "green": "#1d826b", "purple": "#a847d1"}

# A colour of the drawing, and what the page puts in its place. Outside the page, where the
# variables mean nothing, the second part of var() holds.
_COLOURS = {
    **{value: f"var(--figure-{name}, {value})" for name, value in COLOURS.items()},
    "#000000": "currentColor",
    "#ffffff": "var(--md-default-bg-color, #fff)",
}
SMALL = 100  # points: what is narrower is magnified
WIDE = 480  # points: what is wider scrolls on a phone
_REFERENCE = re.compile(r"url\(#([^)]+)\)")
_LONG_NUMBER = re.compile(r"-?\d+\.\d{3,}")
_FONT = re.compile(r"font-family: [^;]*(?:; )?")
_NO_TURN = re.compile(r"\s*rotate\(-?0 [^)]*\)")
_BETWEEN_COMMANDS = re.compile(r"\s*([A-Za-z])\s*")
_POINT = re.compile(r"([ML])(-?[\d.]+) (-?[\d.]+)")
_LINES = re.compile(r"(?:M[-\d. ]+(?:L[-\d. ]+)*z?)+")


@functools.lru_cache(maxsize=256)  # while serving: a figure that has not been drawn anew
def polish(svg: str, name: str) -> str:
    """Return Matplotlib's SVG document as one element that can stand in any page.

    Black becomes the text colour, white the background, the cycle's colours CSS variables; text
    takes the font of its surroundings. Ids that nothing refers to go, the others begin with
    `name`, so that several figures can share a page. The size is left to the page. So is all that
    draws nothing: spaces, groups, turns by no degrees, the ground that Matplotlib leaves unpainted.
    """
    root = ET.fromstring(svg)
    prefix = re.sub(r"\W+", "-", name) + "-"
    width = float(root.get("viewBox", "0 0 0 0").split()[2])
    # A hundredth of a point cannot be seen, unless it is magnified.
    places = 5 if width < SMALL or "scale(" in svg or "matrix(" in svg else 2
    used = set(_REFERENCE.findall(svg)) | set(re.findall(r'xlink:href="#([^"]+)"', svg))
    styles = {f"#{it.get('id')}": it.get("style") for it in root.iter() if "id" in it.attrib}
    for element in root.iter():
        own, target = element.attrib.pop("id", ""), element.get(_HREF, "")
        if own in used:
            element.set("id", prefix + own)
        if target.startswith("#"):
            element.set(_HREF, f"#{prefix}{target[1:]}")
            if element.get("style") == styles.get(target):
                element.attrib.pop("style", None)  # what it repeats says so itself
        for key, value in element.items():
            if key in ("d", "x", "y", "points"):
                numbers = _LONG_NUMBER.sub(lambda found: _short(found[0], places), value)
                element.set(key, _by_steps(numbers) if key == "d" else numbers)
            elif key in ("style", "transform", "clip-path", "fill", "filter"):
                element.set(key, _restyle(value, prefix))
        if not _NO_TURN.sub("", element.get("transform", "none")):
            del element.attrib["transform"]
        if element.tag not in (f"{{{_SVG}}}text", f"{{{_SVG}}}tspan"):
            element.text = None
        element.tail = None
    for key in ("width", "height", "version"):
        root.attrib.pop(key, None)
    root.set("stroke-linejoin", "round")  # Matplotlib has a rule for `*`, which the page would obey
    root.set("font-family", "system-ui, sans-serif")
    root.set("fill", "currentColor")  # Matplotlib does not name a black one
    root.set("class", "figure wide" if width >= WIDE else "figure")
    root.set("style", f"--figure-width:{width / 16:.4g}rem")  # its text is as large in every figure
    _unwrap(root)
    # Or Firefox would have each label read, one by one, after the picture's name.
    labels = ET.Element(f"{{{_SVG}}}g", {"aria-hidden": "true"})
    labels[:], root[:] = root[:], [labels]
    return ET.tostring(root, encoding="unicode").replace(" />", "/>")


def _by_steps(path: str) -> str:
    """The same lines, each by the step from where the last one ended: short, and many are alike."""
    here = Decimal(), Decimal()

    def step(found: re.Match) -> str:
        nonlocal here
        last, here = here, (Decimal(found[2]), Decimal(found[3]))
        if found[1] == "M":
            return found[0]
        return "l{:f} {:f}".format(*((a - b).normalize() for a, b in zip(here, last, strict=True)))

    path = _BETWEEN_COMMANDS.sub(r"\1", path)
    return _POINT.sub(step, path) if _LINES.fullmatch(path) else path


def _unwrap(parent: ET.Element) -> None:
    """Put the content of bare groups in their place, and drop what is empty or not painted."""
    kept: list[ET.Element] = []
    for child in parent:
        _unwrap(child)
        tag = child.tag.removeprefix(f"{{{_SVG}}}")
        if tag == "g" and not child.attrib:
            kept += child
        elif tag in ("metadata", "style") or (tag in ("g", "defs") and not len(child)):
            continue
        elif child.get("style") != "fill:none" or "id" in child.attrib:
            kept.append(child)
    parent[:] = kept


def _restyle(value: str, prefix: str) -> str:
    value = _REFERENCE.sub(lambda found: f"url(#{prefix}{found[1]})", value)
    # Scales, turns, dashes and opacities add up: all digits that a screen could show.
    value = _LONG_NUMBER.sub(lambda found: f"{float(found[0]):.6g}", value)
    value = _FONT.sub("", value)
    for colour, replacement in _COLOURS.items():
        value = value.replace(colour, replacement)
    return value.strip("; ").replace("; ", ";").replace(": ", ":")


def _short(number: str, places: int) -> str:
    return f"{float(number):.{places}f}".rstrip("0").rstrip(".")


def inline(svg: str, alt: str, play: str | None = None, again: bool = False) -> str:
    """The polished figure for the page itself, named by its alt text and kept out of the search.

    `play` names the view that makes it move, if there is one. To be shown `again` on the page, it
    gets the id `still-<play>`.
    """
    name = html.escape(alt, quote=True)
    start = f'<svg data-play="{play}" ' if play else "<svg "
    start += f'id="still-{play}" ' if play and again else ""
    start += 'role="img" data-search-exclude="1" '  # a word the search takes out again
    return svg.replace("<svg ", f'{start}aria-label="{name}" ', 1)
