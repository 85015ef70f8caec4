"""An indicator, its unit and its kind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from pscb_lib.board.indicators.roles import Role
from pscb_lib.board.indicators.sources import Source
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.rag import Polarity, Target

INDICATORS = "indicators"  # the table of their figures, in every report that has some


class Unit(Enum):
    """The unit of an actual."""

    COUNT = "count"
    PERCENT = "percent"
    RATE = "rate per 10,000"


class Kind(Enum):
    """What is counted: events in a period, children at a date, or events followed up later."""

    FLOW = "flow"
    STOCK = "stock"
    COHORT = "cohort"


@dataclass(frozen=True)
class Indicator:
    """One row of the register; the names of the fields are the columns of the file."""

    id: str  # what returns and the ledger call it
    role: Role | None  # what papers need it for, a word of roles.py; blank for most
    valid_from: ReportingPeriod  # the first financial year with this definition and target
    valid_to: ReportingPeriod | None  # the last one; blank while it is in force
    title: str  # its name on the page
    definition: str  # what is counted, in one sentence
    agency: str  # who sends it: the own name in agencies.csv
    theme: str  # its subject, for officers who filter the register; on no page
    priority: str  # the Board's priority: a group of the table of all indicators
    numerator: str  # what is counted
    denominator: str | None  # what it is counted out of; blank for a count
    unit: Unit  # how the actual is printed, and whether it has a denominator
    kind: Kind  # a stock takes the last month of a quarter, the others the sum of its months
    basis: str  # the time that the actual covers, up to the quarter's end
    polarity: Polarity  # which way is better
    timescale_source: Source | None  # law, guidance or local, and what the time allowed is set in
    target: Decimal | None  # what is rated against; the lower end of a band
    target_upper: Decimal | None  # the upper end of a band
    target_year: str | None  # the financial year for which the target was set
    target_source: Source | None  # the same of the target; "local: illustrative" if set by nobody
    describes: str  # whom a small count could identify: decides for which readers it is hidden
    severity: int  # how much harm a red one means, 3 the most: the order of exceptions
    question: str  # what the Board asks of its lead
    lead: str  # the post that answers, and comments when it is red
    review_meetings: tuple[date, ...]  # the Q&E meetings at which it is under review
    miss_words: str | None = None  # what the cases that miss its target were, such as not held

    @property
    def quantity(self) -> str:
        """What papers call its figures, with their period: its role, or without one its id."""
        return self.role or self.id

    @property
    def required(self) -> Target:
        """The target as :func:`pscb_lib.framework.rag.rate` takes it: a number, a band or None."""
        low, high = self.target, self.target_upper
        if self.polarity is Polarity.BAND and low is not None and high is not None:
            return low, high
        return low
