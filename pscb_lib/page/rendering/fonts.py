"""The two fonts that are embedded in a page, reduced to the characters that papers use.

``python -m tools.fonts`` reduces them.
"""

from __future__ import annotations

import base64
from functools import cache

from pscb_lib.page.style import REGULAR, SEMIBOLD
from pscb_lib.reading.glyphs import FONTS

NAMES = {REGULAR: "SourceSansPro-Regular", SEMIBOLD: "SourceSansPro-Semibold"}


@cache
def embedded_fonts() -> dict[int, str]:
    """Return the fonts as WOFF in base64, by weight; the bytes are always the same."""
    return {weight: base64.b64encode((FONTS / f"{name}.woff").read_bytes()).decode()
            for weight, name in NAMES.items()}
