"""A snippet behaves as under `python script.py`, whatever its author writes."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from single_neuron import outputs
from single_neuron.running import TIME_LIMIT, Run, run_all

pytestmark = pytest.mark.slow

_ON_LINUX = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="asks what runs")
_SHOW = "import matplotlib.pyplot as plt\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder for a script and what lies beside it."""
    return tmp_path


def _write(folder: Path, code: str | bytes) -> Path:
    script = folder / "script.py"
    script.write_bytes(code if isinstance(code, bytes) else code.encode())
    return script


def _run(folder: Path, code: str | bytes, time_limit: float = TIME_LIMIT) -> Run:
    script = _write(folder, code)
    return run_all([script], time_limit)[script]


def _stopped(folder: Path, code: str, far_enough: Callable[[Run], object]) -> Run:
    """The run of a script that never ends: on a busy machine it takes longer to get so far."""
    for time_limit in (2, 8, 32):
        run = _run(folder, code, time_limit)
        assert run.failure == f"it still ran after {time_limit} seconds and was stopped"
        if far_enough(run):
            break
    return run


def _python(folder: Path, code: str) -> subprocess.CompletedProcess[str]:
    """What `python script.py` does with it."""
    command = [sys.executable, "-u", str(_write(folder, code))]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


SAME = {
    "no exit code": "import sys\nprint(1)\nsys.exit()",
    "exit code 0": "import sys\nsys.exit(0)",
    "exit code False": "import sys\nsys.exit(False)",
    "exit code True": "import sys\nsys.exit(True)",
    "a negative exit code": "import sys\nsys.exit(-2)",
    "an exit code beyond a byte": "import sys\nsys.exit(256)",
    "a text as exit code": "import sys\nsys.exit('enough')",
    "a list as exit code": "raise SystemExit([])",
    "good tests": "import unittest\nclass T(unittest.TestCase):\n    def test(self): pass\n"
    "unittest.main()",
    "bad tests": "import unittest\nclass T(unittest.TestCase):\n    def test(self): assert 0\n"
    "unittest.main()",
    "an end in an exit handler": "import atexit\natexit.register(print, 'bye')\nprint('hello')",
    "an exit handler after an error": "import atexit\natexit.register(print, 'bye')\n1 / 0",
    "a thread that nobody joins": "import threading, time\n"
    "def late():\n    time.sleep(0.3)\n    print('late')\n"
    "threading.Thread(target=late).start()\nprint('early')",
    "a pool of threads that nobody shuts down": "import concurrent.futures as f, time\n"
    "pool = f.ThreadPoolExecutor(2)\n"
    "pool.submit(lambda: (time.sleep(0.3), print('done', flush=True)))\nprint('sent')",
    "a daemon thread": "import threading, time\n"
    "threading.Thread(target=time.sleep, args=[99], daemon=True).start()\nprint(1)",
    "a timer": "import threading\nthreading.Timer(0.2, print, ['tick']).start()",
    "a thread that uses the script's names after its end": "import threading, time\nword = 'name'\n"
    "def late():\n    time.sleep(0.3)\n    print(word, __import__('__main__').word)\n"
    "threading.Thread(target=late).start()",
    "the last words of an object": "class A:\n    def __del__(self): print('gone')\na = A()",
    "the last words of a cycle": "class A:\n    def __del__(self): print('gone')\na = A()\na.a = a",
    "last words that use the script's names": "word = 'gone'\nclass A:\n"
    "    def __del__(self): print(word)\na = A()",
    "last words after an exit handler": "import atexit\nclass A:\n"
    "    def __del__(self): print('gone')\na = A()\natexit.register(lambda: print(a is None))",
    "a stream that nobody flushes": "import os\nout = os.fdopen(os.dup(1), 'w')\nout.write('hi')",
    "another stdout": "import io, sys\n"
    "sys.stdout = io.TextIOWrapper(sys.stdout.buffer, encoding='utf-8')\nprint('ŷ')",
    "a subprocess that prints": "import subprocess, sys\nprint('first')\n"
    "subprocess.run([sys.executable, '-c', 'print(\"ŷ\")'])\nprint('last')",
    "a shell that prints": "import os\nprint('first')\nos.system('echo second')\nprint('last')",
    "a fork": "import os\nprint('first', flush=True)\n"
    "if os.fork() == 0:\n    print('child', flush=True)\n    os._exit(0)\nos.wait()\nprint('last')",
    "the start method": "import multiprocessing\nprint(multiprocessing.get_start_method(True),\n"
    "      multiprocessing.get_start_method())",
    "the main process's name": "import multiprocessing as m, threading\n"
    "print(m.current_process().name, m.parent_process(), threading.current_thread().name)",
    "a pool of processes": "import multiprocessing\ndef square(x): return x * x\n"
    "if __name__ == '__main__':\n    with multiprocessing.Pool(2) as pool:\n"
    "        print(pool.map(square, range(4)))",
    "a process without a guard that reads a global": "import multiprocessing\nn = 1\n"
    "def child(): print(n, flush=True)\nn = 2\n"
    "p = multiprocessing.get_context('fork').Process(target=child)\np.start()\np.join()",
    "processes started afresh": "import multiprocessing as m\ndef square(x): return x * x\n"
    "if __name__ == '__main__':\n    with m.get_context('spawn').Pool(1) as pool:\n"
    "        print(pool.map(square, range(4)))",
    "things to pickle": "import pickle\nfrom dataclasses import dataclass\n@dataclass\n"
    "class Point:\n    x: int\nprint(pickle.loads(pickle.dumps(Point(3))))",
    "its own file": "from pathlib import Path\nprint(Path(__file__).name)",
    "its own source": "import inspect\ndef f(): return 7\nprint(inspect.getsource(f))",
    "arguments": "import argparse\np = argparse.ArgumentParser()\n"
    "p.add_argument('--n', type=int, default=3)\nprint(p.parse_args().n, p.prog)",
    "a doctest": '"""\n>>> 1 + 1\n2\n"""\nimport doctest\nprint(doctest.testmod())',
    "annotations to evaluate": "from __future__ import annotations\nimport typing\n"
    "class A:\n    x: B\nclass B: pass\nprint(typing.get_type_hints(A))",
    "a warning": "import warnings\nwarnings.warn('careful')\nprint(1)",
    "a log": "import logging\nlogging.warning('careful')\nprint(1)",
    "its own hook for errors": "import sys\nsys.excepthook = lambda *_: print('caught')\n1 / 0",
    "a hook for errors that ends the program": "import sys\n"
    "sys.excepthook = lambda *_: sys.exit(7)\n1 / 0",
    "a hook for errors that fails": "import sys\nsys.excepthook = lambda *_: 1 / 0\n1 / 0",
    "the names of a main program": "print(__builtins__.len('ab'), __annotations__)\nx: int = 1\n"
    "print(__annotations__)",
    "a closed stdout": "import sys\nprint(1)\nsys.stdout.close()",
    "a signal": "import os, signal\nprint(1, flush=True)\nos.kill(os.getpid(), signal.SIGTERM)",
    "bytes that are no text": "import sys\nsys.stdout.buffer.write(b'ok\\n')",
    "a file that begins with a mark of its encoding": "\ufeffprint('ŷ')",
    "Windows's ends of lines": "print(1)\r\nif True:\r\n    print('''a\r\nb''')\r\n",
    "deep recursion": "def f(n): return n and f(n - 1)\nprint(f(900))",
}


