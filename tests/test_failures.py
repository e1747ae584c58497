"""Whatever does not hold stops the build, with file, line, reason and remedy, all in one report."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

import project
import pytest
from project import Build, block
from single_neuron.problems import Problem
from single_neuron.site import Site

pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Failure:
    """One thing that is wrong in a project: what it is, the files that have it, the report of it.

    The report names `file` and the last line of it that holds `at`: a decoy may stand above.
    """

    name: str
    file: str
    at: str
    cause: str
    remedy: str
    files: dict[str, str | bytes] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.name


_RECORD = "`python docs/hooks/record.py`"


def _script(name: str, code: str, at: str, cause: str, published: str | None = None) -> Failure:
    """A page that shows a script which fails when it is run."""
    folder = name.replace(" ", "-")
    path = f"snippets/{folder}/script.py"
    files = {f"docs/{folder}.md": f"# A\n{block(f'{folder}/script.py')}", path: code}
    if published is not None:
        files[f"docs/{folder}.md"] += block(f"{folder}/script.txt", "text")
        files[path.replace(".py", ".txt")] = published
    return Failure(f"a script that {name}", path, at, cause, f"run `python {path}` and mend", files)


def _output(name: str, printed: str, published: str, at: str, cause: str) -> Failure:
    """A page that shows a script which prints something else than what is published."""
    folder = name.replace(" ", "-")
    script = f"snippets/{folder}/script.py"
    output = script.replace(".py", ".txt")
    page = f"# A\n{block(f'{folder}/script.py')}{block(f'{folder}/script.txt', 'text')}"
    files = {f"docs/{folder}.md": page, script: f"print({printed!r})\n", output: published}
    remedy = f"mend {script} or, if the new output is right, record it: {_RECORD}"
    return Failure(f"an output with {name}", output, at, cause, remedy, files)


def _page(name: str, text: str, at: str, cause: str, remedy: str, **snippets: str) -> Failure:
    """A page that is wrong in itself; `snippets` are scripts beside it."""
    folder = re.sub(r"\W+", "-", name)
    files = {f"docs/{folder}.md": f"# A\n\n{text}\n"}
    files |= {f"snippets/{folder}/{script}.py": code for script, code in snippets.items()}
    return Failure(name, f"docs/{folder}.md", at, cause, remedy, files)


_DRAW = "import matplotlib.pyplot as plt\n\nplt.plot([1, 2])\nplt.show()\n"
_FOREIGN = ("- [ ] a", "a ~~b~~", "a ==b==", "++ctrl++", ":smile:", "[TOC]", "*[HTML]: a")
_FOREIGN += ("[a][no]", "so $ x_1 $", r"so \frac{1}{2}", '=== "Tab"')
_GOOD_TEX = "$$\n\\begin{aligned}\na &= b\n\\end{aligned}\n$$\n\nthen\n\n"
_MEND_LINK = "correct the link, or add what it points to"
_MEND_TEX = "correct the TeX, or define what it uses"
_WRITE_INCLUDE = '`--8<-- "page/name.py"` or `--8<-- "page/name.py:section"`'
_TYPED = f"move it to a file in snippets/ and include that, alone in its block, as {_WRITE_INCLUDE}"

FAILURES = [
    _script(
        "raises", "def f():\n    return 1 / 0\n\n\nf()\n", "1 / 0", "ZeroDivisionError: division"
    ),
    _script("hangs", "import time\n\ntime.sleep(99)\n", "sleep(99)", "still ran after 3 seconds"),
    _script("exits with a number", "import sys\n\nsys.exit(3)\n", "exit(3)", "with exit code 3"),
    _script("exits with a word", "raise SystemExit('enough')\n", "enough", "exit code 1"),
    _script("ends at once", "import os\n\nos._exit(7)\n", "import os", "exit code 7"),
    _script("is no Python", "a = 1\nb = = 2\n", "b = =", "SyntaxError: invalid syntax"),
    _script(
        "imports what is not there", "import nowhere\n", "nowhere", "No module named 'nowhere'"
    ),
    _script("printed and then raises", "print(1)\n1 / 0\n", "1 / 0", "ZeroDivisionError", "1\n"),
    _output("another word", "one\ntwo", "one\nTwo\n", "Two", "-Two\n    +two"),
    _output("another digit", "x\n0.50000001", "x\n0.5\n", "0.5", "-0.5\n    +0.50000001"),
    _output("another whole number", "1000000000001", "1000000000000\n", "0", "+1000000000001"),
    _output("a line too many", "one", "one\ntwo\n", "two", "-two"),
    Failure(
        "an output that is not published",
        "snippets/unpublished/script.txt",
        "",
        "the run of snippets/unpublished/script.py does not print what is published",
        f"record it: {_RECORD}",
        {
            "docs/unpublished.md": f"# A\n{block('unpublished/script.py')}",
            "snippets/unpublished/script.py": "print(1)\n",
        },
    ),
    Failure(
        "an output without a script",
        "snippets/orphan/script.txt",
        "text",
        "no script prints this output",
        "add the script or delete the file",
        {
            "docs/orphan.md": f"# A\n{block('orphan/script.txt', 'text')}",
            "snippets/orphan/script.txt": "text\n",
        },
    ),
    Failure(
        "an output that no page shows",
        "snippets/unshown-output/script.txt",
        "1",
        "no page shows this output",
        'show it below the code: `--8<-- "unshown-output/script.txt"`',
        {
            "docs/unshown-output.md": f"# A\n{block('unshown-output/script.py')}",
            "snippets/unshown-output/script.py": "print(1)\n",
            "snippets/unshown-output/script.txt": "1\n",
        },
    ),
    Failure(
        "a snippet that no page includes",
        "snippets/left/over.py",
        "first line",
        "no page includes this snippet",
        'include it: `--8<-- "left/over.py"`, or delete it',
        {"snippets/left/over.py": '"""The first line."""\n'},
    ),
    Failure(
        "a snippet at an unusual depth",
        "snippets/top.py",
        "1 / 0",
        "ZeroDivisionError",
        "run `python snippets/top.py`",
        {"docs/top.md": f"# A\n{block('top.py')}", "snippets/top.py": "1 / 0\n"},
    ),
    Failure(
        "a section that no page includes",
        "snippets/sections/script.py",
        "[start:b]",
        "no page includes the section 'b'",
        'include it: `--8<-- "sections/script.py:b"`, or remove its markers',
        {
            "docs/sections.md": f"# A\n{block('sections/script.py:a')}",
            "snippets/sections/script.py": "".join(
                f"# --8<-- [start:{s}]\n{s} = 1\n# --8<-- [end:{s}]\n" for s in "ab"
            ),
        },
    ),
    Failure(
        "a figure that no page shows",
        "snippets/unshown/draw.py",
        "plt.show()",
        "no page shows its figure figures/unshown/draw.svg",
        "show it with its alt text: `![…](figures/unshown/draw.svg)`",
        {
            "docs/unshown.md": f"# A\n{block('unshown/draw.py')}",
            "snippets/unshown/draw.py": _DRAW,
        },
    ),
    _page(
        "a missing snippet",
        block("a-missing-snippet/here.py") + block("a-missing-snippet/nowhere.py"),
        "nowhere.py",
        "the include names snippets/a-missing-snippet/nowhere.py, which does not exist",
        "there are: a-missing-snippet/here.py",
        here="a = 1\n",
    ),
    _page(
        "a missing section",
        block("a-missing-section/here.py") + block("a-missing-section/here.py:nowhere"),
        ":nowhere",
        "snippets/a-missing-section/here.py has no section 'nowhere'",
        "its sections are: a",
        here="# --8<-- [start:a]\na = 1\n# --8<-- [end:a]\n",
    ),
    _page(
        "an include by line number",
        block("an-include-by-line-number/here.py") + block("an-include-by-line-number/here.py:1:1"),
        ":1:1",
        "has no section '1:1'",
        "its sections are: none",
        here="a = 1\n",
    ),
    _page(
        "an include written otherwise",
        block("nowhere.txt", "text").replace('"', "'"),
        "nowhere.txt",
        "'--8<-- 'nowhere.txt'' is not how includes are written",
        _WRITE_INCLUDE,
    ),
    _page(
        "a bar in code in a table",
        "| a | b |\n| - | - |\n| `x | y` | c |",
        "`x | y`",
        "a bar within code ends its cell for most readers of Markdown",
        "show this code outside of the table",
    ),
    _page(
        "a missing figure",
        "![A line](figures/nowhere/line.svg)\n\n/// caption\nA line.\n///",
        "nowhere",
        "'figures/nowhere/line.svg', and there is no such file",
        "name a figure that a snippet shows",
    ),
    _page(
        "a figure without alt text",
        block("a-figure-without-alt-text/draw.py")
        + "\n![](figures/a-figure-without-alt-text/draw.svg)\n\n/// caption\nA line.\n///",
        "![]",
        "figures/a-figure-without-alt-text/draw.svg has no alt text",
        "say in words what it shows: `![…](figures/a-figure-without-alt-text/draw.svg)`",
        draw=_DRAW,
    ),
    _page(
        "a figure without a caption",
        block("a-figure-without-a-caption/draw.py")
        + "\n![A line](figures/a-figure-without-a-caption/draw.svg)\n\nIt rises.",
        "![A line]",
        "figures/a-figure-without-a-caption/draw.svg has no caption",
        "write one below it: a line `/// caption`",
        draw=_DRAW,
    ),
    _page(
        "an unknown TeX macro",
        _GOOD_TEX + _GOOD_TEX.replace("a &= b", r"a &= \nowhere"),
        r"\begin{aligned}",
        r"Undefined control sequence \nowhere",
        _MEND_TEX,
    ),
    _page("TeX that is wrong", r"so $\frac{1}$ is", "frac", "Missing argument for", _MEND_TEX),
    _page(
        "an unknown TeX environment",
        "$$\n\\begin{nowhere}a\\end{nowhere}\n$$",
        r"\begin{nowhere}",
        "Unknown environment 'nowhere'",
        _MEND_TEX,
    ),
    _page(
        "a label twice",
        "\n\n".join(f"$$\n\\begin{{equation}}{x}\\label{{e}}\\end{{equation}}\n$$" for x in "ab"),
        r"\label{e}",
        "Label 'e' multiply defined",
        _MEND_TEX,
    ),
    _page(
        "a reference to nothing",
        r"by $\eqref{nowhere}$",
        "nowhere",
        "unknown label 'nowhere'",
        _MEND_TEX,
    ),
    _page(
        "a reference to what has no number",
        "$$x = 1 \\label{one}$$\n\nby $\\eqref{one}$",
        "eqref",
        "'one' has no number: write it in \\begin{equation}, or with a \\tag",
        _MEND_TEX,
    ),
    _page(
        "a macro of its own",
        "$\\newcommand{\\mine}{x}$\n\n$\\mine$ $\\nowhere$",
        r"\nowhere",
        r"sequence \nowhere",
        _MEND_TEX,
    ),
    _page("a macro of another page", "so $\\mine$", r"\mine", r"sequence \mine", _MEND_TEX),
    _page(
        "TeX that asks for a browser",
        r"$\toggle{x}{y}\endtoggle$",
        "toggle",
        "it needs a browser",
        _MEND_TEX,
    ),
    _page(
        "a displayed equation in a line",
        "As $$x$$ is",
        "$$x$$",
        "an equation between `$$` stands in a line with other words",
        "leave an empty line above and below it, or write `$`",
    ),
    _page(
        "a bar in an equation in a table",
        "| a | b |\n| - | - |\n| $P(A|B)$ | c |",
        "P(A|B)",
        "a bar within an equation ends its cell",
        r"write `\mid` or `\vert` for it",
    ),
    _page("a list by two spaces", "- a\n  - b", "  - b", "stands outside of", "by four spaces"),
    _page("a box by two spaces", '!!! note "A"\n  b', "!!!", "this box is empty", "four spaces"),
    _page(
        "code by two spaces", "- a\n\n  ```text\n  b\n  ```", "  ```text", "outside of", "by four"
    ),
    _page("code at a list's mark", "- ```text\n  b\n  ```", "- ```", "outside of", "by four"),
    _page("a list below a line", "A list:\n- a", "- a", "without an empty line", "leave an empty"),
    _page(
        "a table below a line",
        "A table:\n| a |\n| - |\n| b |",
        "| a |",
        "without an empty line above it stays text",
        "leave an empty line above it",
    ),
    _page("a number with a bracket", "1) a", "1) a", "begins no list", "write `1.`"),
    _page("a break by a backslash", "a\\\nb", "a\\", "shown as one", "with two spaces"),
    _page("code without an end", "```text\na", "```text", "has no end", "close it with ```"),
    _page(
        "an include in a quote",
        "> ```python\n> --8<-- \"an-include-in-a-quote/here.py\"\n> ```",
        "> ```python",
        "in a quote nothing is included",
        "move it out of the quote",
        here="a = 1\n",
    ),
    _page(
        "an include that ends its block",
        block("an-include-that-ends-its-block/here.py"),
        "```python",
        "a line of an-include-that-ends-its-block/here.py would end the block",
        "begin and end the block with ````",
        here='a = """\n```\n"""\n',
    ),
    _page("a file that is not a snippet", block("../mkdocs.yml"), "../mkdocs", "not exist", "are"),
    _page("Markdown in HTML", '<div class="x">\n\n*a*\n\n</div>', "<div", "as it is", "markdown>"),
    _page("a place in brackets", "snippets/<page>/a.py", "<page>", "taken for HTML", "as code"),
    *(
        _page(f"what another site knows, {number}", text, text, "means nothing on this", "as code")
        for number, text in enumerate(_FOREIGN)
    ),
    _page("an equation without an end", "$$\nx\n\nb", "$$", "means nothing", "`$x$`"),
    _page("a link to nothing", "[a]()", "[a]()", "a link leads nowhere", _MEND_LINK),
    _page("a footnote", "so[^1]\n\n[^1]: Not so.", "so[", "a footnote", "say it in the text"),
    _page("words in HTML", "<p>\nunseen\n</p>", "<p>", "are seen by no check", "in Markdown"),
    _page("a link in HTML", 'an <a href="x">a</a>', "href", "are seen by no check", "in Markdown"),
    _page(
        "an image from elsewhere",
        "![A](https://example.org/a.png)",
        "![A]",
        "the image does not stand on this site",
        "put its file below docs/",
    ),
    Failure(
        "front matter without names",
        "docs/unnamed.md",
        "- a",
        "the front matter is no YAML: it has no names for what it says",
        "write `key: value`",
        {"docs/unnamed.md": "---\n- a\n---\n\n# A\n"},
    ),
    Failure(
        "a proof that is no Python",
        "tests/truths/unproven.py",
        "def (",
        "it is not Python",
        "mend this line",
        {"docs/unproven.md": "# A\n", "tests/truths/unproven.py": "a = 1\ndef (\n"},
    ),
    _page(
        "a link to what is left out",
        "[b](hooks/build.py)",
        "hooks/build.py",
        "'hooks/build.py', and there is no such file",
        _MEND_LINK,
    ),
    Failure(
        "front matter without an end",
        "docs/endless.md",
        "---",
        "the front matter has no beginning, or no end",
        "put `---` above and below it",
        {"docs/endless.md": "---\ntitle: A\n\n# A\n"},
    ),
    Failure(
        "a title that is no text",
        "docs/seven.md",
        "title: 7",
        "its title and its description are texts",
        "write `key: value`; quote colons",
        {"docs/seven.md": "---\ntitle: 7\n---\n\n# A\n"},
    ),
    Failure(
        "a page of another ending",
        "docs/other.markdown",
        "# A",
        "only pages that end in .md are read",
        "rename it",
        {"docs/other.markdown": "# A\n"},
    ),
    Failure(
        "a page that is named like a module",
        "docs/random.md",
        "# A",
        "would be random.py, and hide Python's module",
        "give the page another name",
        {"docs/random.md": f"# A\n{block('random/a.py')}", "snippets/random/a.py": "a = 1\n"},
    ),
    *(
        Failure(
            f"two pages in one place, {name}",
            f"docs/{name}.md",
            "# A",
            "this page and another one would be the same file of the site",
            "rename one of them",
            files,
        )
        for name, files in (
            ("twice", {"docs/twice.md": "# A\n", "docs/twice/index.md": "# A\n"}),
            ("twice/index", {}),
        )
    ),
    Failure(
        "a page that is no UTF-8",
        "docs/latin.md",
        "Gr",
        "this is no UTF-8: byte 7 is 0xf6",
        "save it as UTF-8",
        {"docs/latin.md": "# A\n\nGr\u00f6\u00dfe\n".encode("latin-1")},
    ),
    _page(
        "a dead link",
        "no.md\n\n[b](no.md)",
        "no.md",
        "'no.md', and there is no such file",
        _MEND_LINK,
    ),
    _page(
        "a dead link to a file",
        "[b](assets/no.pdf)",
        "no.pdf",
        "'assets/no.pdf', and there is no such file",
        _MEND_LINK,
    ),
    _page(
        "a dead anchor",
        "[b](#nowhere)",
        "#nowhere",
        "'#nowhere', and docs/a-dead-anchor.md has no place of that name",
        _MEND_LINK,
    ),
    _page(
        "a dead anchor on another page",
        "[a](index.md#home) [b](index.md#nowhere)",
        "#nowhere",
        "'index.md#nowhere', and docs/index.md has no place of that name",
        _MEND_LINK,
    ),
    _page(
        "a link that leaves the sub-path",
        "[b](/index.html)",
        "/index.html",
        "the link '/index.html' is absolute",
        _MEND_LINK,
    ),
    _page("Python in a page", "```python\na = 1\n```", "```python", "Python is typed", _TYPED),
    _page("Python with options", "``` { .Py .x }\na = 1\n```", ".Py", "Python is typed", _TYPED),
    _page("Python in a note", "!!! note\n\n    ~~~py\n    a\n    ~~~", "~~~py", "is typed", _TYPED),
    _page(
        "an equation in a heading",
        "```text\n## $a$ heading\n```\n\n## A $b$ heading",
        "## A $b$",
        "the heading '## A $b$ heading' holds an equation",
        "write it with plain characters",
    ),
    Failure(
        "a page that the navigation names and nobody wrote",
        "mkdocs.yml",
        "nowhere.md",
        "the navigation lists 'nowhere.md', and there is no such page",
        "write it, or leave it out",
    ),
    Failure(
        "a page whose title in the navigation is a number",
        "mkdocs.yml",
        "7: ",
        "the navigation calls a page 7, which is no text",
        "put it in quotes",
    ),
    Failure(
        "a page that the navigation forgets",
        "docs/forgotten.md",
        "# Forgotten",
        "the navigation does not show this page",
        "add it to `nav` in mkdocs.yml",
    ),
    Failure(
        "a style sheet that is not there",
        "mkdocs.yml",
        "stylesheets/nowhere.css",
        "`extra_css` names stylesheets/nowhere.css, which is not there",
        "correct the name, or write the file below docs/",
    ),
    Failure(
        "a script that is not there",
        "mkdocs.yml",
        "javascripts/nowhere.js",
        "`extra_javascript` names javascripts/nowhere.js, which is not there",
        "correct the name, or write the file below docs/",
    ),
    Failure(
        "a style sheet that ends before its last rule does",
        "docs/stylesheets/paper.css",
        ".unfinished",
        "this is no CSS: EOF reached before {} block for a qualified rule.",
        "close what is open, and give each rule a selector and a block",
    ),
]


