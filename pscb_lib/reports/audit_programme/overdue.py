"""Everything that is overdue on the day of the paper, the oldest first.

Reports, audits, self-audits and papers called for not received, evidence of improvement after an
audit, and actions past their due date: the Board puts one question to each agency.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from pscb_lib.framework.english import count_of
from pscb_lib.framework.scheduling.frequency import Frequency
from pscb_lib.framework.scheduling.planner import Entry, State
from pscb_lib.reports.audit_programme.known import Known

NO_THEME = "No theme given"
AWAITED = {State.SCRUTINISED: ", scrutiny by Q&E", State.PRESENTED: ", presentation to the Board"}


class Kind(Enum):
    """What is overdue: its row in the table of counts, and its noun in a sentence."""

    REPORT = "Reports"
    AUDIT = "Audits"
    FOLLOW_UP = "Follow-ups to audits"
    ACTION = "Actions"
    SELF_AUDIT = "Section 11 returns"
    PAPER = "Papers called for"

    @property
    def noun(self) -> tuple[str, str]:
        """One of this kind, and several."""
        names = {Kind.FOLLOW_UP: ("follow-up to an audit", "follow-ups to audits"),
                 Kind.SELF_AUDIT: ("Section 11 return", "Section 11 returns"),
                 Kind.PAPER: ("paper called for", "papers called for")}
        plural = self.value.lower()
        return names.get(self, (plural.removesuffix("s"), plural))


@dataclass(frozen=True)
class Overdue:
    """One overdue item: its kind, its subject, what of it is owed, by whom and since when."""

    kind: Kind
    about: str
    owed: str
    owed_by: str
    since: date
    agency: str = ""  # whose full name in the text has a short one


def find_overdue(known: Known) -> list[Overdue]:
    """Return what is overdue, the oldest first."""
    found = [*_reports(known.entries), *_audits(known), *_self_audits(known), *_actions(known),
             *_papers(known)]
    return sorted(found, key=lambda one: one.since)


def is_overdue(entry: Entry) -> bool:
    """Whether the next step of a report (received, scrutinised, presented) is overdue."""
    return entry.state is State.OVERDUE


def _reports(entries: Iterable[Entry]) -> Iterator[Overdue]:
    for those in one_each(filter(is_overdue, entries)):
        first, audit = those[0], those[0].deadline.audit
        if first.awaited and first.awaited_by:
            months = f", {count_of(len(those), 'month')}" if len(those) > 1 else ""
            owed = f"Report, item {audit.item}{AWAITED.get(first.awaited, '')}{months}"
            yield Overdue(Kind.REPORT, audit.title, owed, audit.lead, first.awaited_by)


def one_each(entries: Iterable[Entry]) -> list[list[Entry]]:
    """Return each report's entry as a list of its own, all months of a monthly report in one.

    Otherwise a report of each month would make twelve exceptions a year, and hide the others.
    """
    reports: dict[object, list[Entry]] = {}
    for entry in sorted(entries, key=lambda one: one.deadline.period.end):
        audit = entry.deadline.audit
        is_monthly = audit.schedule is Frequency.MONTHLY
        reports.setdefault(audit.item if is_monthly else (audit.item, entry.deadline.period), []
                           ).append(entry)
    return [*reports.values()]


def _audits(known: Known) -> Iterator[Overdue]:
    for audit in known.audits:
        owed_by = audit.agency or audit.kind.value.capitalize()
        theme = audit.theme or NO_THEME
        if audit.due_on and audit.is_late(known.on):
            yield Overdue(Kind.AUDIT, theme, "Audit", owed_by, audit.due_on, owed_by)
        if audit.follow_up_due_on and audit.owes_follow_up(known.on):
            yield Overdue(Kind.FOLLOW_UP, theme, "Follow-up to an audit", owed_by,
                          audit.follow_up_due_on, owed_by)


def _self_audits(known: Known) -> Iterator[Overdue]:
    for one in known.self_audits:
        if one.returned_on is None and one.due_on < known.on:
            yield Overdue(Kind.SELF_AUDIT, "Section 11 self-audit", "Return", one.agency,
                          one.due_on, one.agency)


def _actions(known: Known) -> Iterator[Overdue]:
    for action in known.actions:
        due_on = action.last_due_on
        if due_on and action.is_overdue(known.on):
            yield Overdue(Kind.ACTION, action.text, "Action", f"{action.owner}, {action.agency}",
                          due_on, action.agency)


def _papers(known: Known) -> Iterator[Overdue]:
    for one in known.papers:
        if one.given_on is None and one.due_on < known.on:
            yield Overdue(Kind.PAPER, one.subject, "Paper called for", one.owner, one.due_on)
