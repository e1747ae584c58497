"""Writes below docs/ what MkDocs gets from the hooks, for a generator that runs no hooks: Zensical.

Usage: python docs/hooks/export.py, then zensical build. No MkDocs is needed, and `mkdocs build`
takes no notice of the files.
"""

from __future__ import annotations

import os
import shutil
import sys
from importlib import metadata
from pathlib import Path

import checks
import figures
import notebook
import runner
import yaml

EXPORTED = ("figures/", "javascripts/mathjax.js", notebook.NAME)  # below docs/

_MATHJAX = "mathjax/static/mathjax/es5/tex-svg.js"


def main() -> int:
    """Run every snippet; write figures, notebook and MathJax; return 1 if a check fails."""
    root = Path(__file__).resolve().parents[2]
    runs = runner.run_all(checks.scripts(root))
    problems = checks.check_runs(root, runs) + checks.check_pages(root, runs)
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        print("\nNothing was written.", file=sys.stderr)
        return 1
    docs = root / "docs"
    shutil.rmtree(docs / "figures", ignore_errors=True)
    written = {notebook.NAME: _notebook(root)}
    for script, run in runs.items():
        names = checks.figure_names(root, script, run)
        for name, svg in zip(names, run.figures, strict=True):
            written[name] = figures.polish(svg, name.removesuffix(".svg"))
    distribution = metadata.distribution("django-static-mathjax")
    written["javascripts/mathjax.js"] = distribution.locate_file(_MATHJAX).read_text("utf-8")
    for name, text in written.items():
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_text(text, encoding="utf-8")
    print(f"{len(written)} files were written below docs/.")
    return 0


def _notebook(root: Path) -> str:
    """The notebook, as MkDocs offers it."""
    settings = yaml.load((root / "mkdocs.yml").read_text(encoding="utf-8"), _Settings)
    site = settings["site_url"].rstrip("/")
    docs = root / "docs"
    written = {p.relative_to(docs).as_posix(): p.read_text("utf-8") for p in docs.rglob("*.md")}
    texts = notebook.article(settings["nav"], written)

    def address(path: str) -> str:
        page = path.removesuffix(".md").removesuffix("index")
        return f"{site}/{page}/" if path.endswith(".md") and page else f"{site}/{page}"

    return notebook.dumps(notebook.cells(texts, root / "snippets", address))


class _Settings(yaml.SafeLoader):
    """Reads mkdocs.yml, whose `!ENV` takes a variable's value, or a default."""


def _environment(loader: yaml.SafeLoader, node: yaml.Node) -> str | None:
    if isinstance(node, yaml.ScalarNode):
        return os.environ.get(node.value)
    name, default = loader.construct_sequence(node)
    return os.environ.get(name, default)


_Settings.add_constructor("!ENV", _environment)


if __name__ == "__main__":
    sys.exit(main())
