"""The check of the practice: what is right, what is missing, what is wrong.

An exercise is checked by calls, written as text, such as "sigmoid(0.0)". The
answers to them are compared with the right ones, and then with those of the
mistakes that are known.
"""

# --8<-- [start:travels]
import contextlib
import copy
import io
import linecache
import re
import traceback

import numpy as np
from numpy import inf, nan  # noqa: F401  known answers may hold them


def _plain(result):
    """Numbers as nested lists; a tuple where they do not fit in one array."""
    if result is None or result is ... or isinstance(result, str):
        return None if result is ... else result
    try:
        return np.asarray(result, dtype=float).tolist()
    except ValueError:
        return tuple(_plain(part) for part in result)


def _answer(call, function, given):
    """What a call gives, and in which line it stopped, if it did.

    That is numbers, or a text: what it printed, what it changed, its error.
    """
    mine = copy.deepcopy(given)
    names = {"np": np, call.partition("(")[0]: function, **mine}
    printed = io.StringIO()
    try:
        with contextlib.redirect_stdout(printed), np.errstate(all="ignore"):
            result = _plain(eval(call, names))
    except Exception as error:
        code, line = getattr(function, "__code__", None), "\n    in the call"
        for frame, number in traceback.walk_tb(error.__traceback__):
            if frame.f_code is code:
                text = linecache.getline(code.co_filename, number).strip()
                line = f"\n    in line {number}: {text}"
        return f"{type(error).__name__}: {error}", line
    for name, value in given.items():
        if not (callable(value) or np.array_equal(value, mine[name])):
            return f"{name} changed", ""
    return (printed.getvalue() or None) if result is None else result, ""


def _same(one, other):
    """Whether two answers agree, their numbers to six digits or more."""
    if isinstance(one, str) and isinstance(other, str):
        parts = [re.split(r"(\d+\.\d+)", text) for text in (one, other)]
        words = [" ".join(" ".join(part[::2]).split()) for part in parts]
        numbers = [np.array(part[1::2], dtype=float) for part in parts]
        return words[0] == words[1] and np.allclose(*numbers, 1e-9, 0)
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(_same, one, other))
    if any(isinstance(part, str | tuple | None) for part in (one, other)):
        return False
    if np.shape(one) != np.shape(other):
        return False
    return np.allclose(one, other, rtol=1e-6, atol=1e-7, equal_nan=True)


def _show(value):
    """An answer in words: its numbers, and their shape if it is an array."""
    if isinstance(value, tuple):
        return ", and ".join(map(_show, value))
    if value is None or isinstance(value, str):
        return (value or "nothing").strip().replace("\n", "\n    ")
    text = np.array2string(np.array(value), precision=6, threshold=20)
    text = text.replace("\n", "\n    ")
    return f"{text} with shape {np.shape(value)}" if np.shape(value) else text


def check(function, about):
    """Try a function; print what is right, what is missing or wrong."""
    name = about["calls"][0].partition("(")[0]
    got, lines = zip(
        *(_answer(call, function, about["given"]) for call in about["calls"]),
        strict=True,
    )
    wrong = [i for i, a in enumerate(got) if not _same(a, about["right"][i])]
    if not wrong:
        print(f"{name}: all right.")
        return
    if got[0] is None:
        prints = isinstance(about["right"][0], str)
        print(f"{name}: not written yet. It", end=" ")
        print("prints nothing." if prints else "returns nothing.")
        word = "print" if prints else "return"
        print(f"    You did write it? Then `{word}` is missing.")
        return
    first = wrong[0]
    for sentence, answers in about["mistakes"].items():
        if all(map(_same, got, answers)):
            print(f"{name}: not yet. {sentence}{lines[first]}")
            return
    print(f"{name}: not yet. {about['calls'][first]}")
    print(f"    should give {_show(about['right'][first])}")
    print(f"    and {'stops with' if lines[first] else 'gives'}", end=" ")
    print(_show(got[first]) + lines[first])


# --8<-- [end:travels]


def sentence(mistake):
    """What the check says to a mistake: its docstring, in one line."""
    return " ".join(mistake.__doc__.split())


def known(solution, given, calls, mistakes):
    """What `check` must know of an exercise: all answers to its calls."""

    def answers(function):
        return [_answer(call, function, given)[0] for call in calls]

    return {
        "given": given,
        "calls": calls,
        "right": answers(solution),
        "mistakes": {sentence(wrong): answers(wrong) for wrong in mistakes},
    }


def rehearse(solution, given, calls, mistakes):
    """Let the check judge the solution, and then each mistake in its place."""
    about = known(solution, given, calls, mistakes)
    check(solution, about)
    for mistake in mistakes:
        print(f"\n{mistake.__name__}")
        check(mistake, about)
