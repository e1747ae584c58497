r"""How an equation of a page is proven, and how a figure is held to what it says.

A page's proofs stand in tests/proofs/, in the file of the page's name: a function each, with the
equation's label. Where SymPy can read the equation, the proof is given what the page says, an
expression a side (`reading.py` lists how they look):

    @proves("common-denominator")
    def _(*sides):
        assert same(*sides, diff(LOSS, p))

Elsewhere the exact TeX stands beside the proof, so that neither can change alone:

    @proves("vector-gradient", r"\nabla_w L = \frac1N X^\top\delta")
    def _():
        assert ...

A figure is drawn by its snippet and handed over with all that is on it:

    @draws("line/lines")
    def _(figure):
        assert curve(figure, "w = 2, b = 5")(0) == 5
        says("crosses the vertical axis at 5")

Words that a proof or a check holds are quoted with `says`, all numbers of the alt text and the
caption among them. It fails where the page does not say so; line breaks and the length of a minus
sign do not count.
"""

from __future__ import annotations

import ast
import functools
import importlib.util
import math
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace

import matplotlib as mpl
import numpy as np
import pages
import snippet
import sympy
from matplotlib.axes import Axes
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Annotation
from matplotlib.typing import ColorType
from numpy.typing import ArrayLike, NDArray
from project import ROOT
from reading import Side, UnreadableError, indexed, read, symbol  # indexed: for the proofs
from runner import COLOURS, STYLE
from sympy.core.function import AppliedUndef
from sympy.matrices.expressions.matexpr import MatrixElement

PROOFS = ROOT / "tests" / "proofs"

# The letters of the pages. A prediction, ŷ on the page, is p: the probability of a yes.
y, p, z, x, w, b, alpha, eps, kappa = map(
    symbol, ("y", "p", "z", "x", "w", "b", "alpha", "epsilon", "kappa")
)
i, j, k, r, N, K, d = map(symbol, "ijkrNKd")

SIGMOID = 1 / (1 + sympy.exp(-z))


# What a proof is made of


@dataclass(frozen=True)
class Proof:
    """One proof: its page, the label or figure it is for, the TeX beside it, if any, and itself."""

    page: str
    name: str
    tex: str | None
    check: Callable[..., None]


_equations: list[Proof] = []
_figures: list[Proof] = []
_said: list[str] = []

Array = NDArray[np.float64]
Where = Mapping[sympy.Expr | str, sympy.Expr]


def proves(label: str, tex: str | None = None) -> Callable[[Callable[..., None]], None]:
    """Register the decorated function as the proof of the page's equation `label`.

    Without `tex` it is called with what the page says, read by `read`; with it, without
    arguments: then `tex` must be what the page says, white space aside.
    """
    return functools.partial(_register, _equations, label, tex)


def draws(figure: str) -> Callable[[Callable[..., None]], None]:
    """Register the decorated function as the check of a figure, `page/name` of its snippet."""
    return functools.partial(_register, _figures, figure, None)


def _register(where: list[Proof], name: str, tex: str | None, check: Callable[..., None]) -> None:
    where.append(Proof(_page(check.__code__.co_filename), name, tex, check))


def says(*words: str) -> None:
    """Assert that the page whose proof calls this uses these words, and these."""
    page = _page(sys._getframe(1).f_code.co_filename)
    for each in map(spoken, words):
        assert each in spoken(markdown(page)), f"docs/{page}.md does not say: {each}"
        _said.append(each)


def same(*formulas: sympy.Expr, where: Where | None = None) -> bool:
    """Whether the formulas are one and the same: SymPy simplifies their differences to zero.

    First, what `where` says is put into them, one after the other; a string names a symbol.
    """
    first, *others = (_put(formula, where or {}) for formula in formulas)
    return bool(others) and all(_is_zero(first - other) for other in others)


def approx(value: sympy.Expr, printed: Decimal) -> bool:
    """Whether the value, rounded to as many places as are printed, gives these digits."""
    exact = Decimal(str(sympy.N(value, 40)))
    return isinstance(printed, Decimal) and exact.quantize(printed) == printed


@functools.cache
def stated(page: str, label: str) -> tuple[Side, ...]:
    """What the equation of a page says, for a proof that leans on another one."""
    try:
        return tuple(read(dict(displayed(page))[label]))
    except UnreadableError as error:
        message = f"docs/{page}.md: {label} needs its TeX beside the proof: {error}"
        raise UnreadableError(message) from error


