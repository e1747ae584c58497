"""The built site: whole, readable by everybody, asking nothing of others, and always the same."""

from __future__ import annotations

import gzip
import json
import re
import struct
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import project
import pytest
from bs4 import BeautifulSoup, Tag
from mkdocs.utils.yaml import yaml_load
from single_neuron.reading import Project

_REPOSITORY = "https://github.com/example/example"
_ELSEWHERE = "https://example.org/a/path/"

# Hosts that the theme's scripts name, and what on a page would make them ask there.
_NAMED_HOSTS = {
    "api.github.com": '[data-md-component="source"]',
    "${": '[data-md-component="source"]',  # GitLab, where the repository is there
    "unpkg.com": ".mermaid",  # or a browser without ResizeObserver, which none has been since 2020
}


@dataclass(frozen=True)
class Page:
    """A page of the built site; `source` is its Markdown file below `docs/`."""

    site: Path
    source: str

    @property
    def path(self) -> str:
        """The page's address below that of the site."""
        if self.source.endswith(".html"):
            return self.source
        path = self.source.removesuffix(".md").removesuffix(".ipynb")
        return "" if path == "index" else f"{path.removesuffix('/index')}/"

    @property
    def url(self) -> str:
        """The page's whole address."""
        return project.URL + self.path

    @cached_property
    def html(self) -> BeautifulSoup:
        """The page as it was built."""
        return BeautifulSoup(_file(self.site, self.url).read_text(encoding="utf-8"), "html.parser")

    @cached_property
    def article(self) -> Tag:
        """The page's own content."""
        return self.html.select_one("article")

    @cached_property
    def ids(self) -> list[str]:
        """Everything on the page that can be pointed at."""
        return [element["id"] for element in self.html.find_all(id=True)]

    def addresses(self) -> Iterator[tuple[Tag, str]]:
        """All elements that lead somewhere or fetch something, each with its address."""
        for name in ("href", "src", "xlink:href", "srcset", "poster", "data", "action"):
            for element in self.html.find_all(attrs={name: True}):
                yield element, element[name]

    def __str__(self) -> str:
        return self.source


PROJECT = Project.read(project.ROOT)


def _settings() -> dict:
    return yaml_load((project.ROOT / "mkdocs.yml").read_text(encoding="utf-8"))


def _file(site: Path, url: str) -> Path:
    """The file that a web server sends for an address of the site."""
    path = unquote(urlsplit(url).path).removeprefix("/")
    return site / path / "index.html" if path.endswith("/") or not path else site / path


def _snippets(kind: str) -> list[Path]:
    found = sorted((project.ROOT / "snippets").rglob(f"*.{kind}"))
    assert found
    return found


def _differences(one: Path, other: Path) -> list[str]:
    """The files that are not in both sites, or not with the same bytes."""
    names = {p.relative_to(site).as_posix() for site in (one, other) for p in site.rglob("*.*")}
    return [name for name in sorted(names) if _bytes(one / name) != _bytes(other / name)]


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


@pytest.fixture(scope="module")
def all_pages(site: Path) -> list[Page]:
    """All pages that the navigation lists, in its order."""
    return [Page(site, entry.uri) for entry in PROJECT.nav if entry.uri.endswith(".md")]


@pytest.fixture(scope="module")
def in_navigation(site: Path) -> list[Page]:
    """All entries of the navigation, in its order."""
    return [Page(site, entry.uri) for entry in PROJECT.nav]


@pytest.fixture(scope="module")
def with_404(site: Path, all_pages: list[Page]) -> list[Page]:
    """All pages, and the one for what is not there."""
    return [*all_pages, Page(site, "404.html")]


@pytest.fixture(scope="module")
def proofs(site: Path) -> list[Page]:
    """The pages that the build makes of the proofs; the navigation does not show them."""
    folder = project.ROOT / "tests" / "truths"
    names = [path.relative_to(folder).with_suffix(".md") for path in sorted(folder.rglob("*.py"))]
    return [Page(site, f"proofs/{name.as_posix()}") for name in names]


