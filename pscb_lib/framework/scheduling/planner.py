"""The Q&E group's audit planner: the state of each item for each period.

A report is received, scrutinised by Q&E and presented to the Board, in that order
(section 5). It is overdue if the next of these steps was planned for a day that has passed.
Section 5 also asks for "a judgment made about which reports need to tabled and which
circulated for information only".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.scheduling.deadlines import Deadline, deadlines
from pscb_lib.framework.scheduling.meetings import Meeting
from pscb_lib.framework.scheduling.programme import AuditProgramme
from pscb_lib.framework.workdays import DayCount


class State(Enum):
    """The state of an item for one period."""

    NOT_DUE = "not due"
    DUE = "due"
    RECEIVED = "received"
    SCRUTINISED = "scrutinised"
    PRESENTED = "presented"
    OVERDUE = "overdue"


class Decision(Enum):
    """Q&E's decision on a report: tabled, or circulated for information only."""

    TABLED = "tabled"
    FOR_INFORMATION = "for information"


@dataclass(frozen=True)
class Progress:
    """The planner's record of one item for one period; ``due_on`` only if it was typed."""

    due_on: date | None = None
    received_on: date | None = None
    scrutinised_on: date | None = None
    presented_on: date | None = None
    decision: Decision | None = None
    reason: str | None = None  # of the decision

    def known_on(self, on: date) -> Progress:
        """Return the record without the steps taken after the day *on*."""
        steps = ("received_on", "scrutinised_on", "presented_on")
        later = [name for name in steps if (getattr(self, name) or on) > on]
        return replace(self, **dict.fromkeys(later))


Log = Mapping[tuple[int, ReportingPeriod], Progress]
Step = tuple[State, date | None, date | None]  # the step, and the days it was taken and planned
NOTHING_YET = Progress()


@dataclass(frozen=True)
class Entry:
    """One line of the planner on a day: the state, and the step awaited with its date.

    ``awaited`` is None after the last step, ``awaited_by`` also if no meeting is fixed for
    the step.
    """

    deadline: Deadline
    progress: Progress
    state: State
    awaited: State | None
    awaited_by: date | None


def plan(
    programme: AuditProgramme,
    meetings: tuple[Meeting, ...],
    year: ReportingPeriod,
    log: Log,
    on: date,
    convention: DayCount = DayCount.DAY_0_EXCLUDED,
) -> tuple[Entry, ...]:
    """Return the planner of a financial *year*: each deadline and its state on the day *on*."""
    typed = {key: progress.due_on for key, progress in log.items() if progress.due_on}
    return tuple(
        entry_for(deadline, log.get((deadline.audit.item, deadline.period), NOTHING_YET), on)
        for deadline in deadlines(programme, meetings, year, typed, convention)
    )


def entry_for(deadline: Deadline, progress: Progress, on: date) -> Entry:
    """Return the line of the planner for one deadline on the day *on*."""
    known = progress.known_on(on)
    steps, reached = _steps(deadline, known), None
    for step, taken_on, planned_on in steps:
        if taken_on is None:
            state = _state(reached, planned_on, deadline, on)
            return Entry(deadline, known, state, step, planned_on)
        reached = step
    return Entry(deadline, known, steps[-1][0], None, None)


def _steps(deadline: Deadline, known: Progress) -> list[Step]:
    route, scrutiny, board = deadline.audit.route, deadline.scrutiny, deadline.board
    steps: list[Step] = [(State.RECEIVED, known.received_on, deadline.due_on)]
    if route.is_scrutinised:
        steps.append((State.SCRUTINISED, known.scrutinised_on, scrutiny.on if scrutiny else None))
    if route.is_presented:
        steps.append((State.PRESENTED, known.presented_on, board.on if board else None))
    return steps


def _state(
    reached: State | None, planned_on: date | None, deadline: Deadline, on: date
) -> State:
    if planned_on and planned_on < on:
        return State.OVERDUE
    return reached or (State.DUE if deadline.period.end < on else State.NOT_DUE)
