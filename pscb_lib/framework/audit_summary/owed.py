"""What is owed of actions on a day: by whom, and since or until when.

Section 11 of the Performance Management Framework (May 2014): actions' "implementation and
effectiveness" are "closely monitored". An action may owe several things at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from pscb_lib.framework.audit_summary.actions import Action
from pscb_lib.framework.audit_summary.checks import (
    ActionCheck,
    Found,
    due_for_check,
    is_check_late,
    last_found,
)


class What(Enum):
    """What is owed of an action."""

    LATE = "late"
    DUE = "due"
    NO_DAY = "no day set"
    UNPROVEN = "no evidence"
    CHECK_LATE = "check late"
    CHECK_DUE = "check due"
    NOT_IN_PRACTICE = "not in practice"


@dataclass(frozen=True)
class Owed:
    """One thing that is owed of an action, and its day; None if no day is set."""

    action: Action
    what: What
    day: date | None


def find_owed(actions: Iterable[Action], checks: Sequence[ActionCheck], on: date) -> list[Owed]:
    """Return what is owed of the *actions* agreed by the day *on*, by agency, owner and day."""
    known = [one.known_on(on) for one in actions if one.agreed_on <= on]
    found = [owed for action in known for owed in _owed(action, checks, on)]
    return sorted(found, key=lambda one: (
        one.action.agency, one.action.owner, one.day or date.max, one.action.action_id))


def _owed(action: Action, checks: Sequence[ActionCheck], on: date) -> Iterator[Owed]:
    if action.is_aside:
        return
    if action.is_open:
        due_on = action.last_due_on
        what = What.LATE if action.is_overdue(on) else What.DUE if due_on else What.NO_DAY
        yield Owed(action, what, due_on)
        return
    if action.lacks_evidence:
        yield Owed(action, What.UNPROVEN, action.done_on)
    if (check_on := due_for_check(action, checks, on)) and check_on <= on:
        what = What.CHECK_LATE if is_check_late(check_on, on) else What.CHECK_DUE
        yield Owed(action, what, check_on)
    looked = [one for one in checks if one.checked_on >= (action.done_on or on)]
    if last_found(action, looked, on) in (Found.NOT, Found.PARTLY):
        yield Owed(action, What.NOT_IN_PRACTICE, action.done_on)