@pytest.fixture(scope="module")
def whole_site(
    with_404: list[Page], proofs: list[Page], in_navigation: list[Page]
) -> list[Page]:
    """Every page that a reader can come to."""
    notebooks = [page for page in in_navigation if page.source.endswith(".ipynb")]
    return [*with_404, *proofs, *notebooks]


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site for another address below a path, built again, from another working directory, on
    another day, by a process that hashes and so orders otherwise.
    """
    folder = tmp_path_factory.mktemp("elsewhere")
    other = {"SITE_URL": _ELSEWHERE, "SOURCE_DATE_EPOCH": "86400", "PYTHONHASHSEED": "1"}
    built = project.build(project.ROOT, folder / "site", "--strict", folder=folder, **other)
    assert built.exit_code == 0, built.log
    return built.site


# What the reader finds


def test_the_chapters_stand_in_order_in_the_navigation(in_navigation: list[Page]) -> None:
    """As in mkdocs.yml, on every page."""
    titles = []
    for page in in_navigation:
        links = page.html.select(".md-nav--primary a.md-nav__link:not([href^='#'])")
        assert [urljoin(page.url, link["href"]) for link in links] == [p.url for p in in_navigation]
        titles.append([" ".join(link.get_text().split()) for link in links])
    assert all(title == titles[0] for title in titles)
    found = re.findall(r"^([\d.]+) ·", "\n".join(titles[0]), re.M)
    numbers = [tuple(map(int, number.split("."))) for number in found]
    assert numbers == sorted(numbers)
    chapters = sorted({number[0] for number in numbers})
    assert chapters == [*range(1, len(chapters) + 1)] != []


def test_previous_and_next_lead_through_all_pages(in_navigation: list[Page]) -> None:
    """From the first to the last, and back."""
    for direction, route in (("next", in_navigation), ("prev", in_navigation[::-1])):
        for page, goal in zip(route, [*route[1:], None], strict=True):
            links = page.html.select(f"a.way[rel={direction}]")
            found = [urljoin(page.url, link["href"]) for link in links]
            assert found == ([goal.url] if goal else []), page


def test_every_link_and_anchor_leads_somewhere(whole_site: list[Page], site: Path) -> None:
    """Also those to files, styles, scripts, and to parts of drawings and equations."""
    known = {page.url: set(page.ids) for page in whole_site}
    dead = []
    for page in whole_site:
        for element, address in page.addresses():
            target, _, anchor = urljoin(page.url, address).partition("#")
            if not target.startswith(project.URL):
                continue  # whether it may be there is another test's question
            if not _file(site, target).is_file() or (
                anchor and unquote(anchor) not in known.get(target, ())
            ):
                dead.append(f"{page}: <{element.name}> {address}")
        dead += [
            f"{page}: url(#{name})"
            for name in re.findall(r"url\(#([^)]+)\)", str(page.html))
            if name not in known[page.url]
        ]
    assert dead == []


def test_the_files_that_scripts_ask_for_are_there(with_404: list[Page], site: Path) -> None:
    """The search runs in a script of its own."""
    for page in with_404:
        settings = json.loads(page.html.select_one("#__config").string)
        assert _file(site, urljoin(page.url, settings["search"])).is_file()
        assert urljoin(page.url, settings["base"].rstrip("/") + "/") == project.URL
    assert (site / "search/search_index.json").is_file()


def test_a_page_that_is_not_there_is_answered_with_a_way_back(site: Path) -> None:
    """GitHub Pages sends 404.html."""
    page = Page(site, "404.html")
    assert project.URL in [urljoin(page.url, a["href"]) for a in page.html.select("main a[href]")]


def test_the_search_finds_all_pages_in_plain_text(all_pages: list[Page], site: Path) -> None:
    """No markup of ours, and no drawing, is in what it shows."""
    index = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))
    found = {entry["location"].partition("#")[0] for entry in index["docs"]}
    assert found == {page.path for page in all_pages}
    text = "\n".join(f"{entry['title']}\n{entry['text']}" for entry in index["docs"])
    raw = ("--8<--", r"\(", r"\[", "$$", "<svg", "<math", "mjx-")
    assert [markup for markup in raw if markup in text] == []
    assert re.findall("[\u2061-\u2064]", text) == []  # MathML's invisible signs
    for readable in (
        "the derivative of log ŷ is 1/ŷ.",  # in a sentence
        "z = w·x + b",  # on a line of its own
        "ŷ = σ(z) = 1/(1 + e^(−z))",
        "ReLU′(z) = {1 if z &gt; 0; 0 if z ≤ 0",
    ):
        assert readable in text


def test_search_engines_and_other_sites_learn_what_a_page_is(in_navigation: list[Page]) -> None:
    """Language, one heading, and a title, description and address of its own."""
    titles, descriptions = set(), set()
    for page in in_navigation:
        head = page.html.head
        assert page.html.html["lang"] == "en", page
        assert len(page.html.select("h1")) == 1, page
        title = head.title.get_text().strip()
        description = head.select_one("meta[name=description]")["content"].strip()
        assert head.select_one("link[rel=canonical]")["href"] == page.url, page
        social = {m["property"]: m["content"] for m in head.select("meta[property^='og:']")}
        assert social["og:url"] == page.url, page
        assert social["og:description"] == description, page
        assert social["og:title"] in title, page
        assert social["og:type"] == ("website" if page.path == "" else "article"), page
        titles.add(title)
        descriptions.add(description)
    assert "" not in titles | descriptions
    assert len(titles) == len(descriptions) == len(in_navigation)
    assert all(_settings()["site_description"] != text for text in descriptions)


def test_the_sitemap_lists_all_pages(
    in_navigation: list[Page], proofs: list[Page], site: Path
) -> None:
    """Once each, and packed as well."""
    text = (site / "sitemap.xml").read_text(encoding="utf-8")
    assert "lastmod" not in text  # it would be the day of the build
    listed = re.findall("<loc>(.*?)</loc>", text)
    assert sorted(listed) == sorted(page.url for page in [*in_navigation, *proofs])
    assert gzip.decompress((site / "sitemap.xml.gz").read_bytes()).decode() == text


def test_machines_can_read_what_a_page_is(in_navigation: list[Page], proofs: list[Page]) -> None:
    """JSON-LD in schema.org's words: a page, its place in the whole, and no invented people."""
    home, *parts = in_navigation
    known = {
        *("@context", "@id", "@type", "url", "name", "headline", "description", "inLanguage"),
        *("image", "isAccessibleForFree", "learningResourceType"),
        *("position", "isPartOf", "hasPart"),
    }
    for page in [*in_navigation, *proofs]:
        (script,) = page.html.head.select('script[type="application/ld+json"]')
        about = json.loads(script.string)
        assert about["@context"] == "https://schema.org", page
        assert set(about["@type"]) == {"LearningResource", "TechArticle"}, page
        assert about["@id"] == about["url"] == page.url, page
        description = page.html.head.select_one("meta[name=description]")["content"]
        assert about["description"] == description, page
        assert about["inLanguage"] == "en-GB", page
        assert about["name"] == about["headline"] in page.html.head.title.get_text(), page
        assert about.keys() <= known, page
        if page is home:
            assert about["learningResourceType"] == "course"
            assert [part["@id"] for part in about["hasPart"]] == [part.url for part in parts]
        else:
            assert about["isPartOf"]["@id"] == home.url, page
            assert about["isPartOf"]["name"] == _settings()["site_name"], page
    for position, page in enumerate(parts, start=1):
        about = json.loads(page.html.head.select_one('script[type="application/ld+json"]').string)
        assert about["position"] == position, page
        assert about["learningResourceType"] in ("chapter", "reference"), page


