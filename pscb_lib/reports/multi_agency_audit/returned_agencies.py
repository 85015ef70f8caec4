"""Which agencies took part: one row for each case and agency that had it."""

from __future__ import annotations

from pscb_lib.board.agencies import agency_parser, read_agencies
from pscb_lib.board.context import Context
from pscb_lib.reading import cells
from pscb_lib.reading.rows import Field
from pscb_lib.reports.multi_agency_audit.of_audits import of_known_audits
from pscb_lib.returns.across import once
from pscb_lib.returns.kinds import Return


def make_fields(context: Context) -> tuple[Field, ...]:
    """Return the columns; agencies are those on the register."""
    agency = agency_parser(read_agencies(context.params / "agencies.csv"))
    return (
        Field("audit_id", cells.text, "write the audit's id on the register"),
        Field("case_ref", cells.identifier, "write the audit's own letter, not a case number"),
        Field("agency", agency, "use a name from params/agencies.csv"),
        Field("file_read", cells.yes_no, "write yes if the agency's file was read"),
        Field("at_meeting", cells.yes_no, "write yes if the agency came to the audit's meeting"),
        Field("source", cells.text, "say where the row is from"),
    )


RETURN = Return(
    "case_audit_agencies", "Agencies that took part in an audit", make_fields, (),
    once("audit_id", "case_ref", "agency", says="are one agency in one case and are not the same",
         remedy="take the wrong row out"),
    "case_audit_agencies.csv",
    {"audit_id": "MA-02", "case_ref": "A", "agency": "Police", "file_read": "yes",
     "at_meeting": "no", "source": "auditors"},
    may_be_empty=True, kept_by_office=True, leave_out=of_known_audits,
)
