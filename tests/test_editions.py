"""Other editions: a chapter's code as one program, a page as Markdown, the site for Zensical."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import urljoin

import notebook
import outputs
import pages
import plain
import project
import pytest
import runner
import snippet
from bs4 import BeautifulSoup
from mkdocs.utils.yaml import yaml_load

_SITE_ONLY = r"--8<--|^///|^\?\?\?|^!!!|^===|\]\([^)]*\)\{|\{ ?[.#:][\w-]+|<div|^---$|\[start:"


def _sources() -> dict[str, str]:
    """All pages that somebody wrote, by path below docs/."""
    docs = project.ROOT / "docs"
    found = sorted(docs.rglob("*.md"))
    return {p.relative_to(docs).as_posix(): p.read_text(encoding="utf-8") for p in found}


def _included(text: str, kind: str) -> list[str]:
    paths = [include.path for include in pages.includes(text) if include.path.endswith(kind)]
    return list(dict.fromkeys(paths))


CHAPTERS = [name for name, text in _sources().items() if _included(text, ".py")]


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_the_program_of_a_chapter_prints_its_outputs_in_order(chapter: str, site: Path) -> None:
    """It holds every line of code of the page, and runs from top to bottom."""
    program = site / "chapters" / chapter.replace(".md", ".py")
    text = _sources()[chapter]
    (run,) = runner.run_all([program]).values()
    assert run.failure is None
    published = [snippet.published(name.removesuffix(".txt")) for name in _included(text, ".txt")]
    assert outputs.agrees(run.stdout, "".join(published))
    code = program.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(code))
    for fence in pages.fences(plain.flatten(text, str)):
        if fence.language == "python":
            assert pages.expand(fence.body, snippet.SNIPPETS).strip("\n") in code


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_chapter_offers_its_program_and_every_page_its_markdown(chapter: str, site: Path) -> None:
    """Near its end."""
    path = Path(chapter.replace(".md", "")) / "index.html"
    html = BeautifulSoup((site / path).read_text(encoding="utf-8"), "html.parser")
    links = {urljoin(f"{path.parent.as_posix()}/", a["href"]) for a in html.select(".editions a")}
    assert f"chapters/{chapter.replace('.md', '.py')}" in links
    assert path.with_name("index.md").as_posix() in links


def _markdown(site: Path) -> dict[str, str]:
    """The Markdown of all pages of the site, by path."""
    found = sorted(site.rglob("*.md"))
    assert found
    return {p.relative_to(site).as_posix(): p.read_text(encoding="utf-8") for p in found}


def test_beside_every_page_stands_its_markdown(site: Path) -> None:
    """Each page but the notebook has it, and no other folder does."""
    folders = {path.parent for path in site.rglob("index.html")} - {site / "notebook"}
    assert {path.parent for path in site.rglob("*.md")} == folders
    for folder in folders:
        html = BeautifulSoup((folder / "index.html").read_text(encoding="utf-8"), "html.parser")
        assert html.select_one('link[rel=alternate][type="text/markdown"]')["href"] == "index.md"


def test_the_markdown_is_whole_and_plain(site: Path) -> None:
    """Code and outputs filled in, TeX kept, and no syntax that only the site understands."""
    for name, text in _sources().items():
        folder = "" if name == "index.md" else name.replace(".md", "/")
        written = _markdown(site)[f"{folder}index.md"]
        prose = re.sub(r"\$\$.*?\$\$", "", pages.prose(written), flags=re.S)
        assert re.findall(_SITE_ONLY, prose, re.M) == [], name
        assert written.startswith("# "), name
        for script in (project.ROOT / "snippets" / path for path in _included(text, ".txt")):
            assert script.read_text(encoding="utf-8").rstrip() in written, script
        blocks = [f for f in pages.fences(plain.flatten(text, str)) if f.language == "python"]
        for fence in blocks:
            assert pages.expand(fence.body, snippet.SNIPPETS).strip("\n") in written, name
        tex = r"\$\$.+?\$\$"
        assert re.findall(tex, written, re.S) == re.findall(tex, text, re.S), name
        assert len(list(pages.images(written))) == len(list(pages.images(text))), name


def test_the_links_of_the_markdown_lead_somewhere(site: Path) -> None:
    """To Markdown, figures and files beside it, and to headings and terms in them."""
    written = _markdown(site)
    for name, text in written.items():
        for target in re.findall(r"\]\(([^)\s]+)\)", pages.prose(text)):
            path, _, fragment = urljoin(name, target).partition("#")
            if not re.match(r"https?:", path):
                assert (site / path).is_file(), (name, target)
            if fragment:
                other = pages.prose(written[path])
                names = {plain.slug(title) for title in re.findall(r"^#+ (.+)$", other, re.M)}
                names |= set(re.findall(r'<a id="([^"]+)">', other))
                assert fragment in names, (name, target)


def test_llms_txt_lists_the_markdown_of_every_page(site: Path) -> None:
    """In reading order, each with its title and what it is about."""
    text = (site / "llms.txt").read_text(encoding="utf-8")
    settings = yaml_load((project.ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    assert text.startswith(f"# {settings['site_name']}\n\n> {settings['site_description']}\n")
    entries = re.findall(r"^- \[(.+?)\]\((.+?)\)(?:: (.+))?$", text, re.M)
    paths = [address.removeprefix(project.URL) for _, address, _ in entries]
    assert set(paths) == set(_markdown(site))
    nav = [name for _, name in notebook.in_order(settings["nav"]) if name.endswith(".md")]
    expected = [n if n == "index.md" else n.replace(".md", "/index.md") for n in nav]
    assert paths[: len(nav)] == expected
    for title, address, about in entries[: len(nav)]:
        assert _markdown(site)[address.removeprefix(project.URL)].startswith(f"# {title}\n")
        assert about


# Zensical


def test_the_export_holds_what_the_hooks_make_and_mkdocs_ignores_it(tmp_path: Path) -> None:
    """Figures, notebook and MathJax; the site is the same with them lying there."""
    root = project.copy(tmp_path / "project", project.SOUND)
    before = project.build(root, tmp_path / "before", "--strict")
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    url = f"site_url: {project.URL}\n"  # which this project inherits, and the export reads
    (root / "mkdocs.yml").write_text(f"{url}{settings}  - notebook.ipynb\n", encoding="utf-8")
    command = [sys.executable, "docs/hooks/export.py"]
    subprocess.run(command, cwd=root, check=True, env=project.environment())
    docs = root / "docs"
    assert (docs / "figures/index/sum.svg").read_text("utf-8").startswith("<svg")
    assert "MathJax" in (docs / "javascripts/mathjax.js").read_text("utf-8")
    assert "Home" in (docs / "notebook.ipynb").read_text("utf-8")
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    after = project.build(root, tmp_path / "after", "--strict")
    assert before.exit_code == after.exit_code == 0, after.log
    names = {p.relative_to(s.site).as_posix() for s in (before, after) for p in s.site.rglob("*.*")}
    differ = [n for n in names if (before.site / n).read_bytes() != (after.site / n).read_bytes()]
    assert differ == []
