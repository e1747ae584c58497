"""What docs/play.md says is true."""

import re

from project import tested
from proving import Page
from single_neuron import play

page = Page("play")


def each_has_its_question() -> bool:
    """On the page as it is built: before each figure somebody is asked, and after it answered."""
    built = play.fill(page.source.text, tested())
    figures = built.count("data-play=")
    asked, answered = "**Before you touch it.**", '??? question "Answer"'
    order = re.findall(rf"{re.escape(asked)}|data-play=|{re.escape(answered)}", built)
    return figures > 1 and order == figures * [asked, "data-play=", answered]


page.claims(
    {
        "All figures that answer when touched, each with its question.": each_has_its_question,
    }
)
