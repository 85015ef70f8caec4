"""The theme of charts: their widths, and the sizes of text, lines and points.

Widths are in inches, sizes of text and lines in points. The PDF prints a chart at its own size.
"""

from __future__ import annotations

INCH = 72  # points
WIDTHS = {1: 6.7, 2: 3.25, 3: 2.1}  # by the number of columns on the page
TEXT = 8.5
SMALLEST = 7.5
STROKE = 1.4
HAIR = 0.6
DASHES = (4, 2.5)
DOT = 3.4  # the diameter of a point on a line


def width_of(place: tuple[int, int] | None) -> float:
    """The width, in inches, of a chart in a column of the page, or of the whole page."""
    return WIDTHS[place[1] if place else 1]
