"""The words of a page: how they are compared, and which of them are numbers to be bound."""

from __future__ import annotations

import re
from collections.abc import Iterator

from single_neuron.pages import Page


def spoken(words: str) -> str:
    """Words with their white space and their minus signs made equal."""
    return " ".join(words.replace("−", "-").split())


def places(words: str, text: str) -> list[tuple[int, int]]:
    """Where the text holds these words, white space and the length of a minus sign aside."""
    parts = (re.escape(part).replace(r"\-", "[-−]") for part in spoken(words).split())
    return [found.span() for found in re.finditer(r"\s+".join(parts), text)]


# A digit that is part of a name needs to know what comes before and after it.
_NUMBER = re.compile(r"(?:(?<=frac)|(?<![A-Za-z_\d]))\d+")
_NO_NUMBER = re.compile(
    r"(?m:^#.*|^\d+\. )"  # headings, and the marks of a list
    r"|</?[a-z][^>\n]*>"  # tags
    r"|\^\{\[\d\]\}|_\{?\d+|\b[A-Za-z]+\d*-\d+|\b\d+-bit\b"  # names
    r"|(?i:\b(?:chapters?|steps?) \d+(?:\.\d+)?(?: to \d+)?)(?!\])|\*\*\d+\. "
)
_ANY = re.compile(r".+")
_CODE = re.compile(r"(?<!`)`[^`\n]+`(?!`)")
_MARKS = re.compile(
    r"\A---\n(?s:.*?)\n---\n"  # front matter
    r"|(?<=\])\([^()\n]*\)(?:\{[^}\n]*\})?"  # targets, and their attributes
    r"|(?m:\{ [#.][^}\n]*\}$)"  # attributes of headings and terms
)


def prose(page: Page, *, inline: bool = False) -> str:
    """The text with code, equations, targets and attributes made blank; the rest stays in place.

    With `inline`, code and equations within a line stay too.
    """
    lines = page.text.splitlines(keepends=True)
    for fence in page.fences:
        for number in range(fence.line - 1, fence.end):
            lines[number] = blank(_ANY, lines[number])
    text = "".join(lines)
    for each in page.equations:
        if each.display or not inline:
            text = text[: each.start] + blank(_ANY, text[each.start : each.end]) + text[each.end :]
    return blank(_MARKS, text if inline else blank(_CODE, text))


def numbers(page: Page) -> Iterator[re.Match[str]]:
    """The groups of digits in a page's prose: outside blocks, displayed equations and names."""
    return _NUMBER.finditer(blank(_NO_NUMBER, prose(page, inline=True)))


def line_at(text: str, offset: int) -> int:
    """The line (from 1) of a place in a text."""
    return text.count("\n", 0, offset) + 1


def blank(pattern: re.Pattern[str], text: str) -> str:
    """The text with what the pattern finds made blank; all else stays where it is."""
    return pattern.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
