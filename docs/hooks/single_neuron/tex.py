"""Typesets equations while the site is built, with the real MathJax inside Python.

MathJax 3.2.2's published files come in the wheel django-static-mathjax (which needs no Django for
this), V8 in the wheel mini-racer. The reader gets SVG and, for screen readers, MathML; no script.
"""

from __future__ import annotations

import atexit
import functools
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
// What neither the reader nor MathJax's style sheet sees of its output. The prefix of xlink:href
// stays: the theme's instant navigation trips over whatever has an href and is no link. An equation
// is named by the element around it, not by its mark in here.
const UNSEEN = ["data-c", "data-mjx-texclass", "focusable", "role", "xmlns", "xmlns:xlink"];
function lighten(node) {
  if (!node.children) return node;
  const a = node.attributes;
  for (const name of UNSEEN) delete a[name];
  if (a["data-mml-node"] && !a["data-mml-node"].startsWith("mtable")) delete a["data-mml-node"];
  if (a.id && a.id.startsWith("mjx-eqn:")) delete a.id;
  node.children = node.children.map(lighten).flatMap(child => {
    if (child.kind !== "g") return [child];
    if (!Object.keys(child.attributes).length) return child.children;
    const moved = /^translate\\(([-\\d.]+),([-\\d.]+)\\)$/.exec(child.attributes.transform);
    const alone = child.children.length === 1 && child.children[0].kind === "use";
    if (!moved || !alone || Object.keys(child.attributes).length > 1) return [child];
    child.children[0].attributes = {x: moved[1], y: moved[2], ...child.children[0].attributes};
    return child.children;
  });
  return node;
}
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
    try {
      item.typeset(doc);
      item.assistiveMml(doc);
      return adaptor.outerHTML(lighten(item.typesetRoot));
    } catch (error) { // what needs a browser, such as an event that is listened for
      errors.push([item.place, `it cannot be typeset without a browser (${error.message})`]);
      return "";
    }
  });
  const known = tex.parseOptions.tags.allLabels;
  const labels = Object.entries(known).map(([name, label]) => [name, label.tag]);
  return JSON.stringify({
    typeset, errors, labels: Object.fromEntries(labels),
    glyphs: adaptor.innerHTML(output.fontCache.getCache()),
    css: adaptor.textContent(output.styleSheet(doc)),
  });
}
1;"""

REFERENCE = re.compile(r"\\(?P<brackets>eq)?ref\s*\{(?P<label>[^{}]+)\}")
# MathJax's rules for links, tips and menus, which no page has.
_UNUSED_RULE = re.compile(r"^[^{]*(?:svg a|merror|mjx-tool|maction|mjx-status|foreignObject)")


@dataclass(frozen=True)
class Typeset:
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
    made = json.loads(_engine().call("typeset", json.dumps(equations)))
    errors = [(place, reason) for place, reason in made["errors"]]
    for place, (tex, _) in enumerate(equations):
        for reference in REFERENCE.finditer(tex):
            if reference["label"] not in made["labels"]:
                errors.append((place, f"Reference to an unknown label '{reference['label']}'"))
    html = tuple(one.replace("></use>", "/>").replace("></rect>", "/>") for one in made["typeset"])
    return Typeset(html, made["glyphs"], made["labels"], tuple(errors))


def stylesheet() -> str:
    """The rules that MathJax's output needs, without those for links, tips and menus."""
    css = json.loads(_engine().call("typeset", json.dumps([["x", False]])))["css"]
    rules = re.findall(r"[^{}]+\{[^}]*\}", css.replace("[data-c]", ""))  # which no element has
    tidy = [" ".join(rule.split()) for rule in rules]
    return "\n".join(rule for rule in tidy if not _UNUSED_RULE.search(rule)) + "\n"


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
