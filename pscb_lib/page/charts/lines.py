"""Lines over the months of a year with an axis: what was planned, what came, what is expected.

A line breaks at a figure that is not shown or was not supplied, and goes past a point at which
nothing is counted. Its name and its last value stand at its end; an *expected* line is dashed.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from pscb_lib.framework.months import short_name
from pscb_lib.framework.pounds import say_pounds
from pscb_lib.page import style
from pscb_lib.page.blocks import Chart, Prose
from pscb_lib.page.charts import kept, vector
from pscb_lib.page.charts.kept import Figures
from pscb_lib.page.charts.scales import Scale, scale_of
from pscb_lib.page.charts.sheet import (
    LINES,
    NORMAL,
    SMALL,
    Sheet,
    mark,
    rule,
    sheet,
    stroke,
    text_width,
    width_of,
    write,
)
from pscb_lib.page.charts.slope import apart
from pscb_lib.page.charts.theme import STROKE
from pscb_lib.page.tables.folded import is_mostly_hidden

HIGH, TOP, FOOT = 66, 8, 14  # points
BELOW = 9  # points from the end of a line that stops early to its name
MOST_TICKS, DOT = 5, 3.4
COLOURS = (style.GREY, style.LINE, style.INK)
DASH = "4 2.5"


def plot_lines(series: Mapping[str, Figures], *, id: str, headline: str, points: Sequence[str],
               subtitle: str = "", place: tuple[int, int] | None = None, note: str | None = None,
               expected: Collection[str] = (), columns: tuple[str, ...] = ()) -> Chart | Prose:
    """Plot up to three named series over *points*, from zero; *expected* are drawn dashed."""
    every = {f"{name}, {point}": one for name, line in series.items()
             for point, one in line.items()}
    kept.require_figures(every.values())
    if is_mostly_hidden(every.values()):
        return kept.not_drawn(headline, place)
    width = width_of(place)
    scale = scale_of(map(kept.number, every.values()), most=MOST_TICKS)
    is_money = all(one.unit == "pounds" for one in every.values())
    left = max(text_width(_tick(scale, tick, is_money), SMALL) for tick in scale.ticks) + 6
    ends = [f"{name} {_last(line)}" for name, line in series.items()]
    step = (width - left - max(map(text_width, ends)) - 12) / max(len(points) - 1, 1)
    on = sheet(width, TOP + HIGH + FOOT)
    across = {point: left + number * step for number, point in enumerate(points)}
    _draw_axes(on, scale, across, is_money)
    unit = HIGH / (scale.high or 1)
    _draw(on, series, across, unit, expected)
    rows = [[point, *(kept.plain(line[point]) if point in line else None
                      for line in series.values())] for point in points]
    return kept.chart(on, every, id=id, headline=headline, subtitle=subtitle, place=place,
                      note=note, columns=columns or ("Point", *series), rows=rows,
                      said=_said(series))


def _draw_axes(on: Sheet, scale: Scale, across: Mapping[str, float], is_money: bool) -> None:
    """Draw the ticks of the axis with their lines, and the names of the points below."""
    ends = min(across.values()), max(across.values())
    for tick in scale.ticks:
        y = TOP + HIGH - tick * HIGH / (scale.high or 1)
        rule(on, *ends, y)
        write(on, ends[0] - 5, y, _tick(scale, tick, is_money), SMALL, colour=style.GREY,
              align="right")
    room = text_width(short_name(max(across)), SMALL) + 6
    each = 1 + int(room * (len(across) - 1) / max(ends[1] - ends[0], 1))
    for number, (point, x) in enumerate(across.items()):
        if number % each == 0:
            write(on, x, TOP + HIGH + 9, short_name(point), SMALL, colour=style.GREY,
                  align="center")


def _draw(on: Sheet, series: Mapping[str, Figures], across: Mapping[str, float], unit: float,
          expected: Collection[str]) -> None:
    """Draw each line, with its name and last value at the right, none over another."""
    named: list[tuple[float, str, str, str]] = []
    for (name, line), colour in zip(series.items(), COLOURS, strict=False):
        at = [(across[point], TOP + HIGH - kept.number(one) * unit)
              for point, one in line.items()]
        known = [point for point in at if point[1] == point[1]]
        if name in expected and len(known) > 1:
            on.add(vector.line(known, colour, STROKE, DASH), LINES)
        elif name not in expected:
            stroke(on, at, colour, STROKE)
        for point in known[-1:] if name in expected else known:
            mark(on, point, "circle", DOT, colour)
        is_early = known and known[-1][0] < max(across.values())
        if is_early and known[-1][1] < TOP + HIGH - 2 * BELOW:
            _name(on, (known[-1][0] + 5, known[-1][1] + BELOW), (name, _last(line), colour))
        elif known:
            named.append((known[-1][1], name, _last(line), colour))
    named.sort()
    for y, (_, name, value, colour) in zip(apart([one[0] for one in named]), named, strict=True):
        _name(on, (max(across.values()) + 8, y), (name, value, colour))


def _name(on: Sheet, at: tuple[float, float], end: tuple[str, str, str]) -> None:
    """Write the name of a line and its last value."""
    (x, y), (name, value, colour) = at, end
    write(on, x, y, name, colour=colour)
    write(on, x + text_width(f"{name} ", NORMAL), y, value, bold=True, colour=colour)


def _tick(scale: Scale, tick: float, is_money: bool) -> str:
    return say_pounds(round(tick)) if is_money else scale.words(tick)


def _last(line: Figures) -> str:
    """The last value of a line that there is."""
    return next((one.text for one in reversed([*line.values()]) if one.value is not None), "")


def _said(series: Mapping[str, Figures]) -> str:
    """The first and the last figure of each line."""
    said = []
    for name, line in series.items():
        known = [(point, one) for point, one in line.items() if one.value is not None]
        ends = [f"{one.text} by {point}" for point, one in dict((*known[:1], *known[-1:])).items()]
        said.append(f"{name} {', '.join(ends) or 'not supplied'}")
    return f"{'; '.join(said)}."
