"""The sheet that a chart is drawn on, in points from its top left corner, and what stands on it.

A picture is printed one to one, so a size given here is the size on paper.
"""

from __future__ import annotations

from matplotlib.axes import Axes
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from pscb_lib.page import style
from pscb_lib.page.charts import measure, theme
from pscb_lib.page.charts.theme import INCH, TEXT, apply_theme

NORMAL, SMALL = TEXT, 8.0  # points; on a phone a column is narrower, and no text under 9 pixels
LINE_HEIGHT = 1.15  # of the size of its text
ASCENT = 0.34  # from the middle of a line to its foot, as a share of the size of its text


def width_of(place: tuple[int, int] | None) -> float:
    """The width in points of a picture in a column of the page, or of the whole page."""
    return INCH * theme.width_of(place)


def sheet(width: float, height: float) -> Axes:
    """Empty axes over a whole picture, in points; y grows downwards."""
    apply_theme()
    figure = Figure(figsize=(width / INCH, height / INCH))
    FigureCanvasSVG(figure)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set(xlim=(0, width), ylim=(height, 0))
    axes.set_axis_off()
    return axes


def panel(on: Axes, left: float, top: float, width: float, height: float) -> Axes:
    """Axes without frame or ticks over a part of a sheet, for seaborn to draw on."""
    whole, high = on.get_xlim()[1], on.get_ylim()[0]
    figure = on.get_figure(root=True)
    assert figure is not None
    axes = figure.add_axes((left / whole, 1 - (top + height) / high, width / whole, height / high))
    axes.set_axis_off()
    return axes


def write(on: Axes, x: float, y: float, words: str, size: float = NORMAL, bold: bool = False,
          colour: str = style.INK, align: str = "left") -> None:
    """Write one line of text whose middle is *y* points below the top."""
    on.text(x, y + ASCENT * size, words, fontsize=size, color=colour, horizontalalignment=align,
            verticalalignment="baseline",
            fontweight="bold" if bold else "normal")


def write_lines(on: Axes, x: float, top: float, lines: list[str], size: float = SMALL,
                colour: str = style.GREY, align: str = "center") -> None:
    """Write several lines of text under each other, the first of them from *top*."""
    for number, line in enumerate(lines):
        write(on, x, top + (number + 0.5) * LINE_HEIGHT * size, line, size, colour=colour,
              align=align)


def box(on: Axes, left: float, top: float, width: float, height: float, fill: str,
        edge: str | None = None) -> None:
    """Draw a filled rectangle; nothing if it has no size."""
    if width > 0 and height > 0:
        on.add_patch(Rectangle((left, top), width, height, facecolor=fill,
                               edgecolor=edge or "none", linewidth=1 if edge else 0))


def rule(on: Axes, left: float, right: float, y: float, colour: str = style.HAIRLINE,
         dashed: bool = False) -> None:
    """Draw a horizontal line."""
    on.plot([left, right], [y, y], color=colour, linewidth=0.8,
            linestyle=(0, (2, 2)) if dashed else "-", solid_capstyle="butt")


def wrapped(words: str, width: float, size: float = SMALL) -> list[str]:
    """The words in lines no wider than *width* points; a word is never broken."""
    lines: list[str] = []
    for word in words.split():
        if lines and text_width(f"{lines[-1]} {word}", size) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def text_width(words: str, size: float = NORMAL, bold: bool = False) -> float:
    """The width of one line of text in points."""
    return measure.text_width(words, size, style.SEMIBOLD if bold else style.REGULAR)
