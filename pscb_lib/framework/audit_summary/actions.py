"""Actions from audits and reviews: closed only with evidence of an outcome.

Section 4 of the Performance Management Framework (May 2014): "Signing off an individual
action should not be viewed as an end; rather the 'end' should be seen as the successful
implementation of an action alongside evidence of an outcome."
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from itertools import pairwise
from typing import Any

NOT_AN_END = (
    "an action is closed only with evidence of an outcome: signing off an individual action "
    "should not be viewed as an end (section 4)"
)
OUT_OF_ORDER = "an action is agreed, completed, implemented, evidenced and closed, in this order"
EVIDENCE_UNDATED = "evidence of an outcome needs both its words and its day"


class ActionStatus(Enum):
    """The status of an action. Each status is reached from the one before it."""

    AGREED = "agreed"
    COMPLETED = "completed"
    IMPLEMENTED = "implemented"
    OUTCOME_EVIDENCED = "outcome evidenced"
    CLOSED = "closed"


DAY_OF = {
    ActionStatus.AGREED: "agreed_on",
    ActionStatus.COMPLETED: "completed_on",
    ActionStatus.IMPLEMENTED: "implemented_on",
    ActionStatus.OUTCOME_EVIDENCED: "evidenced_on",
    ActionStatus.CLOSED: "closed_on",
}


@dataclass(frozen=True)
class Recommendation:
    """What an audit or review recommends, and the finding behind it."""

    source: str
    finding: str
    text: str


@dataclass(frozen=True)
class Action:
    """One agreed action. ``due_on`` is the first due date; a later one is ``revised_due_on``.

    Raises ValueError if it is closed without evidence of an outcome, if a step is missing
    or earlier than the step before it, or if the evidence has no date.
    """

    action_id: str
    text: str
    agency: str
    owner: str
    measure: str | None
    recommendation: Recommendation | None
    agreed_on: date
    due_on: date | None
    revised_due_on: date | None = None
    completed_on: date | None = None
    implemented_on: date | None = None
    outcome: str | None = None
    evidenced_on: date | None = None
    closed_on: date | None = None

    def __post_init__(self) -> None:
        if broken := broken_rule([getattr(self, day) for day in DAY_OF.values()], self.outcome):
            raise ValueError(f"action {self.action_id}: {broken}")

    @property
    def status(self) -> ActionStatus:
        """The last status reached."""
        return [status for status, name in DAY_OF.items() if getattr(self, name)][-1]

    @property
    def lacks_evidence(self) -> bool:
        """Whether the action is completed and has no evidence of an outcome."""
        return self.completed_on is not None and self.evidenced_on is None

    def is_overdue(self, on: date) -> bool:
        """Whether the action is not completed and its latest due date is before the day *on*."""
        due_on = self.revised_due_on or self.due_on
        return self.completed_on is None and due_on is not None and due_on < on

    def known_on(self, on: date) -> Action:
        """Return the action without the steps taken after the day *on*."""
        later = [name for name in DAY_OF.values() if (getattr(self, name) or on) > on]
        outcome = None if "evidenced_on" in later else self.outcome
        unknown: dict[str, Any] = dict.fromkeys(later)
        return replace(self, outcome=outcome, **unknown)

    def on_time(self, on: date) -> bool | None:
        """Return whether it was completed by its *first* due date, as known on the day *on*.

        A revised due date does not make a late action punctual. None if the action has no
        due date, or is open and not yet due.
        """
        if self.due_on is None:
            return None
        if self.completed_on:
            return self.completed_on <= self.due_on
        return False if self.due_on < on else None


def broken_rule(days: Sequence[date | None], outcome: str | None) -> str | None:
    """Return the rule that the *days* of the five statuses and the *outcome* break, or None."""
    *_, evidenced_on, closed_on = days
    if closed_on and not outcome:
        return NOT_AN_END
    if any(later and (not earlier or later < earlier) for earlier, later in pairwise(days)):
        return OUT_OF_ORDER
    return EVIDENCE_UNDATED if bool(outcome) != bool(evidenced_on) else None