def test_a_shared_link_shows_an_image(in_navigation: list[Page], site: Path) -> None:
    """Of the size that is announced, and described in words; tests/test_social.py draws it."""
    data = (site / "assets/social.png").read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    size = struct.unpack(">II", data[16:24])
    assert len(data) < 100_000
    for page in in_navigation:
        head = page.html.head
        metas = head.select("meta[content]")
        named = {meta.get("property", meta.get("name")): meta["content"] for meta in metas}
        assert named["og:image"] == f"{project.URL}assets/social.png", page
        assert named["twitter:image"] == named["og:image"], page
        assert (int(named["og:image:width"]), int(named["og:image:height"])) == size, page
        assert len(named["og:image:alt"].split()) > 3, page
        assert named["twitter:image:alt"] == named["og:image:alt"], page
        assert named["twitter:card"] == "summary_large_image", page


@pytest.mark.skipif(not project.DIET, reason="without the diet, the theme brings all it has")
def test_the_site_holds_nothing_that_no_page_uses(site: Path) -> None:
    """Of what the theme brings: no search in other languages, no maps of scripts."""
    names = [path.relative_to(site).as_posix() for path in site.rglob("*.*")]
    assert [name for name in names if "/lunr/" in name or name.endswith(".map")] == []
    code = [path for path in site.rglob("*.*") if path.suffix in (".js", ".css")]
    assert [path.name for path in code if b"sourceMappingURL" in path.read_bytes()] == []


