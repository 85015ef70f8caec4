"""What the programme has for a meeting beside the papers that are made here."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pscb_lib.board.agenda import say_purpose
from pscb_lib.board.context import Context
from pscb_lib.board.forward_plan import read_plan
from pscb_lib.board.notebooks import RESTRICTED
from pscb_lib.framework.scheduling.deadlines import financial_year
from pscb_lib.framework.scheduling.meetings import Meeting
from pscb_lib.framework.scheduling.planner import Entry, Log
from pscb_lib.page.rendering.pack import AgendaLine
from pscb_lib.reading.findings import Missing
from pscb_lib.returns.registers.programme_log import RETURN as PLANNER
from pscb_lib.returns.registers.programme_log import make_log
from pscb_lib.running.meeting_papers import Project, Taken
from pscb_lib.running.open_planner import open_planner


def lines_elsewhere(project: Project, meeting: Meeting, taken: Iterable[Taken], on: date
                    ) -> tuple[AgendaLine, ...]:
    """The programme's lines for a *meeting* whose reports are not among the papers *taken*.

    They are as known *on* a day from the audit planner and the ledger.
    """
    own = {one.audit.item for one in taken if one.audit}
    year = financial_year(meeting.on)
    context = Context(project.root, project.settings, year, on, project.root, RESTRICTED)
    found = read_plan(context, _planner(project, on), year)
    return tuple(_line(entry, meeting) for sitting in found.sittings
                 if sitting.meeting == meeting for entry in sitting.entries
                 if entry.deadline.audit.item not in own)


def _planner(project: Project, on: date) -> Log:
    """The planner's log; empty if no report has one, or if its file is not there."""
    try:
        return make_log(PLANNER.read_for(open_planner(project.root, on, {})))
    except Missing:
        return {}


def _line(entry: Entry, meeting: Meeting) -> AgendaLine:
    audit, period = entry.deadline.audit, entry.deadline.period
    return AgendaLine(f"{audit.item}", audit.title,
                      (period.title, f"Not in this pack: {entry.state.value}"), audit.lead,
                      say_purpose(entry, meeting.group))
