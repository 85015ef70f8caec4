"""Working days in England and Wales, calculated for any year from 2010 to 2040.

A working day is not a Saturday, a Sunday, Christmas Day, Good Friday or a bank
holiday in England and Wales (Private Arrangements for Fostering Regulations 2005,
regulation 8, has the same list). A published table that starts in a later year would
count the bank holidays of 2014 as working days, so Easter, fixed days, Mondays and
substitute days are calculated. Holidays proclaimed once are listed.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import Enum
from functools import cache

FIRST_YEAR, LAST_YEAR = 2010, 2040
ONE_DAY = timedelta(days=1)
MONDAY, SATURDAY = 0, 5

MOVED = {
    date(2012, 5, 28): date(2012, 6, 4),
    date(2020, 5, 4): date(2020, 5, 8),
    date(2022, 5, 30): date(2022, 6, 2),
}
PROCLAIMED = (
    date(2011, 4, 29),
    date(2012, 6, 5),
    date(2022, 6, 3),
    date(2022, 9, 19),
    date(2023, 5, 8),
)


class DayCount(Enum):
    """Which day is day one of "within n working days": one setting for every report."""

    DAY_0_EXCLUDED = "day 0 excluded"
    DAY_0_COUNTED = "day 0 counted"


def easter_sunday(year: int) -> date:
    """Return Easter Sunday of *year* in the Gregorian calendar (Butcher's algorithm, 1876)."""
    century, year_of_century = divmod(year, 100)
    golden = year % 19
    shift = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - century // 4 - shift + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (year_of_century // 4) - epact
               - year_of_century % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


@cache
def bank_holidays(year: int) -> frozenset[date]:
    """Return the weekdays of *year* on which England and Wales have a bank or public holiday.

    Raises ValueError outside 2010 to 2040, because other years may have proclaimed
    holidays that are not listed here.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"bank holidays are known from {FIRST_YEAR} to {LAST_YEAR}, not {year}")
    easter = easter_sunday(year)
    by_rule = {
        _substitute(date(year, 1, 1)),
        easter - timedelta(days=2),
        easter + ONE_DAY,
        _monday_on_or_after(date(year, 5, 1)),
        _monday_on_or_after(date(year, 5, 25)),
        _monday_on_or_after(date(year, 8, 25)),
    }
    usual = {MOVED.get(day, day) for day in by_rule} | _christmas(year)
    return frozenset(usual | {day for day in PROCLAIMED if day.year == year})


def is_working_day(day: date) -> bool:
    """Return whether *day* is a working day in England and Wales."""
    return day.weekday() < SATURDAY and day not in bank_holidays(day.year)


def add_working_days(day: date, days: int, convention: DayCount = DayCount.DAY_0_EXCLUDED) -> date:
    """Return the last day that is "within *days* working days" of *day*.

    With day 0 excluded, the usual convention, the first working day after *day* is day
    one. With day 0 counted, *day* itself is day one, or the next working day if it is
    not one. Raises ValueError if *days* is below one.
    """
    if days < 1:
        raise ValueError(f"a number of working days must be 1 or more, not {days}")
    reached = day if convention is DayCount.DAY_0_EXCLUDED else day - ONE_DAY
    while days:
        reached += ONE_DAY
        days -= is_working_day(reached)
    return reached


def working_days(
    start: date, end: date, convention: DayCount = DayCount.DAY_0_EXCLUDED
) -> int:
    """Return the number of working days from *start* to *end* in England and Wales.

    From a working day to itself is 0 with day 0 excluded and 1 with day 0 counted. Raises
    ValueError if *end* is before *start*.
    """
    if end < start:
        raise ValueError(f"the end, {end}, is before the start, {start}")
    first = start + ONE_DAY if convention is DayCount.DAY_0_EXCLUDED else start
    span = (end - first).days + 1
    return sum(is_working_day(first + timedelta(days=offset)) for offset in range(span))


def _monday_on_or_after(day: date) -> date:
    return day + timedelta(days=(MONDAY - day.weekday()) % 7)


def _substitute(day: date) -> date:
    return _monday_on_or_after(day) if day.weekday() >= SATURDAY else day


def _christmas(year: int) -> set[date]:
    christmas, boxing = date(year, 12, 25), date(year, 12, 26)
    holidays = {day for day in (christmas, boxing) if day.weekday() < SATURDAY}
    # A day at the weekend goes to the first weekday that is not already a holiday.
    substitute = boxing + ONE_DAY
    while len(holidays) < 2:
        if substitute.weekday() < SATURDAY:
            holidays.add(substitute)
        substitute += ONE_DAY
    return holidays
