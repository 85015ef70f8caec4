"""The survey of practitioners beside a round of Section 11: what they say of the same standards.

One row for each agency, standard and question. Practitioners are counted, never named.
"""

from __future__ import annotations

from pscb_lib.board.agencies import agency_parser, in_use, read_agencies
from pscb_lib.board.context import Context
from pscb_lib.disclosure.summaries import AGENCY
from pscb_lib.framework.spellings import parse_period
from pscb_lib.reading import cells
from pscb_lib.reading.rows import Field, Reason, Record, Rule, find_rules, rule
from pscb_lib.returns.across import once
from pscb_lib.returns.kinds import Return
from pscb_lib.returns.self_audits import current_round, standard_parser

CORRECT = "correct one of the two"


def make_fields(context: Context) -> tuple[Field, ...]:
    """Return the columns; the standards are the Board's own."""
    agency = agency_parser(read_agencies(context.params / "agencies.csv"))
    return (
        Field("round", parse_period, "write the month of the round, such as 2014-11"),
        Field("agency", agency, "use a name from params/agencies.csv"),
        Field("standard", standard_parser(context), "number the standards as section 6 does"),
        Field("question", cells.text, "write the question as practitioners were asked it"),
        *(Field(name, cells.whole_number, "write how many practitioners")
          for name in ("asked_n", "answered_n", "positive_n")),
        Field("source", cells.text, "say where the row is from"),
    )


@rule("asked_n", "answered_n", says="more answered than were asked", remedy=CORRECT,
      example={"asked_n": "30"})
def answers_unasked(row: Record) -> bool:
    """Who answered is part of those asked."""
    return row["answered_n"] > row["asked_n"]


@rule("answered_n", "positive_n", says="more agreed than answered", remedy=CORRECT,
      example={"positive_n": "45"})
def agrees_without_answer(row: Record) -> bool:
    """Who agreed is part of those who answered."""
    return row["positive_n"] > row["answered_n"]


RULES = find_rules(globals())


def make_rules(context: Context) -> tuple[Rule, ...]:
    """Return the rules for one row; an agency has a name of its round."""
    return *RULES, in_use("agency", lambda row: (row["round"].start, row["round"].end))


def leave_out(context: Context) -> Reason:
    """Leave out rows of other rounds than the report's."""
    current = current_round(context)
    return lambda record: None if record["round"] == current else "about another round"


RETURN = Return(
    "section11_survey", "Section 11 survey of practitioners", make_fields, make_rules,
    once("round", "agency", "standard", "question", says="are one question and are not the same",
         remedy="correct the question, or take the wrong row out"),
    "section11_survey.csv",
    {"round": "2014-11", "agency": "Police", "standard": "5",
     "question": "My training lets me act on a concern", "asked_n": "60", "answered_n": "41",
     "positive_n": "25", "source": "survey of November 2014"},
    leave_out, describes=AGENCY, may_be_empty=True, kept_by_office=True,
)
