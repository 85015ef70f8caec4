"""The periods a Board reports on: financial years and their quarters, halves and months.

A financial year runs from 1 April to 31 March. Quarter 1 is April to June, half 1 April to
September. Published statistics name the same year by the March in which it ends.

A period has a label, which parameters and files have, and a title, which people read: quarters by
number, halves by their months, years with a stroke.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from pscb_lib.framework.english import spell
from pscb_lib.framework.months import month_of

THIRD, THIRDS = 4, (4, 8, 12)  # months, and those in which a third of a financial year begins
APRIL = 4


@dataclass(frozen=True, order=True)
class ReportingPeriod:
    """A period of whole months: *first* is its first day, *months* its length in months."""

    first: date
    months: int

    def __str__(self) -> str:
        return self.label

    @property
    def start(self) -> date:
        """The first day of the period."""
        return self.first

    @cached_property
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
        """The name used in parameters and files: 2014-15 Q3, 2014-15 H1, 2013-14, 2014-10.

        A month that looks like a year is written in words: 2011-12 is the financial year.
        """
        if self.months == 1:
            month = f"{self.first:%Y-%m}"
            return self.name if month == year_label(self.first.year) else month
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
        """The name within its year: Quarter 3, April to September 2014, 2013/14, October 2014.

        A third of the year is named by its months: April to July 2014.
        """
        if self.months == THIRD and self.first.month in THIRDS:
            return self._by_months
        if not self.is_regular:
            return f"{spell(self.months)} months to {month_of(self.end)} {self.end.year}"
        if self.months == 1:
            return f"{month_of(self.first)} {self.first.year}"
        return {3: f"Quarter {self.number}", 6: self._by_months,
                12: year_label(self.year_start).replace("-", "/")}[self.months]

    @property
    def title(self) -> str:
        """The name with its year, as it is printed: Quarter 3 2014/15, April to September 2014."""
        return f"{self.name} {self.year.name}" if self._is_quarter else self.name

    @property
    def words(self) -> str:
        """The title with its months: Quarter 3 2014/15 (October to December 2014)."""
        if self.is_regular and self.months in (3, 12):
            return f"{self.title} ({self._by_months})"
        return self.name

    @property
    def _is_quarter(self) -> bool:
        return self.is_regular and self.months == 3

    @property
    def _by_months(self) -> str:
        first = month_of(self.first)
        if self.first.year != self.end.year:
            first = f"{first} {self.first.year}"
        return f"{first} to {month_of(self.end)} {self.end.year}"

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


def months_after(day: date, months: int) -> date:
    """Return the same day of a later month, or its last day if the month is shorter.

    A month is a calendar month, not thirty days: three months after 30 November is 28 February.
    """
    first = add_months(day.replace(day=1), months)
    return first.replace(day=min(day.day, monthrange(first.year, first.month)[1]))


def months_between(earlier: date, later: date) -> int:
    """Whole months from one first day of a month to another."""
    return (later.year - earlier.year) * 12 + later.month - earlier.month


def year_label(start: int) -> str:
    """The financial year that starts in April of *start*: 2014 is 2014-15."""
    return f"{start}-{(start + 1) % 100:02}"
