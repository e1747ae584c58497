"""The checks of the figures in docs/play.md, which are those of the chapters."""

import drawn
from proving import draws, says


@draws("or-gate/by_hand")
def _(figure):
    says(*drawn.by_hand(figure))


@draws("activations/lens")
def _(figure):
    says(*drawn.lens(figure))


@draws("derivation/tape")
def _(figure):
    says(*drawn.tape(figure))


@draws("cross-entropy/race")
def _(figure):
    says(*drawn.race(figure))


@draws("or-gate/gates")
def _(figure):
    says(*drawn.gates(figure))


@draws("gradient-descent/bowl")
def _(figure):
    says(*drawn.bowl(figure))
