"""What owners of actions send back: one row for each of their own actions, in a form made for them.

The words of an action and its days up to now come filled in and locked. A row that changes them,
or would end an action without evidence of an outcome, is rejected; a valid one replaces the days
and words that the register has for the action in every report.
"""

from __future__ import annotations

from dataclasses import replace

import pandas

from pscb_lib.board.agencies import agency_parser, read_agencies
from pscb_lib.board.context import Context
from pscb_lib.reading import cells
from pscb_lib.reading.rows import (
    Checked,
    Field,
    Record,
    Rule,
    rule,
)
from pscb_lib.returns.actions.record import WRITE_DAY, evidence_cell

FACTS = ("completed_on", "implemented_on", "evidenced_on", "outcome", "evidence_kind")
OPEN = (*FACTS[:2], "outcome", "evidence_kind", "evidenced_on", "revised_due_on", "note")
DONE = FACTS[:3]


def make_fields(context: Context) -> tuple[Field, ...]:
    """Return the columns; only those of :data:`OPEN` are for the owner to fill."""
    agency = agency_parser(read_agencies(context.params / "agencies.csv"))
    day, words = cells.optional(cells.dated(context.as_of)), cells.optional(cells.text)
    ahead = cells.optional(cells.dated(context.as_of, is_planned=True))
    return (
        Field("action_id", cells.text), Field("text", cells.text), Field("measure", words),
        Field("agency", agency, "use a name from params/agencies.csv"),
        Field("owner", cells.text), Field("due_by", ahead, WRITE_DAY),
        *(Field(name, day, WRITE_DAY) for name in FACTS[:2]),
        Field("outcome", words, "say what was seen, where and in how many"),
        Field("evidence_kind", cells.optional(evidence_cell), "use one of these"),
        Field("evidenced_on", day, WRITE_DAY), Field("revised_due_on", ahead, WRITE_DAY),
        Field("note", words), Field("closed_on", day, WRITE_DAY, optional=True),
    )


def make_rules(context: Context) -> tuple[Rule, ...]:
    """Return the rules for a row."""
    as_of = context.as_of

    @rule("closed_on", says="an action is closed by the group, not by its owner",
          remedy="leave it blank, and give the evidence of an outcome",
          example={"closed_on": "20/01/2015"})
    def closes(row: Record) -> bool:
        """Section 4: "signing off" an action is not its end."""
        return row["closed_on"] is not None

    @rule("outcome", "evidence_kind", says="evidence of an outcome says of which kind it is",
          remedy="fill both or neither", example={"evidence_kind": ""})
    def is_of_no_kind(row: Record) -> bool:
        """Section 4 asks for "evidence of an outcome"."""
        return row["outcome"] is not None and row["evidence_kind"] is None

    @rule(*DONE, says=f"is a day after {as_of:%d/%m/%Y}, when this was read",
          remedy="give the day on which it was done", example={"evidenced_on": "31/12/2099"})
    def is_to_come(row: Record) -> bool:
        """What is to come has not been done, and shows nothing."""
        return any(row[name] is not None and row[name] > as_of for name in DONE)

    return closes, is_of_no_kind, is_to_come


def due_by(row: Record) -> object:
    """The latest day by which an action is to be done."""
    return row["revised_due_on"] or row["due_on"]


def apply_updates(checked: Checked, sent: Checked) -> Checked:
    """Return the register with what owners sent back in place of its own days and words.

    A blank replaces nothing: it is not recorded, and never "no".
    """
    if sent.frame.empty:
        return checked
    answers = {row["action_id"]: row for row in sent.records}
    frame = checked.frame.copy()
    for name in OPEN:
        latest = [latest_of(name, own, answers.get(action))
                  for action, own in zip(frame["action_id"], frame[name], strict=True)]
        frame[name] = pandas.Series(latest, frame.index, dtype=object)
    return replace(checked, frame=frame)


def latest_of(name: str, own: object, answer: Record | None) -> object:
    """What an action has now in the column *name*: its owner's answer, or the register's own."""
    return own if answer is None or answer[name] is None else answer[name]
