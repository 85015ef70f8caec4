"""The size of a text in a picture, by the widths of the letters in the font of papers."""

from __future__ import annotations

from pscb_lib.page.rendering.fonts import NAMES
from pscb_lib.page.style import REGULAR
from pscb_lib.reading.glyphs import widths

ASCENT = 0.74  # of a line of text above its baseline, as a share of its size
DESCENT = 0.24  # and below it
OTHER = 0.84  # the width of a sign that only the other font has, as a share of its size


def text_width(text: str, size: float, weight: int = REGULAR) -> float:
    """The width of *text* in the unit of *size*, without kerning, which only makes it narrower."""
    letters = widths(NAMES[weight])
    return size * sum(letters.get(ord(letter), OTHER) for letter in text)


def text_height(size: float) -> float:
    """The height of one line of text in the unit of *size*, from its deepest to its highest ink."""
    return size * (ASCENT + DESCENT)

