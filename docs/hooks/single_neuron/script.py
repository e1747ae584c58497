"""Becomes scripts: a warm Python, with Matplotlib loaded, of which every script gets a copy.

`running.py` starts this file as a program: of the project nothing else is loaded, so that nothing
lies in the way of what a script imports. The yardstick is `python script.py`.
"""

from __future__ import annotations

import atexit
import builtins
import ctypes
import faulthandler
import gc
import io
import itertools
import json
import os
import signal
import sys
import time
import traceback
import warnings
from contextlib import suppress
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from matplotlib.figure import Figure

# Whatever a script sets: text stays text, it is read aloud and set in the site's font; and the same
# input gives the same bytes.
_SVG = {"svg.fonttype": "none", "svg.hashsalt": "single-neuron"}


class Job(NamedTuple):
    """A script, the folder for what it leaves, and the seconds that it may take."""

    script: str
    folder: str
    limit: float


def main() -> None:
    """Do the job that the command line names, or those that are asked for."""
    sys.path.pop(0)  # this folder
    left: dict[str, int] = {}
    atexit.register(_end, left)  # the first, so that it is called last
    if sys.argv[1:]:
        job = Job(*sys.argv[1:3], float(sys.argv[3]))
    else:
        _warm()
        job = _serve()
    _take_figures(Path(job.folder))
    left["code"] = _become(job)


def _end(left: dict[str, int]) -> None:
    """End here: to take apart what was warmed up would cost more than most scripts do."""
    sys.modules.pop("__main__", None)
    atexit._clear()  # whose functions hold the script's names
    gc.collect()  # its objects may print when they go
    for stream in (sys.stdout, sys.__stdout__, sys.stderr):
        with suppress(AttributeError, ValueError):  # the script has closed it
            stream.flush()
    os._exit(left.get("code", 1))  # 1: not even the hook for its last error came to an end


def _warm() -> None:
    """Draw once, so that each copy finds fonts, parsers and random numbers loaded."""
    import numpy as np
    from matplotlib import pyplot as plt

    plt.plot(np.random.rand(2), label="$x$")
    plt.legend()
    plt.savefig(io.BytesIO(), format="svg")
    plt.close("all")
    gc.freeze()


def _serve() -> Job:
    """Answer each request, a list of jobs, with their exit codes, None for one that was late.

    Returns in a copy of this process only: there, with the job that the copy is to do.
    """
    builder = os.getppid()
    running: dict[int, list] = {}  # by process, its job's number and when its time is up

    def watch(*_: object) -> None:
        for pid, state in running.items():
            if time.monotonic() > state[1] or os.getppid() != builder:
                state[1] = 0.0
                _kill(pid)

    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(36, 1)  # whoever loses its parent becomes this process's child
    signal.signal(signal.SIGALRM, watch)
    for request in os.fdopen(os.dup(0), encoding="utf-8"):
        jobs = [Job(*job) for job in json.loads(request)]
        codes: list[int | None] = [None] * len(jobs)
        waiting = list(enumerate(jobs))
        signal.setitimer(signal.ITIMER_REAL, 0.1, 0.1)
        while waiting or running:
            if waiting and len(running) < (os.cpu_count() or 1):
                number, job = waiting.pop(0)
                pid = os.fork()
                if not pid:
                    os.setsid()  # what it starts belongs to it, and is ended with it
                    signal.signal(signal.SIGALRM, signal.SIG_DFL)
                    return job
                running[pid] = [number, time.monotonic() + job.limit]
                continue
            pid, status = os.wait()
            if pid in running:
                number, end = running.pop(pid)
                codes[number] = os.waitstatus_to_exitcode(status) if end else None
                _kill(pid)
            for orphan in _children() - running.keys():  # of a script that has ended
                os.kill(orphan, signal.SIGKILL)
        signal.setitimer(signal.ITIMER_REAL, 0)
        os.write(1, json.dumps(codes).encode() + b"\n")
    sys.exit()


