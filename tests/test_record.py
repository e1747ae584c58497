"""One command records what the snippets print, shows what changed, and never records half."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import project
import pytest

pytestmark = pytest.mark.slow

_OUTPUT = "snippets/index/sum.txt"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Make a project in which everything holds."""
    return project.copy(tmp_path, project.SOUND)


def _record(root: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "docs/hooks/record.py"]
    return subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8", check=False)


def _published(root: Path) -> dict[str, str]:
    outputs = (root / "snippets").rglob("*.txt")
    return {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") for path in outputs}


def test_what_holds_is_not_recorded_anew(root: Path) -> None:
    """Digits within the tolerance stay, or each processor would record its own."""
    before = _published(root)
    done = _record(root)
    assert (done.returncode, done.stdout) == (0, "0 of 2 outputs changed.\n")
    assert _published(root) == before


def test_what_changed_is_recorded_and_shown(root: Path) -> None:
    """A new output, another one, and one that is no longer printed."""
    sound = _published(root)
    project.write(root, {_OUTPUT: "total: 2.4 of 4\n", "snippets/index/quiet.py": "a = 1\n"})
    project.write(root, {"snippets/index/quiet.txt": "once\n"})
    (root / "snippets/deep/other/parts.txt").unlink()
    done = _record(root)
    assert done.returncode == 0
    assert "-total: 2.4 of 4\n+total: 2.3 of 4\n" in done.stdout
    assert "+1 argument\n" in done.stdout
    assert "-once\n" in done.stdout
    assert done.stdout.endswith("3 of 3 outputs changed.\n")
    assert _published(root) == sound | {_OUTPUT: "total: 2.3 of 4\n"}


def test_nothing_is_recorded_when_a_snippet_fails(root: Path) -> None:
    """The failure is named as a build names it."""
    project.write(root, {_OUTPUT: "total: 2.4 of 4\n", "snippets/index/bad.py": "\n1 / 0\n"})
    before = _published(root)
    done = _record(root)
    assert done.returncode == 1
    assert done.stderr.startswith("snippets/index/bad.py:2: it ended with exit code 1\n")
    assert "ZeroDivisionError" in done.stderr
    assert "Nothing was recorded." in done.stderr
    assert _published(root) == before
