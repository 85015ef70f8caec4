"""The log of escalations: one row for each concern taken to a senior manager of another agency.

Section 3 of the framework: "Escalation of this nature should only be required when more usual
channels of communication have been exhausted." A nil return says that none was raised, which is a
question and no praise: staff may not know how, or not dare.
"""

from __future__ import annotations

from pscb_lib.board.agencies import agency_parser, read_agencies
from pscb_lib.board.context import Context
from pscb_lib.disclosure.summaries import AGENCY
from pscb_lib.reading import cells
from pscb_lib.reading.rows import Field, Record, awaits, find_awaited, find_rules, rule
from pscb_lib.reports.board_effectiveness.returned_rounds import CORRECT
from pscb_lib.returns.across import once
from pscb_lib.returns.kinds import Return, known_by, known_with
from pscb_lib.returns.waiting import Waiting

ABOUT = ("referral", "threshold", "plan", "attendance", "other")
OUTCOMES = ("changed", "stood", "compromise")
STAGES = ("1", "2", "3", "4", "5")


def make_fields(context: Context) -> tuple[Field, ...]:
    """Return the columns of the return."""
    agency = agency_parser(read_agencies(context.params / "agencies.csv"))
    day, named = cells.dated(context.as_of), "use a name from params/agencies.csv"
    return (
        Field("escalation_id", cells.identifier, "use a number of your own, not a child's"),
        Field("raised_on", day, "write it dd/mm/yyyy"),
        Field("raised_by", agency, named),
        Field("raised_with", agency, named),
        Field("about", cells.one_of(*ABOUT)),
        Field("stage", cells.one_of(*STAGES), "write the highest stage that it came to"),
        Field("resolved_on", cells.optional(day), "write it dd/mm/yyyy"),
        Field("outcome", cells.optional(cells.one_of(*OUTCOMES))),
        Field("safe_meanwhile", cells.optional(cells.yes_no),
              "write yes if the child was known to be safe meanwhile"),
        Field("source", cells.text, "say where the row is from"),
    )


@rule("raised_on", "resolved_on", says="was resolved before it was raised", remedy=CORRECT,
      example={"resolved_on": "01/05/2014"})
def is_resolved_too_early(row: Record) -> bool:
    """An escalation is resolved once it is raised."""
    return row["resolved_on"] is not None and row["resolved_on"] < row["raised_on"]


@rule("resolved_on", "outcome", says="what is resolved has a day and an outcome",
      remedy="fill both or neither", example={"outcome": ""})
def is_resolved_in_part(row: Record) -> bool:
    """Section 3: how referrals were responded to, and how cases progress."""
    return (row["resolved_on"] is None) != (row["outcome"] is None)


@rule("raised_by", "raised_with", says="an agency has escalated to itself", remedy=CORRECT,
      example={"raised_with": "CPFT"})
def is_with_itself(row: Record) -> bool:
    """Concerns within an agency go by its own policy."""
    return row["raised_by"] == row["raised_with"]


@awaits("resolved_on", "how it was resolved", {"resolved_on": "", "outcome": ""})
def is_open(row: Record) -> bool:
    """Section 3: escalation is for when usual channels are exhausted, and is to end."""
    return row["resolved_on"] is None


@awaits("safe_meanwhile", "whether the child was safe meanwhile", {"safe_meanwhile": ""})
def is_unsure(row: Record) -> bool:
    """While agencies differ, somebody has to know."""
    return row["safe_meanwhile"] is None


AWAITED = find_awaited(globals())
RETURN = Return(
    "escalations", "Escalations between agencies", make_fields, find_rules(globals()),
    once("escalation_id", says="have one id and are not the same",
         remedy="correct the id, or take the wrong row out"),
    "escalations.csv",
    {"escalation_id": "ESC-01", "raised_on": "20/05/2014", "raised_by": "CPFT",
     "raised_with": "Children's social care", "about": "threshold", "stage": "1",
     "resolved_on": "28/05/2014", "outcome": "changed", "safe_meanwhile": "yes",
     "source": "escalation log"},
    known_by("raised_on", "raised"), describes=AGENCY, may_be_empty=True, kept_by_office=True,
    key=("escalation_id",), learnt=known_with("resolved_on", "outcome"),
    awaited=Waiting(("escalation_id",), lambda context, row: row["raised_with"],
                    lambda context, records: AWAITED),
    applies={"resolved_on": "it is resolved", "outcome": "it is resolved",
             "safe_meanwhile": "somebody has asked"},
)
