"""The Q&E group's planner as a table: every item of Appendix 1 and the step it has reached."""

from __future__ import annotations

from pscb_lib.disclosure.showing import Shown
from pscb_lib.framework.scheduling.planner import Entry
from pscb_lib.framework.scheduling.programme import Audit
from pscb_lib.page.blocks import Cell, Column, Group, Table, cell, strong
from pscb_lib.page.tables.days import short_day
from pscb_lib.page.tables.planner import entry_data
from pscb_lib.page.words.readers import only_restricted
from pscb_lib.reports.audit_programme.known import Known
from pscb_lib.reports.audit_programme.measures import is_due, is_overdue

NOTE = ("Each item stands at the report that is overdue or, where none is, at the last that was "
        "due. Every report of the year is in the spreadsheet.")


@only_restricted
def tabulate_planner(shown: Shown, known: Known) -> Table:
    """Tabulate every item of Appendix 1, by its strand and section."""
    groups: dict[str, list[list[Cell]]] = {}
    for audit in known.programme.audits:
        groups.setdefault(_section(audit), []).append(_item(audit, known))
    columns = [Column("Item", width=2.8), Column("Due", "end", 1.4),
               *(Column(name, "end", 1.1) for name in ("Received", "Scrutinised", "Presented")),
               Column("State", width=1), Column("Next due", "end", 1.4)]
    return Table("planner", "The planner: all items of Appendix 1", columns,
                 [Group(label, rows) for label, rows in groups.items()],
                 entry_data(known.entries), note=NOTE)


def _section(audit: Audit) -> str:
    strand = audit.strand.value
    section = audit.section.removeprefix(strand.upper()).lstrip(" -").lower()
    return f"{strand.capitalize()}: {section}"


def _item(audit: Audit, known: Known) -> list[Cell]:
    mine = [entry for entry in known.entries if entry.deadline.audit.item == audit.item]
    due = [entry for entry in mine if is_due(entry, known.on)]
    stands_at = next(filter(is_overdue, mine), due[-1] if due else None)
    return [strong(f"{audit.item} {audit.title}", audit.lead, _frequency(audit)),
            *_progress(stands_at), _next_due(audit, known)]


def _progress(entry: Entry | None) -> list[Cell]:
    if entry is None:
        return [cell("–")] * 5
    progress = entry.progress
    days = (progress.received_on, progress.scrutinised_on, progress.presented_on)
    said = strong if is_overdue(entry) else cell
    return [cell(short_day(entry.deadline.due_on), entry.deadline.period.title),
            *(cell(short_day(day)) for day in days), said(entry.state.value.capitalize())]


def _next_due(audit: Audit, known: Known) -> Cell:
    for entry in (*known.entries, *known.ahead):
        due_on, period = entry.deadline.due_on, entry.deadline.period
        if entry.deadline.audit.item == audit.item and (due_on or period.end) > known.on:
            return cell(short_day(due_on) if due_on else "No meeting fixed", period.title)
    return cell(audit.schedule.value.capitalize())


def _frequency(audit: Audit) -> str:
    if audit.schedule is audit.frequency:
        return audit.schedule.value.capitalize()
    printed = f"{audit.frequency_printed}, dates {audit.dates_printed}"
    return f"{audit.schedule.value.capitalize()} (printed: {printed})"
