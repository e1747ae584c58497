"""The page that shows the notebook: what mkdocs-jupyter makes, in the form of all other pages.

As it comes, the page holds 590 KB of style sheets and every figure as a picture of its own. Here it
becomes light enough for a phone, and looks like its neighbours in both palettes.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape
from pathlib import Path

import figures
from bs4 import BeautifulSoup, Tag
from notebook import Cell, Figure

_SETTINGS = {  # for the kernel that the build starts: whatever the machine's own settings say
    "IPKernelApp": {"log_level": 40},
    "InlineBackend": {"figure_formats": []},  # the page shows the site's own figures
}
_WRAPPER = '<div class="jupyter-wrapper">'
_FAILED = re.compile(r"\n-{18}\n(?P<source>.*?)\n-{18}\n", re.S)
_HEADER = re.compile(
    r'<p><a id="(?P<id>[\w-]+)"></a></p>\s*<h(?P<level>\d)[^>]*>(?P<text>.*?)'
    r'<a class="anchor-link".*?</a></h\d>',
    re.S,
)
_PLACE = re.compile(r'<p><a id="([\w-]+)"></a>')
_CAPTION = re.compile(r"\s*<p><em>(?P<text>.*?)</em></p>", re.S)
_MATHS = re.compile(
    r"<code.*?</code>|(?:<p>)?\$\$(?P<display>.+?)\$\$(?:</p>)?|\$(?P<inline>[^$]+)\$", re.S
)
_DRAWN = re.compile(r"<mjx-container.*?(?P<math><math.*?</math>).*?</mjx-container>", re.S)
_ALONE = re.compile(r'<span class="equation">(<math>(?:(?!</math>).)*</math>)</span>', re.S)
_RUN = re.compile("</([ibu])><\\1>")
_GLYPHS = re.compile(r'<svg aria-hidden="true" class="equation-glyphs">.*\Z', re.S)
_UNUSED = re.compile(
    r' data-(?:mjx|search)-[\w-]+="[^"]*"| xmlns="[^"]*"| role="group" aria-label="Equation"'
)
_GROUP = re.compile(  # with nothing to group
    r"<mrow>(<m[ion]\b[^>]*>[^<]*</m[ion]>|<mover>(?:<m[io]\b[^>]*>[^<]*</m[io]>){2}</mover>)</mrow>"
)
_VERBATIM = re.compile(r"(<pre.*?</pre>|<script.*?</script>)", re.S)
_LINE_END = re.compile(r"\s*\n\s*")
UNCOLOURED = {"n", "nn", "o", "ow", "p", "sa", "si", "w"}  # as in the text around them
_SHORT = {"i": {"mf", "mi"}, "b": {"k", "kc", "kn"}, "u": {"s1", "s2"}}  # for the commonest words
_LINKED_LEVEL = "2"  # headings down to this one offer a link to themselves
_TO_NOTEBOOK = re.compile(r'(<a\b[^>]*href="[^"]*\bnotebook/(?:#[^"]*)?")')
_DRAWING = re.compile(r"<Figure size [^>]*>\n?")


@dataclass(frozen=True)
class Shown:
    """The page's content; its headings as level, name and text; what each script printed."""

    html: str
    headings: tuple[tuple[int, str, str], ...]
    printed: dict[str, str]


@contextmanager
def clean_kernel(folder: Path) -> Iterator[None]:
    """Let kernels start with settings of their own, which stand in `folder`."""
    profile = folder / "profile_default"
    profile.mkdir(parents=True, exist_ok=True)
    (profile / "ipython_kernel_config.json").write_text(json.dumps(_SETTINGS), encoding="utf-8")
    ours = {"IPYTHONDIR": str(folder), "JUPYTER_CONFIG_DIR": str(folder)}
    before = {name: os.environ.get(name) for name in (*ours, "MPLBACKEND")}
    os.environ.update(ours)
    os.environ.pop("MPLBACKEND", None)
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name, None)
            if value is not None:
                os.environ[name] = value


def failed_snippet(message: str, made: Iterable[Cell]) -> str:
    """The file of the snippet in whose cell the execution failed, from the kernel's report."""
    found = _FAILED.search(message)
    for cell in made:
        if cell.snippet and found and cell.source.strip() == found["source"].strip():
            return cell.snippet.partition(":")[0]
    return ""


