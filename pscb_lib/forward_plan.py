"""The forward plan of a year: read, and made into one accessible page or a calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pscb_lib.agenda import Sitting, sittings, to_no_meeting
from pscb_lib.context import Context
from pscb_lib.ledger import read_ledger
from pscb_lib.ledger.route import add_route
from pscb_lib.meetings import read_meetings
from pscb_lib.periods import ReportingPeriod
from pscb_lib.planner import Entry, Log, plan
from pscb_lib.programme import read_programme
from pscb_lib.rendering.html import render_page
from pscb_lib.rendering.paper import Paper
from pscb_lib.settings import Settings
from pscb_lib.tables import forward_plan as tables
from pscb_lib.words import forward_plan as words


@dataclass(frozen=True)
class ForwardPlan:
    """What a financial ``year`` brings, as known on the day ``on``."""

    settings: Settings
    year: ReportingPeriod
    on: date
    sittings: tuple[Sitting, ...]
    to_no_meeting: tuple[Entry, ...]


def read_plan(context: Context, log: Log, year: ReportingPeriod) -> ForwardPlan:
    """Read what comes to the meetings of *year*, some of it due in the year before."""
    on, settings = context.as_of, context.settings
    programme = read_programme(context.params / "audit_programme.csv")
    meetings = read_meetings(context.params / "meetings.csv")
    taken = add_route(log, read_ledger(context.params, on), programme)
    entries = [entry for due_in in (year.previous, year)
               for entry in plan(programme.for_year(due_in), meetings, due_in, taken, on,
                                 settings.day_count)]
    return ForwardPlan(settings, year, on, sittings(entries, meetings, year),
                       to_no_meeting(entries, year))


def render_plan(found: ForwardPlan) -> str:
    """The plan as one self-contained page in the papers' look."""
    blocks = [
        words.say_next(found.sittings, found.on).as_json(),
        _heading("To come"), tables.tabulate_to_come(found.sittings, found.on).as_json(),
        _heading("Due on a day of its own"),
        tables.tabulate_no_meeting(found.to_no_meeting).as_json(),
        _heading("Held this year"), tables.tabulate_held(found.sittings, found.on).as_json(),
        _heading("About this plan"), words.about().as_json(),
    ]
    front = words.front_sheet(found.settings, found.year, found.on).as_json()
    return render_page(Paper(words.TITLE, front, tuple(blocks), checked=True))


def _heading(text: str) -> dict[str, object]:
    return {"kind": "heading", "level": 2, "text": text}
