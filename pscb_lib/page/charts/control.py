"""The control chart: one indicator over time, with its target and its usual range named.

The line has a gap where a figure is hidden or missing. The last point has its value and counts
beside it, a signal has shaped points, a provisional range dotted edges. For small multiples, plot
each series at a third of the page on one :func:`~.series.shared_scale` for like units.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.page import style
from pscb_lib.page.blocks import Chart
from pscb_lib.page.charts import theme
from pscb_lib.page.charts.labels import Label, Labeller, spread
from pscb_lib.page.charts.scales import MOST, Scale
from pscb_lib.page.charts.series import Series, data_of, describe, shared_scale
from pscb_lib.page.charts.usual_range import (
    Band,
    Signal,
    bands_of,
    colour_of,
    say_usual_range,
    signals_of,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes

HEIGHTS = {1: 2.1, 2: 1.45, 3: 1.05}  # inches, by the number of columns on the page
VALUE_SIZES = {1: 12, 2: 11, 3: 10}
MOST_TICKS = {1: 6, 2: 5, 3: 4}
TOP, BOTTOM, GAP = 7, 16, 6  # points around the axes, and beside the line's end
NARROW = 3  # columns: the subtitle has the usual range, for which the chart has no room
SIGNAL = 6.5  # the size of a shape


def plot_control(series: Series, id: str, headline: str, subtitle: str = "",
                 place: tuple[int, int] | None = None, note: str | None = None,
                 scale: Scale | None = None) -> Chart:
    """Plot one series as a control chart."""
    columns = place[1] if place else 1
    scale = scale or shared_scale([series], MOST_TICKS.get(columns, MOST))
    svg = draw_control(series, scale, columns)
    alt = _describe(series, headline, subtitle, note)
    return Chart(id, headline, svg, alt, data_of(series), note, subtitle=subtitle, place=place)


def _describe(series: Series, headline: str, subtitle: str, note: str | None) -> str:
    """The alternative text, without what headline, subtitle and note say just beside it."""
    usual = say_usual_range(series.variation, series.unit)
    is_said = usual is not None and f"usual range {usual}" in subtitle
    then = series.points[-2].text if len(series.points) > 1 else ""
    alt = describe(series, not headline.startswith(series.title), has_span=not is_said,
                   has_move=not then or f" from {then} " not in (note or ""))
    if not is_said:
        return alt
    short = alt.replace(f"the usual range of {usual}", "the usual range")
    return short.replace("the usual range (provisional)", "the usual range")


def draw_control(series: Series, scale: Scale, columns: int = 1) -> str:
    """The control chart of a series as SVG, for one of *columns* columns of the page."""
    from pscb_lib.page.charts import plotted

    ends = _end_labels(series, VALUE_SIZES[columns])
    left = max(Label(scale.words(tick), theme.SMALLEST).width for tick in scale.ticks) + 5
    right = max(label.width for _, label in ends) + 2 * GAP
    width, height = theme.WIDTHS[columns], HEIGHTS[columns]
    axes = plotted.axes_of(width, height, left, right, TOP, BOTTOM)
    axes.set_xlim(0, max(len(series.points) - 1, 1))
    axes.set_ylim(scale.low, scale.high)
    axes.set_xticks([])
    axes.set_yticks(scale.ticks, [scale.words(tick) for tick in scale.ticks])
    plotted.add_grid(axes)
    for band in bands_of(series.variation, series.unit, series.before):
        _draw_band(axes, band)
    for edge in series.target:
        axes.axhline(edge, color=style.INK, linewidth=1, dashes=theme.DASHES, zorder=1.5)
    _draw_line(axes, series)
    board = Labeller(width * theme.INCH, height * theme.INCH)
    _label(axes, series, board, ends)
    if columns < NARROW:
        _label_range(_places(axes), series, board)
    for placed in board.placed:
        _write(axes, placed)
    return plotted.svg_of(axes.figure)


def _draw_band(axes: Axes, band: Band) -> None:
    from matplotlib.patches import Rectangle

    ends = [band.first, band.last] if band.last > band.first else [band.first, band.first + 0.2]
    axes.add_patch(Rectangle((ends[0], band.low), ends[1] - ends[0], band.high - band.low,
                             color=style.BAND, linewidth=0, zorder=0.6))
    for edge in (band.low, band.high) if band.is_trial else ():
        axes.plot(ends, [edge, edge], color=style.LINE, linewidth=0.6, linestyle=":", zorder=0.7)


def _draw_line(axes: Axes, series: Series) -> None:
    """The line, with a dot at each figure but for the points of the last signal."""
    values, signals = series.values, signals_of(series.variation, series.before)
    axes.plot(values, color=style.LINE, linewidth=theme.STROKE, clip_on=False, zorder=3)
    shaped = {signal.place for signal in signals}
    dots = [place for place, value in enumerate(values) if value == value and place not in shaped]
    axes.plot(dots, [values[place] for place in dots], "o", color=style.LINE, clip_on=False,
              markersize=theme.DOT, markeredgewidth=0, zorder=4)
    for signal in signals:
        _draw_signal(axes, signal, colour_of(series.variation))


def _draw_signal(axes: Axes, signal: Signal, colour: str) -> None:
    is_better = colour == style.GREEN
    axes.plot([signal.place], [signal.value], "^" if signal.is_up else "v", clip_on=False,
              markersize=SIGNAL, markeredgecolor=colour, markeredgewidth=1.2, zorder=5,
              markerfacecolor=style.PAPER if is_better else colour)


def _end_labels(series: Series, size: float) -> list[tuple[float, Label]]:
    """The labels at the right end, each with the value at which it is wanted, the last first."""
    last, colour = series.values[-1], colour_of(series.variation)
    if last == last:
        text = series.last or series.points[-1].text
        labels = [(last, Label(text, size, style.SEMIBOLD, colour))]
    else:
        known = [value for value in series.values if value == value]
        text = "not shown" if series.points[-1].hidden else series.points[-1].text.lower()
        labels = [(known[-1] if known else 0.0, Label(text, theme.SMALLEST, colour=style.GREY))]
    if series.counts:
        labels.append((last, Label(series.counts, theme.SMALLEST, colour=style.GREY)))
    if series.target:
        middle = sum(series.target) / len(series.target)
        labels.append((middle, Label(series.target_words, theme.SMALLEST)))
    return labels


def _label(axes: Axes, series: Series, board: Labeller, ends: list[tuple[float, Label]]) -> None:
    place = _places(axes)
    line = [place(at, value) for at, value in enumerate(series.values) if value == value]
    board.avoid(line)
    for edge in series.target:
        board.avoid([place(0, edge), place(len(series.points) - 1, edge)])
    edge, _ = place(len(series.points) - 1 or 1, 0)
    wanted = [place(0, value)[1] for value, _ in ends]
    # The counts belong below the value.
    wanted = [y - (at == 1 and bool(series.counts)) for at, y in enumerate(wanted)]
    heights = [label.height + 1 for _, label in ends]
    middles = spread(wanted, heights, theme.SMALLEST + 1, board.height)
    for (_, label), middle in zip(ends, middles, strict=True):
        board.put(label, edge + GAP, middle)
    _label_periods(place, series, board)


def _label_periods(place: Any, series: Series, board: Labeller) -> None:
    """Label the last and the first period, and the starts of years for which there is room."""
    last = len(series.periods) - 1
    years = [at for at, period in enumerate(series.periods) if period.number == 1 and 0 < at < last]
    for at in dict.fromkeys([last, 0, *years]):
        label = Label(short(series.periods[at]), theme.SMALLEST, colour=style.GREY)
        x, _ = place(at, 0)
        left = min(max(x - label.width / 2, 0), board.width - label.width)
        if board.is_free((max(left - GAP, 0), 0, left + label.width, label.height)):
            board.put(label, left, label.height / 2)


def _label_range(place: Any, series: Series, board: Labeller) -> None:
    """Name the usual range in its band, or above or below it where the line leaves more room."""
    said = say_usual_range(series.variation, series.unit)
    bands = bands_of(series.variation, series.unit, series.before)
    if not said or not bands:
        return
    band = bands[-1]
    (first, low), (last, high) = place(band.first, band.low), place(band.last, band.high)
    for words in (f"usual range {said}", "usual range"):
        label = Label(words, theme.SMALLEST, colour=style.GREY)
        half = label.height / 2 + 1
        heights = [low + half, high - half, low - half, high + half]
        lefts = [first + 3, (first + last - label.width) / 2, last - label.width - 3]
        if board.among(label, [(left, y) for left in lefts for y in heights if left >= first]):
            return


def _places(axes: Axes) -> Any:
    """Where a place and a value lie in the picture, in points."""
    box, figure = axes.get_position(), axes.figure
    width, height = (inches * theme.INCH for inches in figure.get_size_inches())  # type: ignore[union-attr]
    (x0, x1), (y0, y1) = axes.get_xlim(), axes.get_ylim()

    def place(at: float, value: float) -> tuple[float, float]:
        return ((box.x0 + box.width * (at - x0) / (x1 - x0)) * width,
                (box.y0 + box.height * (value - y0) / (y1 - y0)) * height)
    return place


def _write(axes: Axes, placed: Any) -> None:
    figure: Any = axes.figure
    width, height = (inches * theme.INCH for inches in figure.get_size_inches())
    figure.text(placed.x / width, placed.y / height, placed.label.text, va="baseline", ha="left",
                fontsize=placed.label.size, fontweight=placed.label.weight,
                color=placed.label.colour)


def short(period: ReportingPeriod) -> str:
    """A period as an axis says it: Q3 2014/15, 2013/14."""
    return period.title.replace("Quarter ", "Q") if period.months == 3 else period.name
