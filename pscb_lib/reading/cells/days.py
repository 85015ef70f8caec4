"""Dates and times of day: the day comes first; an unusual form is read by rule and noted."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from pscb_lib.framework.folding import fold, tidy
from pscb_lib.framework.months import SPELT
from pscb_lib.reading.cells.noted import Noted, Parser, Shape, shaped

ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[ T]00:00(?::00(?:\.0+)?)?)?", re.ASCII)
YEAR_FIRST = re.compile(r"(\d{4})[/.](\d\d?)[/.](\d\d?)", re.ASCII)
WITH_TIME = re.compile(r"(\S+)[ T](\d\d?:\d\d)\S*(?: ?[ap]m)?", re.IGNORECASE)
BRITISH = re.compile(r"(\d\d?)/(\d\d?)/(\d{4})", re.ASCII)
APART = re.compile(r"(\d\d?)([.-])(\d\d?)\2(\d{4})", re.ASCII)
WORDS = re.compile(r"(?:[a-z]+day,? )?(\d\d?)(?:st|nd|rd|th)?[ -]([a-z]+)[., -]{1,2}(\d{4})")
SHORT_WORDS = re.compile(r"(\d\d?)[ -]([a-z]+)[ -](\d\d)")
SHORT = re.compile(r"(\d\d?)([/.])(\d\d?)\2(\d\d)", re.ASCII)
CLOCK = re.compile(r"(\d{1,2})[:.]?(\d\d)(?::\d\d)?\s*([ap]m)?", re.ASCII | re.IGNORECASE)
FIRST_OF_1900 = date(1899, 12, 30)  # Excel counts a 29 February 1900, which did not exist
FIRST_OF_1904 = date(1904, 1, 1)
YEARS_BACK = 30  # before the report's day, in which a date of a return can lie
OLDEST = 110  # years before it: only a slip of the pen names a year such as 1015
YEARS_AHEAD = 10  # after it, for planned dates


class Since1904(str):
    """The text of a number in a workbook whose dates are counted from 1904."""


def day(cell: str) -> date:
    """Parse a date written yyyy-mm-dd or day first, never month first.

    Dots, dashes, the year first and the month in words are taken too: 30.9.2014, 2014/09/30,
    30 September 2014.
    """
    try:
        return date(*_parts(cell))
    except (TypeError, ValueError):
        pass
    timed = WITH_TIME.fullmatch(tidy(cell))
    if timed and _is_day(timed[1]):
        raise ValueError("is a date with a time of day")
    raise ValueError("is not a date")


def _is_day(folded: str) -> bool:
    try:
        return bool(date(*_parts(folded)))
    except (TypeError, ValueError):
        return False


def dated(as_of: date, is_planned: bool = False) -> Parser:
    """Make a parser of dates that also takes dd/mm/yy and Excel's serial number of a date.

    A short year is 20yy if the date is then not after *as_of* (or, if it *is_planned*, ten years
    later), otherwise 19yy. A serial number must be of a date in the years a return can cover.
    A form other than dd/mm/yyyy or yyyy-mm-dd is noted.
    """
    last = date(as_of.year + YEARS_AHEAD, 12, 31) if is_planned else as_of

    def parse(cell: str) -> object:
        folded = tidy(cell)
        found = _short(_in_numbers(folded), last) or _serial(cell, last) or day(cell)
        if found.year < last.year - OLDEST:
            raise ValueError(f"is a day of the year {found.year}, too long ago for a return")
        is_usual = ISO.fullmatch(folded) or BRITISH.fullmatch(folded)
        return found if is_usual else Noted(found, f"{cell.strip()} read as {found:%d/%m/%Y}")

    return shaped(parse, Shape("day"))


def moment(cell: str) -> datetime:
    """Parse a date with a time of day, hh:mm."""
    found = re.fullmatch(r"(\S+)[ T](\d\d):(\d\d)(?::\d\d)?", tidy(cell), re.ASCII)
    if not found or int(found[2]) > 23 or int(found[3]) > 59:
        raise ValueError("is not a date with a time")
    on = day(found[1])
    return datetime(on.year, on.month, on.day, int(found[2]), int(found[3]))


def clock(words: str) -> timedelta:
    """Parse a time of day, as the time since midnight: 19:30, 7.30pm, 1930; at most 24:00."""
    found = CLOCK.fullmatch(tidy(words))
    hours, minutes = (int(found[1]), int(found[2])) if found else (25, 0)
    half = (found[3] or "").lower() if found else ""
    if half and not 1 <= hours <= 12:
        raise ValueError("has a time that is not valid")
    if half:
        hours = hours % 12 + (12 if half == "pm" else 0)
    if minutes > 59 or timedelta(hours=hours, minutes=minutes) > timedelta(hours=24):
        raise ValueError("has a time that is not valid")
    return timedelta(hours=hours, minutes=minutes)


def _short(folded: str, last: date) -> date | None:
    found = SHORT.fullmatch(folded)
    if not found:
        return None
    on = day(f"{found[1]}/{found[3]}/20{found[4]}")
    return on if on <= last else day(f"{found[1]}/{found[3]}/19{found[4]}")


def _in_numbers(folded: str) -> str:
    """A day that Excel shows as 14-Sep-14 as 14/9/14; another text as it is."""
    words = SHORT_WORDS.fullmatch(fold(folded))
    month = SPELT.get(words[2]) if words else None
    return f"{words[1]}/{month}/{words[3]}" if words and month else folded


def _parts(cell: str) -> tuple[int, ...]:
    """The year, month and day of a cell; none if it has no known form."""
    folded = tidy(cell)
    if iso := ISO.fullmatch(folded):
        return tuple(map(int, iso.groups()))
    if british := BRITISH.fullmatch(folded):
        return tuple(map(int, british.groups()[::-1]))
    if first := YEAR_FIRST.fullmatch(folded):
        return tuple(map(int, first.groups()))
    if apart := APART.fullmatch(fold(cell)):
        return int(apart[4]), int(apart[3]), int(apart[1])
    words = WORDS.fullmatch(fold(cell))
    return (int(words[3]), SPELT[words[2]], int(words[1])) if words and words[2] in SPELT else ()


def _serial(cell: str, last: date) -> date | None:
    if not re.fullmatch(r"\d{4,5}", cell.strip(), re.ASCII):
        return None
    first = FIRST_OF_1904 if isinstance(cell, Since1904) else FIRST_OF_1900
    found = first + timedelta(days=int(cell))
    if not date(last.year - YEARS_BACK, 1, 1) <= found <= last:
        raise ValueError("is a number, but not Excel's number for a date that a return can have")
    return found


shaped(day, Shape("day"))
shaped(moment, Shape("time"))
