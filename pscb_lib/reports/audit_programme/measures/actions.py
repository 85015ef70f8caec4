"""Counts of actions: how many reached each status, how many on time, their age, and whether SMART.

Section 4: the end is "the successful implementation of an action alongside evidence of an outcome",
so completed actions and evidenced actions are counted separately. On time is judged against the
first due date; postponing the date does not make an action punctual.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from pscb_lib.disclosure.counting import balance, banded, part_of_step, share
from pscb_lib.disclosure.figures import NOBODY, count, counts
from pscb_lib.framework.audit_summary.actions import Action, ActionStatus
from pscb_lib.framework.audit_summary.ends import NOT_AN_END
from pscb_lib.framework.audit_summary.smart import Shortcoming, shortcomings
from pscb_lib.framework.audit_summary.summary import ActionSummary, summarise_actions
from pscb_lib.reading.findings import Finding
from pscb_lib.reports.audit_programme.places import (
    ACTIONS_AGE,
    ACTIONS_SMART,
    DONE_ON_TIME,
    JUDGED,
    NOT_ACCEPTED,
    NOT_SMART,
    OPEN,
    PUT_OFF,
    REACHED,
    REFUSED,
    REOPENED,
    SUPERSEDED,
    UNPROVEN,
)

BANDS = {"Up to 3 months": (0, 91), "3 to 6 months": (92, 182), "6 to 12 months": (183, 365),
         "Over 12 months": (366, date.max.toordinal())}  # in days
AGREED, COMPLETED, EVIDENCED = (REACHED[status] for status in (
    ActionStatus.AGREED, ActionStatus.COMPLETED, ActionStatus.OUTCOME_EVIDENCED))


def measure_actions(actions: Sequence[Action], on: date) -> list[dict]:
    """Count actions as known on the day *on*.

    Tables: ``actions`` (how many reached each status), ``actions_on_time`` (a proportion of those
    due), ``actions_put_off``, ``actions_aside``, ``actions_reopened``, ``actions_age`` and
    ``actions_smart``.
    """
    summary = summarise_actions(actions, on)
    ages = {OPEN: open_days(actions, on), UNPROVEN: unproven_days(actions, on)}
    return [
        *(count(*REACHED[status][:2], number, describes="agency")
          for status, number in summary.reached.items()),
        share(DONE_ON_TIME, summary.on_time, summary.judged, of=JUDGED),
        *(count(*place[:2], number, describes="agency") for place, number in (
            (PUT_OFF, summary.put_off), (SUPERSEDED, summary.superseded),
            (NOT_ACCEPTED, summary.not_accepted), (REOPENED, summary.reopened))),
        *(row for (_, _, column), days in ages.items() for row in counts(
            ACTIONS_AGE, banded(days, BANDS), column=column, describes="agency")),
        *_smart(actions),
        *_tied(summary),
    ]


def _tied(summary: ActionSummary) -> list[dict]:
    """Tie the counts: each action is open, set aside, complete without evidence, or has evidence.
    """
    numbers = {REACHED[status]: number for status, number in summary.reached.items()} | {
        JUDGED: summary.judged, DONE_ON_TIME: summary.on_time, PUT_OFF: summary.put_off,
        REOPENED: summary.reopened, OPEN: summary.by_status[ActionStatus.AGREED]}
    steps = (*pairwise(REACHED.values()), (AGREED, JUDGED), (COMPLETED, DONE_ON_TIME),
             (AGREED, PUT_OFF), (OPEN, REOPENED))
    agreed, completed, evidenced = (numbers[place] for place in (AGREED, COMPLETED, EVIDENCED))
    return [
        count(*JUDGED[:2], summary.judged, readers=NOBODY, describes=NOBODY),
        balance("agreed", (AGREED,), (COMPLETED, OPEN, SUPERSEDED, NOT_ACCEPTED), (
            agreed, completed, numbers[OPEN], summary.superseded, summary.not_accepted)),
        balance("completed", (COMPLETED,), (EVIDENCED, UNPROVEN),
                 (completed, evidenced, completed - evidenced)),
        *(row for before, after in steps for row in part_of_step(
            before, after, numbers[before], numbers[after], describes=NOBODY))]


def measure_refused(findings: Iterable[Finding]) -> dict:
    """Count the actions rejected as closed without evidence: table ``actions_refused``."""
    refused = sum(finding.rule == NOT_AN_END for finding in findings)
    return count(*REFUSED[:2], refused, describes="agency")


def open_days(actions: Sequence[Action], on: date) -> list[int]:
    """Days since each open action was agreed."""
    return [(on - action.agreed_on).days for action in actions if action.is_open]


def unproven_days(actions: Sequence[Action], on: date) -> list[int]:
    """Days since each action that is complete without evidence was completed."""
    return [(on - action.done_on).days for action in actions
            if action.done_on and action.lacks_evidence]


def _smart(actions: Sequence[Action]) -> list[dict]:
    found = [shortcomings(action) for action in actions]
    failing = sum(map(bool, found))
    lacking = {one.value.capitalize(): sum(one in those for those in found) for one in Shortcoming}
    steps = [(AGREED, NOT_SMART, len(actions), failing), *(
        (NOT_SMART, (ACTIONS_SMART, label, ""), failing, number)
        for label, number in lacking.items())]
    return [
        count(*NOT_SMART[:2], failing, describes="agency"),
        *counts(ACTIONS_SMART, lacking, total=False, describes="agency"),
        *(row for step in steps for row in part_of_step(*step, describes=NOBODY)),
    ]
