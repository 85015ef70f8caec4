"""Folders that a process may not read: the kernel of a masked set has no need of a return.

This guards against a mistake, such as a cell that reads a return by its path, not against somebody
who means to get round it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pscb_lib.reading.findings import InputError


@dataclass(frozen=True)
class Closed:
    """Folders that are closed, apart from returns whose rows describe one of *open_to*."""

    folders: tuple[Path, ...]
    open_to: tuple[str, ...] = ()


@dataclass
class _Process:
    """What is closed to this process, and the returns that it is reading with leave."""

    closed: Closed | None = None
    reads: list[str] = field(default_factory=list)


_process = _Process()


def close(closed: Closed) -> None:
    """Close folders to this process until it ends; :func:`reading` can still read some returns."""
    folders = tuple(Path(os.path.realpath(folder)) for folder in closed.folders)
    _process.closed = Closed(folders, closed.open_to)
    sys.addaudithook(_refuse)


def is_closed() -> bool:
    """Whether this is the kernel of a masked set, as the runner started it."""
    return _process.closed is not None


@contextmanager
def reading(name: str, describes: str) -> Iterator[None]:
    """Read a return with leave. Raises InputError if its rows are closed to this process."""
    if _process.closed and describes not in _process.closed.open_to:
        raise _refused(name)
    _process.reads.append(name)
    try:
        yield
    finally:
        _process.reads.pop()


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    if event != "open" or _process.reads or _process.closed is None:
        return
    if isinstance(arguments[0], str | bytes | os.PathLike):  # and not a file that is open already
        path = Path(os.path.realpath(os.fsdecode(arguments[0])))
        if any(path.is_relative_to(folder) for folder in _process.closed.folders):
            raise _refused(path.name)


def _refused(name: str) -> InputError:
    return InputError.at(name, "cannot be read here: this set is made from figures that are "
                         "masked already", "take what the page needs from open_paper")
