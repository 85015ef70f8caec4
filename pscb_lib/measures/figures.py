"""The one frame in which every figure travels from a measure to the page.

Columns: ``table, row, column`` (where it stands, as printed), ``actual`` (int, Decimal,
Fraction or None), ``numerator``, ``denominator`` (int or None), ``unit`` (count, percent or
rate), ``state`` (empty, or why there is no figure), ``describes`` (whom it is about, see
:mod:`pscb_lib.disclosure`) and ``part_of`` (the places of the sums it goes into, beside the
totals of its own table's lines).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

import pandas

COLUMNS = ("table", "row", "column", "actual", "numerator", "denominator", "unit", "state",
           "describes", "part_of")
TOTAL = "Total"
Place = tuple[str, str, str]  # table, row and column of a figure


def count(table: str, row: str, actual: int | None, column: str = "", *,
          describes: str = "child", state: str = "", part_of: tuple[Place, ...] = ()) -> dict:
    """One count."""
    return _figure((table, row, column), actual, None, None, "count", describes, state, part_of)


def proportion(table: str, row: str, numerator: int, denominator: int, column: str = "", *,
               describes: str = "child", part_of: tuple[Place, ...] = ()) -> dict:
    """One percentage with its two counts; "no cases" where there is nothing to divide by."""
    actual = Fraction(100 * numerator, denominator) if denominator else None
    return _figure((table, row, column), actual, numerator, denominator, "percent", describes,
                   "" if denominator else "no cases", part_of)


def rate(table: str, row: str, numerator: int, population: int, column: str = "", *,
         describes: str = "child") -> dict:
    """One rate per 10,000 residents aged 0 to 17."""
    return _figure((table, row, column), Fraction(10_000 * numerator, population), numerator,
                   population, "rate", describes)


def counts(table: str, values: Mapping[str, int], *, column: str = "", total: bool = True,
           describes: str = "child", part_of: tuple[Place, ...] = ()) -> list[dict]:
    """A column of counts by label, with their total last; *part_of* is where the total goes."""
    rows = [count(table, label, number, column, describes=describes)
            for label, number in values.items()]
    if total:
        rows.append(count(table, TOTAL, sum(values.values()), column, describes=describes,
                          part_of=part_of))
    return rows


def frame(rows: Iterable[dict]) -> pandas.DataFrame:
    """Put figures together in one frame."""
    return pandas.DataFrame(list(rows), columns=list(COLUMNS), dtype=object)


def _figure(place, actual, numerator, denominator, unit, describes, state="", part_of=()) -> dict:
    values = (*place, actual, numerator, denominator, unit, state, describes, part_of)
    return dict(zip(COLUMNS, values, strict=True))
