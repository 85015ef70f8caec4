"""Which framework a board works by: its name, its dates, and what it rules.

The Performance Management Framework is of May 2014, and its first page says "Next Review date: May
2015". What it rules is in the modules of this wing. A successor is data of the package.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pscb_lib.framework.folding import bare
from pscb_lib.framework.periods import ReportingPeriod, months_after
from pscb_lib.framework.rag import FRAMEWORK, Thresholds
from pscb_lib.framework.workdays import DayCount, add_working_days

MONTHS, WORKING_DAYS = UNITS = ("months", "working days")


@dataclass(frozen=True)
class Within:
    """A time within which something is to be done: so many calendar months, or working days."""

    number: int
    unit: str = MONTHS

    def last_day(self, day: date, convention: DayCount = DayCount.DAY_0_EXCLUDED) -> date:
        """The last day of it, after a *day*."""
        if self.unit == MONTHS:
            return months_after(day, self.number)
        return add_working_days(day, self.number, convention)


@dataclass(frozen=True)
class Framework:
    """One framework. What is left to the board is None or empty, and named."""

    id: str
    title: str
    in_force_from: date
    review_by: date | None  # the last day of the month that it names for its review
    thresholds: Thresholds | None  # of section 7, as shares of target
    standards: int | None  # how many there are of Section 11
    yearly_report: str  # what the year's report is called
    yearly_report_law: str
    left_to_the_board: tuple[str, ...] = ()
    board: str = ""  # whose own it is: another that works by it has not fixed its review
    words: tuple[tuple[str, str], ...] = ()  # what that of May 2014 says, and what this one does
    decide_within: Within = Within(1)  # of its notification, how a case is reviewed
    publish_by: tuple[int, int] | None = None  # month and day, of a year's report
    follows: Framework | None = None  # the one in whose place it is

    def on(self, day: date) -> Framework:
        """The edition in force on a *day*: this one, or else one that it follows."""
        return self if self.follows is None or day >= self.in_force_from else self.follows.on(day)

    def published_by(self, year: ReportingPeriod) -> date | None:
        """The last day to publish the report of a financial *year*; None if there is none."""
        return date(year.end.year, *self.publish_by) if self.publish_by else None

    def say_review(self, on: date, board: str) -> str:
        """That a board's own framework is past its review date on a day; empty if it is not."""
        if self.review_by is None or on <= self.review_by or bare(board) != bare(self.board):
            return ""
        return (f"The {self.title} was to be reviewed by {self.review_by:%B %Y}; this paper still "
                "follows it.")


MAY_2014 = Framework(
    "pscb-2014", "Performance Management Framework (May 2014)", date(2014, 5, 1),
    date(2015, 5, 31), FRAMEWORK, 9, "annual report", "Children Act 2004, section 14A",
    board="Peterborough Safeguarding Children Board")
