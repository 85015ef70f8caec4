"""Allow one run at a time on a folder, by a lock file that names its holder.

Exclusive creation of a file also works on network shares, where locks of the operating system may
not. A lock of this machine is stale if its process has ended, or if a later process has its
number; a lock of another machine is stale if it is not renewed (`leases`). A run that was
suspended for longer than a lease finds its lock lost and publishes nothing more.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from platform import node

from pscb_lib.reading.findings import InputError
from pscb_lib.running.processes.leases import SECONDS_TO_LOOK, is_renewed, renewed
from pscb_lib.running.processes.processes import is_alive, is_still, start_of
from pscb_lib.running.publishing.replacing import make_folder, refuse_link

NAME = ".lock"
SECONDS_TO_WRITE = 2  # a lock that is empty for longer was left by a killed run


class Locked(Exception):
    """Another run holds the lock; the message names its process."""


@contextmanager
def locked(folder: Path, patience: float = 0) -> Iterator[None]:
    """Hold the lock of *folder*; wait for it up to *patience* seconds.

    Raises :class:`Locked` if another run still holds it, and InputError if the folder is a link or
    cannot be written.
    """
    path, mine = folder / NAME, _holder(os.getpid())
    try:
        refuse_link(folder)
        make_folder(folder)
        _take_in_time(path, mine, patience)
        _remove_left(folder)
    except OSError as fault:
        raise InputError.at(folder.parent.name, f"the folder cannot be written ({fault.strerror})",
                            "name another with --out") from None
    try:
        with renewed(path, lambda: _parsed(path) == mine):
            yield
    finally:
        with suppress(OSError):
            if _parsed(path) == mine:
                path.unlink()


def is_held(folder: Path, pid: int) -> bool:
    """Whether the process *pid* of this machine still holds the lock of *folder*."""
    held = _parsed(folder / NAME)
    return held is not None and (held["host"], held["pid"]) == (node(), pid)


def _take_in_time(path: Path, mine: dict, patience: float) -> None:
    ends = time.monotonic() + patience
    while not _take(path, mine):
        try:
            _remove_stale(path)
        except Locked:
            if time.monotonic() >= ends:
                raise
            time.sleep(SECONDS_TO_LOOK)


def _take(path: Path, mine: dict) -> bool:
    try:
        file = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o640)
    except FileExistsError:
        return False
    with os.fdopen(file, "w", encoding="utf-8") as lock:
        lock.write(json.dumps(mine))
    return True


def _remove_stale(path: Path) -> None:
    held = _read(path)
    if held and not _is_stale(path, held):
        raise Locked(f"{path.parent.name}: process {held['pid']} on {held['host']} is at work "
                     "there; wait until it has ended")
    aside = path.with_name(f"{NAME}.{node()}.{os.getpid()}")
    with suppress(FileNotFoundError):
        os.replace(path, aside)
        if _parsed(aside) != held:  # another run was faster: this is its new lock
            os.replace(aside, path)
            return
        aside.unlink()


def _remove_left(folder: Path) -> None:
    """Remove the stale locks that killed runs had moved aside."""
    for aside in folder.glob(f"{NAME}.{node()}.*"):
        if not is_alive(int(aside.suffix.removeprefix("."))):
            aside.unlink(missing_ok=True)


def _read(path: Path) -> dict | None:
    """Return the holder of a lock; None if it is missing, or empty for SECONDS_TO_WRITE."""
    ends = time.monotonic() + SECONDS_TO_WRITE
    while (held := _parsed(path)) is None and path.exists() and time.monotonic() < ends:
        time.sleep(0.05)
    return held


def _parsed(path: Path) -> dict | None:
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
        return held if {"host", "pid", "started"} <= {*held} else None
    except (OSError, ValueError, TypeError):
        return None


def _is_stale(path: Path, held: dict) -> bool:
    if held["host"] != node():
        return not is_renewed(path)
    return not is_still(held["pid"], held["started"])


def _holder(pid: int) -> dict:
    return {"host": node(), "pid": pid, "started": start_of(pid)}
