"""Add a line to the ledger: whole or not at all, and never two at once.

The file is made anew beside the old one, flushed to the disk and put in its place by
rename, under a lock that other processes wait for. What stood there stays as it was, byte
by byte.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

from filelock import FileLock, Timeout

from pscb_lib.findings import InputError
from pscb_lib.ledger.lines import NAMES, Line, cells_of
from pscb_lib.ledger.reading import NAME, as_csv, check_order, read_ledger

# Without a dot, as the manifest takes what has one in params/ for a decision.
LOCK, NEW = "ledger-lock", "ledger-new"
SECONDS = 60
FORMULA = ("=", "+", "-", "@")


def append(params: Path, make: Callable[[tuple[Line, ...]], Line]) -> Line:
    """Add the line that *make* makes from all lines so far, and return it.

    Raises InputError where it may not follow them, or the file cannot be written.
    """
    try:
        with FileLock(params / LOCK, timeout=SECONDS):
            return _append(params, make)
    except Timeout:
        raise InputError.at(NAME, f"another command has been writing to it for {SECONDS} seconds",
                            "try again when it has ended") from None
    except OSError as fault:
        raise InputError.at(NAME, f"cannot be written ({fault.strerror})", "close it where it is "
                            "open, and see that there is room and leave to write") from None


def _append(params: Path, make: Callable[[tuple[Line, ...]], Line]) -> Line:
    lines = read_ledger(params, date.max)
    line = make(lines)
    cells = cells_of(line)
    _check_cells(cells)
    check_order([one for one in lines if one.subject == line.subject], line)
    stands = (params / NAME).read_bytes()
    _check_form(stands)
    end = b"" if stands.endswith(b"\n") else b"\n"
    _replace(params, stands + end + as_csv([cells]).encode())
    return line


def _check_cells(cells: list[str]) -> None:
    for name, cell in zip(NAMES, cells, strict=True):
        if cell.startswith(FORMULA):
            raise InputError.at(NAME, "a spreadsheet would take it for a formula",
                                "begin with a word", column=name, value=cell)


def _check_form(stands: bytes) -> None:
    """A spreadsheet may have saved the file in a form to which plain lines cannot be added."""
    try:
        first = stands.decode("utf-8-sig").partition("\n")[0].rstrip("\r")
    except UnicodeDecodeError:
        first = ""
    if first != ",".join(NAMES):
        raise InputError.at(NAME, "has been saved in another form",
                            f"save it as CSV UTF-8 with the columns {', '.join(NAMES)}")


def _replace(params: Path, content: bytes) -> None:
    new = params / NEW
    with new.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    shutil.copymode(params / NAME, new)
    os.replace(new, params / NAME)
    if os.name == "posix":  # Windows cannot flush a folder, and need not
        folder = os.open(params, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
