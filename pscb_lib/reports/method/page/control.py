"""The picture of a control chart, with the name of each of its parts beside it."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from pscb_lib.disclosure import figures
from pscb_lib.disclosure import showing as disclosure
from pscb_lib.framework.rag import Polarity
from pscb_lib.framework.spellings import parse_period
from pscb_lib.framework.statistics.spc import measure_variation
from pscb_lib.page.blocks import List, Several
from pscb_lib.page.charts.control import plot_control
from pscb_lib.page.charts.series import Series

PARTS = [
    "**Dot:** one quarter; the last has its value and its counts.",
    "**Pale band:** the usual range, where nearly every quarter falls if nothing has changed.",
    "**Dashed line:** the target.",
    "**Red triangle:** a real change for the worse, outside the usual range. A hollow green one is "
    "for the better, a blue one for neither.",
    "**Gap in the line:** a figure that was not supplied or may not be shown.",
    "**Dotted edge of the band:** provisional, from fewer than 12 quarters.",
]


def plot_parts(last: str, per_hundred: Sequence[int], target: int) -> Several:
    """Plot invented percentages by quarter, up to *last*, each of 100 cases, and name the parts."""
    end = parse_period(last)
    quarters = tuple(end.back(3 * step) for step in reversed(range(len(per_hundred))))
    frame = figures.frame([figures.proportion("parts", quarter.label, number, 100,
                                              describes=figures.PUBLISHED)
                           for quarter, number in zip(quarters, per_hundred, strict=True)])
    shown = disclosure.show(frame, "restricted")
    points = tuple(shown.get("parts", quarter.label) for quarter in quarters)
    variation = measure_variation(
        [(quarter.start, Fraction(number)) for quarter, number in zip(
            quarters, per_hundred, strict=True)], Polarity.HIGHER_IS_BETTER)
    series = Series("Visits in time", points, quarters, (float(target),), f"target {target}%",
                    variation)
    changed = "fell below" if variation.since else "stayed within"
    return Several([
        plot_control(series, "parts", f"Visits in time {changed} their usual range",
                     "An example: one indicator, per cent by quarter", place=(1, 2)),
        List(PARTS, place=(2, 2))])