def _children() -> set[int]:
    listed = Path(f"/proc/self/task/{os.getpid()}/children")  # Linux has it
    return {int(pid) for pid in listed.read_text("ascii").split()} if listed.exists() else set()


def _kill(group: int) -> None:
    with suppress(OSError):  # nobody is left of it
        os.killpg(group, signal.SIGKILL)


def _take_figures(folder: Path) -> None:
    """Let `plt.show()` save the figures in the folder, numbered as they come."""
    import numpy as np
    from matplotlib import pyplot as plt

    np.random.seed()  # or every copy would draw the same numbers
    numbers = itertools.count()

    def show(*_args: object, **_options: object) -> None:
        for figure in map(plt.figure, plt.get_fignums()):
            with plt.rc_context(_SVG):
                _arrange(figure)
                figure.savefig(folder / "drawing", format="svg", metadata={"Date": None})
            (folder / "drawing").rename(folder / f"{next(numbers)}.svg")  # now it is whole
        plt.close("all")

    plt.show = show


def _arrange(figure: Figure) -> None:
    """Make room for a figure's labels, unless its script has arranged it."""
    from matplotlib.gridspec import SubplotParams
    from matplotlib.layout_engine import ConstrainedLayoutEngine, TightLayoutEngine

    if figure.get_layout_engine() or vars(figure.subplotpars) != vars(SubplotParams()):
        return
    with warnings.catch_warnings(action="ignore"):  # where axes were placed by hand
        if len(figure.axes) == 1 and not figure.legends:  # one look is enough, but for new ticks
            ticks = _ticks(figure)
            TightLayoutEngine(pad=0.25, rect=None).execute(figure)
            if _ticks(figure) == ticks:
                return
        try:  # now and once: while a script draws, an engine forbids others, and it costs twice
            ConstrainedLayoutEngine().execute(figure)
        except ZeroDivisionError:  # it knows no colour bars that were made without it
            figure.tight_layout()


def _ticks(figure: Figure) -> list[list[float]]:
    return [[*axes.get_xticks(), *axes.get_yticks()] for axes in figure.axes]


def _become(job: Job) -> int:
    """Run the job's script as this process's main program; return the exit code it asks for."""
    script, folder = Path(job.script), Path(job.folder)
    for number, name in ((0, os.devnull), (1, "stdout"), (2, "stderr")):
        os.dup2(os.open(folder / name, os.O_RDWR | os.O_CREAT | os.O_APPEND), number)
    sys.stdout.reconfigure(line_buffering=True)  # as in a terminal: before what a subprocess prints
    where = (folder / "where").open("w", buffering=1)  # the line at which the script ends, or those
    faulthandler.dump_traceback_later(0.3 * job.limit, repeat=True, file=where)  # where it was
    os.chdir(folder / "work")
    sys.argv = [str(script)]
    sys.path.insert(0, str(script.parent))
    beside = {path.stem for path in script.parent.glob("*.py")} - {*sys.builtin_module_names}
    for name in [name for name in sys.modules if name.partition(".")[0] in beside]:
        del sys.modules[name]  # the script means its neighbour
    main = sys.modules["__main__"] = ModuleType("__main__")
    main.__file__, main.__builtins__, main.__annotations__ = str(script), builtins, {}
    try:
        try:
            exec(compile(script.read_bytes(), script, "exec", dont_inherit=True), vars(main))
        except SystemExit:
            raise
        except BaseException as error:
            error.__traceback__ = error.__traceback__.tb_next  # without this function
            sys.excepthook(type(error), error, error.__traceback__)
            return 1
    except SystemExit as error:  # of the script, or of its hook for errors
        traceback.print_tb(error.__traceback__.tb_next, file=where)
        if isinstance(error.code, int | None):
            return (error.code or 0) & 0xFF
        print(error.code, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    main()
