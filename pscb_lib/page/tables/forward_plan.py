"""The forward plan of a year as tables: reports by meeting, and reports for no meeting."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from pscb_lib.board.agenda import Sitting, say_purpose
from pscb_lib.board.wording import named
from pscb_lib.framework.months import say_day
from pscb_lib.framework.scheduling.meetings import Meeting
from pscb_lib.framework.scheduling.planner import Entry, State
from pscb_lib.page.blocks import Cell, Column, Data, Group, Table, cell, strong
from pscb_lib.page.tables.days import plain_day, short_day
from pscb_lib.page.tables.planner import entry_data

DATA_COLUMNS = ["group", "meeting_on", "papers_by", "item", "title", "period", "lead", "purpose",
                "state"]


def tabulate_to_come(sittings: Sequence[Sitting], on: date) -> Table:
    """The reports for each meeting on or after the day *on*, with the last day for papers."""
    return _tabulate("to_come", "Meetings to come",
                     [one for one in sittings if one.meeting.on >= on])


def tabulate_held(sittings: Sequence[Sitting], on: date) -> Table:
    """The reports planned for each meeting before the day *on*, with their state."""
    return _tabulate("held", "Meetings held", [one for one in sittings if one.meeting.on < on])


def _tabulate(name: str, caption: str, sittings: Sequence[Sitting]) -> Table:
    columns = [Column("Report", width=3.6), Column("From", width=2.8),
               Column("What for", width=2.2), Column("Progress", width=2)]
    groups = [Group(say_meeting(one.meeting), _rows(one)) for one in sittings]
    data = [_plain(one.meeting, entry) for one in sittings for entry in one.entries]
    return Table(name, f"{caption}, the earliest first", columns, groups,
                 Data(DATA_COLUMNS, data), empty="None.")


def tabulate_no_meeting(entries: Iterable[Entry]) -> Table:
    """The reports that go to no meeting, such as those for the Annual Report or the SCR group."""
    entries = list(entries)
    columns = [Column("Report", width=3.6), Column("From", width=2.8),
               Column("Due", "end", 1.4), Column("Progress", width=2)]
    rows = [[_report(entry), cell(entry.deadline.audit.lead),
             cell(short_day(entry.deadline.due_on)), _progress(entry)] for entry in entries]
    return Table("no_meeting", "What goes to no meeting, the earliest first", columns,
                 [Group(None, rows)], entry_data(entries), empty="Nothing is due.")


def say_meeting(meeting: Meeting) -> str:
    """A meeting with its paper deadline: Q&E, 11 February 2015: papers by 4 February 2015."""
    return (f"{named(meeting.group.value)}, {say_day(meeting.on)}: papers by "
            f"{say_day(meeting.papers_by)}")


def _rows(sitting: Sitting) -> list[list[Cell]]:
    if not sitting.entries:
        return [[cell("No report of the programme"), cell("–"), cell("–"), cell("–")]]
    return [[_report(entry), cell(entry.deadline.audit.lead),
             cell(say_purpose(entry, sitting.meeting.group)), _progress(entry)]
            for entry in sitting.entries]


def _report(entry: Entry) -> Cell:
    audit, period = entry.deadline.audit, entry.deadline.period
    return strong(f"{audit.item} {audit.title}", period.title)


def _progress(entry: Entry) -> Cell:
    progress = entry.progress
    last = progress.presented_on or progress.scrutinised_on or progress.received_on
    said = strong if entry.state is State.OVERDUE else cell
    return said(entry.state.value.capitalize(), short_day(last) if last else "")


def _plain(meeting: Meeting, entry: Entry) -> list[str | int | None]:
    audit, period = entry.deadline.audit, entry.deadline.period
    return [meeting.group.value, plain_day(meeting.on), plain_day(meeting.papers_by), audit.item,
            audit.title, period.label, audit.lead, say_purpose(entry, meeting.group),
            entry.state.value]
