"""Read a file into a table: open it, find its header, take its rows."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from pscb_lib.reading.files.content import Content, check_archive, not_a_workbook, read_content
from pscb_lib.reading.files.formats.encoded import decoded
from pscb_lib.reading.files.formats.ods import read_ods
from pscb_lib.reading.files.formats.package import as_read
from pscb_lib.reading.files.formats.told import CSV, NAMES, XLSX, format_of
from pscb_lib.reading.files.header import Header, find_sheet
from pscb_lib.reading.files.lines import take_lines
from pscb_lib.reading.files.old_workbook import read_old_workbook
from pscb_lib.reading.files.table import Line, Sheet, Table
from pscb_lib.reading.files.taken import says_nil
from pscb_lib.reading.files.text import read_text
from pscb_lib.reading.files.workbook import read_workbook
from pscb_lib.reading.findings import Finding, Reaction

READERS = {".csv": read_text, ".xlsx": read_workbook, ".xlsm": read_workbook,
           ".xls": read_old_workbook, ".ods": read_ods}
FORMATS = tuple(READERS)
ENCODED = tuple("_x".encode(coding) for coding in ("ascii", "utf-16-le", "utf-16-be"))


class OpenFile(NamedTuple):
    """A file that is open: its content and its sheets, which are read when they are used."""

    content: Content
    sheets: list[Sheet]


def read_table(file: Path | OpenFile, required: Sequence[str], sheet: str | None = None,
               optional: Sequence[str] = (), is_refused: bool = True) -> Table:
    """Read *file*, whose *required* columns must be named in one of the first twenty rows.

    Columns with another spelling of a required or *optional* name have that name in the table.

    Raises InputError if the file is missing, locked, protected, damaged or too large, lacks a
    column, has a column twice, has a row wider than its header, or has two sheets with such a
    table (*sheet* selects one by name). A cell that cannot be printed *is_refused*, or is read
    with the name of each character in its place.
    """
    content, sheets = file if isinstance(file, OpenFile) else open_sheets(file)
    chosen, header = find_sheet(content, sheets, required, sheet, optional)
    taken = take_lines(content, chosen, header, is_refused)
    notes = (*_notes(content, sheets, chosen, header), *taken.notes)
    return Table(content.name, chosen.name, content.sha256, taken.columns, header.row, notes,
                 taken.numbers, taken.cells, taken.totals, taken.faults, taken.is_nil,
                 tuple(taken.examples))


def open_sheets(path: Path) -> OpenFile:
    """Open a file in the format that its content has; its sheets are not read yet.

    Raises InputError if it cannot be opened.
    """
    content = read_content(path)
    if not content.data.strip():
        raise content.refusal("the file is empty", "send a nil return (nil_return = yes)")
    content = _told(content)
    sheets = READERS[content.suffix](content)
    return OpenFile(content, [_decoded(content, sheet) for sheet in sheets])


def _told(content: Content) -> Content:
    """The content with the suffix of its format, and a workbook as openpyxl reads it."""
    told = format_of(content)
    if told != XLSX:
        return replace(content, suffix=told)
    check_archive(content)
    try:
        return replace(content, data=as_read(content.data),
                       suffix=".xlsm" if content.suffix == ".xlsm" else XLSX)
    except (zipfile.BadZipFile, RuntimeError, OSError, ValueError, EOFError, zlib.error):
        raise not_a_workbook(content) from None


def _decoded(content: Content, sheet: Sheet) -> Sheet:
    """A sheet of a csv file with ``_xHHHH_`` as what it stands for; workbooks do so by cell."""
    if content.suffix != CSV or not any(mark in content.data for mark in ENCODED):
        return sheet

    def lines() -> Iterator[Line]:
        for number, cells in sheet.lines():
            yield number, [decoded(cell) for cell in cells]

    return replace(sheet, lines=lines,
                   others=tuple(_decoded(content, other) for other in sheet.others))


def _notes(content: Content, sheets: Sequence[Sheet], chosen: Sheet, header: Header
           ) -> list[Finding]:
    notes = [*chosen.notes(), *chosen.seen().notes(content.name, chosen.name)]
    suffix = Path(content.name).suffix.lower()
    if suffix in READERS and NAMES[content.suffix] != NAMES[suffix]:
        notes.append(Finding(content.name, f"is {NAMES[content.suffix]}, whatever its name says, "
                             "and was read so", f"name it {content.suffix}",
                             reaction=Reaction.NORMALISED))
    hidden = [sheet.name for sheet in sheets if sheet.is_hidden]
    if hidden:
        verb = "sheet is" if len(hidden) == 1 else "sheets are"
        notes.append(Finding(content.name, f"{len(hidden)} {verb} hidden and not read "
                             f"({', '.join(hidden)})", "send what is meant in a visible sheet",
                             reaction=Reaction.NOTED))
    above = [number for number, cells in header.above
             if any(map(str.strip, cells)) and not says_nil(cells)]
    if above:
        notes.append(Finding(content.name, f"the header was found in row {header.row}; the "
                             "rows above it are not part of the table",
                             "put the names of the columns into row 1", header.row,
                             sheet=chosen.name or None, reaction=Reaction.NORMALISED))
    return notes
