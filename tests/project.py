"""The project as the tests use it: the real one, copies with pages of their own, and builds.

What a test reads of the real one, pages and snippets alike, it asks `tested()` for. So a mutant is
judged by setting `TESTED`, and nothing is written.
"""

from __future__ import annotations

import functools
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path

from single_neuron import practice, truths
from single_neuron.problems import Problem
from single_neuron.reading import Project
from single_neuron.site import Site, fill

ROOT = Path(__file__).resolve().parents[1]
URL = "http://127.0.0.1:8000/"  # where the site is unless SITE_URL says otherwise

DIET = "diet: true" in (ROOT / "mkdocs.yml").read_text(encoding="utf-8")

DEADLINE = 180  # seconds: only what never comes is judged by the clock

_PROBLEM = re.compile(
    r"^(?P<file>[^\s:]+):(?P<line>\d+): (?P<cause>.*?)\n    Remedy: (?P<remedy>.+)$", re.M | re.S
)
_SETTINGS = ("SITE_URL", "REPO_URL", "EDIT_URI", "SOURCE_DATE_EPOCH")


TESTED: ContextVar[Project] = ContextVar("the project that is tested")


def tested() -> Project:
    """The project that the tests read: this one, unless `TESTED` holds another."""
    if not TESTED.get(None):
        TESTED.set(Project.read(ROOT))
    return TESTED.get()


@functools.cache
def filled() -> Project:
    """The project with the parts of its pages that the build writes, the route and the tasks."""
    proofs = truths.publish(tested())
    return fill(tested().with_pages(proofs.pages), practice.of(tested()), proofs.marks)


@functools.cache
def made() -> Site:
    """All that a build of the project knows."""
    return Site.make(ROOT)


@dataclass(frozen=True)
class Build:
    """A finished `mkdocs build`: its exit code, what it said, and where the site is."""

    exit_code: int
    log: str
    site: Path

    @property
    def problems(self) -> list[Problem]:
        """The problems that the build's report lists."""
        entries = re.split(r"\n\n(?=\S)", self.log)
        found = [_PROBLEM.match(entry.strip()) for entry in entries]
        return [
            Problem(entry["file"], int(entry["line"]), entry["cause"], entry["remedy"].strip())
            for entry in found
            if entry
        ]


def environment(**settings: str) -> dict[str, str]:
    """The environment of a build: the caller's, but with only the given settings of the site."""
    inherited = {name: value for name, value in os.environ.items() if name not in _SETTINGS}
    return {**inherited, "NO_MKDOCS_2_WARNING": "1", **settings}


def build(
    root: Path, site: Path, *options: str, folder: Path | None = None, **settings: str
) -> Build:
    """Build the project in `root` into `site`, from the working directory `folder` if given."""
    command = [sys.executable, "-m", "mkdocs", "build", "-d", str(site), *options]
    if folder:
        command += ["-f", os.path.relpath(root / "mkdocs.yml", folder)]
    done = subprocess.run(
        command,
        cwd=folder or root,
        env=environment(**settings),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
        timeout=DEADLINE,
    )
    return Build(done.returncode, done.stdout, site)


def copy(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Make a project in `root` of the real settings, hooks and theme and of these `files`.

    The navigation lists the pages below `docs/` among the files, in their order. Returns `root`.
    """
    ignored = shutil.ignore_patterns("*.md", "__pycache__")
    shutil.copytree(ROOT / "docs", root / "docs", ignore=ignored)
    shutil.copy(ROOT / "mkdocs.yml", root / "settings.yml")
    pages = [name.removeprefix("docs/") for name in files if name.endswith(".md")]
    nav = "".join(f"  - {page}\n" for page in pages)
    write(root, {"mkdocs.yml": f"INHERIT: settings.yml\nnav:\n{nav}", **files})
    return root


def write(root: Path, files: Mapping[str, str | bytes]) -> None:
    """Write the files, texts as UTF-8, named by their paths below `root`."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)


def block(path: str, language: str = "python") -> str:
    """Markdown for a code block that shows the file or section `path` below `snippets/`."""
    return f'\n```{language}\n--8<-- "{path}"\n```\n'


_HOME = rf"""---
description: A project in which everything holds.
---

# Home

A price is $z = wx + b$; a [link](deep/other.md#the-second-part) and \$5 are not equations.

$$
\begin{{equation}}
\frac{{1}}{{2}} = 0.5 \label{{half}}
\end{{equation}}
$$

So says $\eqref{{half}}$, and so does [this link](#mjx-eqn:half).
{block("index/sum.py")}{block("index/sum.txt", "text")}
![A line that rises](figures/index/sum.svg)

/// caption
A line, drawn by the code above.
///
"""

_SUM = """import matplotlib.pyplot as plt

total = 3 * 0.1 + 2
print(f"total: {total} of 4")
plt.plot([0, 1], [2, total])
plt.show()
"""

_OTHER = rf"""# Other

[Back](../index.md#home), or to [one half](../index.md#mjx-eqn:half).

$$
\begin{{equation}}
0.5 = \frac{{1}}{{2}} \label{{half}}
\end{{equation}}
$$

That is $\eqref{{half}}$ of this page. What stands in a block of code is no image:

```markdown
![](figures/nowhere.svg)
```

## The second part
{block("deep/other/parts.py:first")}
Then:
{block("deep/other/parts.py:second")}{block("deep/other/parts.txt", "text")}"""

_PARTS = """# --8<-- [start:first]
import sys

# --8<-- [end:first]
# --8<-- [start:second]
print(f"{len(sys.argv)} argument")
# --8<-- [end:second]
"""

SOUND = {
    "docs/index.md": _HOME,
    "docs/deep/other.md": _OTHER,
    "snippets/index/sum.py": _SUM,
    "snippets/index/sum.txt": "total: 2.3000000001 of 4\n",  # not the last digits, but near enough
    "snippets/deep/other/parts.py": _PARTS,
    "snippets/deep/other/parts.txt": "1 argument\n",
}