def _set(root: Path, settings: str) -> Path:
    """Add to the settings of a project; return its root."""
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write(settings)
    return root


def _break(root: Path) -> Path:
    """Make a project with every failure in it."""
    files = dict(project.SOUND)
    for failure in FAILURES:
        assert not files.keys() & failure.files.keys(), failure.name
        files |= failure.files
    project.copy(root, files)
    (root / "docs/forgotten.md").write_text("# Forgotten\n", encoding="utf-8")
    with (root / "docs/stylesheets/paper.css").open("a", encoding="utf-8") as styles:
        styles.write("\n.unfinished\n")
    settings = "  - Nowhere: nowhere.md\n  - 7: index.md\nextra:\n  time_limit: 3\n"
    settings += "extra_css: [stylesheets/paper.css, stylesheets/nowhere.css]\n"
    settings += "extra_javascript:\n  - path: javascripts/nowhere.js\n    type: module\n"
    return _set(root, settings)


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with every failure in it."""
    return _break(tmp_path_factory.mktemp("broken"))


@pytest.fixture(scope="module")
def report(broken: Path, tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The build of that project, over a site that was built when all was well."""
    site = tmp_path_factory.mktemp("site")
    (site / "index.html").write_text("an older page", encoding="utf-8")
    return project.build(broken, site, "--strict")


