"""Local times as people write them, and the hours that really passed between two of them.

The duty to interview a child within 72 hours of return runs by the clock, so a night in which
the clocks change is an hour longer or shorter than it looks. A moment stays in local time as
written; only differences are taken in universal time. A day without a time is a date, and
never midnight: hours exist only where both times do.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from pscb_lib.reading import cells

LONDON = ZoneInfo("Europe/London")
MOST_MOMENTS = 1 << 17  # more than a half-year holds, at five minutes from one to the next
PLAIN = re.compile(r"(\S+)[ T]\d\d:\d\d(:\d\d)?")
When = date | datetime


def when(cell: str, day: cells.Parser = cells.day) -> object:
    """A day, with its time where one is given: 19:30, 7.30pm and 1930 are one time.

    24:00 is the start of the next day. A time in another form, and one that the change of the
    clocks makes uncertain, is noted.
    """
    if not cell.strip():
        raise ValueError("must not be blank")
    on, _, clock = cell.strip().replace("T", " ").partition(" ")
    found = day(on)
    if not clock.strip():
        return found
    value = datetime.combine(cells.value_of(found), time()) + cells.clock(clock)
    changed = clock_change(value)
    is_plain = PLAIN.fullmatch(cell.strip()) and value.date() == found
    if not is_plain:
        return cells.Noted(value, f"{cell.strip()} read as {value:%d/%m/%Y %H:%M}")
    return cells.Noted(value, changed, is_changed=False) if changed else value


def when_by(as_of: date, blank: str = "must not be blank") -> cells.Parser:
    """Make a parser of days with or without a time, as known on the day of the report."""
    dated = cells.dated(as_of)

    def parse(cell: str) -> object:
        if not cell.strip():
            raise ValueError(blank)
        return when(cell, dated)

    return cells.shaped(parse, cells.Shape("day or time"))


def has_time(value: When | None) -> bool:
    """Whether a time of day is known."""
    return isinstance(value, datetime)


def day_of(value: When) -> date:
    """The day, with or without a time."""
    return value.date() if isinstance(value, datetime) else value


def earliest(value: When) -> datetime:
    """The first moment that can be meant: what a list is sorted by."""
    return value if isinstance(value, datetime) else datetime.combine(value, time())


def is_before(first: When, second: When) -> bool:
    """Whether *first* is certainly earlier: by the clock where both have times, else by day."""
    if isinstance(first, datetime) and isinstance(second, datetime):
        return _minutes(first) < _minutes(second)
    return day_of(first) < day_of(second)


def minutes_between(start: When, end: When | None) -> int | None:
    """Whole minutes that passed, or None where a time is missing.

    From 22:00 on 25 October 2014 to 08:00 the next day it is eleven hours of them.
    """
    if not (isinstance(start, datetime) and isinstance(end, datetime)):
        return None
    return _minutes(end) - _minutes(start)


def days_between(start: When, end: When) -> int:
    """Whole days from one day to another; 0 for the same day."""
    return (day_of(end) - day_of(start)).days


@lru_cache(MOST_MOMENTS)
def clock_change(value: When | None) -> str | None:
    """What is done with a time that the change of the clocks makes uncertain, or None."""
    if not isinstance(value, datetime):
        return None
    first, second = (value.replace(tzinfo=LONDON, fold=fold).utcoffset() or timedelta()
                     for fold in (0, 1))
    if first == second:
        return None
    return ("happened twice as the clocks went back: the first is taken" if first > second
            else "did not exist as the clocks went forward: an hour later is taken")


@lru_cache(MOST_MOMENTS)
def _minutes(value: datetime) -> int:
    """Minutes of universal time; a moment is told in minutes."""
    return int(value.replace(tzinfo=LONDON).timestamp()) // 60
