"""The trend picture of a row: first and last value written, the usual range a band, target dashed.

It is written as SVG directly, because a page has dozens of them. A gap is a figure that is hidden
or was not supplied. Each picture has its own scale, and its first and last value written: that of a
percentage is at least 15 points high, that of a count or a rate starts at zero.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from pscb_lib.disclosure.showing import ShownFigure
from pscb_lib.framework.statistics.variation import Variation
from pscb_lib.page import style
from pscb_lib.page.charts import vector
from pscb_lib.page.charts.series import number
from pscb_lib.page.charts.theme import SMALLEST, TEXT
from pscb_lib.page.charts.usual_range import Band, Signal, bands_of, colour_of, signals_of
from pscb_lib.page.charts.vector import Point

WIDTH, HEIGHT = 126.0, 30.0  # points: 168 by 40 pixels
LEFT, RIGHT = 26.0, 33.0  # for the first and the last value
TOP, BOTTOM = 4.0, 4.0
RAISED = 0.35  # how far a line of text is above its baseline, as a share of its size
LEAST = 15  # points of a percentage: with more, most lines would be flat
TALL = 3.4  # half the side of a signal's shape


def draw_trend(points: Sequence[ShownFigure], target: tuple[float, ...] = (),
               label: str | None = None, variation: Variation | None = None) -> str:
    """Draw one indicator over time as a small SVG; *label* is its last value as printed.

    *target* has one number, the two ends of a band, or nothing.
    """
    values = [number(point) for point in points]
    before = len(variation.points) - len(points) if variation else 0
    unit = points[-1].unit if points else "count"
    bands = bands_of(variation, unit, before)
    low, high = _ends(values, target, bands, unit)

    def at(place: float, value: float) -> Point:
        across = (WIDTH - LEFT - RIGHT) / max(len(values) - 1, 1)
        up = (value - low) / (high - low)
        return LEFT + across * place, HEIGHT - BOTTOM - up * (HEIGHT - TOP - BOTTOM)

    signals = _ends_of(signals_of(variation, before))
    parts = [*(_band(band, at) for band in bands),
             *(vector.line([at(0, edge), at(max(len(values) - 1, 1), edge)], style.GREY, 0.8, "3 2")
               for edge in target),
             *_lines(values, at), *_dots(values, at, {signal.place for signal in signals}),
             *(_signal(signal, at, colour_of(variation)) for signal in signals),
             *_labels(points, values, at, label, colour_of(variation))]
    return vector.picture(WIDTH, HEIGHT, parts)


def _ends_of(signals: Sequence[Signal]) -> list[Signal]:
    """The first and the last of the points of a signal: more shapes would hide the line."""
    return [*signals[:1], *signals[1:][-1:]]


def _ends(values: Sequence[float], target: Sequence[float], bands: Sequence[Band], unit: str
          ) -> tuple[float, float]:
    """The lower and upper end of the scale."""
    known = [value for value in (*values, *target) if value == value]
    if not known or unit != "percent":
        return 0, max([*known, *(band.high for band in bands)], default=1) * 1.05 or 1
    spare = max(LEAST - (max(known) - min(known)), 4)
    return min(known) - spare / 2, max(known) + spare / 2


def _band(band: Band, at) -> str:
    (left, foot), (right, top) = at(band.first, band.low), at(band.last, band.high)
    top, foot = max(top, 0), min(foot, HEIGHT)
    return vector.box(left, top, max(right - left, 1), max(foot - top, 0), style.BAND)


def _lines(values: Sequence[float], at) -> Iterator[str]:
    """A line through each run of figures that are known."""
    for is_known, run in groupby(enumerate(values), lambda each: each[1] == each[1]):
        points = [at(*each) for each in run]
        if is_known and len(points) > 1:
            yield vector.line(points, style.LINE, 1.4)


def _dots(values: Sequence[float], at, shaped: set[int]) -> Iterator[str]:
    """Dots at the last point, and at points between two gaps, which have no line."""
    known = [value == value for value in values]
    for place, is_known in enumerate(known):
        is_alone = not any(known[max(place - 1, 0):place] + known[place + 1:place + 2])
        if is_known and place not in shaped and (is_alone or place == len(values) - 1):
            yield vector.dot(at(place, values[place]), 1.9, style.LINE)


def _signal(signal: Signal, at, colour: str) -> str:
    """A triangle that points up for a rise and down for a fall, hollow for the better."""
    x, y = at(signal.place, signal.value)
    tip = -TALL if signal.is_up else TALL
    corners = [(x - TALL, y - tip * 0.75), (x + TALL, y - tip * 0.75), (x, y + tip)]
    return vector.shape(corners, style.PAPER if colour == style.GREEN else colour, colour)


def _labels(points: Sequence[ShownFigure], values: Sequence[float], at, label: str | None,
            colour: str) -> Iterator[str]:
    known = [place for place, value in enumerate(values) if value == value]
    if not known:
        return
    first, last = known[0], len(values) - 1
    if first != last:
        x, y = at(first, values[first])
        yield vector.words(_short(points[first].text), (LEFT - 5, _baseline(y, SMALLEST)), SMALLEST,
                           style.GREY, "end")
    if known[-1] == last:
        x, y = at(last, values[last])
        yield vector.words(_short(label or points[last].text), (x + 6, _baseline(y, TEXT)), TEXT,
                           colour if colour != style.LINE else style.INK, weight=style.SEMIBOLD)


def _baseline(y: float, size: float) -> float:
    """The baseline of a text whose middle is at *y*, so that it stays in the picture."""
    return min(max(y + RAISED * size, 0.75 * size + 2), HEIGHT - 0.25 * size - 2)


def _short(text: str) -> str:
    return text.removesuffix("%")