@pytest.mark.parametrize("name", SAME)
def test_a_script_prints_and_ends_as_python_has_it(name: str, folder: Path) -> None:
    """Standard output, in the order in which it came, and the exit code."""
    run, wanted = _run(folder, SAME[name]), _python(folder, SAME[name])
    code = f"it ended with exit code {wanted.returncode}" if wanted.returncode else None
    assert (run.stdout, run.failure and run.failure.splitlines()[0]) == (wanted.stdout, code)


_OWN = ["running", "record", "drawing", "site_"]


@pytest.mark.parametrize("neighbour", [*_OWN, "queue", "json", "random", "numbers", "matplotlib"])
def test_a_script_imports_its_neighbour_whatever_its_name(neighbour: str, folder: Path) -> None:
    """Neither the build's own modules nor those that are loaded already come in its place."""
    (folder / f"{neighbour}.py").write_text("word = 'mine'\n", encoding="utf-8")
    assert _run(folder, f"import {neighbour}\nprint({neighbour}.word)\n").stdout == "mine\n"


def test_a_script_finds_none_of_the_builds_own_modules(folder: Path) -> None:
    """Neither `drawing.py` beside `script.py`, nor the package."""
    for name in ("drawing", "single_neuron"):
        assert f"No module named '{name}'" in _run(folder, f"import {name}\n").failure


def test_a_script_draws_its_own_random_numbers(folder: Path) -> None:
    """Without a seed no two runs are alike, so that the author notices."""
    code = "import random\nimport numpy as np\nprint(random.random(), np.random.rand())\n"
    first, second = (_run(folder, code).stdout.split() for _ in range(2))
    assert not {*first} & {*second}


LEFT = {
    "a subprocess": "import subprocess\np = subprocess.Popen(['sleep', '600'])\n"
    "open({pid!r}, 'w').write(str(p.pid))\n",
    "a fork": "import os, time\npid = os.fork()\nif not pid:\n    time.sleep(600)\n"
    "open({pid!r}, 'w').write(str(pid))\n",
    "a session of its own": "import subprocess\n"
    "p = subprocess.Popen(['sleep', '600'], start_new_session=True)\n"
    "open({pid!r}, 'w').write(str(p.pid))\n",
}


