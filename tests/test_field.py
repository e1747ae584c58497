"""Whatever a page holds, a reader sees what its author wrote: each kind once, in one small site."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import project
import pytest
from bs4 import BeautifulSoup
from project import Build, block

pytestmark = pytest.mark.slow

_ADDRESS = re.compile("<[^>]*>")
_CAPTION = "\n\n/// caption\nWords.\n///\n"
_DRAWN = "Words. Drawn by figures/draw.py<../snippets/figures/draw.py>"


def _file(name: str) -> str:
    """What stands above the code of a snippet."""
    return f"{name} Download<../snippets/{name}>"


def _indented(text: str) -> str:
    """The text as it stands in a list or a box."""
    return textwrap.indent(text.strip("\n"), "    ")


_ONE = block("code/one.py")

# A page of each kind below docs/, and what is read on it: of figures their words in brackets, of
# equations what a screen reader gets of them between bars, and after a link where it leads.
KINDS = {
    "dollars": (
        '"$5 (see [here](letters.md)) and $7", \\$7 & \\$8, $a\\$b$, *$x$*, ($y$), $z$-axis.',
        "“$5 (see here<../letters/>) and $7”, $7 & $8, |a$b|, |x|, (|y|), |z|-axis.",
    ),
    "lines": ("A sum $\\sum_{i=1}\n^{n} x_i\n= 3$ here.", "A sum |∑i=1nxi=3| here."),
    "alone": ('$x$\n\n$$\ny\n$$\n\n??? note "Box"\n\n    $$\n    z\n    $$', "|x| |y| Box |z|"),
    "nested": ("- item\n\n    $$\n    x\n    $$\n\n> $$\n> q\n> + r\n> $$", "item |x| |q+r|"),
    "rows": ("| a |\n| - |\n| $\\vert x \\vert$ and $a \\| b$ |", "a ||x|| and |a|b|"),
    "gaps": ("$$\na\n\n+ b\n$$", "|a+b|"),
    "letters": (
        "$₹70$, $€5$, ${}^2x$, $\\text{größer}$.\n\n$$\n\\begin{aligned} a &= b \\\\ &= c"
        "\\end{aligned}\n$$",
        "|₹70|, |€5|, |2x|, |größer|. |a=b=c|",
    ),
    "macros": (
        "$\\newcommand{\\own}{x}\\def\\bar{y}\\renewcommand{\\vec}{z}$ and $\\own\\bar\\vec$.",
        "|| and |xyz|.",
    ),
    "other-macros": ("$\\bar a + \\vec a$.", "|a¯+a→|."),
    "references": (
        "$$x = 1 \\tag{A} \\label{e}$$\n\nSo $\\eqref{e}$, $\\ref{e}$, $y = \\eqref{e}$.\n\n"
        "$\\ref{e}$",
        "|(A)x=1| So (A)<#mjx-eqn:e>, A<#mjx-eqn:e>, |y=(A)|. A<#mjx-eqn:e>",
    ),
    "links": (
        "[text][label], [label], [q](lines.md?a=1), [space](a%20b.md), <https://example.org/>.\n\n"
        "[label]: letters.md#letters",
        "text<../letters/#letters>, label<../letters/#letters>, q<../lines/?a=1>, "
        "space<../a%20b/>, https://example.org/<https://example.org/>.",
    ),
    "a b": ("Text.", "Text."),
    "comments": (
        "Text <!-- [no](nowhere.md) $\\no$ --> more.\n\n<!--\n[no](nowhere.md)\n\n$$\n\\no\n$$\n"
        "\n![](figures/no.svg)\n-->",
        "Text more.",
    ),
    "places": (
        "A paragraph.\n{ #one }\n\n## Größe { #two .x }\n\n## Größe\n\n## Größe\n\n"
        '<a id="three"></a>\n\n[a](#one) [b](#two) [c](#three) [d](#groe) [e](#groe_1)',
        "A paragraph. Größe Größe Größe a<#one> b<#two> c<#three> d<#groe> e<#groe_1>",
    ),
    "figures": (
        f'![In [0, 1]](figures/figures/draw.svg "A title"){{ width="400" }}{_CAPTION}\n'
        f"![Left](figures/figures/draw-2.svg) ![Right][right]{_CAPTION}\n"
        f"- In a list:\n\n{_indented(f'![List](figures/figures/draw-4.svg){_CAPTION}')}\n\n"
        f"??? note\n\n{_indented(f'![Box](<figures/figures/draw-5.svg>){_CAPTION}')}\n\n"
        f"| a |\n| - |\n| ![Table](figures/figures/draw-6.svg) |{_CAPTION}\n"
        f"[right]: figures/figures/draw-3.svg\n{block('figures/draw.py')}",
        f"[In [0, 1]] {_DRAWN} [Left] [Right] {_DRAWN} In a list: [List] {_DRAWN} "
        f"Note [Box] {_DRAWN} a [Table] {_DRAWN} {_file('figures/draw.py')} "
        "import matplotlib.pyplot as plt for end in range(6): plt.plot([1, end]) plt.show()",
    ),
    "terms": (
        "Term $x$ { #own }\n:   Its $y$.\n\n## A <kbd>K</kbd> b\n\n[t](#own) [h](#a-k-b)\n\n"
        "$a\\raise 3pt {x}$",
        "Term |x| Its |y|. A K b t<#own> h<#a-k-b> |ax|",
    ),
    "blocks": (
        f"- In a list:\n\n{_indented(_ONE)}\n\n??? note\n\n{_indented(_ONE)}\n\n"
        '~~~ { .python .own title="The title" }\n--8<-- "code/two.py"\n~~~\n\n'
        '````markdown\n```text\n;--8<-- "no.txt"\n```\n[no](nowhere.md)\n````\n\n'
        "    $\\no$ [no](nowhere.md)\n",
        f"In a list: {_file('code/one.py')} one = 1 Note {_file('code/one.py')} one = 1 "
        f"{_file('code/two.py')} two = 2 "
        '```text --8<-- "no.txt" ``` [no](nowhere.md) $\\no$ [no](nowhere.md)',
    ),
    "shared": (_ONE, f"{_file('code/one.py')} one = 1"),
    "tabs": ("- item\n\n\tmore $x$ and\ta [link](a%20b.md)", "item more |x| and a link<../a%20b/>"),
}
_SNIPPETS = {
    "snippets/figures/draw.py": "import matplotlib.pyplot as plt\n\nfor end in range(6):\n"
    "    plt.plot([1, end])\n    plt.show()\n",
    "snippets/code/one.py": "one = 1\n",
    "snippets/code/two.py": "two = 2\n",
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with all kinds: files as Windows and its editors save them, an odd place."""
    files = {f"docs/{name}.md": f"# {name}\n\n{text}\n" for name, (text, _) in KINDS.items()}
    files = {name: text.replace("\n", "\r\n") for name, text in {**files, **_SNIPPETS}.items()}
    files = {"docs/index.md": "\ufeff---\r\ntitle: The start\r\n---\r\n# Start\r\n", **files}
    return project.copy(tmp_path_factory.mktemp("größe mit raum") / "ein haus", files)


