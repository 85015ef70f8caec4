"""The agenda of each meeting of a financial year: which reports it takes, and for what purpose.

Section 5 of the framework: "Reports will come to the Quality and Effectiveness Sub Group
before being taken to the Board and a judgment made about which reports need to tabled and
which circulated for information only."
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pscb_lib.board.wording import named
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.scheduling.meetings import Group, Meeting
from pscb_lib.framework.scheduling.planner import Entry


@dataclass(frozen=True)
class Sitting:
    """One meeting and the planner entries on its agenda, in the programme's order."""

    meeting: Meeting
    entries: tuple[Entry, ...]


def sittings(
    entries: Iterable[Entry], meetings: Iterable[Meeting], year: ReportingPeriod
) -> tuple[Sitting, ...]:
    """Return the meetings of a financial *year*, in the order given, each with its entries."""
    entries = sorted(entries, key=lambda entry: entry.deadline.audit.item)
    return tuple(
        Sitting(meeting, tuple(entry for entry in entries if meeting in _taken_by(entry)))
        for meeting in meetings if year.contains(meeting.on)
    )


def to_no_meeting(entries: Iterable[Entry], year: ReportingPeriod) -> tuple[Entry, ...]:
    """Return the entries due in the *year* that go to neither Q&E nor the Board, earliest first."""
    found = [entry for entry in entries
             if entry.deadline.due_on and year.contains(entry.deadline.due_on)
             and not entry.deadline.audit.route.is_scrutinised]
    return tuple(sorted(found, key=lambda entry: entry.deadline.due_on or date.max))


def say_purpose(entry: Entry, group: Group) -> str:
    """The purpose for which a report is on an agenda: for scrutiny, tabled or for information."""
    if group is Group.SCRUTINY:
        return "For scrutiny"
    decision = entry.progress.decision
    if decision:
        return decision.value.capitalize()
    return named("Q&E decides: tabled or for information")


def _taken_by(entry: Entry) -> tuple[Meeting | None, Meeting | None]:
    return entry.deadline.scrutiny, entry.deadline.board
