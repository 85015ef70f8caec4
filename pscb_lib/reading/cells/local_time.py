"""Local times as people write them, and the time elapsed between two of them.

The duty to interview a child within 72 hours of return is measured in elapsed hours, and a night
in which the clocks change is an hour longer or shorter. A time is kept in local time as written;
differences are calculated in universal time. A day without a time is a date, not midnight, so
hours are known only between two times.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from pscb_lib.framework.folding import tidy
from pscb_lib.reading import cells

LONDON = ZoneInfo("Europe/London")
FAR = timedelta(hours=3)  # no change of the clocks turns the order of two times so far apart
MOST_MOMENTS = 1 << 17  # more than a year has at intervals of five minutes
MOST_DAYS = 1 << 14
DAY_AND_TIME = re.compile(  # the day may be in words
    r"(\d\d?(?:st|nd|rd|th)?[ -][A-Za-z]+[., -]{1,2}\d{4}|\S+?)(?:,?[ T](.*))?")
USUAL = re.compile(r"(\d\d/\d\d/\d{4}|\d{4}-\d\d-\d\d) (\d\d):(\d\d)(?::\d\d)?", re.ASCII)
PLAIN = re.compile(r"(\S+)[ T]\d\d:\d\d(:\d\d)?")
When = date | datetime


def when(cell: str, day: cells.Parser = cells.day) -> object:
    """Parse a day, with its time if one is given: 19:30, 7.30pm and 1930 are the same time.

    24:00 is the start of the next day. A time in an unusual form is noted, and so is a time that
    is ambiguous or missing when the clocks change.
    """
    if (usual := USUAL.fullmatch(cell)) and (value := _usual(usual, day)):
        changed = clock_change(value)
        return cells.Noted(value, changed, is_changed=False) if changed else value
    if not cell.strip():
        raise ValueError("must not be blank")
    parts = DAY_AND_TIME.fullmatch(tidy(cell))
    on, clock = (parts[1], parts[2]) if parts else (cell, None)
    found = day(on)
    if not clock:
        return found
    value = datetime.combine(cells.value_of(found), time()) + cells.clock(clock)
    changed = clock_change(value)
    is_plain = PLAIN.fullmatch(cell.strip()) and value.date() == found
    if not is_plain:
        return cells.Noted(value, f"{cell.strip()} read as {value:%d/%m/%Y %H:%M}")
    return cells.Noted(value, changed, is_changed=False) if changed else value


def _usual(written: re.Match[str], day: cells.Parser) -> datetime | None:
    """The time as nearly every row has it; None if its day or its hour is to be noted or refused.
    """
    found = day(written[1])
    hours, minutes = int(written[2]), int(written[3])
    if type(found) is not date or hours > 23 or minutes > 59:
        return None
    return datetime(found.year, found.month, found.day, hours, minutes)


def when_by(as_of: date, blank: str = "must not be blank") -> cells.Parser:
    """Make a parser of days with or without a time, for a report made on the day *as_of*."""
    dated = cells.dated(as_of)
    days: dict[str, object] = {}

    def day(cell: str) -> object:
        if cell not in days:
            days[cell] = dated(cell)
        return days[cell]

    def parse(cell: str) -> object:
        if not cell.strip():
            raise ValueError(blank)
        return when(cell, day if USUAL.fullmatch(cell) else dated)

    return cells.shaped(parse, cells.Shape("day or time"))


def has_time(value: When | None) -> bool:
    """Whether a time of day is known."""
    return isinstance(value, datetime)


def day_of(value: When) -> date:
    """The date of a day, with or without a time."""
    return value.date() if isinstance(value, datetime) else value


def earliest(value: When) -> datetime:
    """The earliest possible time, for sorting: midnight if the time is unknown."""
    return value if isinstance(value, datetime) else datetime.combine(value, time())


def is_before(first: When, second: When) -> bool:
    """Whether *first* is certainly earlier: compare times if both are known, otherwise days."""
    if isinstance(first, datetime) and isinstance(second, datetime):
        between = second - first
        if -FAR < between < FAR:
            return _minutes(first) < _minutes(second)
        return between >= FAR
    return day_of(first) < day_of(second)


def minutes_between(start: When, end: When | None) -> int | None:
    """The elapsed time in whole minutes, or None if a time is missing.

    From 22:00 on 25 October 2014, when the clocks went back, to 08:00 the next day: 660.
    """
    if not (isinstance(start, datetime) and isinstance(end, datetime)):
        return None
    return _minutes(end) - _minutes(start)


def days_between(start: When, end: When) -> int:
    """Whole days from one day to another; 0 for the same day."""
    return (day_of(end) - day_of(start)).days


@lru_cache(MOST_MOMENTS)
def clock_change(value: When | None) -> str | None:
    """The note on a time that is ambiguous or missing when the clocks change, or None."""
    if not isinstance(value, datetime) or not _has_change(value.date()):
        return None
    first, second = (value.replace(tzinfo=LONDON, fold=fold).utcoffset() or timedelta()
                     for fold in (0, 1))
    if first == second:
        return None
    return ("happened twice as the clocks went back: the first is taken" if first > second
            else "did not exist as the clocks went forward: an hour later is taken")


@lru_cache(MOST_DAYS)
def _has_change(on: date) -> bool:
    """Whether the clocks change on a day."""
    day = datetime.combine(on, time(), LONDON)
    return day.utcoffset() != datetime.combine(on, time(23, 59), LONDON).utcoffset()


@lru_cache(MOST_MOMENTS)
def _minutes(value: datetime) -> int:
    """The time in whole minutes of universal time."""
    return int(value.replace(tzinfo=LONDON).timestamp()) // 60
