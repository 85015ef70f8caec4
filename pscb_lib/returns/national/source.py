"""A national file set as read: its records in the suite's own words, and their account."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pscb_lib.reading.findings import Finding
from pscb_lib.reading.rows import Checked, Field, Record
from pscb_lib.reading.rows import Source as FileAccount


@dataclass(frozen=True)
class National:
    """What was read from the files of one kind.

    ``records`` holds, by noun (referrals, plans, episodes ...), records whose columns mean the
    same whatever file they came from. ``parts`` account for every row of every table;
    ``taken_on`` is the day on which the files were as they are; ``covers`` is the span of days
    they tell of, where they say so; ``limits`` are sentences on what such files cannot tell.
    """

    kind: str
    title: str
    records: Mapping[str, Sequence[Record]]
    parts: Mapping[str, Checked]
    limits: tuple[str, ...]
    taken_on: date
    covers: tuple[date, date] | None = None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Every finding, in the order of the tables."""
        return tuple(finding for part in self.parts.values() for finding in part.findings)

    @property
    def sources(self) -> dict[str, tuple[FileAccount, ...]]:
        """Rows read, used, rejected and left out, by table and file."""
        return {name: part.sources for name, part in self.parts.items()}


def renamed(checked: Checked, names: Mapping[str, str], **fixed: object) -> list[Record]:
    """The records used, their columns under the suite's own *names*, with *fixed* values."""
    return [{**{own: record[column] for column, own in names.items()}, **fixed}
            for record in checked.records]


def not_kept(cell: str) -> None:
    """A column that no figure needs and that may identify a child is read past."""


def passed_over(*columns: str) -> tuple[Field, ...]:
    """Columns that the file has by its specification and that are not kept."""
    return tuple(Field(name, not_kept, identifying=True, optional=True) for name in columns)
