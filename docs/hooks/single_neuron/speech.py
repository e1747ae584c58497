"""An equation in a line of plain characters, for the search: `z = w·x + b`."""

import re
import unicodedata

from pylatexenc import latex2text, latexwalker, macrospec

_SPACE, _NAME, _APPLY, _CELL, _ROW = "\u00a0\u2062\u2061\u2063\u2064"  # until all is read
_SIGNS = {"cdot": "·", "cdots": "…", "dots": "…", "ne": "≠", "|": "‖", ",": "", "sum": f"∑{_APPLY}"}
_SIGNS |= {"\\": _ROW, "quad": _SPACE, "qquad": _SPACE, "tag": "", "tanh": f"{_NAME}tanh{_APPLY}"}
_SIGNS |= {it: f"{_NAME}{it}{_APPLY}" for it in ("cos", "exp", "ln", "log", "max", "min", "sin")}
_SIGNS |= dict.fromkeys(["mathbb", "mathbf", "mathcal", "mathit", "mathrm"], "%s")
_HIGH = str.maketrans("0123456789-⊤", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻ᵀ")
_LOW = str.maketrans("0123456789aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ")
_PLAIN = {"-": "−", "'": "′", "\u0305": "\u0304", _CELL: " ", _ROW: "; ", ",": ", "}
_SCRIPTED = re.compile(rf"{_APPLY}((?:[_^](?:\w|\([^()]*\))|[⁰-⁹¹²³ᵀ₀-ₜᵢᵣᵤᵥⱼ′])+)")
_SPACED = re.compile(rf"(:=|[=≠<>≤≥≈≡∼→↦←⇒⇔∈±×⊙∘]|(?<=[^ (\[{{,;=≠<>≤≥≈→←{_APPLY}])[+−])")
_ALONE = re.compile(r"(?!\d+[^\d.])[^+\-−·/=,^(]*|[^\W\d]\^(?:\w+|\([^()]*\))|\([^()]*\)")


def plain(tex: str) -> str:
    """A readable line for any TeX, without its number, its labels and what aligns it."""
    tex = re.sub(r"\\\\(?:\[[\d.]+em\])?\s*&\s*(?=\{\}|=)", " ", tex)  # a row that goes on
    try:
        walker = latexwalker.LatexWalker(tex, latex_context=_KNOWN, tolerant_parsing=True)
        text = re.sub("[ \t\n]", "", _READER.nodelist_to_text(walker.get_latex_nodes()[0]))
    except Exception:  # what it cannot read is found by its words at least
        text = re.sub(r"[\\{}&$^_\s]+", _SPACE, tex)
    text = re.sub(r"\{[^{}]*\}", lambda it: it[0].replace(_CELL, f"{_SPACE}if{_SPACE}"), text)
    text = _SCRIPTED.sub(rf"\1{_APPLY}", text.translate(str.maketrans(_PLAIN)))
    text = re.sub(rf"(?<=[\w)\]]){_NAME}|{_APPLY}(?![(\[])", " ", _SPACED.sub(r" \1 ", text))
    text = " ".join(re.sub(f"[{_NAME}{_APPLY}]", "", text).split())
    return unicodedata.normalize("NFC", re.sub(r"(?<=[(\[{]) | (?=[)\]},;.·/^_])", "", text))


def _fraction(node: latexwalker.LatexNode, l2tobj: latex2text.LatexNodes2Text) -> str:
    return "/".join(_grouped(l2tobj.node_arg_to_text(node, place)) for place in (0, 1)) + _SPACE


def _script(node: latexwalker.LatexNode, l2tobj: latex2text.LatexNodes2Text) -> str:
    text = re.sub(rf"\s|{_NAME}|{_APPLY}$", "", l2tobj.node_arg_to_text(node, 0))
    small = _HIGH if node.specials_chars == "^" else _LOW
    alike = all(ord(sign) in small for sign in text)
    return text.translate(small) if alike else f"{node.specials_chars}{_grouped(text)}"


def _grouped(text: str) -> str:
    return text.strip() if _ALONE.fullmatch(text.strip()) else f"({text.strip()})"


_KNOWN, _WORDS = (it.get_default_latex_context_db() for it in (latexwalker, latex2text))
_TAKEN = [macrospec.std_macro(*it) for it in (("dfrac", "{{"), ("tfrac", "{{"), ("tag", "*{"))]
_RAISED = [macrospec.SpecialsSpec(it, macrospec.MacroStandardArgsParser("{")) for it in "^_"]
_KNOWN.add_context_category("", _TAKEN, (), _RAISED, prepend=True)
_SIGNS |= dict.fromkeys(("frac", "dfrac", "tfrac"), _fraction)
_SIGNS["text"] = lambda node, l2tobj: l2tobj.node_arg_to_text(node, 0).replace(" ", _SPACE)
_ROWS = dict.fromkeys(("array", "bmatrix", "matrix", "pmatrix"), "(%s)") | {"cases": "{%s}"}
_SPECS = (latex2text.MacroTextSpec, latex2text.EnvironmentTextSpec, latex2text.SpecialsTextSpec)
_SAID = zip(_SPECS, (_SIGNS, _ROWS, {"^": _script, "_": _script, "&": _CELL}), strict=True)
_WORDS.add_context_category("", *([a(*it) for it in b.items()] for a, b in _SAID), prepend=True)
_READER = latex2text.LatexNodes2Text(_WORDS, math_mode="text")
