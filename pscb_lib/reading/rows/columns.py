"""Check a column: each distinct text is parsed once, in however many rows it is."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Sequence

from pscb_lib.reading.cells import Noted, value_of
from pscb_lib.reading.files import Table
from pscb_lib.reading.findings import Finding, Reaction
from pscb_lib.reading.rows.nouns import Field

Found = dict[int, list[Finding]]
MOST_ROWS = 20
READ_BY_RULE = "is not written in the usual form, and was read by rule"
CHECK_IT = "see that this is what is meant"


@dataclasses.dataclass
class Column:
    """One column of a table: for each distinct text its value, the rule it breaks or its note."""

    field: Field
    values: dict[str, object] = dataclasses.field(default_factory=dict)
    broken: dict[str, str] = dataclasses.field(default_factory=dict)
    noted: dict[str, Noted] = dataclasses.field(default_factory=dict)

    def parse(self, text: str) -> None:
        """Parse one text, and keep its value, the rule it breaks or its note."""
        try:
            value = self.field.parse(text)
        except ValueError as fault:
            self.values[text], self.broken[text] = None, str(fault)
            return
        if isinstance(value, Noted):
            self.noted[text] = value
        self.values[text] = value_of(value)


def parse_column(one: Field, texts: Iterable[str]) -> Column:
    """Parse every distinct text of a column."""
    column = Column(one)
    for text in dict.fromkeys(texts):
        column.parse(text)
    return column


def find_bad_cells(found: Found, table: Table, column: Column, texts: Sequence[str]
                   ) -> None:
    """Add a finding for each cell that breaks the rule of its column."""
    one = column.field
    for row, text in zip(table.numbers, texts, strict=True) if column.broken else ():
        if text in column.broken:
            found.setdefault(row, []).append(Finding(
                table.file, column.broken[text], one.remedy, row, one.name,
                None if one.identifying else text, table.sheet or None))


def make_notes(table: Table, column: Column, texts: Sequence[str]) -> Iterator[Finding]:
    """One finding for each text with a note, naming the rows it is in."""
    rows: dict[str, list[int]] = {}
    for row, text in zip(table.numbers, texts, strict=True) if column.noted else ():
        if text in column.noted:
            rows.setdefault(text, []).append(row)
    hidden = column.field.identifying
    for text, its_rows in rows.items():
        noted = column.noted[text]
        says = (READ_BY_RULE if hidden else noted.note) + _how_often(its_rows)
        yield Finding(table.file, says, CHECK_IT, its_rows[0], column.field.name,
                      None if hidden else text, table.sheet or None,
                      Reaction.NORMALISED if noted.is_changed else Reaction.NOTED)


def _how_often(rows: list[int]) -> str:
    if len(rows) == 1:
        return ""
    named = ", ".join(map(str, rows[:MOST_ROWS])) + (" ..." if len(rows) > MOST_ROWS else "")
    return f" (in {len(rows)} cells: rows {named})"
