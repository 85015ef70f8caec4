"""The place of every figure of the audit programme paper, each named once.

Measures, tables, sentences and tests look figures up by these names.
"""

from __future__ import annotations

from pscb_lib.disclosure.figures import TOTAL, Place
from pscb_lib.framework.audit_summary.actions import ActionStatus

# The planner: reports due so far.
PROGRAMME = "programme"
DUE: Place = (PROGRAMME, "Due so far", "")
RECEIVED: Place = (PROGRAMME, "Received", "")
ON_TIME: Place = (PROGRAMME, "Received on time", "")
SCRUTINISED: Place = (PROGRAMME, "Scrutinised", "")
PRESENTED: Place = (PROGRAMME, "Presented", "")
OVERDUE: Place = (PROGRAMME, "Overdue", "")
OVERDUE_BEFORE: Place = ("programme_before", "Overdue when the Board last met", "")
DUE_NEXT: Place = ("programme_next", "Due by the next meeting of the group", "")
ALL_OVERDUE = "overdue"  # by kind and in total

# Actions.
ACTIONS, ACTIONS_AGE, ACTIONS_SMART = "actions", "actions_age", "actions_smart"
REACHED: dict[ActionStatus, Place] = {
    status: (ACTIONS, status.value.capitalize(), "") for status in ActionStatus}
JUDGED: Place = ("actions_judged", "Completed, or past the first due date", "")  # not printed
DONE_ON_TIME: Place = ("actions_on_time", "Completed by the first due date", "")
PUT_OFF: Place = ("actions_put_off", "Due date put off", "")
NOT_SMART: Place = (ACTIONS_SMART, "Not SMART", "")
REFUSED: Place = ("actions_refused", "Closed without evidence of an outcome", "")
SUPERSEDED: Place = ("actions_aside", "Superseded by another action", "")
NOT_ACCEPTED: Place = ("actions_aside", "Not accepted", "")
REOPENED: Place = ("actions_reopened", "Reopened", "")
OPEN: Place = (ACTIONS_AGE, TOTAL, "Not complete, since agreed")
UNPROVEN: Place = (ACTIONS_AGE, TOTAL, "Complete without evidence, since completed")

# The register of audits, by kind and in total.
AUDITS = "audits"
AUDIT_COLUMNS = REGISTERED, HAVE_COME, OUTSTANDING, OWN, LATE, FOLLOW_UP = (
    "On the register", "Received", "Asked for, outstanding", "An agency's own, to come", "Late",
    "Follow-up owed")
FOUND: Place = ("good_practice", "Found", "")
TO_SPREAD: Place = ("good_practice", "Not yet spread", "")

# Section 11.
ASKED: Place = ("section11_asked", "Agencies asked", "")  # not printed
RETURNED: Place = ("section11_return", "Returned", "")
IN_TIME: Place = ("section11_return", "Returned by the due date", "")
GRADED: Place = ("section11_grades", "Grades scrutinised", "")
LOWERED: Place = ("section11_grades", "Lowered", "")
