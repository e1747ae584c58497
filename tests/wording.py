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
_CODE = re.compile(r"(?<!`)`[^`\n]+`(?!`)")


def numbers(page: Page) -> Iterator[re.Match[str]]:
    """The groups of digits in a page's prose: outside blocks, displayed equations and names."""
    shown, text = page.prose, page.text
    blocks = [range(fence.line, fence.end + 1) for fence in page.fences]
    within = [(each.start, each.end) for each in page.equations if not each.display]
    within += [
        code.span()
        for code in _CODE.finditer(text)
        if not any(line_at(text, code.start()) in block for block in blocks)
    ]
    for start, end in within:
        shown = shown[:start] + text[start:end] + shown[end:]
    return _NUMBER.finditer(blank(_NO_NUMBER, shown))


def line_at(text: str, offset: int) -> int:
    """The line (from 1) of a place in a text."""
    return text.count("\n", 0, offset) + 1


def blank(pattern: re.Pattern[str], text: str) -> str:
    """The text with what the pattern finds made blank; all else stays where it is."""
    return pattern.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