def _put(formula: sympy.Expr, where: Where) -> sympy.Expr:
    if isinstance(formula, Decimal):
        message = f"{formula} is rounded on the page: compare it with approx()"
        raise TypeError(message)
    formula = sympy.sympify(formula)
    for old, new in where.items():
        formula = formula.subs(symbol(old) if isinstance(old, str) else old, new)
    return formula.doit()


def _is_zero(difference: sympy.Expr) -> bool:
    """Whether it is. Logarithms are taken apart first: log(ab) = log a + log b."""
    apart = difference.rewrite(sympy.tanh, sympy.exp).replace(
        sympy.log, lambda of: sympy.expand_log(sympy.log(sympy.factor(of)), force=True)
    )
    return sympy.simplify(apart) == 0


# Other numbers, and calculus


def rerun(name: str, **given: object) -> SimpleNamespace:
    """What the script `snippets/name.py` leaves behind if these names get other values.

    They get them just after the script itself has set them for the first time.
    """
    script = (snippet.SNIPPETS / f"{name}.py").read_text(encoding="utf-8")
    steps, left = [], set(given)
    for step in ast.parse(script).body:
        steps.append(step)
        if isinstance(step, ast.Assign):
            found = {leaf.id for leaf in ast.walk(step) if isinstance(leaf, ast.Name)} & left
            left -= found
            steps += ast.parse("".join(f"{each} = given['{each}']\n" for each in found)).body
    assert not left, f"{name}.py never sets {left}"
    namespace: dict[str, object] = {"given": given}
    stdout = snippet.run(ast.unparse(ast.Module(steps, [])), namespace)
    return SimpleNamespace(**{**namespace, "stdout": stdout})


def evaluate(formula: sympy.Basic, **values: object) -> Array:
    """What a formula comes to when its letters have values: numbers, vectors or matrices.

    An index counts from one; f is a function.
    """
    match formula:
        case sympy.Symbol():
            return values[formula.name]
        case sympy.Indexed():
            place = (int(evaluate(index, **values)) - 1 for index in formula.indices)
            return np.asarray(values[formula.base.name])[tuple(place)]
        case sympy.Sum():
            *others, (index, first, last) = formula.limits
            term = sympy.Sum(formula.function, *others) if others else formula.function
            indices = range(int(first), int(evaluate(last, **values)) + 1)
            return sum(evaluate(term, **{**values, index.name: n}) for n in indices)
        case sympy.Piecewise():
            return next(evaluate(e, **values) for e, if_ in formula.args if evaluate(if_, **values))
        case _ if not formula.args:
            return bool(formula) if formula.is_Boolean else float(formula)
    parts = [evaluate(part, **values) for part in formula.args]
    unknown = isinstance(formula, AppliedUndef)
    f = values[formula.func.__name__] if unknown else _of_numpy(formula.func, len(parts))
    return f(*parts)


@functools.cache
def _of_numpy(function: type[sympy.Basic], arguments: int) -> Callable[..., Array]:
    """NumPy's function for SymPy's; a product is that of linear algebra."""
    if function is sympy.Mul:
        return lambda *factors: functools.reduce(np.dot, factors)
    letters = [sympy.Dummy(real=True) for _ in range(arguments)]
    return sympy.lambdify(letters, function(*letters), "numpy")


def agree(*numbers: ArrayLike) -> bool:
    """Whether they are the same but for the rounding of the computer."""
    first, *others = (np.asarray(each, dtype=float) for each in numbers)
    return bool(others) and all(np.allclose(first, o, rtol=1e-11, atol=1e-13) for o in others)


def slope(formula: sympy.Expr, by: sympy.Expr) -> sympy.Expr:
    """The derivative of a formula. `by` may be one of those that it sums over, such as w[j]."""

    def only_term(total: sympy.Sum) -> sympy.Expr:
        """Over k from 1 to d, only the term with k = j has a slope; j is one of 1, …, d."""
        bounds = {bound for _, *ends in total.limits for bound in ends}

        def chosen(within: sympy.Piecewise) -> sympy.Expr:
            (term, condition), _ = within.args
            assert all(bounds & set(part.args) for part in condition.args)
            return term

        return total.doit().replace(sympy.Piecewise, lambda *cases: chosen(sympy.Piecewise(*cases)))

    return sympy.diff(formula, by).replace(
        lambda part: isinstance(part, sympy.Sum) and part.has(sympy.KroneckerDelta), only_term
    )


