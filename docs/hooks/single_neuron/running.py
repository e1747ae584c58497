"""Runs scripts: a script goes in, what it printed and what it drew come out.

Nothing here knows of MkDocs. Every script gets a process of its own, so that no script can
lean on another; the processes are copies of one that has already imported NumPy and Matplotlib
(`script.py`), so that a script costs its own work and not their import.
"""

from __future__ import annotations

import ast
import functools
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from .outputs import shown

TIME_LIMIT = 60.0  # seconds a script may run; on a busy machine that is a few seconds of work
STYLE = Path(__file__).with_name("matplotlibrc")

_PYTHON = (sys.executable, str(Path(__file__).with_name("script.py")))
_GONE = -9  # the exit code of what somebody has killed


class Run(NamedTuple):
    """What one run of a script gave.

    `figures` are SVG documents in the order in which the script showed them. `failure` is None
    after a good run; else it says why the run failed, and `line` is the script's line to look at.
    """

    stdout: str = ""
    figures: tuple[str, ...] = ()
    failure: str | None = None
    line: int = 1


Memory = dict[Path, tuple[bytes, Run]]  # what `_sources` gave for a script's last good run, and it
Job = tuple[str, str, float]  # as in script.py: a script, the folder for what it leaves, seconds


def begin() -> None:
    """Have the warm Python import what scripts need, while something else is done here."""
    if hasattr(os, "fork"):
        _server()


def run_all(
    scripts: Iterable[Path], time_limit: float = TIME_LIMIT, memory: Memory | None = None
) -> dict[Path, Run]:
    """Run every script, in parallel, and return each one's `Run`; what a script does never raises.

    A script whose bytes are those of its last good run in `memory` is not run again: so saving a
    page re-runs nothing while serving, and saving a script re-runs it and those that import it.
    """
    good = {} if memory is None else memory
    sources = _sources([*scripts])
    new = [s for s, source in sources.items() if s not in good or good[s][0] != source]
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        jobs = [(str(s.resolve()), f"{folder}/{n}", time_limit) for n, s in enumerate(new)]
        for job in jobs:
            Path(job[1], "work").mkdir(parents=True)  # empty, for whatever the script may save
        codes = (_copies if hasattr(os, "fork") else _processes)(jobs) if jobs else []
        runs = dict(zip(new, map(_gather, jobs, codes), strict=True))
    good.update((s, (sources[s], run)) for s, run in runs.items() if run.failure is None)
    return {s: runs[s] if s in runs else good[s][1] for s in sources}


def _sources(scripts: Sequence[Path]) -> dict[Path, bytes]:
    """Each script's bytes, and those of the neighbours that it imports."""
    found, beside = {}, {}
    for folder in {script.parent for script in scripts}:
        files = (it for it in sorted(folder.glob("[!.]*.py")) if it.is_file())
        beside[folder] = {it.stem: it.read_bytes() for it in files}
    for script in scripts:
        own, near = script.read_bytes(), beside[script.parent]
        known, new = set(), imported(own) & near.keys()
        while new:  # also what is imported by what it imports
            known |= new
            new = set().union(*(imported(near[each]) for each in new)) & near.keys() - known
        found[script] = own + b"".join(near[each] for each in sorted(known))
    return found


@functools.lru_cache(maxsize=1024)  # while serving: code that has not changed
def parsed(code: str | bytes) -> ast.Module | None:
    """A script's tree, or None if it is no Python."""
    try:
        return ast.parse(code)
    except (SyntaxError, ValueError):
        return None


@functools.lru_cache(maxsize=1024)  # the same
def imported(code: str | bytes) -> frozenset[str]:
    """The modules that a script imports, by the first part of their names; none if it is broken."""
    nodes = [*ast.walk(parsed(code) or ast.Module())]
    names = [each.name for it in nodes if isinstance(it, ast.Import) for each in it.names]
    names += [it.module for it in nodes if isinstance(it, ast.ImportFrom) and it.module]
    return frozenset(name.partition(".")[0] for name in names)


def _copies(jobs: Sequence[Job]) -> list[int | None]:
    """Have copies of the warm Python do the jobs; return exit codes, None for what was late."""
    try:
        server = _server()
        server.stdin.write(json.dumps(jobs) + "\n")
        server.stdin.flush()
        return json.loads(server.stdout.readline())
    except (OSError, ValueError):  # a script has killed it
        _server.cache_clear()
        return [_GONE] * len(jobs)


@functools.cache
def _server() -> subprocess.Popen:
    """The warm Python, which ends with this process."""
    streams = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "encoding": "utf-8"}
    # In a session of its own: Ctrl+C ends who builds, and the server sees that.
    return subprocess.Popen(_PYTHON, **_surroundings(), **streams, start_new_session=True)


def _processes(jobs: Sequence[Job]) -> list[int | None]:
    """Do the same with a new Python for each job, where processes cannot be copied."""

    def start(job: Job) -> int | None:
        with suppress(subprocess.TimeoutExpired):
            command, limit = (*_PYTHON, *map(str, job)), job[2]
            return subprocess.run(command, timeout=limit, check=False, **_surroundings()).returncode
        return None

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(start, jobs))


def _surroundings() -> dict[str, object]:
    """What is to be the same for a script on every machine: the look of figures, sums, letters."""
    same = {"MATPLOTLIBRC": str(STYLE), "MPLBACKEND": "svg"}
    same |= {"OPENBLAS_NUM_THREADS": "1", "VECLIB_MAXIMUM_THREADS": "1"}
    same |= {"PYTHONIOENCODING": "utf-8", "PYTHONLEGACYWINDOWSSTDIO": "1"}
    same |= {"PYTHONDONTWRITEBYTECODE": "1"}  # beside the snippets, which are watched
    others = {name: it for name, it in os.environ.items() if not name.startswith("PYTHON")}
    return {"cwd": STYLE.parent, "env": others | same}


def _gather(job: Job, exit_code: int | None) -> Run:
    """What a script left in its folder when it ended so."""
    script, name, time_limit = job
    folder = Path(name)
    stdout, stderr, where = (_read(folder / name) for name in ("stdout", "stderr", "where"))
    drawn = sorted(folder.glob("*.svg"), key=lambda path: int(path.stem))
    run = Run(shown(stdout), tuple(_read(path) for path in drawn))
    if exit_code is None:
        failure = f"it still ran after {time_limit:g} seconds and was stopped"
        last = where.rpartition("Timeout (")[2]  # where it was the last time that was noted
        return run._replace(failure=failure, line=_lines(script, last)[0])
    if exit_code:
        failure = f"it ended with exit code {exit_code}\n{stderr}"
        return run._replace(failure=failure.strip(), line=_lines(script, where + stderr)[-1])
    return run


def _lines(script: str, report: str) -> list[int]:
    """The script's lines that a traceback names; line 1 if it names none."""
    found = re.findall(rf'File "{re.escape(script)}", line (\d+)', report)
    return [int(line) for line in found] or [1]


def _read(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "replace") if path.exists() else ""
