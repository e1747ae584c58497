"""Every page as its reader sees it: pytest-codeblocks runs its blocks and compares their outputs.

The plugin gets the pages with their includes filled in and, as comments that no reader sees,
its own marks: which block continues the last one, and which fence is a block's output.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import textwrap
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import snippet
from project import made, tested
from pytest_codeblocks import extract_from_file
from single_neuron import outputs

PAGES = list(tested().pages)

_CONTINUES = "<!--pytest-codeblocks:cont-->"
_OUTPUT = "<!--pytest-codeblocks:expected-output-->"
_PYTHON = ("python", "python3", "py", "py3", "pycon")  # whatever the site would colour as Python

# A page on which nothing is right, to see that the plugin does compare and does run.
_WRONG = f"""
```python
print("one")
```
{_OUTPUT}
```text
two
```
```python
print(one)
```
"""

# What is drawn on one page has no place on the next.
_CONFTEST = """
from matplotlib import pyplot as plt

def pytest_runtest_teardown():
    plt.close("all")
"""


@dataclass(frozen=True)
class Reading:
    """What the plugin made of all pages: the folder they are in, and the blocks that it ran.

    `blocks` holds the page, the line and what went wrong, if anything did, of each block.
    """

    folder: Path
    blocks: tuple[tuple[str, int, str], ...]

    def of(self, page: str) -> dict[int, str]:
        """What went wrong in each block of a page, by its line; nothing is an empty text."""
        return {line: failure for name, line, failure in self.blocks if name == page}


def _marked(page: str) -> str:
    """The page with the plugin's marks before the fences that need them.

    A part of a file continues the block above it if that shows the same file, and an output
    belongs to the block above it if it is that file's. What stands elsewhere gets no mark, and
    its page fails.
    """
    source = tested().pages[page]
    lines = source.text.splitlines()
    marks, name = {}, ""
    for fence in source.fences:
        path = fence.include.path if fence.include else ""
        line = lines[fence.line - 1]  # the plugin knows a block by its language alone
        lines[fence.line - 1] = line[: len(line) - len(line.lstrip())] + f"```{fence.language}"
        if path == f"{name}.py":
            marks[fence.line] = _CONTINUES
        elif path == f"{name}.txt":
            marks[fence.line] = _OUTPUT
            indent = lines[fence.line].partition("--8<--")[0]
            lines[fence.line] = textwrap.indent(_expected(name), indent)
        else:
            name = path.removesuffix(".py")
    for line in sorted(marks, reverse=True):
        lines.insert(line - 1, marks[line])
    return "\n".join(lines)


def _expanded(text: str) -> str:
    """The page with its includes filled in; blank lines at a block's end vanish, as on the site."""
    return re.sub(r"\n\s*(\n[ \t]*```)$", r"\1", snippet.expand(text), flags=re.M)


def _expected(name: str) -> str:
    """What the fence of a published output holds: the include itself, where digits are promised.

    On other machines, where the last digits may differ, it is what the script prints there,
    provided that this agrees with what is published.
    """
    if not snippet.SAME_DIGITS:
        printed = snippet.load(name).stdout
        if outputs.agrees(printed, snippet.published(name)):
            return printed.rstrip("\n")
    return f'--8<-- "{name}.txt"'


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    """Give all pages to the plugin, in one run."""
    folder = tmp_path_factory.mktemp("pages")
    texts = {page: _expanded(_marked(page)) for page in PAGES}
    texts |= {"wrong.md": _WRONG, "conftest.py": _CONFTEST, "pytest.ini": "[pytest]\n"}
    for name, text in texts.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    options = ["--codeblocks", "--continue-on-collection-errors", "--junitxml=report.xml"]
    environment = {**os.environ, "MPLBACKEND": "template", "PYTEST_ADDOPTS": ""}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == pytest.ExitCode.TESTS_FAILED, done.stdout + done.stderr
    cases = ET.parse(folder / "report.xml").iter("testcase")
    return Reading(folder, tuple(map(_block, cases)))


def _block(case: ET.Element) -> tuple[str, int, str]:
    """Page, line and failure of a reported block; a page that cannot be read is one, on line 0."""
    names = {page.replace("/", "."): page for page in [*PAGES, "wrong.md"]}
    block, name = case.get("name"), case.get("classname")
    page, line = (names[name], int(block.removeprefix("line "))) if name else (names[block], 0)
    return page, line, "\n".join(f"{c.tag}: {c.text or c.get('message')}" for c in case)


@pytest.mark.parametrize("page", PAGES)
def test_every_block_of_the_page_runs(page: str, reading: Reading) -> None:
    """In reading order, and prints what is published below it."""
    wrong = [f"{page}, {failure}" for failure in reading.of(page).values() if failure]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("page", PAGES)
def test_no_block_of_the_page_is_passed_over(page: str, reading: Reading) -> None:
    """As many blocks ran as the page has, in `???` boxes too, and they hold all of its Python."""
    shown = [f for f in tested().pages[page].fences if f.language in _PYTHON]
    joined = _marked(page).count(_CONTINUES)
    assert len(reading.of(page)) + joined == len(shown)
    code = [tested().part(fence.include).strip("\n") for fence in shown]
    ran = [b.code for b in extract_from_file(reading.folder / page) if b.lineno in reading.of(page)]
    assert _lines("".join(ran)) == _lines("\n".join(code))


def _lines(code: str) -> list[str]:
    return [line for line in code.splitlines() if line]


@pytest.mark.parametrize("page", PAGES)
def test_every_output_on_the_page_is_expected(page: str, reading: Reading) -> None:
    """Each published text is what the block above it must print, to the letter."""
    includes = [include.path for include in tested().pages[page].includes]
    published = [snippet.published(path[:-4]) for path in includes if path.endswith(".txt")]
    blocks = extract_from_file(reading.folder / page)
    expected = [b.expected_output for b in blocks if b.expected_output is not None]
    assert len(expected) == len(published)
    assert all(map(outputs.agrees, expected, published))
    assert expected == published or not snippet.SAME_DIGITS


def test_the_build_would_report_nothing() -> None:
    """No dead link, missing file, output that differs, or whatever else stops it."""
    problems = made().problems
    assert not problems, "\n".join(map(str, problems))


def test_a_wrong_output_and_a_failing_block_would_be_seen(reading: Reading) -> None:
    """The plugin finds both in a page that was written to be wrong."""
    output, error = reading.of("wrong.md").values()
    assert "Expected output" in output
    assert "name 'one' is not defined" in error
