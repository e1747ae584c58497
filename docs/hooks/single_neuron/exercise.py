"""The exercises of the practice, each read from one file.

Such a file is a script of `snippets/practice/`. Its docstring is the title and the task; the
section `solution`, and `given` where there is one, hold what stands in the reader's program; the
constants HINTS, WHY, SEE, GIVEN, CALLS, MISTAKES and SHOW hold the rest.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from threading import Thread
from traceback import extract_tb

from .problems import Problem
from .reading import section, unreadable
from .running import TIME_LIMIT, imported

FOLDER, CHECKER = "snippets/practice", "checking"
_REQUIRED = ("SEE", "HINTS", "WHY", "GIVEN", "CALLS", "MISTAKES")


@dataclass(frozen=True)
class Exercise:
    """One exercise; `name` is that of its file and of the function to write."""

    name: str
    title: str
    task: str
    see: str  # the place of a chapter that it belongs to, as linked to from the top of docs/
    hints: tuple[str, ...]
    why: str
    blank: str
    given: str  # code that comes with the task, or ""
    solution: str
    needs: tuple[str, ...]  # the earlier exercises whose functions it calls, in their order
    known: str  # what the check compares with: an entry of a Python dictionary
    show: str  # a last line that shows it at work, or ""

    @property
    def place(self) -> str:
        """Its anchor on the page."""
        return self.name.replace("_", "-")

    @property
    def code(self) -> str:
        """What stands in the program of a reader who has solved it."""
        return "\n\n\n".join(part for part in (self.given, self.solution) if part)


@dataclass(frozen=True)
class Practice:
    """All exercises in their order, the code of their check, and what must be mended."""

    checker: str
    exercises: tuple[Exercise, ...]
    problems: tuple[Problem, ...] = ()


def read(
    texts: Mapping[str, str], names: Sequence[str], time_limit: float = TIME_LIMIT
) -> Practice:
    """The exercises of these names in their order, from the text of each file by its name.

    Each is run once, with its mistakes, to learn the answers that its check compares with; it may
    take `time_limit` seconds.
    """
    if CHECKER not in texts:
        cause = "all exercises need this file for their check"
        return Practice("", (), (Problem(f"{FOLDER}/{CHECKER}.py", 1, cause, "bring it back"),))
    found: dict[str, Exercise] = {}
    problems = []
    unread: list[str] = []
    for name in names:
        needy = imported(texts.get(name, "")).intersection(unread)
        # Of one that needs another, what is wrong was said already.
        made = None if needy else _in_time(time_limit, name, texts, found)
        if isinstance(made, Exercise):
            found[name] = made
        else:
            unread.append(name)
            problems += [made] if made else []
    checker = section(texts[CHECKER], "travels").strip("\n")
    return Practice(checker, tuple(found.values()), tuple(problems))


def _in_time(
    limit: float, name: str, texts: Mapping[str, str], earlier: Mapping[str, Exercise]
) -> Exercise | Problem:
    """An exercise, or what is wrong with it: it may fail, and it may not end."""
    file = f"{FOLDER}/{name}.py"
    made: list[Exercise | Problem] = []

    def work() -> None:
        try:
            made.append(_exercise(name, texts, earlier))
        except (Exception, SystemExit) as error:
            trace = extract_tb(error.__traceback__)
            lines = [1, *(at.lineno for at in trace if at.filename == file)]
            cause = f"it cannot be read: {type(error).__name__}: {error}"
            remedy = f"run `python {file}` and mend what it reports"
            made.append(Problem(file, lines[-1], cause, remedy))

    thread = Thread(target=work, daemon=True)  # the build's end is its end
    thread.start()
    thread.join(limit)
    late = Problem(file, 1, f"it still ran after {limit:g} seconds", "let it end sooner")
    return made[0] if made else late


def _exercise(
    name: str, texts: Mapping[str, str], earlier: Mapping[str, Exercise]
) -> Exercise | Problem:
    file = f"{FOLDER}/{name}.py"
    try:
        tree = ast.parse(text := texts[name])
    except KeyError:
        return Problem(file, 1, "there is no such exercise", "add it, or take it from the list")
    except SyntaxError as error:
        return unreadable(file, error)
    values = {ast.unparse(n.targets[0]): n.value for n in tree.body if isinstance(n, ast.Assign)}
    missing = [each for each in _REQUIRED if each not in values]
    title, _, task = (ast.get_docstring(tree) or "").partition("\n")
    solution = section(text, "solution").strip("\n")
    missing += [] if task else ["a docstring: its title, then the task"]
    missing += [] if f"def {name}(" in solution else [f"a section `solution` that defines {name}"]
    if missing:
        return Problem(file, 1, f"it lacks {', '.join(missing)}", "see how another exercise has it")
    imports = [n for n in tree.body if isinstance(n, ast.ImportFrom) and n.module in texts]
    for node in imports:
        if node.module not in (CHECKER, *earlier):
            cause = f"it needs {node.module}, which does not come before it"
            return Problem(file, node.lineno, cause, "change the order, or do without")
    called = {n.id for n in ast.walk(ast.parse(solution)) if isinstance(n, ast.Name)}
    called &= {node.module for node in imports}
    needs = {each for other in called for each in (other, *earlier[other].needs)}

    space = {"__name__": name}  # no module: nothing stays behind in this process
    tree.body = [node for node in tree.body if node not in imports]
    before = (texts[CHECKER], *(each.code for each in earlier.values()))
    for code in ("\n".join(before), tree):  # the project's own code
        exec(compile(code, file, "exec", dont_inherit=True), space)
    about = space["known"](*(space[each] for each in (name, "GIVEN", "CALLS", "MISTAKES")))
    right, mistakes = _rounded(about["right"]), _rounded(about["mistakes"])
    given, calls = (ast.get_source_segment(text, values[each]) for each in ("GIVEN", "CALLS"))
    known = "".join(f"{says!r}:\n    {answers!r},\n" for says, answers in mistakes.items())
    known = f'"right": {right!r},\n"mistakes": {{\n{known}}},'
    known = f'"{name}": {{\n"given": {given},\n"calls": {calls},\n{known}\n}},'
    return Exercise(
        name=name,
        title=title.removesuffix("."),
        task=task.strip(),
        see=space["SEE"],
        hints=space["HINTS"],
        why=space["WHY"].strip(),
        blank=_blank(solution),
        given=section(text, "given").strip("\n"),
        solution=solution,
        needs=tuple(each for each in earlier if each in needs),
        known=known,
        show=space.get("SHOW", ""),
    )


def _blank(solution: str) -> str:
    """The functions of a solution with their docstrings, and without what they do."""
    lines, functions = solution.splitlines(), ast.parse(solution).body
    kept = ["\n".join(lines[f.lineno - 1 : f.body[0].end_lineno]) for f in functions]
    return "\n\n\n".join(f"{each}\n    ..." for each in kept)


def _rounded(value: object) -> object:
    """Answers to ten digits: the same on every processor."""
    if isinstance(value, dict):
        return {key: _rounded(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(map(_rounded, value))
    return float(f"{value:.10g}") if isinstance(value, float) else value
