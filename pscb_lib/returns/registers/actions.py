"""The register of actions: those agreed after audits and reviews, and their outcomes.

A row that closes an action without evidence of an outcome is rejected: by section 4, signing
off an action is not its end.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from pscb_lib.board.agencies import agency_parser, in_use, read_agencies
from pscb_lib.board.context import Context
from pscb_lib.disclosure.summaries import AGENCY
from pscb_lib.framework.audit_summary.actions import (
    DAY_OF,
    EVIDENCE_UNDATED,
    NOT_AN_END,
    OUT_OF_ORDER,
    Action,
    Recommendation,
    broken_rule,
)
from pscb_lib.reading import cells
from pscb_lib.reading.rows import (
    Field,
    FileRule,
    Reason,
    Record,
    Rule,
    awaits,
    find_awaited,
    rule,
)
from pscb_lib.returns.across import once
from pscb_lib.returns.kinds import Return
from pscb_lib.returns.waiting import Waiting

DAYS = tuple(DAY_OF.values())
OPTIONAL_DAYS = ("due_on", "revised_due_on", *DAYS[1:])


def make_actions(records: Iterable[Record]) -> tuple[Action, ...]:
    """Make actions of checked rows, such as ``load("actions").checked.records``.

    Raises ValueError if a row breaks a rule of :class:`Action`.
    """
    return tuple(map(_action, records))


def make_fields(context: Context) -> tuple[Field, ...]:
    """Return the columns; agencies must be on the register, by a name of the action's time."""
    agency = agency_parser(read_agencies(context.params / "agencies.csv"))
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
        Field("source", cells.text, "say where the row is from"),
    )


def make_rules(context: Context) -> tuple[Rule, ...]:
    """Return the rules for a row."""
    return (
        _rule(("outcome", "closed_on"), NOT_AN_END,
              "give the evidence of an outcome and its day, or leave the action open",
              {"completed_on": "01/09/2014", "implemented_on": "02/09/2014",
               "evidenced_on": "03/09/2014", "closed_on": "04/09/2014"}),
        _rule(DAYS, OUT_OF_ORDER, "fill the missing day or correct the one out of order",
              {"implemented_on": "10/09/2014"}),
        _rule(("outcome", "evidenced_on"), EVIDENCE_UNDATED, "fill both or neither",
              {"outcome": "19 of 20 files show it"}),
        in_use("agency", lambda row: (row["agreed_on"], max(row["agreed_on"], context.as_of))),
    )


def make_file_rules(context: Context) -> tuple[FileRule, ...]:
    """Return the rules across rows."""
    return once("action_id", says="register one action and are not the same",
                remedy="give each action an id of its own")


def leave_out(context: Context) -> Reason:
    """Leave out actions agreed after the day of the report."""
    def reason(record: Record) -> str | None:
        is_later = record["agreed_on"] > context.as_of
        return "agreed after the day of the report" if is_later else None

    return reason


def _rule(fields: tuple[str, ...], says: str, remedy: str, example: dict[str, str]) -> Rule:
    def broken(record: Record) -> bool:
        """Section 4: "signing off" an action is not its end; an outcome is shown."""
        return broken_rule([record[name] for name in DAYS], record["outcome"]) == says

    return rule(*fields, says=says, remedy=remedy, example=example)(broken)


def _action(record: Record) -> Action:
    asked = record["recommendation"]
    names = ("action_id", "text", "agency", "owner", "measure", "outcome", "agreed_on",
             *OPTIONAL_DAYS)
    return Action(
        recommendation=asked
        and Recommendation(record["arising_from"], record["finding"], asked),
        **{name: record[name] for name in names},
    )


@awaits("due_on", "the day by which it is to be done", {"due_on": ""})
def has_no_day(row: Record) -> bool:
    """An action without a day is never late."""
    return row["due_on"] is None and row["completed_on"] is None


@awaits("outcome", "evidence of an outcome, and its day", {"completed_on": "01/09/2014"})
def has_no_evidence(row: Record) -> bool:
    """Section 4: the end is "the successful implementation of an action alongside evidence of
    an outcome"."""
    return row["completed_on"] is not None and row["evidenced_on"] is None


AWAITED = find_awaited(globals())
WAITING = Waiting(("action_id",), lambda context, row: row["agency"],
                  lambda context, records: AWAITED)
APPLIES = {
    "recommendation": "it answers a recommendation", "measure": "there is a measure of success",
    "due_on": "a day was agreed", "revised_due_on": "a later day was agreed",
    "completed_on": "it is completed", "implemented_on": "it has become practice",
    "evidenced_on": "there is evidence of an outcome", "closed_on": "the group has closed it",
    "outcome": "there is evidence of an outcome",
}
RETURN = Return(
    "actions", "Register of actions", make_fields, make_rules, make_file_rules, "actions.csv",
    {"action_id": "ACT-01", "arising_from": "SA-01",
     "finding": "Supervision did not always return to earlier decisions",
     "recommendation": "Supervision follows up its own decisions",
     "text": "Add last month's decisions to the supervision form",
     "measure": "9 of 10 files show decisions followed up", "agency": "Children's social care",
     "owner": "Principal Social Worker", "agreed_on": "14/05/2014", "due_on": "29/08/2014",
     "source": "case system"},
    leave_out, describes=AGENCY, awaited=WAITING, kept_by_office=True, applies=APPLIES,
)


@dataclass(frozen=True)
class Refused:
    """An action that was closed without evidence of an outcome: its words, its owner, its agency.
    """

    text: str
    owner: str
    agency: str


def read_refused(context: Context) -> tuple[Refused, ...]:
    """Return the actions that :data:`RETURN` rejects as closed without evidence of an outcome."""
    lenient = replace(RETURN, rules=lambda _: tuple(
        one for one in make_rules(context) if one.says != NOT_AN_END))
    return tuple(Refused(row["text"], row["owner"], row["agency"])
                 for row in lenient.read_for(context).records
                 if row["closed_on"] and not row["outcome"])
