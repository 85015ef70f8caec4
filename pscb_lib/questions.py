"""What was asked at earlier meetings, of whom, the answer, the action, and what came of it.

Section 4: "Signing off an individual action should not be viewed as an end; rather the 'end'
should be seen as the successful implementation of an action alongside evidence of an outcome."
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pscb_lib import cells
from pscb_lib.records import Field, Rule
from pscb_lib.registers import read_register


@dataclass(frozen=True)
class Question:
    """One matter arising; what was not yet known on the report's day is None."""

    raised_on: date
    indicator: str | None
    question: str
    owner: str
    due_on: date
    answer: str | None
    action: str | None
    outcome: str | None


FIELDS = (
    Field("raised_on", cells.day), Field("indicator", cells.optional(cells.text)),
    Field("question", cells.text), Field("owner", cells.text), Field("due_on", cells.day),
    Field("answer", cells.optional(cells.text)), Field("answered_on", cells.optional(cells.day)),
    Field("action", cells.optional(cells.text)), Field("outcome", cells.optional(cells.text)),
    Field("outcome_on", cells.optional(cells.day)),
)
RULES = (
    Rule(("answer", "answered_on"), "an answer and its date go together", "fill both",
         lambda row: (row["answer"] is None) != (row["answered_on"] is None)),
    Rule(("action", "answer"), "an action needs the answer it follows", "fill answer",
         lambda row: row["action"] is not None and row["answer"] is None),
    Rule(("outcome", "outcome_on"), "an outcome and its date go together", "fill both",
         lambda row: (row["outcome"] is None) != (row["outcome_on"] is None)),
)


def read_questions(path: Path, as_of: date) -> list[Question]:
    """Read the questions raised by *as_of*, as they stood on that day."""
    return [_as_known(row, as_of) for row in read_register(path, FIELDS, RULES)
            if row["raised_on"] <= as_of]


def _as_known(row: dict, as_of: date) -> Question:
    answered = row["answered_on"] is not None and row["answered_on"] <= as_of
    ended = row["outcome_on"] is not None and row["outcome_on"] <= as_of
    return Question(
        row["raised_on"], row["indicator"], row["question"], row["owner"], row["due_on"],
        row["answer"] if answered else None, row["action"] if answered else None,
        row["outcome"] if ended else None,
    )
