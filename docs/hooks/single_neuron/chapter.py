"""The code of a chapter as one program: what the notebook and the chapter's program run."""

from __future__ import annotations

import ast
import builtins
import symtable
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from .pages import Include, Page
from .reading import Project
from .running import imported, parsed

# What only a program of its own may do, and the words of code that tell of it.
_ALONE = {
    "ends its program": {"SystemExit", "_exit", "exit", "quit", "unittest"},
    "reads its arguments": {"argparse", "argv"},
    "asks for its own file": {"__file__"},
    "starts its program anew": {"ProcessPoolExecutor", "multiprocessing"},
    "starts a loop of its own": {"asyncio"},
    "changes how all arrays are computed or printed": {"set_printoptions", "seterr"},
    "changes how all figures look": {"rc", "rcParams", "use"},
    "changes what the rest of a program runs in": {
        "environ", "filterwarnings", "getcontext", "setrecursionlimit", "simplefilter", "stdout"
    },
    "imports names without telling which": {"*"},
}


class Part(NamedTuple):
    """A block of Python: what runs in its place, or why its script is a program of its own.

    Nothing runs in its place if it came before, with the script's first part.
    """

    include: Include
    code: str
    alone: str


def parts(project: Project, page: Page) -> Iterator[Part]:
    """The Python of a page in reading order.

    A script comes part by part if its parts stand together and make up all of it; else, whole.
    """
    includes = [include for include in page.includes if include.path.endswith(".py")]
    groups = [(path, [*group]) for path, group in groupby(includes, lambda one: one.path)]
    times = Counter(path for path, _ in groups)
    seen: set[str] = set()
    for path, group in groups:
        whole = project.part(Include(0, path, None)).strip("\n")
        pieces = [project.part(include).strip("\n") for include in group]
        if times[path] > 1 or not _make_up(pieces, whole):
            pieces = ["" if path in seen else whole, *("" for _ in group[1:])]
        seen.add(path)
        alone = _alone(project, path, whole)
        for include, code in zip(group, pieces, strict=True):
            yield Part(include, "" if alone else code, alone)


def program(project: Project, page: Page) -> str:
    """All code of a chapter as one program, in reading order; nothing if it has none."""
    texts, futures = [], []
    for part in parts(project, page):
        lines = part.code.split("\n") if part.code else []
        imports = [node for node in parsed(part.code).body if isinstance(node, ast.ImportFrom)]
        early = [node for node in imports if node.module == "__future__"]
        futures += map(ast.unparse, early)  # only a program's first lines may hold them
        for node in reversed(early):
            del lines[node.lineno - 1 : node.end_lineno]
        if part.alone:
            lines = [f"# Not here, for it {part.alone}: run it by itself."]
        if lines:
            texts.append("\n".join([f"# %% {part.include}", *lines]) + "\n")
    about = f'"""{page.title}: all code of the chapter, in reading order."""\n'
    about += "".join(f"\n{line}\n" for line in dict.fromkeys(futures))
    return "\n\n".join([about, *texts]) if texts else ""


def _make_up(pieces: list[str], whole: str) -> bool:
    """Whether parts are all of a script but its docstring, and each shows itself what it draws."""
    tree = parsed(whole)
    first = tree.body[0].end_lineno if ast.get_docstring(tree) else 0
    lines = [line for piece in pieces for line in piece.splitlines() if line]
    shown = all("plt.show()" in piece for piece in pieces if "plt." in piece)
    shown &= all(map(parsed, pieces))  # as a cell each stands alone
    return pieces == [whole] or (shown and lines == [*filter(None, whole.splitlines()[first:])])


def _alone(project: Project, path: str, code: str) -> str:
    """Why a script is a program of its own, or nothing."""
    nodes = [*ast.walk(parsed(code))]
    words = {getattr(node, part, None) for node in nodes for part in ("id", "attr", "module")}
    words |= {node.name for node in nodes if isinstance(node, ast.alias)}
    beside = {file.stem for file in (project.root / "snippets" / path).parent.glob("*.py")}
    symbols = symtable.symtable(code, path, "exec").get_symbols()
    bound = {symbol.get_name() for symbol in symbols if symbol.is_local()}
    reasons = [reason for reason, signs in _ALONE.items() if signs & words]
    near = sorted(imported(code) & beside)
    reasons += [f"imports `{name}`, which stands beside it" for name in near]
    reasons += [f"means something else by `{name}`" for name in sorted(bound & {*dir(builtins)})]
    return next(iter(reasons), "")
