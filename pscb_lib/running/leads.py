"""The post that leads the item of Appendix 1 under which an action was agreed.

The register of actions names the audit or review from which an action arose; the audits and reviews
say of which kind it is, and the audit programme who leads that item.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Any

from pscb_lib.board.context import Context
from pscb_lib.board.programme import programme_of
from pscb_lib.framework.audit_summary.audits import Kind
from pscb_lib.framework.folding import fold
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reading.findings import Missing
from pscb_lib.returns.kinds import find_returns

HALF = 6  # months
SECTION_11, REVIEWS = "section11", "case_reviews"
AUDITS = {Kind.SINGLE_AGENCY: "single_agency_audits", Kind.MULTI_AGENCY: "multi_agency_audit",
          Kind.THEMED: "themed_reviews"}


def leads_of(context: Context, registered: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """The lead of each action of the register by its id; blank if the programme has no such item.

    Raises InputError if the audits, the reviews or the programme cannot be used.
    """
    leads = {one.report: one.lead for one in reversed(programme_of(context).audits) if one.report}
    reports = _reports_by_source(context)
    return {row["action_id"]: leads.get(_report_of(fold(row["arising_from"]), reports), "")
            for row in registered}


def _report_of(source: str, reports: Mapping[str, str]) -> str:
    return SECTION_11 if source.startswith("section 11") else reports.get(source, "")


def _reports_by_source(context: Context) -> dict[str, str]:
    """The report of each audit and review, by what the register of actions may call it."""
    found = {fold(row["audit_id"]): AUDITS[row["kind"]] for row in _rows(context, "audits")}
    for row in _rows(context, "reviews"):
        found |= {fold(row["review_id"]): REVIEWS, fold(row["title"]): REVIEWS}
    return found


def _rows(context: Context, name: str) -> Iterable[Mapping[str, Any]]:
    """What is known on the day; reviews are read for a half-year."""
    month = ReportingPeriod(context.as_of.replace(day=1), 1)
    half = next(one for one in month.year.split(HALF) if one.contains(month))
    context = replace(context, period=half)
    with suppress(Missing):
        return find_returns()[name].read_for(context).records
    return ()
