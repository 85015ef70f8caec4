"""The checks of completed actions: one row each time that somebody other than the owner looks.

Appendix 1, item 21: completed actions are audited six months later. See
:mod:`pscb_lib.framework.audit_summary.checks`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from pscb_lib.board.context import Context
from pscb_lib.disclosure.summaries import AGENCY
from pscb_lib.framework.audit_summary.checks import ActionCheck, Found, is_own_check
from pscb_lib.reading import cells
from pscb_lib.reading.rows import (
    Broken,
    Field,
    FileRule,
    Record,
    Records,
    Rule,
    Source,
    find_rules,
    rule,
)
from pscb_lib.returns.across import once
from pscb_lib.returns.actions.record import WRITE_DAY, evidence_cell
from pscb_lib.returns.kinds import Return, known_by
from pscb_lib.returns.registers.actions import read_for_judging

UNKNOWN = "is a check of an action that is not on the register"
NOT_COMPLETED = "is a check of an action that was not completed by then"
BY_OWNER = "an action is checked by somebody other than its owner"


def make_checks(records: Iterable[Record]) -> tuple[ActionCheck, ...]:
    """Make checks of checked rows."""
    names = ActionCheck.__dataclass_fields__
    return tuple(ActionCheck(**{name: row[name] for name in names}) for row in records)


def make_fields(context: Context) -> tuple[Field, ...]:
    """Return the columns."""
    return (
        Field("action_id", cells.text, "use the id of the register of actions"),
        Field("checked_on", cells.day, WRITE_DAY),
        Field("checked_by_role", cells.text, "name one role, not a person"),
        Field("method", evidence_cell, "use one of these"),
        Field("sample_n", cells.optional(cells.whole_number), "write how many were looked at"),
        Field("found", cells.member_of(Found), "use one of these"),
        Field("next_check_on", cells.optional(cells.day), WRITE_DAY),
        Field("source", cells.text, "say where the row is from"),
    )


@rule("checked_on", "next_check_on", says="the next check comes after this one",
      remedy="correct one of the two days", example={"next_check_on": "24/11/2014"})
def comes_before(row: Record) -> bool:
    """Item 21 has completed actions looked at again, later."""
    return row["next_check_on"] is not None and row["next_check_on"] <= row["checked_on"]


@rule("sample_n", "found", says="a check of nothing finds nothing",
      remedy="write how many were looked at, or that it cannot tell", example={"sample_n": "0"})
def looks_at_nothing(row: Record) -> bool:
    """What was found, was found in something that somebody looked at."""
    return row["sample_n"] == 0 and row["found"] is not Found.CANNOT_TELL


RULES = find_rules(globals())


def make_rules(context: Context) -> tuple[Rule, ...]:
    """Return the rules for a row."""
    return RULES


def make_file_rules(context: Context) -> tuple[FileRule, ...]:
    """Return the rules across rows."""
    return once("action_id", "checked_on", says="are of one action and day and are not the same",
                remedy="write what one check found in one row")


def judged_by_register(context: Context, sources: Sequence[Source]) -> tuple[FileRule, ...]:
    """Return the rules that a check must keep with the action that it is of.

    There is none if the register of actions cannot be read: its own check reports that.
    """
    actions = read_for_judging(context)
    if actions is None:
        return ()

    def ruled(says: str, remedy: str, column: str,
              is_broken: Callable[[Record, Record | None], bool]) -> FileRule:
        def find(records: Records) -> Iterator[Broken]:
            return (Broken((row["row"],), (column,), value=str(row[column]), file=row["file"])
                    for row in records if is_broken(row, actions.get(row["action_id"])))

        return FileRule(says, remedy, find)

    return (
        ruled(UNKNOWN, "correct the id, or register the action", "action_id",
              lambda row, action: action is None),
        ruled(NOT_COMPLETED, "correct the day, or record the completion", "checked_on",
              _is_not_completed),
        ruled(BY_OWNER, "have another role look", "checked_by_role",
              lambda row, action: action is not None and is_own_check(
                  action["owner"], row["checked_by_role"])),
    )


def _is_not_completed(row: Record, action: Mapping[str, object] | None) -> bool:
    completed_on = action["completed_on"] if action else None
    return action is not None and (
        completed_on is None or row["checked_on"] < completed_on)


APPLIES = {"sample_n": "something can be counted", "next_check_on": "it is to be looked at again"}
RETURN = Return(
    "action_checks", "Checks of completed actions", make_fields, make_rules, make_file_rules,
    "action_checks.csv",
    {"action_id": "ACT-20", "checked_on": "25/11/2014", "checked_by_role": "Quality Officer",
     "method": "audit", "sample_n": "20", "found": "partly", "next_check_on": "25/05/2015",
     "source": "case system"},
    known_by("checked_on", "checked"), describes=AGENCY, key=("action_id", "checked_on"),
    may_be_empty=True, together=judged_by_register, kept_by_office=True, applies=APPLIES,
)
