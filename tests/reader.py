"""What a reader gets of a page: its words, code, equations and links, as HTML or as Markdown."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urljoin

from bs4 import BeautifulSoup
from markdown_it import MarkdownIt
from mdit_py_plugins.dollarmath import dollarmath_plugin

_MARKDOWN = MarkdownIt("commonmark").enable("table").use(dollarmath_plugin)
# What the site adds to a page, and what shows an equation: its words stand beside it.
_ADDED = "header, script, svg, mjx-container, .headerlink, .editions, .drawn, .checked"
_ADDED += ", .bar:has(.download), .place, .ways, .count"


@dataclass(frozen=True)
class Read:
    """A page as it is read; `links` are whole, whatever form of the page they lead to."""

    words: tuple[str, ...]
    code: tuple[str, ...]
    equations: tuple[str, ...]
    links: tuple[str, ...]


def html(text: str, url: str, *, outputs: bool = True) -> Read:
    """A built page, without what the site adds to it; its equations are in plain characters.

    Without outputs it is what a notebook says: the labels of equations are their numbers.
    """
    article = BeautifulSoup(text, "html.parser").select_one("article")
    for added in article.select(_ADDED if outputs else f"{_ADDED}, .bar"):
        added.extract()
    for reference in article.select('a[href^="#mjx-eqn:"]'):
        if re.fullmatch(r"\(?\d+\)?", reference.get_text()):
            label = reference["href"].partition(":")[2]
            reference.replace_with("" if outputs else f"({label})")
    equations = [equation.extract().get_text() for equation in article.select("[hidden]")]
    return _read(article, url, equations)


def markdown(text: str, url: str) -> Read:
    """Markdown; its equations are TeX."""
    page = BeautifulSoup(_MARKDOWN.render(text), "html.parser")
    found = page.select(".math")
    equations = [equation.extract().get_text().strip() for equation in found]
    references = re.compile(r"\\(?:eq)?ref\{.*\}")
    return _read(page, url, [tex for tex in equations if not references.fullmatch(tex)])


def _read(page: BeautifulSoup, url: str, equations: list[str]) -> Read:
    code = [block.extract().get_text().strip("\n") for block in page.select("pre")]
    links = [urljoin(url, link["href"]) for link in page.select("a[href]")]
    return Read(
        tuple(re.findall(r"\w+", page.get_text(" "))),
        tuple(code),
        tuple(equations),
        tuple(re.sub(r"(?:index)?\.(?:md|html)(?=#|$)", "", link) for link in links),
    )
