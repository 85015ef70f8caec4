"""Actions from audits and reviews: closed only with evidence of an outcome.

Section 4 of the Performance Management Framework (May 2014): "Signing off an individual
action should not be viewed as an end; rather the 'end' should be seen as the successful
implementation of an action alongside evidence of an outcome."
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import Any

from pscb_lib.framework.audit_summary.ends import DAYS, broken_rule
from pscb_lib.framework.audit_summary.evidence import Evidence


class ActionStatus(Enum):
    """The status of an action. Each status is reached from the one before it."""

    AGREED = "agreed"
    COMPLETED = "completed"
    IMPLEMENTED = "implemented"
    OUTCOME_EVIDENCED = "outcome evidenced"
    CLOSED = "closed"


DAY_OF = dict(zip(ActionStatus, DAYS, strict=True))


class SideState(Enum):
    """What becomes of an action beside its course: it ends without being done, or is open again."""

    SUPERSEDED = "superseded"
    NOT_ACCEPTED = "not accepted"
    REOPENED = "reopened"


@dataclass(frozen=True)
class Recommendation:
    """What an audit or review recommends, and the finding behind it."""

    source: str
    finding: str
    text: str


@dataclass(frozen=True)
class Action:
    """One agreed action. ``due_on`` is the first due date; a later one is ``revised_due_on``.

    ``superseded_by`` is the id of the action that replaces it, agreed on ``superseded_on``. Steps
    taken by ``reopened_on`` no longer count. Raises ValueError if a rule of
    :mod:`~pscb_lib.framework.audit_summary.ends` is broken, such as an end without evidence of an
    outcome.
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
    evidence_kind: Evidence | None = None
    superseded_by: str | None = None
    superseded_on: date | None = None
    not_accepted_by: str | None = None
    not_accepted_because: str | None = None
    reopened_on: date | None = None
    reopened_because: str | None = None

    def __post_init__(self) -> None:
        if broken := broken_rule(vars(self)):
            raise ValueError(f"action {self.action_id}: {broken}")

    @property
    def side(self) -> SideState | None:
        """Its state beside its course: superseded, not accepted or reopened; None if none."""
        if self.not_accepted_by:
            return SideState.NOT_ACCEPTED
        if self.superseded_by:
            return SideState.SUPERSEDED
        is_open_again = self.reopened_on and self.done_on is None
        return SideState.REOPENED if is_open_again else None

    @property
    def is_aside(self) -> bool:
        """Whether it is not to be done any more: superseded or not accepted."""
        return self.side in (SideState.SUPERSEDED, SideState.NOT_ACCEPTED)

    @property
    def status(self) -> ActionStatus:
        """The last status reached; of a reopened action, only by steps after that day."""
        return [status for status, name in DAY_OF.items()
                if status is ActionStatus.AGREED or self._counts(name)][-1]

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done: neither complete nor set aside."""
        return self.done_on is None and not self.is_aside

    @property
    def is_proven(self) -> bool:
        """Whether there is evidence of an outcome that still counts."""
        return not self.is_aside and self._counts("evidenced_on")

    @property
    def done_on(self) -> date | None:
        """The day on which it was completed, or done again after it was reopened."""
        return next((getattr(self, name) for name in DAYS[1:] if self._counts(name)), None)

    @property
    def lacks_evidence(self) -> bool:
        """Whether the action is complete and has no evidence of an outcome that still counts."""
        return self.done_on is not None and not self.is_aside and not self.is_proven

    @property
    def last_due_on(self) -> date | None:
        """The latest day by which it is to be done; after a reopening, a day set after it."""
        if self.reopened_on is None:
            return self.revised_due_on or self.due_on
        is_new = self.revised_due_on is not None and self.revised_due_on >= self.reopened_on
        return self.revised_due_on if is_new else None

    def is_overdue(self, on: date) -> bool:
        """Whether the action is not complete and its latest due date is before the day *on*."""
        return self.is_open and self.last_due_on is not None and self.last_due_on < on

    def known_on(self, on: date) -> Action:
        """Return the action without what came after the day *on*."""
        later = [name for name in (*DAYS, "reopened_on", "superseded_on")
                 if (getattr(self, name) or on) > on]
        beside = {"evidenced_on": ("outcome", "evidence_kind"), "superseded_on": ("superseded_by",),
                  "reopened_on": ("reopened_because",)}
        unknown: dict[str, Any] = dict.fromkeys(
            name for day in later for name in (day, *beside.get(day, ())))
        return replace(self, **unknown)

    def on_time(self, on: date) -> bool | None:
        """Return whether it was completed by its *first* due date, as known on the day *on*.

        A revised due date does not make a late action punctual. None if the action has no
        due date, is open and not yet due, or is not to be done any more.
        """
        if self.due_on is None or self.is_aside:
            return None
        if self.done_on:
            return self.done_on <= self.due_on
        return False if self.due_on < on else None

    def _counts(self, name: str) -> bool:
        """Whether the step on the day *name* was taken, and since it was last reopened."""
        day = getattr(self, name)
        return day is not None and (self.reopened_on is None or day > self.reopened_on)
