"""The log of near misses: one row for each time that a child was nearly harmed.

Each is about one child, so that rows and a year's numbers stay in the restricted set. The group
that reviews cases considers each within a calendar month. A nil return says that none was told,
which is a question and no praise.
"""

from __future__ import annotations

from pscb_lib.board.agencies import agency_parser, read_agencies
from pscb_lib.board.context import Context
from pscb_lib.reading import cells
from pscb_lib.reading.rows import Field, Record, awaits, find_awaited, find_rules, rule
from pscb_lib.reports.board_effectiveness.returned_rounds import CORRECT
from pscb_lib.returns.across import once
from pscb_lib.returns.kinds import Return, known_by, known_with
from pscb_lib.returns.waiting import Waiting

WHAT = ("not passed on", "not seen", "not believed", "wrong child", "left unsafe", "other")
DECISIONS = ("review", "audit", "action by the agency", "no further action")


def make_fields(context: Context) -> tuple[Field, ...]:
    """Return the columns of the return."""
    agency = agency_parser(read_agencies(context.params / "agencies.csv"))
    day = cells.dated(context.as_of)
    return (
        Field("near_miss_id", cells.identifier, "use a number of your own, not a child's"),
        Field("happened_on", day, "write it dd/mm/yyyy"),
        Field("told_by", agency, "use a name from params/agencies.csv"),
        Field("what", cells.one_of(*WHAT)),
        Field("considered_on", cells.optional(day), "write it dd/mm/yyyy"),
        Field("decision", cells.optional(cells.one_of(*DECISIONS))),
        Field("source", cells.text, "say where the row is from"),
    )


@rule("happened_on", "considered_on", says="was considered before it happened", remedy=CORRECT,
      example={"considered_on": "01/05/2014"})
def is_considered_too_early(row: Record) -> bool:
    """The group considers what has happened."""
    return row["considered_on"] is not None and row["considered_on"] < row["happened_on"]


@rule("considered_on", "decision", says="what was considered has a decision",
      remedy="fill both or neither", example={"decision": ""})
def is_considered_in_part(row: Record) -> bool:
    """The framework's responsive strand: complex and high profile cases, and near misses."""
    return (row["considered_on"] is None) != (row["decision"] is None)


@awaits("considered_on", "the day on which the group considered it",
        {"considered_on": "", "decision": ""})
def is_not_considered(row: Record) -> bool:
    """A near miss is considered within a month."""
    return row["considered_on"] is None


AWAITED = find_awaited(globals())
RETURN = Return(
    "near_misses", "Near misses", make_fields, find_rules(globals()),
    once("near_miss_id", says="have one id and are not the same",
         remedy="correct the id, or take the wrong row out"),
    "near_misses.csv",
    {"near_miss_id": "NM-01", "happened_on": "03/07/2014", "told_by": "CPFT",
     "what": "not passed on", "considered_on": "22/07/2014", "decision": "audit",
     "source": "office"},
    known_by("happened_on", "happened"), may_be_empty=True, kept_by_office=True,
    key=("near_miss_id",), learnt=known_with("considered_on", "decision"),
    awaited=Waiting(("near_miss_id",), lambda context, row: "Case review group",
                    lambda context, records: AWAITED),
    applies={"considered_on": "it was considered", "decision": "it was considered"},
)
