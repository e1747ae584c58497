"""Records what the snippets print as their published outputs, and shows what changed.

Usage: python docs/hooks/record.py
"""

from __future__ import annotations

import sys
from pathlib import Path

import checks
import outputs
import runner


def main() -> int:
    """Run every snippet; write each output that changed; return 1 if a snippet failed."""
    root = Path(__file__).resolve().parents[2]
    runs = runner.run_all(checks.scripts(root))
    failed = [problem for problem in checks.check_runs(root, runs) if problem.file.endswith(".py")]
    for problem in failed:
        print(problem, file=sys.stderr)
    if failed:  # nothing is half-recorded
        print("\nNothing was recorded.", file=sys.stderr)
        return 1
    changed = 0
    for script, run in runs.items():
        published = script.with_suffix(".txt")
        old = outputs.published(script)
        # Digits within the tolerance stay, or every processor would record its own.
        if outputs.agrees(run.stdout, old):
            continue
        print(outputs.difference(run.stdout, old, published.relative_to(root).as_posix()))
        changed += 1
        if run.stdout:
            published.write_text(run.stdout, encoding="utf-8")
        else:
            published.unlink()
    print(f"{changed} of {len(runs)} outputs changed.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
