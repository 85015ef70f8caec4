"""Children missing from home and care, measured: item 11 of Appendix 1.

Three grains that are never mixed: episodes, children and return interviews. Missing and absent
or away stand apart, as do children from home, this authority's looked-after children and those
placed here by others. Children by status and group are each once in every cell, so cells do not
add and tell by subtraction of a few children: they are for the restricted set alone, and so is
who is still missing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

import pandas

from pscb_lib.board.context import Context
from pscb_lib.board.indicators import Indicator, indicators_for, read_indicators
from pscb_lib.disclosure import figures
from pscb_lib.disclosure.figures import RESTRICTED, TOTAL, count, counts, for_readers
from pscb_lib.reading.rows import Checked
from pscb_lib.reports.missing_children.measures.indicators import measure_indicators, with_target
from pscb_lib.reports.missing_children.measures.interviews import (
    measure_interviews,
    with_interviews,
)
from pscb_lib.reports.missing_children.measures.selection import (
    GROUPS,
    STATUSES,
    by_whose_and_status,
    children,
    chosen,
    episodes,
    in_order,
    within,
)
from pscb_lib.reports.missing_children.measures.small import join_small, withhold_year
from pscb_lib.reports.missing_children.measures.supplied import as_supplied
from pscb_lib.reports.missing_children.measures.times import measure_still_missing, measure_times
from pscb_lib.reports.missing_children.measures.who import (
    ALL_CHILDREN,
    TWELVE_MONTHS,
    measure_exploitation,
    measure_frequent,
    measure_groups,
    measure_repeats,
    measure_who,
)

RECORDED = {"By both": "both", "By the council only": "council", "By the police only": "police"}


def read_register(context: Context) -> list[Indicator]:
    """The indicators of the Board's register that this report works out, with their targets."""
    every_year = read_indicators(context.params / "indicators.csv")
    return with_target(indicators_for(every_year, context.period))


def measure_missing(context: Context, checked: Checked) -> pandas.DataFrame:
    """Measure the half-year, with the twelve months to its end and the same half last year."""
    period, frame = context.period, with_interviews(in_order(checked.frame))
    half = within(frame, period)
    before, last_year = (_supplied(within(frame, earlier))
                         for earlier in (period.previous, period.same_last_year))
    year = None if before is None else within(frame, period.rolling_year)
    rows = [
        *by_whose_and_status("episodes", half, episodes),
        *measure_groups(half),
        *measure_who(half),
        *measure_repeats({period.title: half, TWELVE_MONTHS: year}),
        *measure_frequent(frame, period),
        *measure_times(half),
        *measure_interviews(half, last_year, period.same_last_year.title),
        *measure_exploitation(half),
        *measure_indicators({period.same_last_year: last_year, period: half}),
        *measure_recording(half),
        *measure_year(context, "episodes", episodes, (before, half, year)),
        *measure_last_year(half, last_year),
        *for_readers([
            *by_whose_and_status("children_by_status", half, children),
            *measure_year(context, "children", children, (before, half, year)),
            *measure_still_missing(context, half),
        ], RESTRICTED),
    ]
    then, masked = period.same_last_year, context.settings.masked
    others = {then.title: last_year, then.label: last_year, period.previous.title: before}
    rows = as_supplied(rows, half, others)
    return figures.frame(withhold_year(join_small(rows, masked), masked))


def measure_recording(half: pandas.DataFrame) -> list[dict]:
    """Reconcile the council's record with the police's: what is in both, and in one only."""
    found = Counter(zip(half["status"], half["recorded_by"], strict=True))
    rows = []
    for column, by in {**RECORDED, TOTAL: None}.items():
        rows += counts("recorded", {
            label: sum(number for (code, recorded), number in found.items()
                       if code == status and by in (None, recorded))
            for label, status in STATUSES.items()}, column=column)
    return [{**row, "part_of": (("episodes", TOTAL, row["row"]),)} if row["column"] == TOTAL
            else row for row in rows]


def measure_year(
    context: Context, grain: str, number: Callable[[pandas.DataFrame], int],
    parts: Sequence[pandas.DataFrame | None],
) -> list[dict]:
    """Count a grain in the half before, in the half-year and in the twelve months they make.

    Episodes add, children do not.
    """
    before, half, year = context.period.previous.title, context.period.title, TOTAL
    rows = []
    for group in (*GROUPS, TOTAL):
        in_half: dict[str, dict[str, Any]] = {
            before: {"quantity": f"{grain}, {group}, {before}"}, year: {},
            half: {"quantity": f"{grain}, {group}, {half}", "part_of": ((grain, group, TOTAL),)}}
        for column, frame in zip((before, half, year), parts, strict=True):
            part = None if frame is None else chosen(frame, GROUPS.get(group))
            rows.append(_number(f"year_{grain}", group, column, part, number, **in_half[column]))
    return rows


def measure_last_year(
    half: pandas.DataFrame, last_year: pandas.DataFrame | None
) -> list[dict]:
    """Count episodes missing, absent and children now and in the same half last year."""
    rows = []
    for column, frame in (("now", half), ("last year", last_year)):
        for label, status in STATUSES.items():
            part = None if frame is None else chosen(frame, None, status)
            same = {"part_of": (("episodes", TOTAL, label),)} if column == "now" else {}
            rows.append(_number("last_year", label, column, part, episodes, **same))
        same = {"part_of": (ALL_CHILDREN,)} if column == "now" else {}
        rows.append(_number("last_year", "Children", column, frame, children, **same))
    return rows


def _supplied(frame: pandas.DataFrame) -> pandas.DataFrame | None:
    return frame if len(frame) else None


def _number(
    table: str, row: str, column: str, frame: pandas.DataFrame | None,
    number: Callable[[pandas.DataFrame], int], **hangs_with: Any,
) -> dict:
    if frame is None:
        return count(table, row, None, column, state="not supplied", **hangs_with)
    return count(table, row, number(frame), column, **hangs_with)
