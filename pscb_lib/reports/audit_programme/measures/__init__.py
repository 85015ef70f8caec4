"""The audit programme paper as one frame of figures: the planner, audits, actions, Section 11.

All figures are about agencies' work (``describes`` is "agency").
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

import pandas

from pscb_lib.board.context import Context
from pscb_lib.disclosure.counting import part_of_step
from pscb_lib.disclosure.figures import NOBODY, Place, count, counts, frame
from pscb_lib.framework.scheduling.meetings import Group, next_meeting
from pscb_lib.framework.scheduling.planner import Entry
from pscb_lib.reading.rows import Checked
from pscb_lib.reports.audit_programme.known import Known, known_from
from pscb_lib.reports.audit_programme.measures.actions import measure_actions, measure_refused
from pscb_lib.reports.audit_programme.measures.audits import measure_audits
from pscb_lib.reports.audit_programme.measures.section11 import measure_section11
from pscb_lib.reports.audit_programme.overdue import (
    Kind,
    find_overdue,
    is_overdue,
    one_each,
)
from pscb_lib.reports.audit_programme.places import (
    ALL_OVERDUE,
    DUE,
    DUE_NEXT,
    ON_TIME,
    OVERDUE,
    OVERDUE_BEFORE,
    PRESENTED,
    RECEIVED,
    SCRUTINISED,
)


def measure(context: Context, *returned: Checked) -> pandas.DataFrame:
    """Work out every figure of the paper from its six checked returns."""
    return measure_audit_programme(known_from(context, *returned))


def measure_audit_programme(known: Known) -> pandas.DataFrame:
    """Work out every figure of the paper."""
    return frame([
        *measure_planner(known.entries, known.on),
        *measure_overdue(known),
        *measure_near(known),
        *measure_section11(known.self_audits, known.on),
        *measure_audits(known.audits, known.on),
        *measure_actions(known.actions, known.on),
        measure_refused(known.findings),
    ])


def measure_planner(entries: Iterable[Entry], on: date) -> list[dict]:
    """Count the reports that were due by the day *on*: table ``programme``.

    Of these, count how many were received, received on time, scrutinised and presented, and how
    many are overdue at any step. A monthly report is counted once: it is overdue if one month is,
    and received, or on time, if every month due is. Else it alone would make the rate.
    """
    due = one_each(entry for entry in entries if is_due(entry, on))
    numbers = {place: sum((any if place == OVERDUE else all)(map(counts, of_one))
                          for of_one in due) for place, counts in COUNTS.items()}
    steps = ((DUE, RECEIVED), (RECEIVED, ON_TIME), (DUE, SCRUTINISED), (DUE, PRESENTED),
             (DUE, OVERDUE))
    return [*(count(*place[:2], number, describes="agency") for place, number in numbers.items()),
            *(row for before, after in steps for row in part_of_step(
                before, after, numbers[before], numbers[after], describes=NOBODY))]


def measure_overdue(known: Known) -> list[dict]:
    """Count all that is overdue by its kind: table ``overdue``."""
    kinds = [one.kind for one in find_overdue(known)]
    return counts(ALL_OVERDUE, {kind.value: kinds.count(kind) for kind in Kind},
                  describes="agency")


def measure_near(known: Known) -> list[dict]:
    """Count reports that were overdue when the Board last met, and those due for the next Q&E.

    A monthly report counts once. The first is counted only if a meeting is known.
    """
    rows = [count(*DUE_NEXT[:2], len(one_each(due_next(known))), describes="agency")]
    if known.before_on is not None:
        rows.append(count(*OVERDUE_BEFORE[:2], len(one_each(filter(is_overdue, known.before))),
                          describes="agency"))
    return rows


def due_next(known: Known) -> list[Entry]:
    """The reports not yet received and due by the paper deadline of the next Q&E meeting."""
    meeting = next_meeting(known.meetings, Group.SCRUTINY, known.on)
    return [entry for entry in (*known.entries, *known.ahead)
            if meeting and entry.deadline.due_on and entry.progress.received_on is None
            and known.on <= entry.deadline.due_on <= meeting.papers_by]


def is_due(entry: Entry, on: date) -> bool:
    """Whether a report was due by the day *on*."""
    return entry.deadline.due_on is not None and entry.deadline.due_on <= on


def _is_on_time(entry: Entry) -> bool:
    received_on, due_on = entry.progress.received_on, entry.deadline.due_on
    return received_on is not None and due_on is not None and received_on <= due_on


COUNTS: dict[Place, Callable[[Entry], bool]] = {
    DUE: lambda entry: True,
    RECEIVED: lambda entry: entry.progress.received_on is not None,
    ON_TIME: _is_on_time,
    SCRUTINISED: lambda entry: entry.progress.scrutinised_on is not None,
    PRESENTED: lambda entry: entry.progress.presented_on is not None,
    OVERDUE: is_overdue,
}
