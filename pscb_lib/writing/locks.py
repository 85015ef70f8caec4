"""Allow one process at a time on a folder, by a lock file that names its holder.

Exclusive creation of a file also works on network shares, where locks of the operating system may
not. A lock whose holder this process would see (`holders`) is stale if that has ended, or if a
later process has its number. Any other lock, of another machine, container or boot, is stale if
it is not renewed (`leases`), so that the lock of a live holder is never taken. A run that was
suspended for longer than a lease finds its lock lost and publishes nothing more.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

from pscb_lib.reading.findings import InputError
from pscb_lib.reading.strange import kind_of
from pscb_lib.writing.folders import make_folder, refuse_link
from pscb_lib.writing.holders import (
    Holder,
    holder_of,
    is_alive,
    is_seen,
    is_seen_by_name,
    is_still,
    place_of_process,
)
from pscb_lib.writing.leases import SECONDS_TO_LOOK, is_renewed, renewed
from pscb_lib.writing.whole import name_once

NAME = ".lock"
SECONDS_TO_WRITE = 2  # a lock that is empty for longer was left by a killed run
A_SECOND = 10**9  # in nanoseconds
MOST_PROCESSES = 2**31  # a lock that names another number was not written by us


class Locked(Exception):
    """Another process holds the lock; the message names it.

    ``seconds`` is how long it has held it, by the clock of the disk: from the lock's first time to
    its last renewal.
    """

    def __init__(self, line: str, seconds: int = 0) -> None:
        super().__init__(line)
        self.seconds = seconds


@contextmanager
def locked(folder: Path, patience: float = 0) -> Iterator[None]:
    """Hold the lock of a folder of outputs, which is made; wait for it up to *patience* seconds.

    Raises :class:`Locked` if another process still holds it, and InputError if the folder is a link
    or cannot be written.
    """
    with ExitStack() as held:
        try:
            refuse_link(folder)
            make_folder(folder)
            held.enter_context(hold(folder, patience))
        except OSError as fault:
            raise InputError.at(
                folder.parent.name, f"the folder cannot be written ({fault.strerror})",
                "name another with --out") from None
        yield


@contextmanager
def hold(folder: Path, patience: float) -> Iterator[Callable[[], None]]:
    """Hold the lock of a folder; wait for it up to *patience* seconds.

    Yields a function that raises :class:`Locked` if another process has taken the lock over
    meanwhile: to be called before what is done under it is put in its place. Raises Locked if
    another process still holds it, and OSError if the folder cannot be written.
    """
    path = folder / NAME
    mine = _take_in_time(path, holder_of(os.getpid()), patience)
    _remove_left(path)

    def refuse_lost() -> None:
        if _parsed(path) != mine:
            raise Locked(f"{folder.name}: another process has taken over the lock; run again")

    try:
        with renewed(path, lambda: _parsed(path) == mine):
            yield refuse_lost
    finally:
        with suppress(OSError):
            if _parsed(path) == mine:
                path.unlink()


def is_held(folder: Path, pid: int) -> bool:
    """Whether the process *pid*, which this one sees, still holds the lock of *folder*."""
    held = _parsed(folder / NAME)
    return held is not None and held["pid"] == pid and is_seen(_holder_in(held))


def _take_in_time(path: Path, me: Holder, patience: float) -> dict[str, Any]:
    ends = time.monotonic() + patience
    while (mine := _take(path, me)) is None:
        try:
            _remove_stale(path)
        except Locked:
            if time.monotonic() >= ends:
                raise
            time.sleep(SECONDS_TO_LOOK)
    return mine


def _take(path: Path, me: Holder) -> dict[str, Any] | None:
    """Make the lock; return what is written in it, or None if there is one."""
    try:
        file = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o640)
    except FileExistsError:
        return None
    try:
        with os.fdopen(file, "w", encoding="utf-8") as lock:
            mine = {**me.as_plain(), "since": os.fstat(file).st_mtime_ns}
            lock.write(json.dumps(mine))
    except OSError:
        path.unlink(missing_ok=True)  # the disk is full: an empty lock makes others wait
        raise
    return mine


def _remove_stale(path: Path) -> None:
    held = _read(path)
    if held and not _is_stale(path, held):
        raise Locked(f"{path.parent.name}: process {held['pid']} on {held['host']} is at work "
                     "there; wait until it has ended", _seconds_held(path, held))
    aside = path.with_name(f"{path.name}.{place_of_process()}.{os.getpid()}")
    with suppress(FileNotFoundError):
        if _parsed(path) != held:
            return
        os.replace(path, aside)
        if _parsed(aside) != held:  # another run was faster: this is its new lock
            name_once(aside, path)  # if a third run has made one, it finds its own lost
        aside.unlink(missing_ok=True)


def _remove_left(path: Path) -> None:
    """Remove the stale locks that killed runs had moved aside."""
    for aside in path.parent.glob(f"{path.name}.{place_of_process()}.*"):
        process = aside.suffix.removeprefix(".")
        if is_seen_by_name(place_of_process(), process) and not is_alive(int(process)):
            aside.unlink(missing_ok=True)


def _read(path: Path) -> dict[str, Any] | None:
    """Return the holder of a lock; None if it is missing, or empty for SECONDS_TO_WRITE."""
    ends = time.monotonic() + SECONDS_TO_WRITE
    while (held := _parsed(path)) is None and path.exists() and time.monotonic() < ends:
        time.sleep(0.05)
    return held


def _parsed(path: Path) -> dict[str, Any] | None:
    if kind_of(path):
        return None
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
        is_whole = {"host", "pid", "started"} <= {*held} and type(held["pid"]) is int
        return held if is_whole and 0 < held["pid"] < MOST_PROCESSES else None
    except (OSError, ValueError, TypeError):
        return None


def _holder_in(held: dict[str, Any]) -> Holder:
    """Return the holder that a lock names; a lock of an earlier release has no boot."""
    return Holder(held["host"], held.get("boot", "unknown"), held.get("namespace"), held["pid"],
                  held["started"])


def _is_stale(path: Path, held: dict[str, Any]) -> bool:
    holder = _holder_in(held)
    return not is_still(holder.pid, holder.started) if is_seen(holder) else not is_renewed(path)


def _seconds_held(path: Path, held: dict[str, Any]) -> int:
    with suppress(OSError, KeyError, TypeError):
        return max(0, path.stat().st_mtime_ns - held["since"]) // A_SECOND
    return 0
