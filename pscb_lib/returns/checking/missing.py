"""Records that lack a date or an outcome, by team: they are correct but not yet complete.

A record is named by its reference, never by the value of an identifying column.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reading.rows import Checked, Record, Records, combine
from pscb_lib.returns.checking.files import CheckedFile, Opened
from pscb_lib.returns.checking.order import GOOD, TO_MEND, UNREADABLE


@dataclass(frozen=True)
class Missing:
    """One missing value: the team, the file, row and record, what is missing and its column."""

    team: str
    file: str
    row: int
    record: str
    awaited: str
    column: str


def list_missing(files: Iterable[CheckedFile]) -> list[Missing]:
    """Return what is missing in the valid records of all files, by team, file and row."""
    used = [(one.name, opened) for one in files if (opened := one.opened) and not one.refused]
    of_kind: dict[str, list[Checked]] = {}
    for _, one in used:
        of_kind.setdefault(one.kind.name, []).append(one.checked)
    records = {name: combine(parts).records for name, parts in of_kind.items()}
    found = [missing for name, one in used
             for missing in _find(name, one, records[one.kind.name])]
    return sorted(found, key=lambda one: (one.team, one.file, one.row))


def missing_code(files: Iterable[CheckedFile]) -> int:
    """Return the exit code: 0 if all records are complete, 1 if not, 2 if a file is not used."""
    files = list(files)
    if any(one.checked is None or one.refused for one in files):
        return UNREADABLE
    return TO_MEND if list_missing(files) else GOOD


def _find(file: str, one: Opened, records: Records) -> Iterator[Missing]:
    waiting = one.kind.awaited
    if waiting is None:
        return
    awaited = waiting.make(one.context, records)
    for record in one.checked.records if awaited else ():
        for each in awaited:
            if each.lacks(record):
                yield Missing(waiting.team(one.context, record), file, record["row"],
                              _refer(record, waiting.reference), each.says, each.field)


def _refer(record: Record, names: Iterable[str]) -> str:
    values = (record[name] for name in names)
    return ", ".join(one.label if isinstance(one, ReportingPeriod) else str(one)
                     for one in values)
