"""The theme's diet: what no longer fits is named and left alone, and without it the site builds."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import project
import pytest
import yaml
from project import ROOT
from single_neuron import diet
from single_neuron.problems import line_of
from single_neuron.reading import settings

pytestmark = pytest.mark.slow

_DIET = "docs/theme/.diet.yml"
_REMEDY = "see what takes its place in the theme's new version, or leave it out"
_BUNDLE = "assets/javascripts/bundle.123.min.js"
_KNOWN = yaml.safe_load((ROOT / _DIET).read_text(encoding="utf-8"))
_SCRIPT = ";".join(_KNOWN["amended"]) + "\n//# sourceMappingURL=b.map\n"
_AMENDED = ";".join(_KNOWN["amended"].values()) + "\n"
_COSTLY = _KNOWN["costly"]
_CSS = "".join(f"{selector} p{{}}" for selector in _COSTLY)


def _slim(
    script: str = _SCRIPT, css: str = "", page: str = "", settings: str = "", ours: str = ""
) -> diet.Slim:
    """A small site on the diet."""
    files = {
        _BUNDLE: script.encode(),
        "assets/javascripts/lunr/min/lunr.ar.min.js": b"",
        "assets/stylesheets/main.123.min.css": (_CSS + css).encode(),
        "stylesheets/ours.css": ours.encode(),
    }
    return diet.slim(files, ["stylesheets/ours.css"], [page], settings)


def test_what_fits_is_taken_off_without_a_word() -> None:
    """Unused files, source maps, all style sheets but one; and the script is amended."""
    slim = _slim(ours="a { /* why */\n  color: red;\n}\n")
    assert slim.problems == []
    assert slim.bundle == _BUNDLE
    assert slim.files == {
        _BUNDLE: _AMENDED.encode(),
        "assets/javascripts/lunr/min/lunr.ar.min.js": None,
        "assets/stylesheets/main.123.min.css": None,
        "stylesheets/ours.css": None,
    }
    assert slim.sheet.endswith("a{color:red;}")


def test_an_amendment_that_no_longer_fits_is_named_and_left_out() -> None:
    """With file, line, cause and remedy; all others are made."""
    slim = _slim(_SCRIPT.replace('{name:"color-scheme"}', "{name:n}"))
    (problem,) = slim.problems
    text = '{name:"color-scheme"}'
    assert (problem.file, problem.remedy) == (_DIET, _REMEDY)
    assert problem.line == line_of((ROOT / _DIET).read_text(encoding="utf-8"), text) > 1
    assert problem.cause == f"assets/javascripts/bundle.*.js does not hold {text} once"
    assert slim.files[_BUNDLE].decode() == _AMENDED.replace('{name:""}', "{name:n}")


def test_a_theme_whose_files_have_other_names_brings_its_own() -> None:
    """Script and style sheets."""
    slim = diet.slim({"assets/new.js": b"f()", "stylesheets/ours.css": b""}, [], [], "")
    wrong = len(_KNOWN["amended"]) + len(_COSTLY)
    assert (slim.sheet, slim.bundle, slim.files) == ("", "", {"assets/new.js": b"f()"})
    assert [(it.file, it.line > 1) for it in slim.problems] == [(_DIET, True)] * wrong


@pytest.mark.parametrize(
    ("rule", "page", "settings"),
    [
        (".md-tabs{top:0}", "", "features: [navigation.tabs]"),
        (".md-tooltip{top:0}", '<ol class="annotate">', ""),
        (".md-typeset .tip>p{top:0}", '<div class="admonition tip">', ""),
        ("[data-md-color-primary=red]{top:0}", "", "palette: {primary: red}"),
        ("[dir=rtl] .md-nav{top:0}", "", "direction: rtl"),
        (':root{--md-icon:url("data:,")}.tip{mask:var(--md-icon)}', "<p class=tip>", ""),
        (":root{--md-edge:0}", '<p style="top:var(--md-edge)">', ""),
        ("@media print{.tip{top:0}}", '<p class="tip">', ""),
    ],
)
def test_the_sheet_has_what_a_page_or_a_setting_asks_for(
    rule: str, page: str, settings: str
) -> None:
    """And nothing of it, where neither does."""
    assert _slim(css=rule, page=page, settings=settings).sheet == rule
    assert _slim(css=rule).sheet in ("", ":root{}")


def test_a_selector_goes_without_those_beside_it() -> None:
    """What the scripts add stays."""
    css = ".md-nav,.tip,.md-search-result:not(.tip){top:0}@keyframes a{to{top:0}}"
    assert _slim(css=css).sheet == css.replace(".tip,", "")


@pytest.fixture
def build(tmp_path: Path) -> Callable[..., project.Build]:
    """Builds a small project, with other settings or for another theme."""

    def built(*options: str, settings: str = "", amended: tuple = ("", "")) -> project.Build:
        head = f"INHERIT: settings.yml\nnav: [index.md, deep/other.md]\n{settings}"
        root = project.copy(tmp_path / "project", {**project.SOUND, "mkdocs.yml": head})
        code = (root / _DIET).read_text(encoding="utf-8").replace(*amended)
        (root / _DIET).write_text(code, encoding="utf-8")
        return project.build(root, tmp_path / "site", *options)

    return built


@pytest.mark.parametrize("options", [[], ["--strict"]], ids=" ".join)
def test_a_build_goes_on_without_an_amendment_unless_it_is_strict(
    build: Callable, options: list[str]
) -> None:
    """It warns in any case."""
    built = build(*options, amended=('"nav",{class:', '"old",{class:'))
    assert built.exit_code == (1 if options else 0), built.log
    assert re.search(rf"WARNING -  {_DIET}:\d+: assets/.* does not hold", built.log)
    assert f"Remedy: {_REMEDY}" in built.log
    (bundle,) = (built.site / "assets" / "javascripts").glob("bundle.*.js")
    assert '"nav",{class:"md-code__nav"}' in bundle.read_text(encoding="utf-8")


def test_without_the_diet_pages_link_what_the_theme_brings(build: Callable) -> None:
    """By one setting."""
    built = build("--strict", settings="extra: {diet: false}\n")
    assert built.exit_code == 0, built.log
    assert list(built.site.rglob("*.js.map"))
    page = (built.site / "index.html").read_text(encoding="utf-8")
    links = re.findall(r'<link rel="stylesheet" href="([^"]*)"', page)
    ours = settings(ROOT)["extra_css"]
    assert len(links) == 2 + 1 + len(ours)  # the theme's; that of equations; ours
    assert all((built.site / link).is_file() for link in links)
    assert "<style" not in page.partition("</head>")[0]
    assert re.findall(r'<script src="assets/javascripts/bundle[^"]*"></script>', page)
