"""The return of single-agency training: one row for each agency, level and year.

Working Together (2013): the Board monitors and evaluates training, single and multi-agency. An
agency says how many staff need a level, how many are in date, and who validated its training.
"""

from __future__ import annotations

from pscb_lib.board.agencies import agency_parser, in_use, read_agencies
from pscb_lib.board.context import Context
from pscb_lib.disclosure.summaries import AGENCY
from pscb_lib.framework.audit_summary.section11 import Scope
from pscb_lib.framework.spellings import parse_year
from pscb_lib.reading import cells
from pscb_lib.reading.rows import Field, Reason, Record, Rule, find_rules, rule
from pscb_lib.reports.training.returned_events import level
from pscb_lib.returns.across import once
from pscb_lib.returns.kinds import Return


def make_fields(context: Context) -> tuple[Field, ...]:
    """Return the columns of the return."""
    agency = agency_parser(read_agencies(context.params / "agencies.csv"))
    return (
        Field("year", cells.code("a year", parse_year, has_months=True), "write it like 2014-15"),
        Field("agency", agency, "use a name from params/agencies.csv"),
        Field("level", level, "write 1 to 4"),
        Field("staff_n", cells.whole_number, "write how many staff need this level"),
        Field("in_date_n", cells.whole_number, "write how many of them are trained and in date"),
        Field("validated", cells.yes_no, "write yes if another than the trainer looked at it"),
        Field("validated_by", cells.optional(cells.text), "say by whom, by role"),
        Field("source", cells.text, "say where the row is from"),
    )


@rule("staff_n", "in_date_n", says="more staff are in date than need the level",
      remedy="correct one of the two", example={"in_date_n": "900"})
def are_more_in_date(row: Record) -> bool:
    """Those in date are part of those who need it."""
    return row["in_date_n"] > row["staff_n"]


@rule("validated", "validated_by", says="validated training names who validated it",
      remedy="fill validated_by, or write no", example={"validated_by": ""})
def is_validated_by_nobody(row: Record) -> bool:
    """To validate is to have been looked at by somebody."""
    return row["validated"] and row["validated_by"] is None


RULES = find_rules(globals())


def who_owe(context: Context) -> list[str]:
    """The agencies of the period's year that section 11 binds, and so owe the return."""
    return sorted({one.name for one in read_agencies(context.params / "agencies.csv")
                   if one.section11 is Scope.STATUTORY
                   and one.valid_from <= context.period.end
                   and context.period.start <= one.valid_to})


def make_rules(context: Context) -> tuple[Rule, ...]:
    """Return the rules for one row; an agency has a name of its year."""
    return *RULES, in_use("agency", lambda row: (row["year"].start, row["year"].end))


def leave_out(context: Context) -> Reason:
    """Leave out rows of another year than the report's."""
    return lambda row: None if row["year"] == context.period.year else "about another year"


RETURN = Return(
    "single_agency_training", "Single-agency training", make_fields, make_rules,
    once("year", "agency", "level", says="are one level of an agency and are not the same",
         remedy="correct the level, or take the wrong row out"),
    "single_agency_training.csv",
    {"year": "2014-15", "agency": "Police", "level": "1", "staff_n": "640", "in_date_n": "590",
     "validated": "yes", "validated_by": "training sub-group", "source": "agency"},
    leave_out, key=("year", "agency", "level"), describes=AGENCY, may_be_empty=True,
    applies={"validated_by": "the training was validated"},
)
