"""Folders that others read, and names and bytes synced to the disk."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from pscb_lib.reading.findings import InputError

FILE, FOLDER = 0o640, 0o750  # readers are the owner's group, whatever the umask


def refuse_link(folder: Path) -> None:
    """Raise InputError if *folder*, an absolute path, has become a link or is inside one."""
    if folder.resolve() != folder:
        raise InputError.at(folder.name, "the folder has been replaced by a link, nothing is "
                            "written there", "remove the link and run again")


def make_folder(folder: Path) -> None:
    """Make a folder and the missing ones above it, with the permissions for its readers."""
    for each in reversed([folder, *folder.parents]):
        if not each.exists():
            each.mkdir(exist_ok=True)
            each.chmod(FOLDER)


def secure(folder: Path) -> None:
    """Set the permissions of all files in *folder*, and sync them to the disk.

    Without the sync, a power cut after the rename can leave a set of empty files.
    """
    for path in [*folder.rglob("*"), folder]:
        path.chmod(FOLDER if path.is_dir() else FILE)
        sync(path)


def sync(path: Path) -> None:
    """Wait until a file, or a folder's list of names, is written to the disk."""
    if path.is_dir() and os.name != "posix":
        return
    with suppress(PermissionError):
        file = os.open(path, os.O_RDONLY if os.name == "posix" else os.O_RDWR)
        try:
            os.fsync(file)
        finally:
            os.close(file)
