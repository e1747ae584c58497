"""Mutation testing: change one place of the site, and see whether any check notices.

Usage: python tests/mutants.py [--sample N] [--seed S] [--only KIND] [--only PATH]

A mutant is the project with a single change. Made are:

    snippet   each operator, comparison, number, index, and number in a text of snippets/**.py
    output    each group of digits in snippets/**.txt
    number    each number in the prose of docs/**.md
    word      there, each word of direction, order or measure turned into its opposite, and in the
              sentences that hold one each negation dropped and each verb negated
    equation  each sign, operator, number, subscript, superscript and accent in a displayed equation
    include, image, link    each target on a page

A mutant is caught if a check of the project fails: a script ends in an error, runs for too long
or prints something else than what is published; the build would report a problem; or a test
fails that passed before, in test_truths.py, test_functions.py or test_or_gate.py. Whatever
survives is listed with its place, and the exit code is 1.

How it works: pytest collects the tests once, and runs each once on the unchanged project, to note
what it asks `project.tested()` for. Then every mutant gets a process of its own, forked from this
one with all libraries and all snippets loaded. There the project that is tested has the changed
text for the one file, and those tests run that ask for it, the nearest first, until one fails.
Nothing is written.

Why not a library: cosmic-ray, the one that takes any script, does not know `@`, changes numbers
by whole ones only, writes each mutant to disk and starts all tests anew for it, which would take
hours here, and brings 25 packages; mutmut changes functions and not the code of a script; neither
reads prose, TeX or outputs. What they rest on is used here too: parso, which reads the scripts.
"""

from __future__ import annotations

import argparse
import collections
import contextlib
import functools
import itertools
import json
import os
import random
import re
import select
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

import parso
import pytest
from _pytest.runner import runtestprotocol

if __name__ == "__main__":  # and before NumPy is imported
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # two processes share two cores
    os.environ["MPLBACKEND"] = "agg"
sys.path.append(str(Path(__file__).parents[1] / "docs" / "hooks"))

import proving
import snippet
import unbound
import wording
from project import ROOT, TESTED, tested
from reading import UnreadableError
from single_neuron import checking, outputs
from single_neuron.pages import Page
from single_neuron.problems import Problem
from single_neuron.reading import Project
from single_neuron.site import Site, fill

TESTS = ("test_truths", "test_functions", "test_or_gate")

QUOTING = (
    "test_the_page_says_so",
    "test_the_displayed_equation_is_true",
    "test_the_figure_shows_what_it_says",
)

KINDS = ("snippet", "output", "number", "word", "equation", "include", "image", "link")

# What no reader could tell apart. Everything else is changed.
RULES = {
    "look": "sizes, widths, colours and transparency of what is drawn",
    "place": "where a label or a legend stands, or a part of a drawing without axes",
    "density": "how many points a curve is drawn with",
    "name": "a digit that is part of a name: x_1 in prose, W1, C0, x86-64; a chapter or a step",
    "frame": "docstrings and comments; headings and front matter; the marks of a list",
    "address": "targets on other sites, which the build does not visit",
    "unbound": "words that unbound.py lists, each with the reason why no run decides",
    "exercise": "snippets/practice/, whose solutions test_practice.py changes in the same ways",
}

# Changes that alter nothing which is printed, drawn within view, or returned, with the reason.
EQUIVALENT = {
    ("activations/elu.py", "where(z > 0, z,", "where(z >= 0, z,"): "both pieces are 0 at 0",
    ("activations/leaky_relu.py", "where(z > 0, z,", "where(z >= 0, z,"): "both pieces are 0 at 0",
    ("activations/lens.py", "where(z > 0, z, 0", "where(z >= 0, z, 0"): "both pieces are 0 at 0",
    ("activations/lens.py", "where(z > 0, z, np", "where(z >= 0, z, np"): "both pieces are 0 at 0",
    ("activations/elu.py", "expm1(np.minimum(z, 0)", "expm1(np.minimum(z, 1)"): "unused above 0",
    ("activations/elu.py", "exp(np.minimum(z, 0)", "exp(np.minimum(z, 1)"): "unused above 0",
    ("activations/lens.py", "np.minimum(z, 0)", "np.minimum(z, 1)"): "unused above 0",
    ("cross-entropy/epsilon.py", "1 / (1 + np.exp(-37", "1 * (1 + np.exp(-37"): "1.0, rounded",
    ("cross-entropy/epsilon.py", "np.exp(-37.0)", "np.exp(-37.1)"): "1.0, rounded",
    ("gradient-descent/bowl.py", "(w[0], b)", "(w[1], b)"): "the two weights are always alike",
    ("gradient-descent/learning_rate.py", "+ b - y", "+ b + y"): "from 0 the mirror image",
    ("gradient-descent/vectorised.py", "(y_hat - y).shape", "(y_hat + y).shape"): "the same shape",
    ("layers/hidden_plane.py", "/ 2, -0.5", "/ 2, -0.6"): "both lie below the picture",
    ("limits/half_planes.py", "reshape(-1, 4)", "reshape(-2, 4)"): "NumPy takes any number below 0",
    ("loss/hinge.py", "0 * right", "0 / right"): "0 either way",
    ("network/loop.py", "dy_hat_dz * 1", "dy_hat_dz / 1"): "the same number",
    ("non-linearity/collapse.py", "default_rng(0)", "default_rng(1)"): "true of any ten layers",
    ("line/by_hand.py", "x2, 3, color", "x2, 4, color"): "both lie above the picture",
}

