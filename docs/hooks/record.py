"""Records what the snippets print as their published outputs, and shows what changed.

Usage: python docs/hooks/record.py
"""

from __future__ import annotations

import sys
from pathlib import Path

from single_neuron import checking, outputs
from single_neuron.reading import Project
from single_neuron.running import run_all


def main() -> int:
    """Run every snippet; write each output that changed; return 1 if a snippet failed."""
    project = Project.read(Path(__file__).resolve().parents[2])
    runs = run_all(project.scripts)
    failed = [p for p in checking.check_runs(project, runs) if p.file.endswith(".py")]
    for problem in failed:
        print(problem, file=sys.stderr)
    if failed:  # nothing is half-recorded
        print("\nNothing was recorded.", file=sys.stderr)
        return 1
    changed = 0
    for script, run in runs.items():
        published = script.with_suffix(".txt")
        name = published.relative_to(project.root).as_posix()
        old = project.snippet(name.removeprefix("snippets/"))
        # Digits within the tolerance stay, or every processor would record its own.
        if outputs.agrees(run.stdout, old):
            continue
        print(outputs.difference(run.stdout, old, name))
        changed += 1
        if run.stdout:
            published.write_text(run.stdout, encoding="utf-8")
        else:
            published.unlink()
    print(f"{changed} of {len(runs)} outputs changed.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
