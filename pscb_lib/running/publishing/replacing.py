"""Put a finished set in the place of the last one: whole, safe on the disk, by one rename.

Where the system can exchange two folders, a reader finds a whole set at every instant. Where it
cannot, two renames leave none for an instant, and a run cut short there is undone by the next.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path

from pscb_lib.reading.findings import InputError

PREVIOUS = ".previous"
FILE, FOLDER = 0o640, 0o750  # readers are the owner's group, whatever the umask
HERE, EXCHANGE = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS


def replace_set(new: Path, target: Path) -> None:
    """Put the finished folder *new* in the place of *target*, by rename, or change nothing.

    The set that stood there is then at *new*, or gone. Raises InputError where a folder above
    *target* is a link: who made it would have the set written elsewhere.
    """
    refuse_link(target.parent)
    restore(target)
    secure(new)
    make_folder(target.parent)
    if not (target.is_dir() and not target.is_symlink() and _exchange(new, target)):
        _replace_in_two(new, target)
    _sync(target.parent)


def _replace_in_two(new: Path, target: Path) -> None:
    previous = target.with_name(target.name + PREVIOUS)
    if target.exists() or target.is_symlink():
        os.rename(target, previous)
    try:
        os.rename(new, target)
    finally:
        restore(target)


def restore(target: Path) -> None:
    """Undo a replacement that was cut short: the previous set comes back where none stands."""
    previous = target.with_name(target.name + PREVIOUS)
    if previous.exists() and not target.exists():
        target.unlink(missing_ok=True)  # a link to what is gone
        os.rename(previous, target)
    if previous.is_symlink():
        previous.unlink()
    shutil.rmtree(previous, ignore_errors=True)


def refuse_link(folder: Path) -> None:
    """Raise InputError where *folder*, an absolute path, has become a link or lies in one."""
    if folder.resolve() != folder:
        raise InputError.at(folder.name, "the folder has been replaced by a link, nothing is "
                            "written there", "remove the link and run again")


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it that are missing, as its readers may use it."""
    for each in reversed([folder, *folder.parents]):
        if not each.exists():
            each.mkdir(exist_ok=True)
            each.chmod(FOLDER)


def secure(folder: Path) -> None:
    """Set who may read all that is in *folder*, and have it on the disk before it is published.

    Without that, a power cut after the rename can leave a set of empty files.
    """
    for path in [*folder.rglob("*"), folder]:
        path.chmod(FOLDER if path.is_dir() else FILE)
        _sync(path)


def _sync(path: Path) -> None:
    """Wait until a file, or a folder's list of names, is on the disk."""
    if path.is_dir() and os.name != "posix":
        return
    with suppress(PermissionError):
        file = os.open(path, os.O_RDONLY if os.name == "posix" else os.O_RDWR)
        try:
            os.fsync(file)
        finally:
            os.close(file)


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; False where the system cannot."""
    if sys.platform not in ("linux", "darwin"):
        return False
    paths = os.fsencode(one), os.fsencode(other)
    system = ctypes.CDLL(None)
    with suppress(AttributeError):  # a C library that is too old
        if sys.platform == "darwin":
            return system.renamex_np(*paths, EXCHANGE) == 0
        return system.renameat2(HERE, paths[0], HERE, paths[1], EXCHANGE) == 0
    return False
