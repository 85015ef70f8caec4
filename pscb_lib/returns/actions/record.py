"""The columns of the register of actions, and the actions that its rows become."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import date

from pscb_lib.board.agencies import agency_parser, read_agencies
from pscb_lib.board.context import Context
from pscb_lib.framework.audit_summary.actions import Action, Recommendation
from pscb_lib.framework.audit_summary.ends import DAYS
from pscb_lib.framework.audit_summary.evidence import Evidence
from pscb_lib.reading import cells
from pscb_lib.reading.rows import Field, Record

WRITE_DAY = "write it dd/mm/yyyy"
OPTIONAL_DAYS = ("due_on", "revised_due_on", *DAYS[1:])
OF_A_ROW = tuple(one.name for one in fields(Action)
                 if one.name not in ("recommendation", "superseded_on"))
SHORT = {Evidence.VOICE: "voice"}  # as clerks write it
KIND = cells.coded({one.value: (SHORT.get(one, one.value),) for one in Evidence})


def evidence_cell(cell: str) -> Evidence:
    """Parse a kind of evidence, also by its short word: voice."""
    return Evidence(KIND(cell))


cells.shaped(evidence_cell, cells.shape_of(KIND))


def make_fields(context: Context) -> tuple[Field, ...]:
    """Return the columns; agencies must be on the register, by a name of the action's time."""
    agency = agency_parser(read_agencies(context.params / "agencies.csv"))
    day, words = cells.optional(cells.day), cells.optional(cells.text)
    return (
        Field("action_id", cells.text),
        Field("arising_from", cells.text, "name the audit or review"),
        Field("finding", cells.text),
        Field("recommendation", words),
        Field("text", cells.text, "say what is to be done"),
        Field("measure", words),
        Field("agency", agency, "use a name from params/agencies.csv"),
        Field("owner", cells.text, "name one role"),
        Field("agreed_on", cells.day, WRITE_DAY),
        *(Field(name, day, WRITE_DAY) for name in OPTIONAL_DAYS),
        Field("outcome", words),
        Field("evidence_kind", cells.optional(evidence_cell), "use one of these", optional=True),
        Field("superseded_by", words, "write the id of the action that replaces it",
              optional=True),
        Field("not_accepted_by", words, "name a role or group", optional=True),
        Field("not_accepted_because", words, "say why", optional=True),
        Field("reopened_on", day, WRITE_DAY, optional=True),
        Field("reopened_because", words, "say why", optional=True),
        Field("note", words, optional=True),
        Field("source", cells.text, "say where the row is from"),
    )


def make_actions(records: Iterable[Record]) -> tuple[Action, ...]:
    """Make actions of checked rows, such as ``load("actions").checked.records``.

    An action is superseded on the day when its successor was agreed; a successor that is not among
    the *records* is not known yet. Raises ValueError if a row breaks a rule of :class:`Action`.
    """
    records = list(records)
    agreed = {row["action_id"]: row["agreed_on"] for row in records}
    return tuple(_action(row, agreed) for row in records)


def _action(row: Record, agreed: Mapping[str, date]) -> Action:
    asked, successor = row["recommendation"], row["superseded_by"]
    given = {name: row[name] for name in OF_A_ROW}
    given["superseded_by"] = successor if successor in agreed else None
    return Action(
        recommendation=asked and Recommendation(row["arising_from"], row["finding"], asked),
        superseded_on=agreed.get(successor), **given)
