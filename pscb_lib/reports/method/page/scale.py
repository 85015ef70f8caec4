"""The picture of the ratings: a scale of the share of target, with its edges and examples on it."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from pscb_lib.framework.english import listed
from pscb_lib.framework.rag import Absence, Rag, Thresholds, rate
from pscb_lib.page import style
from pscb_lib.page.blocks import Chart, Data
from pscb_lib.page.charts.sheet import (
    BOXES,
    SMALL,
    Sheet,
    mark,
    sheet,
    stroke,
    width_of,
    write,
)
from pscb_lib.page.words.ratings import percent
from pscb_lib.reports.method.page.chip import MARKS, draw_chip

LOW, HIGH = Fraction(84, 100), Fraction(102, 100)  # the ends of the scale, as shares of target
TOP, THICK, DROP, LINE = 24, 22, 15, 13  # points


def plot_scale(examples: Sequence[str], thresholds: Thresholds,
               place: tuple[int, int] | None = None) -> Chart:
    """Plot the three ratings along the share of target, with *examples* in per cent of target."""
    width = width_of(place)
    on = sheet(width, TOP + THICK + DROP + LINE * len(examples) + 4)
    ends = [LOW, thresholds.amber, thresholds.green, HIGH]
    for zone, left, right in zip((Rag.RED, Rag.AMBER, Rag.GREEN), ends, ends[1:], strict=False):
        _draw_zone(on, zone, _x(left, width), _x(right, width))
    for edge in (thresholds.amber, thresholds.green, Fraction(1)):
        words = "target" if edge == 1 else percent(edge)
        write(on, _x(edge, width), 7, words, bold=edge != 1, align="center")
        stroke(on, [(_x(edge, width), 14), (_x(edge, width), TOP + THICK)], style.INK, 0.9)
    rated = {one: rate(one, "100", thresholds=thresholds) for one in examples}
    for row, (one, rating) in enumerate(rated.items()):
        _draw_example(on, one, rating, width, TOP + THICK + DROP + LINE * row)
    said = listed([f"{one}% is {rating.value}" for one, rating in rated.items()])
    return Chart("scale", f"Green begins at {percent(thresholds.green)} of the target, not at the "
                 "target", on.svg(), f"Scale of the share of target achieved: less than "
                 f"{percent(thresholds.amber)} is Red, from {percent(thresholds.amber)} Amber, "
                 f"from {percent(thresholds.green)} Green; for example {said}.",
                 Data(["share_of_target", "rating"], [[f"{one}%", rating.value]
                                                      for one, rating in rated.items()]),
                 subtitle="Share of the target that was achieved, with four examples", place=place)


def _x(share: Fraction, width: float) -> float:
    return float((share - LOW) / (HIGH - LOW)) * width


def _draw_zone(on: Sheet, rating: Rag, left: float, right: float) -> None:
    look = style.RATINGS[rating.name.lower()]
    draw_chip(on, look, left + 0.7, TOP, right - left - 1.4, THICK)


def _draw_example(on: Sheet, one: str, rating: Rag | Absence, width: float, y: float) -> None:
    """Draw an example as a shape of its rating under its place on the scale, with its words."""
    look, x = style.RATINGS[rating.name.lower()], _x(Fraction(one) / 100, width)
    stroke(on, [(x, TOP + THICK), (x, y)], style.HAIRLINE, 0.8, BOXES - 1)
    mark(on, (x, y), MARKS[look.shape], 6, look.fill, style.INK, 0.8)
    is_left = x > width / 2
    write(on, x - 7 if is_left else x + 7, y, f"{one}%: {look.word}", SMALL,
          align="right" if is_left else "left")


