"""Invented families of the sample of conferences: their children, plans and reviews.

Siblings share their conferences. The plans of a family end at a review, some of its children's
before the others', or between two reviews if the family moves away.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from pscb_lib.framework.periods import ReportingPeriod, months_after
from pscb_lib.framework.workdays import is_working_day
from tools.samples.dealing import pick

ONE_DAY = timedelta(days=1)
SIZES = {1: 46, 2: 30, 3: 16, 4: 6, 5: 2}
ETHNIC = {"WBRI": 60, "WOTH": 13, "APKN": 11, "AIND": 2, "MWBC": 4, "MWAS": 3, "BAFR": 4,
          "OOTH": 2, "NOBT": 1}
YEARS_OLD = {0: 14, 1: 9, 2: 8, 3: 7, 4: 7, 5: 6, 6: 6, 7: 5, 8: 5, 9: 5, 10: 5, 11: 5, 12: 5,
             13: 5, 14: 5, 15: 3}


@dataclass
class Child:
    """One child: what is known of it, and its plan."""

    dob: date
    sex: str
    ethnicity: str
    has_plan: bool = False
    earlier: bool = False
    category: str = ""
    end: date | None = None
    end_reason: str = ""
    id: str = ""


@dataclass
class Family:
    """The children of one conference. *held* are the days of reviews, each with its day due."""

    children: list[Child]
    start: date
    kind: str = "initial"
    is_long: bool = False
    due: date = date.max
    first_due: date = date.max  # of the reviews in the sample
    next_on: date = date.max
    is_failed: bool = False
    held: list[tuple[date, date]] = field(default_factory=list)
    missed: list[tuple[date, date]] = field(default_factory=list)  # a quarter's end, a day due
    id: str = ""

    @property
    def planned(self) -> list[Child]:
        """The children who had a plan."""
        return [one for one in self.children if one.has_plan]

    @property
    def open(self) -> list[Child]:
        """The children whose plan runs."""
        return [one for one in self.planned if one.end is None]

    def plan_review(self, rng: Random, after: date, months: int) -> None:
        """Set when the next review is due, and a working day before it."""
        self.due = months_after(after, months)
        self.next_on = working_day(self.due - timedelta(days=rng.randrange(9)), -1)


def working_day(day: date, step: int) -> date:
    """Return *day*, or the nearest working day before or after it."""
    while not is_working_day(day):
        day += step * ONE_DAY
    return day


def back(day: date, number: int) -> date:
    """Return the working day that is *number* working days before *day*."""
    for _ in range(number):
        day = working_day(day - ONE_DAY, -1)
    return day


def any_day(rng: Random, quarter: ReportingPeriod) -> date:
    """Draw a working day of a quarter."""
    days = (quarter.end - quarter.start).days
    while True:
        day = quarter.start + timedelta(days=rng.randrange(days + 1))
        if is_working_day(day):
            return day


def sizes(rng: Random, total: int) -> Iterator[int]:
    """Share *total* children out to families."""
    while total:
        size = min(int(pick(SIZES, rng)), total)  # type: ignore[call-overload]
        yield size
        total -= size


def make_family(rng: Random, number: int, start: date, kind: str = "initial") -> Family:
    """Invent a family of so many children; one that is not yet born is alone."""
    ethnicity = str(pick(ETHNIC, rng))
    born = date.max
    if number == 1 and kind == "initial" and rng.random() < 0.07:
        kind, born = "pre-birth", start + timedelta(days=10 + rng.randrange(70))
    children = [Child(
        born if kind == "pre-birth" else start - timedelta(
            days=365 * int(pick(YEARS_OLD, rng)) + 5 + rng.randrange(360)),  # type: ignore
        ("F", "M")[rng.randrange(2)], ethnicity) for _ in range(number)]
    return Family(children, start, kind)
