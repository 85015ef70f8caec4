"""Everything that is overdue, in one table by age.

Reports, audits and self-audits not received, evidence of improvement after an audit, and actions
past their due date: the Board puts one question to each agency.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from pscb_lib.disclosure.showing import Shown
from pscb_lib.framework.audit_summary.section11 import SelfAudit
from pscb_lib.framework.english import count_of, listed
from pscb_lib.framework.scheduling.planner import Entry, State
from pscb_lib.page.blocks import Cell, Column, Data, Group, Table, cell, strong
from pscb_lib.page.tables.days import plain_day, short_day
from pscb_lib.page.words.readers import not_public
from pscb_lib.reports.audit_programme.known import Known
from pscb_lib.reports.audit_programme.measures import is_overdue

AWAITED = {State.RECEIVED: "Report", State.SCRUTINISED: "Scrutiny of the report by Q&E",
           State.PRESENTED: "Presentation of the report to the Board"}


@dataclass(frozen=True)
class Overdue:
    """One overdue item: its kind, its subject, who owes it and since when."""

    kind: str
    about: str
    owed_by: str
    since: date


@not_public
def tabulate_overdue(shown: Shown, known: Known) -> Table:
    """Tabulate what is overdue, the oldest first."""
    overdue = sorted([*_reports(known.entries), *_audits(known), *_self_audits(known),
                      *_actions(known)], key=lambda one: one.since)
    columns = [Column("Overdue", width=4.2), Column("From", width=2.8),
               Column("Since", "end", 1.2), Column("Weeks", "end", 0.7)]
    data = [[one.kind, one.about, one.owed_by, plain_day(one.since)] for one in overdue]
    return Table("overdue", "Oldest first, as far as is known on the day of this paper", columns,
                 [Group(None, [_line(one, known.on) for one in overdue])],
                 Data(["kind", "about", "from", "since"], data), empty="Nothing is overdue.")


def _line(one: Overdue, on: date) -> list[Cell]:
    return [strong(one.about, one.kind), cell(one.owed_by), cell(short_day(one.since)),
            cell(f"{(on - one.since).days // 7:,}")]


def _reports(entries: Iterable[Entry]) -> Iterator[Overdue]:
    for entry in filter(is_overdue, entries):
        audit, period = entry.deadline.audit, entry.deadline.period
        if entry.awaited and entry.awaited_by:
            yield Overdue(f"{AWAITED[entry.awaited]}, {period.title}",
                          f"{audit.item} {audit.title}", audit.lead, entry.awaited_by)


def _audits(known: Known) -> Iterator[Overdue]:
    for audit in known.audits:
        owed_by = audit.agency or audit.kind.value.capitalize()
        if audit.due_on and audit.is_late(known.on):
            yield Overdue("Audit", audit.theme or "No theme given", owed_by, audit.due_on)
        if audit.follow_up_due_on and audit.owes_follow_up(known.on):
            yield Overdue("Evidence of improvement after an audit",
                          audit.theme or "No theme given", owed_by, audit.follow_up_due_on)


def _self_audits(known: Known) -> Iterator[Overdue]:
    by_day: dict[date, list[SelfAudit]] = {}
    for one in known.self_audits:
        if one.returned_on is None and one.due_on < known.on:
            by_day.setdefault(one.due_on, []).append(one)
    for due_on, missing in by_day.items():
        yield Overdue(f"Not returned by {count_of(len(missing), 'agency', 'agencies')}",
                      "Section 11 self-audit", listed([one.agency for one in missing]), due_on)


def _actions(known: Known) -> Iterator[Overdue]:
    for action in known.actions:
        due_on = action.revised_due_on or action.due_on
        if due_on and action.is_overdue(known.on):
            yield Overdue("Action", action.text, action.agency, due_on)
