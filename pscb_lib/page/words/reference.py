"""The line that says where a paper stands: its meeting, agenda item and number."""

from __future__ import annotations

from pscb_lib.board.agenda_file import cycle_of, day_in
from pscb_lib.board.agenda_numbers import NONE, WHOSE, meeting_for, read_numbers
from pscb_lib.board.context import Context
from pscb_lib.board.meetings import read_meetings
from pscb_lib.board.names import name_of
from pscb_lib.framework.months import say_day
from pscb_lib.framework.scheduling.programme import Audit


def reference_line(context: Context, report: str, audit: Audit | None) -> str:
    """The reference of a paper: "3 March 2015 · Agenda item 6 · Paper PSCB 15/04".

    What is not known is left out; it is blank if the paper goes to no meeting or none is fixed.
    *audit* is its item in the programme, if it has one.
    """
    if audit and not audit.route.is_scrutinised:
        return ""
    meetings = read_meetings(context.params / "meetings.csv")
    meeting = meeting_for(context.audience, context.as_of, meetings)
    if meeting is None:
        return ""
    name = name_of(report, context.key)
    cycle = cycle_of(context.params, name, context.period)
    day = day_in(cycle, name) if cycle else None
    # The numbers of a cycle are those of its meeting, not of one that takes the period again.
    is_its = day is not None and meeting_for(context.audience, day, meetings) == meeting
    set_to = read_numbers(cycle).get((WHOSE[context.audience], name), NONE) if (
        cycle and is_its) else NONE
    return " · ".join(filter(None, [
        say_day(meeting.on),
        f"Agenda item {set_to.agenda_item}" if set_to.agenda_item else "",
        f"Paper {set_to.paper}" if set_to.paper else ""]))