# Figures


def test_every_figure_has_a_name_and_a_caption(all_pages: list[Page]) -> None:
    """What the eye sees, a screen reader says."""
    figures = [(page, figure) for page in all_pages for figure in page.html.select("figure")]
    drawings = [drawing for page in all_pages for drawing in page.article.select("svg.figure")]
    assert drawings
    assert [d for d in drawings if d.find_parent("figure") is None] == []
    for page, figure in figures:
        assert figure.figcaption.get_text().strip(), page
        for drawing in figure.select("svg.figure"):
            assert drawing["role"] == "img", page
            assert len(drawing["aria-label"].split()) > 1, page


def test_every_figure_is_shown_on_the_page_that_names_it(all_pages: list[Page], site: Path) -> None:
    """Inline, so that it follows the page's colours and font."""
    named = set()
    for page in all_pages:
        if page.source not in PROJECT.pages:  # the build makes it of others
            continue
        images = project.filled().pages[page.source].images
        shown = [drawing["aria-label"] for drawing in page.html.select("svg.figure")]
        assert shown == [image.alt for image in images], page
        named |= {image.target for image in images}
    assert named == {p.relative_to(site).as_posix() for p in (site / "figures").rglob("*.svg")}


def test_every_image_has_a_name(whole_site: list[Page]) -> None:
    """Whatever way it came into the page; and no figure stays a file."""
    images = [(page, image) for page in whole_site for image in page.html.select("img")]
    assert [(str(page), str(image)) for page, image in images if not image.get("alt")] == []
    files = {page.source for page, image in images if "figures/" in image.get("src", "")}
    assert files == set()


def test_a_figure_takes_its_colours_and_font_from_the_page(all_pages: list[Page]) -> None:
    """And gives the page none of its own."""
    for page in all_pages:
        for drawing in page.article.select("svg.figure"):
            assert drawing.find("style") is None, page
            styles = " ".join(e["style"] for e in drawing.find_all(style=True))
            assert not re.search("font-family|#000000|#ffffff|black|white", styles), page
            assert not drawing.has_attr("width"), page


def test_nothing_on_a_page_has_the_name_of_something_else(whole_site: list[Page]) -> None:
    """Ids are unique, so every link and every part of a drawing finds what it means."""
    for page in whole_site:
        assert [name for name, count in Counter(page.ids).items() if count > 1] == [], page


# Equations


def test_every_equation_of_the_source_is_typeset(all_pages: list[Page]) -> None:
    """Displayed and inline, references as links, each readable by a screen reader."""
    total = 0
    for page in all_pages:
        if page.source not in PROJECT.pages:  # the build makes it of others
            continue
        equations = project.filled().pages[page.source].equations
        displayed = sum(equation.display for equation in equations)
        references = [e for e in equations if re.fullmatch(r"\\(eq)?ref\{[^}]+\}", e.source)]
        typeset = page.article.find_all("mjx-container")
        wide = [equation for equation in typeset if equation.get("display") == "true"]
        links = page.article.select('a[href^="#mjx-eqn:"]:not(mjx-container a)')
        assert len(wide) == displayed, page
        assert len(typeset) == len(equations) - len(references), page
        assert len(links) == len(references), page
        for equation in typeset:
            assert equation.select_one("mjx-assistive-mml > math").get_text().strip(), page
            assert equation.svg["aria-hidden"] == "true", page
        total += len(typeset)
    assert total


def test_a_name_has_its_equations_in_plain_characters(all_pages: list[Page]) -> None:
    """Of a question that is folded, a link or a column: from what they hold, browsers leave them
    out, and those who listen would hear "What is?".
    """
    named = 0
    for page in all_pages:
        for element in page.article.select(":is(a, summary, th):has(mjx-container)"):
            copy = BeautifulSoup(str(element), "html.parser")
            for seen in copy.select("mjx-container"):
                seen.decompose()  # what is read stands beside it, for the search
            assert element.get("aria-label") == " ".join(copy.get_text().split()), page
            named += 1
    assert named > 20


