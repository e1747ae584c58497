"""Typesets equations while the site is built, with the real MathJax inside Python.

MathJax 3.2.2's published files come in the wheel django-static-mathjax (which needs no Django for
this), V8 in the wheel mini-racer. The reader gets SVG and, for screen readers, MathML; no script.
"""

from __future__ import annotations

import atexit
import functools
import html
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import metadata

from py_mini_racer import MiniRacer

_PARTS = (
    "startup.js",
    "core.js",
    "adaptors/liteDOM.js",
    "input/tex-full.js",
    "output/svg.js",
    "output/svg/fonts/tex.js",
    "a11y/assistive-mml.js",
)

# Without these packages an unknown macro is an error; with them MathJax prints it in red.
_LENIENT = ["noundefined", "noerrors", "require", "autoload"]

_SETUP = (
    "var console = {}, MathJax = "
    + json.dumps(
        {
            "loader": {"load": []},
            "startup": {"typeset": False, "document": ""},
            "tex": {"packages": {"[-]": _LENIENT}, "tags": "ams"},
            "svg": {"fontCache": "global"},
        }
    )
    + """;
console.log = console.warn = console.error = console.info = function () {};
MathJax.startup.pageReady = function () {};
MathJax.tex.formatError = function (jax, error) { throw error; };
1;"""
)

# A page is one MathJax document, so that labels and references work within it.
_DRIVER = """
function typeset(json) {
  const {document: doc, input: [tex], output, adaptor} = MathJax.startup;
  doc.clear();
  MathJax.texReset();
  output.clearFontCache();
  const errors = [];
  const note = (d, item, error) => {
    errors.push([item.place, String(error.message || error)]);
    d.compileError(item, error);
  };
  doc.options.compileError = doc.options.typesetError = note;
  const items = JSON.parse(json).map(([source, display], place) => {
    const item = new doc.options.MathItem(source, tex, display);
    item.place = place;
    item.start.node = adaptor.body(doc.document);
    item.setMetrics(16, 8, 1280, 1e6, 1);
    doc.math.push(item);
    return item;
  });
  doc.compile();
  const typeset = items.map(item => {
    item.typeset(doc);
    item.assistiveMml(doc);
    return adaptor.outerHTML(item.typesetRoot);
  });
  const known = tex.parseOptions.tags.allLabels;
  const labels = Object.entries(known).map(([name, label]) => [name, [label.tag, label.id]]);
  return JSON.stringify({
    typeset, errors, labels: Object.fromEntries(labels),
    glyphs: adaptor.outerHTML(output.fontCache.getCache()),
    css: adaptor.textContent(output.styleSheet(doc)),
  });
}
1;"""

# What pymdownx.arithmatex (generic) leaves in the HTML of a page.
_EQUATION = re.compile(
    r'<(?P<tag>span|div) class="arithmatex">\\(?P<open>[(\[])(?P<tex>.*?)\\[)\]]</(?P=tag)>', re.S
)
_LABEL = re.compile(r"\\label\s*\{(?P<label>[^{}]+)\}")
_PUNCTUATION = re.compile(r"(</mjx-container>)</span>([.,;:?!)]+)")

# What neither the reader nor mathjax.css sees of MathJax's output, and its groups. (The prefix of
# xlink:href stays: the theme's instant navigation trips over whatever has an href and is no link.)
_UNSEEN = re.compile(
    r' (?:data-c|data-mjx-texclass|focusable|role|xmlns(?::xlink)?)="[^"]*"'
    r'| data-mml-node="(?!mtable)[^"]*"'
)
_UNUSED_RULE = re.compile(r"^[^{]*(?:svg a|merror|mjx-tool|maction|mjx-status|foreignObject)")
_GROUP = re.compile(r"<g(?P<attributes>[^>]*)>|</g>")
_MOVED = re.compile(r'<g transform="translate\(([-\d.]+),([-\d.]+)\)">(<use )([^<>]*/>)</g>')
_REFERENCE = re.compile(r"\\(?P<brackets>eq)?ref\s*\{(?P<label>[^{}]+)\}")


def line_of_tex(text: str, tex: str) -> int:
    """The line (from 1) of a page's Markdown on which an equation begins; 1 if it is not there."""
    body = r"[\s>]+".join(map(re.escape, tex.split()))  # the page may indent or quote it
    whole = rf"(?:\$|\\[(\[])[\s>]*(?P<tex>{body})[\s>]*(?:\$|\\[)\]])"
    found = re.search(whole, text) or re.search(f"(?P<tex>{body})", text)
    return text.count("\n", 0, found.start("tex")) + 1 if found else 1


