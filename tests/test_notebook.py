"""The notebook runs anywhere from top to bottom, says what the pages say, and its page is light."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from urllib.parse import urljoin

import nbformat
import notebook
import outputs
import pages
import plain
import project
import pytest
import snippet
from bs4 import BeautifulSoup
from mkdocs.utils.yaml import yaml_load
from nbclient import NotebookClient
from nbformat import NotebookNode
from project import block

HEAVIEST = 250_000  # bytes of HTML

_MATERIAL = (
    r"--8<--|^///|^\?\?\?|^!!!|^===|\]\([^)]*\)\{|\{ ?[.#:]|<div|\[start:|title="
    r"|\\label|\\(?:eq)?ref\{"
)


@pytest.fixture(scope="module")
def offered(site: Path) -> Path:
    """The file that the site offers."""
    return site / "notebook" / "notebook.ipynb"


@pytest.fixture(scope="module")
def page(site: Path) -> BeautifulSoup:
    """The page that shows it."""
    return BeautifulSoup((site / "notebook" / "index.html").read_text("utf-8"), "html.parser")


@pytest.fixture(scope="module")
def article() -> dict[str, str]:
    """The pages that the notebook is made of, in reading order."""
    nav = yaml_load((project.ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["nav"]
    docs = project.ROOT / "docs"
    return notebook.article(
        nav, {p.relative_to(docs).as_posix(): p.read_text("utf-8") for p in docs.rglob("*.md")}
    )


def _cells(file: Path, kind: str) -> list[NotebookNode]:
    read = nbformat.read(file, as_version=4)
    return [cell for cell in read.cells if cell.cell_type == kind]


def _scripts(article: dict[str, str]) -> list[tuple[str, str]]:
    """Path and code of every block of Python, in reading order."""
    return [
        (fence.include.path, pages.expand(fence.body, snippet.SNIPPETS).strip("\n"))
        for text in article.values()
        for fence in pages.fences(plain.flatten(text, str))
        if fence.language == "python"
    ]


def test_the_file_runs_in_a_clean_kernel_and_prints_what_is_published(
    offered: Path, article: dict[str, str], tmp_path: Path
) -> None:
    """From top to bottom, as it is; and it draws every figure."""
    read = nbformat.read(offered, as_version=4)
    folder = {"metadata": {"path": str(tmp_path)}}
    NotebookClient(read, timeout=60, kernel_name="python3", resources=folder).execute()
    printed: dict[str, str] = {}
    figures = 0
    ran = [cell for cell in read.cells if cell.cell_type == "code"]
    for (path, _), cell in zip(_scripts(article), ran, strict=True):
        streams = [output for output in cell.outputs if output.output_type == "stream"]
        assert all(stream.name == "stdout" for stream in streams), path
        printed[path] = printed.get(path, "") + "".join(stream.text for stream in streams)
        figures += sum("image/png" in o.get("data", {}) for o in cell.outputs)
    for path, text in printed.items():
        name = path.removesuffix(".py")
        published = (snippet.SNIPPETS / name).with_suffix(".txt")
        assert outputs.agrees(text, snippet.published(name) if published.exists() else ""), path
    scripts = snippet.SNIPPETS.rglob("*.py")
    assert {path.relative_to(snippet.SNIPPETS).as_posix() for path in scripts} == set(printed)
    sources = [cell.source for cell in ran]
    assert figures == sum(source.count("plt.show()") for source in sources) > 0


def test_it_opens_as_it_is_in_jupyter_vs_code_and_colab(offered: Path) -> None:
    """A valid notebook for the kernel that all of them have, with nothing run yet."""
    text = offered.read_text(encoding="utf-8")
    nbformat.validate(json.loads(text))
    read = nbformat.reads(text, as_version=4)
    assert read.metadata.kernelspec.name == "python3"
    assert read.metadata.kernelspec.language == "python"
    ids = [cell.id for cell in read.cells]
    assert len(set(ids)) == len(ids)
    code = [cell for cell in read.cells if cell.cell_type == "code"]
    assert all(cell.outputs == [] and cell.execution_count is None for cell in code)


def test_it_holds_all_code_equations_and_headings_in_reading_order(
    offered: Path, article: dict[str, str]
) -> None:
    """And of the text a part."""
    code = [cell.source for cell in _cells(offered, "code")]
    assert code == [source for _, source in _scripts(article)]
    text = "\n\n".join(cell.source for cell in _cells(offered, "markdown"))
    written = "\n\n".join(pages.prose(plain.flatten(page, str)) for page in article.values())
    equation = re.compile(r"\$\$(.+?)\$\$", re.S)
    label = re.compile(r"\s*\\label\{.*?\}")
    assert equation.findall(text) == [label.sub("", tex) for tex in equation.findall(written)]
    heading = re.compile(r"^#+ (.+)$", re.M)
    assert heading.findall(text) == heading.findall(written)
    assert 0.2 < len(text) / len(written) < 0.9


def test_it_is_plain_markdown(offered: Path) -> None:
    """No syntax that only the site understands."""
    for cell in _cells(offered, "markdown"):
        assert re.findall(_MATERIAL, cell.source, re.M) == [], cell.source
    for cell in _cells(offered, "code"):
        assert "--8<--" not in cell.source


def test_its_links_lead_to_places_in_it_or_to_pages_of_the_site(offered: Path, site: Path) -> None:
    """Each of them."""
    text = "\n\n".join(cell.source for cell in _cells(offered, "markdown"))
    places = re.findall(r'<a id="([^"]+)"></a>', text)
    assert [place for place, count in Counter(places).items() if count > 1] == []
    links = re.findall(r"\]\(([^)\s]+)\)", text)
    assert links
    for link in links:
        if link.startswith("#"):
            assert link[1:] in places
        else:
            path = link.removeprefix(project.URL).partition("#")[0]
            assert link.startswith(project.URL), link
            assert (site / path / "index.html").is_file(), link


def test_its_page_is_light(site: Path, page: BeautifulSoup) -> None:
    """As it comes from mkdocs-jupyter, it holds 590 KB of style sheets."""
    html = (site / "notebook" / "index.html").read_bytes()
    assert len(html) <= HEAVIEST
    assert page.select("article style, article script, article [style], [class*=jp-]") == []


def test_the_themes_script_leaves_its_code_alone(page: BeautifulSoup) -> None:
    """It would give a button to each of a hundred blocks, and measure them all again."""
    assert len(page.select("article pre > code")) > 100
    assert page.select("[data-md-component=content]") == []


def test_its_page_shows_what_was_run(page: BeautifulSoup, article: dict[str, str]) -> None:
    """Every block of code, and every output to the letter."""
    shown = [code.get_text().strip() for code in page.select("article .language-python code")]
    assert shown == [source.strip() for _, source in _scripts(article)]
    blocks = page.select("article .language-text code")
    printed = "\n".join(code.get_text().rstrip() for code in blocks)
    order = dict.fromkeys(path for path, _ in _scripts(article))
    published = [(snippet.SNIPPETS / path).with_suffix(".txt") for path in order]
    text = "\n".join(p.read_text(encoding="utf-8").rstrip() for p in published if p.exists())
    assert outputs.agrees(printed, text)


def test_its_figures_have_the_names_and_captions_of_the_pages(
    page: BeautifulSoup, article: dict[str, str]
) -> None:
    """None is without, and none is a picture that only the notebook has."""
    shown = [image for text in article.values() for image in pages.images(text)]
    alts = {image.alt for image in shown if "figures/" in image.target}
    figures = page.select("article figure")
    drawn = {figure.img["alt"] for figure in figures}
    assert drawn <= alts
    assert len(drawn) == len(figures) == len(page.select("article img"))
    for figure in figures:
        assert figure.figcaption.get_text().strip()
        assert figure.img["src"].startswith("../figures/")
        assert int(figure.img["width"]) > int(figure.img["height"]) > 0
    assert "No description has been provided" not in page.get_text()


def test_its_equations_are_typeset_without_a_script(
    page: BeautifulSoup, article: dict[str, str]
) -> None:
    """By MathJax in the build, as MathML."""
    displayed = sum(len(re.findall(r"\$\$.+?\$\$", text, re.S)) for text in article.values())
    assert len(page.select('article math[display="block"]')) == displayed > 0
    assert page.select("article merror") == []
    for code in page.select("article :is(code, pre)"):
        code.decompose()
    assert not re.search(r"\$|\\[a-z(\[]", page.article.get_text())


def test_its_page_offers_the_file(page: BeautifulSoup, site: Path) -> None:
    """Under a name that says what it is."""
    link = page.select_one("article a[download]")
    assert link["download"] == "single-neuron.ipynb"
    assert (site / urljoin("notebook/", link["href"])).is_file()


def test_each_chapter_leads_to_its_place_in_it(site: Path, page: BeautifulSoup) -> None:
    """As seen from the chapter."""
    chapters = [path for path in site.rglob("index.html") if "chapters/" in path.read_text("utf-8")]
    assert len(chapters) > 10
    for path in chapters:
        links = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser").select(".editions a")
        place = next(a["href"] for a in links if "notebook/#" in a["href"]).partition("#")[2]
        assert page.find(id=place).name == "h2"


# When the notebook fails


def test_a_snippet_that_fails_only_in_the_notebook_stops_the_build(tmp_path: Path) -> None:
    """It is named, with the reason."""
    pages_ = f"# One\n{block('index/a.py')}{block('index/b.py')}{block('index/b.txt', 'text')}"
    files = {
        "docs/index.md": f"---\ndescription: A page.\n---\n\n{pages_}",
        "snippets/index/a.py": "first = 1\n",
        "snippets/index/b.py": 'print("alone")\nassert "first" not in globals(), "not alone"\n',
        "snippets/index/b.txt": "alone\n",
    }
    root = project.copy(tmp_path / "project", files)
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(f"{settings}  - notebook.ipynb\n", encoding="utf-8")
    built = project.build(root, tmp_path / "site", "--strict")
    assert built.exit_code != 0
    (problem,) = built.problems
    assert problem.file == "snippets/index/b.py"
    assert "AssertionError: not alone" in problem.cause
    assert not (tmp_path / "site" / "index.html").exists()
