"""How an equation of a page is proven, and how a figure is held to what it says.

A page's proofs stand in tests/proofs/, in the file of the page's name. Where SymPy can read the
equation, the proof is given the page's own text, as one expression a side:

    @proves("sigmoid-complement")
    def _(*sides):
        assert same(*sides, where={p: SIGMOID})

Elsewhere the exact TeX stands beside the proof, so that neither can change alone:

    @proves("chain-rule", r"\\frac{\\partial L}{\\partial w_j} = …")
    def _():
        assert ...

A figure is drawn by its snippet and handed over with all that is on it:

    @draws("line/lines")
    def _(figure):
        ...
"""

from __future__ import annotations

import functools
import importlib.util
import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pages
import sympy
from project import ROOT
from sympy.parsing.latex import parse_latex

PROOFS = ROOT / "tests" / "proofs"

# The letters of the pages. A prediction, ŷ on the page, is p: the probability of a yes.
y, p, z, x, w, b, N, eps, kappa = sympy.symbols("y p z x w b N epsilon kappa", real=True)
SIGMOID = 1 / (1 + sympy.exp(-z))

_DISPLAYED = re.compile(r"\$\$(?P<tex>.*?)\$\$", re.S)
_LABEL = re.compile(r"\s*\\label\{(?P<label>[^}]+)\}\s*")
_RELATION = re.compile(r"=|\\approx|\\to|\\le\b|\\ge\b|<|>")

# What the page says for the reader's eye, or in its own letters, in a form that SymPy reads.
_SPELLING = [
    (r"\\hat\s*y|\\hat\{y\}", "p"),
    (r"\\varepsilon", r"\\epsilon"),
    (r"\\[,;!]|\\q?quad|\\displaystyle", " "),
    (r"\\bigl\[|\\left\[", "("),
    (r"\\bigr\]|\\right\]", ")"),
    (r"\\bigl|\\bigr|\\left|\\right", ""),
    (r"\\[td]frac", r"\\frac"),
    (r"\\frac\s*(\w)\s*(\w)", r"\\frac{\1}{\2}"),
    (r"\\ln\b", r"\\log"),
    # a letter, a digit or a bracket before a bracket is a factor; after a macro, it is a function
    (r"(?<![\\A-Za-z])([A-Za-z]|\d|\}|_\w)\s*\((?![^()]*\}\()", r"\1\\cdot("),
]


@dataclass(frozen=True)
class Proof:
    """One proof: its page, the label or figure it is for, the TeX beside it, if any, and itself."""

    page: str
    name: str
    tex: str | None
    check: Callable[..., None]


_equations: list[Proof] = []
_figures: list[Proof] = []


def proves(label: str, tex: str | None = None) -> Callable[[Callable[..., None]], None]:
    """Register the decorated function as the proof of the page's equation `label`.

    Without `tex` it is called with the sides of the page's own equation as SymPy expressions,
    with it without arguments; `tex` must be what the page says, white space aside.
    """
    return functools.partial(_register, _equations, label, tex)


def draws(figure: str) -> Callable[[Callable[..., None]], None]:
    """Register the decorated function as the check of a figure, `page/name` of its snippet."""
    return functools.partial(_register, _figures, figure, None)


def _register(where: list[Proof], name: str, tex: str | None, check: Callable[..., None]) -> None:
    path = Path(check.__code__.co_filename)
    page = path.relative_to(PROOFS).with_suffix("").as_posix()
    where.append(Proof(page, name, tex, check))


@functools.cache
def load() -> tuple[list[Proof], list[Proof]]:
    """All proofs of equations, and all checks of figures."""
    for path in sorted(PROOFS.rglob("*.py")):
        name = "proofs." + path.relative_to(PROOFS).with_suffix("").as_posix().replace("/", ".")
        spec = importlib.util.spec_from_file_location(name, path)
        sys.modules[name] = module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    return _equations, _figures


def page_names() -> list[str]:
    """The pages, `or-gate/program` for docs/or-gate/program.md."""
    docs = ROOT / "docs"
    return [path.relative_to(docs).with_suffix("").as_posix() for path in sorted(docs.rglob("*.md"))]


def displayed(page: str) -> list[tuple[str | None, str]]:
    """The displayed equations of a page in order: label, if any, and TeX, without the label."""
    text = pages.prose((ROOT / "docs" / f"{page}.md").read_text(encoding="utf-8"))
    found = []
    for match in _DISPLAYED.finditer(text):
        label = _LABEL.search(match["tex"])
        found.append((label and label["label"], plain(_LABEL.sub(" ", match["tex"]))))
    return found


def plain(tex: str) -> str:
    """TeX with its white space made equal."""
    return " ".join(tex.split())


def read(tex: str) -> list[sympy.Expr]:
    """The sides of an equation as SymPy expressions, read from the page's TeX.

    Raises `sympy.parsing.latex.LaTeXParsingError` where SymPy cannot read it.
    """
    for pattern, replacement in _SPELLING:
        tex = re.sub(pattern, replacement, tex)
    return [_meaning(parse_latex(side.strip())) for side in _RELATION.split(tex) if side.strip()]


def _meaning(side: sympy.Expr) -> sympy.Expr:
    """A side with the page's e, σ and max given their meaning, in real symbols."""
    sigma, greatest = sympy.Function("sigma"), sympy.Function("max")
    side = side.doit().replace(sigma, lambda at: 1 / (1 + sympy.exp(-at)))
    side = side.replace(greatest, lambda *of: sympy.Max(*of))
    real = {s: sympy.E if s.name == "e" else sympy.Symbol(s.name, real=True) for s in side.free_symbols}
    return side.subs(real)


def same(
    *formulas: sympy.Expr,
    where: Mapping[sympy.Symbol, sympy.Expr] | None = None,
    between: tuple[float, float] = (0, 1),
) -> bool:
    """Whether the formulas are one and the same: at random places, to forty digits.

    `where` is put into the formulas first; the places are drawn `between` two numbers.
    """
    first, *others = (sympy.sympify(formula).subs(where or {}) for formula in formulas)
    names = sorted(set().union(*(f.free_symbols for f in (first, *others))), key=str)
    draw = np.random.default_rng(7)
    low, high = (int(1000 * end) for end in between)
    for _ in range(8):
        values = {name: sympy.Rational(int(draw.integers(low + 1, high)), 1000) for name in names}
        for other in others:
            if abs(sympy.N((first - other).subs(values), 50, maxn=300)) > 1e-40:
                return False
    return bool(others)
