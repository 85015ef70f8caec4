"""The return of the Board's development: one row for each event for members."""

from __future__ import annotations

from pscb_lib.board.context import Context
from pscb_lib.disclosure.summaries import AGENCY
from pscb_lib.reading import cells
from pscb_lib.reading.rows import Field, Record, awaits, find_awaited, find_rules, rule
from pscb_lib.returns.across import once
from pscb_lib.returns.kinds import Return, known_by
from pscb_lib.returns.waiting import Waiting


def make_fields(context: Context) -> tuple[Field, ...]:
    """Return the columns of the return."""
    return (
        Field("held_on", cells.dated(context.as_of), "write it dd/mm/yyyy"),
        Field("subject", cells.text, "say in a few words what it was about"),
        Field("invited_n", cells.whole_number, "write how many members were invited"),
        Field("came_n", cells.whole_number, "write how many of them came"),
        Field("from_plan", cells.yes_no, "write yes if it was in the Board's plan, or no"),
        Field("changed", cells.optional(cells.text), "say what the Board does otherwise since"),
        Field("source", cells.text, "say where the row is from"),
    )


@rule("invited_n", "came_n", says="more members came than were invited",
      remedy="correct one of the two", example={"came_n": "25"})
def more_came_than_were_invited(row: Record) -> bool:
    """Those who came are counted among those invited."""
    return row["came_n"] > row["invited_n"]


@awaits("changed", "what changed since", {"changed": ""})
def has_changed_nothing(row: Record) -> bool:
    """Section 4: the end of an action is evidence of an outcome."""
    return row["changed"] is None


AWAITED = find_awaited(globals())
RETURN = Return(
    "board_development", "Development of Board members", make_fields, find_rules(globals()),
    once("held_on", "subject", says="are one event and are not the same",
         remedy="correct the day, or take the wrong row out"),
    "board_development.csv",
    {"held_on": "17/06/2014", "subject": "Neglect: what a Board should ask", "invited_n": "21",
     "came_n": "17", "from_plan": "yes", "changed": "the data set has a page on neglect",
     "source": "Board's office"},
    known_by("held_on", "held"), describes=AGENCY, may_be_empty=True, kept_by_office=True,
    awaited=Waiting(("held_on", "subject"), lambda context, row: "Board's office",
                    lambda context, records: AWAITED),
    applies={"changed": "something changed"},
)
