"""The papers' font in numbers: the characters that it has, and how wide each is.

They are read from ``fonts/``, where ``python -m tools.fonts`` writes them from the font itself.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

FONTS = Path(__file__).parents[1] / "fonts"  # Source Sans, with its licence


@cache
def widths(font: str) -> dict[int, float]:
    """The width of each character of a *font* such as SourceSansPro-Regular, of the text's size."""
    text = (FONTS / f"{font}.json").read_text(encoding="utf-8")
    return {int(code): width for code, width in json.loads(text).items()}
