"""Read a reporting period in any of the spellings people use.

A spelling that could be a year or a month is the financial year: 2011-12 is never December
2011.
"""

from __future__ import annotations

import re
from datetime import date

from pscb_lib.framework import months
from pscb_lib.framework.periods import APRIL, ReportingPeriod, add_months, months_between

SPELLINGS = (
    "2014-15, 2014-15 Q3, Q3 2014/15, Quarter 3 2014-15, 2014-15 H1, "
    "Oct-Dec 2014, October to December 2014, 2014-10, October 2014"
)
MONTHS = {
    spelling.lower(): number
    for number, name in enumerate(months.MONTHS, start=1)
    for spelling in (name, months.short_name(name))
}


def parse_period(text: str) -> ReportingPeriod:
    """Read a period in any of the spellings people use.

    Raises ValueError, with the spellings that are understood, for any other text.
    """
    folded = " ".join(str(text).lower().replace("/", "-").replace("–", "-").split())
    for reader in (_within_year, _span_of_months, _one_month):
        period = reader(folded)
        if period is not None:
            return period
    raise ValueError(f"is not a period; write one of: {SPELLINGS}")


def parse_span(text: str) -> ReportingPeriod:
    """Read a period in any usual spelling, or whole months such as 2014-04 to 2014-07."""
    months = re.fullmatch(r"(\d{4})-(\d\d) to (\d{4})-(\d\d)", text.strip())
    if not months:
        return parse_period(text)
    first, last = (date(int(months[place]), int(months[place + 1]), 1) for place in (1, 3))
    return ReportingPeriod(first, months_between(first, last) + 1)


def parse_year(text: str) -> ReportingPeriod:
    """Read a financial year.

    Raises ValueError for any other text, such as a year that Excel turned into a month
    (2011-12 is saved as Dec-11).
    """
    period = parse_period(text)
    if period.months != 12:
        raise ValueError("is not a financial year, such as 2014-15")
    return period


def _within_year(text: str) -> ReportingPeriod | None:
    text = re.sub(r"\b(quarter|half)\s*(?=\d)", lambda match: match[1][0], text)
    found = re.fullmatch(r"(?:([qh])([1-4])\s+)?(20\d\d|\d\d)-(\d\d)(?:\s+([qh])([1-4]))?", text)
    if not found:
        return None
    letter, number = found[1] or found[5], found[2] or found[6]
    start = int(found[3]) if len(found[3]) == 4 else 2000 + int(found[3])
    twice = found[1] and found[5]
    if (start + 1) % 100 != int(found[4]) or twice or (letter == "h" and number > "2"):
        return None
    months = {"q": 3, "h": 6, None: 12}[letter]
    step = months * (int(number) - 1) if number else 0
    return ReportingPeriod(add_months(date(start, APRIL, 1), step), months)


def _span_of_months(text: str) -> ReportingPeriod | None:
    found = re.fullmatch(r"([a-z]+)(?: (20\d\d))?\s*(?:-|to)\s*([a-z]+) (20\d\d)", text)
    if not found or found[1] not in MONTHS or found[3] not in MONTHS:
        return None
    last = date(int(found[4]), MONTHS[found[3]], 1)
    months = (MONTHS[found[3]] - MONTHS[found[1]]) % 12 + 1
    period = ReportingPeriod(add_months(last, 1 - months), months)
    regular = months in (3, 6, 12) and (period.first.month - APRIL) % months == 0
    return period if regular and found[2] in (None, str(period.first.year)) else None


def _one_month(text: str) -> ReportingPeriod | None:
    found = re.fullmatch(r"(20\d\d)-(0[1-9]|1[0-2])", text)
    if found:
        return ReportingPeriod(date(int(found[1]), int(found[2]), 1), 1)
    found = re.fullmatch(r"([a-z]+)[ -](20\d\d|\d\d)", text)
    if not found or found[1] not in MONTHS:
        return None
    return ReportingPeriod(date(int(found[2][-2:]) + 2000, MONTHS[found[1]], 1), 1)
