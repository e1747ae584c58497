"""Published outputs: the text beside a script that its run must print."""

from __future__ import annotations

import difflib
import math
import re

from click import unstyle

TOLERANCE = 1e-9  # relative: the last digits may differ between processors

_NUMBER = re.compile(r"(?<![\w.])[-+]?(?:\d+\.\d*|\.\d+|\d+)(?:[eE][-+]?\d+)?(?![\w])")
_ERASED = re.compile(r".*\x1b\[[12]K|\x1b\[0?K")  # the line until here, or the rest of it


def shown(printed: str) -> str:
    """What a terminal shows in the end: without colours, and of a progress bar the last state."""
    return "\n".join(map(_line, printed.replace("\r\n", "\n").split("\n")))


def _line(printed: str) -> str:
    line = ""
    for part in printed.split("\r"):
        left = _ERASED.sub("", part) if "\x1b" in part else part  # long lines are slow to search
        text = unstyle(left)
        line = text + line[len(text) :] if left == part else text
    return line


def agrees(printed: str, published: str, tolerance: float = TOLERANCE) -> bool:
    """Whether two texts say the same: words and whole numbers exactly, decimals to `tolerance`."""
    if _NUMBER.split(printed) != _NUMBER.split(published):
        return False
    pairs = zip(_NUMBER.findall(printed), _NUMBER.findall(published), strict=True)
    return all(
        a == b or ("." in a and "." in b and math.isclose(float(a), float(b), rel_tol=tolerance))
        for a, b in pairs
    )


def difference(printed: str, published: str, name: str) -> str:
    """What changed between the published text and what was printed, as a unified diff."""
    old, new = (_lines(text) for text in (published, printed))
    return "\n".join(difflib.unified_diff(old, new, f"{name} (published)", "printed", lineterm=""))


def first_difference(printed: str, published: str) -> int:
    """The first line (from 1) of the published text that a run did not print."""
    pairs = zip(printed.split("\n"), published.split("\n"), strict=False)
    differ = (number for number, (a, b) in enumerate(pairs, start=1) if not agrees(a, b))
    return next(differ, min(printed.count("\n"), published.count("\n")) + 2)


def _lines(text: str) -> list[str]:
    """The lines of a text, in which what cannot be seen is spelt out."""
    visible = (c if c.isprintable() or c == "\n" else ascii(c)[1:-1] for c in text)
    return "".join(visible).split("\n")
