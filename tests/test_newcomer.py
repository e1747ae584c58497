"""Who follows the README's lists adds a chapter and an interactive figure by those files alone."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import project
import pytest

pytestmark = pytest.mark.slow

# The names in the README's lists, and what this newcomer puts in their place.
_NAMES = {"page": "halves", "name": "half", "my-figure": "slide-the-half"}

_PAGE = r"""---
description: Half of a number, drawn and proven.
---

# 15 · Halves

Half of a number $x$ is a line through zero:

$$
\begin{equation}
h = \frac{x}{2} \label{half}
\end{equation}
$$

Half of 8 is 4.

```python
--8<-- "halves/half.py"
```

```text title="Output"
--8<-- "halves/half.txt"
```

INTERACTIVE![A line from (0, 0) to (8, 4).](figures/halves/half.svg)MARK

/// caption
Half of a number over the number.
///
ANSWER
You have halved a number. Back to [the start](index.md).
"""
_QUESTION = "**Before you touch it.** What is half of 8?\n\n"
_ANSWER = """
??? question "Answer"

    Half of 8 is 4, as the line says.

??? tip "For teachers"

    Let the class halve its own numbers first.
"""
_SNIPPET = """import matplotlib.pyplot as plt

x = [0, 8]
h = [v / 2 for v in x]
print(f"half of {x[1]} is {h[1]:g}")
plt.plot(x, h)
plt.show()
"""
_VIEW = """// Half of a number, on its line.

import { axes, short, table } from "../drawing.js"

export default {
  title: "Slide the half",
  fields: { x: { label: "Number x", min: 0, max: 8, step: 1, value: 8 } },
  buttons: [],
  draw: ({ x }) => ({
    plots: [axes({
      name: "The line of halves", x: [0, 8], y: [0, 4], xlabel: "x", ylabel: "h",
      inside: ({ line, dot }) => line([[0, 0], [8, 4]], "c0") + dot(x, x / 2, "c1 full"),
    })],
    tables: [table("Half", ["quantity", "value"], [["h", short(x / 2)]])],
    text: `Half of ${short(x)} is ${short(x / 2)}.`,
  }),
}
"""
_TRUTHS = '''"""What docs/halves.md says."""

import sympy
from proving import Page

page = Page("halves")


@page.definition("half")
def _(name, half):
    "The program halves."
    assert half == sympy.Symbol("x", real=True) / 2


@page.draws("halves/half")
def _(figure):
    assert figure.axes[0].lines[0].get_xydata().tolist() == [[0, 0], [8, 4]]
    page.says("A line from (0, 0) to (8, 4).")


page.claims({"Half of 8 is 4.": lambda: 8 / 2 == 4})
'''
_NAV = '      - "14 · One hidden layer": layers.md\n'


def _listed(section: str) -> list[str]:
    """The files that a section of the README lists, under the newcomer's names."""
    readme = (project.ROOT / "README.md").read_text(encoding="utf-8")
    text = readme.partition(f"**{section}.**")[2].partition("\n**")[0]
    files = re.findall(r"^- `([^`]+\.\w+)`", text, re.M)
    assert files, section
    names = re.compile(r"(?<![\w-])(?:" + "|".join(_NAMES) + r")(?![\w-])")
    return [names.sub(lambda found: _NAMES[found[0]], file) for file in files]


def _copy(root: Path) -> Path:
    """The whole project, without what tools leave in it."""
    left = {".git", ".venv", ".cache", ".pytest_cache", ".ruff_cache", "site"}

    def ignored(folder: str, names: list[str]) -> set[str]:
        return left & set(names) if Path(folder) == project.ROOT else {"__pycache__"} & set(names)

    return shutil.copytree(project.ROOT, root, ignore=ignored)


def _page(interactive: bool) -> str:
    parts = {
        "INTERACTIVE": _QUESTION if interactive else "",
        "MARK": '{ data-play="slide-the-half" }' if interactive else "",
        "ANSWER": _ANSWER if interactive else "",
    }
    return re.sub("|".join(parts), lambda found: parts[found[0]], _PAGE)


def _texts(interactive: bool) -> dict[str, str]:
    """Every text of the newcomer's, by its file."""
    settings = (project.ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert settings.count(_NAV) == 1
    return {
        "docs/halves.md": _page(interactive),
        "snippets/halves/half.py": _SNIPPET,
        "snippets/halves/half.txt": "half of 8 is 4\n",
        "tests/truths/halves.py": _TRUTHS,
        "mkdocs.yml": settings.replace(_NAV, f'{_NAV}      - "15 · Halves": halves.md\n'),
        "docs/javascripts/figures/slide-the-half.js": _VIEW,
    }


def _built(root: Path, site: Path) -> Path:
    built = project.build(root, site, "--strict")
    assert built.exit_code == 0, built.log
    return site


def _html(site: Path, page: str) -> str:
    return (site / page / "index.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def with_chapter(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A copy with one chapter more, by the files listed for it; the project and its site."""
    folder = tmp_path_factory.mktemp("newcomer")
    root = _copy(folder / "project")
    texts = _texts(interactive=False)
    project.write(root, {name: texts[name] for name in _listed("Add a chapter")})
    return root, _built(root, folder / "site")


@pytest.fixture(scope="module")
def with_figure(with_chapter: tuple[Path, Path]) -> Path:
    """The same with an interactive figure in that chapter, by the files listed for it; its site."""
    root, site = with_chapter
    texts = _texts(interactive=True)
    project.write(root, {name: texts[name] for name in _listed("Add an interactive figure")})
    return _built(root, site.parent / "site-with-figure")


def test_a_chapter_stands_on_the_route_and_in_every_edition(
    with_chapter: tuple[Path, Path],
) -> None:
    """On the home page, in the notebook, in what machines read."""
    _, site = with_chapter
    assert 'href="halves/"' in _html(site, "").partition('class="route"')[2]
    assert "Half of 8 is 4" in _html(site, "halves")
    assert "15 · Halves" in (site / "llms.txt").read_text(encoding="utf-8")
    assert "half of {x[1]} is" in (site / "notebook.ipynb").read_text(encoding="utf-8")


def test_its_figure_is_inline_and_its_proofs_are_published(
    with_chapter: tuple[Path, Path],
) -> None:
    """As for every other chapter."""
    _, site = with_chapter
    assert re.search(
        r'<svg[^>]* aria-label="A line from \(0, 0\) to \(8, 4\)\."', _html(site, "halves")
    )
    assert "half" in _html(site, "proofs/halves")


def test_an_interactive_figure_plays_in_its_chapter_and_on_the_page_of_all(
    with_figure: Path,
) -> None:
    """With its question, its answer and its note."""
    for page in ("halves", "play"):
        html = _html(with_figure, page)
        assert 'data-play="slide-the-half"' in html
        assert "What is half of 8?" in html
        assert "as the line says" in html
        assert "Let the class halve" in html
    assert (with_figure / "javascripts/figures/slide-the-half.js").is_file()
