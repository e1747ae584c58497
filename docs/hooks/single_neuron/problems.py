"""What the author must mend: one problem, and the report that lists them all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that does not hold.

    `file` is relative to the project, `line` counts from 1, `cause` says what is wrong (it may
    run over several lines) and `remedy` what to do about it.
    """

    file: str
    line: int
    cause: str
    remedy: str

    def __str__(self) -> str:
        cause = self.cause.strip().replace("\n", "\n    ")
        return f"{self.file}:{self.line}: {cause}\n    Remedy: {self.remedy}"


def report(problems: Iterable[Problem]) -> str:
    """All problems as one text, in the order of file and line, each of them once."""
    found = sorted(set(problems))
    count = "1 problem" if len(found) == 1 else f"{len(found)} problems"
    return "\n\n".join([f"The site was not built: {count} found.", *map(str, found)]) + "\n"


def line_of(text: str, needle: str) -> int:
    """The line (from 1) on which `needle` first stands in `text`; 1 where it does not stand."""
    at = text.find(needle)
    return text.count("\n", 0, at) + 1 if at >= 0 else 1
