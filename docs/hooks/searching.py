"""What the search knows of a page: its sentences, with every equation in plain characters."""

from __future__ import annotations

import html
import re
import unicodedata
import xml.etree.ElementTree as ET

_EQUATION = re.compile(
    r'(?P<display><div class="equation"[^>]*>)?<mjx-container.*?(?P<math><math.*?</math>)'
    r".*?</mjx-container>(?(display)</div>)",
    re.S,
)
# Links that the build adds under code and figures, and the marks beside what is checked.
_ADDED = re.compile(r'<a [^>]*class="(?:download|checked|origin)"[^>]*>.*?</a>', re.S)
_EMPTY = re.compile(r"<p>\s*(?:<svg.*?</svg>\s*)?</p>", re.S)

# Invisible: a function is applied, a product; here also: a sign before it, a fraction before it.
_APPLY, _TIMES, _UNARY, _FRACTION = "\u2061", "\u2062", "\u2063", "\u2064"
_SPACED = set("=≠<>≤≥≈≡∼∝→↦⟶⟵←⇒⟹⇔⟺∈∉+−±∓×⊙∘:∣∧∨") | {":="}
_OPENING = set("([{⟨,;|‖")
_SUPERSCRIPT = str.maketrans("0123456789−⊤", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻ᵀ")
_SUBSCRIPT = str.maketrans("0123456789aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ")
_ACCENTS = {"^": "\u0302", "¯": "\u0304", "―": "\u0304", "‾": "\u0304", "~": "\u0303"}


def searchable(page: str) -> str:
    """A page's HTML for the search: equations as text, without what the build adds."""
    page = page.replace('<div class="proven" data-search-exclude="">', "<div>")
    page = _ADDED.sub("", _EQUATION.sub(_as_text, page))
    return _EMPTY.sub("", page)


def plain(mathml: str) -> str:
    """An equation, given as MathML, in a line of plain characters: `z = w·x + b`."""
    text = _read(ET.fromstring(mathml.replace("&nbsp;", " ")))
    text = re.sub(rf"{_FRACTION}(?=[\w([∑√])", " ", text)
    text = re.sub(rf"\s*{_APPLY}\s*(?=[(\[])|[{_TIMES}{_UNARY}{_FRACTION}]", "", text)
    text = text.replace(_APPLY, " ")
    text = re.sub(r"(?<=[(\[{])\s+|\s+(?=[)\]},;.])", "", " ".join(text.split()))
    return unicodedata.normalize("NFC", text)


def _as_text(found: re.Match[str]) -> str:
    text = html.escape(plain(found["math"]), quote=False)
    return f"<p>{text}</p>" if found["display"] else text


def _read(element: ET.Element) -> str:
    """The text of an element of MathML; spaces are still to be tidied."""
    tag = element.tag.rpartition("}")[2]
    if tag in ("mi", "mn", "mtext"):
        return element.text or ""
    if tag == "mo":
        return _operator(element.text or "")
    if tag == "mspace":
        return " "
    if tag == "mtable":
        return _table(element)
    if tag in ("mfrac", "msub", "msup", "msubsup", "mover", "munder", "munderover", "mroot"):
        return _scripted(tag, [_read(part) for part in element])
    inner = _join(element)
    return f"√{_grouped(inner)}" if tag == "msqrt" else inner


def _join(element: ET.Element) -> str:
    """The texts of what an element holds; a minus that follows nothing is a sign."""
    if not len(element):
        return _read(element)
    text = ""
    for part in element:
        piece = _read(part)
        before = text.rstrip()
        if piece in (" − ", " + ") and (not before or before[-1] in _OPENING | _SPACED):
            piece = piece.strip() + _UNARY
        name = part.tag.endswith("mi") and len(piece) > 1  # log, max
        text += f" {piece}" if name and re.search(r"\w$", text) else piece
    return text


def _operator(sign: str) -> str:
    if sign in _SPACED:
        return f" {sign} "
    if sign in (",", ";"):
        return f"{sign} "
    return {"⋅": "·", "∗": "*", "⋯": "…"}.get(sign, sign)


def _table(element: ET.Element) -> str:
    """Row after row: the cells of an aligned equation belong together, cases have conditions."""
    columns = element.get("columnalign", "")
    between = "" if "right left" in columns else " if " if columns == "left left" else "  "
    rows = []
    for row in element:
        cells = list(row)
        if row.tag.endswith("mlabeledtr"):
            cells = cells[1:]  # the equation's number
        rows.append(between.join(_join(cell).strip(" ") for cell in cells))
    return "; ".join(rows)


def _scripted(tag: str, parts: list[str]) -> str:
    base, *scripts = parts
    if tag == "mfrac":
        return f"{_grouped(base)}/{_grouped(scripts[0])}{_FRACTION}"
    if tag == "mroot":
        return f"{_grouped(base)}^(1/{scripts[0]})"
    if tag == "mover" and scripts[0].strip() in _ACCENTS:
        return base + _ACCENTS[scripts[0].strip()] if len(base) == 1 else base
    if tag in ("mover", "munder") and scripts[0].strip() in "⏟⏞→":
        return base  # a brace is seen, not read
    low = scripts[0] if tag in ("msub", "msubsup", "munder", "munderover") else ""
    high = scripts[-1] if tag in ("msup", "msubsup", "mover", "munderover") else ""
    after = " " if tag in ("munder", "munderover") else ""
    return base + _lowered(low) + _raised(high) + after


def _lowered(text: str) -> str:
    text = text.strip()
    small = text.translate(_SUBSCRIPT)
    every = all(a != b for a, b in zip(text, small, strict=True))
    return small if every else f"_{_grouped(text)}"


def _raised(text: str) -> str:
    text = text.strip().replace(_UNARY, "")
    if not text.strip("′"):
        return text
    small = text.translate(_SUPERSCRIPT)
    every = all(a != b for a, b in zip(text, small, strict=True))
    return small if every else f"^{_grouped(text)}"


def _grouped(text: str) -> str:
    """In brackets, where it would fall apart without."""
    text = text.strip()
    alone = re.fullmatch(rf"(?!\d+[^\d.])[^\s+−·/=,^{_APPLY}]*|\([^()]*\)", text)
    return text if alone else f"({text})"
