"""The figures of a year: PF0 to PF3, and who notified in three years.

Timescales are statutory and have no exceptions: a first visit within seven working days, then one
at least every six weeks in the first year and every twelve weeks after it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pandas

from pscb_lib.board.context import Context
from pscb_lib.board.indicators import Role
from pscb_lib.disclosure import counting
from pscb_lib.disclosure.figures import count, frame
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.workdays import add_working_days
from pscb_lib.reading.rows import Checked

WORKING_DAYS, SIX_WEEKS, TWELVE_WEEKS = 7, timedelta(weeks=6), timedelta(weeks=12)
FLOW, FIRST, NOTIFIED_BY = "arrangements", "first_visit", "notified_by"
STOCK = "Running at the start", "Began", "Ended", "Running at the end"
OPENING, BEGAN, ENDED, CLOSING = ((FLOW, label, "") for label in STOCK)
NOTIFIED = (FLOW, "Notified", "")
THREE_YEARS = ("three_years", "Notified in three years", "")
OVER = (FIRST, "Notified, and the seven working days are over", "")
VISITED = (FIRST, "Visited at any time", "")
IN_TIME = (FIRST, "Notified: visited within seven working days", "")
IN_TIME_OF_VISITED = ("first_visit_of_visited", "The same, of those visited at any time", "")
EVERY_SIX = ("visits", "Began in the year: visited at least every six weeks", "")
EVERY_TWELVE = ("visits", "Began earlier: visited at least every 12 weeks", "")
LABELS = {
    "parent": "A parent or carer", "carer": "A parent or carer", "school": "A school",
    "language school": "A school", "GP or health": "A health service",
    "housing": "Another service", "UKVI": "Another service", "social care": "Social care itself",
    "found": "Social care itself", "other": "Another person",
}


def measure(context: Context, arrangements: Checked, visits: Checked) -> pandas.DataFrame:
    """Work out every figure of the year. Timescales describe the authority, arrangements children.
    """
    year, cases = context.period, with_visits(arrangements.frame, visits.frame)
    notified = counting.within(cases, "notified_on", year)
    lately = counting.within(cases, "notified_on", year, year.back(12), year.back(24))
    began = counting.within(cases, "counts_from", year)
    earlier = counting.running(cases, "counts_from", "counts_to", year.previous.end)
    return frame([
        count(*NOTIFIED[:2], len(notified)),
        count(*THREE_YEARS[:2], len(lately)),
        *counting.part_of_step(THREE_YEARS, NOTIFIED, len(lately), len(notified)),
        *counting.breakdowns(THREE_YEARS, notified_by=counting.tally(
            lately["notified_by"], LABELS)),
        *measure_first_visits(context, notified),
        *counting.stock(FLOW, cases, "counts_from", "counts_to", year, STOCK),
        *(counting.share(place, sum(longest_wait(case, year) <= interval
                                    for case in some.to_dict("records")), len(some), of=whole)
          for place, some, interval, whole in ((EVERY_SIX, began, SIX_WEEKS, BEGAN),
                                               (EVERY_TWELVE, earlier, TWELVE_WEEKS, OPENING))),
    ])


def with_visits(cases: pandas.DataFrame, visits: pandas.DataFrame) -> pandas.DataFrame:
    """Add to each arrangement the days of its visits, in order."""
    made = {one: sorted(days) for one, days in visits.groupby("arrangement_id")["visited_on"]}
    days = [made.get(one, []) for one in cases["arrangement_id"]]
    return cases.assign(visits=pandas.Series(days, cases.index, dtype=object))


def measure_first_visits(context: Context, notified: pandas.DataFrame) -> list[dict]:
    """Return first visits as shares of all notifications past the limit, and of those visited."""
    last_days = [add_working_days(day, WORKING_DAYS, context.settings.day_count)
                 for day in notified["notified_on"]]
    over = [(last, days) for last, days in zip(last_days, notified["visits"], strict=True)
            if last <= context.as_of]
    visited = sum(bool(days) for _, days in over)
    in_time = sum(bool(days) and days[0] <= last for last, days in over)
    return [
        *counting.steps(FIRST, {OVER[1]: len(over), VISITED[1]: visited, IN_TIME[1]: in_time},
                        first_describes="child",
                        quantity={IN_TIME[1]: f"{Role.PRIVATE_FOSTERING_VISITS}, "
                                              f"{context.period.label}"},
                        same_as={OVER[1]: NOTIFIED} if len(over) == len(notified) else {}),
        *counting.part_of_step(NOTIFIED, OVER, len(notified), len(over)),
        counting.share(IN_TIME_OF_VISITED, in_time, visited, of=VISITED, counted=IN_TIME),
    ]


def longest_wait(case: Mapping[Any, Any], year: ReportingPeriod) -> timedelta:
    """Return the longest time without a visit that ended in the year, or was running at its end."""
    start, end = case["counts_from"], min(case["counts_to"], year.end)
    stops = [start, *(day for day in case["visits"] if start < day < end), end]
    return max(later - before for before, later in pairwise(stops) if later >= year.start)