def _line(root: Path, failure: Failure) -> int:
    """The line on which the failure is."""
    path = root / failure.file
    text = path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""
    lines = text.splitlines() or [""]
    return max(number for number, line in enumerate(lines, start=1) if failure.at in line)


@pytest.mark.parametrize("failure", FAILURES, ids=str)
def test_each_failure_is_reported_with_file_line_reason_and_remedy(
    failure: Failure, broken: Path, report: Build
) -> None:
    """The author reads where to look, why, and what to do."""
    place = (failure.file, _line(broken, failure))
    here = [problem for problem in report.problems if (problem.file, problem.line) == place]
    assert len(here) == 1, report.log
    assert failure.cause in here[0].cause
    assert failure.remedy in here[0].remedy


@pytest.mark.parametrize("failure", [it for it in FAILURES if it.files], ids=str)
def test_a_failure_is_found_where_all_else_holds(failure: Failure, tmp_path: Path) -> None:
    """One failure hides no other, and needs none to be seen."""
    root = project.copy(tmp_path, project.SOUND | failure.files)
    site = Site.make(_set(root, "extra:\n  time_limit: 3\n"))
    assert failure.file in {problem.file for problem in site.problems}


def test_one_report_lists_all_failures_and_nothing_else(broken: Path, report: Build) -> None:
    """Nothing is found only after something else was mended, and nothing is reported falsely."""
    places = sorted((failure.file, _line(broken, failure)) for failure in FAILURES)
    assert [(problem.file, problem.line) for problem in report.problems] == places
    assert f"The site was not built: {len(FAILURES)} problems found." in report.log