def show(
    html: str,
    made: list[Cell],
    relative: Callable[[str], str],
    size: Callable[[str], tuple[int, int]],
) -> Shown:
    """Make the page's content of what mkdocs-jupyter made of the notebook.

    All of its styles and scripts go, and what remains takes the form that the rest of the site has:
    the same code blocks, the site's figures with their alt texts, equations marked for typesetting.
    `relative` gives the address of a link or figure as seen from the page, `size` the width and
    height of a figure.
    """
    soup = BeautifulSoup(html[html.index(_WRAPPER) :], "html.parser")
    parts: list[str] = []
    printed: dict[str, str] = {}
    captions = 0
    for element, cell in zip(soup.select(".jp-Notebook > .jp-Cell"), made, strict=True):
        if cell.snippet:
            output = "".join(pre.get_text() for pre in element.select(".jp-OutputArea-output pre"))
            output = _DRAWING.sub("", output)
            path = cell.snippet.partition(":")[0]
            printed[path] = printed.get(path, "") + output
            parts += [_code(element, bool(output.strip())), _output(output)]
            parts += [_figure(f, relative(f.src), size(f.src)) for f in cell.figures]
            captions = len(cell.figures)
            continue
        for link in element.select("a[href]"):
            link["href"] = relative(link["href"])
        text = element.select_one(".jp-RenderedMarkdown").decode_contents()
        for place in range(captions):
            caption = _CAPTION.match(text)
            if caption:
                text = text[caption.end() :]
                words = f"<figcaption><p>{caption['text']}</p></figcaption></figure>"
                at = len(parts) - captions + place
                parts[at] = parts[at].replace("</figure>", words)
        captions = 0
        parts.append(_PLACE.sub(r'<p id="\1">', _HEADER.sub(_header, text)).strip())
    content = _MATHS.sub(_maths, "\n".join(filter(None, parts)))
    headings = [
        (int(found[1]), found[2], BeautifulSoup(found[3], "html.parser").get_text())
        for found in re.finditer(r'<h(\d) id="([\w-]+)">([^\n]*?)<a class="headerlink"', content)
    ]
    return Shown(content, tuple(headings), printed)


def lighten(html: str) -> str:
    """Keep of each equation its MathML, which browsers draw: all the SVG would weigh too much."""
    html = _DRAWN.sub(lambda found: found["math"], _GLYPHS.sub("", html))
    return _ALONE.sub(r"\1", _GROUP.sub(r"\1", _UNUSED.sub("", html)))


def squeeze(html: str) -> str:
    """The whole page without the white space that nobody sees: the theme leaves 10 KB of it."""
    parts = _VERBATIM.split(html)
    parts[::2] = [_LINE_END.sub("\n", part) for part in parts[::2]]
    return "".join(parts)


def calm(html: str) -> str:
    """The whole page without the mark by which the theme's script finds blocks of code.

    It would give each a button to copy it and look after it, which holds up a phone for a tenth of
    a second; all the code of this page is in the file that it offers.
    """
    return html.replace(' data-md-component="content"', "", 1)


def alone(html: str) -> str:
    """The whole page without instant navigation: what it leads to is loaded anew."""
    return html.replace('"navigation.instant", ', "", 1)


def reload(html: str) -> str:
    """Another page, whose links to this one load it whole, with the style sheet that it links."""
    return _TO_NOTEBOOK.sub(r'\1 target="_self"', html)


def _header(found: re.Match[str]) -> str:
    link = f'<a class="headerlink" href="#{found["id"]}" title="Link to this section">¶</a>'
    if found["level"] > _LINKED_LEVEL:
        link = ""
    return f'<h{found["level"]} id="{found["id"]}">{found["text"]}{link}</h{found["level"]}>'


def _code(element: Tag, prints: bool) -> str:
    code = element.select_one(".highlight-ipynb pre")
    for span in code.select("span"):
        kinds = set(span.get("class", ()))
        if kinds <= UNCOLOURED:
            span.unwrap()
        for short, meant in _SHORT.items():
            if kinds and kinds <= meant:
                span.name, span.attrs = short, {}
    body = _RUN.sub("", code.decode_contents().strip("\n"))
    kinds = "language-python highlight prints" if prints else "language-python highlight"
    return f'<div class="{kinds}"><pre><code>{body}\n</code></pre></div>'


def _output(text: str) -> str:
    if not text.strip():
        return ""
    return (
        '<div class="printed language-text highlight"><span class="filename">Output</span>'
        f"<pre><code>{escape(text.rstrip(), quote=False)}\n</code></pre></div>"
    )


def _figure(figure: Figure, source: str, size: tuple[int, int]) -> str:
    width, height = size
    kind = "figure wide" if width >= figures.WIDE else "figure"
    return (
        f'<figure><p><img class="{kind}" loading="lazy" width="{width}" height="{height}" '
        f'src="{source}" alt="{escape(figure.alt)}"></p></figure>'
    )


def _maths(found: re.Match[str]) -> str:
    """An equation as pymdownx.arithmatex would mark it."""
    if found["display"]:
        return f'<div class="arithmatex">\\[{found["display"].strip()}\\]</div>'
    if found["inline"]:
        return f'<span class="arithmatex">\\({found["inline"]}\\)</span>'
    return found[0]
