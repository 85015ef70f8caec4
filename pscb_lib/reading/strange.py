"""Refuse what is no file where a file should be, before it is opened: a pipe would never end."""

from __future__ import annotations

import stat
from pathlib import Path

from pscb_lib.reading.findings import InputError

KINDS = {stat.S_IFDIR: "a folder", stat.S_IFIFO: "a named pipe", stat.S_IFSOCK: "a socket",
         stat.S_IFCHR: "a device", stat.S_IFBLK: "a device"}


def refuse_strange(path: Path) -> None:
    """Raise InputError if *path* is there and is no file, nor a link to one."""
    kind = kind_of(path)
    if kind:
        raise InputError.at(path.name, f"is {kind}, not a file",
                            "move it away, and put the file there")


def kind_of(path: Path) -> str:
    """Return what *path* is if it is there and is no file, nor a link to one; else nothing."""
    try:
        return KINDS.get(stat.S_IFMT(path.stat().st_mode), "")
    except (OSError, ValueError):  # it is missing, or no path: whoever opens it says so
        return ""
