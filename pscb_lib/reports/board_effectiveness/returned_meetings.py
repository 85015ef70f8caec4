"""The log of the chair's meetings with members: one row for each, with what was agreed.

Section 3 of the framework: "Chair's regular meetings with Board members". A nil return says that
none was held.
"""

from __future__ import annotations

from pscb_lib.board.context import Context
from pscb_lib.disclosure.summaries import AGENCY
from pscb_lib.reading import cells
from pscb_lib.reading.rows import Field
from pscb_lib.returns.across import once
from pscb_lib.returns.kinds import Return, known_by

THEMES = ("attendance", "challenge", "audit", "resources", "priorities", "own agency", "other")


def make_fields(context: Context) -> tuple[Field, ...]:
    """Return the columns of the return."""
    return (
        Field("held_on", cells.dated(context.as_of), "write it dd/mm/yyyy"),
        Field("seat", cells.text, "name the seat on the Board, not a person"),
        Field("theme", cells.one_of(*THEMES)),
        Field("agreed", cells.optional(cells.text), "say what was agreed"),
        Field("source", cells.text, "say where the row is from"),
    )


RETURN = Return(
    "chair_meetings", "The chair's meetings with members", make_fields, (),
    once("held_on", "seat", "theme", says="are one meeting and are not the same",
         remedy="take the wrong row out"),
    "chair_meetings.csv",
    {"held_on": "14/05/2014", "seat": "Police", "theme": "attendance",
     "agreed": "A named deputy attends when the member cannot", "source": "chair's log"},
    known_by("held_on", "held"), describes=AGENCY, may_be_empty=True, kept_by_office=True,
    applies={"agreed": "something was agreed"},
)
