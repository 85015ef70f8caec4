"""Rows about audits that are known on the day of the report; the others are left out."""

from __future__ import annotations

from pscb_lib.board.context import Context
from pscb_lib.reading.findings import InputError
from pscb_lib.reading.rows import Reason
from pscb_lib.returns.registers.audits import RETURN as AUDITS


def of_known_audits(context: Context) -> Reason:
    """Leave out rows of an audit that the register does not have on the day of the report.

    No row is left out if the register cannot be read: its own check reports that.
    """
    try:
        known = {*AUDITS.read_for(context).frame["audit_id"]}
    except InputError:
        return lambda row: None
    return lambda row: (None if row["audit_id"] in known else
                        "of an audit that is not on the register on the day of the report")
