"""Complaints and near misses: the year for the restricted set, three for all, masked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pscb_lib.board.context import Context
from pscb_lib.disclosure import counting
from pscb_lib.disclosure.figures import (
    RESTRICTED,
    FigureRow,
    with_readers,
)
from pscb_lib.framework.periods import ReportingPeriod, months_after
from pscb_lib.framework.workdays import add_working_days
from pscb_lib.reading.rows import Checked, Record
from pscb_lib.reports.board_effectiveness import places
from pscb_lib.reports.board_effectiveness.rows import begins, of_year, pooled

TEN, TWENTY = 10, 20  # working days


def measure_complaints(context: Context, complaints: Checked, year: ReportingPeriod
                ) -> Iterator[FigureRow]:
    """Count complaints and those answered in 20 and in ten working days; an open one is in none."""
    def within(row: Record, days: int) -> bool:
        return row["answered_on"] is not None and row["answered_on"] <= add_working_days(
            row["received_on"], days, context.settings.day_count)

    first = begins(context, complaints, "received_on")
    for table, years in ((places.COMPLAINTS, (year,)),
                         (places.COMPLAINTS_POOLED, pooled(year, first))):
        if not years:
            continue
        rows = of_year(complaints, "received_on", *years)
        yield from _steps(table, {
            places.RECEIVED: len(rows),
            places.IN_TWENTY: sum(within(row, TWENTY) for row in rows),
            places.IN_TEN: sum(within(row, TEN) for row in rows)}, is_year=len(years) == 1)


def measure_near_misses(context: Context, near_misses: Checked, year: ReportingPeriod
                        ) -> Iterator[FigureRow]:
    """Count near misses and those considered within a calendar month."""
    first = begins(context, near_misses, "happened_on")
    for table, years in ((places.NEAR_MISSES, (year,)),
                         (places.NEAR_MISSES_POOLED, pooled(year, first))):
        if not years:
            continue
        rows = of_year(near_misses, "happened_on", *years)
        yield from _steps(table, {
            places.TOLD: len(rows),
            places.CONSIDERED: sum(is_soon(row["happened_on"], row["considered_on"])
                                   for row in rows)}, is_year=len(years) == 1)


def is_soon(happened_on: date, considered_on: date | None) -> bool:
    """Whether a near miss was considered within a calendar month."""
    return considered_on is not None and considered_on <= months_after(happened_on, 1)


def _steps(table: str, reached: dict[str, int], is_year: bool) -> list[FigureRow]:
    rows = counting.steps(table, reached, describes="child", first_describes="child")
    return [row if row["unit"] == "relation" or row["readers"] != "everyone" or not is_year
            else with_readers([row], RESTRICTED)[0] for row in rows]
