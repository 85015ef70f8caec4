"""Checked returns that a run hands from its check to the kernel of a restricted set.

So each return is read once a run. They lie in a file in a private folder of the run, and are
pickled, because a checked frame has Python objects that Arrow does not have. They are taken only
by the kernel that the runner names the file to, for the same period, day and folder, and while
each file of the returns still has the SHA-256 that it had when it was checked. Otherwise the
kernel reads them itself, and the run refuses the set if anything has changed.
"""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pscb_lib.board.context import Context
from pscb_lib.reading.digest import sha256
from pscb_lib.reading.rows import Checked
from pscb_lib.writing.whole import draft_bytes

Place = tuple[Path, str, str]  # of a report: its folder of returns, period and day


@dataclass(frozen=True)
class Handed:
    """Checked returns by name, where they belong, and the SHA-256 of each file behind them."""

    place: Place
    digests: Mapping[Path, str]
    checked: Mapping[str, Checked]


@dataclass
class _Process:
    """What is handed to this process."""

    handed: Handed | None = None


_process = _Process()


def hand_on(file: Path, context: Context, checked: Mapping[str, Checked],
            digests: Mapping[Path, str]) -> None:
    """Write checked returns into a file of a private folder."""
    handed = Handed(_place(context), dict(digests), dict(checked))
    draft_bytes(file, pickle.dumps(handed, protocol=5))


def take(file: Path) -> None:
    """Take what was handed on, for this process until it ends, and remove the file."""
    _process.handed = None
    with suppress(OSError, EOFError, pickle.UnpicklingError):  # what is not taken is read again
        with file.open("rb") as opened:
            _process.handed = pickle.load(opened)
    with suppress(OSError):
        file.unlink()


def taken(name: str, context: Context) -> Checked | None:
    """The checked return of this name, if it was handed to this process and is unchanged."""
    handed = _process.handed
    if handed is None or handed.place != _place(context) or not _is_unchanged(handed.digests):
        return None
    return handed.checked.get(name)


def _place(context: Context) -> Place:
    return context.returns.resolve(), context.period.label, context.as_of.isoformat()


def _is_unchanged(digests: Mapping[Path, str]) -> bool:
    try:
        return all(sha256(path) == digest for path, digest in digests.items())
    except OSError:
        return False
