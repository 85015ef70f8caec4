"""What early help cost: one row for each service in a half-year, with what came of it.

Section 4 of the framework: the Board monitors "the effectiveness and value for money of early help
services including early years". Spend is in pounds, of the half-year. A service helps
families with and without a common assessment.
"""

from __future__ import annotations

from pscb_lib.disclosure.summaries import COUNTS
from pscb_lib.reading import cells
from pscb_lib.reading.rows import Field, Record, find_rules, rule
from pscb_lib.reports.early_help.returned_after import own_file
from pscb_lib.returns.across import once
from pscb_lib.returns.kinds import Return

FIELDS = (
    Field("service", cells.text, "name the service"),
    Field("early_years", cells.yes_no, "write yes for a service of the early years, or no"),
    Field("spend", cells.pounds, "write pounds, with pence if there are any"),
    Field("families", cells.whole_number, "give the families helped in the half-year"),
    Field("closed_needs_met", cells.whole_number, "give the families closed with needs met"),
    Field("source", cells.text, "say where the row is from"),
)


@rule("families", "closed_needs_met", says="more families were closed with needs met than helped",
      remedy="correct one of the two", example={"closed_needs_met": "41"})
def closes_more_than_it_helped(row: Record) -> bool:
    """A family closed in the half-year was helped in it."""
    return row["closed_needs_met"] > row["families"]


RETURN = Return(
    "early_help_cost", "Spend on early help", FIELDS, find_rules(globals()),
    once("service", says="are one service and are not the same",
         remedy="correct the name, or take the wrong row out"),
    "early_help_cost",
    {"service": "Children's centres", "early_years": "yes", "spend": "52000", "families": "40",
     "closed_needs_met": "21", "source": "case system"},
    is_folder=True, months=6, describes=COUNTS, one_file_each=own_file, may_be_empty=True,
)