def test_the_reader_gets_no_script_for_equations(with_404: list[Page], site: Path) -> None:
    """They were typeset when the site was built."""
    scripts = {element["src"] for page in with_404 for element in page.html.select("script[src]")}
    assert scripts
    assert [name for name in scripts if re.search("mathjax|katex", name, re.I)] == []
    texts = {path.name: path.read_text(encoding="utf-8") for path in site.rglob("*.js")}
    assert [name for name, text in texts.items() if re.search("mathjax|katex", text, re.I)] == []
    inline = [e.get_text() for page in with_404 for e in page.html.select("script:not([src])")]
    assert [text for text in inline if re.search("mathjax|katex", text, re.I)] == []


def test_the_solved_practice_offers_its_notebook(site: Path) -> None:
    """The file beside the page."""
    page = Page(site, "solved.ipynb")
    [link] = page.article.select(".editions a")
    assert _file(site, urljoin(page.url, link["href"])).is_file()


def test_nothing_is_left_raw_or_broken(whole_site: list[Page]) -> None:
    """No include, no TeX, no reference to nowhere, no traceback, no missing description."""
    raw = r"--8<--|\$\$|\\[(\[]|\\(?:eq)?ref\b|\\begin\{|\?\?\?|No description|^///|\]\("
    for page in whole_site:
        everything = page.html.get_text()
        assert "Traceback (most recent call last)" not in everything, page
        assert not re.search("--8<--|No description", everything), page
        prose = BeautifulSoup(str(page.html.body), "html.parser")
        for element in prose.select("code, script, style, mjx-container, math, svg"):
            element.decompose()
        assert re.findall(raw, prose.get_text(), re.M) == [], page


# Code and what it printed


def test_code_on_a_page_is_that_of_the_file_offered_above_it(all_pages: list[Page]) -> None:
    """Every block of Python is a tested file or a part of one, and its bar offers that file."""
    seen = set()
    for page in all_pages:
        for code in page.article.select(".language-python code"):
            bar = code.find_parent(class_="highlight").find_previous_sibling()
            if "bar" not in bar.get("class", ()):  # a blank, to be filled
                assert "/exercises/" in code.find_next("a", class_="download")["href"], page
                continue
            link = bar.find("a", class_="download")
            name = urljoin(page.url, link["href"]).removeprefix(project.URL)
            file = (project.ROOT / name).read_text(encoding="utf-8")
            lines = [line.strip() for line in file.splitlines() if "# --8<-- [" not in line]
            block = [line.strip() for line in code.get_text().strip().splitlines()]
            starts = range(len(lines) - len(block) + 1)
            assert any(lines[at : at + len(block)] == block for at in starts), (page, name)
            seen.add(project.ROOT / name)
    imported = {project.ROOT / "snippets/practice/checking.py"}  # by every exercise, shown by none
    assert seen == set(_snippets("py")) - imported


def test_a_download_is_the_tested_file_byte_for_byte(site: Path) -> None:
    """All snippets are offered, and nothing else is."""
    offered = {p.relative_to(site) for p in (site / "snippets").rglob("*.*")}
    assert offered == {p.relative_to(project.ROOT) for p in _snippets("py")}
    for path in offered:
        assert (site / path).read_bytes() == (project.ROOT / path).read_bytes(), path


def test_every_published_output_stands_on_a_page(all_pages: list[Page]) -> None:
    """To the letter."""
    shown = [code for page in all_pages for code in page.article.select("pre code")]
    blocks = {code.get_text().rstrip() for code in shown}
    for path in _snippets("txt"):
        assert path.read_text(encoding="utf-8").rstrip() in blocks, path


# Nothing comes from anybody else


def test_no_page_asks_another_host(whole_site: list[Page]) -> None:
    """Links may lead away; what a page is made of may not come from elsewhere."""
    foreign = []
    for page in whole_site:
        for element, address in page.addresses():
            url = urljoin(page.url, address)
            leads = element.name == "a" or element.get("rel") == ["canonical"]
            if not leads and not url.startswith((project.URL, "data:")):
                foreign.append(f"{page}: <{element.name}> {address}")
        styles = [e.get_text() for e in page.html.find_all("style")]
        styles += [e["style"] for e in page.html.find_all(style=True)]
        foreign += [f"{page}: {found}" for found in _fetched_by_css("\n".join(styles))]
        # JSON-LD is data: the vocabulary that it names is asked by nobody.
        for script in page.html.select("script:not([src], [type='application/ld+json'])"):
            hosts = re.findall(r"https?:\\?/\\?/", script.get_text())
            foreign += [f"{page}: {script.get_text()[:80]}" for _ in hosts]
    assert foreign == []


