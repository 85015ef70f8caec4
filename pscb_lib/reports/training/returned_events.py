"""The return of training events: one row for each course or briefing that the Board held.

Item 6 of Appendix 1. Sections 9 and 11 of the framework: good practice and the lessons of reviews
go into all multi-agency training, so that each event says which review it carries.
"""

from __future__ import annotations

from pscb_lib.board.context import Context
from pscb_lib.disclosure.summaries import AGENCY
from pscb_lib.framework.audit_summary.evidence import Evidence
from pscb_lib.reading import cells
from pscb_lib.reading.rows import Field, Record, find_rules, rule
from pscb_lib.returns.across import once
from pscb_lib.returns.kinds import Return, known_by

LEVELS = (1, 4)


def level(cell: str) -> object:
    """Parse a level of training, 1 to 4. Raises ValueError for any other number."""
    found = cells.whole_number(cell)
    if not LEVELS[0] <= cells.value_of(found) <= LEVELS[1]:
        raise ValueError("is not a level from 1 to 4")
    return found


cells.shaped(level, cells.Shape("choice", ("1", "2", "3", "4")))


def make_fields(context: Context) -> tuple[Field, ...]:
    """Return the columns of the return."""
    return (
        Field("event_id", cells.identifier, "send ids as text"),
        Field("held_on", cells.dated(context.as_of), "write it dd/mm/yyyy"),
        Field("title", cells.text, "name the course; the same course has the same name"),
        Field("level", level, "write 1 to 4"),
        Field("places", cells.whole_number, "write how many places there were"),
        Field("from_review", cells.optional(cells.text), "write the id of the review or audit"),
        Field("evidence", cells.optional(cells.member_of(Evidence)),
              "say what kind of evidence there is that children were better helped",
              optional=True),
        Field("source", cells.text, "say where the row is from"),
    )


@rule("places", says="an event without places", remedy="write how many places there were",
      example={"places": "0"})
def has_no_places(row: Record) -> bool:
    """Without places nobody can say how many of them were taken."""
    return row["places"] == 0


RETURN = Return(
    "training_events", "Training events", make_fields, find_rules(globals()),
    once("event_id", says="have one id and are not the same",
         remedy="correct the id, or take the wrong row out"),
    "training_events.csv",
    {"event_id": "T-01", "held_on": "14/05/2014", "title": "Working together", "level": "3",
     "places": "24", "from_review": "MA-01", "source": "training administrator"},
    known_by("held_on", "held"), key=("event_id",), describes=AGENCY, may_be_empty=True,
    kept_by_office=True,
    applies={"from_review": "it carries what was learnt from a review or an audit",
             "evidence": "there is evidence that children were better helped"},
)
