"""Summaries of actions, audits and Section 11: counted by hand from a few of each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from audited import AGREED, AUDIT, CLOSED, COMPLETED, EVIDENCED, IMPLEMENTED, RECEIVED

from pscb_lib.framework.audit_summary.actions import ActionStatus
from pscb_lib.framework.audit_summary.audits import AskedForBy
from pscb_lib.framework.audit_summary.section11 import Answer, Compliance, Grade, SelfAudit
from pscb_lib.framework.audit_summary.summary import (
    ActionSummary,
    AuditSummary,
    Section11Summary,
    summarise_actions,
    summarise_audits,
    summarise_section11,
)

ON = date(2015, 1, 31)


def test_actions_are_counted_by_status_time_and_evidence() -> None:
    put_off = replace(AGREED, revised_due_on=date(2015, 3, 31))
    late = replace(AGREED, completed_on=date(2014, 9, 1))
    later = replace(AGREED, agreed_on=date(2015, 2, 1), due_on=None)
    assert summarise_actions([AGREED, put_off, late, IMPLEMENTED, CLOSED, later], ON) == (
        ActionSummary(
            actions=5, superseded=0, not_accepted=0, reopened=0,
            by_status={ActionStatus.AGREED: 2, ActionStatus.COMPLETED: 1,
                       ActionStatus.IMPLEMENTED: 1, ActionStatus.OUTCOME_EVIDENCED: 0,
                       ActionStatus.CLOSED: 1},
            judged=5, on_time=2, put_off=1, overdue=1, without_evidence=2, closed=1))


def test_an_action_that_went_further_has_reached_the_statuses_before() -> None:
    summary = summarise_actions([AGREED, COMPLETED, IMPLEMENTED, EVIDENCED, CLOSED], ON)
    assert [*summary.reached.values()] == [5, 4, 3, 2, 1]


def test_later_events_are_not_counted() -> None:
    summary = summarise_actions([CLOSED], date(2014, 9, 30))
    assert (summary.by_status[ActionStatus.IMPLEMENTED], summary.closed) == (1, 0)
    assert summarise_actions([CLOSED], date(2014, 5, 13)).actions == 0


def test_audits_are_received_outstanding_or_an_agencys_own() -> None:
    own = replace(AUDIT, asked_for_by=AskedForBy.AGENCY, asked_on=None, due_on=date(2015, 3, 1))
    found = replace(RECEIVED, good_practice="Joint visits", follow_up_due_on=date(2015, 1, 14))
    later = replace(AUDIT, asked_on=date(2015, 2, 1))
    assert summarise_audits([AUDIT, RECEIVED, found, own, later], ON) == AuditSummary(
        registered=4, received=2, outstanding=1, own=1, late=1, follow_up_owed=1,
        with_good_practice=1, practice_to_spread=1)


def test_section_11_counts_agencies_and_scrutinised_grades() -> None:
    scrutinised = date(2014, 12, 10)
    answers = (Answer(1, Grade.FULLY_MET, scrutinised_on=scrutinised),
               Answer(2, Grade.FULLY_MET, "file", Grade.NOT_MET, scrutinised),
               Answer(3, Grade.NOT_MET))
    returned = SelfAudit("Police", date(2014, 11, 28), date(2014, 12, 1), answers)
    silent = SelfAudit("Housing", date(2014, 11, 28), None, ())
    assert summarise_section11([returned, silent], ON) == Section11Summary(
        agencies=2, returned=1, in_time=0,
        grades={Compliance.COMPLIANT: 1, Compliance.PARTLY: 0, Compliance.NOT_COMPLIANT: 1},
        unproven=1, lowered=1)
