"""Tell which return a process reads, so that its starter can name the one that took too much.

A file that took too much once is not opened again: a command that is begun anew refuses it by
name, and goes on with the others. Files of the Board's decisions and of Python are not told.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pscb_lib.reading.findings import InputError

RETURNED = (".csv", ".xlsx", ".xlsm", ".xls", ".ods", ".xml", ".txt", ".dat", "")
DECISIONS, SYSTEM = "params", (("proc",), ("dev",))
REMEDY = ("copy the table alone into a new file, or ask for it in parts; the setting limits has "
          "what one file may take")


@dataclass
class _Process:
    """Whom this process tells what it opens, and the files that it may not open, with why."""

    tell: Callable[[str], None] | None = None
    stopped: Mapping[str, str] = field(default_factory=dict)


_process = _Process()


def watch(tell: Callable[[str], None], stopped: Mapping[str, str]) -> None:
    """Call *tell* with the path of each return that this process opens, and with "" at the end.

    A path of *stopped* is refused instead, with its reason.
    """
    _process.tell, _process.stopped = tell, stopped
    sys.addaudithook(_hear)


def end_of_reading() -> None:
    """Say that all returns are read: what follows, such as writing, is no fault of one of them."""
    if _process.tell:
        _process.tell("")


def took_too_much(path: str, why: str) -> InputError:
    """The error that refuses a file whose reading took more than a process may."""
    return InputError.at(Path(path).name, why, REMEDY)


def _hear(event: str, arguments: tuple[Any, ...]) -> None:
    if event != "open" or _process.tell is None or not _is_read(arguments):
        return
    path = os.path.abspath(os.fsdecode(arguments[0]))
    if path in _process.stopped:
        raise took_too_much(path, _process.stopped[path])
    if _is_return(Path(path)):
        _process.tell(path)


def _is_read(arguments: tuple[Any, ...]) -> bool:
    path, _, flags = arguments
    return isinstance(path, str | bytes | os.PathLike) and not (
        isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))


def _is_return(path: Path) -> bool:
    return (path.suffix.lower() in RETURNED and DECISIONS not in path.parts[-3:-1]
            and not path.is_relative_to(sys.prefix) and path.parts[1:2] not in SYSTEM)