Change = tuple[int, int, str]  # from here to there in the text, and what comes instead


@dataclass(frozen=True)
class Mutant:
    """A file of the project, `source`, with one change; `about` names what is changed: a snippet
    `page/name`, an equation `page:label`, a page, which part of a target.
    """

    kind: str
    file: str
    source: str = field(repr=False)
    start: int
    end: int
    after: str
    about: str

    @property
    def path(self) -> Path:
        """The file."""
        return ROOT / self.file

    @property
    def before(self) -> str:
        """What the change replaces."""
        return self.source[self.start : self.end]

    @property
    def text(self) -> str:
        """The whole file with the change."""
        return self.source[: self.start] + self.after + self.source[self.end :]

    def __str__(self) -> str:
        line = self.source.count("\n", 0, self.start) + 1
        begin = max(self.start - 24, self.source.rfind("\n", 0, self.start) + 1)
        left = self.source[begin : self.start]
        right = self.source[self.end :].partition("\n")[0][:24]
        return (
            f"{self.file}:{line}: {self.before} → {self.after or 'nothing'}"
            f"    in {left}[{self.before}]{right}"
        )


# What is changed in a script

_SWAPPED = {
    "+": ["-"],
    "-": ["+"],
    "*": ["/"],
    "/": ["*"],
    "//": ["/"],
    "%": ["*"],
    "**": ["*"],
    "@": ["*"],
    "+=": ["-="],
    "-=": ["+="],
    "<": ["<=", ">"],
    "<=": ["<", ">="],
    ">": [">=", "<"],
    ">=": [">", "<="],
    "==": ["!="],
    "!=": ["=="],
    "in": ["not in"],
}
_BINARY = {"arith_expr", "term", "power", "comparison", "expr_stmt"}
_NUMBER = re.compile(r"(\d[\d_]*)(\.\d+)?(e[-+]?\d+)?")
_DIGITS = re.compile(r"\d+")

_LOOK = {
    "alpha", "color", "facecolor", "figsize", "fontsize", "linewidth", "linewidths", "markersize",
    "shrinkA", "shrinkB",
}  # fmt: skip
_PLACE = {"loc", "bbox_to_anchor", "ncols"}


def more(digits: str) -> str:
    """The next whole number, written as wide: 4253 → 4254, 09 → 10, 1_000 → 1_001."""
    if "_" in digits:
        return f"{int(digits) + 1:_}"
    return str(int(digits) + 1).zfill(len(digits))


def in_script(text: str) -> Iterator[Change]:
    """Operators, numbers, and numbers in texts, apart from what the rules leave out."""
    lines = list(itertools.accumulate((len(line) for line in text.splitlines(True)), initial=0))
    leaf = parso.load_grammar(version="3.11").parse(text).get_first_leaf()
    has_axes = '.axis("off")' not in text
    while leaf:
        at = lines[leaf.start_pos[0] - 1] + leaf.start_pos[1]
        parent = leaf.parent.type if leaf.parent else ""
        if not (_is_look(leaf) or (not has_axes and _is_place(leaf))):
            if leaf.value in _SWAPPED and parent in _BINARY:
                for other in _SWAPPED[leaf.value]:
                    yield at, at + len(leaf.value), other
            elif leaf.value == "-" and parent == "factor":
                yield at, at + 1, ""
            elif leaf.type == "number":
                yield at, at + len(leaf.value), _next_number(leaf.value)
            elif leaf.type in ("string", "fstring_string") and parent != "simple_stmt":
                for found in _DIGITS.finditer(leaf.value):
                    yield at + found.start(), at + found.end(), more(found[0])
        leaf = leaf.get_next_leaf()


