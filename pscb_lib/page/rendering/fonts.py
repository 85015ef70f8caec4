"""The two fonts that are embedded in a page, reduced to the characters that papers use."""

from __future__ import annotations

import base64
import io
from functools import cache

from fontTools import subset

from pscb_lib.page.style import REGULAR, SEMIBOLD
from pscb_lib.reading.characters import FONTS

FILES = {REGULAR: "SourceSansPro-Regular.ttf", SEMIBOLD: "SourceSansPro-Semibold.ttf"}

# Latin and Latin-1, punctuation, arrows, mathematics, geometric shapes.
CHARACTERS = (
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),
    *range(0x2010, 0x2040),
    0x20AC,
    *range(0x2190, 0x2194),
    *range(0x2212, 0x2266),
    *range(0x25A0, 0x2600),
)


@cache
def embedded_fonts() -> dict[int, str]:
    """Return the fonts as WOFF in base64, by weight; the bytes are always the same."""
    return {weight: base64.b64encode(_woff(name)).decode() for weight, name in FILES.items()}


def _woff(name: str) -> bytes:
    options = subset.Options(flavor="woff", recalc_timestamp=False, layout_features=["kern"])
    font = subset.load_font(str(FONTS / name), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=CHARACTERS)
    subsetter.subset(font)
    woff = io.BytesIO()
    subset.save_font(font, woff, options)
    return woff.getvalue()
