"""The forward plan of a year: the reports for each meeting, and those for no meeting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pscb_lib.board.agenda import Sitting, sittings, to_no_meeting
from pscb_lib.board.context import Context
from pscb_lib.board.ledger import read_ledger
from pscb_lib.board.ledger.route import add_route
from pscb_lib.board.meetings import read_meetings
from pscb_lib.board.programme import read_programme
from pscb_lib.board.settings import Settings
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.scheduling.planner import Entry, Log, plan


@dataclass(frozen=True)
class ForwardPlan:
    """The forward plan of a financial ``year``, as known on the day ``on``."""

    settings: Settings
    year: ReportingPeriod
    on: date
    sittings: tuple[Sitting, ...]
    to_no_meeting: tuple[Entry, ...]


def read_plan(context: Context, log: Log, year: ReportingPeriod) -> ForwardPlan:
    """Make the forward plan of *year*, including reports that were due in the year before."""
    on, settings = context.as_of, context.settings
    programme = read_programme(context.params / "audit_programme.csv")
    meetings = read_meetings(context.params / "meetings.csv")
    taken = add_route(log, read_ledger(context.params, on), programme)
    entries = [entry for due_in in (year.previous, year)
               for entry in plan(programme.for_year(due_in), meetings, due_in, taken, on,
                                 settings.day_count)]
    return ForwardPlan(settings, year, on, sittings(entries, meetings, year),
                       to_no_meeting(entries, year))
