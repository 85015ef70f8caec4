"""The table of text that a file is read into, with its notes and faults."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from pscb_lib.reading.files.formats.seen import Seen
from pscb_lib.reading.findings import Finding

Line = tuple[int, Sequence[str]]


@dataclass(frozen=True)
class Row:
    """One row of a file: its number in the spreadsheet, and its cells by column."""

    number: int
    cells: dict[str, str]


@dataclass(frozen=True)
class Sheet:
    """One sheet of a file, not yet read. A csv file is one sheet without a name.

    ``lines`` starts from the top each time it is called, with the row numbers that the
    spreadsheet shows. ``notes`` and ``seen`` (what is hidden, merged or unsaved) are complete only
    after the lines have been read. ``others`` are further ways to divide a text file.
    """

    name: str
    lines: Callable[[], Iterator[Line]]
    is_hidden: bool = False
    notes: Callable[[], list[Finding]] = list
    seen: Callable[[], Seen] = Seen
    most_rows: int | None = None
    others: tuple[Sheet, ...] = ()


@dataclass(frozen=True)
class Table:
    """A file as read.

    ``numbers`` and ``cells`` have one item for each row that is not blank: its number and a tuple
    of texts. ``totals`` are the rows of totals. ``faults`` are, by row, the findings on cells that
    cannot be parsed. ``is_nil`` marks a nil return, and ``examples`` are the numbers of the form's
    example rows, which are not among the rows.
    """

    file: str
    sheet: str
    sha256: str
    columns: tuple[str, ...]
    header_row: int = 1
    notes: tuple[Finding, ...] = ()
    numbers: array[int] = field(default_factory=lambda: array("l"))
    cells: list[tuple[str, ...]] = field(default_factory=list)
    totals: list[Line] = field(default_factory=list)
    faults: dict[int, list[Finding]] = field(default_factory=dict)
    is_nil: bool = False
    examples: tuple[int, ...] = ()

    @property
    def lines(self) -> Iterator[Line]:
        """Each row's number and its cells, in the order of the columns."""
        return zip(self.numbers, self.cells, strict=True)

    @property
    def rows(self) -> Rows:
        """The rows, each made only when it is used."""
        return Rows(self)

    def row(self, number: int) -> Row:
        """The row with this number in the file."""
        return self.rows[bisect_left(self.numbers, number)]


class Rows(Sequence[Row]):
    """The rows of a table, without a second copy of them."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def __len__(self) -> int:
        return len(self._table.cells)

    def __getitem__(self, place: int) -> Row:  # type: ignore[override]  # never sliced
        cells = dict(zip(self._table.columns, self._table.cells[place], strict=True))
        return Row(self._table.numbers[place], cells)
