"""The steps of reports on their route, taken from the ledger into the audit planner.

If the planner and the ledger both date a step, the ledger's date is used: the ledger also records
who took the step and for which set.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from pscb_lib.board.ledger.lines import Event, Line
from pscb_lib.board.names import split_name
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.scheduling.deadlines import financial_year
from pscb_lib.framework.scheduling.planner import NOTHING_YET, Log
from pscb_lib.framework.scheduling.programme import Audit, AuditProgramme
from pscb_lib.reading.findings import InputError, nearest

STEPS = {Event.RECEIVED: "received_on", Event.SCRUTINISED: "scrutinised_on",
         Event.PRESENTED: "presented_on"}


def add_route(log: Log, lines: Iterable[Line], programme: AuditProgramme) -> Log:
    """Return the planner's *log* with the steps that the *lines* record."""
    merged = dict(log)
    for line in lines:
        if line.event.is_step and line.period:
            key = (item_of(programme, line), line.period)
            known = merged.get(key, NOTHING_YET)
            merged[key] = replace(known, decision=line.decision or known.decision,
                                  reason=line.answer or known.reason,
                                  **{STEPS[line.event]: line.on})
    return merged


def item_of(programme: AuditProgramme, line: Line) -> int:
    """The number of the item of Appendix 1 that a line reports on, in the line's year."""
    return audit_of(programme.for_year(financial_year(line.on)), line.report or "").item


def audit_of(programme: AuditProgramme, report: str) -> Audit:
    """The item of Appendix 1 that *report* names, by the report's name or the item's number.

    A paper with a key belongs to its report's item. Raises InputError if there is none.
    """
    names = {audit.report: audit for audit in programme.audits if audit.report}
    numbers = {str(audit.item): audit for audit in programme.audits}
    own, _ = split_name(report)
    if own not in names and report not in numbers:
        raise InputError.at("audit_programme.csv", "is not a report of the programme"
                            f"{nearest(report, names)}", f"use {', '.join(names)}, or the number "
                            "of its item", column="report", value=report)
    return names.get(own) or numbers[report]


def check_step(audit: Audit, event: Event, period: ReportingPeriod) -> None:
    """Raise InputError if an item does not take this step or does not report on this period."""
    route = audit.route
    if event is not Event.RECEIVED and not route.is_scrutinised:
        raise InputError.at("audit_programme.csv", f"item {audit.item} is not taken to Q&E and "
                            f"the Board: its route is {route.value}", "record only that it "
                            "was received")
    periods = audit.periods_in(period.year)
    if periods and period not in periods:
        raise InputError.at("--period", f"item {audit.item} does not report on this period",
                            f"use one of {', '.join(one.label for one in periods)}",
                            value=period.label)
