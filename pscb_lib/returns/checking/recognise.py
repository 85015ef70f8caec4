"""Which return a file is: told by the names of its columns, whatever the file is called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice
from pathlib import Path

from pscb_lib.reading.files.files import open_sheets
from pscb_lib.reading.files.header import FIRST_ROWS, fold

FEW = 3  # columns by which a return is told in a message
Columns = Mapping[str, tuple[str, ...]]  # the columns that a return must have, by its name


def recognise(path: Path, required: Columns) -> str:
    """The name of the return that *path* holds.

    Where one return has all columns of another it is the wider. Raises InputError where the
    file cannot be opened, holds no return or two, and says what was looked for.
    """
    content, sheets = open_sheets(path)
    rows = [{fold(cell) for cell in cells} for sheet in sheets if not sheet.is_hidden
            for _, cells in islice(sheet.lines(), FIRST_ROWS)]
    found = _widest(required, [name for name, columns in required.items()
                               if any(_has_all(row, columns) for row in rows)])
    if not found:
        raise content.refusal(*_unknown(rows, required))
    if len(found) > 1:
        raise content.refusal(f"can be more than one return ({', '.join(found)})",
                              "send each return in a file of its own")
    return found[0]


def _has_all(row: set[str], columns: Iterable[str]) -> bool:
    return all(fold(name) in row for name in columns)


def _widest(required: Columns, found: list[str]) -> list[str]:
    """Without those whose columns another one has too, and more."""
    return [name for name in found
            if not any({*required[name]} < {*required[other]} for other in found)]


def _unknown(rows: list[set[str]], required: Columns) -> tuple[str, str]:
    # Only names we know are told: where the header is forgotten, row 1 is a child's.
    nearest, lacking = "", None
    for name, columns in required.items():
        for row in rows:
            missing = [column for column in columns if fold(column) not in row]
            if 2 * len(missing) <= len(columns) and (lacking is None
                                                     or len(missing) < len(lacking)):
                nearest, lacking = name, missing
    if lacking is None:
        listed = "; ".join(f"{name} ({', '.join(columns[:FEW])} ...)"
                           for name, columns in required.items())
        return ("is no return that is known: none of its first twenty rows has the columns of one",
                f"begin with pscb template; looked for were {listed}")
    return (f"is no return that is known: the nearest is {nearest}, and there is no column "
            f"{', '.join(lacking)}", f"add it, or begin with pscb template {nearest}; looked for "
            f"were {', '.join(required)}")