def _ends(process: Path) -> bool:
    """Whether the process whose number the file holds is ended, if one waits for that."""
    stat = Path("/proc", process.read_text(encoding="utf-8"), "stat")
    end = time.monotonic() + 60
    while time.monotonic() < end:
        try:
            state = stat.read_text(encoding="utf-8").rpartition(")")[2].split()[0]
        except OSError:
            return True
        if state == "Z":  # only that nobody has asked yet how it ended
            return True
        time.sleep(0.05)
    return False


@_ON_LINUX
@pytest.mark.parametrize("name", LEFT)
def test_what_a_script_leaves_running_is_ended_with_it(name: str, folder: Path) -> None:
    """In its own group or in another."""
    pid = folder / "pid"
    assert _run(folder, LEFT[name].format(pid=str(pid))).failure is None
    assert _ends(pid)


@_ON_LINUX
def test_what_a_stopped_script_has_started_is_ended_with_it(folder: Path) -> None:
    """Workers that would compute for ever."""
    pid = folder / "pid"
    code = (
        "import multiprocessing, os\ndef loop(_):\n"
        f"    open({str(pid)!r}, 'w').write(str(os.getpid()))\n    while True: pass\n"
        "multiprocessing.get_context('fork').Pool(1).map(loop, [1])\n"
    )
    _stopped(folder, code, lambda _: pid.exists() and pid.read_bytes())
    assert _ends(pid)


def test_what_a_progress_bar_and_colours_leave_is_what_a_terminal_shows() -> None:
    """The last state of a line, in no colour."""
    for printed, seen in {
        "1 %\r50 %\r100 %\n": "100 %\n",
        "longer\rshort\n": "shortr\n",
        "longer\r\x1b[Kshort\n": "short\n",
        "longer\x1b[2K\rshort\n": "short\n",
        "1 %\x1b[K\r2 %\x1b[K\nend": "2 %\nend",
        "\x1b[1;31mred\x1b[0m\n": "red\n",
        "a,b\r\nc,d\r\n": "a,b\nc,d\n",
    }.items():
        assert outputs.shown(printed) == seen


def test_a_progress_bar_is_published_as_it_ends(folder: Path) -> None:
    """So that what is recorded is what the next run prints."""
    code = "for n in range(3):\n    print(f'\\r\\x1b[32m{n} of 2\\x1b[0m', end='')\nprint()\n"
    assert _run(folder, code).stdout == "2 of 2\n"


def test_a_difference_shows_what_cannot_be_seen() -> None:
    """No difference is empty, and its line is one of the published text."""
    for printed, published, line in [
        ("a\x0cb\n", "a\nb\n", 1),
        ("a\u2028b\n", "a\nb\n", 1),
        ("1\u00a0000\n", "1 000\n", 1),
        ("a", "a\n", 2),
        ("a\nb \n", "a\nb\n", 2),
    ]:
        shown = outputs.difference(printed, published, "it").splitlines()[3:]
        removed = [text[1:] for text in shown if text.startswith("-")]
        added = [text[1:] for text in shown if text.startswith("+")]
        assert removed != added
        assert all(text.isprintable() for text in shown)
        assert outputs.first_difference(printed, published) == line


FAILING = {
    "TeX that is wrong": (_SHOW + "plt.plot([1])\nplt.title(r'$\\frac{a$')\nplt.show()\n", 4),
    "a failing formatter": (
        _SHOW + "plt.gca().xaxis.set_major_formatter(lambda x, _: 1 / 0)\nplt.show()\n",
        2,
    ),
    "a letter that is none": (_SHOW + "plt.title('\\ud800')\nplt.show()\n", 3),
    "bytes that are no UTF-8": (b"a = 1\nprint('caf\xe9')\n", 2),
    "an encoding that nobody knows": (b"# coding: nowhere\nprint(1)\n", 0),
    "UTF-16": ("print(1)\n".encode("utf-16"), 1),
    "an error in an error": ("try:\n    1 / 0\nexcept OSError:\n    pass\n", 2),
    "recursion without end": ("def f():\n    f()\n\n\nf()\n", 2),
}


@pytest.mark.parametrize("name", FAILING)
def test_a_failure_names_its_line_and_leaves_no_part_of_a_figure(name: str, folder: Path) -> None:
    """The run's own failure, also when it comes while a figure is written."""
    code, line = FAILING[name]
    run = _run(folder, code)
    assert (run.line, run.figures) == (line, ())
    assert run.failure is not None
    assert run.failure.startswith("it ended with exit code 1\n")


