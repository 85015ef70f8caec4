"""Requests for an audit, taken from the ledger into the register of audits.

Section 5: "The full Board will retain the right to request specific audit reports". Section
8: where the Q&E group requests an audit it "should outline the area to be audited along with
the timescale".
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pscb_lib.board.ledger.lines import REQUESTED_BY, Event, Line
from pscb_lib.framework.audit_summary.audits import RegisteredAudit

BLANK: dict[str, Any] = dict.fromkeys(RegisteredAudit.__dataclass_fields__)


def requested_audits(
    lines: Iterable[Line], registered: Iterable[RegisteredAudit]
) -> tuple[RegisteredAudit, ...]:
    """The audits that the *lines* request and that are not *registered* under their id.

    Once an audit is registered under its id, its progress is in the register.
    """
    known = {audit.audit_id for audit in registered}
    return tuple(_request(line) for line in lines
                 if line.event is Event.AUDIT_REQUESTED and line.id not in known)


def _request(line: Line) -> RegisteredAudit:
    asked: dict[str, Any] = {"audit_id": line.id, "kind": line.kind, "agency": line.owner,
                             "theme": line.question, "asked_for_by": REQUESTED_BY[line.by],
                             "asked_on": line.on, "due_on": line.due_on}
    return RegisteredAudit(**BLANK | asked)
