"""The snippets as the tests use them: `load("loss/mse").mse(y, y_hat)`, and what is published."""

from __future__ import annotations

import ast
import contextlib
import functools
import inspect
import io
import platform
import re
import sys
from pathlib import Path
from types import SimpleNamespace
from unittest import mock

import markdown
import matplotlib as mpl
import numpy as np
from matplotlib.figure import Figure
from project import ROOT, tested
from single_neuron.pages import Include
from single_neuron.running import STYLE

SNIPPETS = ROOT / "snippets"

# Where the published digits were reproduced. Elsewhere exp and log may differ in the last one.
PINNED = re.search(r"^numpy==(\S+)", (ROOT / "requirements.txt").read_text("utf-8"), re.M)[1]
SAME_DIGITS = (
    sys.platform == "linux"
    and platform.machine() in {"x86_64", "aarch64"}
    and np.__version__ == PINNED
)


def run(code: str, namespace: dict[str, object], figures: list[Figure] | None = None) -> str:
    """Run code in a namespace and return what it printed.

    Figures are not shown; as the build styles them, they are added to the list, if there is one.
    """
    mpl.use("Agg")
    from matplotlib import pyplot as plt  # noqa: PLC0415 - only now is its backend chosen

    shown = [] if figures is None else figures

    def show() -> None:
        shown.extend(map(plt.figure, plt.get_fignums()))
        plt.close("all")

    printed = io.StringIO()
    output, style = contextlib.redirect_stdout(printed), mpl.rc_context(fname=STYLE)
    with output, style, mock.patch.object(plt, "show", show):
        exec(code, namespace)
    plt.close("all")
    return printed.getvalue()


def load(name: str) -> SimpleNamespace:
    """All names that the script `snippets/name.py` leaves behind, its `stdout` and `figures`."""
    path = SNIPPETS / f"{name}.py"
    return _left_behind(path, tested().text(path))


@functools.cache
def _left_behind(path: Path, script: str) -> SimpleNamespace:
    namespace: dict[str, object] = {"__name__": "__main__"}
    figures: list[Figure] = []
    stdout = run(compile(script, path, "exec", dont_inherit=True), namespace, figures)
    return SimpleNamespace(**{**namespace, "stdout": stdout, "figures": figures})


def rerun(name: str, **given: object) -> SimpleNamespace:
    """What the script `snippets/name.py` leaves behind if these names get other values.

    They get them just after the script itself has set them for the first time.
    """
    script = tested().text(SNIPPETS / f"{name}.py")
    steps, left = [], set(given)
    for step in ast.parse(script).body:
        steps.append(step)
        if isinstance(step, ast.Assign):
            found = {leaf.id for leaf in ast.walk(step) if isinstance(leaf, ast.Name)} & left
            left -= found
            steps += ast.parse("".join(f"{each} = given['{each}']\n" for each in found)).body
    assert not left, f"{name}.py never sets {left}"
    namespace: dict[str, object] = {"given": given}
    stdout = run(ast.unparse(ast.Module(steps, [])), namespace)
    return SimpleNamespace(**{**namespace, "stdout": stdout})


def default(name: str, function: str, parameter: str) -> object:
    """The default of a parameter of a function in the script `snippets/name.py`."""
    return inspect.signature(getattr(load(name), function)).parameters[parameter].default


def section(name: str, part: str) -> str:
    """The code of a named section of the script `snippets/name.py`, as a page shows it."""
    return tested().part(Include(1, f"{name}.py", part))


def expand(text: str) -> str:
    """A page with its includes filled in, by the extension that the site itself uses."""
    options = {"base_path": [str(SNIPPETS)], "check_paths": True, "dedent_subsections": True}
    parser = markdown.Markdown(
        extensions=["pymdownx.snippets"], extension_configs={"pymdownx.snippets": options}
    )
    return "\n".join(parser.preprocessors["snippet"].run(text.splitlines()))


def published(name: str) -> str:
    """The output that is published for the script `snippets/name.py`."""
    return tested().text(SNIPPETS / f"{name}.txt")


def numbers(text: str) -> list[float]:
    """All numbers of an output, in order."""
    return [float(found) for found in re.findall(r"(?<![\w.])-?\d+(?:\.\d*)?(?:e[-+]\d+)?", text)]


def prints(name: str) -> list[float]:
    """The numbers in the published output of the script `snippets/name.py`."""
    return numbers(published(name))
