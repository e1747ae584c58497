"""The snippets as the tests use them: `load("loss/mse").mse(y, y_hat)`, and what is published."""

from __future__ import annotations

import contextlib
import functools
import io
import platform
import re
import sys
from types import SimpleNamespace
from unittest import mock

import matplotlib as mpl
import numpy as np
import pages
import runner
from matplotlib.figure import Figure
from project import ROOT

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
    output, style = contextlib.redirect_stdout(printed), mpl.rc_context(runner.STYLE)
    with output, style, mock.patch.object(plt, "show", show):
        exec(code, namespace)
    plt.close("all")
    return printed.getvalue()


@functools.cache
def load(name: str) -> SimpleNamespace:
    """All names that the script `snippets/name.py` leaves behind, its `stdout` and `figures`."""
    namespace: dict[str, object] = {"__name__": "__main__"}
    figures: list[Figure] = []
    path = SNIPPETS / f"{name}.py"
    stdout = run(compile(path.read_text(encoding="utf-8"), path, "exec"), namespace, figures)
    return SimpleNamespace(**{**namespace, "stdout": stdout, "figures": figures})


def section(name: str, part: str) -> str:
    """The code of a named section of the script `snippets/name.py`, as a page shows it."""
    return pages.expand(f'--8<-- "{name}.py:{part}"', SNIPPETS)


def published(name: str) -> str:
    """The output that is published for the script `snippets/name.py`."""
    return (SNIPPETS / f"{name}.txt").read_text(encoding="utf-8")


def numbers(text: str) -> list[float]:
    """All numbers of an output, in order."""
    return [float(found) for found in re.findall(r"(?<![\w.])-?\d+(?:\.\d*)?(?:e[-+]\d+)?", text)]
