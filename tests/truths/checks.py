"""What docs/checks.md says is true."""

import proving
from proving import Page
from single_neuron import outputs

page = Page("checks")


def its_own_examples() -> bool:
    """The claims that the page names are on the list, and come out true."""
    others = [each for each in proving.load() if each.name != page.name]
    listed = {words.lower(): check for each in others for words, check in each.claimed.items()}
    return all(
        any(check() for words, check in listed.items() if example in words)
        for example in ("three is the most", "the loss falls at every epoch")
    )


page.claims(
    {
        'such as "three is the most" or "the loss falls at every epoch": they are listed,': (
            its_own_examples
        ),
        "Every displayed equation has a name and a proof.": lambda: all(
            {e.label for e in each.source.equations if e.display}
            == {p.name for p in each.equations}
            for each in proving.load()
        ),
        "numbers to a relative difference of $10^{-9}$.": lambda: outputs.TOLERANCE == 1e-9,
    }
)
