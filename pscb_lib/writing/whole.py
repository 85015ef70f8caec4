"""Write a file beside its place, sync it and rename it, so that it is there whole or not at all.

A reader, a killed process or a full disk finds the old file or the new one. What a killed process
left beside is removed by the next write into the same folder, or by the next run. ``draft_`` writes
a file of a folder that is itself put in its place as a whole, or that nobody keeps.
"""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import EEXIST
from pathlib import Path
from stat import S_IMODE

from pscb_lib.reading.findings import InputError
from pscb_lib.writing.folders import sync
from pscb_lib.writing.holders import is_alive, is_seen_by_name, place_of_process

MARK, END = ".pscb-", ".new"  # the dot keeps it from being taken for a return or a decision
A_DAY = 86_400 * 10**9  # nanoseconds; no write takes so long


@contextmanager
def whole(path: Path, mode: int | None = None) -> Iterator[Path]:
    """Yield the path of a new file beside *path*, and put it there when the block ends well.

    Its permissions are *mode*, else those of the file it replaces, else those of any new file.
    Raises OSError, which names *path*, if it cannot be written, and leaves *path* as it was.
    """
    beside = _beside(path)
    try:
        if path.exists() and not path.is_file():  # a folder, a pipe, a device
            raise FileExistsError(EEXIST, "is not a file")
        os.close(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
        _clear_left(beside)
        yield beside
        kept = mode if mode is not None else _mode_of(path)
        if kept is not None:
            beside.chmod(kept)
        sync(beside)
        os.replace(beside, path)
        sync(path.parent)
    except OSError as fault:
        fault.filename = str(path)
        fault.filename2 = None
        raise
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def write_bytes(path: Path, data: bytes, mode: int | None = None) -> None:
    """Write or replace a file, whole or not at all; see :func:`whole`."""
    with whole(path, mode) as beside:
        beside.write_bytes(data)


def write_text(path: Path, text: str, mode: int | None = None) -> None:
    """Write or replace a file of UTF-8 text with plain line ends; see :func:`whole`."""
    write_bytes(path, text.encode(), mode)


def write_once(path: Path, text: str, mode: int) -> None:
    """Write a file unless it is there already: of two processes the first one writes it.

    Raises OSError if it cannot be written.
    """
    beside = _beside(path)
    try:
        file = os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, mode)
        with os.fdopen(file, "w", encoding="utf-8", newline="\n") as opened:
            opened.write(text)
            opened.flush()
            os.fsync(opened.fileno())
        name_once(beside, path)
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def name_once(beside: Path, path: Path) -> None:
    """Give a file its name, unless another process was first: a rename would replace its file."""
    try:
        os.link(beside, path)
    except FileExistsError:
        pass
    except OSError:  # a disk without links
        if not path.exists():
            os.rename(beside, path)


@contextmanager
def whole_folder(path: Path, mode: int) -> Iterator[Path]:
    """Yield a new folder beside *path*, which is put there when the block ends well.

    Raises OSError if *path* is there already or cannot be written.
    """
    beside = _beside(path)
    beside.mkdir(mode=0o700)
    try:
        _clear_left(beside)
        yield beside
        beside.chmod(mode)
        for each in (*beside.iterdir(), beside):
            sync(each)
        os.rename(beside, path)
        sync(path.parent)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def draft_text(path: Path, text: str) -> None:
    """Write a file of UTF-8 text in a folder that nobody reads before it is whole."""
    path.write_text(text, encoding="utf-8", newline="\n")


def draft_bytes(path: Path, data: bytes) -> None:
    """Write a file in a folder that nobody reads before it is whole."""
    path.write_bytes(data)


@contextmanager
def refusing(path: Path) -> Iterator[None]:
    """Turn an OSError into the InputError that says that *path* cannot be written, and why."""
    try:
        yield
    except OSError as fault:
        why = f" ({fault.strerror})" if fault.strerror else ""
        raise InputError.at(path.name, f"cannot be written{why}", "close it in other programs, "
                            "and check the disk space and who may write there") from None


def _beside(path: Path) -> Path:
    name = f"{MARK}{place_of_process()}-{os.getpid()}-{secrets.token_hex(4)}{END}"
    return path.with_name(name)


def _mode_of(path: Path) -> int | None:
    with suppress(FileNotFoundError):
        return S_IMODE(path.stat().st_mode)
    return None


def clear_left(folder: Path) -> None:
    """Remove what killed processes of this machine left in *folder* and below."""
    for left in folder.rglob(f"{MARK}*{END}"):
        place, process = _writer_of(left)
        if process.isdecimal() and is_seen_by_name(place, process) and not is_alive(int(process)):
            _remove(left)


def _clear_left(beside: Path) -> None:
    """Remove what killed processes left here: of this machine at once, of others after a day.

    Both times are those of the disk, so no two clocks are compared.
    """
    now = beside.stat().st_mtime_ns
    for left in beside.parent.glob(f"{MARK}*{END}"):
        place, process = _writer_of(left)
        with suppress(OSError):
            if (not is_alive(int(process)) if is_seen_by_name(place, process)
                    else now - left.lstat().st_mtime_ns > A_DAY):
                _remove(left)


def _writer_of(left: Path) -> tuple[str, str]:
    """The place and the number of the process that wrote a file, by its name."""
    place, _, rest = left.name.removeprefix(MARK).partition("-")
    return place, rest.partition("-")[0]


def _remove(left: Path) -> None:
    with suppress(OSError):
        shutil.rmtree(left) if left.is_dir() else left.unlink()
