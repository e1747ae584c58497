"""Records what the snippets print as their published outputs, and shows what changed.

Usage: python docs/hooks/record.py
"""

from __future__ import annotations

import sys
from pathlib import Path

from single_neuron import checking, outputs
from single_neuron.reading import Project
from single_neuron.running import run_all


def main() -> None:
    """Run every snippet; write each output that changed; exit with 1 if a snippet failed."""
    sys.stdout.reconfigure(encoding="utf-8")
    project = Project.read(Path(__file__).resolve().parents[2])
    runs = run_all(project.scripts)
    failed = [str(it) for it in checking.check_runs(project, runs) if it.file.endswith(".py")]
    if failed:  # nothing is half-recorded
        sys.exit("\n".join([*failed, "\nNothing was recorded."]))
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
            published.write_text(run.stdout, encoding="utf-8", newline="\n")
        else:
            published.unlink()
    print(f"{changed} of {len(runs)} outputs changed.")


if __name__ == "__main__":
    main()
