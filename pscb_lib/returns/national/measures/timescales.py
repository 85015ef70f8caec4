"""Timescales of social care: what is open on a day, what is in time, and months by the calendar.

Months are the calendar's, never thirty days: three months after 30 November is 28 February.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from functools import cache

from pscb_lib.framework.periods import add_months
from pscb_lib.framework.workdays import DayCount, add_working_days

DAYS_THAT_NO_COUNT_REACHES = 3  # calendar days for each working day, bank holidays and all


def is_open(on: date, began: date, ended: date | None) -> bool:
    """Whether an episode is open at the end of a day: what ended on that day is not.

    The next episode begins on the day the last one ended, so a child is in one of the two.
    """
    return began <= on and (ended is None or ended > on)


def months_after(day: date, months: int) -> date:
    """The same day of a later month, or the month's last day where it has no such day."""
    first = add_months(day.replace(day=1), months)
    return first.replace(day=min(day.day, monthrange(first.year, first.month)[1]))


def is_within(start: date, end: date, working_days: int, convention: DayCount) -> bool:
    """Whether no more than *working_days* have been counted when *end* is reached.

    What happens at a weekend after the last day in time has counted no further day, and is
    in time. An end before its start has counted none: the caller says what that means.
    """
    if end <= start:
        return True
    # Long gaps need no count, and may begin in a year whose bank holidays are not known.
    if (end - start).days > DAYS_THAT_NO_COUNT_REACHES * working_days:
        return False
    return end < _first_late(start, working_days, convention)


@cache
def _first_late(start: date, working_days: int, convention: DayCount) -> date:
    return add_working_days(start, working_days + 1, convention)
