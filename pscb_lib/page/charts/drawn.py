"""Charts for papers, drawn from shown figures only, each with its alt text.

A hidden figure leaves a gap in its line and no bar.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from matplotlib.figure import Figure

from pscb_lib.disclosure.figures import TOTAL, Value
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown, rounded
from pscb_lib.framework.statistics.intervals import Interval
from pscb_lib.framework.statistics.variation import Variation
from pscb_lib.page import style
from pscb_lib.page.blocks import Chart, Data, Prose
from pscb_lib.page.charts.theme import apply_theme, small_axes, svg_of
from pscb_lib.page.charts.usual_range import describe_variation, draw_variation
from pscb_lib.page.tables.folded import is_mostly_hidden, not_shown

TREND_INCHES = (1.2, 0.36)
POINTS_HIGH = 40
BAR_INCHES = (2.6, 0.2)


def draw_trend(points: Sequence[ShownFigure], target: tuple[float, ...] = (),
               label: str | None = None, variation: Variation | None = None,
               interval: Interval | None = None) -> str:
    """Draw one indicator over time as a small SVG: the line, its last value, its target.

    *target* has one number, the two ends of a band, or nothing. *variation* adds the usual range
    as a pale band and a shape for each signal; *interval* is the interval of the last value. The
    axis of a percentage is at least 40 percentage points high, so that slopes in a column can be
    compared: a longer interval ends at the edge, and the alt text has its limits. The axis of a
    count or a rate starts at zero and includes the usual range and the interval.
    """
    values = [_number(point) for point in points]
    axes = small_axes(TREND_INCHES)
    axes.set_position((0.02, 0.08, 0.66, 0.84))
    axes.plot(values, color=style.LINE, linewidth=1.3, clip_on=False, marker="o", markersize=3.2,
              markevery=_marked(values))
    for edge in target:
        axes.plot([0, len(values) - 1], [edge, edge], color=style.GREY, linewidth=0.8,
                  dashes=(3, 2), clip_on=False)
    if variation:
        draw_variation(axes, variation, points[-1].unit)
    axes.set_xlim(0, max(len(values) - 1, 1))
    axes.set_ylim(*_scale(points, [*values, *target], [*_tops(variation, interval)]))
    if interval:
        low, high = axes.get_ylim()
        axes.plot([len(values) - 1] * 2, [max(interval.lower, low), min(interval.upper, high)],
                  color=style.LINE, linewidth=0.8)
    last = points[-1].value if points else None
    if last is not None:
        axes.annotate(label or _short(last), (len(values) - 1, values[-1]), xytext=(5, 0),
                      textcoords="offset points", va="center", annotation_clip=False)
    return svg_of(axes.figure)


def draw_bar(point: ShownFigure, largest: float) -> str:
    """Draw one count as a bar, on a scale from zero to the *largest* count of its table."""
    axes = small_axes(BAR_INCHES)
    axes.set_position((0, 0.1, 1, 0.8))
    axes.barh([0], [_number(point) if point.value is not None else 0], color=style.LINE, height=1)
    axes.set_xlim(0, largest or 1)
    return svg_of(axes.figure)


def describe_trend(points: Sequence[ShownFigure], first: str, last: str, target: str,
                   variation: Variation | None = None, interval: Interval | None = None) -> str:
    """The alt text of the chart that :func:`draw_trend` draws from the same figures."""
    known = [point for point in points if point.value is not None]
    if any(point.hidden for point in points):
        known_so_far = (f"{first} to {last}: some numbers are not shown", target,
                        _say_interval(interval))
        return f"{'; '.join(filter(None, known_so_far))}."
    if not known:
        return f"No figures from {first} to {last}."
    low, high = min(known, key=_number), max(known, key=_number)
    gaps = len(points) - len(known)
    said = (f"{first} to {last}: from {known[0].text} to {known[-1].text}, "
            f"lowest {low.text}, highest {high.text}")
    more = [target, *describe_variation(variation, known[-1].unit), _say_interval(interval),
            f"{gaps} not shown or not supplied" if gaps else None]
    return "; ".join([said, *filter(None, more)]) + "."


def plot_bars(shown: Shown, table: str, caption: str, id: str, column: str = ""
              ) -> Chart | Prose:
    """Plot one column of a table of counts as horizontal bars, without its total."""
    import seaborn

    figures = {row: shown.get(table, row, column) for row in require_shown(shown).rows(table)
               if row != TOTAL}
    if is_mostly_hidden(figures.values()):
        return not_shown(caption)
    apply_theme()
    figure = Figure(figsize=(6.4, 0.35 + 0.28 * len(figures)), layout="constrained")
    axes = figure.add_subplot()
    seaborn.barplot(x=[_number(point) for point in figures.values()], y=list(figures),
                    orient="h", color=style.LINE, saturation=1, ax=axes, errorbar=None)
    for place, point in enumerate(figures.values()):
        axes.annotate(point.text, (0 if point.value is None else _number(point), place),
                      xytext=(4, 0), textcoords="offset points", va="center")
    axes.set(xticks=[], xlabel="", ylabel="")
    axes.tick_params(length=0)
    axes.spines[:].set_visible(False)
    data = Data([caption, "count"], [[row, point.text if point.value is None else int(point.value)]
                                     for row, point in figures.items()])
    said = "; ".join(f"{row}: {point.text}" for row, point in figures.items())
    return Chart(id, caption, svg_of(figure), f"{caption}. {said}.", data)


def _marked(values: Sequence[float]) -> list[int]:
    """The positions to mark: the last point, and points between two gaps, which have no line."""
    gap = float("nan")
    around = zip([gap, *values[:-1]], [*values[1:], gap], strict=True)
    alone = [place for place, (before, after) in enumerate(around)
             if before != before and after != after]
    return sorted({len(values) - 1, *alone})


def _number(point: ShownFigure) -> float:
    return float("nan") if point.value is None else float(point.value)


def _say_interval(interval: Interval | None) -> str | None:
    if interval is None:
        return None
    low, high = (rounded(Fraction(end)) for end in (interval.lower, interval.upper))
    return f"95% interval of the last {low} to {high}"


def _short(value: Value) -> str:
    return f"{value:,}" if isinstance(value, int) else rounded(value)


def _tops(variation: Variation | None, interval: Interval | None) -> Iterator[float]:
    """The upper ends of the usual range and of the interval of the last value."""
    if interval:
        yield interval.upper
    for stretch in variation.stretches if variation else ():
        if stretch.limits:
            yield float(stretch.limits.upper)


def _scale(points: Sequence[ShownFigure], values: Sequence[float], tops: Sequence[float]
           ) -> tuple[float, float]:
    known = [value for value in values if value == value]
    if not known or all(point.unit != "percent" for point in points):
        return 0, max([*known, *tops], default=1) * 1.1 or 1
    spare = max(POINTS_HIGH - (max(known) - min(known)), 4)
    return min(known) - spare / 2, max(known) + spare / 2
