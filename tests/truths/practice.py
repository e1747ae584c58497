"""What docs/practice.md says is true."""

import ast
import contextlib
import io
import re

import nbformat
from algebra import N
from project import ROOT, tested
from proving import Page, stated
from single_neuron import practice
from single_neuron.exercise import Exercise
from snippet import published

page = Page("practice")

# Three slips, as a reader may make them, and what the check says to each.
SLIPS = {
    "the sign of the gradient": (
        "gradient",
        "def gradient(X, y, w, b):\n    dz = y - predict(X, w, b)\n"
        "    return X.T @ dz / len(y), dz.mean()",
        "The sign is turned",
    ),
    "the forgotten bias": (
        "weighted_sum",
        "def weighted_sum(x, w, b):\n    return x @ w",
        "The bias is missing",
    ),
    "the missing 1/N": (
        "gradient",
        "def gradient(X, y, w, b):\n    dz = predict(X, w, b) - y\n    return X.T @ dz, dz.sum()",
        "The 1/N is missing",
    ),
}


def tasks() -> dict[str, Exercise]:
    """The exercises of the page, by name, in their order."""
    return {each.name: each for each in practice.of(tested()).exercises}


def part(heading: str) -> list[str]:
    """The exercises under a heading of the page."""
    return practice.listed(page.source.text.partition(f"## {heading}")[2].partition("\n## ")[0])


def says(name: str, code: str) -> str:
    """What the downloaded file of a task prints with this in the place of its blank."""
    made = practice.of(tested())
    each, printed = tasks()[name], io.StringIO()
    file = practice.download(made, each, "https://example.org/")
    with contextlib.redirect_stdout(printed):
        exec(compile(file.replace(each.blank, code), name, "exec"), {"__name__": "__main__"})
    return printed.getvalue()


def knows_the_slips() -> bool:
    """Of what is right, missing or wrong it says just that; also of a slip that nobody foresaw."""
    right = says("weighted_sum", tasks()["weighted_sum"].solution)
    missing = says("weighted_sum", tasks()["weighted_sum"].blank)
    other = says("weighted_sum", "def weighted_sum(x, w, b):\n    return x @ w + b + 0.25")
    named = all(f"not yet. {said}" in says(task, code) for task, code, said in SLIPS.values())
    return (
        right == "weighted_sum: all right.\n"
        and missing.startswith("weighted_sum: not written yet.")
        and "should give 70" in other
        and named
    )


def ten_and_seven() -> bool:
    """Ten are under the first heading; the last of them needs six others, of which the program is
    made, and none is longer than fifteen lines.
    """
    first, made = part("The OR program, in ten steps"), tasks()
    program = {*made["run_it"].needs, "run_it"}
    short = all(len(made[name].solution.splitlines()) <= 15 for name in first)
    return len(first) == 10 and len(program) == 7 and program < set(first) and short


def prints_the_digits() -> bool:
    """The solutions that `run_it` needs, and its own, put together and called."""
    made, printed, space = tasks(), io.StringIO(), {}
    lines = ["import numpy as np", *(made[name].code for name in made["run_it"].needs)]
    with contextlib.redirect_stdout(printed):
        exec("\n\n".join([*lines, made["run_it"].code, "run_it()"]), space)
    return printed.getvalue() == published("or-gate/program")


def in_and_out() -> bool:
    """Each task names what its function takes and says what it returns; and a shape, unless it
    takes no array that was not there before.
    """
    for name, each in tasks().items():
        function = ast.parse(each.solution).body[-1]
        takes = [argument.arg for argument in function.args.args]
        shapes = "shape" in each.task or "as before" in each.task or name in ("slope", "run_it")
        named = all(re.search(rf"\b{argument}\b", each.task) for argument in takes)
        if not (named and "returns" in each.task and shapes):
            return False
    return True


def one_hint_in_another() -> bool:
    """So the second is not to be seen before the first is open, nor the third before that."""
    marks = [f'\n\n{n * "    "}??? question "Hint {n + 1}"\n' for n in range(3)]
    return all(all(practice.page(each).count(m) == 1 for m in marks) for each in tasks().values())


def begins_anywhere() -> bool:
    """Each file has one place for three dots, and what it takes from other tasks it defines; those
    come before it on the page.
    """
    made, names = practice.of(tested()), [*tasks()]
    for each in made.exercises:
        file = practice.download(made, each, "https://example.org/")
        dots = each.blank.count("...") == file.count(each.blank) == 1
        brought = all(f"\ndef {name}(" in file for name in each.needs)
        earlier = all(names.index(name) < names.index(each.name) for name in each.needs)
        if not (dots and brought and earlier):
            return False
    return "exercises/weighted_sum.py" in practice.files(made, "https://example.org/{}".format)


def notebook_holds_all() -> bool:
    """A cell to write in and one that checks, for each task."""
    made = practice.of(tested())
    cells = nbformat.reads(practice.notebook(made, False, str), as_version=4).cells
    sources = [cell.source for cell in cells if cell.cell_type == "code"]
    return all(
        each.blank in sources and f'check({each.name}, KNOWN["{each.name}"])' in sources
        for each in made.exercises
    )


def solved_comes_next() -> bool:
    """In the order of the site's pages."""
    order = [entry.uri for entry in tested().nav]
    return order[order.index("practice.md") + 1] == practice.SOLVED


page.claims(
    {
        "Here you write it: ten short functions. Seven of them make the program of [chapter"
        " 12](or-gate/program.md), three are tools beside it.": ten_and_seven,
        "At the end your own code prints the published digits.": prints_the_digits,
        "Each task says what goes in and what comes out, with shapes where it brings new arrays.": (
            in_and_out
        ),
        "Its check says at once what is right, what is missing, or what is wrong; it knows the"
        " slips that nearly everybody makes, and names yours if it is one of them.": (
            knows_the_slips
        ),
        "If you are stuck, open the hints one at a time.": one_hint_in_another,
        "the sign of the gradient, the forgotten bias and the missing 1/N": lambda: (
            knows_the_slips() and stated("derivation", "mean-gradient")[1].has(1 / N)
        ),
        "`winget install Python.Python.3.13`": lambda: (  # which the tests run on, too
            '"3.13"' in tested().text(ROOT / ".github" / "workflows" / "ci.yml")
        ),
        "holds these tasks and their checks.": notebook_holds_all,
        "Solved, it is the next page.": solved_comes_next,
        "type `py weighted_sum.py` on Windows or `python3 weighted_sum.py` on macOS and Linux.": (
            begins_anywhere
        ),
        "write your lines in the place of the three dots.": begins_anywhere,
        "The file brings along what it needs from earlier tasks, so you may begin anywhere.": (
            begins_anywhere
        ),
    }
)
