"""A picture measured in points from its top left corner, and the width of words in it."""

from __future__ import annotations

from functools import cache

from matplotlib.axes import Axes
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import TextPath

from pscb_lib.page import style
from pscb_lib.page.charts.theme import INCH, TEXT, apply_theme, axes_of


def points_axes(width: float, height: float) -> Axes:
    """Empty axes on a picture of *width* by *height* points; down is positive."""
    axes = axes_of(width / INCH, height / INCH)
    axes.set_axis_off()
    axes.set_xlim(0, width)
    axes.set_ylim(height, 0)
    return axes


@cache
def text_width(words: str, size: float = TEXT, weight: int = style.REGULAR) -> float:
    """The width of *words* in points, in the font of papers."""
    apply_theme()
    if not words.strip():
        return 0.0
    font = FontProperties(family=style.FONT, weight=weight)
    return float(TextPath((0, 0), words, size=size, prop=font).get_extents().width)


def wrap(words: str, width: float, size: float = TEXT, most: int = 2) -> list[str]:
    """Break *words* into lines of at most *width* points; a line after the last is cut with "…"."""
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if not lines[-1] or text_width(longer, size) <= width:
            lines[-1] = longer
        elif len(lines) < most:
            lines.append(word)
        else:
            lines[-1] = _cut(longer, width, size)
            break
    return [_cut(line, width, size) for line in lines]


def _cut(line: str, width: float, size: float) -> str:
    """The line, as far as it fits; what is cut off is marked with "…"."""
    if text_width(line, size) <= width:
        return line
    while line and text_width(f"{line}…", size) > width:
        line = line[:-1].rstrip()
    return f"{line}…"