def test_a_failed_build_ends_with_an_error(report: Build) -> None:
    """So that whoever publishes the site notices."""
    assert report.exit_code == 1


def test_a_failed_build_leaves_no_page(report: Build) -> None:
    """Nothing is half-written, and no older page passes for the new one."""
    assert [path for path in report.site.rglob("*") if path.is_file()] == []


def test_the_report_shows_no_traceback_but_that_of_the_authors_script(report: Build) -> None:
    """What went on inside the build does not help the author."""
    traced = re.findall(r'File "(.+?)", line', report.log)
    assert traced
    assert [name for name in traced if "/snippets/" not in name] == []


def test_a_project_in_which_everything_holds_is_built_without_a_word(tmp_path: Path) -> None:
    """Decimals may differ in their last digits from what is published, by 1e-9 of their size."""
    built = project.build(project.copy(tmp_path / "a", project.SOUND), tmp_path / "b", "--strict")
    assert built.exit_code == 0, built.log
    assert re.search("WARNING|ERROR", built.log) is None
    for name in ("index.html", "deep/other/index.html"):  # each page numbers its own equations
        assert '<a href="#mjx-eqn:half">(1)</a>' in (built.site / name).read_text(encoding="utf-8")


def test_a_script_that_is_no_python_is_reported_where_all_else_holds(tmp_path: Path) -> None:
    """Nothing is made of it, and nobody sees what tried to."""
    files = {"docs/a.md": f"# A\n{block('a/a.py')}", "snippets/a/a.py": "print(1\n"}
    built = project.build(project.copy(tmp_path / "a", project.SOUND | files), tmp_path / "b")
    [problem] = built.problems
    assert (problem.file, problem.line) == ("snippets/a/a.py", 1)
    assert "was never closed" in problem.cause
    assert re.findall(r'File "(.+?)", line', built.log) == [str(tmp_path / "a/snippets/a/a.py")]


