"""The image that is shown beside a shared link is the one that the tests draw."""

from __future__ import annotations

import io

import numpy as np
import social
from PIL import Image

_COARSE = (social.WIDTH // 10, social.HEIGHT // 10)  # other versions of FreeType draw other edges


def _difference(one: bytes, other: bytes) -> float:
    """By how much two images differ where they differ most, from 0 to 1."""
    images = [Image.open(io.BytesIO(data)).convert("RGB") for data in (one, other)]
    assert {image.size for image in images} == {(social.WIDTH, social.HEIGHT)}
    coarse = [np.asarray(image.resize(_COARSE, Image.Resampling.BOX), float) for image in images]
    return float(np.abs(coarse[0] - coarse[1]).max() / 255)


def test_the_image_is_drawn_with_the_site_s_name_and_description() -> None:
    """If not: python tests/social.py."""
    assert _difference(social.PICTURE.read_bytes(), social.drawn()) < 0.25


def test_another_name_or_description_would_be_noticed() -> None:
    """A letter more is enough."""
    picture = social.PICTURE.read_bytes()
    assert _difference(picture, social.image("Single Neurons", "")) > 0.25
    more = "One neuron, from a fruit-stall bill to the AND gate, with every number checked."
    assert _difference(picture, social.image("Single Neuron", more)) > 0.25
