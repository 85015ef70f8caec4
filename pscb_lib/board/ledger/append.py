"""Add a line to the ledger under a lock, so that only one process writes at a time.

The line is written by :mod:`pscb_lib.board.ledger.writing`; other processes wait for the lock.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from pscb_lib.board.ledger.lines import NAMES, Line, cells_of
from pscb_lib.board.ledger.reading import NAME, check_order, read_ledger, read_lines
from pscb_lib.board.ledger.writing import with_line
from pscb_lib.reading.characters import printed
from pscb_lib.reading.findings import InputError
from pscb_lib.writing.turns import in_turn
from pscb_lib.writing.whole import write_bytes


def append(params: Path, make: Callable[[tuple[Line, ...]], Line]) -> Line:
    """Add the line that *make* returns for all lines so far, and return it.

    What its texts hold that cannot be printed is normalised. Raises InputError if it has no equal,
    if the line may not follow them, if the lock is not free within a minute, or
    if the file cannot be written.
    """
    with in_turn(params / NAME) as refuse_lost:
        return _append(params, make, refuse_lost)


def _append(params: Path, make: Callable[[tuple[Line, ...]], Line],
            refuse_lost: Callable[[], None]) -> Line:
    ledger = params / NAME
    lines = read_ledger(params, date.max)
    line = _printable(make(lines))
    written = read_lines(ledger) if ledger.exists() else []
    check_order([one for one in written if one.subject == line.subject], line)
    content = with_line(ledger, NAMES, cells_of(line), read_lines)
    refuse_lost()
    write_bytes(ledger, content)
    return line


def _printable(line: Line) -> Line:
    texts = {name: getattr(line, name) for name in NAMES if isinstance(getattr(line, name), str)}
    found = {name: printed(text) for name, text in texts.items()}
    for name, one in found.items():
        if one.refused:
            raise InputError.at(NAME, *one.refused, column=name, value=texts[name])
    new: dict[str, Any] = {name: one.text for name, one in found.items()}
    return replace(line, **new)
