"""How code looks beyond its colours: what follows blank lines is marked, to be drawn up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pygments.filter import Filter
from pygments.lexer import Lexer
from pygments.token import Text


class Blanks(Filter):
    """For Pygments: what begins a line after blank ones gets a class, Blank1, Blank2 and so on.

    These are its spaces, if it is indented: site.css breaks the line before them, not after.
    """

    def filter(self, _: Lexer, stream: Iterable[tuple]) -> Iterator[tuple]:
        """The same text; stylesheets/site.css halves the lines before what has the class."""
        gap = ""  # between the last word and the next
        for kind, word in stream:
            if not word.strip(" \n"):
                gap += word
                continue
            *ends, start = gap.split("\n")
            blank = f"Blank{len(ends) - 1}"
            marked = len(ends) > 1
            yield Text, gap.removesuffix(start)
            yield getattr(Text, blank) if marked else Text, start
            yield getattr(kind, blank) if marked and not start else kind, word
            gap = ""
        yield Text, gap


def languages(filters: Sequence[Filter]) -> list[dict]:
    """For the option `extend_pygments_lang` of pymdownx.highlight: Python with filters."""
    return [{"name": "python", "lang": "python", "options": {"filters": [*filters, Blanks()]}}]
