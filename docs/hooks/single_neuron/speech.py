"""An equation in a line of plain characters, for the search: `z = w·x + b`."""

from __future__ import annotations

import functools
import re
import unicodedata

from pylatexenc import latex2text, latexwalker
from pylatexenc.latex2text import EnvironmentTextSpec, LatexNodes2Text, MacroTextSpec
from pylatexenc.latexwalker import LatexNode
from pylatexenc.macrospec import MacroStandardArgsParser, SpecialsSpec, std_macro

# Signs for what is settled last: a space that stays, a function before what it takes, cell and row.
_SPACE, _APPLY, _CELL, _ROW = "\u00a0", "\u2061", "\u2063", "\u2064"
_ARGUMENTS = {"binom": "{{", "dfrac": "{{", "tfrac": "{{", "mathtip": "{{", "tag": "*{"}
_SIGNS = {"cdot": "·", "cdots": "…", "dots": "…", "ne": "≠", "\\": _ROW, "tag": "", ",": ""}
_SIGNS |= {name: f"{_SPACE}{name}{_APPLY}" for name in "cos exp ln log max min sin tanh".split()}
_SIGNS |= {name: "%s" for name in "boldsymbol mathbb mathbf mathcal mathit mathrm".split()}
_BETWEEN = {"cases": f"{_SPACE}if{_SPACE}", "matrix": ",", "pmatrix": ",", "bmatrix": ","}
_HIGH = str.maketrans("0123456789-⊤", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻ᵀ")
_LOW = str.maketrans("0123456789aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ")
_PLAIN = str.maketrans({"-": "−", "'": "′", "\u0305": "\u0304", _CELL: "", _ROW: "; ", ",": ", "})
_SPACED = re.compile(rf"(:=|[=≠<>≤≥≈≡∼→↦←⇒⇔∈±×⊙∘]|(?<=[^\s(\[{{,;=≠<>≤≥≈→←{_APPLY}])[+−])")


def plain(tex: str) -> str:
    """A readable line for any TeX, without its number, its labels and what aligns it."""
    to_text, known = _reader()
    try:
        walker = latexwalker.LatexWalker(tex, latex_context=known, tolerant_parsing=True)
        text = _tight(to_text.nodelist_to_text(walker.get_latex_nodes()[0]))
    except Exception:  # noqa: BLE001 - it is found by its words at least
        text = re.sub(r"[\\{}&$^_\s]+", _SPACE, tex)
    text = _SPACED.sub(r" \1 ", text.translate(_PLAIN))
    text = re.sub(rf"{_APPLY}\s*(?=[(\[])", "", text).replace(_APPLY, " ")
    text = re.sub(r"(?<=[(\[{]) | (?=[)\]},;.·/^_])", "", " ".join(text.split()))
    return unicodedata.normalize("NFC", text)


@functools.cache
def _reader() -> tuple[LatexNodes2Text, object]:
    """What makes text of TeX, and what it knows: that ^ and _ take an argument, among others."""
    known = latexwalker.get_default_latex_context_db()
    macros = [std_macro(*each) for each in _ARGUMENTS.items()]
    scripts = [SpecialsSpec(sign, MacroStandardArgsParser("{")) for sign in "^_"]
    known.add_context_category("mathematics", macros, specials=scripts, prepend=True)
    said = latex2text.get_default_latex_context_db()
    signs = [MacroTextSpec(name, sign) for name, sign in _SIGNS.items()]
    signs += [MacroTextSpec(name, _fraction) for name in ("frac", "dfrac", "tfrac")]
    rows = [EnvironmentTextSpec(name, _rows) for name in ("aligned", "array", *_BETWEEN)]
    said.add_context_category("mathematics", signs, rows, _SCRIPTS, prepend=True)
    return LatexNodes2Text(said, math_mode="text"), known


def _fraction(node: LatexNode, l2tobj: LatexNodes2Text) -> str:
    above, below = (_grouped(l2tobj.node_arg_to_text(node, place)) for place in (0, 1))
    return f"{above}/{below}{_SPACE}"


def _script(node: LatexNode, l2tobj: LatexNodes2Text) -> str:
    text = _tight(l2tobj.node_arg_to_text(node, 0))
    small = _HIGH if node.specials_chars == "^" else _LOW
    if all(ord(sign) in small for sign in text):
        return text.translate(small)
    return text if text.strip("′'") == "" else f"{node.specials_chars}{_grouped(text)}"


_SCRIPTS = [latex2text.SpecialsTextSpec(sign, _script) for sign in "^_"]
_SCRIPTS.append(latex2text.SpecialsTextSpec("&", _CELL))


def _rows(node: LatexNode, l2tobj: LatexNodes2Text) -> str:
    name = node.environmentname
    rows = _tight(l2tobj.nodelist_to_text(node.nodelist)).strip(_ROW)
    return ("{" if name == "cases" else "") + rows.replace(_CELL, _BETWEEN.get(name, ""))


def _tight(text: str) -> str:
    return re.sub(r"[ \t\n]", "", text)


def _grouped(text: str) -> str:
    """In brackets, where it would fall apart without."""
    text = _tight(text)
    alone = re.fullmatch(rf"(?!\d+[^\d.])[^+−\-·/=,^{_SPACE}{_APPLY}]*|\([^()]*\)", text)
    return text if alone else f"({text})"
