"""Counts of the audits on the register: received, outstanding and an agency's own.

Samples of six to ten cases are too small for a rate, so audits are counted and their cases and
grades are not turned into percentages.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pscb_lib.disclosure.counting import balance, part_of_step
from pscb_lib.disclosure.figures import NOBODY, TOTAL, count
from pscb_lib.framework.audit_summary.audits import Kind, RegisteredAudit
from pscb_lib.framework.audit_summary.summary import AuditSummary, summarise_audits
from pscb_lib.reports.audit_programme.places import (
    AUDIT_COLUMNS,
    AUDITS,
    FOUND,
    HAVE_COME,
    LATE,
    OUTSTANDING,
    OWN,
    REGISTERED,
    TO_SPREAD,
)


def measure_audits(audits: Sequence[RegisteredAudit], on: date) -> list[dict]:
    """Count the audits known on the day *on*.

    Tables: ``audits``, by kind and in total, and ``good_practice``, found and not yet spread. An
    audit on the register is either received, outstanding or an agency's own.
    """
    groups = {kind.value.capitalize(): [audit for audit in audits if audit.kind is kind]
              for kind in Kind}
    summaries = {label: summarise_audits(members, on)
                 for label, members in {**groups, TOTAL: audits}.items()}
    rows = [
        count(AUDITS, label, number, name, describes="agency")
        for label, summary in summaries.items()
        for name, number in zip(AUDIT_COLUMNS, _counts(summary), strict=True)
    ]
    found, to_spread = summaries[TOTAL].with_good_practice, summaries[TOTAL].practice_to_spread
    return [
        *rows,
        count(*FOUND[:2], found, describes="agency"),
        count(*TO_SPREAD[:2], to_spread, describes="agency"),
        *(row for label, summary in summaries.items() for row in _tied(label, summary)),
        *part_of_step((AUDITS, TOTAL, HAVE_COME), FOUND, summaries[TOTAL].received, found,
                      describes=NOBODY),
        *part_of_step(FOUND, TO_SPREAD, found, to_spread, describes=NOBODY),
    ]


def _tied(label: str, one: AuditSummary) -> list[dict]:
    """Tie the counts: registered = received + outstanding + an agency's own; late are registered.
    """
    registered, *parts = ((AUDITS, label, name) for name in (
        REGISTERED, HAVE_COME, OUTSTANDING, OWN))
    return [balance(f"{AUDITS} {label}", (registered,), parts,
                    (one.registered, one.received, one.outstanding, one.own)),
            *part_of_step(registered, (AUDITS, label, LATE), one.registered, one.late,
                          describes=NOBODY)]


def _counts(summary: AuditSummary) -> tuple[int, ...]:
    return (summary.registered, summary.received, summary.outstanding, summary.own, summary.late,
            summary.follow_up_owed)
