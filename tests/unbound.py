"""Words of direction, order or measure that no check holds, each with the reason.

Every other such word of the pages stands within words that a proof, a check of a figure or a claim
quotes. Whole pages: what they say is not of neurons.
"""

from __future__ import annotations

import wording
from single_neuron.pages import Page

PAGES = {
    "notation": "it says what each symbol and each word is taken to mean",
    "checks": "it speaks of the tests, and of what they cannot tell",
    "play": "it says how to use the figures, which tests/test_play.py does",
    "practice": "it says how to get and to hand in the tasks, which have tests of their own",
}

MEANT = "says what a word is taken to mean"
STORY = "a picture to start from"
ADVICE = "what to do, or to beware of"
WORLD = "of machines and networks elsewhere, which no run here decides"

HERE = "what another page or test of this site does"
SCREEN = "what a script draws, which no snippet does"

UNBOUND = {
    "activations": {
        "so its output can be read as a probability.": MEANT,
        "so often many units are silent: this is called sparsity.": MEANT,
        "**Where it is used:** in hidden layers, as a ReLU without a kink,": WORLD,
        '"never use the sigmoid"': ADVICE,
    },
    "cross-entropy": {"the learning rate, is a small number that you choose": MEANT},
    "gradient-descent": {
        "So you take a step in the direction that goes down most steeply,": STORY,
        "is one pass over all the training data.": MEANT,
        "With more data one often updates once for each small part": WORLD,
    },
    "index": {
        "the little NumPy that comes earlier is explained on the spot.": HERE,
        "The wires are as thick as the weights, orange where they pull the answer up, purple where"
        " down.": SCREEN,
    },
    "limits": {
        "which is called [overfitting](notation.md#overfitting)": MEANT,
        "Collect them all.": ADVICE,
    },
    "line": {"but mind one of them: from here on $y$ is *not* the height": MEANT},
    "loss": {
        "of two sets of weights, the one with the smaller loss fits the examples better.": MEANT,
        "This product is the *likelihood* of the labels": MEANT,
    },
    "neuron": {"Read it from left to right.": ADVICE},
    "non-linearity": {
        "Imagine a car that can only drive straight ahead. You may split the trip into ten legs,"
        " and each leg is straight, and there is no turning in between: you end up on the same"
        " straight road.": STORY,
        "The simplest useful choice is the [ReLU]": WORLD,
        "they are called *hidden* units.": MEANT,
    },
    "or-gate": {
        "says why it is set in this old-fashioned way.": HERE,
        "says what that does.": HERE,
    },
    "or-gate/program": {
        "and its output came out the same to the last digit wherever it was tried.": WORLD,
        "A single addition or multiplication is rounded alike on all common processors.": WORLD,
    },
    "tools": {
        "Stretching a smaller array over a larger one like this is called *broadcasting*.": MEANT,
    },
}


def places(page: Page) -> list[tuple[int, int]]:
    """Where on a page these words stand: all of it, if the page is listed whole."""
    if page.name in PAGES:
        return [(0, len(page.text))]
    return [at for words in UNBOUND.get(page.name, {}) for at in wording.places(words, page.text)]
