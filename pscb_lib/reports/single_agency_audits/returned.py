"""The nil return of audits: one row for each agency and quarter in which it had none.

A nil return says "we looked, and no safeguarding audit was completed or begun". That is not the
same as silence: section 8 of the framework has the group "informed of all safeguarding audits".
"""

from __future__ import annotations

from pscb_lib.board.agencies import agency_parser, read_agencies
from pscb_lib.board.context import Context
from pscb_lib.disclosure.summaries import AGENCY
from pscb_lib.framework.spellings import parse_period
from pscb_lib.reading import cells
from pscb_lib.reading.rows import Field, Record, find_rules, rule
from pscb_lib.returns.across import once
from pscb_lib.returns.kinds import Return, known_by

QUARTER = 3  # months


def make_fields(context: Context) -> tuple[Field, ...]:
    """Return the columns; agencies are those on the register."""
    agency = agency_parser(read_agencies(context.params / "agencies.csv"))
    return (
        Field("agency", agency, "use a name from params/agencies.csv"),
        Field("quarter", parse_period, "write it like 2014-15 Q3"),
        Field("told_on", cells.dated(context.as_of), "write it dd/mm/yyyy"),
        Field("source", cells.text, "say where the row is from"),
    )


@rule("quarter", says="is not a quarter", remedy="send a row for each quarter",
      example={"quarter": "2014-15"})
def is_no_quarter(row: Record) -> bool:
    """Agencies tell the group of their audits each quarter."""
    return row["quarter"].months != QUARTER


@rule("quarter", "told_on", says="the quarter was not over", remedy="correct one of the two",
      example={"told_on": "30/06/2014"})
def is_told_too_early(row: Record) -> bool:
    """That there was no audit is known when the quarter is over."""
    return row["told_on"] <= row["quarter"].end


RETURN = Return(
    "audit_nil_returns", "Nil returns of audits", make_fields, find_rules(globals()),
    once("agency", "quarter", says="are one nil return and are not the same",
         remedy="take the wrong row out"),
    "audit_nil_returns.csv",
    {"agency": "Police", "quarter": "2014-15 Q1", "told_on": "07/07/2014",
     "source": "e-mail to the office"},
    known_by("told_on", "told"), describes=AGENCY, may_be_empty=True, kept_by_office=True,
)