def test_a_script_that_is_stopped_while_it_draws_leaves_no_part_of_a_figure(folder: Path) -> None:
    """What it drew before is whole."""
    code = _SHOW + (
        "import time\nplt.plot([1])\nplt.show()\nplt.plot([1])\n"
        "plt.gca().xaxis.set_major_formatter(lambda x, _: time.sleep(99))\nplt.show()\n"
    )
    run = _stopped(folder, code, lambda run: run.line == 6)
    assert run.line == 6
    assert [figure.rstrip()[-6:] for figure in run.figures] == ["</svg>"]


ARRANGED = {
    "with a colour bar": "plt.imshow([[1, 2]])\nplt.colorbar()\nplt.tight_layout()\n",
    "by its margins": "plt.plot([1])\nplt.subplots_adjust(left=0.4)\n",
    "by hand": "plt.figure().add_axes([0.3, 0.3, 0.4, 0.4])\n",
    "by an engine": "plt.figure(layout='compressed')\nplt.imshow([[1, 2]])\nplt.colorbar()\n",
}


@pytest.mark.parametrize("name", ARRANGED)
def test_a_script_arranges_its_figure_itself(name: str, folder: Path) -> None:
    """The axes stand where Matplotlib alone would put them."""
    told = "import numpy as np\nfigures = [plt.gcf()]\n"
    asked = "print(*[np.round(a.get_position().bounds, 2) for a in figures[0].axes])\n"
    before = _run(folder, _SHOW + ARRANGED[name] + told + "plt.savefig('x.svg')\n" + asked)
    after = _run(folder, _SHOW + ARRANGED[name] + told + "plt.show()\n" + asked)
    assert before.failure is None
    assert before.stdout == after.stdout


def test_a_figure_that_nobody_arranged_shows_all_its_labels(folder: Path) -> None:
    """Beside, below and above the axes."""
    code = _SHOW + (
        "figure = plt.figure()\nplt.plot([1e7, 2e7])\nplt.ticklabel_format(style='plain')\n"
        "plt.ylabel('up')\nplt.xlabel('along')\nplt.title('two\\nlines')\nplt.show()\n"
        "room = figure.get_tightbbox().extents\n"
        "print((room >= 0).all(), (room[2:] <= figure.get_size_inches()).all())\n"
    )
    assert _run(folder, code).stdout == "True True\n"


def test_the_authors_own_settings_of_matplotlib_change_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the home folder, or where the build is started, by file or by variable."""
    code = _SHOW + "plt.plot([0, 1], label='a')\nplt.legend()\nplt.show()\n"
    program = (
        "import sys\nfrom pathlib import Path\nfrom single_neuron.running import run_all\n"
        "for run in run_all([Path(sys.argv[1])]).values():\n"
        "    print(run.failure, *run.figures)\n"
    )
    script = _write(folder, code)
    hooks = str(Path(run_all.__code__.co_filename).parents[1])
    mine = folder / "matplotlib/matplotlibrc"
    mine.parent.mkdir()
    for file in (mine, folder / "matplotlibrc"):
        file.write_text("lines.linewidth: 9\n", encoding="utf-8")
    monkeypatch.chdir(folder)

    def drawn(**settings: str) -> str:
        done = subprocess.run(
            [sys.executable, "-c", program, script],
            env={**os.environ, "PYTHONPATH": hooks, **settings},
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        return done.stdout

    plain = drawn()
    assert "</svg>" in plain
    assert "stroke-width: 9" not in plain
    changed = drawn(MATPLOTLIBRC=str(mine), XDG_CONFIG_HOME=str(folder), MPLBACKEND="agg")
    assert changed == plain


def test_a_script_that_resets_the_style_still_gives_text_and_the_same_bytes(folder: Path) -> None:
    """Whatever it sets, words are words."""
    code = _SHOW + (
        "plt.rcdefaults()\nplt.rcParams['svg.hashsalt'] = None\nplt.style.use('default')\n"
        "plt.plot([1, 2], 'o')\nplt.title('words')\nplt.show()\n"
    )
    first, second = _run(folder, code), _run(folder, code)
    assert ">words<" in first.figures[0]
    assert first == second


def test_scripts_run_where_processes_cannot_be_copied(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows: each in a Python that starts afresh."""
    monkeypatch.delattr(os, "fork")
    code = _SHOW + "print('ŷ')\nplt.plot([1])\nplt.show()\n1 / 0\n"
    run = _run(folder, code)
    assert (run.stdout, len(run.figures), run.line) == ("ŷ\n", 1, 5)
    hangs = "import time\ntime.sleep(99)\n"
    assert _stopped(folder, hangs, lambda run: run.line == 2).line == 2


def test_a_script_that_kills_what_runs_it_is_a_failure_and_the_next_one_runs(folder: Path) -> None:
    """Nothing that a script does raises."""
    assert _run(folder, "import os\nos.kill(os.getppid(), 9)\n").failure
    assert _run(folder, "print(1)\n").stdout == "1\n"