def _next_number(number: str) -> str:
    """The least change that its way of writing allows: 3 → 4, 0.96 → 0.97, 1e-8 → 2e-8."""
    whole, decimals, exponent = _NUMBER.fullmatch(number).groups(default="")
    if not decimals:
        return more(whole) + exponent
    last = len(decimals) - 1
    digits = more(whole + decimals[1:])
    return f"{digits[:-last]}.{digits[-last:]}{exponent}"


def _is_place(leaf: parso.tree.Leaf) -> bool:
    """Whether a part of a script that draws without axes says where: all but indices and texts."""
    node = leaf
    while node.parent and not (node.type == "trailer" and node.children[0].value == "["):
        node = node.parent
    return not node.parent and leaf.type not in ("string", "fstring_string")


def _is_look(leaf: parso.tree.Leaf) -> bool:
    """Whether this place of a script only says how a thing looks, or where its label stands."""
    if leaf.type == "string" and re.fullmatch(r"[\"']C\d[\"']", leaf.value):
        return True  # a colour
    node = leaf
    while node.parent:
        inner, node = node, node.parent
        if node.type == "argument" and node.children[0].get_code().strip() in _LOOK | _PLACE:
            return True
        if node.type == "dictorsetmaker" and inner in node.children[2::4]:
            key = node.children[node.children.index(inner) - 2]
            if key.type == "string" and key.value.strip("\"'") in _LOOK:
                return True
        third = node.type == "arglist" and inner in node.children[4:5]
        if third and _called(node) in ("linspace", "annotate"):
            return True
    return False


def _called(arguments: parso.tree.NodeOrLeaf) -> str:
    """The name of the function that is called with these arguments."""
    return arguments.get_first_leaf().get_previous_leaf().get_previous_leaf().value


# What is changed in a page

_BRACED = r"\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}"
_ARGUMENT = rf"(?:{_BRACED}|\\[A-Za-z]+|[^\\{{}}\s])"
_TEX_NAMES = re.compile(r"\\(?:label|text|operatorname|begin|end)\{[^}]*\}|\\\\\[[^]]*\]")
_TEX_SWAPPED = {
    "+": ["-"],
    "-": ["+"],
    "=": [r"\ne "],
    "<": [r"\le ", ">"],
    ">": [r"\ge ", "<"],
    r"\le": ["<", r"\ge"],
    r"\ge": [">", r"\le"],
    r"\ne": ["="],
    r"\in": [r"\notin"],
    r"\approx": ["="],
    r"\leftarrow": [r"\rightarrow"],
    r"\cdot": ["+"],
    r"\sum": [r"\prod"],
    r"\max": [r"\min"],
    r"\log": [r"\exp"],
    r"\ln": [r"\exp"],
    "'": [""],
    r"\hat": [""],
    r"\tilde": [""],
}
_TEX_TOKEN = re.compile(r"\\[A-Za-z]+|[-+=<>']")
_SCRIPT = re.compile(rf"(?=(?P<script>[_^]\s*{_ARGUMENT}))")
_FRACTION = re.compile(rf"(?=(?P<all>\\[td]?frac\s*(?P<top>{_ARGUMENT})\s*(?P<low>{_ARGUMENT})))")


def in_equation(tex: str) -> Iterator[Change]:
    """Signs, operators, numbers, sub- and superscripts, accents; fractions turned over."""
    tex = wording.blank(_TEX_NAMES, tex)
    for found in _TEX_TOKEN.finditer(tex):
        for other in _TEX_SWAPPED.get(found[0], ()):
            yield *found.span(), other
    for found in _DIGITS.finditer(tex):
        yield *found.span(), more(found[0])
    for found in _SCRIPT.finditer(tex):
        yield *found.span("script"), ""
    for found in _FRACTION.finditer(tex):
        top, low = (re.sub(r"^\{|\}$", "", found[part]) for part in ("top", "low"))
        yield *found.span("all"), rf"\frac{{{low}}}{{{top}}}"


