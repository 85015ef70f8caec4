"""The log of what practitioners said: one row for each point that they raised at an event.

Section 3 of the framework: "Obtaining feedback from frontline practitioners which will be gathered
through practitioners workshops and by members of the Board meeting with practitioners". A nil
return says that no workshop was held.
"""

from __future__ import annotations

from pscb_lib.board.agencies import agency_parser, read_agencies
from pscb_lib.board.context import Context
from pscb_lib.disclosure.figures import RESPONDENT
from pscb_lib.reading import cells
from pscb_lib.reading.rows import Field, Record, awaits, find_awaited, find_rules, rule
from pscb_lib.reports.board_effectiveness.returned_rounds import CORRECT
from pscb_lib.returns.across import once
from pscb_lib.returns.kinds import Return, known_by, known_days
from pscb_lib.returns.waiting import Waiting

EVENTS = ("workshop", "visit by a member", "meeting with staff")
THEMES = ("thresholds", "caseloads", "information sharing", "procedures", "supervision",
          "early help", "children's voice", "other")


def make_fields(context: Context) -> tuple[Field, ...]:
    """Return the columns of the return."""
    agency = agency_parser(read_agencies(context.params / "agencies.csv"))
    day = cells.dated(context.as_of)
    return (
        Field("event", cells.one_of(*EVENTS)),
        Field("held_on", day, "write it dd/mm/yyyy"),
        Field("agency", agency, "use a name from params/agencies.csv"),
        Field("theme", cells.one_of(*THEMES)),
        Field("said", cells.text, "say it in a sentence, without a name"),
        Field("answer", cells.optional(cells.text), "say what practitioners were told"),
        Field("answered_on", cells.optional(day), "write it dd/mm/yyyy"),
        Field("source", cells.text, "say where the row is from"),
    )


@rule("answer", "answered_on", says="an answer has its words and its day",
      remedy="fill both or neither", example={"answered_on": ""})
def is_answered_in_part(row: Record) -> bool:
    """Section 3: feedback is obtained, and those who gave it hear what came of it."""
    return (row["answer"] is None) != (row["answered_on"] is None)


@rule("held_on", "answered_on", says="was answered before it was said", remedy=CORRECT,
      example={"answered_on": "01/05/2014"})
def is_answered_too_early(row: Record) -> bool:
    """An answer follows what was said."""
    return row["answered_on"] is not None and row["answered_on"] < row["held_on"]


@awaits("answer", "the answer to what practitioners said", {"answer": "", "answered_on": ""})
def is_not_answered(row: Record) -> bool:
    """Section 3: feedback from frontline practitioners."""
    return row["answered_on"] is None


AWAITED = find_awaited(globals())
RETURN = Return(
    "practitioner_feedback", "What practitioners said", make_fields, find_rules(globals()),
    once("held_on", "agency", "said", says="are one point and are not the same",
         remedy="take the wrong row out"),
    "practitioner_feedback.csv",
    {"event": "workshop", "held_on": "12/06/2014", "agency": "CPFT", "theme": "thresholds",
     "said": "Referrals come back without a reason", "answer": "Each now has one, in two days",
     "answered_on": "30/07/2014", "source": "note of the workshop"},
    known_by("held_on", "held"), describes=RESPONDENT, may_be_empty=True, kept_by_office=True,
    learnt=known_days("answered_on"),
    awaited=Waiting(("held_on", "theme"), lambda context, row: row["agency"],
                    lambda context, records: AWAITED),
    applies=dict.fromkeys(("answer", "answered_on"), "practitioners were answered"),
)
