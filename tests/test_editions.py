"""Other editions: a chapter's code as one program, and a page as Markdown.

They are compared with the built pages, as a parser reads them that is not the site's own; then the
same with pages of many kinds, from `kinds.py`, on a site with flat addresses.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path
from urllib.parse import urljoin

import kinds
import project
import pytest
import reader
import wording
from bs4 import BeautifulSoup
from single_neuron import outputs
from single_neuron.pages import Page
from single_neuron.parsing import parse
from single_neuron.running import run_all
from single_neuron.speech import plain

PROJECT = project.tested()
PAGES = list(PROJECT.pages.values())
WITH_CODE = [page for page in PAGES if any(i.path.endswith(".py") for i in page.includes)]
CHAPTERS = [page for page in WITH_CODE if page.meta.get("notebook", True)]

every_chapter = pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda page: page.name)
every_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


def _folder(page: Page) -> str:
    return "" if page.name == "index" else f"{page.name}/"


@every_chapter
def test_the_program_of_a_chapter_prints_its_outputs_in_order(chapter: Page, site: Path) -> None:
    """It holds every line of code of the page, compiles, and runs from top to bottom."""
    program = site / f"chapters/{chapter.name}.py"
    code = program.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(code))
    (run,) = run_all([program]).values()
    assert run.failure is None
    shown = dict.fromkeys(i.path for i in chapter.includes if i.path.endswith(".txt"))
    assert outputs.agrees(run.stdout, "".join(map(PROJECT.snippet, shown)))
    for include in chapter.includes:
        if include.path.endswith(".py"):
            assert PROJECT.part(include).strip("\n") in code


@every_chapter
def test_a_chapter_offers_its_program_and_every_page_its_markdown(
    chapter: Page, site: Path
) -> None:
    """Near its end."""
    html = (site / _folder(chapter) / "index.html").read_text(encoding="utf-8")
    offered = BeautifulSoup(html, "html.parser").select(".editions a")
    links = {urljoin(_folder(chapter), link["href"]) for link in offered}
    assert f"chapters/{chapter.name}.py" in links
    assert f"{_folder(chapter)}index.md" in links


@pytest.fixture(scope="module")
def written(site: Path) -> dict[str, Page]:
    """The Markdown of all pages of the site, by its place there."""
    paths = {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*.md"))}
    return {name: parse(name, path.read_text(encoding="utf-8")) for name, path in paths.items()}


def test_beside_every_page_stands_its_markdown(site: Path) -> None:
    """Which the page names."""
    pages = [path for path in site.rglob("index.html") if path.with_name("index.md").exists()]
    assert len(pages) > len(PAGES)  # those of the proofs too
    for path in pages:
        html = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        assert html.select_one('link[rel=alternate][type="text/markdown"]')["href"] == "index.md"


@every_page
def test_the_markdown_says_what_the_page_says(page: Page, written: dict[str, Page]) -> None:
    """Code and outputs filled in, the same equations and images, nothing that only we read."""
    page = project.filled().pages[page.uri]
    edition = written[f"{_folder(page)}index.md"]
    assert edition.text.startswith(f"# {page.title}\n")
    assert [one.tex for one in edition.equations] == [one.tex for one in page.equations]
    assert [one.label for one in edition.equations] == [one.label for one in page.equations]
    assert [image.alt for image in edition.images] == [image.alt for image in page.images]
    bodies = [PROJECT.part(fence.include) if fence.include else fence.body for fence in page.fences]
    assert [fence.body.strip("\n") for fence in edition.fences] == [b.strip("\n") for b in bodies]
    assert len(edition.links) >= len(page.links)
    material = r"--8<--|^///|^\?\?\?|^!!!|\]\([^)]*\)\{|\{ ?[.#:][\w-]+|<div|^---$|\[start:"
    assert re.findall(material, wording.prose(edition), re.M) == []


def _same(page: Path, root: Path) -> None:
    """A built page and the Markdown beside it say the same, in the same order."""
    url = project.URL + page.relative_to(root).as_posix()
    text = page.with_suffix(".md").read_text(encoding="utf-8")
    shown, written = reader.html(page.read_text("utf-8"), url), reader.markdown(text, url)
    assert written.words == shown.words
    assert written.code == shown.code
    assert written.links == shown.links
    assert tuple(map(plain, written.equations)) == shown.equations


def test_the_markdown_has_every_word_line_of_code_equation_and_link(site: Path) -> None:
    """Of its page as it was built, and no other, in the same order."""
    pages = [path for path in sorted(site.rglob("*.html")) if path.with_suffix(".md").exists()]
    assert len(pages) > len(PAGES)
    for page in pages:
        _same(page, site)


def test_the_links_of_the_markdown_lead_somewhere(site: Path, written: dict[str, Page]) -> None:
    """To Markdown, figures and files beside it, and to headings and terms in them."""
    for name, page in written.items():
        for link in page.links:
            if link.path:
                assert (site / link.path).is_file(), (name, link)
            if link.anchor:
                other = written[link.path]
                places = other.anchors | set(re.findall(r'<a id="([^"]+)">', other.text))
                assert link.anchor in places, (name, link)
        assert all((site / image.target).is_file() for image in page.images), name


def test_llms_txt_lists_the_markdown_of_every_page(site: Path, written: dict[str, Page]) -> None:
    """In reading order, each with its title and what it is about."""
    text = (site / "llms.txt").read_text(encoding="utf-8")
    assert text.startswith("# Single Neuron\n\n> ")
    entries = re.findall(r"^- \[(.+?)\]\((.+?)\)(?:: (.+))?$", text, re.M)
    paths = [address.removeprefix(project.URL) for _, address, _ in entries]
    assert set(paths) == set(written)
    nav = [PROJECT.pages[e.uri] for e in PROJECT.nav if e.uri in PROJECT.pages]
    assert [path for path in paths if path in {f"{_folder(p)}index.md" for p in nav}] == [
        f"{_folder(page)}index.md" for page in nav
    ]
    for title, address, about in entries[: len(nav)]:
        assert written[address.removeprefix(project.URL)].title == title
        assert about


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built site of pages of many kinds, with flat addresses."""
    root = project.copy(tmp_path_factory.mktemp("kinds") / "project", kinds.FILES)
    built = project.build(root, root.parent / "site", "--strict", "--no-directory-urls")
    assert built.exit_code == 0, built.log
    return built.site


