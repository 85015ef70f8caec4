"""Small disks to fill, to make read-only or to cut off; only root may mount them."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

MIB = 2**20


def _done(*command: str) -> bool:
    return subprocess.run(command, capture_output=True).returncode == 0


@contextmanager
def mounted(folder: Path, *options: str) -> Iterator[Path]:
    """Mount something on a folder during a test."""
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(["mount", *options, str(folder)], check=True, capture_output=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def small_disk(folder: Path, size: int = 2 * MIB) -> Iterator[Path]:
    """Mount a disk in memory that is full after *size* bytes."""
    return mounted(folder, "-t", "tmpfs", "-o", f"size={size}", "tmpfs")


def make_image(path: Path, size: int = 8 * MIB) -> Path:
    """Make a file that is a disk with the usual journalling file system of Linux."""
    with path.open("wb") as image:
        image.truncate(size)
    command = ["mkfs.ext4", "-q", "-J", "size=1", "-O", "^resize_inode", str(path)]
    subprocess.run(command, check=True)
    return path


@cache
def can_mount() -> bool:
    """Whether this user may mount a disk in memory here."""
    if os.name != "posix" or not hasattr(os, "geteuid") or os.geteuid() != 0:
        return False
    with TemporaryDirectory() as folder:
        done = _done("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder)
        return done and _done("umount", folder)


@cache
def can_mount_images() -> bool:
    """Whether a file can be mounted as a disk here."""
    if not can_mount() or shutil.which("mkfs.ext4") is None:
        return False
    with TemporaryDirectory() as folder:
        image, place = make_image(Path(folder) / "image"), Path(folder) / "disk"
        place.mkdir()
        done = _done("mount", "-o", "loop", str(image), str(place))
        return done and _done("umount", str(place))


needs_mounts = pytest.mark.skipif(
    not can_mount(), reason="a small disk is needed, and only root may mount one")
needs_images = pytest.mark.skipif(
    not can_mount_images(), reason="a file mounted as a disk is needed: root, loop and mkfs.ext4")
