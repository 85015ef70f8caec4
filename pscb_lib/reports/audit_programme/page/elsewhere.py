"""Where the rest is told: the reports of their own on what this paper says in a line or two."""

from __future__ import annotations

from pscb_lib.framework.english import listed
from pscb_lib.reports.audit_programme.known import Known


def point_to(known: Known, what: str, *reports: str) -> str:
    """Say which items of Appendix 1 have *what* in reports of their own; "" if none has."""
    items = [f"{audit.item}" for audit in known.programme.audits if audit.report in reports]
    if not items:
        return ""
    if len(items) == 1:
        return f"The report on item {items[0]} has {what}."
    return f"The reports on items {listed(items)} have {what}."
