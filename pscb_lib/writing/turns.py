"""Write to a file in turn: commands that write to one folder wait for each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from pscb_lib.reading.findings import InputError
from pscb_lib.writing.locks import Locked, hold
from pscb_lib.writing.whole import refusing

SECONDS = 60


@contextmanager
def in_turn(path: Path) -> Iterator[Callable[[], None]]:
    """Hold the lock of the folder of *path*; yield a function that raises if it was lost.

    Raises InputError if another command still holds it after SECONDS, or has taken it over, and if
    the file cannot be written.
    """
    try:
        with refusing(path), hold(path.parent, SECONDS) as refuse_lost:
            yield refuse_lost
    except Locked:
        raise InputError.at(path.name, f"another command has been writing to it for {SECONDS} "
                            "seconds", "try again when it has ended") from None
