"""Read a file into a table: open it, find its header, take its rows."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pscb_lib.reading.files.content import Content, read_content
from pscb_lib.reading.files.header import Header, find_sheet
from pscb_lib.reading.files.lines import take_lines
from pscb_lib.reading.files.old_workbook import read_old_workbook
from pscb_lib.reading.files.table import Sheet, Table
from pscb_lib.reading.files.text import read_text
from pscb_lib.reading.files.workbook import read_workbook
from pscb_lib.reading.findings import Finding, Reaction

READERS = {".csv": read_text, ".xlsx": read_workbook, ".xlsm": read_workbook,
           ".xls": read_old_workbook, ".ods": read_old_workbook}
FORMATS = tuple(READERS)


def read_table(path: Path, required: Sequence[str], sheet: str | None = None) -> Table:
    """Read *path*, whose *required* columns must be named in one of the first twenty rows.

    Raises InputError if the file is missing, locked, protected, damaged or too large, lacks a
    column, has a column twice, has a row wider than its header, or has two sheets with such a
    table (*sheet* selects one by name).
    """
    content, sheets = open_sheets(path)
    chosen, header = find_sheet(content, sheets, required, sheet)
    taken = take_lines(content, chosen, header)
    notes = (*_notes(content, sheets, chosen, header), *taken.notes)
    return Table(content.name, chosen.name, content.sha256, taken.columns, header.row, notes,
                 taken.numbers, taken.cells, taken.totals, taken.faults, taken.is_nil,
                 tuple(taken.examples))


def open_sheets(path: Path) -> tuple[Content, list[Sheet]]:
    """Open a file; its sheets are not read yet. Raises InputError if it cannot be opened."""
    content = read_content(path)
    if not content.data.strip():
        raise content.refusal("the file is empty", "send a nil return (nil_return = yes)")
    return content, READERS.get(content.suffix, read_text)(content)


def _notes(content: Content, sheets: Sequence[Sheet], chosen: Sheet, header: Header
           ) -> list[Finding]:
    notes = list(chosen.notes())
    hidden = [sheet.name for sheet in sheets if sheet.is_hidden]
    if hidden:
        verb = "sheet is" if len(hidden) == 1 else "sheets are"
        notes.append(Finding(content.name, f"{len(hidden)} {verb} hidden and not read "
                             f"({', '.join(hidden)})", "send what is meant in a visible sheet",
                             reaction=Reaction.NOTED))
    above = [number for number, cells in header.above if any(map(str.strip, cells))]
    if above:
        notes.append(Finding(content.name, f"the header was found in row {header.row}; the "
                             "rows above it are not part of the table",
                             "put the names of the columns into row 1", header.row,
                             sheet=chosen.name or None, reaction=Reaction.NORMALISED))
    return notes
