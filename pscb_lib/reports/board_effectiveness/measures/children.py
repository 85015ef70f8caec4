"""Complaints and near misses: the year for the restricted set, three for all, masked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
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
Test = Callable[[Record], bool]


def measure_complaints(context: Context, complaints: Checked, year: ReportingPeriod
                ) -> Iterator[FigureRow]:
    """Count complaints and those answered in 20 and in ten working days; an open one is in none."""
    def within(row: Record, days: int) -> bool:
        return row["answered_on"] is not None and row["answered_on"] <= add_working_days(
            row["received_on"], days, context.settings.day_count)

    return _measure_log(
        context, complaints, "received_on", year, (places.COMPLAINTS, places.COMPLAINTS_POOLED),
        places.RECEIVED, {places.IN_TWENTY: lambda row: within(row, TWENTY),
                          places.IN_TEN: lambda row: within(row, TEN)})


def measure_near_misses(context: Context, near_misses: Checked, year: ReportingPeriod
                        ) -> Iterator[FigureRow]:
    """Count near misses and those considered within a calendar month."""
    return _measure_log(
        context, near_misses, "happened_on", year, (places.NEAR_MISSES, places.NEAR_MISSES_POOLED),
        places.TOLD, {places.CONSIDERED: lambda row: is_soon(row["happened_on"],
                                                             row["considered_on"])})


def is_soon(happened_on: date, considered_on: date | None) -> bool:
    """Whether a near miss was considered within a calendar month."""
    return considered_on is not None and considered_on <= months_after(happened_on, 1)


def _measure_log(context: Context, log: Checked, field: str, year: ReportingPeriod,
                 tables: tuple[str, str], first: str, dealt: Mapping[str, Test]
                 ) -> Iterator[FigureRow]:
    """Count the rows of the year, and of three years if the log is as long, in the two *tables*.

    *first* is the label of all of them, by the day in *field*, and *dealt* tells by label which of
    them were dealt with so soon.
    """
    since = begins(context, log, field)
    for table, years in zip(tables, ((year,), pooled(year, since)), strict=True):
        if years:
            rows = of_year(log, field, *years)
            yield from _steps(table, {first: len(rows)} | {
                label: sum(map(is_so, rows)) for label, is_so in dealt.items()},
                is_year=len(years) == 1)


def _steps(table: str, reached: dict[str, int], is_year: bool) -> list[FigureRow]:
    rows = counting.steps(table, reached, describes="child", first_describes="child")
    return [row if row["unit"] == "relation" or row["readers"] != "everyone" or not is_year
            else with_readers([row], RESTRICTED)[0] for row in rows]
