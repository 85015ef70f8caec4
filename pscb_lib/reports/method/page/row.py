"""How to read one row: a row of the data set with its parts numbered, and what each part says."""

from __future__ import annotations

from collections.abc import Sequence

from pscb_lib.framework.rag import Thresholds, rate
from pscb_lib.framework.statistics.limits import usual_range
from pscb_lib.page import style
from pscb_lib.page.blocks import Chart, Data, List, Several
from pscb_lib.page.charts.sheet import (
    BOXES,
    SMALL,
    Sheet,
    box,
    mark,
    rule,
    sheet,
    stroke,
    width_of,
    write,
)
from pscb_lib.reports.method.page.chip import draw_chip

HIGH, MIDDLE, FOOT = 62, 34, 58  # points
PLACES = (132, 246, 300, 356, 412, 448)  # the middle of each part
TREND = (382, 442)  # the ends of the picture
TITLE = "Visits in time"


def plot_row(per_hundred: Sequence[int], target: int, thresholds: Thresholds) -> Several:
    """Plot a row of *per_hundred* cases in time by quarter, the last one now, and read it."""
    now, before, year = per_hundred[-1], per_hundred[-2], per_hundred[-5]
    rating = rate(str(now), str(target), thresholds=thresholds)
    look = style.RATINGS[rating.name.lower()]
    parts = [
        (look.word, f"**1 Rating:** {now} of the target of {target} is "
         f"{100 * now / target:.1f}% of it, which is {look.word}."),
        (f"{now}.0%, {100 - now} late", f"**2 Actual:** {now} of 100 visits were in time, "
         f"{100 - now} were late. Ask about these, whatever the colour."),
        (f"{target}%", "**3 Target:** set in law, in guidance or by the Board: the tables “Set in "
         "law or in guidance” and “Set by the Board, or usual practice” say which."),
        (f"Q2 {before}.0, year {year}.0", f"**4 Now against before:** the word compares today with "
         f"{before}% in the quarter before and {year}% a year ago."),
        ("picture", "**5 Picture:** up to 12 quarters. The band is the usual range, where nearly "
         "every quarter falls if nothing has changed; the dashes are the target."),
        ("triangle", "**6 Triangle:** a real change: red for the worse, green and hollow for the "
         "better, blue where neither is better. A row marks its first and last quarter, a larger "
         "chart all. Without one, the change may be chance."),
    ]
    alt = (f"A row with six numbered parts: {TITLE}, {look.word}, {now} of 100, target {target}%, "
           f"{before} the quarter before and {year} a year ago, and a picture of 12 quarters.")
    said = [words for _, words in parts]
    data = [[shown, words.replace("**", "")] for shown, words in parts]
    headline = f"{now} of 100 in time, against a target of {target}%, is {look.word}"
    half = len(said) // 2
    return Several([
        Chart("row", headline, _draw(per_hundred, target, look), alt,
              Data(["example", "meaning"], data), subtitle="An example: the parts "
              "of a row of the data set, numbered"),
        List(said[:half], place=(1, 2)), List(said[half:], place=(2, 2))])


def _draw(per_hundred: Sequence[int], target: int, look: style.RatingStyle) -> str:
    width = width_of(None)
    on = sheet(width, HIGH)
    now, before, year = per_hundred[-1], per_hundred[-2], per_hundred[-5]
    write(on, 0, MIDDLE, TITLE)
    draw_chip(on, look, 104, MIDDLE - 8, 56, 16)
    write(on, 272, MIDDLE - 6, f"{now}.0%", align="right")
    write(on, 272, MIDDLE + 6, f"{now} of 100; {100 - now} late", SMALL, colour=style.GREY,
          align="right")
    write(on, 312, MIDDLE, f"{target}%", align="right")
    for line, words in enumerate((f"{_way(now, before)}: Q2 {before}.0",
                                  f"{_way(now, year)}: year {year}.0")):
        write(on, 322, MIDDLE - 6 + 12 * line, words, SMALL, colour=style.GREY)
    _draw_trend(on, per_hundred, target)
    rule(on, 0, width, FOOT)
    for number, x in enumerate(PLACES, 1):
        mark(on, (x, 9), "circle", 12, style.LINE)
        write(on, x, 9, f"{number}", SMALL, bold=True, colour=style.PAPER, align="center")
    return on.svg()


def _draw_trend(on: Sheet, per_hundred: Sequence[int], target: int) -> None:
    limits = usual_range(per_hundred)
    ends = [*per_hundred, target, *([limits.lower, limits.upper] if limits else ())]
    low, high = float(min(ends)), float(max(ends))
    left, right = TREND

    def y(value: float) -> float:
        return MIDDLE + 15 - 30 * (value - low) / (high - low)

    step = (right - left) / (len(per_hundred) - 1)
    if limits:
        top, foot = y(float(limits.upper)), y(float(limits.lower))
        box(on, left, top, right - left, foot - top, style.BAND)
    rule(on, left, right, y(target), style.INK, dashed=True)
    stroke(on, [(left + step * at, y(value)) for at, value in enumerate(per_hundred)], style.LINE,
           1.4, BOXES + 1)
    mark(on, (right, y(per_hundred[-1])), "down", 6, style.RED)
    write(on, right + 7, y(per_hundred[-1]), f"{per_hundred[-1]}", SMALL, bold=True,
          colour=style.RED)


def _way(now: int, then: int) -> str:
    return "better" if now > then else "worse" if now < then else "same"
