"""What is made of the exercises: their part of the page, the downloads, the notebook."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from .exercise import Exercise, Practice

_MARK = re.compile(r"^<!-- exercise: (?P<name>\w+) -->$", re.M)
_FOLDED = {"jupyter": {"source_hidden": True}, "cellView": "form"}  # in Jupyter and in Colab
_ABOUT = "# Practice\n\nRun the next cell first, then write: each task has its check below it."


def listed(text: str) -> list[str]:
    """The exercises of a page in their order: their names, from its marks."""
    return [mark["name"] for mark in _MARK.finditer(text)]


def fill(text: str, practice: Practice, downloads: str = "exercises") -> str:
    """The page with each exercise in the place of its mark; what could not be read is left out."""
    made = {each.name: page(each, downloads) for each in practice.exercises}
    return _MARK.sub(lambda mark: made.get(mark["name"], ""), text)


def page(exercise: Exercise, downloads: str = "exercises") -> str:
    """Its part of the page: the task, hints that open one in the other, a folded solution."""
    hints = ""
    for number, hint in reversed([*enumerate(exercise.hints, 1)]):
        hints = _box(f'question "Hint {number}"', f"{hint}\n\n{hints}")
    solution = f'```python\n--8<-- "practice/{exercise.name}.py:solution"\n```'
    parts = (
        f'### {exercise.title} {{ #{exercise.place} data-exercise="{exercise.name}" }}',
        exercise.task,
        f"Given:\n\n```python\n{exercise.given}\n```" if exercise.given else "",
        f"```python\n{exercise.blank}\n```",
        f"[{exercise.name}.py]({downloads}/{exercise.name}.py){{ .download download }} "
        f"[The chapter behind it]({exercise.see})",
        hints,
        _box('example "A solution, and why"', f"{solution}\n\n{exercise.why}"),
    )
    return "\n\n".join(part.rstrip() for part in parts if part) + "\n"


def download(practice: Practice, exercise: Exercise, address: str) -> str:
    """The file to work in: the task, what it needs, the blank, and its check.

    `address` is that of the page with the exercises, where the hints stand.
    """
    earlier = [each.code for each in practice.exercises if each.name in exercise.needs]
    parts = (
        f'"""{exercise.title}.\n\n{exercise.task}\n\n'
        f"Run this file to check it: python {exercise.name}.py\n"
        f'Hints and a solution: {address}#{exercise.place}\n"""\n\nimport numpy as np',
        *(["# From the exercises before."] if earlier else []),
        *earlier,
        exercise.given,
        f"# Yours to write.\n\n\n{exercise.blank}",
        f"# From here on it is the check: nothing to write.\n\n{practice.checker}",
        f'KNOWN = {{\n{exercise.known}\n}}\n\ncheck({exercise.name}, KNOWN["{exercise.name}"])',
    )
    return "\n\n\n".join(part for part in parts if part) + "\n"


def notebook(practice: Practice, solved: bool, address: Callable[[str], str]) -> str:
    """The notebook with all exercises, blank or solved, as a file; nothing in it was run yet.

    `address` gives the whole address of a place, as linked to from the top of docs/.
    """
    known = "\n".join(each.known for each in practice.exercises)
    check = f"# @title The check: run this cell first\n{practice.checker}\n\n\n"
    check += f"KNOWN = {{\n{known}\n}}"
    cells = [new_markdown_cell(_ABOUT, id="practice")]
    cells.append(new_code_cell(check, id="check", metadata=_FOLDED))
    for number, each in enumerate(practice.exercises, 1):
        text = f"## {number}. {each.title}\n\n{each.task}\n\n"
        text += f"[The chapter behind it]({address(each.see)})"
        hints = ""
        for count, hint in reversed([*enumerate(each.hints, 1)]):
            hints = f"\n\n<details><summary>Hint {count}</summary>\n\n{hint}{hints}\n\n</details>"
        cells.append(new_markdown_cell(text + ("" if solved else hints), id=each.place))
        code = {"given": each.given, "code": each.solution if solved else each.blank}
        code |= {"check": f'check({each.name}, KNOWN["{each.name}"])', "show": each.show}
        cells += [new_code_cell(code[k], id=f"{each.place}-{k}") for k in code if code[k]]
        if solved:
            cells.append(new_markdown_cell(each.why, id=f"{each.place}-why"))
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    about = {"kernelspec": kernel, "language_info": {"name": "python"}}
    return nbformat.writes(new_notebook(cells=cells, metadata=about)) + "\n"


def _box(title: str, text: str) -> str:
    """Something to open, in Markdown."""
    return f"??? {title}\n\n" + textwrap.indent(text.rstrip() + "\n", "    ")
