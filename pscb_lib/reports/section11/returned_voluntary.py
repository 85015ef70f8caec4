"""The voluntary and community sector: which organisations asked hold the sector's own standards.

Section 6 of the framework: they "should comply with the 'Eastern Region Safeguarding Standards'",
and "monitoring should largely rest with the individual organisation". So an organisation is asked
whether it holds them, and is never graded.
"""

from __future__ import annotations

from pscb_lib.board.context import Context
from pscb_lib.disclosure.summaries import AGENCY
from pscb_lib.framework.spellings import parse_period
from pscb_lib.reading import cells
from pscb_lib.reading.rows import Field, Reason, Record, find_rules, rule
from pscb_lib.returns.across import once
from pscb_lib.returns.kinds import Return, known_days
from pscb_lib.returns.self_audits import current_round


def make_fields(context: Context) -> tuple[Field, ...]:
    """Return the columns of the return."""
    return (
        Field("round", parse_period, "write the month of the round, such as 2014-11"),
        Field("organisation", cells.text, "name the organisation, not a person"),
        Field("asked_on", cells.day, "write it dd/mm/yyyy"),
        Field("answered_on", cells.optional(cells.day), "write it dd/mm/yyyy"),
        Field("holds", cells.optional(cells.yes_no), "write yes or no"),
        Field("source", cells.text, "say where the row is from"),
    )


@rule("answered_on", "holds", says="an answer has both its day and what it says",
      remedy="fill both or neither", example={"answered_on": ""})
def is_half_an_answer(row: Record) -> bool:
    """Section 6: the organisation answers for itself."""
    return (row["answered_on"] is None) != (row["holds"] is None)


@rule("asked_on", "answered_on", says="the answer is before the question",
      remedy="correct one of the two dates", example={"answered_on": "01/10/2014"})
def answers_too_early(row: Record) -> bool:
    """An organisation answers once it is asked."""
    return row["answered_on"] is not None and row["answered_on"] < row["asked_on"]


def leave_out(context: Context) -> Reason:
    """Leave out other rounds than the report's, and who was asked after its day."""
    current = current_round(context)

    def reason(record: Record) -> str | None:
        if record["round"] != current:
            return "about another round"
        return "asked after the day of the report" if record["asked_on"] > context.as_of else None

    return reason


RETURN = Return(
    "voluntary_standards", "Standards of the voluntary sector", make_fields,
    find_rules(globals()),
    once("round", "organisation", says="are one organisation and are not the same",
         remedy="ask it which answer stands and remove the other"),
    "voluntary_standards.csv",
    {"round": "2014-11", "organisation": "Fenland Youth Clubs", "asked_on": "03/11/2014",
     "answered_on": "20/11/2014", "holds": "yes", "source": "voluntary sector forum"},
    leave_out, describes=AGENCY, may_be_empty=True, learnt=known_days("answered_on"),
    kept_by_office=True,
    applies={"answered_on": "it has answered", "holds": "it has answered"},
)
