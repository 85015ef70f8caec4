"""The register of audits in numbers: what came, what is asked for and has not come.

Samples of six to ten cases are no basis for a rate: audits are counted, their cases and
grades are not turned into percentages.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pscb_lib.disclosure.figures import TOTAL, count
from pscb_lib.framework.audit_summary.audits import Kind, RegisteredAudit

OUTSTANDING, OWN = "Asked for, outstanding", "An agency's own, to come"
FOUND, TO_SPREAD = "Found", "Not yet spread"
COLUMNS = ("On the register", "Received", OUTSTANDING, OWN, "Late", "Follow-up owed")


def measure_audits(audits: Sequence[RegisteredAudit], on: date) -> list[dict]:
    """Count the audits known on the day *on*.

    Tables: ``audits``, by kind and in all, and ``good_practice``, found and not yet spread.
    What is on the register has been received, or is outstanding, or is an agency's own.
    """
    groups = {kind.value.capitalize(): [audit for audit in audits if audit.kind is kind]
              for kind in Kind}
    rows = [
        count("audits", label, number, name, describes="agency")
        for label, members in {**groups, TOTAL: audits}.items()
        for name, number in zip(COLUMNS, _counts(members, on), strict=True)
    ]
    found = sum(audit.has_found_practice(on) for audit in audits)
    to_spread = sum(audit.has_practice_to_spread(on) for audit in audits)
    return [
        *rows,
        count("good_practice", FOUND, found, describes="agency"),
        count("good_practice", TO_SPREAD, to_spread, describes="agency"),
    ]


def _counts(audits: Sequence[RegisteredAudit], on: date) -> tuple[int, ...]:
    return (
        len(audits),
        sum(audit.has_come(on) for audit in audits),
        sum(audit.is_outstanding(on) for audit in audits),
        sum(not audit.has_come(on) and not audit.is_request for audit in audits),
        sum(audit.is_late(on) for audit in audits),
        sum(audit.owes_follow_up(on) for audit in audits),
    )