def _fetched_by_css(text: str) -> list[str]:
    """What a stylesheet would fetch from another host, or from the root of the site's own."""
    found = re.findall(r"url\(\s*[\"']?([^)\"']+)|@import\s+[\"']([^\"']+)", text)
    return [url or imported for url, imported in found if re.match(r"(\w+:)?/", url or imported)]


def test_no_stylesheet_asks_another_host(site: Path) -> None:
    """No web font, no picture."""
    texts = [path.read_text(encoding="utf-8") for path in site.rglob("*.css")]
    pages = [path.read_text(encoding="utf-8") for path in site.rglob("*.html")]
    texts += set(re.findall(r"<style>(.*?)</style>", "".join(pages), re.S))
    assert texts
    assert [found for text in texts if (found := _fetched_by_css(text))] == []


def test_no_script_asks_another_host(with_404: list[Page], site: Path) -> None:
    """The theme's scripts would for what no page has; a host that is new to us is looked at."""
    scripts = "".join(path.read_text(encoding="utf-8") for path in site.rglob("*.js"))
    hosts = set(re.findall(r"[\"'`](?:(?:https?|wss?):)?//((?:[\w-]+\.)+\w+|\$\{)", scripts))
    assert hosts <= _NAMED_HOSTS.keys()
    _assert_no_trigger(with_404)


def _assert_no_trigger(all_pages: list[Page]) -> None:
    for page in all_pages:
        for host, trigger in _NAMED_HOSTS.items():
            assert page.html.select(trigger) == [], f"{page} would make the theme ask {host}"


@pytest.mark.slow
def test_a_repository_adds_edit_links_and_no_request(tmp_path: Path) -> None:
    """Where one is configured: the theme would ask GitHub for its stars."""
    root = project.copy(tmp_path / "project", project.SOUND)
    settings = {"REPO_URL": _REPOSITORY, "EDIT_URI": "edit/main/docs/"}
    built = project.build(root, tmp_path / "site", "--strict", **settings)
    assert built.exit_code == 0, built.log
    some = [Page(built.site, name) for name in ("index.md", "deep/other.md")]
    for page in some:
        address = f"{_REPOSITORY}/edit/main/docs/{page}"
        assert [a["href"] for a in page.html.select("a[rel=edit]")] == [address]
        assert page.html.select(f'header a[href="{_REPOSITORY}"]')
    _assert_no_trigger([*some, Page(built.site, "404.html")])


def test_without_a_repository_there_is_no_edit_link(all_pages: list[Page]) -> None:
    """A link to nowhere helps nobody."""
    assert [str(page) for page in all_pages if page.html.select("a[rel=edit], .md-source")] == []


# The same everywhere and always


def test_two_builds_give_the_same_bytes_wherever_and_whenever(
    site: Path, elsewhere: Path, tmp_path: Path
) -> None:
    """But for the site's address, which the sitemap, the 404 page and each page's head hold."""
    moved = tmp_path / "moved"
    for path in (path for path in elsewhere.rglob("*") if path.is_file()):
        data = path.read_bytes()
        if path.suffix == ".gz":
            data = gzip.decompress(data)
        data = data.replace(_ELSEWHERE.encode(), project.URL.encode())
        if path.name == "404.html":
            data = data.replace(b'"/a/path/', b'"/')
        target = moved / path.relative_to(elsewhere)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    packed = site / "sitemap.xml.gz"
    assert packed.read_bytes()[:10] == (elsewhere / packed.name).read_bytes()[:10]  # gzip's date
    (moved / packed.name).write_bytes(packed.read_bytes())  # sitemap.xml, as another test says
    assert _differences(site, moved) == []


def test_a_page_holds_its_own_address_in_its_head_only(
    elsewhere: Path, all_pages: list[Page]
) -> None:
    """All else is relative: the site works wherever its folder is put."""
    for name in map(str, all_pages):
        page = Page(elsewhere, name)
        own = "link[rel=canonical], meta[property^='og:'], meta[name='twitter:image'],"
        own += "script[type='application/ld+json']"
        for element in page.html.head.select(own):
            element.decompose()
        assert urlsplit(_ELSEWHERE).hostname not in str(page.html), page
        assert [address for _, address in page.addresses() if address.startswith("/")] == [], page