def entry(
    product: sympy.MatMul, row: sympy.Expr, column: sympy.Expr | int = 1, *, over: sympy.Symbol
) -> sympy.Sum:
    """One number of a product of two matrices: the sum that it is, all indices from one."""

    def named(matrix: sympy.MatrixSymbol, *at: sympy.Expr) -> sympy.Indexed:
        pairs = zip(at, matrix.shape, strict=True)
        return indexed(matrix.name, *(index + 1 for index, size in pairs if size != 1))

    total = product[row - 1, column - 1]
    [counter] = total.variables
    return total.change_index(counter, counter + 1, over).replace(MatrixElement, named)


# What a figure shows


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
    with mpl.rc_context(STYLE):
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


# Pages


def page_names() -> list[str]:
    """The pages, `or-gate/program` for docs/or-gate/program.md."""
    docs = ROOT / "docs"
    paths = sorted(path.relative_to(docs) for path in docs.rglob("*.md"))
    return [path.with_suffix("").as_posix() for path in paths]


@functools.cache
def markdown(page: str) -> str:
    """The page's text."""
    return (ROOT / "docs" / f"{page}.md").read_text(encoding="utf-8")


def spoken(words: str) -> str:
    """Words with their white space and their minus signs made equal."""
    return " ".join(words.replace("−", "-").split())


_DISPLAYED = re.compile(r"\$\$(?P<tex>.*?)\$\$", re.S)
_INLINE = re.compile(r"(?<![\\$])\$(?P<tex>[^$]+?)(?<!\\)\$")
_LABEL = re.compile(r"\s*\\label\{(?P<label>[^}]+)\}\s*")


def displayed(page: str) -> list[tuple[str | None, str]]:
    """The displayed equations of a page in order: label, if any, and TeX, without the label."""
    found = []
    for match in _DISPLAYED.finditer(pages.prose(markdown(page))):
        label = _LABEL.search(match["tex"])
        found.append((label and label["label"], plain(_LABEL.sub(" ", match["tex"]))))
    return found


def inline(page: str) -> list[str]:
    """The TeX of the page's formulas in running text, in order."""
    text = _DISPLAYED.sub(" ", pages.prose(markdown(page)))
    return [plain(match["tex"]) for match in _INLINE.finditer(text)]


# A digit that is part of a name needs to know what comes before and after it.
_NUMBER = re.compile(r"(?:(?<=frac)|(?<![A-Za-z_\d]))\d+")
_NOT_PROSE = re.compile(
    r"(?s:\A---\n.*?\n---\n)"  # front matter
    r"|(?s:\$\$.*?\$\$)"  # displayed equations have proofs of their own
    r"|(?m:^#.*|^\d+\. )"  # headings, and the marks of a list
    r"|(?<=\])\([^)]*\)|\{[ :#.][^}\n]*\}|</?[a-z][^>\n]*>"  # targets, attributes, tags
    r"|\^\{\[\d\]\}|_\{?\d+|\b[A-Za-z]+\d*-\d+|\b\d+-bit\b"  # names
    r"|(?i:\b(?:chapters?|steps?) \d+(?:\.\d+)?(?: to \d+)?)(?!\])|\*\*\d+\. "
)


def numbers(text: str) -> Iterator[re.Match[str]]:
    """The groups of digits in a page's prose: outside code, displayed equations and names."""
    return _NUMBER.finditer(blank(_NOT_PROSE, pages.prose(text)))


def blank(pattern: re.Pattern[str], text: str) -> str:
    """The text with what the pattern finds made blank; all else stays where it is."""
    return pattern.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)


def places(words: str, text: str) -> list[tuple[int, int]]:
    """Where the text holds these words, white space and the length of a minus sign aside."""
    parts = (re.escape(part).replace(r"\-", "[-−]") for part in spoken(words).split())
    return [found.span() for found in re.finditer(r"\s+".join(parts), text)]


def plain(tex: str) -> str:
    """TeX with its white space made equal."""
    return " ".join(tex.split())


# Carrying them out


@functools.cache
def load() -> tuple[list[Proof], list[Proof]]:
    """All proofs of equations, and all checks of figures."""
    for path in sorted(PROOFS.rglob("*.py")):
        name = f"proofs.{_page(path)}".replace("/", ".")
        spec = importlib.util.spec_from_file_location(name, path)
        sys.modules[name] = module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    return _equations, _figures


@functools.cache
def run(proof: Proof) -> list[str]:
    """Carry out a proof or a check, and return the words that it holds the page to."""
    _said.clear()
    if proof in _figures:
        proof.check(*snippet.load(proof.name).figures)
    elif proof.tex is None:
        proof.check(*stated(proof.page, proof.name))
    else:
        proof.check()
    return list(_said)


def _page(path: Path | str) -> str:
    """The page that a file of proofs is for."""
    return Path(path).relative_to(PROOFS).with_suffix("").as_posix()
