"""Cause a fault at the n-th write of a batch, in whichever of its processes that write is.

The server that forks all processes imports this module. Its audit hook of Python is called for
every file opened for writing, folder made, rename and removal in the folders that the plan
watches. The plan is a file with the action, n and the folders, a line each. The writes heard are
recorded beside it.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
from pathlib import Path

NAME = "PSCB_FAULT_PLAN"
PLAN = Path(os.environ.get(NAME, "none"))
WRITES = {"os.mkdir": 0, "os.rename": 0, "os.remove": 0, "os.rmdir": 0, "os.symlink": 1}
busy = False


def hear(event: str, arguments: tuple) -> None:
    """Count a write that the plan watches, and act at the n-th."""
    global busy
    if busy or (event != "open" and event not in WRITES):
        return
    path = written(event, arguments)
    if path is None:
        return
    busy = True
    try:
        if PLAN.exists():
            act(event, path)
    finally:
        busy = False


def written(event: str, arguments: tuple) -> str | None:
    """Return the path that an event writes to; None if it only reads."""
    if event != "open":
        path = arguments[WRITES[event]]
    elif isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
        path = arguments[0]
    else:
        return None
    if not isinstance(path, str | bytes | os.PathLike):
        return None
    # A removal within an open folder has a name only, which is not one of the working folder.
    return os.path.abspath(os.fsdecode(path)) if event in ("open", "os.rename") else (
        os.fsdecode(path))


def act(event: str, path: str) -> None:
    """Record a write; if it is the n-th, do what the plan says."""
    import fcntl  # Windows, which imports this too, has none

    action, number, *folders = PLAN.read_text(encoding="utf-8").splitlines()
    if not path.startswith(tuple(folders)):
        return
    with PLAN.with_suffix(".heard").open("a+", encoding="utf-8") as heard:
        fcntl.flock(heard, fcntl.LOCK_EX)
        heard.seek(0)
        before = len(heard.readlines())
        heard.write(f"{event} {path}\n")
        heard.flush()
        if action == "snapshot":
            shutil.copyfile(number, f"{number}.{before}")
        elif before + 1 == int(number):
            ACTIONS[action](folders[0])


def kill(folder: str) -> None:
    """Kill this process at once."""
    os.kill(os.getpid(), signal.SIGKILL)


def fill(folder: str) -> None:
    """Fill the disk on which the folder lies to its last byte."""
    with open(os.path.join(folder, ".filler"), "ab", buffering=0) as filler:
        size = 2**20
        while size:
            try:
                filler.write(b"x" * size)
            except OSError:
                size //= 2


def read_heard() -> list[str]:
    """Return the writes recorded since the last plan."""
    path = Path(os.environ[NAME]).with_suffix(".heard")
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


ACTIONS = {"kill": kill, "fill": fill}
if NAME in os.environ:
    sys.addaudithook(hear)
