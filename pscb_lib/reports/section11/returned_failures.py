"""The log of failures of cooperation or compliance that have come to the Board's attention.

Section 6 of the framework: "all agencies should be held accountable for any failure of cooperation
or compliance where the matter comes to the attention of the Board". It is kept for the restricted
set alone, so its rows are treated as a child's: no other set reads or counts them.
"""

from __future__ import annotations

from datetime import date

from pscb_lib.board.context import Context
from pscb_lib.disclosure.summaries import CHILD
from pscb_lib.reading import cells
from pscb_lib.reading.rows import Field, Record, Rule, find_rules, rule
from pscb_lib.returns.across import once
from pscb_lib.returns.kinds import Return, known_by, known_days

STEPS = {"replied_on": "reply", "decided_on": "decision"}  # a day, and what was said on it


def make_fields(context: Context) -> tuple[Field, ...]:
    """Return the columns of the return."""
    day = cells.optional(cells.day)
    return (
        Field("failure_id", cells.identifier, "send ids as text"),
        Field("known_on", cells.day, "write the day on which the Board learnt of it"),
        Field("body", cells.text, "name the agency or organisation, not a person"),
        Field("about", cells.one_of("cooperation", "compliance")),
        Field("failure", cells.text, "say what was not done"),
        Field("reply", cells.optional(cells.text)),
        Field("replied_on", day, "write it dd/mm/yyyy"),
        Field("decision", cells.optional(cells.text)),
        Field("decided_on", day, "write it dd/mm/yyyy"),
        Field("remedied_on", day, "write it dd/mm/yyyy"),
        Field("source", cells.text, "say where the row is from"),
    )


def _both(on: str, what: str) -> Rule:
    def is_half_said(row: Record) -> bool:
        """Section 6: agencies are held accountable, so what was said has its day."""
        return (row[on] is None) != (row[what] is None)

    return rule(what, on, says=f"the {what} has both its words and its day",
                remedy="fill both or neither", example={on: ""})(is_half_said)


@rule("known_on", "remedied_on", says="it was remedied before it was known",
      remedy="correct one of the two dates", example={"remedied_on": "01/10/2014"})
def is_remedied_too_early(row: Record) -> bool:
    """A failure is remedied after the Board learnt of it."""
    earliest: date = row["known_on"]
    return row["remedied_on"] is not None and row["remedied_on"] < earliest


RULES = (*find_rules(globals()), *(_both(*one) for one in STEPS.items()))
RETURN = Return(
    "cooperation_failures", "Failures of cooperation or compliance", make_fields, RULES,
    once("failure_id", says="have one id and are not the same",
         remedy="give each failure an id of its own"),
    "cooperation_failures.csv",
    {"failure_id": "FC-01", "known_on": "12/12/2014", "body": "Riverside Nursery",
     "about": "cooperation", "failure": "did not attend two strategy discussions",
     "reply": "the manager's post was vacant", "replied_on": "05/01/2015",
     "decision": "the chair writes to the owner", "decided_on": "14/01/2015",
     "source": "Board's office"},
    known_by("known_on", "known"), describes=CHILD, may_be_empty=True,
    learnt=known_days("replied_on", "decided_on", "remedied_on"), kept_by_office=True,
    applies={"reply": "the body has replied", "replied_on": "the body has replied",
             "decision": "the Board has decided", "decided_on": "the Board has decided",
             "remedied_on": "the failure is remedied"},
)
