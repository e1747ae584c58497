r"""Reads an equation's TeX with SymPy, and only where SymPy can be trusted with it.

SymPy's reader takes any word for a product of letters and any f(x) for a function, and neither is
what these pages mean. So whatever stands in an equation must be listed here, and SymPy is given
it with every product written out and every name replaced by a number, to be put back afterwards.

    \hat y, \hat y_i, \hat Y_{ik}              p, p[i], P[i, k]
    x_j, X_{ij}, \hat Y_{i, y_i}               x[j], X[i, j], P[i, y[i]]; but w_1 is a symbol, "w_1"
    e, \sigma(z), \max(0, z), \varepsilon      the number, the functions, the symbol "epsilon"
    \frac{\partial L}{\partial\hat y_i}        the symbol "∂L/∂p_i"; with d in place of ∂, "dp/dz"
    \sigma'(z), \operatorname{ReLU}(z)         the symbols "σ'(z)", "ReLU(z)"; for MSE, "MSE"
    w^{[2]}_j, w \cdot x                       the symbols "w[2]_j", "w·x"
    Wx, X, W_1                                 all letters of the equation do not commute
    \begin{cases} … \end{cases}                a `Piecewise`
    \nabla L, \nabla_w L, \nabla L(v)           the symbols "∇L", "∇_wL", "∇L(v)"
    X^\top, \tilde X, \tilde X^\top            the symbols "Xᵀ", "X̃", "X̃ᵀ"
    \lambda_{\max}, \alpha_{\text{crit}}       the symbols "lambda_max", "alpha_crit"
    L(w), f(x)                                 a function of that name, of which nothing is known
    (a, \dots, b)                              a `Tuple` of a, the symbol "…" and b
    a = b \approx 0.69                         sides a and b, and the digits as a `Decimal`
    a \le b, a \in \{…\}, a \leftarrow b      one thing: the relation, the `Assignment`
    a \approx b                                one thing: `ABOUT(a, b)`
    a = b \qquad c = d                         sides a, b, c and d, as in rows of `gathered`
    a &= b \\[1em] &= c, a \\ & {} + b         one thing over two rows of `aligned`
"""

from __future__ import annotations

import functools
import re
from decimal import Decimal

import sympy
from sympy.codegen.ast import Assignment
from sympy.parsing.latex import LaTeXParsingError, parse_latex

Side = sympy.Basic | Decimal

_parsed = functools.cache(parse_latex)  # the same short expressions come again and again


ABOUT = sympy.Function("about")


class UnreadableError(ValueError):
    """An equation that SymPy would misread, or not read at all."""


def symbol(name: str) -> sympy.Symbol:
    """The symbol of this name as `read` makes it: real, or an integer where it counts."""
    if name in {"N", "K", "d"}:
        return sympy.Symbol(name, integer=True, positive=True)
    return sympy.Symbol(name, **{"integer" if name in {"i", "j", "k", "r"} else "real": True})


def indexed(name: str, *indices: sympy.Expr | int) -> sympy.Indexed:
    """The indexed symbol as `read` makes it: `indexed("X", i, j)` for `X_{ij}`."""
    return sympy.IndexedBase(name, real=True)[indices]


def read(tex: str) -> list[Side]:
    """What an equation says, side by side, as listed above.

    Raises `UnreadableError` where SymPy cannot be trusted with the TeX.
    """
    try:
        return _Reader().equation(" ".join(tex.split()))
    except LaTeXParsingError as error:
        raise UnreadableError(str(error)) from error


