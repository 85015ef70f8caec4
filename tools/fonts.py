"""Write what pages and charts need of the papers' fonts into ``pscb_lib/fonts/``.

Of each font: the characters that papers use as a WOFF, and the width of every character as JSON.
Run ``python -m tools.fonts`` after a change of a font; a test makes both again and compares.
"""

from __future__ import annotations

import io
import json
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

from pscb_lib.page.rendering.fonts import NAMES
from pscb_lib.reading.glyphs import FONTS

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


def reduced(font: Path) -> bytes:
    """The characters of a *font* that papers use, as a WOFF."""
    options = subset.Options(flavor="woff", recalc_timestamp=False, layout_features=["kern"])
    whole = subset.load_font(str(font), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=CHARACTERS)
    subsetter.subset(whole)
    woff = io.BytesIO()
    subset.save_font(whole, woff, options)
    return woff.getvalue()


def widths_of(font: Path) -> dict[int, float]:
    """The width of each character of a *font* as a share of the size of the text."""
    with TTFont(font, lazy=True) as whole:
        advances, em = whole["hmtx"].metrics, whole["head"].unitsPerEm
        return {code: advances[name][0] / em for code, name in whole.getBestCmap().items()}


def main() -> None:
    """Write both files of each font."""
    for name in NAMES.values():
        font = FONTS / f"{name}.ttf"
        font.with_suffix(".woff").write_bytes(reduced(font))
        font.with_suffix(".json").write_text(json.dumps(widths_of(font)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
