"""The rules that an action must keep before it may end.

Section 4 of the Performance Management Framework (May 2014): "Signing off an individual
action should not be viewed as an end; rather the 'end' should be seen as the successful
implementation of an action alongside evidence of an outcome." An action may also be replaced
by another one, not be accepted, or be reopened; none of these is a way round that sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from typing import Any

from pscb_lib.framework.folding import fold

NOT_AN_END = (
    "an action is closed only with evidence of an outcome: signing off an individual action "
    "should not be viewed as an end (section 4)"
)
OUT_OF_ORDER = "an action is agreed, completed, implemented, evidenced and closed, in this order"
EVIDENCE_UNDATED = "evidence of an outcome needs both its words and its day"
EVIDENCE_OF_NOTHING = "a kind of evidence is that of an outcome"
SAYS_NOTHING = "evidence of an outcome says what was found, not that the action is done"
REOPENED_UNSAID = "an action is reopened on a day and for a reason"
REOPENED_EARLY = "an action is reopened only after it was completed"
CLOSED_AGAIN = "a reopened action is closed only with evidence found after it was reopened"
NOT_ACCEPTED_UNSAID = "an action that is not accepted says by whom, and why"
NOT_ACCEPTED_DONE = "an action that is not accepted is neither completed nor closed"
SUPERSEDES_ITSELF = "an action is not superseded by itself"
TWO_ENDS = "an action has one end: it is closed, superseded or not accepted"

NO_EVIDENCE = {"-", "--", "?", "x", "n/a", "na", "nil", "none", "tbc", "tba", "to follow", "yes",
               "ok", "done", "actioned", "complete", "completed", "closed", "signed off",
               "implemented", "see above"}
DAYS = ("agreed_on", "completed_on", "implemented_on", "evidenced_on", "closed_on")
Row = Mapping[str, Any]  # the fields of an action


def broken_rule(row: Row) -> str | None:
    """Return the first rule that an action breaks, or None. A field that is absent is blank."""
    return next((says for says, is_broken in RULES.items() if is_broken(row)), None)


def is_stale(row: Row) -> bool:
    """Whether the evidence was found by the day on which the action was reopened."""
    reopened_on, evidenced_on = row.get("reopened_on"), row.get("evidenced_on")
    return bool(reopened_on and not (evidenced_on and evidenced_on > reopened_on))


def _is_out_of_order(row: Row) -> bool:
    days = [row.get(name) for name in DAYS]
    return any(later and (not earlier or later < earlier) for earlier, later in pairwise(days))


def _says_nothing(row: Row) -> bool:
    said = fold(row.get("outcome") or "").rstrip(".!")
    return bool(said) and (said in NO_EVIDENCE or said == fold(row.get("text") or "").rstrip("."))


def _is_reopened_early(row: Row) -> bool:
    reopened_on, completed_on = row.get("reopened_on"), row.get("completed_on")
    return bool(reopened_on) and (completed_on is None or reopened_on < completed_on)


def _is_not_accepted(row: Row) -> bool:
    return bool(row.get("not_accepted_by") or row.get("not_accepted_because"))


def _differ(row: Row, one: str, other: str) -> bool:
    return bool(row.get(one)) != bool(row.get(other))


RULES: Mapping[str, Callable[[Row], bool]] = {
    NOT_AN_END: lambda row: bool(row.get("closed_on") and not row.get("outcome")),
    OUT_OF_ORDER: _is_out_of_order,
    EVIDENCE_UNDATED: lambda row: _differ(row, "outcome", "evidenced_on"),
    EVIDENCE_OF_NOTHING: lambda row: bool(row.get("evidence_kind") and not row.get("outcome")),
    SAYS_NOTHING: _says_nothing,
    REOPENED_UNSAID: lambda row: _differ(row, "reopened_on", "reopened_because"),
    REOPENED_EARLY: _is_reopened_early,
    CLOSED_AGAIN: lambda row: bool(row.get("closed_on")) and is_stale(row),
    NOT_ACCEPTED_UNSAID: lambda row: _differ(row, "not_accepted_by", "not_accepted_because"),
    NOT_ACCEPTED_DONE: lambda row: _is_not_accepted(row) and any(map(row.get, DAYS[1:])),
    SUPERSEDES_ITSELF: lambda row: row.get("superseded_by") == row["action_id"],
    TWO_ENDS: lambda row: bool(row.get("superseded_by")) and (
        bool(row.get("closed_on")) or _is_not_accepted(row)),
}

UNKNOWN = "is superseded by an action that is not on the register"
CIRCLE = "is superseded by an action that it supersedes itself"
NO_SUCCESSOR = "is superseded by an action that was not accepted"
ENDED_BEFORE = "is superseded by an action that was closed before this one was agreed"


def broken_successions(register: Mapping[str, Row]) -> Iterator[tuple[str, str]]:
    """Yield the id of each action whose successor cannot carry it on, and why.

    *register* has the fields of every action by its id.
    """
    for action_id, row in register.items():
        named = row.get("superseded_by")
        says = named and _broken_succession(row, named, register)
        if says:
            yield action_id, says


def _broken_succession(row: Row, named: str, register: Mapping[str, Row]) -> str | None:
    successor = register.get(named)
    if successor is None:
        return UNKNOWN
    if _is_not_accepted(successor):
        return NO_SUCCESSOR
    closed_on = successor.get("closed_on")
    if closed_on and closed_on < row["agreed_on"]:
        return ENDED_BEFORE
    is_circle = named != row["action_id"] and _leads_back(row["action_id"], register)
    return CIRCLE if is_circle else None


def _leads_back(start: str, register: Mapping[str, Row]) -> bool:
    """Whether the successors of an action lead back to it, or into a circle without an end."""
    seen, row = {start}, register.get(register[start]["superseded_by"])
    while row is not None:
        if row["action_id"] in seen:
            return True
        seen.add(row["action_id"])
        row = register.get(row.get("superseded_by") or "")
    return False
