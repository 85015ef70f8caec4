"""What matplotlib draws: its settings for papers, axes without a frame, and the SVG.

Few charts need it, and it is slow to import: they import this module where they draw.
"""

from __future__ import annotations

import io
import logging
import re
from functools import cache
from typing import Any, cast

import matplotlib
from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure, SubFigure

from pscb_lib.page import style
from pscb_lib.page.charts.theme import HAIR, INCH, SMALLEST, TEXT
from pscb_lib.page.rendering.fonts import NAMES
from pscb_lib.reading.glyphs import FONTS

THEME: Any = {"svg.fonttype": "none", "font.family": [style.FONT, "DejaVu Sans"],
              "font.size": TEXT, "svg.hashsalt": "pscb", "text.color": style.INK,
              "ytick.color": style.INK, "xtick.color": style.INK, "axes.labelsize": TEXT,
              "xtick.labelsize": TEXT, "ytick.labelsize": TEXT, "axes.unicode_minus": True,
              "lines.solid_capstyle": "round", "hatch.linewidth": HAIR}


@cache
def apply_theme() -> None:
    """Set the font and colours of papers for all charts, once."""
    for name in NAMES.values():
        font_manager.fontManager.addfont(FONTS / f"{name}.ttf")
    matplotlib.rcParams.update(THEME)
    # The second font has no semibold, which is no news for a reader of a notebook.
    logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)


def axes_of(width: float, height: float, left: float = 0, right: float = 0, top: float = 0,
            bottom: float = 0) -> Axes:
    """Axes on a picture of *width* by *height* inches, with margins in points."""
    apply_theme()
    figure = Figure(figsize=(width, height))
    FigureCanvasSVG(figure)
    wide, high = width * INCH, height * INCH
    axes = figure.add_axes((left / wide, bottom / high, (wide - left - right) / wide,
                            (high - top - bottom) / high))
    axes.spines[:].set_visible(False)
    axes.tick_params(left=False, bottom=False, length=0, pad=4)
    axes.patch.set_visible(False)
    return axes


def add_grid(axes: Axes, which: str = "y") -> None:
    """Draw hairlines at the ticks of an axis, behind everything, and write its labels in grey."""
    axes.set_axisbelow(True)
    cast("Any", axes).grid(axis=which, color=style.HAIRLINE, linewidth=HAIR)
    axes.tick_params(axis=cast("Any", which), labelcolor=style.GREY, labelsize=SMALLEST)


def svg_of(figure: Figure | SubFigure) -> str:
    """The SVG of a figure, without XML declaration and date."""
    buffer = io.StringIO()
    blank = dict.fromkeys(("Date", "Creator", "Format", "Type"))
    whole = cast("Figure", figure)  # no chart is drawn in a subfigure
    whole.savefig(buffer, format="svg", metadata=blank, transparent=True)
    svg = buffer.getvalue()
    return re.sub(r"\s*\n\s*", " ", svg[svg.index("<svg"):])
