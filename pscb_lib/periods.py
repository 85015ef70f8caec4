"""The periods a Board reports on: financial years and their quarters, halves and months.

A financial year runs from 1 April to 31 March. Quarter 1 is April to June, half 1 April to
September. Published statistics name the same year by the March in which it ends.
"""

from __future__ import annotations

import re
from calendar import month_abbr, month_name, monthrange
from dataclasses import dataclass
from datetime import date

SPELLINGS = (
    "2014-15, 2014-15 Q3, Q3 2014/15, Quarter 3 2014-15, 2014-15 H1, "
    "Oct-Dec 2014, October to December 2014, 2014-10, October 2014"
)
APRIL = 4
MONTHS = {
    name.lower(): number
    for names in (month_name, month_abbr)
    for number, name in enumerate(names)
    if name
}


@dataclass(frozen=True, order=True)
class ReportingPeriod:
    """Whole months from *first* (the first day of one) on, *months* long: 1, 3, 6 or 12."""

    first: date
    months: int

    @property
    def start(self) -> date:
        """The first day of the period."""
        return self.first

    @property
    def end(self) -> date:
        """The last day of the period."""
        month = add_months(self.first, self.months - 1)
        return month.replace(day=monthrange(month.year, month.month)[1])

    @property
    def year_start(self) -> int:
        """The calendar year in which the financial year starts."""
        return self.first.year - (self.first.month < APRIL)

    @property
    def number(self) -> int:
        """Which quarter or half of the year this is, from 1."""
        return (self.first.month - APRIL) % 12 // self.months + 1

    @property
    def label(self) -> str:
        """The name used in parameters and files: 2014-15 Q3, 2014-15 H1, 2013-14, 2014-10."""
        if self.months == 1:
            return f"{self.first:%Y-%m}"
        if not self.is_regular:
            return f"{self.first:%Y-%m} to {self.end:%Y-%m}"
        letter = {3: f" Q{self.number}", 6: f" H{self.number}", 12: ""}[self.months]
        return f"{year_label(self.year_start)}{letter}"

    @property
    def is_regular(self) -> bool:
        """Whether this is a month, quarter, half or year of the financial calendar."""
        return self.months in (1, 3, 6, 12) and (self.first.month - APRIL) % self.months == 0

    @property
    def name(self) -> str:
        """The name within its year, as readers say it: Quarter 3, Half 1, October 2014."""
        if not self.is_regular:
            return f"{self.months} months to {month_name[self.end.month]} {self.end.year}"
        if self.months == 1:
            return f"{month_name[self.first.month]} {self.first.year}"
        return {3: f"Quarter {self.number}", 6: f"Half {self.number}", 12: "Year"}[self.months]

    @property
    def title(self) -> str:
        """The name with its year: Quarter 3 2014/15, Year 2013/14."""
        if self.months == 1 or not self.is_regular:
            return self.name
        return f"{self.name} {year_label(self.year_start).replace('-', '/')}"

    @property
    def words(self) -> str:
        """The title with its months: Quarter 3 2014/15 (October to December 2014)."""
        if self.months == 1 or not self.is_regular:
            return self.name
        first = month_name[self.first.month]
        if self.first.year != self.end.year:
            first = f"{first} {self.first.year}"
        return f"{self.title} ({first} to {month_name[self.end.month]} {self.end.year})"

    @property
    def previous(self) -> ReportingPeriod:
        """The period of the same length just before."""
        return self.back(self.months)

    @property
    def same_last_year(self) -> ReportingPeriod:
        """The same quarter, half or month a year earlier."""
        return self.back(12)

    @property
    def year(self) -> ReportingPeriod:
        """The financial year this period lies in."""
        return ReportingPeriod(date(self.year_start, APRIL, 1), 12)

    @property
    def to_date(self) -> ReportingPeriod:
        """The financial year from April to the end of this period."""
        start = self.year.first
        return ReportingPeriod(start, months_between(start, self.first) + self.months)

    @property
    def rolling_year(self) -> ReportingPeriod:
        """The twelve months that end with this period."""
        return ReportingPeriod(add_months(self.first, self.months - 12), 12)

    def back(self, months: int) -> ReportingPeriod:
        """The period of the same length *months* months earlier."""
        return ReportingPeriod(add_months(self.first, -months), self.months)

    def contains(self, other: date | ReportingPeriod) -> bool:
        """Whether a day, or the whole of another period, lies in this one."""
        if isinstance(other, ReportingPeriod):
            return self.start <= other.start and other.end <= self.end
        return self.start <= other <= self.end

    def split(self, months: int) -> list[ReportingPeriod]:
        """The periods of *months* months that make up this one, earliest first."""
        steps = range(0, self.months, months)
        return [ReportingPeriod(add_months(self.first, step), months) for step in steps]


def add_months(first: date, months: int) -> date:
    """Move the first day of a month by whole months."""
    index = first.year * 12 + first.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


def months_between(earlier: date, later: date) -> int:
    """Whole months from one first day of a month to another."""
    return (later.year - earlier.year) * 12 + later.month - earlier.month


def year_label(start: int) -> str:
    """The financial year that starts in April of *start*: 2014 is 2014-15."""
    return f"{start}-{(start + 1) % 100:02}"


def parse_period(text: str) -> ReportingPeriod:
    """Read a period in any of the spellings people use.

    Raises ValueError with the spellings that are understood.
    """
    folded = " ".join(str(text).lower().replace("/", "-").replace("–", "-").split())
    for reader in (_within_year, _span_of_months, _one_month):
        period = reader(folded)
        if period is not None:
            return period
    raise ValueError(f"is not a period; write one of: {SPELLINGS}")


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
    if found and f"{(int(found[1]) + 1) % 100:02}" != found[2]:
        return ReportingPeriod(date(int(found[1]), int(found[2]), 1), 1)
    found = re.fullmatch(r"([a-z]+)[ -](20\d\d|\d\d)", text)
    if not found or found[1] not in MONTHS:
        return None
    return ReportingPeriod(date(int(found[2][-2:]) + 2000, MONTHS[found[1]], 1), 1)
