"""The register of actions: what was agreed after an audit or review, and what came of it.

A row that closes an action without evidence of an outcome is rejected: section 4 does not
let signing off be the end.
"""

from __future__ import annotations

from collections.abc import Iterable

from pscb_lib import cells
from pscb_lib.actions import (
    DAY_OF,
    EVIDENCE_UNDATED,
    NOT_AN_END,
    OUT_OF_ORDER,
    Action,
    Recommendation,
    broken_rule,
)
from pscb_lib.agencies import agency_parser, read_agencies
from pscb_lib.context import Context
from pscb_lib.records import Checked, Field, Record, Rule, read_checked
from pscb_lib.returns.once import once

DAYS = tuple(DAY_OF.values())
OPTIONAL_DAYS = ("due_on", "revised_due_on", *DAYS[1:])


def read_actions(context: Context) -> Checked:
    """Read ``actions.csv``. What was agreed after the report's day is left out."""

    def leave_out(record: Record) -> str | None:
        is_later = record["agreed_on"] > context.as_of
        return "agreed after the day of the report" if is_later else None

    path = context.returns / "actions.csv"
    return read_checked(path, make_fields(context), make_rules(), leave_out)


def make_actions(records: Iterable[Record]) -> tuple[Action, ...]:
    """Turn checked rows into actions. Raises ValueError where a row breaks a rule of theirs."""
    return tuple(map(_action, records))


def make_fields(context: Context) -> tuple[Field, ...]:
    """The columns of the return; agencies are those on the register."""
    agency = agency_parser(read_agencies(context.params / "agencies.csv"), context.as_of)
    return (
        Field("action_id", cells.text),
        Field("arising_from", cells.text, "name the audit or review"),
        Field("finding", cells.text),
        Field("recommendation", cells.optional(cells.text)),
        Field("text", cells.text, "say what is to be done"),
        Field("measure", cells.optional(cells.text)),
        Field("agency", agency, "use a name from params/agencies.csv"),
        Field("owner", cells.text, "name one role"),
        Field("agreed_on", cells.day, "write it dd/mm/yyyy"),
        *(Field(name, cells.optional(cells.day), "write it dd/mm/yyyy")
          for name in OPTIONAL_DAYS),
        Field("outcome", cells.optional(cells.text)),
        Field("source", cells.text, "write published or illustrative"),
    )


def make_rules() -> tuple[Rule, ...]:
    """What must hold within a row, and between the rows of one file."""
    return (
        _rule(("outcome", "closed_on"), NOT_AN_END,
              "give the evidence of an outcome and its day, or leave the action open"),
        _rule(DAYS, OUT_OF_ORDER, "fill the missing day or correct the one out of order"),
        _rule(("outcome", "evidenced_on"), EVIDENCE_UNDATED, "fill both or neither"),
        once("action_id", says="the action is registered twice",
             remedy="give each action an id of its own"),
    )


def _rule(fields: tuple[str, ...], says: str, remedy: str) -> Rule:
    def broken(record: Record) -> bool:
        return broken_rule([record[name] for name in DAYS], record["outcome"]) == says

    return Rule(fields, says, remedy, broken)


def _action(record: Record) -> Action:
    asked = record["recommendation"]
    names = ("action_id", "text", "agency", "owner", "measure", "outcome", "agreed_on",
             *OPTIONAL_DAYS)
    return Action(
        recommendation=asked
        and Recommendation(record["arising_from"], record["finding"], asked),
        **{name: record[name] for name in names},
    )
