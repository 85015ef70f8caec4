"""The overall audit programme: Appendix 1 of the framework, with its own numbers.

Each item has the printed frequency, dates, lead and comment, and the schedule of this Board.
Item 11 contradicts itself: its frequency is "Annually" and its dates are "6 monthly". Both are
kept; it is scheduled six-monthly with an annual roll-up.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.scheduling.frequency import Frequency, periods_in


class Strand(Enum):
    """The three parts of Appendix 1."""

    ONGOING = "ongoing"
    COMMISSIONED = "commissioned"
    RESPONSIVE = "responsive"


class Route(Enum):
    """Where a report goes, from the comment of Appendix 1."""

    QE_THEN_BOARD = "Q&E, then Board"
    QE_THEN_BOARD_IF_REQUIRED = "Q&E, then Board if required"
    BOARD = "Board, full report"
    BOARD_AND_ANNUAL_REPORT = "Board and Annual Report"
    ANNUAL_REPORT = "Annual Report"
    SCR_GROUP = "SCR group"
    NOT_STATED = "not stated"

    @property
    def is_scrutinised(self) -> bool:
        """Whether Q&E scrutinises it: section 5 sends every report for the Board there first."""
        return self not in (Route.ANNUAL_REPORT, Route.SCR_GROUP, Route.NOT_STATED)

    @property
    def is_presented(self) -> bool:
        """Whether the Board always receives it as a separate paper."""
        return self.is_scrutinised and self is not Route.QE_THEN_BOARD_IF_REQUIRED


@dataclass(frozen=True)
class Audit:
    """One item of the programme: as Appendix 1 prints it, then as this Board has set it."""

    item: int
    strand: Strand
    section: str
    subject: str
    frequency_printed: str
    dates_printed: str
    lead_printed: str
    comment: str
    title: str
    lead: str
    frequency: Frequency
    schedule: Frequency
    roll_up: Frequency | None
    first_period: ReportingPeriod | None
    working_days_allowed: int
    route: Route
    report: str
    valid_from: ReportingPeriod
    valid_to: ReportingPeriod | None
    note: str

    def periods_in(self, year: ReportingPeriod) -> list[ReportingPeriod]:
        """Return the periods in a financial *year* that this item reports on, the roll-up last."""
        periods = periods_in(year, self.schedule, self.first_period)
        return periods + (periods_in(year, self.roll_up) if self.roll_up else [])


@dataclass(frozen=True)
class AuditProgramme:
    """The items of Appendix 1, in its order."""

    audits: tuple[Audit, ...]

    def for_year(self, year: ReportingPeriod) -> AuditProgramme:
        """Return the programme of one financial year.

        An item that was changed keeps the year in which it was first in force.
        """
        first: dict[int, ReportingPeriod] = {}
        for audit in self.audits:
            first[audit.item] = min(audit.valid_from, first.get(audit.item, audit.valid_from))
        return AuditProgramme(tuple(
            replace(audit, valid_from=first[audit.item]) for audit in self.audits
            if audit.valid_from <= year <= (audit.valid_to or year)
        ))

    def item(self, number: int) -> Audit:
        """Return the item with Appendix 1's own *number*. Raises KeyError if there is none."""
        return {audit.item: audit for audit in self.audits}[number]
