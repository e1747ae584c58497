"""Which releases of NumPy print the published digits of the OR gate, and which come close.

Usage: python tests/versions.py [RELEASE ...]

Each release, 1.26 to the newest unless others are named, is installed into a virtual environment
of its own for the Python that runs this, and runs snippets/or-gate/program.py twice: as it is, and
with all those vector instructions off that NumPy would choose on this machine. The table says
whether the output is the published text, and whether its numbers are within a relative 1e-9 of
it. The exit code is 1 if some are not.
"""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "docs" / "hooks"))

from single_neuron import outputs

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = ROOT / "snippets" / "or-gate" / "program.py"
RELEASES = ("1.26.*", "2.0.*", "2.1.*", "2.2.*", "2.3.*", "2.4.*", "newest")

HEAD = ("NumPy", "Python", "machine", "vector instructions", "exact digits", "within 1e-9")

# Prints NumPy's version and those vector instructions that it would choose on this machine. The
# private module is the only place that tells, and moved in NumPy 2.
_ASK = """
import json, numpy
try:
    from numpy._core import _multiarray_umath as core
except ImportError:
    from numpy.core import _multiarray_umath as core
chosen = [name for name in core.__cpu_dispatch__ if core.__cpu_features__[name]]
print(json.dumps([numpy.__version__, chosen]))
"""


@dataclass(frozen=True)
class Row:
    """One run of the program: NumPy's version, its vector instructions, and how it ended."""

    numpy: str
    vectors: str
    exact: bool
    close: bool

    def __str__(self) -> str:
        words = [self.numpy, platform.python_version(), platform.machine(), self.vectors]
        words += ["yes" if answer else "no" for answer in (self.exact, self.close)]
        return _line(words)


def _line(words: Iterable[str]) -> str:
    widths = (10, 8, 8, 24, 12, 11)
    return "| " + " | ".join(f"{w:{n}}" for w, n in zip(words, widths, strict=True)) + " |"


def rows(python: Path) -> list[Row]:
    """The program run by this interpreter, with its vector instructions on and then off."""
    version, chosen = json.loads(_run(python, "-c", _ASK))
    published = PROGRAM.with_suffix(".txt").read_text(encoding="utf-8")
    ways = [(f"on, up to {chosen[-1]}", []), ("off", chosen)] if chosen else [("none here", [])]
    found = []
    for vectors, off in ways:
        printed = _run(python, str(PROGRAM), NPY_DISABLE_CPU_FEATURES=" ".join(off))
        close = outputs.agrees(printed, published)
        found.append(Row(version, vectors, printed == published, close))
    return found


def _run(python: Path, *command: str, **settings: str) -> str:
    """What a command prints; its Python sees the packages beside it and no others."""
    environment = {**os.environ, **settings}
    done = subprocess.run(
        [python, "-I", *command], env=environment, stdout=-1, encoding="utf-8", check=True
    )
    return done.stdout


def install(release: str, folder: Path) -> Path | None:
    """A new virtual environment with this release: its interpreter, if there is such a wheel."""
    venv.create(folder, with_pip=True)
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    package = "numpy" if release == "newest" else f"numpy=={release}"
    command = [python, "-I", "-m", "pip", "install", "-q", "--only-binary=:all:", package]
    done = subprocess.run(command, stderr=subprocess.PIPE, encoding="utf-8", check=False)
    return None if done.returncode else python


def main(releases: list[str]) -> int:
    """Print the table; return 1 if a release is not within 1e-9, or none could be installed."""
    print(_line(HEAD))
    print(_line("---" for _ in HEAD))
    seen: dict[str, list[Row]] = {}
    for release in releases:
        with tempfile.TemporaryDirectory() as folder:
            python = install(release, Path(folder))
            found = rows(python) if python else []
        if not found:
            print(f"NumPy {release} has no wheel for this Python and machine.")
        elif found[0].numpy not in seen:
            seen[found[0].numpy] = found
            print(*found, sep="\n", flush=True)
    every = [row for found in seen.values() for row in found]
    return int(not every or not all(row.close for row in every))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or list(RELEASES)))
