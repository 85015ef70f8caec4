"""Whom the auditors asked: one row for each case, with its child, parents and practitioners."""

from __future__ import annotations

from pscb_lib.board.context import Context
from pscb_lib.reading import cells
from pscb_lib.reading.rows import Field, Record, find_rules, rule
from pscb_lib.reports.multi_agency_audit.of_audits import of_known_audits
from pscb_lib.returns.across import once
from pscb_lib.returns.kinds import Return

TOLD_US, NOT_POSSIBLE = "told us", "not possible"
ANSWERS = (TOLD_US, "asked, no answer", "not asked", NOT_POSSIBLE)
WHO = ("child", "parents", "practitioners")


def make_fields(context: Context) -> tuple[Field, ...]:
    """Return the columns of the return."""
    return (
        Field("audit_id", cells.text, "write the audit's id on the register"),
        Field("case_ref", cells.identifier, "write the audit's own letter, not a case number"),
        *(Field(who, cells.one_of(*ANSWERS)) for who in WHO),
        Field("why_not", cells.optional(cells.text), "say why it was not possible to ask"),
        Field("source", cells.text, "say where the row is from"),
    )


@rule(*WHO, "why_not", says="it is not said why somebody could not be asked",
      remedy="give the reason", example={"child": "not possible"})
def gives_no_reason(row: Record) -> bool:
    """Section 2: stakeholders are encouraged to be fully engaged."""
    return row["why_not"] is None and any(row[who] == NOT_POSSIBLE for who in WHO)


RETURN = Return(
    "case_audit_voices", "Children and parents of audited cases", make_fields,
    find_rules(globals()),
    once("audit_id", "case_ref", says="are one case and are not the same",
         remedy="take the wrong row out"),
    "case_audit_voices.csv",
    {"audit_id": "MA-02", "case_ref": "A", "child": "told us", "parents": "not asked",
     "practitioners": "told us", "source": "auditors"},
    may_be_empty=True, kept_by_office=True, leave_out=of_known_audits,
    applies={"why_not": "it was not possible to ask"},
)
