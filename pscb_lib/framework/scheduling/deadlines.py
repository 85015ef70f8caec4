"""When each item of the audit programme is due, from its schedule and the meetings.

The schedule is the Board's (column ``schedule`` of ``params/audit_programme.csv``; ``frequency``
is what Appendix 1 prints: item 11 says both annually and six-monthly, and is scheduled
six-monthly).

A period's report is due on the paper deadline of the first Q&E meeting after the working
days allowed for it; it then goes to the first Board meeting whose paper deadline is on or
after that meeting. An item that Q&E does not scrutinise is due when its working days are
over. A date typed in the Q&E group's audit planner replaces the derived date: Appendix 1
says that the planner "contains clear time scales".

Nothing is due from before the Board began: a period counts if it ends on or after the first
meeting that is known, and if its working days end in a year in which its item is in force. What
the planner dates counts always.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.scheduling.meetings import Group, Meeting, first_to_take_papers
from pscb_lib.framework.scheduling.programme import Audit, AuditProgramme
from pscb_lib.framework.workdays import DayCount, add_working_days

Typed = Mapping[tuple[int, ReportingPeriod], date]


@dataclass(frozen=True)
class Deadline:
    """One item for one period: when it is due and the meetings it goes to.

    ``due_on`` is None if no meeting has been fixed for it yet.
    """

    audit: Audit
    period: ReportingPeriod
    due_on: date | None
    scrutiny: Meeting | None
    board: Meeting | None


def deadlines(
    programme: AuditProgramme,
    meetings: tuple[Meeting, ...],
    year: ReportingPeriod,
    typed: Typed | None = None,
    convention: DayCount = DayCount.DAY_0_EXCLUDED,
) -> tuple[Deadline, ...]:
    """Return the deadlines in a financial *year*, in the programme's order.

    *typed* has the dates typed in the audit planner, by item and period; it may name a
    period that the frequency does not produce. A report for which no meeting has been fixed
    counts in the year in which its period ends.
    """
    typed = typed or {}
    found = [
        deadline_of(audit, period, meetings, typed, convention)
        for audit in programme.audits
        for period in _periods_around(audit, year, typed)
        if (audit.item, period) in typed or _has_begun(audit, period, meetings, convention)
    ]
    return tuple(one for one in found if year.contains(one.due_on or one.period.end))


def deadline_of(
    audit: Audit,
    period: ReportingPeriod,
    meetings: tuple[Meeting, ...],
    typed: Typed,
    convention: DayCount = DayCount.DAY_0_EXCLUDED,
) -> Deadline:
    """Return when *audit* is due for *period*, and the meetings its report goes to."""
    due = typed.get((audit.item, period))
    ready = due or _ready(audit, period, convention)
    if not audit.route.is_scrutinised:
        return Deadline(audit, period, ready, None, None)
    scrutiny = first_to_take_papers(meetings, Group.SCRUTINY, ready)
    board = None
    if audit.route.is_presented and scrutiny:
        board = first_to_take_papers(meetings, Group.BOARD, scrutiny.on)
    papers_by = scrutiny.papers_by if scrutiny else None
    return Deadline(audit, period, due or papers_by, scrutiny, board)


def due(
    programme: AuditProgramme,
    meetings: tuple[Meeting, ...],
    on: date,
    typed: Typed | None = None,
    convention: DayCount = DayCount.DAY_0_EXCLUDED,
) -> tuple[Deadline, ...]:
    """Return the next deadline of each item of Appendix 1 on or after *on*, earliest first.

    An item with a roll-up may have two reports due on one day. An item for which no meeting
    has been fixed is not listed.
    """
    year = financial_year(on)
    this_year = programme.for_year(year)
    ahead = [
        deadline
        for falls_in in (year, year.back(-12))
        for deadline in deadlines(this_year, meetings, falls_in, typed, convention)
        if deadline.due_on and deadline.due_on >= on
    ]
    ahead.sort(key=lambda deadline: (deadline.due_on, deadline.audit.item))
    first = {deadline.audit.item: deadline.due_on for deadline in reversed(ahead)}
    return tuple(one for one in ahead if one.due_on == first[one.audit.item])


def financial_year(on: date) -> ReportingPeriod:
    """Return the financial year in which a day lies."""
    return ReportingPeriod(on.replace(day=1), 1).year


def _periods_around(audit: Audit, year: ReportingPeriod, typed: Typed) -> list[ReportingPeriod]:
    # A typed date may postpone a period two years old, or set one for an item without frequency.
    years = [year.back(months) for months in (24, 12, 0)]
    derived = {period for one in years for period in audit.periods_in(one)}
    called_for = {period for item, period in typed if item == audit.item}
    return sorted(derived | called_for, key=lambda period: (period.end, period.months))


def _has_begun(audit: Audit, period: ReportingPeriod, meetings: tuple[Meeting, ...],
               convention: DayCount) -> bool:
    began = min((meeting.on for meeting in meetings), default=period.end)
    return period.end >= began and (
        _ready(audit, period, convention) >= audit.valid_from.start)


def _ready(audit: Audit, period: ReportingPeriod, convention: DayCount) -> date:
    allowed = audit.working_days_allowed
    return add_working_days(period.end, allowed, convention) if allowed else period.end
