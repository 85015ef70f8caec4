"""The check of a completed action after six months: somebody else looks whether it holds.

Appendix 1 of the Performance Management Framework (May 2014), item 21: actions from serious
case reviews are audited six months after they were completed. The same is asked of every
action here. The six months are calendar months; a month too short for the day ends them on its
last one, so that 31 August is followed by 28 or 29 February.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from pscb_lib.framework.audit_summary.actions import Action
from pscb_lib.framework.audit_summary.evidence import Evidence
from pscb_lib.framework.audit_summary.smart import BETWEEN_OWNERS
from pscb_lib.framework.folding import fold
from pscb_lib.framework.periods import months_after

MONTHS = 6
IN_TIME = timedelta(days=28)  # a check up to then is in time


class Found(Enum):
    """What a check found in practice."""

    EMBEDDED = "embedded"
    PARTLY = "partly"
    NOT = "not"
    CANNOT_TELL = "cannot tell"


@dataclass(frozen=True)
class ActionCheck:
    """One check of an action: when, by which role, how, of how many cases, and what was found."""

    action_id: str
    checked_on: date
    checked_by_role: str
    method: Evidence
    found: Found
    sample_n: int | None = None
    next_check_on: date | None = None


def six_months_after(completed_on: date) -> date:
    """The day on which an action completed on *completed_on* is due for its check."""
    return months_after(completed_on, MONTHS)


def checks_of(action: Action, checks: Iterable[ActionCheck], on: date) -> list[ActionCheck]:
    """The checks of an action by the day *on*, the earliest first."""
    return sorted((one for one in checks if one.action_id == action.action_id
                   and one.checked_on <= on), key=lambda one: one.checked_on)


def due_for_check(action: Action, checks: Sequence[ActionCheck], on: date) -> date | None:
    """The day of the next check of an action, as known on the day *on*; None if there is none.

    It is six months after completion; after a check it is the next day that the check names.
    """
    if action.done_on is None or action.is_aside:
        return None
    made = [one for one in checks_of(action, checks, on) if one.checked_on >= action.done_on]
    return made[-1].next_check_on if made else six_months_after(action.done_on)


def is_check_late(due_on: date, on: date) -> bool:
    """Whether the day *on* is past the 28 days within which a check due *due_on* is in time."""
    return on > due_on + IN_TIME


def was_in_time(action: Action, check: ActionCheck) -> bool:
    """Whether a first check of an action came at most 28 days after it was due."""
    return action.completed_on is not None and not is_check_late(
        six_months_after(action.completed_on), check.checked_on)


def last_found(action: Action, checks: Iterable[ActionCheck], on: date) -> Found | None:
    """What the last check of an action by the day *on* found; None if nobody has looked."""
    made = checks_of(action, checks, on)
    return made[-1].found if made else None


def is_embedded(action: Action, checks: Iterable[ActionCheck], on: date) -> bool:
    """Whether the last check of an action by the day *on* found it in practice."""
    return last_found(action, checks, on) is Found.EMBEDDED


def is_own_check(owner: str, checked_by_role: str) -> bool:
    """Whether the role that checked is the *owner* of the action, or one of its owners."""
    owners = (owner, *BETWEEN_OWNERS.split(owner))
    return fold(checked_by_role) in {fold(one) for one in owners}
