"""How others do, in words: a published figure, its place among others and its release."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from pscb_lib.comparators.register import Mark, Printed
from pscb_lib.disclosure import ShownFigure, rounded
from pscb_lib.indicators import Unit
from pscb_lib.measures.comparison import Comparison
from pscb_lib.months import month_of

MARKS = {Mark.SUPPRESSED: "not published (small numbers)", Mark.NOT_AVAILABLE: "not available",
         Mark.NOT_APPLICABLE: "not applicable", Mark.LOW: "close to zero"}


def hide_own(comparison: Comparison, figure: ShownFigure) -> Comparison:
    """The comparison without the authority's own figure, rank and band where *figure* is hidden."""
    if not figure.hidden:
        return comparison
    others = {area: value for area, value in comparison.figures.items()
              if area != comparison.area}
    return replace(comparison, figures=others, rank=None, band=None)


def say_release(comparison: Comparison) -> str:
    """Which release it is: released October 2014; or, where it is a later one, both days."""
    if comparison.is_later_edition:
        return (f"first released {_month(comparison.first_released_on)}; figures as in the "
                f"release of {_month(comparison.released_on)}")
    return f"released {_month(comparison.released_on)}"


def say_value(value: Printed | Decimal | Fraction, comparison: Comparison) -> str:
    """A published figure as printed, or why there is none."""
    if isinstance(value, Mark):
        return MARKS[value]
    is_whole = comparison.measure.unit is Unit.COUNT
    return rounded(value, 0 if is_whole else 1) + (
        "%" if comparison.measure.unit is Unit.PERCENT else "")


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 11th."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(
        number % 10, "th")
    return f"{number}{ending}"


def _month(on: date) -> str:
    return f"{month_of(on)} {on.year}"
