"""Requests of the ledger: for an audit, taken into the register of audits, and for a paper.

Section 5: "The full Board will retain the right to request specific audit reports". Section
8: where the Q&E group requests an audit it "should outline the area to be audited along with
the timescale".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from pscb_lib.board.ledger.lines import REQUESTED_BY, Event, Line
from pscb_lib.framework.audit_summary.audits import AskedForBy, RegisteredAudit

BLANK: dict[str, Any] = dict.fromkeys(RegisteredAudit.__dataclass_fields__)


@dataclass(frozen=True)
class PaperRequest:
    """A paper that the Board or Q&E called for: its subject, and the day on which it was given."""

    subject: str
    asked_by: AskedForBy
    owner: str
    asked_on: date
    due_on: date
    given_on: date | None

    @property
    def days(self) -> int | None:
        """Calendar days from the request to the paper; None while it is open."""
        return (self.given_on - self.asked_on).days if self.given_on else None


def requested_papers(lines: Iterable[Line]) -> tuple[PaperRequest, ...]:
    """The papers that the *lines* call for, each with the day on which its answer was recorded."""
    lines = tuple(lines)
    given = {line.id: line.on for line in reversed(lines)
             if line.event is Event.ANSWERED and line.answer}
    return tuple(PaperRequest(line.question, REQUESTED_BY[line.by], line.owner, line.on,
                              line.due_on, given.get(line.id))
                 for line in lines if line.event is Event.PAPER_REQUESTED
                 and line.question and line.owner and line.due_on)


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
