"""An equation in a line of plain characters, for the search: `z = w·x + b`."""

import functools
import re
import unicodedata

from pylatexenc import latex2text, latexwalker, macrospec

_SPACE, _NAME, _APPLY, _CELL, _ROW = "\u00a0\u2062\u2061\u2063\u2064"  # until all is read
_SIGNS = {"cdot": "·", "cdots": "…", "dots": "…", "ne": "≠", "|": "‖", "tag": "", ",": ""}
_SIGNS |= {"\\": _ROW, "quad": _SPACE, "qquad": _SPACE, "sum": f"∑{_APPLY}", "mathtip": "%(1)s"}
_NAMES = ("cos", "exp", "ln", "log", "max", "min", "sin", "tanh")
_SIGNS |= {name: f"{_NAME}{name}{_APPLY}" for name in _NAMES}
_SIGNS |= dict.fromkeys(["mathbb", "mathbf", "mathcal", "mathit", "mathrm"], "%s")
_HIGH = str.maketrans("0123456789-⊤", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻ᵀ")
_LOW = str.maketrans("0123456789aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ")
_PLAIN = {"-": "−", "'": "′", "\u0305": "\u0304", _CELL: " ", _ROW: "; ", ",": ", "}
_SCRIPTED = re.compile(rf"{_APPLY}((?:[_^](?:\w|\([^()]*\))|[⁰-⁹¹²³ᵀ₀-ₜᵢᵣᵤᵥⱼ′])+)")
_SPACED = re.compile(rf"(:=|[=≠<>≤≥≈≡∼→↦←⇒⇔∈±×⊙∘]|(?<=[^ (\[{{,;=≠<>≤≥≈→←{_APPLY}])[+−])")
_ALONE = re.compile(r"(?!\d+[^\d.])[^+\-−·/=,^(]*|[^\W\d]\^(?:\w+|\([^()]*\))|\([^()]*\)")


def plain(tex: str) -> str:
    """A readable line for any TeX, without its number, its labels and what aligns it."""
    to_text, known = _reader()
    try:
        walker = latexwalker.LatexWalker(tex, latex_context=known, tolerant_parsing=True)
        text = re.sub("[ \t\n]", "", to_text.nodelist_to_text(walker.get_latex_nodes()[0]))
    except Exception:  # what it cannot read is found by its words at least
        text = re.sub(r"[\\{}&$^_\s]+", _SPACE, tex)
    text = _SCRIPTED.sub(rf"\1{_APPLY}", text.translate(str.maketrans(_PLAIN)))
    text = re.sub(rf"(?<=[\w)\]]){_NAME}|{_APPLY}(?![(\[])", " ", _SPACED.sub(r" \1 ", text))
    text = " ".join(re.sub(f"[{_NAME}{_APPLY}]", "", text).split())
    return unicodedata.normalize("NFC", re.sub(r"(?<=[(\[{]) | (?=[)\]},;.·/^_])", "", text))


@functools.cache
def _reader() -> tuple[latex2text.LatexNodes2Text, object]:
    """What makes text of TeX, and what it knows: that ^ and _ take an argument, among others."""
    known, said = (it.get_default_latex_context_db() for it in (latexwalker, latex2text))
    macros = [macrospec.std_macro(name, "{{") for name in ("dfrac", "tfrac", "mathtip")]
    scripts = [macrospec.SpecialsSpec(it, macrospec.MacroStandardArgsParser("{")) for it in "^_"]
    known.add_context_category("", [*macros, macrospec.std_macro("tag", "*{")], (), scripts, True)
    signs = {**_SIGNS, **dict.fromkeys(("frac", "dfrac", "tfrac"), _fraction)}
    signs["text"] = lambda node, l2tobj: l2tobj.node_arg_to_text(node, 0).replace(" ", _SPACE)
    rows = dict.fromkeys(("array", "bmatrix", "matrix", "pmatrix"), "(%s)") | {"cases": _cases}
    macros = [latex2text.MacroTextSpec(*it) for it in signs.items()]
    rows = [latex2text.EnvironmentTextSpec(*it) for it in rows.items()]
    scripts = {"^": _script, "_": _script, "&": _CELL}
    scripts = [latex2text.SpecialsTextSpec(*it) for it in scripts.items()]
    said.add_context_category("", macros, rows, scripts, prepend=True)
    return latex2text.LatexNodes2Text(said, math_mode="text"), known


def _cases(node: latexwalker.LatexNode, l2tobj: latex2text.LatexNodes2Text) -> str:
    return f"{{{l2tobj.nodelist_to_text(node.nodelist)}}}".replace(_CELL, f"{_SPACE}if{_SPACE}")


def _fraction(node: latexwalker.LatexNode, l2tobj: latex2text.LatexNodes2Text) -> str:
    above, below = (_grouped(l2tobj.node_arg_to_text(node, place)) for place in (0, 1))
    return f"{above}/{below}{_SPACE}"


def _script(node: latexwalker.LatexNode, l2tobj: latex2text.LatexNodes2Text) -> str:
    text = re.sub(rf"\s|{_NAME}|{_APPLY}$", "", l2tobj.node_arg_to_text(node, 0))
    small = _HIGH if node.specials_chars == "^" else _LOW
    alike = all(ord(sign) in small for sign in text)
    return text.translate(small) if alike else f"{node.specials_chars}{_grouped(text)}"


def _grouped(text: str) -> str:
    return text.strip() if _ALONE.fullmatch(text.strip()) else f"({text.strip()})"
