"""What docs/practice.md says is true."""

from algebra import N
from project import ROOT, tested
from proving import Page, stated

page = Page("practice")

page.claims(
    {
        "the forgotten bias and the missing 1/N": lambda: (
            stated("derivation", "mean-gradient")[1].has(1 / N)
        ),
        "`winget install Python.Python.3.13`": lambda: (  # which the tests run on, too
            '"3.13"' in tested().text(ROOT / ".github" / "workflows" / "ci.yml")
        ),
    }
)
