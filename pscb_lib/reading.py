"""Read a file into rows of text with their true row numbers: csv and xlsx, one way for both.

Nothing is guessed and nothing is dropped: a cell is text until a parser of
:mod:`pscb_lib.cells` gives it a type, and a row that does not fit the header is refused.
"""

from __future__ import annotations

import csv
import hashlib
import io
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from itertools import zip_longest
from pathlib import Path

from pscb_lib.findings import InputError


@dataclass(frozen=True)
class Row:
    """One row of a file: its number as the spreadsheet counts, and its cells by column."""

    number: int
    cells: dict[str, str]


@dataclass(frozen=True)
class Table:
    """A file as read: its name, SHA-256, columns and rows."""

    file: str
    sha256: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def read_table(path: Path, required: tuple[str, ...]) -> Table:
    """Read *path* (csv or xlsx, header in row 1) and see that it has the *required* columns.

    Raises InputError, one line, where the file is missing, cannot be read, lacks a column,
    has one twice or has a row wider than its header.
    """
    content = _content(path)
    lines = _workbook(path, content) if path.suffix.lower() == ".xlsx" else _text(path, content)
    columns = tuple(cell.strip() for cell in lines[0]) if lines else ()
    _check_header(path.name, columns, required)
    rows = [_row(path.name, number, columns, cells) for number, cells in enumerate(lines, 1)]
    kept = tuple(row for row in rows[1:] if any(map(str.strip, row.cells.values())))
    return Table(path.name, hashlib.sha256(content).hexdigest(), columns, kept)


def _check_header(file: str, columns: tuple[str, ...], required: tuple[str, ...]) -> None:
    # Only names we know are repeated: where the header is forgotten, row 1 is a child's.
    present = [name for name in required if name in columns]
    missing = [name for name in required if name not in columns]
    twice = [name for name in required if columns.count(name) > 1]
    if missing:
        raise InputError.at(file, f"there is no column {', '.join(missing)}",
                            f"add it; the file has {', '.join(present) or 'none of them'}", row=1)
    if twice:
        raise InputError.at(file, f"there are two columns {', '.join(twice)}",
                            "remove or rename one", row=1)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError.at(path.name, "the file is missing", f"put it in {path.parent.name}"
                            ) from None
    except OSError as fault:
        raise InputError.at(path.name, f"the file cannot be read ({fault.strerror})",
                            "close it in other programs and check who may read it") from None


def _text(path: Path, content: bytes) -> list[list[str]]:
    try:
        decoded = content.decode("utf-8-sig")
        return list(csv.reader(io.StringIO(decoded, newline=""), strict=True))
    except UnicodeDecodeError as fault:
        raise InputError.at(path.name, f"byte {fault.start} is not UTF-8",
                            "save the file as CSV UTF-8") from None
    except csv.Error as fault:
        raise InputError.at(path.name, f"is not a CSV file ({fault})",
                            "save it again as CSV UTF-8") from None


def _workbook(path: Path, content: bytes) -> list[list[str]]:
    from openpyxl import load_workbook

    try:
        with closing(load_workbook(io.BytesIO(content), read_only=True, data_only=True)) as book:
            sheet = book.worksheets[0]
            sheet.reset_dimensions()  # the size a file claims may be too small and hide rows
            lines = list(sheet.iter_rows(values_only=True))
    except Exception:  # a damaged part makes openpyxl raise almost anything
        raise InputError.at(path.name, "is not a workbook that can be opened",
                            "open it in Excel, remove any password and save it as xlsx") from None
    return [[_as_text(value) for value in line] for line in lines]


def _as_text(value: object) -> str:
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d" if value.time().isoformat() == "00:00:00"
                              else "%Y-%m-%d %H:%M")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return f"{Decimal(str(value)).normalize():f}"
    return "" if value is None else str(value)


def _row(file: str, number: int, columns: tuple[str, ...], cells: list[str]) -> Row:
    pairs = list(zip_longest(columns, cells, fillvalue=""))
    if any(cell.strip() and not name for name, cell in pairs):
        raise InputError.at(
            file, f"the row has {len(cells)} cells and the header {sum(map(bool, columns))}",
            "remove the cells beyond the last column", row=number,
        )
    return Row(number, {name: cell for name, cell in pairs if name})
