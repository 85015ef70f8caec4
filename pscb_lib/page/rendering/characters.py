"""The characters that a paper can print: those of its font.

PDF/UA-1 requires a glyph for every character. Characters that are never drawn need no glyph:
spaces, joiners and the selectors that follow an emoji.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache

from fontTools.ttLib import TTFont

from pscb_lib.page.rendering.fonts import FILES, FOLDER
from pscb_lib.page.style import REGULAR

NOT_PRINTED = ("svg", "data")


def unprintable(block: object) -> list[str]:
    """Return the characters of a block's text that the font lacks, in order of code point."""
    text = unicodedata.normalize("NFC", "".join(_texts(block)))
    return [f"{one} (U+{ord(one):04X} {unicodedata.name(one, 'unnamed')})"
            for one in sorted(set(text)) if _is_drawn(one) and ord(one) not in _glyphs()]


def _texts(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict):
        for name, value in part.items():
            if name not in NOT_PRINTED:
                yield from _texts(value)
    elif isinstance(part, list | tuple):
        for value in part:
            yield from _texts(value)


def _is_drawn(one: str) -> bool:
    is_selector = 0xFE00 <= ord(one) <= 0xFE0F
    return not (one.isspace() or is_selector or unicodedata.category(one) == "Cf")


@cache
def _glyphs() -> frozenset[int]:
    with TTFont(FOLDER / FILES[REGULAR]) as font:
        return frozenset(font.getBestCmap())
