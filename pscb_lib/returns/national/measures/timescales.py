"""Timescales of social care: open on a day, and within working days."""

from __future__ import annotations

from datetime import date
from functools import cache

from pscb_lib.framework.workdays import DayCount, add_working_days

MOST_CALENDAR_DAYS = 3  # for each working day, bank holidays included


def is_open(on: date, began: date, ended: date | None) -> bool:
    """Whether an episode is open at the end of a day; an episode that ended on that day is not.

    The next episode begins on the day the last one ended, so a child is counted in only one.
    """
    return began <= on and (ended is None or ended > on)


def is_within(start: date, end: date, working_days: int, convention: DayCount) -> bool:
    """Whether *end* is at most *working_days* after *start*, by a day-count *convention*.

    A weekend after the last day in time adds no working day, so it is in time. An end before the
    start is also True: the caller must reject it.
    """
    if end <= start:
        return True
    # A long gap may start in a year whose bank holidays are not known.
    if (end - start).days > MOST_CALENDAR_DAYS * working_days:
        return False
    return end < _first_late(start, working_days, convention)


@cache
def _first_late(start: date, working_days: int, convention: DayCount) -> date:
    return add_working_days(start, working_days + 1, convention)
