"""When a page was last changed, as the project's history has it."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

NEVER = "1970-01-01"


def of_files(root: Path) -> dict[str, str]:
    """The day of the last commit to each source below `root`, as 2026-01-31.

    Empty without Git or a repository, and in a shallow clone, where all days would be the same.
    """
    if _git(root, "rev-parse", "--is-shallow-repository").strip() != "false":
        return {}
    # Newest first: each commit's day, then the files that it changed.
    log = _git(root, "log", "--format=%x00%cs", "--name-only", "--relative", "-z")
    days: dict[str, str] = {}
    day = NEVER
    for entry in log.replace("\n", "\0").split("\0"):
        if len(entry) == len(NEVER) and entry.replace("-", "").isdigit():
            day = entry
        elif entry:
            days.setdefault(entry, day)
    return days


def latest(days: Mapping[str, str], sources: Iterable[str]) -> str:
    """The newest day of a page's sources; `NEVER` where none is known."""
    return max((days.get(source, NEVER) for source in sources), default=NEVER)


def _git(root: Path, *arguments: str) -> str:
    """What Git prints, or nothing where it fails or is not there."""
    try:
        done = subprocess.run(
            ["git", *arguments], cwd=root, capture_output=True, encoding="utf-8", check=False
        )
    except OSError:
        return ""
    return done.stdout if done.returncode == 0 else ""
