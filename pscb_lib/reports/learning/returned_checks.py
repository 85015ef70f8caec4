"""The return of learning checks: one row for each time an agency's staff were asked about a point.

Sent is not read, and read is not used: staff are asked whether they knew the learning and whether
they have used it.
"""

from __future__ import annotations

from pscb_lib.board.agencies import agency_parser, read_agencies
from pscb_lib.board.context import Context
from pscb_lib.disclosure.summaries import AGENCY
from pscb_lib.reading import cells
from pscb_lib.reading.rows import Field, Record, find_rules, rule
from pscb_lib.reports.learning import returned
from pscb_lib.returns.across import once, refers_to
from pscb_lib.returns.kinds import Return, known_by

METHODS = ("survey", "dip sample")


def make_fields(context: Context) -> tuple[Field, ...]:
    """Return the columns of the return."""
    agency = agency_parser(read_agencies(context.params / "agencies.csv"), context.as_of)
    staff = "write how many staff"
    return (
        Field("point_id", cells.identifier, "send ids as text"),
        Field("agency", agency, "use a name from params/agencies.csv"),
        Field("checked_on", cells.dated(context.as_of), "write it dd/mm/yyyy"),
        Field("method", cells.one_of(*METHODS)),
        Field("asked_n", cells.whole_number, staff),
        Field("knew_n", cells.whole_number, staff),
        Field("used_n", cells.whole_number, staff),
        Field("source", cells.text, "say where the row is from"),
    )


@rule("asked_n", "knew_n", says="more staff knew it than were asked", remedy=returned.CORRECT,
      example={"knew_n": "13"})
def more_knew_than_were_asked(row: Record) -> bool:
    """Those who knew it are counted among those asked."""
    return row["knew_n"] > row["asked_n"]


@rule("knew_n", "used_n", says="more staff used it than knew it", remedy=returned.CORRECT,
      example={"used_n": "12"})
def more_used_than_knew(row: Record) -> bool:
    """Those who used it are counted among those who knew it."""
    return row["used_n"] > row["knew_n"]


RETURN = Return(
    "learning_checks", "Checks of learning", make_fields, find_rules(globals()),
    once("point_id", "agency", "checked_on", says="are one check and are not the same",
         remedy="correct the day, or take the wrong row out"),
    "learning_checks.csv",
    {"point_id": "L-01", "agency": "Children's social care", "checked_on": "15/01/2015",
     "method": "dip sample", "asked_n": "12", "knew_n": "11", "used_n": "8",
     "source": "learning and development"},
    known_by("checked_on", "checked"), describes=AGENCY, may_be_empty=True, kept_by_office=True,
    together=refers_to("point_id", returned.RETURN),
)
