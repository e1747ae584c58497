"""Makes Matplotlib's SVG fit to stand inside a page: the reader's colours, font and names."""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as ET

from runner import COLOURS

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
ET.register_namespace("", _SVG)
ET.register_namespace("xlink", _XLINK)

# A colour of the drawing, and what the page puts in its place. Outside the page, where the
# variables mean nothing, the second part of var() holds.
_COLOURS = {
    **{value: f"var(--figure-{name}, {value})" for name, value in COLOURS.items()},
    "#000000": "currentColor",
    "#ffffff": "var(--md-default-bg-color, #fff)",
}
_REFERENCE = re.compile(r"url\(#([^)]+)\)")
_LONG_NUMBER = re.compile(r"-?\d+\.\d{3,}")
_FONT = re.compile(r"font-family: [^;]*(?:; )?")


def polish(svg: str, name: str) -> str:
    """Return Matplotlib's SVG document as one element that can stand in any page.

    Black becomes the text colour, white the background, the cycle's colours CSS variables; text
    takes the font of its surroundings. Ids that nothing refers to go, the others begin with
    `name`, so that several figures can share a page. The size is left to the page.
    """
    root = ET.fromstring(svg)
    for metadata in root.findall(f"{{{_SVG}}}metadata"):
        root.remove(metadata)
    prefix = re.sub(r"\W+", "-", name) + "-"
    used = set(_REFERENCE.findall(svg)) | set(re.findall(r'xlink:href="#([^"]+)"', svg))
    for element in root.iter():
        if "id" in element.attrib:
            own = element.attrib.pop("id")
            if own in used:
                element.set("id", prefix + own)
        for key, value in element.items():
            if key == f"{{{_XLINK}}}href" and value.startswith("#"):
                element.set(key, "#" + prefix + value[1:])
            elif key in ("style", "d", "x", "y", "points", "transform", "clip-path", "fill"):
                element.set(key, _restyle(value, prefix))
        # text set in a group of its own needs its colour said, or it would be black in the dark
        if element.tag == f"{{{_SVG}}}text" and "fill:" not in element.get("style", ""):
            element.set("style", element.get("style", "") + "; fill: currentColor")
    for definitions in root.findall(f"{{{_SVG}}}defs"):  # a rule for `*` would be one for the page
        for style in definitions.findall(f"{{{_SVG}}}style"):
            definitions.remove(style)
    root.set("stroke-linejoin", "round")  # what that rule says
    root.attrib.pop("width", None)
    root.attrib.pop("height", None)
    root.set("font-family", "system-ui, sans-serif")
    return ET.tostring(root, encoding="unicode")


def _restyle(value: str, prefix: str) -> str:
    value = _REFERENCE.sub(lambda found: f"url(#{prefix}{found[1]})", value)
    value = _LONG_NUMBER.sub(lambda found: f"{float(found[0]):.2f}".rstrip("0").rstrip("."), value)
    value = _FONT.sub("", value)
    for colour, replacement in _COLOURS.items():
        value = value.replace(colour, replacement)
    return value


def inline(svg: str, alt: str) -> str:
    """The polished figure for the page itself, named by its alt text and kept out of the search."""
    name = html.escape(alt, quote=True)
    return svg.replace(
        "<svg ", f'<svg role="img" aria-label="{name}" class="figure" data-search-exclude="" ', 1
    )