_SPELLING = [
    (r"(?<!\\)\\[,;:! ]|\\quad\b", " "),
    (r"\\hat\s*y(?![a-z])|\\hat\{y\}", " p "),
    (r"\\hat\s*Y(?![a-z])|\\hat\{Y\}", " P "),
    (r"\\varepsilon\b", r"\\epsilon "),
    (r"\\ln\b", r"\\log "),
    (r"\\(?:bigl|left)\s*[(\[]", "("),
    (r"\\(?:bigr|right)\s*[)\]]", ")"),
    (r"\\[td]?frac\s*(\w)\s*(\w)", r"\\frac{\1}{\2}"),
    (r"\\[td]frac\b", r"\\frac"),
    (r"\\sum_(?:r|\{r\})(?!\s*\^)", r"\\sum_{r=1}^{K}"),  # over all classes
    (r"_\{(\w),\s*y_\1\}", r"_{\1y}"),  # in row i, column yᵢ
    (r"\\log\s*(\\prod.*)$", r"\\log(\1)"),  # of the whole product
]
_THING = r"(?:\\operatorname\{\w+\}|[A-Za-z])\s*(?:\^\{\[\w\]\})?(?:_(?:\w|\{\w+\}))?\s*"
_NAMES = re.compile(
    rf"\\frac\{{(?:\\partial|d)\s*{_THING}\}}\{{(?:\\partial|d)\s*{_THING}\}}"
    rf"|\\partial\s*{_THING}\s*/\s*\\partial\s*{_THING}"
    r"|\\(?:sigma|tanh)'\(z\)"
    r"|\\operatorname\{(?!sign\})\w+\}(?:'?\([z0]\)(?:_\w)?)?"
    r"|[A-Za-z]\^\{\[[\w-]+\]\}(?:_\w)?"
    r"|(?<![A-Za-z])w\s*\\cdot\s*x(?![_^])"
    r"|\\frac\{d\^2\s*\w\}\{d\s*\w\^2\}"
    r"|\\nabla(?:_w)?\s*L(?:\(v\))?"
    r"|(?:\\tilde\s*X|X(?=\^\\top))(?:\^\\top)?"
    r"|\\(?:alpha|lambda)_\{\\(?:text\{\w+\}|max|min)\}"
)
_MATRIX = re.compile(r"[HWX](?!_\{?[ijkr])")
_CASES = re.compile(r"\\begin\{cases\}(.*?)\\end\{cases\}")
_LAYOUT = re.compile(
    r"\\(?:begin|end)\{(?:aligned|gathered)\}|(?:\\\\(?:\[[\d.]+em\])?\s*)?&\s*(?:\{\}|(?==))|&"
)
_RELATIONS = {
    "=": sympy.Eq,
    r"\ne": sympy.Ne,
    "<": sympy.Lt,
    r"\le": sympy.Le,
    ">": sympy.Gt,
    r"\ge": sympy.Ge,
    r"\leftarrow": Assignment,
}
_RELATION = re.compile(r"(=|<|>|\\(?:approx|ne|le|ge|in|leftarrow)(?![a-z]))(?![^{}]*\})")
_FUNCTIONS = {
    "sigma": lambda of: 1 / (1 + sympy.exp(-of)),
    "max": sympy.Max,
    "Phi": sympy.sign,  # its name on the way through SymPy's reader
    "f": sympy.Function("f"),
    "L": sympy.Function("L"),
}
_TOKEN = re.compile(
    r"(?P<number>\d+(?:\.\d+)?)"
    r"|(?P<symbol>(?:[abehi-np-zHKMNPRWXY]|L(?!\s*\()|d(?!\s*[a-zA-Z\\(])"
    r"|\\(?:alpha|delta|epsilon|gamma|kappa|Omega)(?![a-z]))\s*(?:_(?:\w|\\epsilon|\{\w+\}))?)"
    r"|(?P<function>(?:\\(?:log|tanh|sigma|max)|\\operatorname\{sign\})(?![a-z])(?:\^2)?"
    r"|[fL](?=\s*\())"
    r"|(?P<sum>\\(?:sum|prod)_\{[ijkr]=1\}\^(?:[NKd]|\{[NKd]\}))"
    r"|(?P<open>\(|\\(?:frac|sqrt)(?=\{))"
    r"|(?P<close>\)|\})"
    r"|(?P<brace>\{)"
    r"|(?P<power>\^(?=\{|\w(?!\w)))"
    r"|(?P<times>\\cdot(?![a-z])|/)"
    r"|(?P<plus>[-+|,])"
)


