"""Local times as people write them, and the hours that really passed between two of them.

The duty to interview a child within 72 hours of return runs by the clock, so a night in which
the clocks change is an hour longer or shorter than it looks. A moment stays in local time as
written; only differences are taken in universal time. A day without a time is a date, and
never midnight: hours exist only where both times do.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta, timezone
from fractions import Fraction
from zoneinfo import ZoneInfo

from pscb_lib import cells

LONDON = ZoneInfo("Europe/London")
CLOCK = re.compile(r"(\d{1,2})[:.]?(\d\d)(?::\d\d)?\s*([ap]m)?", re.IGNORECASE)
When = date | datetime


def when(cell: str) -> When:
    """A day, with its time where one is given: 19:30, 7.30pm and 1930 are one time.

    24:00 is the start of the next day.
    """
    if not cell.strip():
        raise ValueError("must not be blank")
    on, _, clock = cell.strip().replace("T", " ").partition(" ")
    day = cells.day(on)
    return datetime.combine(day, time()) + _clock(clock) if clock.strip() else day


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
    if has_time(first) and has_time(second):
        return _universal(first) < _universal(second)
    return day_of(first) < day_of(second)


def hours_between(start: When, end: When | None) -> Fraction | None:
    """Hours that passed, or None where a time is missing.

    From 22:00 on 25 October 2014 to 08:00 the next day it is eleven.
    """
    if not (has_time(start) and has_time(end)):
        return None
    return Fraction((_universal(end) - _universal(start)) // timedelta(minutes=1), 60)


def days_between(start: When, end: When) -> int:
    """Whole days from one day to another; 0 for the same day."""
    return (day_of(end) - day_of(start)).days


def clock_change(value: When | None) -> str | None:
    """What is done with a time that the change of the clocks makes uncertain, or None."""
    if not has_time(value):
        return None
    first, second = (value.replace(tzinfo=LONDON, fold=fold).utcoffset() for fold in (0, 1))
    if first == second:
        return None
    return ("happened twice as the clocks went back: the first is taken" if first > second
            else "did not exist as the clocks went forward: an hour later is taken")


def _universal(value: datetime) -> datetime:
    return value.replace(tzinfo=LONDON).astimezone(timezone.utc)


def _clock(words: str) -> timedelta:
    found = CLOCK.fullmatch(words.strip())
    hours, minutes = (int(found[1]), int(found[2])) if found else (25, 0)
    half = (found[3] or "").lower() if found else ""
    if half and not 1 <= hours <= 12:
        raise ValueError("has a time that is not one")
    if half:
        hours = hours % 12 + (12 if half == "pm" else 0)
    if minutes > 59 or timedelta(hours=hours, minutes=minutes) > timedelta(hours=24):
        raise ValueError("has a time that is not one")
    return timedelta(hours=hours, minutes=minutes)
