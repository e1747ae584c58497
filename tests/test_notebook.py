"""The whole article as a notebook runs anywhere from top to bottom, and says what the pages say."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import nbformat
import project
import pytest
from nbclient import NotebookClient
from nbformat import NotebookNode
from single_neuron import notebook, outputs
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
