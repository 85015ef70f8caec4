"""Keep a return as it was received, then write its line into the ledger.

A crash leaves at worst a copy without a line, which the next acceptance uses. One process writes at
a time, under the lock of the folder.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import astuple
from hashlib import sha256
from pathlib import Path
from stat import S_IMODE

from pscb_lib.board.ledger.writing import with_line
from pscb_lib.reading.findings import InputError
from pscb_lib.returns.history.ledger import (
    BETWEEN,
    COLUMNS,
    FOLDER,
    LEDGER,
    Accepted,
    read_ledger,
    read_lines,
)
from pscb_lib.writing.locks import Locked, hold
from pscb_lib.writing.whole import write_bytes

OPEN, READ_ONLY = 0o640, 0o440
SHARED = 0o2770  # what is made in it belongs to its group
LONGEST_WAIT = 60  # seconds

Judge = Callable[[list[Accepted]], Accepted]


def keep_return(returns: Path, data: bytes, suffix: str, judge: Judge) -> Accepted:
    """Keep *data* in the returns folder and return its line in the ledger.

    *judge* makes the line from the current ledger, under its lock, or raises InputError to refuse
    the return. Raises InputError if the folder cannot be written to.
    """
    folder = returns / FOLDER
    try:
        _make_shared(folder)
        with hold(folder, LONGEST_WAIT) as refuse_lost:
            line = judge(read_ledger(returns))
            content = with_line(folder / LEDGER, COLUMNS, _cells_of(line), read_lines)
            _keep_copy(folder / f"{line.sha256}{suffix}", data)
            refuse_lost()
            write_bytes(folder / LEDGER, content, OPEN)
    except Locked:
        raise InputError.at(f"{FOLDER}/{LEDGER}", "another pscb accept is writing to it",
                            "wait until that has ended") from None
    except OSError as fault:
        raise InputError.at(f"{returns.name}/{FOLDER}", f"cannot be written to ({fault.strerror})",
                            "close its files in other programs; its owner can give "
                            "the group its rights by pscb accept") from None
    return line


def _make_shared(folder: Path) -> None:
    """Make the folder so that all of its group may accept, whatever the umask of the first."""
    folder.mkdir(parents=True, exist_ok=True)
    if os.name == "posix" and S_IMODE(folder.stat().st_mode) != SHARED:
        with suppress(PermissionError):  # it is another user's, who may have shared it
            folder.chmod(SHARED)


def _keep_copy(target: Path, data: bytes) -> None:
    if not target.exists():
        write_bytes(target, data, READ_ONLY)
    elif sha256(target.read_bytes()).digest() != sha256(data).digest():
        raise InputError.at(target.name, "exists already and its bytes do not have the SHA-256 "
                            "of its name", "move it away")


def _cells_of(line: Accepted) -> list[str]:
    """Return the cells of a line as they are written in the file."""
    return [BETWEEN.join(cell) if isinstance(cell, tuple) else "" if cell is None else str(cell)
            for cell in astuple(line)]
