"""The pictures of real change: one for each rule, named by the rule that is found in it."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from pscb_lib.disclosure import figures
from pscb_lib.disclosure import showing as disclosure
from pscb_lib.framework.rag import Polarity
from pscb_lib.framework.spellings import parse_period
from pscb_lib.framework.statistics.signals import Rule
from pscb_lib.framework.statistics.spc import measure_variation
from pscb_lib.page.blocks import Chart, List, Several
from pscb_lib.page.charts.control import plot_control
from pscb_lib.page.charts.scales import Scale
from pscb_lib.page.charts.series import Series
from pscb_lib.page.charts.usual_range import say_usual_range

HEADLINES = {
    Rule.OUTSIDE: "Real: the last quarter is outside the usual range",
    Rule.TWO_OF_THREE: "Real: two of the last three are near one edge",
    Rule.SHIFT: "Real: the last seven are on one side",
    Rule.TREND: "Real: the last seven go one way",
}
USUAL = "Not shown to be real: up and down within the range"
SIGNS = [
    "**Outside:** the last quarter is outside the usual range, the pale band.",
    "**Two of three:** of the last three quarters, all on one side of the average, at least two "
    "are in the outer third between the average and that edge of the range.",
    "**Seven on one side:** the last seven quarters are all above the average, or all below it. "
    "By chance that happens about once in 64 times.",
    "**Seven one way:** of the last seven quarters each is higher than the one before, or each "
    "lower.",
]
PARTS = [
    "**The usual range** needs five quarters; with fewer than 12 it is provisional, and its edge "
    "is dotted.",
    "**A gap in the line:** a figure that was not supplied or may not be shown.",
    "**Lowest or highest so far**, but within the usual range: not proven.",
    "**A level that has shifted:** the usual range mixes the old level with the new, so that no "
    "forecast is made. Q&E may start the range anew, and must say why.",
]
COLUMNS, STEP = 3, 10


def list_signs() -> Several:
    """The four signs of a real change, in two columns."""
    half = len(SIGNS) // 2
    return Several([List(SIGNS[:half], place=(1, 2)), List(SIGNS[half:], place=(2, 2))])


def plot_rules(last: str, examples: Sequence[Sequence[int]]) -> Several:
    """Plot invented percentages by quarter, up to *last*, each of 100 cases: one for each rule."""
    drawn = [_series(last, per_hundred) for per_hundred in examples]
    least = min(min(per_hundred) for per_hundred in examples)
    scale = Scale(STEP * (least // STEP), 100, STEP, "%")
    return Several([
        *(_chart(series, number, scale) for number, series in enumerate(drawn, 1)),
        List(PARTS, place=(1, 2))])


def _chart(series: Series, number: int, scale: Scale) -> Chart:
    latest = series.variation and series.variation.latest
    found = HEADLINES[latest.rules[0]] if latest and latest.rules else USUAL
    usual = say_usual_range(series.variation, series.unit)
    return plot_control(series, f"rule-{number}", found, f"Per cent; usual range {usual}",
                        (number, COLUMNS), None, scale)


def _series(last: str, per_hundred: Sequence[int]) -> Series:
    end = parse_period(last)
    quarters = tuple(end.back(3 * step) for step in reversed(range(len(per_hundred))))
    frame = figures.frame([figures.proportion("rules", quarter.label, number, 100,
                                              describes=figures.PUBLISHED)
                           for quarter, number in zip(quarters, per_hundred, strict=True)])
    shown = disclosure.show(frame, "restricted")
    variation = measure_variation(
        [(quarter.start, Fraction(number)) for quarter, number in zip(
            quarters, per_hundred, strict=True)], Polarity.HIGHER_IS_BETTER)
    return Series("Visits in time", tuple(shown.get("rules", quarter.label)
                                          for quarter in quarters), quarters, variation=variation)
