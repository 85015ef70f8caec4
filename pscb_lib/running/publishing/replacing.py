"""Replace the last set by a finished one: as a whole, synced to the disk, by one rename.

If the operating system can exchange two folders, readers find a whole set at every moment. If not,
two renames are used: there is no set for a moment, and the next run repairs a run that was
interrupted there.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path

from pscb_lib.writing.folders import make_folder, refuse_link, secure, sync

PREVIOUS = ".previous"
HERE, EXCHANGE = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS


def replace_set(new: Path, target: Path) -> None:
    """Put the finished folder *new* in the place of *target* by rename, or change nothing.

    The old set is then at *new*, or deleted. Raises InputError if a folder above *target* is a
    link, because the set would be written elsewhere.
    """
    refuse_link(target.parent)
    restore(target)
    secure(new)
    make_folder(target.parent)
    if not (target.is_dir() and not target.is_symlink() and _exchange(new, target)):
        _replace_in_two(new, target)
    sync(target.parent)


def _replace_in_two(new: Path, target: Path) -> None:
    previous = target.with_name(target.name + PREVIOUS)
    if target.exists() or target.is_symlink():
        os.rename(target, previous)
    try:
        os.rename(new, target)
    finally:
        restore(target)


def restore(target: Path) -> None:
    """Undo an interrupted replacement: put the previous set back if there is no set."""
    previous = target.with_name(target.name + PREVIOUS)
    if previous.exists() and not target.exists():
        target.unlink(missing_ok=True)  # a link to a missing folder
        os.rename(previous, target)
    if previous.is_symlink():
        previous.unlink()
    shutil.rmtree(previous, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; return False if the operating system cannot."""
    if sys.platform not in ("linux", "darwin"):
        return False
    paths = os.fsencode(one), os.fsencode(other)
    system = ctypes.CDLL(None)
    with suppress(AttributeError):  # a C library that is too old
        if sys.platform == "darwin":
            return system.renamex_np(*paths, EXCHANGE) == 0
        return system.renameat2(HERE, paths[0], HERE, paths[1], EXCHANGE) == 0
    return False
