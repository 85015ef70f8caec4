"""The list of cases from which a multi-agency audit draws: one row for each case.

Section 9 of the framework: cases are "selected randomly where more than one agency has been
involved". ``pscb draw`` reads the list, which stays in the returns folder.
"""

from __future__ import annotations

from pscb_lib.board.context import Context
from pscb_lib.framework.sampling import Case
from pscb_lib.reading import cells
from pscb_lib.reading.rows import Checked, Field
from pscb_lib.returns.across import once
from pscb_lib.returns.kinds import Return

STRATA = ("plan", "CIN", "CAF", "looked-after")


def make_fields(context: Context) -> tuple[Field, ...]:
    """Return the columns of the list."""
    return (
        Field("case_ref", cells.identifier, "send references as text"),
        Field("stratum", cells.one_of(*STRATA)),
        Field("agencies_involved", cells.whole_number, "write how many agencies know the case"),
        Field("locality", cells.optional(cells.text)),
        Field("source", cells.text, "say where the row is from"),
    )


def make_cases(listed: Checked) -> list[Case]:
    """Make the cases to draw from of a checked list."""
    return [Case(row["case_ref"], row["stratum"], row["agencies_involved"])
            for row in listed.records]


RETURN = Return(
    "case_list", "List of cases to draw from", make_fields, (),
    once("case_ref", says="are one case and are not the same",
         remedy="correct the reference, or take the wrong row out"),
    "case_list.csv",
    {"case_ref": "C-0417", "stratum": "plan", "agencies_involved": "4", "locality": "North",
     "source": "case system"},
    may_be_empty=True, kept_by_office=True, applies={"locality": "it is known"},
)
