"""Runs scripts: a script goes in, what it printed and what it drew come out.

Nothing here knows of MkDocs. Every script gets a process of its own, so that no script can
lean on another; the processes are forked from a server that has already imported NumPy and
Matplotlib, so that a script costs its own work and not their import.
"""

from __future__ import annotations

import faulthandler
import itertools
import math
import multiprocessing
import os
import re
import runpy
import signal
import sys
import tempfile
import traceback
import types
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from multiprocessing.context import BaseContext
from pathlib import Path
from typing import NamedTuple

TIME_LIMIT = 60.0  # seconds a script may run; on a busy machine that is a few seconds of work

# The look of the figures. Scripts that a reader runs alone get Matplotlib's own.
COLOURS = {"blue": "#17448c", "orange": "#c2470c", "green": "#1d826b", "purple": "#a847d1"}
# Blue is what a figure is about, green its slope; orange and purple are the classes 1 and 0 alone.
_CYCLE = [COLOURS["blue"], COLOURS["green"], "black", "gray", COLOURS["orange"], COLOURS["purple"]]
STYLE = {
    "axes.axisbelow": True,
    "axes.prop_cycle": f"cycler('color', {_CYCLE})",
    "axes.spines.right": False,
    "axes.spines.top": False,
    "figure.constrained_layout.use": True,
    "figure.figsize": (5.8, 3.7),
    "font.size": 12,
    "grid.alpha": 0.25,
    "legend.edgecolor": "none",
    "legend.framealpha": 0.85,
    "lines.linewidth": 2,
    "savefig.transparent": True,
    "svg.fonttype": "none",  # text stays text: it is read aloud, and set in the site's font
    "svg.hashsalt": "single-neuron",  # the same input gives the same bytes
}


class Run(NamedTuple):
    """What one run of a script gave.

    `figures` are SVG documents in the order in which the script showed them. `failure` is None
    after a good run; else it says why the run failed, and `line` is the script's line to look at.
    """

    stdout: str = ""
    figures: tuple[str, ...] = ()
    failure: str | None = None
    line: int = 1


Memory = dict[Path, tuple[bytes, Run]]  # each script's bytes at its last good run, and that run


def run_all(
    scripts: Iterable[Path], time_limit: float = TIME_LIMIT, memory: Memory | None = None
) -> dict[Path, Run]:
    """Run every script, in parallel, and return each one's `Run`; what a script does never raises.

    A script whose bytes are those of its last good run in `memory` is not run again: so saving a
    page re-runs nothing while serving, and saving a script re-runs that one.
    """
    good = {} if memory is None else memory
    sources = {script: script.read_bytes() for script in scripts}
    new = [s for s, source in sources.items() if s not in good or good[s][0] != source]
    runs = {}
    if new:
        context = _context()
        with _no_main_module(), ThreadPoolExecutor(os.cpu_count()) as pool:
            ran = pool.map(lambda script: _run(context, script, time_limit), new)
            runs = dict(zip(new, ran, strict=True))
    good.update((s, (sources[s], run)) for s, run in runs.items() if run.failure is None)
    return {s: runs[s] if s in runs else good[s][1] for s in sources}


def _context() -> BaseContext:
    """The way to start processes: from a warm server, or afresh where there is no fork."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # the server's children inherit it
    here = str(Path(__file__).parents[1])
    if here not in sys.path:  # a child imports this module by its name
        sys.path.append(here)
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    warm = [__name__, "matplotlib.pyplot", "matplotlib.backends.backend_svg"]
    context.set_forkserver_preload(warm)
    return context


@contextmanager
def _no_main_module() -> Iterator[None]:
    """Hide the program that runs us: multiprocessing would import it in every child."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = types.ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


def _run(context: BaseContext, script: Path, time_limit: float) -> Run:
    """Run one script in a fresh process and gather what it left behind."""
    script = script.resolve()  # the process works in another folder
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        process = context.Process(target=_child, args=(script, folder, time_limit))
        process.start()
        process.join(time_limit)
        late = process.is_alive()
        if late:
            process.kill()
            process.join()
        stdout, stderr, where = (_read(folder / name) for name in ("stdout", "stderr", "where"))
        # Asked from several threads, multiprocessing may forget how a process ended and say 255.
        exit_code = int(_read(folder / "code") or process.exitcode)
        drawn = sorted(folder.glob("*.svg"), key=lambda path: int(path.stem))
        figures = tuple(_read(path) for path in drawn)
    if late:
        failure = f"it still ran after {time_limit:g} seconds and was stopped"
        return Run(stdout, figures, failure, _lines(script, where)[0])
    if exit_code:
        failure = f"it ended with exit code {exit_code}\n{stderr}"
        return Run(stdout, figures, failure.strip(), _lines(script, stderr)[-1])
    return Run(stdout, figures)


def _lines(script: Path, report: str) -> list[int]:
    """The script's lines that a traceback names; line 1 if it names none."""
    found = re.findall(rf'File "{re.escape(str(script))}", line (\d+)', report)
    return [int(line) for line in found] or [1]


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""


def _child(script: Path, folder: Path, time_limit: float) -> None:
    """In the new process: run `script` as `python script` would, leaving its traces in `folder`."""
    for number, name in ((1, "stdout"), (2, "stderr")):
        os.dup2(os.open(folder / name, os.O_WRONLY | os.O_CREAT), number)
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)
    sys.stderr = open(2, "w", encoding="utf-8", closefd=False)
    where = (folder / "where").open("w")  # shortly before the time is up, the line that runs then
    faulthandler.dump_traceback_later(0.9 * time_limit, file=where)
    if hasattr(signal, "alarm"):
        signal.alarm(math.ceil(time_limit) + 1)  # should the build be gone by then
    (folder / "work").mkdir()  # empty, for whatever the script may save
    os.chdir(folder / "work")
    sys.argv, sys.path[0] = [str(script)], str(script.parent)

    import matplotlib

    matplotlib.use("svg")
    from matplotlib import pyplot as plt

    plt.rcParams.update(STYLE)
    numbers = itertools.count()

    def show(*_args: object, **_options: object) -> None:
        for figure in map(plt.figure, plt.get_fignums()):
            figure.savefig(folder / f"{next(numbers)}.svg", metadata={"Date": None})
        plt.close("all")

    plt.show = show
    code = 0
    try:
        runpy.run_path(str(script), run_name="__main__")
    except BaseException as error:
        code = 1
        if isinstance(error, SystemExit):
            code = error.code if isinstance(error.code, int) else int(error.code is not None)
        # The frames above the script's own are this module's and runpy's: of no use to its author.
        frames = [f for f in traceback.extract_tb(error.__traceback__) if "runpy" not in f.filename]
        report = traceback.TracebackException.from_exception(error)
        report.stack = traceback.StackSummary.from_list(frames[1:])
        print("".join(report.format()), file=sys.stderr)
    sys.stdout.flush()
    sys.stderr.flush()
    (folder / "code").write_text(str(code))
    os._exit(code)
