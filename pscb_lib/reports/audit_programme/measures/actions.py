"""Actions in numbers: how far they have come, whether on time, how old, and how SMART.

Section 4: the end is "the successful implementation of an action alongside evidence of an
outcome", so what is complete and what is evidenced are two numbers. On time is judged
against the first due date; a date put off later does not make an action punctual.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from pscb_lib.disclosure.figures import count, counts, proportion
from pscb_lib.framework.audit_summary.actions import NOT_AN_END, Action
from pscb_lib.framework.audit_summary.smart import Shortcoming, shortcomings
from pscb_lib.framework.audit_summary.summary import summarise_actions
from pscb_lib.reading.findings import Finding

ON_TIME, MOVED, NOT_SMART = "Completed by the first due date", "Due date put off", "Not SMART"
REFUSED = "Closed without evidence of an outcome"
OPEN, UNPROVEN = "Not complete, since agreed", "Complete without evidence, since completed"
BANDS = {"Up to 3 months": 91, "3 to 6 months": 182, "6 to 12 months": 365,
         "Over 12 months": date.max.toordinal()}


def measure_actions(actions: Sequence[Action], on: date) -> list[dict]:
    """Count actions as known on the day *on*.

    Tables: ``actions`` (how many have come as far as each status), ``actions_on_time``
    (a proportion of those due), ``actions_put_off``, ``actions_age`` and
    ``actions_smart``.
    """
    summary = summarise_actions(actions, on)
    reached = {status.value.capitalize(): number for status, number in summary.reached.items()}
    return [
        *counts("actions", reached, total=False, describes="agency"),
        proportion("actions_on_time", ON_TIME, summary.on_time, summary.judged,
                   describes="agency"),
        count("actions_put_off", MOVED, summary.put_off, describes="agency"),
        *counts("actions_age", _ages(open_days(actions, on)), column=OPEN, describes="agency"),
        *counts("actions_age", _ages(unproven_days(actions, on)), column=UNPROVEN,
                describes="agency"),
        *_smart(actions),
    ]


def measure_refused(findings: Iterable[Finding]) -> dict:
    """Count the actions that were refused as closed without evidence: table ``actions_refused``."""
    refused = sum(finding.rule == NOT_AN_END for finding in findings)
    return count("actions_refused", REFUSED, refused, describes="agency")


def open_days(actions: Sequence[Action], on: date) -> list[int]:
    """Days since each action that is not complete was agreed."""
    return [(on - action.agreed_on).days for action in actions if action.completed_on is None]


def unproven_days(actions: Sequence[Action], on: date) -> list[int]:
    """Days since each action that is complete without evidence was completed."""
    return [(on - action.completed_on).days for action in actions
            if action.completed_on and action.lacks_evidence]


def _ages(days: Sequence[int]) -> dict[str, int]:
    ages = dict.fromkeys(BANDS, 0)
    for number in days:
        ages[next(label for label, most in BANDS.items() if number <= most)] += 1
    return ages


def _smart(actions: Sequence[Action]) -> list[dict]:
    found = [shortcomings(action) for action in actions]
    lacking = {one.value.capitalize(): sum(one in those for those in found) for one in Shortcoming}
    return [
        count("actions_smart", NOT_SMART, sum(map(bool, found)), describes="agency"),
        *counts("actions_smart", lacking, total=False, describes="agency"),
    ]