@pytest.fixture(scope="module")
def built(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The site of it, made where the language has no umlauts."""
    site = tmp_path_factory.mktemp("sïte")
    return project.build(root, site, "--strict", LC_ALL="C", LANG="C", PYTHONUTF8="0")


@pytest.fixture(scope="module")
def flat(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The site with a file a page, such as lines.html."""
    return project.build(root, tmp_path_factory.mktemp("flat"), "--strict", "--no-directory-urls")


def _read(file: Path) -> str:
    """What a reader reads on a page below its title, in one line."""
    page = BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser").article
    for each in page.select("h1, .headerlink, .editions, .equation-glyphs, .ways"):
        each.decompose()
    for figure in page.select("svg[role=img]"):
        figure.replace_with(f"[{figure['aria-label']}]")
    for said in page.select("span[hidden]"):
        said.decompose()
    for equation in page.select("mjx-container"):
        equation.replace_with(f"|{equation.select_one('mjx-assistive-mml').get_text()}|")
    for link in page.select("a[href]"):
        link.append(f"<{link['href']}>")
    return " ".join(page.get_text().split())


@pytest.mark.parametrize("name", KINDS)
def test_a_reader_sees_what_was_written(name: str, built: Build) -> None:
    """The words, equations, figures and links of each kind of page, and no more."""
    assert built.exit_code == 0, built.log
    assert _read(built.site / name / "index.html") == KINDS[name][1]


def test_so_does_one_whose_site_has_a_file_a_page(flat: Build) -> None:
    """Links lead to files, figures are inline, and each page has its Markdown beside it."""
    assert flat.exit_code == 0, flat.log
    for name, (_, read) in KINDS.items():
        found = _read(flat.site / f"{name}.html")
        assert _ADDRESS.sub("", found) == _ADDRESS.sub("", read)
        assert (flat.site / f"{name}.md").read_text(encoding="utf-8").startswith(f"# {name}\n")
    assert 'href="letters.html"' in (flat.site / "dollars.html").read_text(encoding="utf-8")
