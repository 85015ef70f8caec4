"""Counts of actions, audits and Section 11 self-audits, as known on a day.

Section 4 of the Performance Management Framework (May 2014): the end of an action is "the
successful implementation of an action alongside evidence of an outcome", so completed actions
and actions with evidence are counted separately.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from pscb_lib.framework.audit_summary.actions import Action, ActionStatus, SideState
from pscb_lib.framework.audit_summary.audits import RegisteredAudit
from pscb_lib.framework.audit_summary.section11 import Compliance, SelfAudit


@dataclass(frozen=True)
class ActionSummary:
    """Counts of actions.

    Each of the ``actions`` agreed is either open, complete, superseded or not accepted.
    ``by_status`` counts those that are not set aside once, at the last status they have reached;
    ``reopened`` ones are open again. ``judged`` counts
    actions with a due date that were completed or are past their first due date; ``on_time``
    counts those of them completed by that date. ``put_off`` counts actions with a revised due
    date. ``overdue`` counts actions that are not completed and past their latest due date.
    ``closed`` actions have evidence of an outcome; ``without_evidence`` counts completed actions
    that have none.
    """

    actions: int
    superseded: int
    not_accepted: int
    reopened: int
    by_status: Mapping[ActionStatus, int]
    judged: int
    on_time: int
    put_off: int
    overdue: int
    without_evidence: int
    closed: int

    @property
    def reached(self) -> dict[ActionStatus, int]:
        """How many actions have reached each status, or a later one; all of them were agreed."""
        last = [self.by_status[status] for status in ActionStatus]
        reached = {status: sum(last[place:]) for place, status in enumerate(ActionStatus)}
        return {**reached, ActionStatus.AGREED: self.actions}


@dataclass(frozen=True)
class AuditSummary:
    """Counts of audits: each ``registered`` one is ``received``, ``outstanding`` or ``own``.

    ``outstanding`` audits were requested by Q&E or the Board and are not received. ``own`` audits
    are not received either, and the agency undertakes them for itself. ``late`` audits are not
    received and were due before the day.
    """

    registered: int
    received: int
    outstanding: int
    own: int
    late: int
    follow_up_owed: int
    with_good_practice: int
    practice_to_spread: int


@dataclass(frozen=True)
class Section11Summary:
    """Counts of agencies, and of the grades that Q&E has scrutinised by compliance.

    ``unproven`` grades are fully met without evidence; ``lowered`` grades were moderated
    downwards.
    """

    agencies: int
    returned: int
    in_time: int
    grades: Mapping[Compliance, int]
    unproven: int
    lowered: int


def summarise_actions(actions: Iterable[Action], on: date) -> ActionSummary:
    """Count the *actions* agreed by the day *on*, as known on that day (section 4).

    On time is judged against the first due date: a revised one does not make an action punctual.
    """
    known = [action.known_on(on) for action in actions if action.agreed_on <= on]
    verdicts = [verdict for one in known if (verdict := one.on_time(on)) is not None]
    statuses = [action.status for action in known if not action.is_aside]
    sides = [action.side for action in known]
    return ActionSummary(
        actions=len(known),
        superseded=sides.count(SideState.SUPERSEDED),
        not_accepted=sides.count(SideState.NOT_ACCEPTED),
        reopened=sides.count(SideState.REOPENED),
        by_status={status: statuses.count(status) for status in ActionStatus},
        judged=len(verdicts),
        on_time=sum(verdicts),
        put_off=sum(action.revised_due_on is not None for action in known),
        overdue=sum(action.is_overdue(on) for action in known),
        without_evidence=sum(action.lacks_evidence for action in known),
        closed=statuses.count(ActionStatus.CLOSED),
    )


def summarise_audits(audits: Iterable[RegisteredAudit], on: date) -> AuditSummary:
    """Count the *audits* on the register, as known on the day *on* (sections 8 to 10).

    An audit requested after that day is not counted.
    """
    audits = [audit for audit in audits if audit.asked_on is None or audit.asked_on <= on]
    return AuditSummary(
        registered=len(audits),
        received=sum(audit.has_come(on) for audit in audits),
        outstanding=sum(audit.is_outstanding(on) for audit in audits),
        own=sum(not audit.has_come(on) and not audit.is_request for audit in audits),
        late=sum(audit.is_late(on) for audit in audits),
        follow_up_owed=sum(audit.owes_follow_up(on) for audit in audits),
        with_good_practice=sum(audit.has_found_practice(on) for audit in audits),
        practice_to_spread=sum(audit.has_practice_to_spread(on) for audit in audits),
    )


def summarise_section11(self_audits: Iterable[SelfAudit], on: date) -> Section11Summary:
    """Count a round of *self_audits* as known on the day *on* (section 6).

    Grades are counted, not averaged: a mean would hide a standard that is not met.
    """
    known = [one.known_on(on) for one in self_audits]
    days = [(one.returned_on, one.due_on) for one in known if one.returned_on is not None]
    graded = [answer for one in known for answer in one.scrutinised(on)]
    reached = [answer.grade.compliance for answer in graded]
    return Section11Summary(
        agencies=len(known),
        returned=len(days),
        in_time=sum(returned_on <= due_on for returned_on, due_on in days),
        grades={compliance: reached.count(compliance) for compliance in Compliance},
        unproven=sum(answer.lacks_evidence for answer in graded),
        lowered=sum(answer.grade.level < answer.self_grade.level for answer in graded),
    )
