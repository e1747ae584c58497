"""What is read off a page is what stands on it, whatever an author may write."""

from __future__ import annotations

from pathlib import Path

import markdown
import project
import pytest
import wording
from single_neuron.pages import Page
from single_neuron.parsing import parse
from single_neuron.reading import Project, settings

PROJECT = Project.read(project.ROOT)

_WHOLE = r"""---
description: "A page: with everything."
---

# Everything { .large }

A price of \$5, another of \$7, and $z =
wx$ in a line; `$no$` is code.

- A list with code:

    ```python
    --8<-- "page/list.py:part"
    ```

??? question "A box"

    Inside, $b$ and [a link](deep/other.md#place){ .button } to
    [another][far].

    $$
    \begin{aligned} a &= b \\ &= c \label{two} \end{aligned}
    $$

![A bracket: [0, 1]](figures/page/list.svg){ data-play="view" width="400" }

/// caption
In a word: $x$.
///

| a | b |
| --- | --- |
| $p$ | [c](#everything) |

Term { #term }
:   Its meaning.

$$x = 1 \label{e}$$

## Everything

[far]: ../outside.md
"""
PAGE = parse("page.md", _WHOLE)


def test_what_tools_hide_beside_pages_and_snippets_is_none(tmp_path: Path) -> None:
    """The lock of an editor, a notebook's checkpoint."""
    names = ("docs/a.md", "docs/.#a.md", "snippets/a.py", "snippets/.ipynb_checkpoints/a.py")
    project.write(tmp_path, dict.fromkeys(names, "\n"))
    read = Project.read(tmp_path)
    assert ([*read.pages], read.scripts) == (["a.md"], (tmp_path / "snippets/a.py",))


def test_settings_lie_on_those_that_they_inherit(tmp_path: Path) -> None:
    """Name by name, as MkDocs has it: one that is changed takes no other away."""
    below = "extra:\n  diet: true\n  time_limit: 3\n"
    above = "INHERIT: below.yml\nextra:\n  diet: false\n"
    project.write(tmp_path, {"below.yml": below, "mkdocs.yml": above})
    assert settings(tmp_path)["extra"] == {"diet": False, "time_limit": 3}


def _line(words: str) -> int:
    return _WHOLE.count("\n", 0, _WHOLE.index(words)) + 1


def test_headings_have_the_names_that_the_site_gives_them() -> None:
    """Without their attributes; the second of a kind is numbered."""
    found = [(heading.level, heading.text, heading.anchor) for heading in PAGE.headings]
    assert found == [(1, "Everything", "everything"), (2, "Everything", "everything_1")]
    assert PAGE.title == "Everything"
    assert PAGE.meta == {"description": "A page: with everything."}


def test_equations_are_those_between_dollars_with_their_lines() -> None:
    """In lines, boxes, captions and tables, but neither prices nor code."""
    found = [(equation.tex, equation.label, equation.display) for equation in PAGE.equations]
    assert found == [
        ("z = wx", None, False),
        ("b", None, False),
        (r"\begin{aligned} a &= b \\ &= c \end{aligned}", "two", True),
        ("x", None, False),
        ("p", None, False),
        ("x = 1", "e", True),
    ]
    lines = [equation.line for equation in PAGE.equations]
    begins = ("$z =", "Inside", r"    \begin", "In a word", "| $p$", "$$x")
    assert lines == [_line(words) for words in begins]
    for equation in PAGE.equations:
        words = " ".join(_WHOLE[equation.start : equation.end].split())
        assert words == " ".join(equation.source.split())


def test_fences_includes_images_and_links_know_their_lines() -> None:
    """Also inside lists and boxes, with titles, sizes, and links that are defined elsewhere."""
    [fence] = PAGE.fences
    assert (fence.language, fence.include.path, fence.include.section) == (
        "python",
        "page/list.py",
        "part",
    )
    assert fence.include.line == fence.line + 1 == _line("--8<--")
    [image] = PAGE.images
    assert (image.alt, image.target, image.play, image.caption) == (
        "A bracket: [0, 1]",
        "figures/page/list.svg",
        "view",
        "In a word: $x$.",
    )
    found = [(link.path, link.anchor, link.line) for link in PAGE.links]
    assert found == [
        ("deep/other.md", "place", _line("[a link]")),
        ("../outside.md", "", _line("[another]")),
        ("page.md", "everything", _line("[c]")),
    ]
    assert PAGE.anchors >= {"everything", "everything_1", "term", "mjx-eqn:e", "mjx-eqn:two"}


def test_prose_keeps_words_and_places_and_hides_the_rest() -> None:
    """Offsets are those of the text."""
    prose = wording.prose(PAGE)
    assert len(prose) == len(_WHOLE)
    for word in ("A price", "Inside", "In a word", "Its meaning", "a link"):
        assert prose.index(word) == _WHOLE.index(word)
    for hidden in ("description", "large", "wx", "$no", "other.md", "aligned", "#term", "--8<--"):
        assert hidden not in prose


@pytest.mark.parametrize("page", PROJECT.pages.values(), ids=lambda page: page.name)
def test_an_include_is_what_the_site_s_own_extension_shows(page: Page) -> None:
    """Whole files and named sections alike."""
    options = {"base_path": [str(project.ROOT / "snippets")], "dedent_subsections": True}
    md = markdown.Markdown(
        extensions=["pymdownx.snippets"], extension_configs={"pymdownx.snippets": options}
    )
    for include in page.includes:
        name = f"{include.path}:{include.section}" if include.section else include.path
        shown = "\n".join(md.preprocessors["snippet"].run([f'--8<-- "{name}"']))
        assert PROJECT.part(include).strip("\n") == shown.strip("\n"), name


@pytest.mark.parametrize("page", PROJECT.pages.values(), ids=lambda page: page.name)
def test_what_is_read_is_what_is_rendered(page: Page) -> None:
    """The builder's own parser finds the same equations, headings, images and links."""
    names = ["attr_list", "def_list", "md_in_html", "pymdownx.blocks.caption", "pymdownx.details"]
    names += ["pymdownx.arithmatex", "pymdownx.superfences", "tables", "toc"]
    options = {"pymdownx.arithmatex": {"generic": True}}
    md = markdown.Markdown(extensions=names, extension_configs=options)
    found = _Elements()
    found.extendMarkdown(md)
    md.convert(page.text[page.text.index("\n---\n") + 5 :] if page.meta else page.text)
    assert found.texts("arithmatex") == [" ".join(e.source.split()) for e in page.equations]
    assert found.attributes("img", "alt") == [image.alt for image in page.images]
    assert found.attributes("a", "href") == [link.target for link in page.links]
    assert {heading.anchor for heading in page.headings} <= set(found.ids)


class _Elements(markdown.extensions.Extension):
    """Looks at a page's elements once they are complete."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 - Markdown's name
        md.treeprocessors.register(self, "elements", 1)

    def run(self, root: object) -> None:
        """Keep the tree; every instance has one page."""
        self.elements = list(root.iter())
        self.ids = [element.get("id") for element in self.elements]

    def texts(self, kind: str) -> list[str]:
        """The equations, without the marks around them."""
        found = [element.text for element in self.elements if element.get("class") == kind]
        return [" ".join(text[2:-2].split()) for text in found]

    def attributes(self, tag: str, name: str) -> list[str]:
        """One attribute of every element of a kind."""
        return [element.get(name) for element in self.elements if element.tag == tag]
