"""The whole article as a notebook runs anywhere from top to bottom, and says what the pages say."""

from __future__ import annotations

import json
import re
from collections import Counter
from itertools import chain
from pathlib import Path
from urllib.parse import unquote

import kinds
import nbformat
import project
import pytest
import reader
from nbclient import NotebookClient
from nbformat import NotebookNode
from single_neuron import notebook, outputs
from single_neuron.pages import Address
from single_neuron.parsing import parse
from single_neuron.reading import Project

PROJECT = Project.read(project.ROOT)
ARTICLE = notebook.article(PROJECT)
# Path and code of every block of Python, in reading order.
SCRIPTS = [
    (include.path, PROJECT.part(include).strip("\n"))
    for page in ARTICLE
    for include in page.includes
    if include.path.endswith(".py")
]


@pytest.fixture(scope="module")
def offered(site: Path) -> NotebookNode:
    """The file that the site offers."""
    text = (site / notebook.NAME).read_text(encoding="utf-8")
    nbformat.validate(json.loads(text))
    return nbformat.reads(text, as_version=4)


def _cells(offered: NotebookNode, kind: str) -> list[NotebookNode]:
    return [cell for cell in offered.cells if cell.cell_type == kind]


def test_it_runs_in_a_clean_kernel_and_prints_what_is_published(
    offered: NotebookNode, tmp_path: Path
) -> None:
    """From top to bottom, as it is; and it draws every figure."""
    folder = {"metadata": {"path": str(tmp_path)}}
    ran = nbformat.from_dict(offered)
    NotebookClient(ran, timeout=60, kernel_name="python3", resources=folder).execute()
    printed: dict[str, str] = {}
    figures = 0
    for (path, _), cell in zip(SCRIPTS, _cells(ran, "code"), strict=True):
        streams = [output for output in cell.outputs if output.output_type == "stream"]
        assert all(stream.name == "stdout" for stream in streams), path
        printed[path] = printed.get(path, "") + "".join(stream.text for stream in streams)
        figures += sum("image/png" in output.get("data", {}) for output in cell.outputs)
    for path, text in printed.items():
        published = PROJECT.snippet(f"{path.removesuffix('.py')}.txt")
        assert outputs.agrees(text, published), path
    assert figures == sum(source.count("plt.show()") for _, source in SCRIPTS) > 0


def test_it_opens_as_it_is_in_jupyter_vs_code_and_colab(offered: NotebookNode) -> None:
    """A notebook for the kernel that all of them have, with nothing run yet."""
    assert offered.metadata.kernelspec.name == "python3"
    assert offered.metadata.kernelspec.language == "python"
    ids = [cell.id for cell in offered.cells]
    assert len(set(ids)) == len(ids)
    code = _cells(offered, "code")
    assert all(cell.outputs == [] and cell.execution_count is None for cell in code)


def test_it_holds_all_code_equations_and_headings_in_reading_order(offered: NotebookNode) -> None:
    """And the text between them."""
    assert [cell.source for cell in _cells(offered, "code")] == [source for _, source in SCRIPTS]
    text = "\n\n".join(cell.source for cell in _cells(offered, "markdown"))
    read = parse("notebook.md", text)
    shown = [equation.tex for equation in read.equations if equation.display]
    assert shown == [one.tex for page in ARTICLE for one in page.equations if one.display]
    found = iter([heading.text for heading in read.headings])
    assert all(heading.text in found for page in ARTICLE for heading in page.headings)


def test_it_has_every_word_of_the_pages(offered: NotebookNode, site: Path) -> None:
    """As they were built, in the same order; beyond them it only says where they stand."""
    text = "\n\n".join(cell.source for cell in _cells(offered, "markdown"))
    text = re.sub(r"This is the \[whole article\].*?your own\.", "", text, flags=re.S)
    text = re.sub(r"\[The chapter on the site\]\(\S+\)", "", text)
    shown: list[str] = []
    for page in ARTICLE:
        path = site / ("" if page.name == "index" else page.name) / "index.html"
        shown += reader.html(path.read_text("utf-8"), project.URL, outputs=False).words
    assert list(reader.markdown(text, project.URL).words) == shown


