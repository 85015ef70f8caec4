"""What pages and charts have of the fonts is what the fonts themselves say."""

from __future__ import annotations

import io

import pytest
from fontTools.ttLib import TTFont

from pscb_lib.page.rendering.fonts import NAMES
from pscb_lib.reading.glyphs import FONTS, widths
from tools.fonts import reduced, widths_of


def tables(woff: io.BytesIO) -> dict[str, bytes]:
    """The tables of a font, unpacked: another zlib may pack them otherwise."""
    with TTFont(woff) as font:
        return {tag: font.reader[tag] for tag in font.reader.keys()}


@pytest.mark.parametrize("name", NAMES.values())
def test_the_files_beside_a_font_are_made_from_it(name):
    font = FONTS / f"{name}.ttf"
    kept = io.BytesIO(font.with_suffix(".woff").read_bytes())
    assert tables(kept) == tables(io.BytesIO(reduced(font)))
    assert widths(name) == widths_of(font)
