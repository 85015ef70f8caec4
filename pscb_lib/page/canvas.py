"""What charts are drawn on: the paper's theme, axes without a frame, and the SVG that comes out.

Small charts share one figure, which is cleared between them: forty charts cost one.
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
from pscb_lib.page.rendering.fonts import FILES, FOLDER

THEME: Any = {"svg.fonttype": "none", "font.family": [style.FONT, "DejaVu Sans"], "font.size": 9,
              "svg.hashsalt": "pscb", "text.color": style.INK, "ytick.color": style.INK}


@cache
def apply_theme() -> None:
    """Set the paper's font and colours for every chart, once."""
    for name in FILES.values():
        font_manager.fontManager.addfont(FOLDER / name)
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
    """Bare axes of a size in inches; those handed out before are wiped."""
    axes = _canvas(inches)
    for drawn in (*axes.lines, *axes.patches, *axes.collections, *axes.texts):
        drawn.remove()  # clearing the axes would make their ticks anew, which nobody sees
    return axes


def svg_of(figure: Figure | SubFigure) -> str:
    """The picture alone, without declaration or date."""
    buffer = io.StringIO()
    blank = dict.fromkeys(("Date", "Creator", "Format", "Type"))
    whole = cast("Figure", figure)  # no chart stands in a part of a figure
    whole.savefig(buffer, format="svg", metadata=blank, transparent=True)
    svg = buffer.getvalue()
    return re.sub(r"\s*\n\s*", " ", svg[svg.index("<svg"):])
