"""Add a line to a ledger that people also open in a spreadsheet.

The earlier lines keep their bytes. The new file is read back with the ledger's own reader before
it replaces the old one, so that no command writes a ledger that others refuse.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from pscb_lib.reading.findings import InputError
from pscb_lib.writing.whole import draft_bytes

FORMULA = ("=", "+", "-", "@")  # a spreadsheet runs a cell that begins so


def with_line(ledger: Path, columns: Sequence[str], cells: Sequence[str],
              read: Callable[[Path], Sequence[object]]) -> bytes:
    """The bytes of *ledger* with a line of *cells* added, and a header of *columns* if it is new.

    *read* reads the lines of such a file. Raises InputError if a cell is not plain text, if a
    spreadsheet has saved the ledger in another form, or if the line cannot be read back.
    """
    before = ledger.read_bytes() if ledger.exists() else b""
    if before:
        _check_form(ledger.name, before, columns)
    _check_cells(ledger.name, columns, cells)
    end = b"" if before.endswith(b"\n") or not before else b"\n"
    new = as_csv([cells] if before else [columns, cells]).encode()
    content = before + end + new
    _read_back(ledger.name, content, len(read(ledger)) + 1 if before else 1, read)
    return content


def as_csv(rows: Iterable[Iterable[str]]) -> str:
    """Rows of cells as comma-separated text."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


def _check_form(name: str, content: bytes, columns: Sequence[str]) -> None:
    try:
        first = content.decode("utf-8-sig").partition("\n")[0].rstrip("\r")
    except UnicodeDecodeError:
        first = ""
    if first != ",".join(columns):
        raise InputError.at(name, "has been saved in another form",
                            f"save it as CSV UTF-8 with the columns {', '.join(columns)}")


def _check_cells(name: str, columns: Sequence[str], cells: Sequence[str]) -> None:
    for column, cell in zip(columns, cells, strict=True):
        if cell.strip().startswith(FORMULA):
            raise InputError.at(name, "a spreadsheet would run it as a formula",
                                "begin with a word", column=column, value=cell)
        if any("\ud800" <= letter <= "\udfff" for letter in cell):
            raise InputError.at(name, "holds bytes that are not UTF-8 text",
                                "write it in UTF-8", column=column, value=cell)
        if "\r" in cell:
            raise InputError.at(name, "holds a carriage return within its text",
                                "write it on one line", column=column, value=cell)


def _read_back(name: str, content: bytes, lines: int,
               read: Callable[[Path], Sequence[object]]) -> None:
    with TemporaryDirectory() as folder:
        copy = Path(folder) / name
        draft_bytes(copy, content)
        try:
            found = len(read(copy))
        except InputError as fault:
            raise InputError.at(name, f"nothing is added, as it could not be read back ({fault})",
                                "correct what was given") from None
    if found != lines:
        raise InputError.at(name, "nothing is added, as it would be read back with "
                            f"{found} lines instead of {lines}", "correct what was given")
