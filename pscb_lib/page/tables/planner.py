"""Entries of the audit planner as data for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable

from pscb_lib.framework.scheduling.planner import Entry
from pscb_lib.page.blocks import Data
from pscb_lib.page.tables.days import plain_day

DATA_COLUMNS = ["item", "title", "lead", "period", "due_on", "received_on", "scrutinised_on",
                "presented_on", "decision", "state"]


def entry_data(entries: Iterable[Entry]) -> Data:
    """The entries of the planner as data for a spreadsheet."""
    return Data(DATA_COLUMNS, [_plain(entry) for entry in entries])


def _plain(entry: Entry) -> list[str | int | None]:
    audit, progress = entry.deadline.audit, entry.progress
    days = (entry.deadline.due_on, progress.received_on, progress.scrutinised_on,
            progress.presented_on)
    return [audit.item, audit.title, audit.lead, entry.deadline.period.label,
            *map(plain_day, days), progress.decision and progress.decision.value,
            entry.state.value]
