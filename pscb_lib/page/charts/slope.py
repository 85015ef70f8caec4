"""Lines of a few points, such as three half-years: each value beside its point, names at the end.

A hidden figure breaks its line.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from pscb_lib.disclosure.showing import ShownFigure
from pscb_lib.page import style
from pscb_lib.page.blocks import Chart, Prose
from pscb_lib.page.charts import kept
from pscb_lib.page.charts.kept import Figures
from pscb_lib.page.charts.sheet import (
    NORMAL,
    SMALL,
    Sheet,
    mark,
    sheet,
    stroke,
    text_width,
    width_of,
    write,
)
from pscb_lib.page.charts.theme import STROKE
from pscb_lib.page.tables.folded import is_mostly_hidden

HIGH, TOP, FOOT = 60, 12, 17  # points
HEADS = 12  # points from the foot of the lines to the heads below, clear of the lowest value
APART = 9.5  # points between two labels
OFF = 8  # points from a point to its value
HALF = 0.4  # of the highest figure
DOT = 5.0  # the diameter of a point
COLOURS = (style.LINE, style.INK, style.GREY, style.MID)


def plot_slope(series: Mapping[str, Figures], *, id: str, headline: str, subtitle: str = "",
               place: tuple[int, int] | None = None, note: str | None = None,
               high: float = HIGH, short: Mapping[str, str] | None = None,
               points: Sequence[str] = (), columns: tuple[str, ...] = (), is_close: bool = False
               ) -> Chart | Prose:
    """Plot up to four named series over the same few *points*.

    A line breaks at a figure that is not shown; it goes past a point at which nothing is counted.
    Where lines begin close to each other, *is_close*, their first values stand left of the first
    point, moved apart.
    """
    every = {f"{name}, {point}": one for name, line in series.items()
             for point, one in line.items()}
    kept.require_figures(every.values())
    if is_mostly_hidden(every.values()):
        return kept.not_drawn(headline, place)
    width, points = width_of(place), list(points or dict.fromkeys(
        point for line in series.values() for point in line))
    room = max(text_width(name) for name in series) + 32
    heads = [(short or {}).get(point, point) for point in points]
    start = text_width(heads[0], SMALL) / 2 + (OFF if is_close else 0)
    on = sheet(width, TOP + high + FOOT)
    ground, scale = _scale(every.values())
    step = (width - room - start) / max(len(points) - 1, 1)
    _draw(on, series, {point: start + number * step for number, point in enumerate(points)},
          (high / (scale - ground), TOP + high, ground))
    for number, head in enumerate(heads):
        write(on, start + number * step, TOP + high + HEADS, head, SMALL, colour=style.GREY,
              align="center")
        _values(on, (start + number * step, points[number], number == len(points) - 1,
                     is_close and number == 0), series,
                (high / (scale - ground), TOP + high, ground))
    rows = [[name, *(kept.plain(line[point]) if point in line else None for point in points)]
            for name, line in series.items()]
    return kept.chart(on, every, id=id, headline=headline, subtitle=subtitle, place=place,
                      note=note, columns=columns or ("Series", *points), rows=rows,
                      said=_said(series))


def _scale(figures: Iterable[ShownFigure]) -> tuple[float, float]:
    """The ends of the axis: from zero if the lowest figure is much below the highest.

    Otherwise lines would lie flat under the top; every value is written, so no axis misleads.
    """
    known = [float(one.value) for one in figures if one.value is not None]
    low, high = min(known), max(known)
    if low < HALF * high or low == high:
        return 0, high or 1
    return max(low - (high - low) / 6, 0), high


def _draw(on: Sheet, series: Mapping[str, Figures], across: Mapping[str, float],
          scale: tuple[float, float, float]) -> None:
    """Draw each line over the places *across* of its points; for *scale* see :func:`_values`."""
    unit, foot, ground = scale
    for figures, colour in zip(series.values(), COLOURS, strict=False):
        at = [(x, foot - (kept.number(figures[point]) - ground) * unit)
              for point, x in across.items() if point in figures]
        stroke(on, at, colour, STROKE)
        for point in at:
            if point[1] == point[1]:
                mark(on, point, "circle", DOT, colour)


def _values(on: Sheet, at: tuple[float, str, bool, bool], series: Mapping[str, Figures],
            scale: tuple[float, float, float]) -> None:
    """Write the values at one point, moved apart; after the last the names of the series.

    A line whose last shown value is earlier has its name before it, clear of the other lines.

    *at* is where, which point, whether it is the last, and whether its values stand left of it.
    *scale* has the points for each unit, the foot of the axis in points and its value.
    """
    (x, point, is_last, is_left), (unit, foot, ground) = at, scale
    ends = {name for name, line in series.items() if not is_last and _last_shown(line) == point}
    shown = sorted((foot - (float(line[point].value or 0) - ground) * unit, name,
                    f"{name} {line[point].text}" if name in ends else line[point].text, colour)
                   for (name, line), colour in zip(series.items(), COLOURS, strict=False)
                   if point in line and line[point].value is not None)
    heights = [y for y, *_ in shown]
    places = apart(heights if is_last or is_left else beside(heights))
    for y, (_, name, words, colour) in zip(places, shown, strict=True):
        if is_last:
            write(on, x + 7, y, words, bold=True, colour=colour)
            write(on, x + 11 + text_width(words, NORMAL, bold=True), y, name, colour=colour)
        else:
            write(on, x - 5 if is_left else x, y, words, SMALL, colour=colour,
                  align="right" if is_left else "center")


def _last_shown(line: Figures) -> str | None:
    """The last point at which a line has a value that is shown."""
    return next((point for point in reversed([*line]) if line[point].value is not None), None)


def beside(points: list[float]) -> list[float]:
    """Where the value of each point stands: above the highest, else on the side with more room."""
    places = []
    for number, y in enumerate(points):
        above = y - points[number - 1] if number else OFF * 9
        below = points[number + 1] - y if number + 1 < len(points) else OFF * 8
        places.append(y - OFF if above >= below else y + OFF)
    return places


def apart(places: list[float]) -> list[float]:
    """The places from top to bottom, moved so that none is nearer than a line of text."""
    moved = list(places)
    for number in range(1, len(moved)):
        moved[number] = max(moved[number], moved[number - 1] + APART)
    shift = sum(new - old for new, old in zip(moved, places, strict=True)) / (len(moved) or 1)
    if moved:  # none above the picture
        shift = min(shift, moved[0] - APART / 2)
    return [place - shift for place in moved]


def _said(series: Mapping[str, Figures]) -> str:
    return "; ".join(f"{name} {', '.join(kept.say(one) for one in line.values())}"
                     for name, line in series.items()) + "."
