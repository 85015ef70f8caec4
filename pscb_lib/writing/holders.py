"""Tell processes apart, and which of them this process can see.

A process is seen by those of its own machine, boot and PID namespace: containers of one machine
may have one host name, and each its own process 1. A machine whose name and boot are the same is
the same machine; one that was started again has another boot.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from platform import node
from typing import Any

import psutil

PROC = Path("/proc")
TICKS = 19  # the place of the start time after the name in /proc/<pid>/stat, see proc(5)
SLACK = 120  # seconds by which setting the clock may move a start time, except on Linux


@dataclass(frozen=True)
class Place:
    """Where processes see each other; ``namespace`` is None if they do not see even themselves."""

    host: str
    boot: str
    namespace: int | None


@dataclass(frozen=True)
class Holder:
    """A process: where it runs, its number there, and when it started."""

    host: str
    boot: str
    namespace: int | None
    pid: int
    started: str | float

    @property
    def place(self) -> Place:
        """Where it runs."""
        return Place(self.host, self.boot, self.namespace)

    def as_plain(self) -> dict[str, Any]:
        """Return it as it is written in a lock."""
        return asdict(self)


def this_place() -> Place:
    """Return where this process runs."""
    return Place(node(), _boot(), _namespace())


def holder_of(pid: int) -> Holder:
    """Return a process that this one sees."""
    return Holder(**vars(this_place()), pid=pid, started=start_of(pid))


def is_seen(holder: Holder) -> bool:
    """Whether this process would see the *holder* if it still runs."""
    return holder.place == this_place() and sees_others()


def sees_others() -> bool:
    """Whether this process sees the others of its place by their numbers."""
    here = this_place()
    return not here.boot or here.namespace is not None


def place_of_process() -> str:
    """Return a short name of where this process runs, for the names of what it leaves."""
    return _short(this_place())


def is_seen_by_name(place: str, process: str) -> bool:
    """Whether a name has this place, and the number of a process that this one would see."""
    return place == place_of_process() and process.isdecimal() and sees_others()


@cache
def _short(place: Place) -> str:
    return hashlib.sha256(repr(place).encode()).hexdigest()[:8]


def is_alive(pid: int) -> bool:
    """Whether a process that this one sees runs; False for a zombie."""
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def start_of(pid: int) -> str | float:
    """Return when a process started: on Linux by boot and ticks, which no clock change moves."""
    own = "self" if pid == os.getpid() else str(pid)
    try:
        stat = (PROC / own / "stat").read_text(encoding="utf-8", errors="replace")
        return f"{_boot()} {stat.rpartition(')')[2].split()[TICKS]}"
    except OSError:
        return psutil.Process(pid).create_time()


def is_still(pid: int, started: str | float) -> bool:
    """Whether the process that *started* then still runs, not a later process with its number."""
    try:
        now = start_of(pid)
    except psutil.NoSuchProcess:
        return False
    if isinstance(now, str) or isinstance(started, str):
        return is_alive(pid) and now == started
    return is_alive(pid) and abs(now - started) <= SLACK


def _boot() -> str:
    """Return the id of this boot; empty where the operating system has none."""
    try:
        return (PROC / "sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    except OSError:
        return ""


def _namespace() -> int | None:
    """Return the namespace of this process's number, if /proc shows the processes of it.

    A container may show the /proc of another, in which this process has another number.
    """
    try:
        if os.readlink(PROC / "self") == str(os.getpid()):
            return os.stat(PROC / "self/ns/pid").st_ino
    except OSError:
        pass
    return None
