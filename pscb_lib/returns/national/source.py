"""The records read from national files, with the suite's column names, and their row counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from pscb_lib.reading.findings import Finding
from pscb_lib.reading.rows import Checked, Field, Record
from pscb_lib.reading.rows import Source as FileAccount
from pscb_lib.writing.csv_files import IMPORTED


@dataclass(frozen=True)
class National:
    """The records read from the files of one kind.

    ``records`` has the records by noun (referrals, plans, episodes ...); their columns mean the
    same for every kind of file. ``parts`` are the checked tables, with the row counts of each;
    ``taken_on`` is the day on which the files were made; ``covers`` is the first and last day they
    cover by their own account, or None; ``owners`` are the authorities' codes by file, of files
    that have one; ``last_day`` is the last day of any event, where that is all that tells how far
    the files go; ``limits`` are sentences on what such files do not hold.
    """

    kind: str
    title: str
    records: Mapping[str, Sequence[Record]]
    parts: Mapping[str, Checked]
    limits: tuple[str, ...]
    taken_on: date
    covers: tuple[date, date] | None = None
    owners: Mapping[str, str] = field(default_factory=dict)
    last_day: date | None = None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Every finding, in the order of the tables."""
        return tuple(finding for part in self.parts.values() for finding in part.findings)

    @property
    def is_lost(self) -> bool:
        """Whether every row of a table was rejected, so that its figures are of nothing."""
        return any(one.rejected and not one.used and not one.left_out
                   for sources in self.sources.values() for one in sources)

    @property
    def sources(self) -> dict[str, tuple[FileAccount, ...]]:
        """Rows read, used, rejected and left out, by table and file."""
        return {name: part.sources for name, part in self.parts.items()}


def renamed(checked: Checked, names: Mapping[str, str], **fixed: object) -> list[Record]:
    """Return the records used, with the suite's column *names* and *fixed* values added."""
    return [{**{own: record[column] for column, own in names.items()}, **fixed}
            for record in checked.records]


def is_imported(source: str) -> bool:
    """Whether a row of a return was made from national files, which do not know all of it."""
    return source.startswith(IMPORTED)


def not_kept(cell: str) -> None:
    """Parse a cell to nothing: no figure needs its column, and it may identify a child."""


def passed_over(*columns: str) -> tuple[Field, ...]:
    """Return fields for columns of the file's specification that are not kept."""
    return tuple(Field(name, not_kept, identifying=True, optional=True) for name in columns)
