"""What docs/checks.md says is true."""

import json
import pickle
import re
from collections.abc import Callable

import oracle
import proving
from algebra import same
from matplotlib.axes import Axes
from oracle import OR, START
from project import tested
from proving import Page, sides
from single_neuron import outputs
from snippet import SNIPPETS, load, prints

page = Page("checks")

SHOWN = "derivation:sigmoid-slope"  # the failure that the page prints


def its_own_examples() -> bool:
    """The claims that the page names are on the list, and come out true."""
    others = [each for each in proving.load() if each.name != page.name]
    listed = {words.lower(): check for each in others for words, check in each.claimed.items()}
    return all(
        any(check() for words, check in listed.items() if example in words)
        for example in ("three is the most", "the loss falls at every epoch")
    )


def proofs(kind: str = "") -> list[proving.Proof]:
    """Of all equations, or those of a kind."""
    found = [proof for each in proving.load() for proof in each.equations]
    return [proof for proof in found if kind in ("", proof.kind)]


def record() -> dict[str, dict[str, str]]:
    """The broken copies that the site shows, each with what did not let it pass."""
    return json.loads((proving.TRUTHS / "broken.json").read_text(encoding="utf-8"))


def of_three_kinds() -> bool:
    """And each is one that the page lists, in bold, in this order."""
    named = re.findall(r"^- A \*\*(.+?)\*\*", page.source.text, re.M)
    kinds = {proof.kind for proof in proofs()}
    return named == ["theorem", "definition", "numerical check"] and kinds == {
        each.rpartition(" ")[2] for each in named
    }


def sums_in_sentences() -> bool:
    """The page's own example comes out right, and with any other digit would not."""
    [tex] = [each.tex for each in page.source.equations if each.tex.endswith("= 70")]
    changed = [
        f"{tex[: digit.start()]}{int(digit[0]) + 1}{tex[digit.end() :]}"
        for digit in re.finditer(r"\d+", tex)
    ]
    return same(*sides(tex)) and not any(same(*sides(each)) for each in changed)


def outputs_are_files() -> bool:
    """Whatever a page shows under this title."""
    shown = [
        fence
        for each in tested().pages.values()
        for fence in each.fences
        if fence.title and fence.title.startswith("Output")
    ]
    return len(shown) > 30 and all(
        (SNIPPETS / fence.include.path).is_file() and fence.include.path.endswith(".txt")
        for fence in shown
    )


def to_the_letter() -> bool:
    """What the build takes for the same output, and what not, on both sides of the tolerance."""
    text = "epoch 3: loss 0.125, or 2.5e-07"
    near = text.replace("0.125", f"{0.125 * (1 + 0.9e-9):.15f}")
    far = text.replace("0.125", f"{0.125 * (1 + 1.1e-9):.15f}")
    others = [far, text.replace("loss", "lost"), text.replace("3", "4"), text.replace(":", "")]
    taken = outputs.agrees(near, text) and near != text and outputs.TOLERANCE == 1e-9
    return taken and not any(outputs.agrees(other, text) for other in others)


def computed_a_second_time() -> bool:
    """In arithmetic of that many digits the start is trained as long; its losses and its end are
    those of the published output.
    """
    states = oracle.train(OR, START[:2], START[2], lr=0.1, epochs=1000)
    losses = [float(oracle.loss(OR, states[at], eps=1e-8)) for at in range(0, 1000, 100)]
    said = prints("or-gate/program")
    near = all(abs(a - b) <= 1e-9 * b for a, b in zip(losses, said[1:20:2], strict=True))
    ends = zip((*states[-1][0], states[-1][1]), said[20:23], strict=True)
    return oracle.mp.dps == 60 and near and all(abs(float(a) - b) < 1e-8 for a, b in ends)


def all_figures_checked() -> bool:
    """On each page those that it shows are those whose drawings its truths look at."""
    return all(
        {
            image.figure
            for image in each.source.images
            if "figures/" in image.target
        }
        == {proof.name for proof in each.figures}
        for each in proving.load()
    )


def drawn_otherwise() -> bool:
    """A copy of a figure with a line, a point, a label or a limit changed does not pass its check;
    one as it was drawn does.
    """
    checks = {proof.name: proof for each in proving.load() for proof in each.figures}

    def passes(name: str, change: Callable[[Axes], object]) -> bool:
        figure = pickle.loads(pickle.dumps(load(name).figures[0]))
        change(figure.axes[0])
        try:
            checks[name].check(figure)
        except AssertionError:
            return False
        return True

    def moved(number: int) -> Callable[[Axes], object]:
        return lambda axes: axes.lines[number].set_ydata(axes.lines[number].get_ydata() + 0.1)

    changes = [
        ("tools/nudge", moved(0)),
        ("tools/nudge", lambda axes: axes.set_xlabel("y")),
        ("non-linearity/bend", moved(2)),
        ("or-gate/boundary", moved(1)),
        ("or-gate/boundary", lambda axes: axes.set_xlim(-0.5, 1.6)),
    ]
    return all(passes(name, lambda _: None) for name, _ in changes) and not any(
        passes(name, change) for name, change in changes
    )


def a_plus_for_a_minus() -> bool:
    """In the copy that the page prints; and of numbers of lines nothing is left."""
    name, _, label = SHOWN.partition(":")
    tex, copy = proving.equation(name, label).tex, record()[SHOWN]["tex"]
    differ = [(old, new) for old, new in zip(tex, copy, strict=True) if old != new]
    printed = record()["printed"]
    said = all(each in printed for each in (copy, SHOWN, "does not hold", "AssertionError"))
    return differ == [("-", "+")] and said and not re.search(r"\.(py|md):\d", printed)


def every_equation_broken() -> bool:
    """Each has a copy that is not what its page says, and what its proof did about it."""
    kept = record()
    return {*kept} == {*map(str, proofs()), "printed"} and all(
        kept[str(proof)]["failure"]
        and kept[str(proof)]["tex"] != proving.equation(proof.page.name, proof.name).tex
        for proof in proofs()
    )


page.claims(
    {
        'such as "three is the most" or "the loss falls at every epoch": they are listed,': (
            its_own_examples
        ),
        "Every displayed equation has a name and a proof.": lambda: all(
            {e.label for e in each.source.equations if e.display}
            == {p.name for p in each.equations}
            for each in proving.load()
        ),
        "The mark beside an equation says which of three things stands behind it.": of_three_kinds,
        "So it says where it looked, at how many numbers, and how near they are.": lambda: (
            len(proofs("check")) > 0
            and all(each.on and each.points > 0 and each.within > 0 for each in proofs("check"))
        ),
        r"Small sums inside sentences, such as $2\cdot10 + 3\cdot15 + 5 = 70$, are evaluated as"
        " they stand.": sums_in_sentences,
        "What stands under *Output* is a file.": outputs_are_files,
        "words and whole numbers to the letter, other numbers to a relative difference of"
        " $10^{-9}$.": to_the_letter,
        "is also computed a second time, in arithmetic with sixty digits, and must agree.": (
            computed_a_second_time
        ),
        "Its test looks at what was drawn, not at pixels: the lines, points, labels and limits must"
        " be those that its legend, its caption and its alternative text name.": lambda: (
            all_figures_checked() and drawn_otherwise()
        ),
        "a plus stands where a minus belongs, and the test prints this (numbers of lines are left"
        " out).": a_plus_for_a_minus,
        "show such a broken copy of every equation, with what did not let it pass.": (
            every_equation_broken
        ),
    }
)
