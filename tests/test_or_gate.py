"""The published output of the OR-gate program: printed to the letter, and right.

The text beside the program must be the promised one to the last digit. A run must print its
words exactly and its numbers to a relative 1e-9, and on the machines on which the digits were
reproduced, every digit. That the digits are right and not merely stable is shown by training
the same neuron again in arithmetic of sixty digits.
"""

from __future__ import annotations

import re
import subprocess
import sys
from decimal import Decimal
from random import Random

import numpy as np
import oracle
import pytest
import snippet
from oracle import OR, START, Real, State, mp
from project import ROOT
from single_neuron import outputs

# The promised lines. Nothing may change them: readers compare their own output with them.
PROMISED = """\
Epoch 0, Loss: 0.4252836315797174
Epoch 100, Loss: 0.3180131522600154
Epoch 200, Loss: 0.2512700480852207
Epoch 300, Loss: 0.20639720678315462
Epoch 400, Loss: 0.17443544474223
Epoch 500, Loss: 0.15060755096810638
Epoch 600, Loss: 0.13221007675719915
Epoch 700, Loss: 0.11761055421437594
Epoch 800, Loss: 0.10576684259745481
Epoch 900, Loss: 0.09598292071693013
Final weights: [4.04339568 4.08714596], Final bias: -1.4955592638623567
Predictions: [0.18308878 0.93031815 0.92742803 0.99868812]
Rounded Predictions (0 or 1): [0. 1. 1. 1.]
"""

TWELVE_DIGITS = 5e-13


def _published(pattern: str) -> list[str]:
    """The numbers of the published text that the pattern's group holds, as they are written."""
    return " ".join(re.findall(pattern, snippet.published("or-gate/program"))).split()


def _close(a: float, b: Real) -> bool:
    """Whether two numbers agree to twelve significant digits."""
    return abs(oracle.exact(a) - b) <= TWELVE_DIGITS * abs(b)


def _as_printed(value: Real, places: int) -> str:
    """The number, rounded to so many decimal places from its sixty digits."""
    return str(Decimal(mp.nstr(value, 50)).quantize(Decimal(10) ** -places))


@pytest.fixture(scope="module")
def printed() -> str:
    """What the program prints in a process of its own."""
    command = [sys.executable, "snippets/or-gate/program.py"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    assert done.stderr == ""
    return done.stdout


@pytest.fixture(scope="module")
def states() -> list[State]:
    """Exact weights and bias after 0 to 1000 steps, with the double that the program's 0.1 is."""
    return oracle.train(OR, START[:2], START[2], lr=0.1, epochs=1000)


def test_the_published_text_is_the_promised_one() -> None:
    """To the last digit."""
    assert snippet.published("or-gate/program") == PROMISED


def test_the_program_prints_the_published_text(printed: str) -> None:
    """Words exactly, numbers to a relative 1e-9, on every machine."""
    text = snippet.published("or-gate/program")
    assert outputs.agrees(printed, text), outputs.difference(printed, text, "program.txt")


@pytest.mark.skipif(
    not snippet.SAME_DIGITS,
    reason="the last digits are promised for the pinned NumPy on Linux, x86-64 and 64-bit Arm",
)
def test_the_program_prints_every_promised_digit(printed: str) -> None:
    """On the machines on which they were reproduced."""
    assert printed == PROMISED


def test_the_random_start_is_frozen() -> None:
    """NumPy's legacy generator gives these three numbers, to the bit."""
    np.random.seed(42)
    assert [*np.random.rand(2), np.random.rand()] == START


def test_the_random_start_is_that_of_the_mersenne_twister() -> None:
    """Python's own twister gives the same numbers when it starts from the same state."""
    words = [42]  # Knuth's recurrence, as in init_genrand of Matsumoto and Nishimura
    for i in range(1, 624):
        words.append((1812433253 * (words[-1] ^ (words[-1] >> 30)) + i) % 2**32)
    twister = Random()
    twister.setstate((3, (*words, 624), None))
    assert [twister.random() for _ in range(3)] == START


@pytest.mark.parametrize("line", range(10))
def test_a_published_loss_is_right(line: int, states: list[State]) -> None:
    """To at least twelve significant digits, at the epoch that its line names."""
    epochs, losses = _published(r"Epoch (\d+),"), _published(r"Loss: (.+)")
    assert epochs[line] == str(100 * line)
    right = oracle.loss(OR, states[100 * line], eps=1e-8)
    assert _close(float(losses[line]), right)


def test_the_published_bias_is_right(states: list[State]) -> None:
    """To at least twelve significant digits."""
    [bias] = _published(r"Final bias: (.+)")
    assert _close(float(bias), states[1000][1])


def test_the_published_weights_and_predictions_are_right(states: list[State]) -> None:
    """In all the digits that are printed."""
    weights, _ = states[1000]
    assert _published(r"Final weights: \[(.+?)\]") == [_as_printed(w, 8) for w in weights]
    y_hat = oracle.predict(OR, states[1000])
    assert _published(r"(?m)^Predictions: \[(.+)\]") == [_as_printed(p, 8) for p in y_hat]
    rounded = [f"{_as_printed(p, 0)}." for p in y_hat]
    assert _published(r"Rounded Predictions \(0 or 1\): \[(.+)\]") == rounded
    assert rounded == [f"{label}." for _, label in OR]


def test_the_digits_that_are_not_printed_are_right_too(states: list[State]) -> None:
    """Weights and predictions to twelve significant digits, of which only eight or so are shown."""
    program, (w, b) = snippet.load("or-gate/program"), states[1000]
    right = [*w, b, *oracle.predict(OR, states[1000])]
    computed = [*program.w, program.b, *program.y_hat]
    assert [_close(c, r) for c, r in zip(computed, right, strict=True)] == [True] * 7


@pytest.mark.parametrize("name", ["steps", "boundary"])
def test_the_other_programs_train_the_same_neuron(name: str) -> None:
    """The eight steps and the map end at the weights of the complete program."""
    program, other = snippet.load("or-gate/program"), snippet.load(f"or-gate/{name}")
    assert [*other.w, other.b] == pytest.approx([*program.w, program.b], rel=1e-12)


def test_the_steps_record_the_losses_that_the_program_prints() -> None:
    """All thousand of them, of which the program prints every hundredth."""
    losses = snippet.load("or-gate/steps").losses
    printed = re.findall(r"Loss: (.+)", snippet.load("or-gate/program").stdout)
    assert losses[::100] == pytest.approx(list(map(float, printed)), rel=1e-12)
    assert len(losses) == 1000
