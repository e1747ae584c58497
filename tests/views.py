"""The interactive figures without a browser: their modules in V8, driven through every setting."""

from __future__ import annotations

import itertools
import json
import math
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import project
from py_mini_racer import MiniRacer

SCRIPTS = project.ROOT / "docs/javascripts"
NAMES = sorted(path.stem for path in (SCRIPTS / "figures").glob("*.js"))
State = dict[str, float | str]

_IMPORT = re.compile(r"""^import (?:\* as (\w+)|(\{[^}]*\})) from "([^"]+)"$""", re.M)
_EXPORT = re.compile(r"^export (?:(default )|(?=(?:const|function) (\w+)))", re.M)
_BESIDES = """
    const matchMedia = () => ({ matches: true })
    const product = lists => lists.reduce((all, list) =>
        all.flatMap(head => list.map(value => [...head, value])), [[]])
    const texts = (view, keys, lists) => JSON.stringify(product(lists).map(values =>
        view.draw(Object.fromEntries(keys.map((key, i) => [key, values[i]]))).text))
    const draws = (view, states) => JSON.stringify(states.map(state => view.draw(state)))
"""


def _script(path: Path) -> str:
    """A module as a function that is called at once and returns what it exports."""
    text = path.read_text(encoding="utf-8")
    exports = [found[2] or "default: it" for found in _EXPORT.finditer(text)]

    def brought(found: re.Match) -> str:
        where = (path.parent / found[3]).resolve().relative_to(SCRIPTS)
        return f'const {found[1] or found[2]} = modules["{where}"]'

    body = _EXPORT.sub(lambda found: "const it = " if found[1] else "", _IMPORT.sub(brought, text))
    left = re.findall(r"^(?:import|export)\b.*", body, re.M)
    assert left == [], f"{path.name}: the tests do not understand {left}"
    name = path.relative_to(SCRIPTS)
    return f'modules["{name}"] = (() => {{\n{body}\nreturn {{ {", ".join(exports)} }}\n}})()\n'


class Views:
    """All views in one V8."""

    def __init__(self) -> None:
        self._v8 = MiniRacer()
        shared = [SCRIPTS / f"{name}.js" for name in ("neuron", "drawing", "figure")]
        files = [*shared, *(SCRIPTS / f"figures/{name}.js" for name in NAMES)]
        self._v8.eval(f"{_BESIDES}const modules = {{}}\n{''.join(map(_script, files))}0")

    def run(self, expression: str) -> object:
        """What an expression gives; a function of the state counts as true."""
        return json.loads(self._v8.eval(f"JSON.stringify({expression})"))

    def fields(self, name: str) -> dict[str, dict]:
        """What the state of a view holds."""
        return self.run(f'modules["figures/{name}.js"].default.fields')

    def start(self, name: str) -> State:
        """The state in which it opens."""
        return {key: field["value"] for key, field in self.fields(name).items()}

    def texts(self, name: str, grid: dict[str, list]) -> list[str]:
        """The sentences of all combinations, in the order of `itertools.product`."""
        grid = {key: [value] for key, value in self.start(name).items()} | grid
        lists = json.dumps([*grid.values()])
        view = f'modules["figures/{name}.js"].default'
        return json.loads(self._v8.eval(f"texts({view}, {json.dumps([*grid])}, {lists})"))

    def draws(self, name: str, states: Iterable[State]) -> list[dict]:
        """Everything that is shown in some states."""
        whole = json.dumps([self.start(name) | state for state in states])
        return json.loads(self._v8.eval(f'draws(modules["figures/{name}.js"].default, {whole})'))

    def close(self) -> None:
        """Let V8 go, which would wait for ever."""
        self._v8.close()


def grid(lists: dict[str, list]) -> list[State]:
    """All combinations."""
    return [dict(zip(lists, values, strict=True)) for values in itertools.product(*lists.values())]


@cache
def _tidy(low: float, high: float) -> list[float]:
    exponents = range(math.floor(math.log10(low)) - 1, math.ceil(math.log10(high)) + 1)
    values = (float(f"{digits}e{e - 1}") for e in exponents for digits in range(10, 100))
    return [value for value in values if low <= value <= high]


def positions(field: dict) -> list:
    """All values at which a control can stand."""
    if "options" in field:
        return field["options"]
    if field.get("log"):
        return list(_tidy(field["min"], field["max"]))
    decimals = max(0, -math.floor(math.log10(field["step"])))
    count = round((field["max"] - field["min"]) / field["step"])
    return [round(field["min"] + i * field["step"], decimals + 1) for i in range(count + 1)]
