"""The log of complaints: one row for each, about a conference, the Board, or an agency through it.

Each is about one child, so that rows and a year's numbers stay in the restricted set. The Children
Act 1989 Representations Procedure (England) Regulations 2006 give ten working days for an answer,
and 20 at most; for complaints about conferences the Board keeps to the same.
"""

from __future__ import annotations

from pscb_lib.board.context import Context
from pscb_lib.reading import cells
from pscb_lib.reading.rows import Field, Record, awaits, find_awaited, find_rules, rule
from pscb_lib.reports.board_effectiveness.returned_rounds import CORRECT
from pscb_lib.returns.across import once
from pscb_lib.returns.kinds import Return, known_by, known_with
from pscb_lib.returns.waiting import Waiting

ABOUT = ("conference", "Board", "agency through the Board")
UPHELD = ("upheld", "partly upheld", "not upheld", "withdrawn")


def make_fields(context: Context) -> tuple[Field, ...]:
    """Return the columns of the return."""
    day = cells.dated(context.as_of)
    return (
        Field("complaint_id", cells.identifier, "use a number of your own, not a child's"),
        Field("received_on", day, "write it dd/mm/yyyy"),
        Field("about", cells.one_of(*ABOUT)),
        Field("due_on", cells.dated(context.as_of, is_planned=True), "write it dd/mm/yyyy"),
        Field("answered_on", cells.optional(day), "write it dd/mm/yyyy"),
        Field("upheld", cells.optional(cells.one_of(*UPHELD))),
        Field("source", cells.text, "say where the row is from"),
    )


@rule("received_on", "due_on", "answered_on", says="its days are not in order", remedy=CORRECT,
      example={"answered_on": "01/09/2014"})
def is_out_of_order(row: Record) -> bool:
    """A complaint is received, and answered after that."""
    return row["received_on"] > min(row["due_on"], row["answered_on"] or row["due_on"])


@rule("answered_on", "upheld", says="an answer says whether it is upheld",
      remedy="fill both or neither", example={"upheld": ""})
def is_answered_in_part(row: Record) -> bool:
    """An answer to a complaint says what was found."""
    return (row["answered_on"] is None) != (row["upheld"] is None)


@awaits("answered_on", "the answer", {"answered_on": "", "upheld": ""})
def is_open(row: Record) -> bool:
    """Regulations of 2006: an answer within 20 working days at most."""
    return row["answered_on"] is None


AWAITED = find_awaited(globals())
RETURN = Return(
    "complaints", "Complaints", make_fields, find_rules(globals()),
    once("complaint_id", says="have one id and are not the same",
         remedy="correct the id, or take the wrong row out"),
    "complaints.csv",
    {"complaint_id": "C-01", "received_on": "08/09/2014", "about": "conference",
     "due_on": "22/09/2014", "answered_on": "19/09/2014", "upheld": "partly upheld",
     "source": "complaints log"},
    known_by("received_on", "received"), may_be_empty=True, kept_by_office=True,
    key=("complaint_id",), learnt=known_with("answered_on", "upheld"),
    awaited=Waiting(("complaint_id",), lambda context, row: "Board's office",
                    lambda context, records: AWAITED),
    applies={"answered_on": "it is answered", "upheld": "it is answered"},
)
