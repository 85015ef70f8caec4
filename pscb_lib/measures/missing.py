"""Children missing from home and care, measured: item 11 of Appendix 1.

Three grains that are never mixed: episodes, children (each once in every cell, so cells do not
add) and return interviews. Missing and absent or away stand apart, as do children from home,
this authority's looked-after children and those placed here by others. No child is said to be
still missing except in the restricted set.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pandas

from pscb_lib.context import Context
from pscb_lib.measures import figures
from pscb_lib.measures.figures import TOTAL, count, counts
from pscb_lib.measures.missing_children import (
    measure_exploitation,
    measure_frequent,
    measure_repeats,
    measure_who,
)
from pscb_lib.measures.missing_indicators import measure_indicators
from pscb_lib.measures.missing_interviews import measure_interviews, with_interviews
from pscb_lib.measures.missing_selection import (
    GROUPS,
    STATUSES,
    by_whose_and_status,
    children,
    chosen,
    episodes,
    within,
)
from pscb_lib.measures.missing_times import measure_times
from pscb_lib.records import Checked
from pscb_lib.returns.local_time import day_of

TWELVE_MONTHS = "Twelve months"
RECORDED = {"By both": "both", "By the council only": "council", "By the police only": "police"}


def measure_missing(context: Context, checked: Checked) -> pandas.DataFrame:
    """Measure the half-year, with the twelve months to its end and the same half last year."""
    period, frame = context.period, with_interviews(checked.frame)
    half = within(frame, period)
    before, last_year = (_supplied(within(frame, earlier))
                         for earlier in (period.previous, period.same_last_year))
    year = None if before is None else within(frame, period.rolling_year)
    rows = [
        *by_whose_and_status("episodes", half, episodes),
        *by_whose_and_status("children", half, children),
        *measure_who(half),
        *measure_repeats({period.title: half, TWELVE_MONTHS: year}),
        *measure_frequent(frame, period),
        *measure_times(half),
        *measure_interviews(half, last_year, period.same_last_year.title),
        *measure_exploitation(half),
        *measure_indicators({period.same_last_year: last_year, period: half}),
        *measure_recording(half),
        *measure_year(context, before, half, year),
        *measure_last_year(half, last_year),
    ]
    if context.audience == "restricted":
        rows += measure_still_missing(context, half)
    return figures.frame(rows)


def measure_recording(half: pandas.DataFrame) -> list[dict]:
    """Reconcile the council's record with the police's: what is in both, and in one only."""
    found = Counter(zip(half["status"], half["recorded_by"]))
    rows = []
    for column, by in {**RECORDED, TOTAL: None}.items():
        rows += counts("recorded", {
            label: sum(number for (code, recorded), number in found.items()
                       if code == status and by in (None, recorded))
            for label, status in STATUSES.items()}, column=column)
    return rows


def measure_year(
    context: Context, before: pandas.DataFrame | None, half: pandas.DataFrame,
    year: pandas.DataFrame | None,
) -> list[dict]:
    """Roll up the twelve months to the period's end: episodes add, children do not."""
    titles = context.period.previous.title, context.period.title
    parts = dict(zip(titles, (before, half)))
    rows = []
    for table, number in (("year_episodes", episodes), ("year_children", children)):
        for group in (*GROUPS, TOTAL):
            for column, frame in {**parts, TOTAL: year}.items():
                part = None if frame is None else chosen(frame, GROUPS.get(group))
                rows.append(_number(table, group, column, part, number))
    return rows


def measure_last_year(
    half: pandas.DataFrame, last_year: pandas.DataFrame | None
) -> list[dict]:
    """Count episodes missing, absent and children now and in the same half last year."""
    rows = []
    for column, frame in (("now", half), ("last year", last_year)):
        for label, status in STATUSES.items():
            part = None if frame is None else chosen(frame, None, status)
            rows.append(_number("last_year", label, column, part, episodes))
        rows.append(_number("last_year", "Children", column, frame, children))
    return rows


def measure_still_missing(context: Context, half: pandas.DataFrame) -> list[dict]:
    """Count who was missing when the period ended, and what is known of them since."""
    end, as_of = context.period.end, context.as_of
    over = [back is not None and day_of(back) <= end for back in half["returned_at"]]
    away = half[~pandas.Series(over, half.index, dtype=bool)]
    open_now = away[away["returned_at"].isna()]
    confirmed = [day for day in open_now["missing_confirmed_on"] if day]
    rows = {f"Away at the end of {end:%d/%m/%Y}": len(away),
            "Back since": len(away) - len(open_now)}
    for day in sorted(set(confirmed)):
        rows[f"Still missing, confirmed on {day:%d/%m/%Y}"] = confirmed.count(day)
    rows[f"No return recorded by {as_of:%d/%m/%Y}, not confirmed"] = len(open_now) - len(confirmed)
    return counts("still_missing", rows, total=False)


def _supplied(frame: pandas.DataFrame) -> pandas.DataFrame | None:
    return frame if len(frame) else None


def _number(
    table: str, row: str, column: str, frame: pandas.DataFrame | None,
    number: Callable[[pandas.DataFrame], int],
) -> dict:
    if frame is None:
        return count(table, row, None, column, state="not supplied")
    return count(table, row, number(frame), column)
