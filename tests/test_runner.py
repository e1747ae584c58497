"""A script goes in; what it printed and drew comes out, and nothing else gets in or out."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from single_neuron import running as runner
from single_neuron.running import Run

pytestmark = pytest.mark.slow

_DRAW = "import matplotlib.pyplot as plt\n\nplt.plot([0, {x}])\nplt.show()\n"


def _run(
    folder: Path,
    code: str,
    time_limit: float = runner.TIME_LIMIT,
    memory: runner.Memory | None = None,
) -> Run:
    script = folder / "script.py"
    script.write_text(code, encoding="utf-8")
    return runner.run_all([script], time_limit, memory)[script]


def test_a_run_gives_what_the_script_printed_to_the_letter(tmp_path: Path) -> None:
    """Characters beyond ASCII, spaces at the end, and a last line without an end."""
    run = _run(tmp_path, "print('ŷ = σ(z) ')\nprint('end', end='')\n")
    assert run == Run(stdout="ŷ = σ(z) \nend")


def test_what_goes_to_stderr_is_not_published(tmp_path: Path) -> None:
    """A warning on the author's machine is no output."""
    assert _run(tmp_path, "import sys\n\nprint('no', file=sys.stderr)\n") == Run()


def test_a_script_runs_as_the_main_program_beside_its_neighbours(tmp_path: Path) -> None:
    """As `python script.py` runs it, with its own folder first on the path."""
    (tmp_path / "neighbour.py").write_text("a = 7\n", encoding="utf-8")
    code = "import sys\n\nimport neighbour\n\nprint(__name__, len(sys.argv), neighbour.a)\n"
    assert _run(tmp_path, code).stdout == "__main__ 1 7\n"


def test_a_script_gets_no_wish_of_the_builders_own(tmp_path: Path) -> None:
    """Its annotations are evaluated, as `python script.py` does before Python 3.14."""
    run = _run(tmp_path, "seen = []\n\n\ndef f(x: seen.append(1)):\n    pass\n\n\nprint(seen)\n")
    assert run.stdout == ("[1]\n" if sys.version_info < (3, 14) else "[]\n")


def test_figures_come_in_the_order_in_which_they_were_shown(tmp_path: Path) -> None:
    """Also more than nine, and two that are shown at once."""
    code = (
        "import matplotlib.pyplot as plt\n\n"
        "for n in range(12):\n    plt.figure()\n    plt.title(f'<{n}>')\n"
    )
    one_by_one = _run(tmp_path, code + "    plt.show()\n")
    at_once = _run(tmp_path, code + "plt.show()\n")
    for run in (one_by_one, at_once):
        titles = [n for figure in run.figures for n in range(12) if f">&lt;{n}&gt;<" in figure]
        assert titles == list(range(12))


@pytest.mark.parametrize(
    "more",
    [
        "figure.legend(loc='outside upper center')",
        "figure.suptitle('A title')",
        "axes.set_title('A title')",
    ],
)
def test_what_stands_above_a_plot_has_room_there(tmp_path: Path, more: str) -> None:
    """The plot is made smaller for it."""
    code = (
        "import matplotlib.pyplot as plt\n\nfigure, axes = plt.subplots()\n"
        "axes.plot([0, 1], label='one')\n{}\nplt.show()\nprint(axes.get_position().y1)\n"
    )
    without, beside = (float(_run(tmp_path, code.format(it)).stdout) for it in ("", more))
    assert beside < without - 0.03


def test_a_file_that_a_script_saves_is_no_figure(tmp_path: Path) -> None:
    """A reader who runs the script keeps it; the page shows what `plt.show()` shows."""
    run = _run(tmp_path, _DRAW.format(x=1).replace("show()", "savefig('plot.svg')"))
    assert run == Run()


def test_the_same_script_gives_the_same_bytes(tmp_path: Path) -> None:
    """Nothing of the time, the place or chance is in a figure."""
    folders = [tmp_path / "a", tmp_path / "b"]
    for folder in folders:
        folder.mkdir()
    first, second = (_run(folder, _DRAW.format(x=1)) for folder in folders)
    assert len(first.figures) == 1
    assert first == second


