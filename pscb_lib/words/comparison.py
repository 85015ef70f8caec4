"""How others do, in one sentence: the figures compared, their year, their release and the set."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from pscb_lib.comparators.register import ENGLAND, Mark, Printed
from pscb_lib.disclosure import ShownFigure, rounded
from pscb_lib.indicators import Unit
from pscb_lib.measures.comparison import Comparison
from pscb_lib.months import month_of
from pscb_lib.words.numbers import listed

MARKS = {Mark.SUPPRESSED: "not published (small numbers)", Mark.NOT_AVAILABLE: "not available",
         Mark.NOT_APPLICABLE: "not applicable", Mark.LOW: "close to zero"}


def hide_own(comparison: Comparison, figure: ShownFigure) -> Comparison:
    """The comparison without the authority's own figure, rank and band where *figure* is hidden."""
    if not figure.hidden:
        return comparison
    others = {area: value for area, value in comparison.figures.items()
              if area != comparison.area}
    return replace(comparison, figures=others, rank=None, band=None)


def say_comparison(comparison: Comparison, figure: ShownFigure) -> str | None:
    """One sentence; None where neither England nor the neighbours have a figure.

    "Peterborough 18.3%, England 24.2%, East of England 21.0% and statistical neighbours' median
    22.4% (2025 model) in 2014-15 (released November 2024): 8th highest of 11, quartile band B
    (A is best)."
    """
    shown = hide_own(comparison, figure)
    if ENGLAND not in shown.figures and shown.median is None:
        return None
    areas = [area for area in (shown.area, ENGLAND, shown.region) if area in shown.figures]
    named = [f"{area} {say_value(shown.figures[area], shown)}" for area in areas]
    figures = listed([*named, *filter(None, [_say_median(shown)])])
    return f"{figures} in {shown.year.label} ({say_release(shown)}){_say_place(shown)}."


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


def _say_median(comparison: Comparison) -> str | None:
    if comparison.median is None:
        return None
    return (f"statistical neighbours' median {say_value(comparison.median, comparison)} "
            f"({comparison.neighbours.name})")


def _say_place(comparison: Comparison) -> str:
    if comparison.rank is None:
        return ""
    place = "highest" if comparison.rank == 1 else f"{ordinal(comparison.rank)} highest"
    band = f", quartile band {comparison.band} (A is best)" if comparison.band else ""
    return f": {place} of {comparison.ranked}{band}"


def _month(on: date) -> str:
    return f"{month_of(on)} {on.year}"
