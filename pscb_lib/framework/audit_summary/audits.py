"""The register of audits: single-agency, multi-agency and themed, and those requested.

Sections 8 to 10 of the Performance Management Framework (May 2014): the Q&E group
"should be informed of all safeguarding audits undertaken" and may request one, when it
"should outline the area to be audited along with the timescale"; multi-agency audits
"consider individual cases selected randomly where more than one agency has been
involved"; good practice is "disseminated just as readily as when there have been
shortfalls".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from pscb_lib.framework.audit_summary.areas import Area

PLAN_WITHIN = timedelta(days=28)  # after the report, where practice is not good


class Kind(Enum):
    """The kind of audit: by one agency, by several, or of a theme."""

    SINGLE_AGENCY = "single-agency"
    MULTI_AGENCY = "multi-agency"
    THEMED = "themed review"


class AuditGrade(Enum):
    """Ofsted's grades, as auditors use them.

    The third was "adequate" until the autumn of 2013 and "requires improvement" since, so that the
    two are one level, and a pair of an audit and its re-audit may have both.
    """

    OUTSTANDING = "Outstanding"
    GOOD = "Good"
    REQUIRES_IMPROVEMENT = "Requires improvement"
    ADEQUATE = "Adequate"
    INADEQUATE = "Inadequate"

    @property
    def level(self) -> int:
        """From 0, inadequate, to 3, outstanding."""
        return LEVELS[self]

    @property
    def is_good(self) -> bool:
        """Whether it is good or better."""
        return self.level >= LEVELS[AuditGrade.GOOD]


LEVELS = {AuditGrade.INADEQUATE: 0, AuditGrade.ADEQUATE: 1, AuditGrade.REQUIRES_IMPROVEMENT: 1,
          AuditGrade.GOOD: 2, AuditGrade.OUTSTANDING: 3}


class AskedForBy(Enum):
    """Who requested an audit: the agency itself, the Q&E group or the Board."""

    AGENCY = "agency"
    QUALITY_AND_EFFECTIVENESS = "Q&E"
    BOARD = "Board"


class CommissionedAs(Enum):
    """What an audit came of."""

    OWN_PROGRAMME = "own programme"
    QUALITY_AND_EFFECTIVENESS = "sub-group request"
    BOARD = "Board request"
    REVIEW = "after a review"
    INSPECTION = "inspection"


class DoneBy(Enum):
    """Who did a single-agency audit (section 8 allows a nominated third person)."""

    AGENCY = "agency"
    THIRD_PERSON = "independent third person"


class BoardToKnow(Enum):
    """What Q&E decided: section 8 has it "decide if the Board needs to be advised"."""

    YES = "yes"
    NO = "no"
    NOT_JUDGED = "not judged"


@dataclass(frozen=True)
class RegisteredAudit:
    """One audit on the register. A date is None until the event has happened.

    ``main_finding`` says in a sentence what the audit found about practice with children, and
    ``equality_found`` what it found about groups of them. ``reaudit_of`` is the id of an earlier
    audit whose weaknesses this one looked at again. None of a later field is not recorded.
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
    area: Area | None = None
    commissioned_as: CommissionedAs | None = None
    done_by: DoneBy | None = None
    findings_n: int | None = None
    report_supplied: bool | None = None
    plan_supplied: bool | None = None
    board_to_know: BoardToKnow | None = None
    reaudit_of: str | None = None
    equality_examined: bool | None = None
    equality_found: str | None = None

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

    @property
    def came_on(self) -> date:
        """The day it was received. Raises ValueError if it has not come."""
        if self.received_on is None:
            raise ValueError(f"audit {self.audit_id} has not come")
        return self.received_on

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

    def needs_plan(self, on: date) -> bool:
        """Whether the report came and found practice that is not good, so that a plan follows."""
        return self.has_come(on) and self.grade is not None and not self.grade.is_good

    def has_plan_in_time(self) -> bool:
        """Whether the plan came within 28 days of the report."""
        came, planned = self.received_on, self.action_plan_on
        return came is not None and planned is not None and planned <= came + PLAN_WITHIN

    def has_found_practice(self, on: date) -> bool:
        """Whether the report, received by the day *on*, describes good practice."""
        return bool(self.good_practice) and self.has_come(on)

    def has_practice_to_spread(self, on: date) -> bool:
        """Whether the report describes good practice not disseminated by the day *on*."""
        return self.has_found_practice(on) and not _happened(self.spread_on, on)


def not_repeated(audits: Iterable[RegisteredAudit], on: date) -> list[RegisteredAudit]:
    """The audits received by the day *on*, without those that a later one of them repeats."""
    received = [one for one in audits if one.has_come(on)]
    repeated = {one.reaudit_of for one in received}
    return [one for one in received if one.audit_id not in repeated]


def pair_repeated(audits: Iterable[RegisteredAudit], on: date
                  ) -> list[tuple[RegisteredAudit, RegisteredAudit]]:
    """Each audit with the one that repeats it, where both were received by *on* and are graded."""
    graded = {one.audit_id: one for one in audits if one.has_come(on) and one.grade}
    return [(graded[one.reaudit_of], one) for one in graded.values() if one.reaudit_of in graded]


def _happened(day: date | None, on: date) -> bool:
    return day is not None and day <= on