class _Reader:
    """One reading: it remembers what the numbers stand for."""

    def __init__(self) -> None:
        self.things: list[sympy.Basic] = []
        self.symbol = symbol

    def equation(self, tex: str) -> list[Side]:
        if _MATRIX.search(tex):
            self.symbol = functools.partial(sympy.Symbol, commutative=False)
        for pattern, replacement in _SPELLING:
            tex = re.sub(pattern, replacement, tex)
        tex = _NAMES.sub(lambda name: self._numbered(self.symbol(_spelt(name[0]))), tex)
        tex = _CASES.sub(lambda cases: self._numbered(self._cases(cases[1])), tex)
        tex = _LAYOUT.sub(" ", tex)
        statements = re.split(r",?(?:\s*(?:\\qquad|\\\\|\\text\{and\}))+", tex)
        return [side for statement in statements for side in self._statement(statement)]

    def _statement(self, tex: str) -> list[Side]:
        parts = _RELATION.split(tex)
        sides, relations = parts[::2], parts[1::2]
        if len(relations) == 1 and relations[0] not in {"=", r"\approx"}:
            return [self._relation(tex)]
        if not set(relations[:-1]) <= {"="} or not set(relations[-1:]) <= {"=", r"\approx"}:
            raise UnreadableError(f"{' '.join(relations)} in one line")
        read = [self._expression(side) for side in sides]
        if relations[-1:] == [r"\approx"]:
            if not re.fullmatch(r"\s*-?\d+(\.\d+)?\s*", sides[-1]):
                return [*read[:-2], ABOUT(*read[-2:])]
            read[-1] = Decimal(sides[-1].strip())
        return read

    def _relation(self, tex: str) -> sympy.Basic:
        left, relation, right = _RELATION.split(tex)
        if relation == r"\in":
            numbers = re.fullmatch(r"\s*\\\{([-+\d, ]+)\\\}\s*", right)
            if not numbers:
                raise UnreadableError(f"what is the set {right}?")
            return sympy.Contains(
                self._expression(left), sympy.FiniteSet(*map(int, numbers[1].split(",")))
            )
        return _RELATIONS[relation](self._expression(left), self._expression(right))

    def _cases(self, tex: str) -> sympy.Basic:
        rows = [row.split("&") for row in tex.split(r"\\")]
        values = [self._expression(value) for value, _ in rows]
        *conditions, last = [self._relation(condition) for _, condition in rows]
        if last != sympy.Not(sympy.Or(*conditions)):
            raise UnreadableError(f"the last case is not what the others leave: {last}")
        return sympy.Piecewise(*zip(values, [*conditions, last], strict=True))

    def _numbered(self, thing: sympy.Basic) -> str:
        self.things.append(thing)
        return rf"\Omega_{{{len(self.things) - 1}}}"

    def _expression(self, tex: str) -> sympy.Expr:
        listed = re.fullmatch(r"\s*\((.*), \\dots,(.*)\)\s*", tex)
        if listed:
            first, last = map(self._expression, listed.groups())
            return sympy.Tuple(first, self.symbol("…"), last)
        written = self._written_out(tex)
        tree = _parsed(written)
        leaves = (str(s) for s in sympy.preorder_traversal(tree) if isinstance(s, sympy.Symbol))
        read = sorted(leaf for leaf in leaves if leaf.startswith("Omega"))
        if read != sorted(re.findall(r"Omega_\{\d+\}", written)):
            raise UnreadableError(f"{tex} was read as {tree}")
        return self._meaning(tree)

    def _written_out(self, tex: str) -> str:
        """The TeX with a sign for every product and a number for every name."""
        written, place, depth, before = [], 0, 0, ""
        bare: set[int] = set()  # depths at which a function waits for the end of its argument
        tex = tex.strip()
        while place < len(tex):
            token = _TOKEN.match(tex, place)
            if not token:
                raise UnreadableError(f"what is {tex[place:]}?")
            kind, text, place = token.lastgroup, token[0], token.end()
            place += len(tex[place:]) - len(tex[place:].lstrip())
            joined = before in {"number", "symbol", "close"}
            if joined and kind in {"number", "symbol", "function", "sum", "open"}:
                if kind == "number" and before != "close":
                    raise UnreadableError(f"{text} follows a factor")
                written.append(r"\cdot ")
            if (kind == "times" or written[-1:] == [r"\cdot "]) and depth in bare:
                raise UnreadableError("a function without brackets, and then a product")
            if kind in {"plus", "close"}:
                bare.discard(depth)
            if kind == "function" and not tex[place:].startswith("("):
                bare.add(depth)
            if kind == "symbol":
                text = self._symbol(text)
            depth += (text.endswith("(") or kind == "brace") - (kind == "close")
            written.append(text.replace(r"\operatorname{sign}", r"\Phi") + " ")
            before = kind
        return "".join(written)

    def _symbol(self, tex: str) -> str:
        """A letter, with or without a subscript, as a number."""
        if tex.startswith(r"\Omega_"):
            return tex
        name, _, below = tex.replace("\\", "").replace(" ", "").partition("_")
        below = below.strip("{}")
        if re.fullmatch(r"[ijkr]+y?", below):
            column = [indexed("y", symbol(below[0]))] if below.endswith("y") else []
            rows = map(symbol, below.rstrip("y"))
            return self._numbered(indexed(name, *rows, *column))
        whole = sympy.E if tex == "e" else self.symbol(f"{name}_{below}".strip("_"))
        return self._numbered(whole)

    def _meaning(self, tree: sympy.Basic) -> sympy.Basic:
        """The tree that SymPy read, evaluated, with the names in their places again."""
        if isinstance(tree, sympy.Symbol):
            numbered = re.fullmatch(r"Omega_\{(\d+)\}", tree.name)
            return self.things[int(numbered[1])] if numbered else self.symbol(tree.name)
        if isinstance(tree, sympy.Float):
            return sympy.Rational(str(tree))
        parts = [self._meaning(part) for part in tree.args]
        if isinstance(tree, sympy.core.function.AppliedUndef):
            return _FUNCTIONS[tree.func.__name__](*parts)
        return tree.func(*parts) if parts else tree


def _spelt(tex: str) -> str:
    r"""A name in plain letters: ∂L/∂p_i for \frac{\partial L}{\partial p_i}."""
    tex = re.sub(r"\\operatorname\{(\w+)\}", r"\1", tex)
    tex = re.sub(r"_\{(\w+)\}", r"_\1", tex)
    tex = re.sub(r"\^\{(\[[\w-]+\])\}", r"\1", tex)
    tex = re.sub(r"\\frac\{(.*)\}\{(.*)\}", r"\1/\2", tex)
    tex = re.sub(r"_\{\\(?:text\{)?(\w+)\}+", r"_\1", tex)
    tex = re.sub(r"\\tilde\s*X", "X\N{COMBINING TILDE}", tex)
    tex = tex.replace(r"^\top", "ᵀ").replace("^2", "²").replace(r"\nabla", "∇")
    tex = tex.replace(r"\partial", "∂").replace(r"\sigma", "σ").replace(r"\cdot", "·")
    return re.sub(r"[\\\s]", "", tex)
