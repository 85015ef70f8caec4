"""The canvas of charts: the theme of papers, axes without a frame, and the SVG.

Small charts of one size share one figure, which is cleared between them to save time.
"""

from __future__ import annotations

import io
import re
from functools import cache
from typing import Any, cast

import matplotlib
from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure, SubFigure

from pscb_lib.page import style
from pscb_lib.page.rendering.fonts import FILES
from pscb_lib.reading.characters import FONTS

THEME: Any = {"svg.fonttype": "none", "font.family": [style.FONT, "DejaVu Sans"], "font.size": 9,
              "svg.hashsalt": "pscb", "text.color": style.INK, "ytick.color": style.INK}


@cache
def apply_theme() -> None:
    """Set the font and colours of papers for all charts, once."""
    for name in FILES.values():
        font_manager.fontManager.addfont(FONTS / name)
    matplotlib.rcParams.update(THEME)


@cache
def _canvas(inches: tuple[float, float]) -> Axes:
    apply_theme()
    figure = Figure(figsize=inches)
    FigureCanvasSVG(figure)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    return axes


def small_axes(inches: tuple[float, float]) -> Axes:
    """Empty axes of a size in inches; the axes returned before for this size are cleared."""
    axes = _canvas(inches)
    for drawn in (*axes.lines, *axes.patches, *axes.collections, *axes.texts):
        drawn.remove()  # clearing the axes would remake their ticks, which are not shown
    return axes


def svg_of(figure: Figure | SubFigure) -> str:
    """The SVG of a figure, without XML declaration and date."""
    buffer = io.StringIO()
    blank = dict.fromkeys(("Date", "Creator", "Format", "Type"))
    whole = cast("Figure", figure)  # no chart is drawn in a subfigure
    whole.savefig(buffer, format="svg", metadata=blank, transparent=True)
    svg = buffer.getvalue()
    return re.sub(r"\s*\n\s*", " ", svg[svg.index("<svg"):])