@pytest.mark.slow
@pytest.mark.parametrize("name", ["index", "text", "scripts", "deep/again", "deep/größer als"])
def test_whatever_an_author_writes_is_in_the_markdown_too(name: str, odd: Path) -> None:
    """Prices, formulas over several lines, boxes in lists, attributes, and so on."""
    _same(odd / f"{name}.html", odd)


@pytest.mark.slow
def test_links_to_places_with_names_of_their_own_lead_there(odd: Path) -> None:
    """To a term, to headings whose names are not their words, to an equation."""
    edition = parse("text.md", (odd / "text.md").read_text(encoding="utf-8"))
    places = set(re.findall(r'<a id="([^"]+)"></a>', edition.text)) | {"same"}
    anchors = [link.anchor for link in edition.links if link.path == "text.md"]
    assert anchors == ["term", "boxed", "same", "mjx-eqn:one"]
    assert set(anchors) <= places


@pytest.mark.slow
def test_a_program_runs_whatever_order_the_page_shows_its_code_in(odd: Path) -> None:
    """Parts with other code between them, a part of a function, code in lists and boxes."""
    program = odd / "chapters" / "scripts.py"
    (run,) = run_all([program]).values()
    assert run.failure is None
    assert run.stdout == "".join(kinds.PRINTED)
    assert len(run.figures) == 3


@pytest.mark.slow
def test_a_program_leaves_out_what_only_runs_by_itself_and_says_why(odd: Path) -> None:
    """What ends the program, reads its arguments, asks for its own file, and so on."""
    code = (odd / "chapters" / "scripts.py").read_text(encoding="utf-8")
    for name, (script, reason) in kinds.ALONE.items():
        assert script not in code
        assert f"# %% scripts/{name}.py\n# Not here, for it {reason}" in code


@pytest.mark.slow
def test_two_pages_may_show_the_same_snippet(odd: Path) -> None:
    """Each has it in its program."""
    (run,) = run_all([odd / "chapters" / "deep" / "again.py"]).values()
    assert run.stdout == kinds.PRINTED[0]
