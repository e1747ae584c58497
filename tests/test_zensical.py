"""The site as Zensical builds it, which runs no hooks but loads our extension: it can be read.

Zensical is not among the requirements: a weekly job brings its newest version, and elsewhere
these tests are skipped.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import project
import pytest
from bs4 import BeautifulSoup
from single_neuron.pages import Page
from single_neuron.reading import Project

_ZENSICAL = shutil.which("zensical")
pytestmark = pytest.mark.skipif(not _ZENSICAL, reason="zensical is not installed")

PROJECT = project.filled() if _ZENSICAL else Project.read(project.ROOT)
WRITTEN = [page for page in PROJECT.pages.values() if (project.ROOT / "docs" / page.uri).is_file()]

every_page = pytest.mark.parametrize("page", WRITTEN, ids=lambda page: page.name)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built by the command that the README gives."""
    root = tmp_path_factory.mktemp("zensical")
    for name in ("docs", "snippets", "tests/truths"):
        shutil.copytree(project.ROOT / name, root / name)
    for name in ("mkdocs.yml", ".zensical.yml"):
        shutil.copy(project.ROOT / name, root)
    command = [_ZENSICAL, "build", "--config-file", ".zensical.yml"]
    environment = project.environment(PYTHONPATH="docs/hooks")
    subprocess.run(command, cwd=root, env=environment, check=True)
    return root / "site"


def _html(site: Path, page: Page) -> BeautifulSoup:
    folder = "" if page.name == "index" else page.name
    return BeautifulSoup((site / folder / "index.html").read_text("utf-8"), "html.parser")


@every_page
def test_a_page_shows_text_code_outputs_figures_and_equations(page: Page, built: Path) -> None:
    """As many as were written, figures inline, equations typeset, and nothing raw."""
    html = _html(built, page)
    article = html.article
    assert len(article.select("h1, h2, h3, h4")) >= len(page.headings)
    blocks = [block.get_text().strip() for block in article.select("pre code")]
    bodies = [PROJECT.part(fence.include) if fence.include else fence.body for fence in page.fences]
    assert blocks == [body.strip() for body in bodies]
    figures = [svg["aria-label"] for svg in article.select("svg[role=img]")]
    assert figures == [image.alt for image in page.images]
    assert len(article.select("figcaption")) == sum(bool(image.caption) for image in page.images)
    references = sum("ref{" in equation.source for equation in page.equations)
    assert len(article.select("mjx-container")) == len(page.equations) - references
    assert html.select("script[src*=mathjax]") == article.select(".arithmatex") == []
    for element in article.select("code, pre"):
        element.decompose()
    assert not re.search(r"--8<--|\$\$|^///|^\?\?\?|<!-- route", article.get_text(), re.M)


@every_page
def test_what_a_page_links_to_is_there(page: Page, built: Path) -> None:
    """Pages, figures, styles and scripts, apart from what is known to be lost."""
    folder = "" if page.name == "index" else f"{page.name}/"
    lost = re.compile(rf"{project.URL}(?:play|proofs|solved|exercises|practice\.ipynb)\b")
    for element in _html(built, page).select("a[href], img[src], script[src], link[href]"):
        url = urljoin(project.URL + folder, element.get("href") or element.get("src"))
        if url.startswith(project.URL) and not lost.match(url):
            file = built / unquote(urlsplit(url).path).lstrip("/")
            assert file.is_file() or (file / "index.html").is_file(), element
