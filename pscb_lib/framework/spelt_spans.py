"""Read a period that is spelt by its first and last month or day: Oct-Dec 2014."""

from __future__ import annotations

import re
from datetime import date

from pscb_lib.framework.months import SPELT
from pscb_lib.framework.periods import THIRD, THIRDS, ReportingPeriod, add_months, months_between

YEAR = r"20\d\d|\d\d"
DAY = rf"\d\d?-\d\d?-20\d\d|20\d\d-\d\d-\d\d|\d\d? [a-z]+(?: (?:{YEAR}))?"


def month_and_year(text: str) -> ReportingPeriod | None:
    """The month of a text such as 2014-10, october 2014 or sept-14, or None."""
    iso = re.fullmatch(r"(20\d\d)-(0[1-9]|1[0-2])", text)
    if iso:
        return ReportingPeriod(date(int(iso[1]), int(iso[2]), 1), 1)
    found = re.fullmatch(rf"([a-z]+)[ -]({YEAR})", text)
    if not found or found[1] not in SPELT:
        return None
    return ReportingPeriod(date(full_year(found[2]), SPELT[found[1]], 1), 1)


def span_of_months(text: str) -> ReportingPeriod | None:
    """The quarter, half or year of a text such as oct-dec 2014, or None."""
    found = re.fullmatch(rf"([a-z]+)(?: ({YEAR}))?-([a-z]+) ({YEAR})", text)
    if not found or found[1] not in SPELT or found[3] not in SPELT:
        return None
    last = date(full_year(found[4]), SPELT[found[3]], 1)
    months = (SPELT[found[3]] - SPELT[found[1]]) % 12 + 1
    period = ReportingPeriod(add_months(last, 1 - months), months)
    is_regular = months > 1 and period.is_regular
    is_of_year = found[2] is None or full_year(found[2]) == period.first.year
    return period if is_regular and is_of_year else None


def third_of_year(text: str) -> ReportingPeriod | None:
    """The third of a financial year of a text such as 2014-04-2014-07, or None."""
    found = re.fullmatch(r"(20\d\d-\d\d)-(20\d\d-\d\d)", text)
    first, last = (month_and_year(one) for one in found.groups()) if found else (None, None)
    if first is None or last is None or first.start.month not in THIRDS:
        return None
    period = ReportingPeriod(first.start, THIRD)
    return period if period.end == last.end else None


def span_of_days(text: str) -> ReportingPeriod | None:
    """The period of a text such as 01-10-2014-31-12-2014, from its first day to its last."""
    found = re.fullmatch(rf"({DAY})-({DAY})", text)
    last = _day(found[2]) if found else None
    first = (_day(found[1]) or _day(f"{found[1]} {last.year}")) if found and last else None
    if not first or not last or first.day != 1 or first > last:
        return None
    period = ReportingPeriod(first, months_between(first, last.replace(day=1)) + 1)
    return period if period.is_regular and period.end == last else None


def full_year(year: str) -> int:
    """The year of two or four digits."""
    return int(year[-2:]) + 2000


def _day(text: str) -> date | None:
    numbers = re.fullmatch(r"(\d\d?)-(\d\d?)-(20\d\d)", text)
    words = re.fullmatch(rf"(\d\d?) ([a-z]+) ({YEAR})", text)
    try:
        if numbers:
            return date(int(numbers[3]), int(numbers[2]), int(numbers[1]))
        if words:
            return date(full_year(words[3]), SPELT[words[2]], int(words[1]))
        return date.fromisoformat(text)
    except (KeyError, ValueError):
        return None