def test_a_script_finds_nothing_that_another_left(tmp_path: Path) -> None:
    """Each has a fresh process and an empty folder to work in."""
    start = "import os, numpy\n\n"
    leave = "os.environ['LEFT'] = numpy.left = '1'\nopen('left', 'w')\n"
    look = "print('LEFT' in os.environ, hasattr(numpy, 'left'), os.listdir())\n"
    assert _run(tmp_path, start + leave).failure is None
    assert _run(tmp_path, start + look).stdout == "False False []\n"


def test_a_script_computes_with_one_thread(tmp_path: Path) -> None:
    """So that sums are added in the same order on every machine."""
    code = "import os\n\nprint(os.environ['OPENBLAS_NUM_THREADS'])\n"
    assert _run(tmp_path, code).stdout == "1\n"


def test_a_script_that_waits_for_input_fails(tmp_path: Path) -> None:
    """Nobody is there to answer."""
    assert "EOFError" in (_run(tmp_path, "input()\n").failure or "")


def test_a_script_that_hangs_is_stopped_and_its_line_named(tmp_path: Path) -> None:
    """In Python or in a library, with what it drew before that."""
    code = _DRAW.format(x=1) + "\n\ndef wait():\n    while True:\n        pass\n\n\nwait()\n"
    for time_limit in (2, 8, 32):  # on a busy machine it takes longer to get so far
        run = _run(tmp_path, code, time_limit)
        assert run.failure == f"it still ran after {time_limit} seconds and was stopped"
        if run.line in (8, 9):
            break
    assert run.line in (8, 9)
    assert len(run.figures) == 1


def test_only_a_script_that_changed_or_failed_runs_again(tmp_path: Path) -> None:
    """Within one process: a build begins anew, a server remembers."""
    code = f"open({str(tmp_path / 'trace')!r}, 'a').write('run ')\n"

    def runs() -> int:
        return len((tmp_path / "trace").read_text(encoding="utf-8").split())

    failing, memory = code + "1 / 0\n", runner.Memory()
    counts = []
    for text in (code, code, failing, failing, code, code + "\n"):
        _run(tmp_path, text, memory=memory)
        counts.append(runs())
    assert counts == [1, 1, 2, 3, 3, 4]


@pytest.mark.parametrize(
    "code",
    [
        "from near import a\n\nprint(a)\n",
        "import math, near\n\nprint(near.a)\n",
        "def get():\n    import near as n; return n.a\n\n\nprint(get())\n",
    ],
)
def test_a_script_runs_again_when_a_neighbour_changes_that_it_imports(
    tmp_path: Path, code: str
) -> None:
    """However it does, and also one that the neighbour imports; nothing is left beside them."""
    memory, printed = runner.Memory(), []
    (tmp_path / "near.py").write_text("from far import a\n", encoding="utf-8")
    for number in (1, 2):
        (tmp_path / "far.py").write_text(f"a = {number}\n", encoding="utf-8")
        printed.append(_run(tmp_path, code, memory=memory).stdout)
    assert printed == ["1\n", "2\n"]
    assert sorted(it.name for it in tmp_path.iterdir()) == ["far.py", "near.py", "script.py"]


def test_a_failure_keeps_the_last_good_run(tmp_path: Path) -> None:
    """So that a page keeps its figure while its author mends the script."""
    memory = runner.Memory()
    good = _run(tmp_path, _DRAW.format(x=1), memory=memory)
    assert _run(tmp_path, "1 / 0\n", memory=memory).failure
    assert memory[tmp_path / "script.py"][1] == good


def test_a_script_may_be_named_by_a_relative_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From wherever the build was started."""
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    run = _run(Path(".."), "print(1)\n1 / 0\n")
    assert (run.stdout, run.line) == ("1\n", 2)


@pytest.mark.parametrize("folder", ["a b", "ŷ [1]"])
def test_a_script_may_lie_anywhere(tmp_path: Path, folder: str) -> None:
    """A path may hold spaces, letters of any script, and signs that mean something elsewhere."""
    (tmp_path / folder).mkdir()
    run = _run(tmp_path / folder, "print(1)\n1 / 0\n")
    assert (run.stdout, run.line) == ("1\n", 2)
