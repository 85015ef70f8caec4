"""The reports that are due in a cycle, by the audit programme and the meetings.

A cycle is named after its quarter: 2014-15-q4. It ends with the paper deadline of the Q&E meeting
that takes the quarterly reports on that quarter, and begins after the last cycle's deadline. The
reports due between the two belong to it: a quarterly one in every cycle, a half-yearly one after
its half, an annual one when its working days are over. A date typed in the audit planner replaces
the derived date.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from contextlib import suppress
from datetime import date, timedelta

from pscb_lib.board.names import name_of
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.scheduling.deadlines import (
    Deadline,
    Typed,
    deadline_of,
    deadlines,
    financial_year,
)
from pscb_lib.framework.scheduling.frequency import Frequency
from pscb_lib.framework.scheduling.meetings import Meeting
from pscb_lib.framework.scheduling.programme import AuditProgramme
from pscb_lib.framework.spellings import parse_period, parse_year
from pscb_lib.framework.workdays import DayCount
from pscb_lib.reading.findings import InputError

CYCLE = re.compile(r"(20\d\d-\d\d)-(q[1-4])")


def quarter_of(cycle: str) -> ReportingPeriod:
    """The quarter that a cycle is named after. Raises InputError for any other name."""
    try:
        return parse_cycle(cycle)
    except ValueError:
        raise InputError.at("CYCLE", "is not named by a quarter", "write it like 2014-15-q4",
                            value=cycle) from None


def covered_by(cycle: str) -> ReportingPeriod:
    """The quarter or the year that a cycle is named after. Raises InputError for any other name."""
    with suppress(ValueError):
        return parse_cycle(cycle)
    with suppress(ValueError):
        if (year := parse_year(cycle)).label == cycle:
            return year
    raise InputError.at("CYCLE", "is not named by a quarter or a year",
                        "write it like 2014-15-q4, or like 2014-15", value=cycle)


def parse_cycle(cell: str) -> ReportingPeriod:
    """Parse the name of a cycle to its quarter. Raises ValueError for any other text."""
    found = CYCLE.fullmatch(cell.strip())
    try:
        return parse_period(" ".join(found.groups()) if found else "")
    except ValueError:
        raise ValueError("is not a cycle, such as 2014-15-q4") from None


def meetings_around(
    quarter: ReportingPeriod,
    programme: AuditProgramme,
    meetings: tuple[Meeting, ...],
    convention: DayCount = DayCount.DAY_0_EXCLUDED,
) -> tuple[Meeting, Meeting]:
    """The Q&E meetings that take the quarterly reports on the quarter before and on *quarter*.

    Raises InputError if the year's programme has no quarterly item, or no such meeting is fixed.
    """
    quarterly = [audit for audit in programme.for_year(quarter.year).audits
                 if audit.schedule is Frequency.QUARTERLY and audit.route.is_scrutinised]
    if not quarterly:
        raise InputError.at("audit_programme.csv", f"no quarterly item is in force in "
                            f"{quarter.year.label}", "add that year's programme",
                            column="schedule")
    before, own = (deadline_of(quarterly[0], one, meetings, {}, convention).scrutiny
                   for one in (quarter.previous, quarter))
    if before is None or own is None:
        raise InputError.at("meetings.csv", f"no Q&E meeting takes the papers of {quarter.label}",
                            "add it", column="papers_by")
    return before, own


def reports_due(
    quarter: ReportingPeriod,
    programme: AuditProgramme,
    meetings: tuple[Meeting, ...],
    typed: Typed,
    convention: DayCount = DayCount.DAY_0_EXCLUDED,
    keyed: Collection[str] = (),
) -> dict[str, Deadline]:
    """The deadlines in the cycle of *quarter* by the name of the paper, in Appendix 1's order.

    An annual roll-up is part of the report on the last period of the year. If a report has two
    periods due in one cycle, the later one is returned; a *keyed* report has a paper for each,
    named after the month in which the period ends.
    """
    first, last = (meeting.papers_by for meeting in
                   meetings_around(quarter, programme, meetings, convention))
    found = [
        deadline
        for year in sorted({financial_year(first), financial_year(last)})
        for deadline in deadlines(programme.for_year(year), meetings, year, typed, convention)
        if deadline.audit.report and deadline.due_on and first < deadline.due_on <= last
    ]
    return _one_each(found, keyed)


def _one_each(found: Iterable[Deadline], keyed: Collection[str]) -> dict[str, Deadline]:
    in_order = sorted(found, key=lambda one: (one.audit.item, one.period.end, -one.period.months))
    return {name_of(one.audit.report, f"{one.period.end:%Y-%m}" if one.audit.report in keyed
                    else ""): one for one in in_order}


def known_on(due_on: date, period: ReportingPeriod) -> date:
    """The day *as_of* of a report: the last month end on or before the day its papers are due.

    Agencies close their figures by the month. The day is never before the end of the *period*.
    """
    month_end = (due_on + timedelta(days=1)).replace(day=1) - timedelta(days=1)
    return max(month_end, period.end)
