"""The register of audits: single-agency, multi-agency and themed, and those requested.

Sections 8 to 10 of the Performance Management Framework (May 2014): the Q&E group
"should be informed of all safeguarding audits undertaken" and may request one, when it
"should outline the area to be audited along with the timescale"; multi-agency audits
"consider individual cases selected randomly where more than one agency has been
involved"; good practice is "disseminated just as readily as when there have been
shortfalls".
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum


class Kind(Enum):
    """The kind of audit: by one agency, by several, or of a theme."""

    SINGLE_AGENCY = "single-agency"
    MULTI_AGENCY = "multi-agency"
    THEMED = "themed review"


class AuditGrade(Enum):
    """Ofsted's four grades, as auditors use them."""

    OUTSTANDING = "Outstanding"
    GOOD = "Good"
    REQUIRES_IMPROVEMENT = "Requires improvement"
    INADEQUATE = "Inadequate"


class AskedForBy(Enum):
    """Who requested an audit: the agency itself, the Q&E group or the Board."""

    AGENCY = "agency"
    QUALITY_AND_EFFECTIVENESS = "Q&E"
    BOARD = "Board"


@dataclass(frozen=True)
class RegisteredAudit:
    """One audit on the register. A date is None until the event has happened.

    ``main_finding`` says in a sentence what the audit found about practice with children.
    """

    audit_id: str
    kind: Kind
    agency: str | None
    theme: str | None
    asked_for_by: AskedForBy
    asked_on: date | None
    due_on: date | None
    received_on: date | None
    cases: int | None
    cases_at_random: bool | None
    grade: AuditGrade | None
    action_plan_on: date | None
    follow_up_due_on: date | None
    follow_up_on: date | None
    scrutinised_on: date | None
    good_practice: str | None
    spread_on: date | None
    main_finding: str | None = None

    @property
    def is_request(self) -> bool:
        """Whether Q&E or the Board requested the audit."""
        return self.asked_for_by is not AskedForBy.AGENCY

    @property
    def lacks_outline(self) -> bool:
        """Whether the request lacks the area to be audited, its date or the timescale."""
        return self.is_request and None in (self.theme, self.asked_on, self.due_on)

    @property
    def breaks_random_choice(self) -> bool:
        """Whether this is a multi-agency audit whose cases were not selected randomly."""
        return self.kind is Kind.MULTI_AGENCY and not self.cases_at_random

    def has_come(self, on: date) -> bool:
        """Whether the report was received by the day *on*."""
        return _happened(self.received_on, on)

    def is_scrutinised(self, on: date) -> bool:
        """Whether the Q&E group has scrutinised the report by the day *on*."""
        return self.has_come(on) and _happened(self.scrutinised_on, on)

    def is_outstanding(self, on: date) -> bool:
        """Whether the audit was requested by the day *on* and its report was not received."""
        return self.is_request and _happened(self.asked_on, on) and not self.has_come(on)

    def is_late(self, on: date) -> bool:
        """Whether the report was due before the day *on* and was not received."""
        return self.due_on is not None and self.due_on < on and not self.has_come(on)

    def owes_follow_up(self, on: date) -> bool:
        """Whether evidence of improvement was due before the day *on* and was not received."""
        is_due = self.follow_up_due_on is not None and self.follow_up_due_on < on
        return is_due and not _happened(self.follow_up_on, on)

    def has_found_practice(self, on: date) -> bool:
        """Whether the report, received by the day *on*, describes good practice."""
        return bool(self.good_practice) and self.has_come(on)

    def has_practice_to_spread(self, on: date) -> bool:
        """Whether the report describes good practice not disseminated by the day *on*."""
        return self.has_found_practice(on) and not _happened(self.spread_on, on)


def _happened(day: date | None, on: date) -> bool:
    return day is not None and day <= on
