"""An action and an audit at each step of their course."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from pscb_lib.framework.audit_summary.actions import Action, Recommendation
from pscb_lib.framework.audit_summary.audits import AskedForBy, AuditGrade, Kind, RegisteredAudit

AGREED = Action(
    action_id="ACT-1", text="Send minutes within one working day", agency="Police",
    owner="Detective Inspector", measure="90% in one day",
    recommendation=Recommendation("SA-1", "Minutes came late", "Share minutes on the day"),
    agreed_on=date(2014, 5, 14), due_on=date(2014, 8, 29),
)
COMPLETED = replace(AGREED, completed_on=date(2014, 8, 29))
IMPLEMENTED = replace(COMPLETED, implemented_on=date(2014, 9, 10))
EVIDENCED = replace(IMPLEMENTED, outcome="28 of 30 on the day", evidenced_on=date(2014, 12, 1))
CLOSED = replace(EVIDENCED, closed_on=date(2014, 12, 10))
AUDIT = RegisteredAudit(
    audit_id="SA-1", kind=Kind.SINGLE_AGENCY, agency="Police", theme="Strategy discussions",
    asked_for_by=AskedForBy.QUALITY_AND_EFFECTIVENESS, asked_on=date(2014, 5, 14),
    due_on=date(2014, 9, 3), received_on=None, cases=None, cases_at_random=None, grade=None,
    action_plan_on=None, follow_up_due_on=None, follow_up_on=None, scrutinised_on=None,
    good_practice=None, spread_on=None,
)
RECEIVED = replace(AUDIT, received_on=date(2014, 9, 1), grade=AuditGrade.GOOD)
