"""Typesets equations while the site is built, with the real MathJax inside Python.

MathJax 3.2.2's published files come in the wheel django-static-mathjax (which needs no Django for
this), V8 in the wheel mini-racer. The reader gets SVG and, for screen readers, MathML; no script.
"""

from __future__ import annotations

import atexit
import functools
import json
import re
from collections.abc import Mapping, Sequence
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

from py_mini_racer import MiniRacer

_PARTS = ("startup", "core", "adaptors/liteDOM", "input/tex-full", "output/svg")
_PARTS += ("output/svg/fonts/tex", "a11y/assistive-mml")

# Without the packages that it leaves out an unknown macro is an error; with them MathJax prints it
# in red.
_SETUP = """
var console = {}, MathJax = {
  loader: {load: []},
  startup: {typeset: false, document: "", pageReady() {}},
  tex: {
    packages: {"[-]": ["noundefined", "noerrors", "require", "autoload"]},
    tags: "ams",
    formatError(jax, error) { throw error; },
  },
  svg: {fontCache: "global"},
};
console.log = console.warn = console.error = console.info = function () {};
1;"""

LABEL = re.compile(r"\s*\\label\s*\{(?P<label>[^{}]+)\}")
REFERENCE = re.compile(r"\\(?P<brackets>eq)?ref\s*\{(?P<label>[^{}]+)\}")
_UNNUMBERED = "???"  # what MathJax calls an equation that has no number
# MathJax's rules for links, tips and menus, which no page has.
_UNUSED_RULE = re.compile(r"^[^{]*(?:svg a|merror|mjx-tool|maction|mjx-status|foreignObject)")


class Typeset(NamedTuple):
    """A page's equations as HTML, in order; the shapes of its letters; its labels' numbers.

    `errors` are pairs of an equation's place in the page and MathJax's reason to refuse it.
    """

    html: tuple[str, ...]
    glyphs: str
    labels: Mapping[str, str]
    errors: tuple[tuple[int, str], ...]


@functools.lru_cache(maxsize=256)  # while serving: a page whose equations have not changed
def typeset(equations: tuple[tuple[str, bool], ...]) -> Typeset:
    """Typeset one page's equations, given as TeX and whether displayed."""
    if not equations:
        return Typeset((), "", {}, ())
    made = _typeset(equations)
    errors = [(place, reason) for place, reason in made["errors"]]
    for place, (tex, _) in enumerate(equations):
        for name in (reference["label"] for reference in REFERENCE.finditer(tex)):
            if name not in made["labels"]:
                errors.append((place, f"Reference to an unknown label '{name}'"))
            elif made["labels"][name] == _UNNUMBERED:
                cause = f"'{name}' has no number: write it in \\begin{{equation}}, or with a \\tag"
                errors.append((place, cause))
    html = tuple(one.replace("></use>", "/>").replace("></rect>", "/>") for one in made["typeset"])
    return Typeset(html, made["glyphs"], made["labels"], tuple(errors))


def numbered(tex: str, labels: Mapping[str, str]) -> str:
    """The TeX with the numbers of other equations in the place of references to them."""
    return REFERENCE.sub(
        lambda it: ("({})" if it["brackets"] else "{}").format(labels[it["label"]]), tex
    )


def stylesheet() -> str:
    """The rules that MathJax's output needs, without those for links, tips and menus."""
    css = _typeset([("x", False)])["css"].replace("[data-c]", "")  # which no element has
    rules = re.findall(r"[^{}]+\{[^}]*\}", css)
    tidy = [" ".join(rule.split()) for rule in rules]
    return "\n".join(rule for rule in tidy if not _UNUSED_RULE.search(rule)) + "\n"


def _typeset(equations: Sequence[tuple[str, bool]]) -> dict:
    return json.loads(_engine().call("typeset", json.dumps(equations)))


@functools.cache
def _engine() -> MiniRacer:
    """A JavaScript engine with MathJax loaded."""
    es5 = metadata.distribution("django-static-mathjax").locate_file("mathjax/static/mathjax/es5")
    engine = MiniRacer()
    atexit.register(engine.close)  # else the interpreter hangs at its end after a failed build
    engine.eval(_SETUP)
    # MathJax starts itself when the first evaluation ends, so all of it has to be in by then.
    files = [es5 / f"{part}.js" for part in _PARTS]
    engine.eval(";\n".join(file.read_text(encoding="utf-8") for file in files) + ";1")
    driver = Path(__file__).with_name("tex.js").read_text(encoding="utf-8")
    engine.eval(f"{driver}; 1")
    return engine
