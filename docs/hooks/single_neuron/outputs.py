"""Published outputs: the text beside a script that its run must print."""

from __future__ import annotations

import difflib
import math
import re

TOLERANCE = 1e-9  # relative: the last digits may differ between processors

_NUMBER = re.compile(r"(?<![\w.])[-+]?(?:\d+\.\d*|\.\d+|\d+)(?:[eE][-+]?\d+)?(?![\w])")


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
    old, new = published.splitlines(), printed.splitlines()
    lines = difflib.unified_diff(old, new, f"{name} (published)", "printed", lineterm="")
    return "\n".join(lines)


def first_difference(printed: str, published: str) -> int:
    """The first line (from 1) of the published text that a run did not print."""
    pairs = zip(printed.splitlines(), published.splitlines(), strict=False)
    for number, (a, b) in enumerate(pairs, start=1):
        if not agrees(a, b):
            return number
    return min(len(printed.splitlines()), len(published.splitlines())) + 1
