"""What everybody knows of the quarters of a year: the authority's own published figures.

A year that was published minus three of its quarters is the fourth, whether a paper prints the
year or not. So the figures of ``params/benchmarks.csv`` are relations between the quarters: a
published count is known, a rate or percentage as far as its rounding leaves open, and "c" is 1 to
5. A published figure that our quarters do not add up to (it counts other cases, or was revised)
tells nothing of them, and is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from pscb_lib.board.comparators.mapping import Measure
from pscb_lib.board.comparators.register import Benchmark, Mark, Printed
from pscb_lib.board.indicators import INDICATORS, Indicator, Unit
from pscb_lib.disclosure.figures import FigureRow, Place, relation
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reports.quarterly_data_set.measures.alike import Counts
from pscb_lib.returns.sums import is_of_last_quarter

SUPPRESSED = (Fraction(1), Fraction(5))  # the department's c
DIGITS = (1, 0)  # a file writes 1.0 as 1: the first that our quarters fit is taken
Limits = tuple[Fraction, Fraction]  # the least and the most, both included


def known_years(indicators: Iterable[Indicator], published: Iterable[Benchmark],
                measures: Mapping[str, Measure], rows: Counts, population: Mapping[int, int]
                ) -> Iterator[FigureRow]:
    """Yield the relations of the years *published* for this authority to the figures of *rows*.

    *measures* say in what unit each is published, *population* is that of the authority by year.
    """
    wanted = {one.quantity: one for one in indicators if one.quantity in measures}
    for one in (one for one in published if one.indicator in wanted):
        places = quarters_of(wanted[one.indicator], one.year)
        if all(place in rows for place in places):
            unit = measures[one.indicator].unit
            yield from _of_count(one, places, rows, unit, population.get(one.year.year_start))
            if unit is Unit.PERCENT:
                yield from _of_percentage(one, places, rows)


def quarters_of(indicator: Indicator, year: ReportingPeriod) -> tuple[Place, ...]:
    """Return the places whose sum is the year's figure: its last one, if that covers the year."""
    quarters = year.split(3)
    return tuple((INDICATORS, indicator.id, one.label)
                 for one in (quarters[-1:] if is_of_last_quarter(indicator) else quarters))


def _of_count(one: Benchmark, places: tuple[Place, ...], rows: Counts, unit: Unit,
              residents: int | None) -> Iterator[FigureRow]:
    """A published count or rate: of each release, its number and what it was made from."""
    cases = Fraction(sum(rows[place][0] for place in places))
    known = [_fitting(one.numerator, cases)]
    if unit is Unit.COUNT:
        known.append(_fitting(one.value, cases))
    if unit is Unit.RATE and residents:
        known.append(_fitting(one.value, cases, Fraction(10_000, residents), DIGITS))
    for number, limits in enumerate(filter(None, known)):
        yield relation(f"{_name(one)} {number}", {(place, "cases"): 1 for place in places},
                       ceil(limits[0]), floor(limits[1]))


def _of_percentage(one: Benchmark, places: tuple[Place, ...], rows: Counts
                   ) -> Iterator[FigureRow]:
    cases, whole = (sum(rows[place][part] or 0 for place in places) for part in (0, 1))
    if of := _fitting(one.denominator, Fraction(whole)):
        yield relation(f"{_name(one)}, of", {(place, "whole"): 1 for place in places},
                       ceil(of[0]), floor(of[1]))
    limits = _fitting(one.value, Fraction(cases, whole), Fraction(100), DIGITS) if whole else None
    if limits is None:
        return
    low, high = limits
    for way, share, least, most in (("least", low, 0, None), ("most", high, None, 0)):
        yield relation(f"{_name(one)}, {way}", {
            **{(place, "cases"): share.denominator for place in places},
            **{(place, "whole"): -share.numerator for place in places}}, least, most)


def _name(one: Benchmark) -> str:
    return f"{one.indicator}, {one.year.label}, released {one.released_on}"


def _fitting(printed: Printed | None, value: Fraction, per: Fraction = Fraction(1),
             digits: Iterable[int] = (0,)) -> Limits | None:
    """Return the limits that a printed number gives, with so many decimals, if *value* has them."""
    found = (limits_of(printed, per, least) for least in digits)
    return next((limits for limits in found if limits and limits[0] <= value <= limits[1]), None)


def limits_of(printed: Printed | None, per: Fraction = Fraction(1), digits: int = 0
              ) -> Limits | None:
    """Return what a printed number says of the number times *per*: as much as rounding leaves.

    It has *digits* decimals at least. A number that is neither a rate nor a percentage is exact
    where it is whole. None if it says nothing.
    """
    if printed is Mark.SUPPRESSED:
        return SUPPRESSED
    if not isinstance(printed, Decimal):
        return None
    decimals = max(digits, -int(printed.as_tuple().exponent))
    half = Fraction(1, 2 * 10**decimals) if per != 1 or decimals else Fraction(0)
    return (Fraction(printed) - half) / per, (Fraction(printed) + half) / per
