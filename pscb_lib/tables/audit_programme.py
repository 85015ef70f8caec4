"""What the audit programme owes: overdue now, and due at the next meetings."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pscb_lib.blocks import Cell, Column, Data, Group, Table, cell, strong
from pscb_lib.disclosure import Shown
from pscb_lib.measures.audit_programme import is_overdue
from pscb_lib.meetings import Group as Meets
from pscb_lib.meetings import next_meeting
from pscb_lib.planner import Entry, State
from pscb_lib.returns.audit_programme import Known
from pscb_lib.tables.days import plain_day, short_day
from pscb_lib.words.front import say_day
from pscb_lib.words.numbers import count_of
from pscb_lib.words.readers import not_public

AWAITED = {
    State.RECEIVED: "The report",
    State.SCRUTINISED: "Scrutiny by Q&E",
    State.PRESENTED: "Presentation to the Board",
}
DATA_COLUMNS = ["item", "title", "lead", "period", "due_on", "received_on", "scrutinised_on",
                "presented_on", "decision", "state"]


@not_public
def tabulate_overdue(shown: Shown, known: Known) -> Table:
    """What should have come, been scrutinised or been presented and has not, oldest first."""
    overdue = sorted(filter(is_overdue, known.entries), key=lambda entry: entry.awaited_by)
    columns = [Column("Report", width=4), Column("Awaited", width=2), Column("Since", "end", 1.5)]
    rows = [[report(entry), cell(AWAITED[entry.awaited]),
             cell(short_day(entry.awaited_by), _weeks(known.on, entry.awaited_by))]
            for entry in overdue]
    return Table("overdue", "Oldest first, as far as is known on the day of this paper", columns,
                 [Group(None, rows)], entry_data(overdue), empty="Nothing is overdue.")


@not_public
def tabulate_next(shown: Shown, known: Known) -> Table:
    """What Q&E takes up to the next Board meeting, by meeting; the planner has the rest."""
    board = next_meeting(known.meetings, Meets.BOARD, known.on)
    until = board.on if board else date.max
    due = [entry for entry in (*known.entries, *known.ahead)
           if entry.deadline.scrutiny and known.on < entry.deadline.due_on <= until]
    due.sort(key=lambda entry: (entry.deadline.due_on, entry.deadline.audit.item))
    groups: dict[str, list[list[Cell]]] = {}
    for entry in due:
        taken_on = entry.deadline.scrutiny.on
        groups.setdefault(f"Q&E {say_day(taken_on)}", []).append(_next(entry))
    columns = [Column("Report", width=4), Column("Papers by", "end", 1.3),
               Column("Received", "end", 1.3), Column("Board", "end", 1.3)]
    caption = f"Due up to the Board meeting of {say_day(until)}" if board else "Due next"
    return Table("next", caption, columns,
                 [Group(label, rows) for label, rows in groups.items()],
                 entry_data(due), empty="Nothing is due.")


def report(entry: Entry) -> Cell:
    """An item and its period, with its lead."""
    audit, period = entry.deadline.audit, entry.deadline.period
    return strong(f"{audit.item} {audit.title}", f"{period.title} · {audit.lead}")


def entry_data(entries: Iterable[Entry]) -> Data:
    """Lines of the planner as they go into a spreadsheet."""
    return Data(DATA_COLUMNS, [_plain(entry) for entry in entries])


def _plain(entry: Entry) -> list[str | int | None]:
    audit, progress = entry.deadline.audit, entry.progress
    days = (entry.deadline.due_on, progress.received_on, progress.scrutinised_on,
            progress.presented_on)
    return [audit.item, audit.title, audit.lead, entry.deadline.period.label,
            *map(plain_day, days), progress.decision and progress.decision.value,
            entry.state.value]


def _next(entry: Entry) -> list[Cell]:
    board = entry.deadline.board
    days = (entry.deadline.due_on, entry.progress.received_on, board and board.on)
    return [report(entry), *(cell(short_day(day)) for day in days)]


def _weeks(on: date, since: date) -> str:
    return f"{count_of((on - since).days // 7, 'week')} ago"