def targets(page: Page) -> Iterator[tuple[str, str, int, int]]:
    """What a page leads to, without ending: kind, which part of the target, and its place."""
    includes = [
        ("include", '"', each.path, ":" if each.section else "", each.section or "")
        for each in page.includes
    ]
    images = [("image", "", each.target, "", "") for each in page.images]
    links = [("link", "](", *each.target.partition("#")) for each in page.links if each.path]
    for led in (includes, images, links):
        at = 0
        for kind, mark, path, sign, name in led:
            start = page.text.index(f"{mark}{path}{sign}{name}", at) + len(mark)
            at = end = start + len(path + sign + name)
            if path:
                yield kind, "path", start, start + len(path) - len(PurePosixPath(path).suffix)
            if name:
                yield kind, "name", end - len(name), end


# All mutants


def make(only: Sequence[str] = ()) -> list[Mutant]:
    """All mutants, or only those of a kind or of a file whose path holds each of these words."""
    here = tested()
    made = [mutant for path in here.scripts if _is_judged(path) for mutant in _of_snippet(path)]
    made += [mutant for page in here.pages.values() for mutant in _of_page(page)]
    made = [mutant for mutant in made if not _is_equivalent(mutant)]
    for word in only:
        made = [mutant for mutant in made if word == mutant.kind or word in mutant.file]
    return made


def _is_judged(path: Path) -> bool:
    """Whether its changes are judged here: exercises are what test_practice.py changes."""
    return path.parent.name != "practice"


def _of_snippet(path: Path) -> Iterator[Mutant]:
    """The mutants of a script and of its published output."""
    name = path.relative_to(ROOT / "snippets").with_suffix("").as_posix()
    script, output = (tested().snippet(f"{name}{suffix}") for suffix in (".py", ".txt"))
    for change in in_script(script):
        yield Mutant("snippet", f"snippets/{name}.py", script, *change, name)
    for found in _DIGITS.finditer(output):
        change = *found.span(), more(found[0])
        yield Mutant("output", f"snippets/{name}.txt", output, *change, name)


def _of_page(page: Page) -> Iterator[Mutant]:
    """The mutants of a page."""
    file, text = f"docs/{page.uri}", page.text
    for found in wording.numbers(page):
        yield Mutant("number", file, text, *found.span(), more(found[0]), page.name)
    unheld = unbound.places(page)
    for start, end, new in wording.reversals(page):
        if not any(first <= start and end <= last for first, last in unheld):
            yield Mutant("word", file, text, start, end, new, page.name)
    for equation in page.equations:
        if equation.display:
            about = f"{page.name}:{equation.label}"
            for start, end, new in in_equation(text[equation.start : equation.end]):
                place = equation.start + start, equation.start + end
                yield Mutant("equation", file, text, *place, new, about)
    for kind, part, start, end in targets(page):
        yield Mutant(kind, file, text, start, end, f"{text[start:end]}-{start}", part)


def _is_equivalent(mutant: Mutant) -> bool:
    """Whether it is one of those that are listed with a reason."""
    return any(
        mutant.file == f"snippets/{file}" and mutant.source.replace(old, new) == mutant.text
        for file, old, new in EQUIVALENT
    )


