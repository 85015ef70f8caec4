"""What the chairs of the sub-groups said of the plan: one row for each sub-group and quarter.

A nil return is a row that says that nothing changed. Two of them running are an exception, and so
is a quarter of which a chair said nothing: section 4 has the plan "completed by the chair of the
relevant sub group".
"""

from __future__ import annotations

from pscb_lib.board.context import Context
from pscb_lib.disclosure.summaries import AGENCY
from pscb_lib.framework.spellings import parse_period
from pscb_lib.reading import cells
from pscb_lib.reading.rows import Field, Record, find_rules, rule
from pscb_lib.reports.business_plan.rules import CORRECT
from pscb_lib.returns.across import once
from pscb_lib.returns.kinds import Return, known_by

QUARTER = 3  # months


def make_fields(context: Context) -> tuple[Field, ...]:
    """Return the columns of the return."""
    return (
        Field("sub_group", cells.text, "name it as the business plan does"),
        Field("quarter", parse_period, "write it like 2014-15 Q3"),
        Field("told_on", cells.dated(context.as_of), "write it dd/mm/yyyy"),
        Field("changed", cells.yes_no, "write no if nothing changed in the quarter"),
        Field("source", cells.text, "say where the row is from"),
    )


@rule("quarter", says="is not a quarter", remedy="send a row for each quarter",
      example={"quarter": "2014-15"})
def is_no_quarter(row: Record) -> bool:
    """Chairs tell of the plan each quarter."""
    return row["quarter"].months != QUARTER


@rule("quarter", "told_on", says="the quarter was not over", remedy=CORRECT,
      example={"told_on": "30/06/2014"})
def is_told_too_early(row: Record) -> bool:
    """What changed in a quarter is known when it is over."""
    return row["told_on"] <= row["quarter"].end


RETURN = Return(
    "business_plan_quarters", "What chairs said of the business plan", make_fields,
    find_rules(globals()),
    once("sub_group", "quarter", says="are of one quarter and are not the same",
         remedy="take the wrong row out"),
    "business_plan_quarters.csv",
    {"sub_group": "Early help group", "quarter": "2014-15 Q1", "told_on": "09/07/2014",
     "changed": "yes", "source": "chair's return"},
    known_by("told_on", "told"), describes=AGENCY, may_be_empty=True, kept_by_office=True,
    key=("sub_group", "quarter"),
)
