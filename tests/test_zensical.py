"""The site as Zensical builds it, which reads mkdocs.yml and runs no hooks: all of it can be read.

Zensical is not among the requirements: a weekly job brings its newest version, and elsewhere
these tests are skipped.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pages
import plain
import project
import pytest
from bs4 import BeautifulSoup

_ZENSICAL = shutil.which("zensical")
pytestmark = pytest.mark.skipif(not _ZENSICAL, reason="zensical is not installed")

_DOCS = project.ROOT / "docs"
SOURCES = sorted(path.relative_to(_DOCS).as_posix() for path in _DOCS.rglob("*.md"))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built by the two commands that the README gives."""
    root = tmp_path_factory.mktemp("zensical")
    for name in ("docs", "snippets"):
        shutil.copytree(project.ROOT / name, root / name)
    shutil.copy(project.ROOT / "mkdocs.yml", root)
    for command in ([sys.executable, "docs/hooks/export.py"], [_ZENSICAL, "build"]):
        subprocess.run(command, cwd=root, env=project.environment(), check=True)
    return root / "site"


def _page(site: Path, source: str) -> BeautifulSoup:
    path = source.removesuffix(".md").removesuffix("index")
    return BeautifulSoup((site / path / "index.html").read_text("utf-8"), "html.parser")


@pytest.mark.parametrize("source", SOURCES)
def test_a_page_shows_text_code_outputs_figures_and_equations(source: str, built: Path) -> None:
    """As many as were written, with nothing raw but the TeX, which the browser typesets."""
    text = (_DOCS / source).read_text(encoding="utf-8")
    page = _page(built, source)
    article = page.article
    headings = re.findall(r"^#+ (.+?)(?: \{.*\})?$", pages.prose(text), re.M)
    assert len(article.select("h1, h2, h3, h4")) == len(headings)
    blocks = [block.get_text().strip() for block in article.select("pre code")]
    fences = list(pages.fences(plain.flatten(text, str)))
    shown = [pages.expand(fence.body, project.ROOT / "snippets").strip() for fence in fences]
    assert blocks == shown
    images = list(pages.images(text))
    assert [image["alt"] for image in article.select("img")] == [image.alt for image in images]
    assert len(article.select("figcaption")) == sum(image.captioned for image in images)
    displayed = re.findall(r"\$\$.+?\$\$", pages.prose(text), re.S)
    assert len(article.select("div.arithmatex")) == len(displayed)
    assert [s["src"] for s in page.select("script[src*=mathjax]")]
    for element in article.select("code, .arithmatex"):
        element.decompose()
    assert not re.search(r"--8<--|\$\$|^///|^\?\?\?", article.get_text(), re.M)


@pytest.mark.parametrize("source", SOURCES)
def test_what_a_page_links_to_is_there(source: str, built: Path) -> None:
    """Pages, figures, styles and scripts."""
    path = source.removesuffix(".md").removesuffix("index").rstrip("/")
    base = f"{project.URL}{path}/" if path else project.URL
    page = _page(built, source)
    for element in page.select("a[href], img[src], script[src], link[href]"):
        url = urljoin(base, element.get("href") or element.get("src"))
        if url.startswith(project.URL):
            file = built / unquote(urlsplit(url).path).lstrip("/")
            assert file.is_file() or (file / "index.html").is_file(), element