def test_it_is_plain_markdown(offered: NotebookNode) -> None:
    """No syntax that only the site understands."""
    material = r"--8<--|^///|^\?\?\?|^!!!|\]\([^)]*\)\{|\{ ?[.#:]|<div|\[start:|title="
    material += r"|\\label|\\(?:eq)?ref\{"
    for cell in _cells(offered, "markdown"):
        assert re.findall(material, cell.source, re.M) == [], cell.source


def test_its_links_lead_to_places_in_it_or_to_pages_of_the_site(
    offered: NotebookNode, site: Path
) -> None:
    """Each of them."""
    text = "\n\n".join(cell.source for cell in _cells(offered, "markdown"))
    places = re.findall(r'<a id="([^"]+)"></a>', text)
    assert [place for place, count in Counter(places).items() if count > 1] == []
    links = [link.target for link in parse("notebook.md", text).links]
    assert links
    for link in links:
        if link.startswith("#"):
            assert link[1:] in places
        elif link.startswith(project.URL):
            path = link.removeprefix(project.URL).partition("#")[0]
            assert (site / path / "index.html").is_file(), link


def test_each_chapter_offers_it(site: Path) -> None:
    """Under a name that says what it is."""
    for page in ARTICLE:
        if any(include.path.endswith(".py") for include in page.includes):
            folder = "" if page.name == "index" else f"{page.name}/"
            html = (site / folder / "index.html").read_text(encoding="utf-8")
            assert 'download="single-neuron.ipynb"' in html, page.name


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> NotebookNode:
    """The notebook of pages of many kinds, after a run in a clean kernel."""
    root = tmp_path_factory.mktemp("kinds")
    pages = [name.removeprefix("docs/") for name in kinds.FILES if name.endswith(".md")]
    project.write(root, {"mkdocs.yml": f"nav: [{', '.join(pages)}]\n", **kinds.FILES})
    read = Project.read(root)
    pages = [notebook.cells(read, page, Address("/", flat=True)) for page in notebook.article(read)]
    made = nbformat.reads(notebook.make(chain(*pages)), 4)
    nbformat.validate(made)
    folder = {"metadata": {"path": str(root)}}
    return NotebookClient(made, timeout=60, kernel_name="python3", resources=folder).execute()


@pytest.mark.slow
def test_whatever_an_author_writes_runs_in_it(odd: NotebookNode) -> None:
    """Parts with other code between them, code in lists and boxes, figures drawn in a loop."""
    outputs = [output for cell in _cells(odd, "code") for output in cell.outputs]
    printed = [output.text for output in outputs if output.get("name") == "stdout"]
    assert printed == [*kinds.PRINTED, kinds.PRINTED[0]]  # one page shows it again
    assert sum("image/png" in output.get("data", {}) for output in outputs) == 3


@pytest.mark.slow
def test_what_only_runs_by_itself_is_shown_in_it_with_its_output(odd: NotebookNode) -> None:
    """And with the reason, and the way to the file."""
    text = "\n\n".join(cell.source for cell in _cells(odd, "markdown"))
    for name, (script, reason) in kinds.ALONE.items():
        assert f"```python\n{script}```\n\nNo cell, for it {reason}" in text
        assert f"](/snippets/scripts/{name}.py)" in text
        assert f"```text\n{kinds.PRINTS[name]}```" in text
        assert script.strip("\n") not in [cell.source for cell in _cells(odd, "code")]


@pytest.mark.slow
def test_its_text_is_whole_whatever_an_author_writes(odd: NotebookNode) -> None:
    """Its links lead to places in it, its equations and prices are what they were."""
    text = "\n\n".join(cell.source for cell in _cells(odd, "markdown"))
    places = re.findall(r'<a id="([^"]+)"></a>', text)
    inside = [link.target for link in parse("notebook.md", text).links if link.target[0] == "#"]
    assert {"#scripts-parts", "#text-term", "#text-boxed", "#text-same"} <= {*inside}
    assert {unquote(link[1:]) for link in inside} <= {*places}
    assert r"A book costs \$7. Two cost \$5 & \$7." in text
    assert "$\\sum_{i=1}\n^{n} x_{i=1}" in text
    assert "1. One, with code:" in text
    assert "2. Two has none." in text
