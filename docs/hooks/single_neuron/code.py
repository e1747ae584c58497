"""How code looks beyond its colours: what follows blank lines is marked, to be drawn up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pygments.filter import Filter
from pygments.lexer import Lexer


class Blanks(Filter):
    """For Pygments: the first word after blank lines gets a class, Blank1, Blank2 and so on."""

    def filter(self, _: Lexer, stream: Iterable[tuple]) -> Iterator[tuple]:
        """The same words; stylesheets/site.css halves the lines before it."""
        ends = 0  # of lines, since the last word
        for kind, word in stream:
            if word.strip(" \n"):
                yield getattr(kind, f"Blank{ends - 1}") if ends > 1 else kind, word
                ends = 0
            else:
                yield kind, word
            ends += word.count("\n")


def languages(filters: Sequence[Filter]) -> list[dict]:
    """For the option `extend_pygments_lang` of pymdownx.highlight: Python with filters."""
    return [{"name": "python", "lang": "python", "options": {"filters": [*filters, Blanks()]}}]
