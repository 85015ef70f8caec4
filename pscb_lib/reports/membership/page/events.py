"""What members learnt: each event, who came, and what the Board does otherwise since."""

from __future__ import annotations

from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import listed, part_of
from pscb_lib.page.blocks import Column, Data, Group, Question, Table, cell
from pscb_lib.page.tables.days import plain_day, short_day
from pscb_lib.reports.membership import places
from pscb_lib.reports.membership.known import Event, Known
from pscb_lib.reports.membership.page.lead import EVENTS_NOT_SUPPLIED, NO_EVENTS

NO_CHANGE = "No change recorded"


def tabulate_events(shown: Shown, known: Known) -> Table:
    """Tabulate the events of the year in their order."""
    require_shown(shown)
    rows = [[cell(one.subject, short_day(one.held_on)), cell(_came(one)),
             cell("Yes" if one.from_plan else "No"), cell(one.changed or NO_CHANGE)]
            for one in known.events]
    data = [[plain_day(one.held_on), one.subject, one.invited_n, one.came_n,
             "yes" if one.from_plan else "no", one.changed] for one in known.events]
    return Table("events", _headline(shown), [
        Column("Event", width=3), Column("Came, of those invited", "end", 1),
        Column("In the plan", width=0.8),
        Column("What the Board does differently since", width=3)], [Group(None, rows)],
        Data(["held_on", "subject", "invited", "came", "from_plan", "changed"], data),
        empty=NO_EVENTS if known.are_events_supplied else EVENTS_NOT_SUPPLIED)


def _headline(shown: Shown) -> str:
    """After how many events a change is recorded, where there were several."""
    if not shown.has(*places.CHANGED) or shown.get(*places.CHANGED).value is None:
        return "Development of the Board's members"
    number, held = shown.get(*places.CHANGED).counts
    if held < 2:
        return "Development of the Board's members"
    return f"A change is recorded after {part_of(number, held, 'events')}"


def _came(one: Event) -> str:
    return f"{one.came_n:,} of {one.invited_n:,}" if one.invited_n else "nobody invited"


def ask_unchanged(shown: Shown, known: Known) -> Question | None:
    """Ask what events changed of which no change is recorded. None if there is none."""
    require_shown(shown)
    if not known.unchanged:
        return None
    named = listed([f"“{one.subject}”" for one in known.unchanged])
    return Question("unchanged_asked", f"What will the Board do differently after {named}, and "
                    "how will it know?", known.lead)
