"""Read what an agency sent, cell by cell, to write a copy that has values only.

A formula becomes its saved value, or its own text if no value was saved, so that the cell is
not blank when the copy comes back. Hidden sheets, defined names, links, pictures and macros are
not copied.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pscb_lib.reading.files.content import Content
from pscb_lib.reading.files.files import open_sheets
from pscb_lib.reading.files.formats.quiet import quietly
from pscb_lib.reading.files.header import find_sheet
from pscb_lib.reading.files.table import Sheet

Cell = tuple[object, str]  # a value and its number format
Lines = Iterator[tuple[int, Sequence[Cell]]]
GENERAL = "General"
TYPED = (".xlsx", ".xlsm")


@dataclass(frozen=True)
class Copied:
    """One sheet of a copy.

    ``places`` are the columns of the return by name, from 0; empty if the return is on another
    sheet.
    """

    name: str
    lines: Callable[[], Lines]
    places: dict[str, int]
    header_row: int | None = None


def copy_sheets(path: Path, required: Sequence[str], optional: Sequence[str] = ()
                ) -> tuple[list[Copied], bool]:
    """Return the visible sheets of a file, and whether its days are counted from 1904."""
    content, sheets = open_sheets(path)
    chosen, header = find_sheet(content, sheets, required, None, optional)
    book = _open(content) if content.suffix in TYPED else None
    found = []
    for each in sheets:
        sheet = chosen if any(other is chosen for other in each.others) else each
        if not sheet.is_hidden:
            lines = _typed(content, book, sheet) if book else _texts(sheet)
            is_table = sheet is chosen
            places = {name: place for place, name in enumerate(header.names) if name}
            found.append(Copied(sheet.name or path.stem, lines, places if is_table else {},
                                header.row if is_table else None))
    return found, book is not None and book.epoch.year == 1904


def _open(content: Content, with_values: bool = True):
    from openpyxl import load_workbook

    with quietly():
        return load_workbook(io.BytesIO(content.data), read_only=True, data_only=with_values)


def _texts(sheet: Sheet) -> Callable[[], Lines]:
    def lines() -> Lines:
        for number, cells in sheet.lines():
            yield number, [(cell, GENERAL) for cell in cells]

    return lines


def _typed(content: Content, book, sheet: Sheet) -> Callable[[], Lines]:
    def lines() -> Lines:
        formulas = _formulas(content, sheet)
        for number, cells in _rows(book[sheet.name]):
            yield number, [(formulas.get((number, place), cell.value),
                            cell.number_format or GENERAL) for place, cell in enumerate(cells)]

    return lines


def _formulas(content: Content, sheet: Sheet) -> dict[tuple[int, int], str]:
    """Return the text of each formula without a saved value, by row and column (from 0)."""
    unsaved = sheet.seen().unsaved
    if not unsaved:
        return {}
    written = _rows(_open(content, with_values=False)[sheet.name])
    return {(number, place): str(getattr(cell.value, "text", cell.value))
            for number, cells in written for place, cell in enumerate(cells)
            if (number, place + 1) in unsaved}


def _rows(sheet) -> Iterator[tuple[int, Sequence]]:
    sheet.reset_dimensions()
    rows = enumerate(sheet.iter_rows(), 1)
    while True:
        with quietly():
            row = next(rows, None)
        if row is None:
            return
        yield row
