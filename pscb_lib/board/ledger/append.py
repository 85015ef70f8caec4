"""Add a line to the ledger: whole or not at all, and never two at once.

The line is added as :mod:`pscb_lib.board.ledger.writing` does, under a lock that other processes
wait for.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from stat import S_IMODE

from filelock import FileLock, Timeout

from pscb_lib.board.ledger.lines import NAMES, Line, cells_of
from pscb_lib.board.ledger.reading import NAME, check_order, read_ledger, read_lines
from pscb_lib.board.ledger.writing import with_line, write_whole
from pscb_lib.reading.findings import InputError

LOCK = "ledger-lock"  # without a dot, as the manifest takes what has one for a decision
SECONDS = 60


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
    ledger = params / NAME
    lines = read_ledger(params, date.max)
    line = make(lines)
    check_order([one for one in lines if one.subject == line.subject], line)
    content = with_line(ledger, NAMES, cells_of(line), read_lines)
    write_whole(ledger, content, S_IMODE(ledger.stat().st_mode))
    return line
