"""The widths of columns and the heights of rows, so that wrapped text is read without a click.

Checklist: "Columns should be a sensible width", "Wrap text within cells". Widths are in
characters, heights in points. Heights are written because not every program works them out when
it opens a file.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from pscb_lib.page.rendering.spreadsheets.values import Typed, as_shown

NARROW, WIDE, FIRST = 13.0, 45.0, 50.0  # the first column has the notes above the table
LINE, TITLE, MOST = 15.75, 24.0, 405.0  # Excel has no row higher than 409 points
PER_UNIT = 1.1  # characters of running text to a unit of width
PER_PAGE = 190.0  # characters that are readable across a page of A4


def widths_of(headings: Sequence[str], rows: Sequence[Sequence[Typed]]) -> list[float]:
    """Return the width of each column: that of its longest text, within limits."""
    widths = []
    for at, (heading, column) in enumerate(zip(headings, zip(*rows, strict=True), strict=True)):
        longest = max(len(as_shown(value)) for value in column)
        word = max(map(len, heading.split()), default=0)
        widths.append(max(FIRST if at == 0 else NARROW, min(longest + 2, WIDE), word + 3))
    return widths


def height_of(cells: Sequence[tuple[Typed, float]], is_title: bool = False) -> float:
    """Return the height of a row of *cells*, each with the width of its column."""
    if is_title:
        return TITLE
    lines = max((_lines(as_shown(value), width) for value, width in cells), default=1)
    return min(LINE * lines, MOST)


def pages_wide(widths: Sequence[float]) -> int:
    """Return how many pages a sheet is printed across, so that it can be read."""
    return math.ceil(sum(widths) / PER_PAGE)


def _lines(words: str, width: float) -> int:
    """Return how many lines *words* take; a line ends with a whole word."""
    lines, used = 1, 0
    for word in words.split():
        if used and used + 1 + len(word) > PER_UNIT * width - 1:
            lines, used = lines + 1, len(word)
        else:
            used += len(word) + bool(used)
    return lines