def sample(mutants: list[Mutant], size: int, seed: int) -> list[Mutant]:
    """About so many mutants, equally many of each kind."""
    draw, kinds = random.Random(seed), collections.defaultdict(list)
    for mutant in mutants:
        kinds[mutant.kind].append(mutant)
    each = -(-size // len(kinds))
    return [m for kind in kinds.values() for m in draw.sample(kind, min(each, len(kind)))]


# Whether a mutant is caught


class _Pages(dict[str, Page]):
    """The pages of a project; it notes which of them are asked for."""

    def __init__(self, project: Project, asked: set[Path]) -> None:
        super().__init__(project.pages)
        self.folder, self.asked = project.root / "docs", asked

    def __getitem__(self, uri: str) -> Page:
        self.asked.add(self.folder / uri)
        return super().__getitem__(uri)


@dataclass(frozen=True)
class Watched(Project):
    """A project that notes which of its files are asked for."""

    asked: set[Path] = field(default_factory=set)

    @classmethod
    def of(cls, project: Project) -> Watched:
        """The same project, watched from now on."""
        asked: set[Path] = set()
        return cls(**{**vars(project), "pages": _Pages(project, asked)}, asked=asked)

    def text(self, path: Path) -> str:
        """A file's text, as the project has it."""
        self.asked.add(path)
        return super().text(path)


class Judge:
    """The pytest plugin that judges mutants with the tests that pytest has collected."""

    def __init__(self, mutants: list[Mutant]) -> None:
        self.mutants = mutants
        self.failing: list[str] = []  # what does not even hold on the unchanged project
        self.survivors: list[Mutant] = []
        self._site = Site.make(ROOT)
        self._seconds: dict[str, float] = {}  # that a test or the loading of a snippet takes
        self._reads: dict[pytest.Item, set[Path]] = {}

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Run everything on the unchanged project, then judge the mutants."""
        self.failing += map(str, [*self._site.problems, *self._problems()])
        self._run_unchanged(session.items)
        firsts = {mutant.kind: mutant for mutant in reversed(self.mutants)}
        unchanged = [replace(mutant, after=mutant.before) for mutant in firsts.values()]
        assert not any(caught for _, caught in self._judge(unchanged)), "it was not changed"
        for mutant, caught in self._judge(self.mutants):
            if not caught:
                self.survivors.append(mutant)
                print(mutant, flush=True)
        return True

    def _run_unchanged(self, items: list[pytest.Item]) -> None:
        """Load every snippet, read every equation, and run every test, for what each asks for and
        how long it takes; of pages that no mutant changes, none.
        """
        pages = [page for page in tested().pages.values() if self._is_changed(page)]
        for equation in (each for page in pages for each in page.equations):
            with contextlib.suppress(UnreadableError):
                proving.sides(equation.tex)  # which every child then knows
        for script in filter(_is_judged, tested().scripts):
            name, start = _name(script), time.process_time()
            snippet.load(name)
            self._seconds[name] = time.process_time() - start
        # what runs a program in a process of its own does not see a change
        items = [item for item in items if "printed" not in item.fixturenames]
        names = {"", *(page.name for page in pages)}
        items = [item for item in items if proving.about(item) in names]
        for number, answer in in_children([functools.partial(_watched, item) for item in items]):
            found = json.loads(answer)
            if found:
                self._seconds[items[number].nodeid], reads = found
                self._reads[items[number]] = set(map(Path, reads))
            else:
                self.failing.append(items[number].nodeid)

    def _is_changed(self, page: Page) -> bool:
        """Whether a mutant changes a page, or a snippet that it shows."""
        shown = {include.path.rpartition(".")[0] for include in page.includes}
        shown |= {name for image in page.images for name in image.drawn_by}
        return any(
            mutant.file == f"docs/{page.uri}" or mutant.about in shown for mutant in self.mutants
        )

    def _judge(self, mutants: list[Mutant]) -> Iterator[tuple[Mutant, bool]]:
        """Each mutant, and whether it is caught."""
        jobs = [functools.partial(self._caught, mutant) for mutant in mutants]
        for number, answer in in_children(jobs):
            yield mutants[number], answer != b"no"  # without an answer, it is an endless loop

    def _caught(self, mutant: Mutant) -> bytes:
        """In a child: change what the mutant changes, and see whether anything notices it."""
        TESTED.set(Project.read(ROOT, changed={mutant.path: mutant.text}))
        if mutant.kind in ("include", "image", "link"):
            return b"yes" if self._problems() else b"no"
        if mutant.kind in ("snippet", "output") and not self._prints_what_is_published(mutant):
            return b"yes"
        tests = [item for item, reads in self._reads.items() if mutant.path in reads]
        if mutant.kind == "word":  # only what quotes the page can notice it
            tests = [item for item in tests if item.originalname in QUOTING]
        tests.sort(key=lambda item: (mutant.about not in item.nodeid, self._seconds[item.nodeid]))
        limit(sum(self._seconds[item.nodeid] for item in tests))
        pairs = itertools.pairwise([*tests, None])
        return b"no" if all(itertools.starmap(_passes, pairs)) else b"yes"

    def _problems(self) -> list[Problem]:
        """What the build would report of the project's pages."""
        whole = replace(tested(), pages={**self._site.project.pages, **tested().pages})
        filled = fill(whole, self._site.practice, {})
        return [
            *checking.check_pages(tested()),
            *checking.check_left_out(filled, self._site.runs),
            *checking.check_links(filled, {*self._site.files, *self._site.figures}, {}),
        ]

    def _prints_what_is_published(self, mutant: Mutant) -> bool:
        text = tested().snippet(f"{mutant.about}.txt")
        if mutant.kind == "output":
            return outputs.agrees(self._site.runs[mutant.path.with_suffix(".py")].stdout, text)
        limit(self._seconds[mutant.about])
        try:
            printed = snippet.load(mutant.about).stdout
        except (Exception, SystemExit):  # whatever a changed script may raise
            return False
        # as test_pages.py has it: to the letter, where digits are promised
        return printed == text if snippet.SAME_DIGITS else outputs.agrees(printed, text)


def _name(script: Path) -> str:
    return script.relative_to(snippet.SNIPPETS).with_suffix("").as_posix()


def _watched(item: pytest.Item) -> bytes:
    """In a child: of a test that passes, its seconds and the files that it asks for."""
    watched = Watched.of(tested())
    TESTED.set(watched)
    start = time.process_time()
    passes = _passes(item, None)
    seconds = time.process_time() - start
    return json.dumps((seconds, list(map(str, watched.asked))) if passes else None).encode()


def _passes(item: pytest.Item, following: pytest.Item | None) -> bool:
    """Whether a test passes."""
    reports = runtestprotocol(item, log=False, nextitem=following)
    return not any(report.failed for report in reports)


def limit(seconds: float) -> None:
    """Let this process be killed when it computes much longer than the unchanged one did."""
    signal.setitimer(signal.ITIMER_PROF, 10 * seconds + 10)


def in_children(jobs: Sequence[Callable[[], bytes]]) -> Iterator[tuple[int, bytes]]:
    """Do each job in a forked process of its own, as many at a time as there are cores.

    Yields the number of each job that is done, and its answer: none if it ran out of time.
    """
    waiting, running = collections.deque(enumerate(jobs)), {}
    while waiting or running:
        while waiting and len(running) < (os.cpu_count() or 1):
            number, job = waiting.popleft()
            pid, answer = _fork(job)
            running[answer] = pid, number
        for answer in select.select(list(running), [], [])[0]:
            pid, number = running.pop(answer)
            with os.fdopen(answer, "rb") as end:
                found = end.read()
            _, status = os.waitpid(pid, 0)
            late = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGPROF
            assert late or found, "judging failed"
            yield number, found


def _fork(job: Callable[[], bytes]) -> tuple[int, int]:
    """Start a child that does the job; its process number, and where its answer can be read."""
    answer, here = os.pipe()
    pid = os.fork()
    if pid:
        os.close(here)
        return pid, answer
    try:
        errors = os.dup(2)
        for stream in (1, 2):  # nobody wants to read what mutants print
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream)
        with os.fdopen(here, "wb") as end:
            end.write(job())
    except BaseException:
        os.write(errors, traceback.format_exc().encode())
    os._exit(0)


