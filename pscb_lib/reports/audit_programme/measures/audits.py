"""The register of audits in numbers: what came, what is asked for and has not come.

Samples of six to ten cases are no basis for a rate: audits are counted, their cases and
grades are not turned into percentages.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pscb_lib.disclosure.figures import TOTAL, count
from pscb_lib.framework.audit_summary.audits import Kind, RegisteredAudit
from pscb_lib.framework.audit_summary.summary import AuditSummary, summarise_audits

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
    summaries = {label: summarise_audits(members, on)
                 for label, members in {**groups, TOTAL: audits}.items()}
    rows = [
        count("audits", label, number, name, describes="agency")
        for label, summary in summaries.items()
        for name, number in zip(COLUMNS, _counts(summary), strict=True)
    ]
    every = summaries[TOTAL]
    return [
        *rows,
        count("good_practice", FOUND, every.with_good_practice, describes="agency"),
        count("good_practice", TO_SPREAD, every.practice_to_spread, describes="agency"),
    ]


def _counts(summary: AuditSummary) -> tuple[int, ...]:
    return (summary.registered, summary.received, summary.outstanding, summary.own, summary.late,
            summary.follow_up_owed)
