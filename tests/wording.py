"""The words of a page: how they are compared, and which of them are to be bound: numbers, and
words of direction, order or measure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from single_neuron.pages import Link, Page


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


def links(page: Page) -> Iterator[tuple[str, Link]]:
    """The links of a page to others of the site, with their words as they are written."""
    at = 0
    for link in page.links:
        if link.path:
            at = page.text.index(f"]({link.target}", at) + 1
            yield page.text[page.text.rindex("[", 0, at) + 1 : at - 1], link


def line_at(text: str, offset: int) -> int:
    """The line (from 1) of a place in a text."""
    return text.count("\n", 0, offset) + 1


def blank(pattern: re.Pattern[str], text: str) -> str:
    """The text with what the pattern finds made blank; all else stays where it is."""
    return pattern.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)


# Words of direction, order or measure: each pair is one word and its opposite, to be had from
# either side; a word after an arrow is none of them, and only what the one before it turns into.
_PAIRS = """
    larger smaller, largest smallest, greater less, more less, most least, left > right,
    above below, always never, half twice, every > no, only > also, before after, both neither,
    grows shrinks, grow shrink, falls rises, fall rise, steeper flatter, steepest flattest,
    higher lower, highest lowest, up down, uphill downhill, upwards downwards, faster slower,
    fastest slowest, nearer farther, closer > farther, same > opposite, equal > unequal,
    alike > otherwise, all > no, none > all, nothing everything, outside inside, greatest > least,
    positive negative, better worse, best worst, everywhere nowhere, sooner > later, fewer > more,
    shorter longer, surer > shakier, surest > shakiest, backwards forwards, climbs sinks
"""


def _opposites() -> dict[str, str]:
    """Each word with what it turns into; where a word has two, the first counts."""
    found: dict[str, str] = {}
    for first, arrow, second in re.findall(r"(\w+) (> )?(\w+)", _PAIRS):
        found.setdefault(first, second)
        if not arrow:
            found.setdefault(second, first)
    return found


OPPOSITES = _opposites()
_MEASURE = re.compile(rf"\b(?:{'|'.join(OPPOSITES)})\b", re.I)
_NO_MEASURE = re.compile(
    r"(?m:^#.*$)|<!--.*?-->"  # headings and comments
    r"|\b(?i:before (?:you (?:touch it|begin)|anybody)|(?:adds?|added|adding|come) up|at all"
    r"|look(?:s|ed)? (?:the probability )?up|once more|makes? up for|end up|all the same"
    r"|all but (?=vanishes)|one after (?:the other|another)|seen from above|least[- ]squares"
    r"|no more(?! than))\b"
)
_SENTENCE = re.compile(r"(?:[^.!?|\n]|[.!?](?![\")*”]*\s)|\n(?!\s*\n))+")
_NEGATED = {"is": "is not", "are": "are not", "can": "cannot", "does": "does not", "not": ""}
_NEGATED |= {"cannot": "can", "will": "will not"}
_VERB = re.compile(rf"\b(?:{'|'.join(_NEGATED)})\b(?! \*?not\b)")


def measures(page: Page) -> Iterator[re.Match[str]]:
    """The words of direction, order or measure in a page's prose, apart from turns of phrase."""
    return _MEASURE.finditer(_measured(page))


def _measured(page: Page) -> str:
    text = blank(_NO_MEASURE, prose(page))
    titles = {words for words, link in links(page) if link.path.endswith(".md")}
    return blank(re.compile("|".join(map(re.escape, titles)) or "(?!)"), text)


def reversals(page: Page) -> Iterator[tuple[int, int, str]]:
    """Each word of measure turned into its opposite, and in the sentences that hold one each
    negation dropped and each verb negated: from here to there, and what comes instead.
    """
    text = _measured(page)
    for sentence in _SENTENCE.finditer(text):
        words = [*_MEASURE.finditer(text, *sentence.span())]
        for word in words:
            other = OPPOSITES[word[0].lower()]
            yield *word.span(), other.capitalize() if word[0][0].isupper() else other
        for verb in _VERB.finditer(text, *sentence.span()) if words else ():
            yield *verb.span(), _NEGATED[verb[0]]