def main() -> int:
    """Make the mutants, judge them, report; 0 if all were caught."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--sample", type=int, metavar="N", help="only about so many, drawn by kind")
    parser.add_argument("--seed", type=int, default=0, help="which ones are drawn")
    parser.add_argument(
        "--only", action="append", default=[], metavar="KIND", help="or a part of a file's path"
    )
    options = parser.parse_args()
    start = time.monotonic()
    mutants = make(options.only)
    if options.sample:
        mutants = sample(mutants, options.sample, options.seed)
    judge = Judge(mutants)
    print("Not changed is what no reader could tell apart:")
    for name, rule in RULES.items():
        print(f"  {name:8} {rule}")
    print("and what alters nothing that is printed, drawn or returned:")
    for (file, old, new), reason in EQUIVALENT.items():
        print(f"  snippets/{file}: {old} → {new}: {reason}")
    files = [str(ROOT / "tests" / f"{name}.py") for name in TESTS]
    quiet = ["-qq", "-s", "--no-header", "--no-summary", "--assert=plain", "-p", "no:cacheprovider"]
    settings = ["-n0", f"--rootdir={ROOT}", f"-c{ROOT / '.pytest.ini'}"]
    code = pytest.main([*quiet, *settings, *files], [judge])
    print("kind      made  caught  survived")
    for kind in KINDS:
        made, alive = (
            sum(mutant.kind == kind for mutant in those) for those in (mutants, judge.survivors)
        )
        print(f"{kind:9} {made:4}  {made - alive:6}  {alive:8}")
    made, alive = len(mutants), len(judge.survivors)
    print(f"{'all':9} {made:4}  {made - alive:6}  {alive:8}", end="")
    print(f"    in {time.monotonic() - start:.0f} seconds")
    for failing in judge.failing:
        print(f"fails without any change: {failing}")
    return int(bool(alive or judge.failing or code))


if __name__ == "__main__":
    sys.exit(main())
