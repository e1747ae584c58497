"""The checks of the project notice what they are there to notice: mutation testing, by sample.

All mutants take minutes: `python tests/mutants.py` makes and judges them, every week on GitHub.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys

import mutants
import project
import pytest
import wording
from mutants import targets
from single_neuron.parsing import parse

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="mutants are judged in forks"),
]

SAMPLE, SEED, PAGE = 40, 3, "loss"


def test_the_sample_has_mutants_of_every_kind_and_all_are_caught() -> None:
    """A few of each kind on one page, drawn by a fixed seed, by the command itself."""
    options = ["--sample", str(SAMPLE), "--seed", str(SEED), "--only", PAGE]
    done = subprocess.run(
        [sys.executable, project.ROOT / "tests" / "mutants.py", *options],
        env=project.environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
        timeout=4 * project.DEADLINE,  # it runs the tests of the page first
    )
    table = re.findall(r"(?m)^(\w+) +(\d+) +(\d+) +(\d+)", done.stdout)
    made = {kind: int(number) for kind, number, *_ in table}
    each = SAMPLE // len(mutants.KINDS)
    assert made == dict.fromkeys(mutants.KINDS, each) | {"all": SAMPLE}, done.stdout
    assert done.returncode == 0, done.stdout


def test_there_are_thousands_as_the_page_says() -> None:
    """Of every kind some, and each is a change of one place."""
    made = mutants.make()
    assert "in thousands of places" in (project.ROOT / "docs" / "checks.md").read_text("utf-8")
    assert len(made) > 2000
    assert {mutant.kind for mutant in made} == set(mutants.KINDS)
    assert all(mutant.before != mutant.after and mutant.text != mutant.source for mutant in made)


@pytest.mark.parametrize(
    ("script", "changes"),
    [
        ("y = w @ x + 0.5\n", ["w * x + 0.5", "w @ x - 0.5", "w @ x + 0.6"]),
        ("y = -x[1:]\n", ["x[1:]", "-x[2:]"]),
        ("ok = z > 0 in a\n", ["z >= 0 in a", "z < 0 in a", "z > 1 in a", "z > 0 not in a"]),
        ("y = 1e-8 + 1_000\n", ["2e-8 + 1_000", "1e-8 - 1_000", "1e-8 + 1_001"]),
        ('print(f"2{x - 1:.9f}")\n', ["3{x - 1:.9f}", "2{x + 1:.9f}", "2{x - 2:.9f}", ":.10f}"]),
        ('"""Page 1."""\nplot(x, color="C1", alpha=0.5, label="κ = 0.1")\n', ["1.1", "0.2"]),
        ("linspace(0, 3, 99)\n", ["linspace(1, 3, 99)", "linspace(0, 4, 99)"]),
    ],
)
def test_what_is_changed_in_a_script(script: str, changes: list[str]) -> None:
    """Operators, comparisons, numbers and indices, one at a time, and no look."""
    found = [script[:start] + new + script[end:] for start, end, new in mutants.in_script(script)]
    assert len(found) == len(changes)
    assert all(change in text for change, text in zip(changes, found, strict=True))


def test_what_is_changed_in_an_equation() -> None:
    """Signs, relations, numbers, scripts, accents and fractions, but not names."""
    tex = r"\hat y = -\tfrac12 x_j^2 \label{a-1}"
    found = {tex[:start] + new + tex[end:] for start, end, new in mutants.in_equation(tex)}
    assert found == {
        tex.replace(old, new)
        for old, new in {
            r"\hat y": " y",
            "=": r"\ne ",
            r"-\t": r"+\t",
            "12": "13",
            "^2": "^3",
            "_j": "",
            "j^2": "j",
            r"\tfrac12": r"\frac{2}{1}",
        }.items()
    }


def test_what_is_changed_in_prose() -> None:
    """Numbers that are quoted; neither names, nor headings, nor equations, nor code."""
    text = "# 1 · One\n\nThe loss $x_1$ falls to 0.25 ([chapter 7](a.md#b2)), `W1` in step 3.\n"
    text += "\n1. NumPy 2\n\n$$\n1 = 1\n$$\n\n```text\n5\n```\n"
    found = [number[0] for number in wording.numbers(parse("page.md", text))]
    assert found == ["0", "25", "7", "2"]


def test_what_is_reversed_in_prose() -> None:
    """Words of measure, and the verbs and negations beside them; no idiom, and nothing else."""
    text = "# Never\n\nA larger b is better. It is not so. Once more: Every line falls.\n"
    found = {text[:start] + new + text[end:] for start, end, new in mutants_of(text)}
    assert found == {
        text.replace("larger", "smaller"),
        text.replace("b is", "b is not"),
        text.replace("better", "worse"),
        text.replace("Every", "No"),
        text.replace("falls", "rises"),
    }


def mutants_of(text: str) -> list[mutants.Change]:
    """The reversals of a page that holds just this."""
    return list(wording.reversals(parse("page.md", text)))


def test_which_targets_are_led_astray() -> None:
    """Each part of every one, without its ending."""
    text = '[a](a.md#b) ![c](figures/c.svg)\n\n```python\n--8<-- "d/e.py:f"\n```\n'
    found = [(kind, text[start:end]) for kind, _, start, end in targets(parse("page.md", text))]
    assert found == [
        ("include", "d/e"),
        ("include", "f"),
        ("image", "figures/c"),
        ("link", "a"),
        ("link", "b"),
    ]