@dataclass(frozen=True)
class TexError:
    """An equation that MathJax refused: its source, and MathJax's reason."""

    tex: str
    reason: str


def typeset(page: str, marks: Mapping[str, str] | None = None) -> tuple[str, list[TexError]]:
    """Return a page's HTML with every equation typeset, and what could not be.

    `marks` says where the proof of an equation is published, by the equation's label.
    """
    found = list(_EQUATION.finditer(page))
    if not found:
        return page, []
    sources = [html.unescape(m["tex"]).strip() for m in found]
    result = _mathjax(tuple((s, m["open"] == "[") for s, m in zip(sources, found, strict=True)))
    labels = result["labels"]
    errors = [TexError(sources[place], reason) for place, reason in result["errors"]]
    errors += [
        TexError(source, f"Reference to an unknown label '{reference['label']}'")
        for source in sources
        for reference in _REFERENCE.finditer(source)
        if reference["label"] not in labels
    ]
    if errors:
        return page, errors
    typeset = iter(zip(sources, map(_lighten, result["typeset"]), strict=True))
    page = _EQUATION.sub(lambda m: _element(m, *next(typeset), labels, marks or {}), page)
    page = _PUNCTUATION.sub(r"\1\2</span>", page)  # a line must not begin with a full stop
    glyphs = f'<svg aria-hidden="true" class="equation-glyphs">{result["glyphs"]}</svg>'
    return page + glyphs, []


def _lighten(typeset: str) -> str:
    """Take out what can go without a change to what is seen or read aloud."""
    typeset = _UNSEEN.sub("", typeset).replace("></use>", "/>").replace("></rect>", "/>")
    bare: list[bool] = []

    def group(found: re.Match[str]) -> str:
        if found["attributes"] is None:
            return "" if bare.pop() else found[0]
        bare.append(not found["attributes"])
        return "" if bare[-1] else found[0]

    return _MOVED.sub(r'\3x="\1" y="\2" \4', _GROUP.sub(group, typeset))


def stylesheet() -> str:
    """The rules that MathJax's output needs, without those for links, tips and menus."""
    css = _mathjax((("x", False),))["css"].replace("[data-c]", "")  # which `_lighten` takes out
    rules = [" ".join(rule.split()) for rule in re.findall(r"[^{}]+\{[^}]*\}", css)]
    return "\n".join(rule for rule in rules if not _UNUSED_RULE.search(rule)) + "\n"


def _element(
    found: re.Match[str],
    tex: str,
    typeset: str,
    labels: Mapping[str, list[str]],
    marks: Mapping[str, str],
) -> str:
    """The HTML for one equation: a link for a lone reference, else the typeset formula."""
    reference = _REFERENCE.fullmatch(tex)
    if reference:  # an HTML link: focusable, readable, and safe with instant navigation
        number, anchor = labels[reference["label"]]
        text = f"({number})" if reference["brackets"] else number
        return f'<a href="#{html.escape(anchor)}">{html.escape(text)}</a>'
    if found["open"] == "(":
        return f'<span class="equation">{typeset}</span>'
    # A wide formula scrolls by itself, with the keyboard too.
    formula = (
        '<div class="equation" tabindex="0" role="group" aria-label="Equation" '
        f'data-search-exclude="">{typeset}</div>'
    )
    label = _LABEL.search(tex)
    if not label or label["label"] not in marks:
        return formula
    href, name = html.escape(marks[label["label"]]), f"checked: proof of {label['label']}"
    mark = f'<a class="checked" href="{href}" title="{name}" aria-label="{name}">✓</a>'
    return f'<div class="proven" data-search-exclude="">{formula}{mark}</div>'


@functools.lru_cache(maxsize=256)  # while serving: a page whose equations have not changed
def _mathjax(equations: tuple[tuple[str, bool], ...]) -> dict:
    """Typeset one page's equations, given as TeX and whether displayed."""
    return json.loads(_engine().call("typeset", json.dumps(equations)))


@functools.cache
def _engine() -> MiniRacer:
    """A JavaScript engine with MathJax loaded."""
    es5 = metadata.distribution("django-static-mathjax").locate_file("mathjax/static/mathjax/es5")
    engine = MiniRacer()
    atexit.register(engine.close)  # else the interpreter hangs at its end after a failed build
    engine.eval(_SETUP)
    # MathJax starts itself when the first evaluation ends, so all of it has to be in by then.
    engine.eval(";\n".join((es5 / part).read_text(encoding="utf-8") for part in _PARTS) + ";1")
    engine.eval(_DRIVER)
    return engine
