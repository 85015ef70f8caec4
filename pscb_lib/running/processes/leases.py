"""Leases: how a lock of another machine, whose processes cannot be seen, is known to be stale.

Who holds a lock writes its time anew every SECONDS_TO_RENEW. Who waits watches whether that
changes, for SECONDS_OF_A_LEASE by its own clock: no two machines' clocks are compared.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

SECONDS_OF_A_LEASE = 60
SECONDS_TO_RENEW = 10
SECONDS_TO_LOOK = 0.5


@contextmanager
def renewed(path: Path, is_mine: Callable[[], bool]) -> Iterator[None]:
    """Write the time of the file *path* anew again and again, as long as it *is_mine*."""
    ended = threading.Event()
    threading.Thread(target=_renew, args=(path, is_mine, ended), daemon=True).start()
    try:
        yield
    finally:
        ended.set()


def _renew(path: Path, is_mine: Callable[[], bool], ended: threading.Event) -> None:
    while not ended.wait(SECONDS_TO_RENEW):
        with suppress(OSError):
            if is_mine():
                os.utime(path)


def is_renewed(path: Path) -> bool:
    """Watch a file for as long as a lease, or until it is written anew or gone."""
    before, ends = _time_of(path), time.monotonic() + SECONDS_OF_A_LEASE
    while _time_of(path) == before is not None and time.monotonic() < ends:
        time.sleep(SECONDS_TO_LOOK)
    return _time_of(path) not in (before, None)


def _time_of(path: Path) -> int | None:
    """When a file was written last, in nanoseconds; None where it is gone."""
    with suppress(OSError), path.open("rb") as file:  # opened, a network share looks anew
        return os.fstat(file.fileno()).st_mtime_ns
    return None
