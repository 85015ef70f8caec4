"""Find out by leases whether a lock of another machine is stale: its processes are not visible.

The holder of a lock updates the lock's file time every SECONDS_TO_RENEW. A waiting process
watches for SECONDS_OF_A_LEASE, by its own clock, whether that time changes; the clocks of two
machines are never compared.
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
    """Update the time of the file *path* at regular intervals, as long as it *is_mine*."""
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
    """Watch a file for up to one lease; return whether its time was updated."""
    before, ends = _time_of(path), time.monotonic() + SECONDS_OF_A_LEASE
    while _time_of(path) == before is not None and time.monotonic() < ends:
        time.sleep(SECONDS_TO_LOOK)
    return _time_of(path) not in (before, None)


def _time_of(path: Path) -> int | None:
    """Return the time of a file's last write in nanoseconds; None if it is missing."""
    with suppress(OSError), path.open("rb") as file:  # opened: a network share rereads it
        return os.fstat(file.fileno()).st_mtime_ns
    return None