def test_a_draft_is_left_out_and_a_page_may_stand_beside_the_navigation(tmp_path: Path) -> None:
    """As MkDocs's own settings say."""
    files = {"docs/drafts/a.md": "# A\n\n[no](no.md)\n", "docs/beside.md": "# Beside\n"}
    root = project.copy(tmp_path / "a", project.SOUND | files)
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace("  - beside.md\n", "").replace("  - drafts/a.md\n", "")
    settings += "exclude_docs: drafts/\nnot_in_nav: beside.md\n"
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    built = project.build(root, tmp_path / "b", "--strict")
    assert built.exit_code == 0, built.log
    assert (built.site / "beside/index.html").is_file()
    assert not [*built.site.glob("drafts/**/*")]


@pytest.mark.parametrize("limit", ["soon", "0", "-1"])
def test_a_time_limit_is_a_number_of_seconds(limit: str, tmp_path: Path) -> None:
    """Else no script would run, and each would have printed nothing."""
    root = _set(project.copy(tmp_path / "a", project.SOUND), f"extra:\n  time_limit: {limit}\n")
    [problem] = project.build(root, tmp_path / "b").problems
    assert (problem.file, problem.cause) == ("mkdocs.yml", "`time_limit` is no number of seconds")


def test_failures_stop_a_build_that_is_not_strict_too(tmp_path: Path) -> None:
    """What we check ourselves is never a mere warning."""
    files = project.SOUND | {"docs/typed.md": "# A\n\n```python\na = 1\n```\n"}
    built = project.build(project.copy(tmp_path / "a", files), tmp_path / "b")
    typed = Problem("docs/typed.md", 3, "Python is typed into the page", _TYPED)
    assert built.problems == [typed]
    assert built.exit_code == 1
    assert not list(tmp_path.glob("b/**/*.html"))


@pytest.mark.parametrize(
    ("setting", "warning"),
    [
        ("extra_templates: [no.html]", "'no.html' not found"),
        ("no_such_setting: 1", "no_such_setting"),
    ],
)
def test_any_other_warning_of_mkdocs_stops_a_strict_build(
    setting: str, warning: str, tmp_path: Path
) -> None:
    """A template or a setting that MkDocs cannot use is not passed over."""
    root = _set(project.copy(tmp_path / "a", project.SOUND), f"{setting}\n")
    built = project.build(root, tmp_path / "b", "--strict")
    assert built.exit_code == 1
    assert warning in built.log
