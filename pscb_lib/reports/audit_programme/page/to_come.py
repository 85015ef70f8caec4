"""What the audit programme holds next: reports due at the next meetings."""

from __future__ import annotations

from datetime import date

from pscb_lib.disclosure.showing import Shown
from pscb_lib.framework.months import say_day
from pscb_lib.framework.scheduling.meetings import Group as Meets
from pscb_lib.framework.scheduling.meetings import next_meeting
from pscb_lib.framework.scheduling.planner import Entry
from pscb_lib.page.blocks import Cell, Column, Group, Table, cell, strong
from pscb_lib.page.tables.days import short_day
from pscb_lib.page.tables.planner import entry_data
from pscb_lib.page.words.readers import not_public
from pscb_lib.reports.audit_programme.known import Known


@not_public
def tabulate_next(shown: Shown, known: Known) -> Table:
    """Tabulate what Q&E takes up to the next Board meeting, by meeting; the planner has the rest.
    """
    board = next_meeting(known.meetings, Meets.BOARD, known.on)
    until = board.on if board else date.max
    coming = [(due_on, entry.deadline.audit.item, scrutiny, entry)
              for entry in (*known.entries, *known.ahead)
              if (scrutiny := entry.deadline.scrutiny) and (due_on := entry.deadline.due_on)
              and known.on < due_on <= until]
    coming.sort(key=lambda one: one[:2])
    groups: dict[str, list[list[Cell]]] = {}
    for _, _, scrutiny, entry in coming:
        groups.setdefault(f"Q&E {say_day(scrutiny.on)}", []).append(_next(entry))
    columns = [Column("Report", width=3.7), Column("From", width=2.5),
               Column("Papers by", "end", 1.2), Column("Received", "end", 1.2),
               Column("Board", "end", 1.2)]
    caption = f"Due up to the Board meeting of {say_day(until)}" if board else "Due next"
    return Table("next", caption, columns,
                 [Group(label, rows) for label, rows in groups.items()],
                 entry_data(entry for *_, entry in coming), empty="Nothing is due.")


def _next(entry: Entry) -> list[Cell]:
    audit, board = entry.deadline.audit, entry.deadline.board
    days = (entry.deadline.due_on, entry.progress.received_on,
            board.on if board else None)
    return [strong(f"{audit.item} {audit.title}"), cell(audit.lead),
            *(cell(short_day(day)) for day in days)]
