"""One run at a time on a target: a file that is made or is there already, by whom and since when.

A file that only one can make works on network shares, where locks of the system may not. A
lock whose process is gone from this machine, or whose number a later process has, is stale.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from platform import node

import psutil

from pscb_lib.findings import InputError
from pscb_lib.processes import is_alive
from pscb_lib.replacing import make_folder, refuse_link

NAME = ".lock"
SECONDS_TO_WRITE = 2  # a lock that is empty for longer was left by a run that was killed
SLACK = 1  # second by which the system may round the start of a process


class Locked(Exception):
    """Another run holds the target; the message names it."""


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the lock of *folder*, or raise :class:`Locked`.

    Raises InputError where the folder is a link or cannot be written.
    """
    path = folder / NAME
    try:
        refuse_link(folder)
        make_folder(folder)
        while not _take(path, _holder(os.getpid())):
            _remove_stale(path)
        _remove_left(folder)
    except OSError as fault:
        raise InputError.at(folder.parent.name, f"the folder cannot be written ({fault.strerror})",
                            "name another with --out") from None
    try:
        yield
    finally:
        with suppress(OSError):
            path.unlink()


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
    if held and not _is_stale(held):
        raise Locked(f"{path.parent.name}: process {held['pid']} on {held['host']} is at work "
                     "there; wait until it has ended")
    aside = path.with_name(f"{NAME}.{node()}.{os.getpid()}")
    with suppress(FileNotFoundError):
        os.replace(path, aside)
        if _parsed(aside) != held:  # another run was faster: what was taken aside is its own
            os.replace(aside, path)
            return
        aside.unlink()


def _remove_left(folder: Path) -> None:
    """Remove the stale locks that runs had taken aside when they were killed."""
    for aside in folder.glob(f"{NAME}.{node()}.*"):
        if not is_alive(int(aside.suffix.removeprefix("."))):
            aside.unlink(missing_ok=True)


def _read(path: Path) -> dict | None:
    """Who holds a lock; None where it is gone, or where nobody has written into it for long."""
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


def _is_stale(held: dict) -> bool:
    if held["host"] != node():
        return False
    return not is_alive(held["pid"]) or (
        abs(_holder(held["pid"])["started"] - held["started"]) > SLACK)


def _holder(pid: int) -> dict:
    started = psutil.Process(pid).create_time()
    return {"host": node(), "pid": pid, "started": started}
