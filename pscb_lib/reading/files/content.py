"""Read the bytes of a file, and refuse one that is too large, protected or damaged.

The size of a file, and of what a workbook (an archive) unpacks to, is checked before it is
parsed, so that a harmful file takes a bounded time and memory.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Unpack

from pscb_lib.reading.findings import InputError, Missing, Place
from pscb_lib.reading.strange import refuse_strange
from pscb_lib.reading.watched import took_too_much

MOST_BYTES = 150_000_000
MOST_UNPACKED = 300_000_000
MOST_PARTS = 10_000
LARGE_PART, MOST_TIMES = 10_000_000, 150
ARCHIVE, OLD_OFFICE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
DOCTYPES = tuple("<!DOCTYPE".encode(coding) for coding in ("ascii", "utf-16-le", "utf-16-be"))
PROLOG = 4_000
SAVE_AGAIN = "open it in Excel, remove any password and save it as xlsx"


@dataclass(frozen=True)
class Content:
    """A file's name, its bytes and their SHA-256."""

    name: str
    suffix: str
    data: bytes
    sha256: str

    def refusal(self, rule: str, remedy: str = SAVE_AGAIN, **place: Unpack[Place]) -> InputError:
        """An error that refuses this file, with the rule and the remedy."""
        return InputError.at(self.name, rule, remedy, **place)


def read_content(path: Path) -> Content:
    """Read a file's bytes. Raises InputError if it is missing, locked or too large."""
    if path.name.startswith(("~$", ".~lock")):
        raise InputError.at(path.name, "is the lock file of a workbook that is open elsewhere",
                            "close the workbook and send that")
    refuse_strange(path)
    try:
        if path.stat().st_size > MOST_BYTES:
            raise InputError.at(path.name, f"has {path.stat().st_size:,} bytes; at most "
                                f"{MOST_BYTES:,} are read", "send one period in one file")
        data = path.read_bytes()
    except FileNotFoundError:
        raise Missing.at(path.name, "the file is missing", f"put it in {path.parent.name}"
                         ) from None
    except OSError as fault:
        raise InputError.at(path.name, f"the file cannot be read ({fault.strerror})",
                            "close it in other programs and check who may read it") from None
    return Content(path.name, path.suffix.lower(), data, hashlib.sha256(data).hexdigest())


def check_archive(content: Content) -> None:
    """Raise InputError if the file is not a workbook, is protected or unpacks to too much."""
    check_password(content)
    try:
        with zipfile.ZipFile(io.BytesIO(content.data)) as archive:
            _check_sizes(content, archive.infolist())
            _check_prologs(content, archive)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError, EOFError):
        raise not_a_workbook(content) from None
    except zlib.error:
        raise not_a_workbook(content) from None


def check_password(content: Content) -> None:
    """Raise InputError if the workbook is encrypted with a password."""
    if content.data.startswith(OLD_OFFICE) and ENCRYPTED in content.data:
        raise protected(content)


def protected(content: Content) -> InputError:
    """The error for a workbook protected by a password."""
    return content.refusal("is protected by a password",
                           "open it in Excel, remove the password and save it")


def unreadable(content: Content, fault: BaseException) -> InputError:
    """The error for a file at which its reader stopped: it takes too much memory, or is damaged."""
    if isinstance(fault, MemoryError):
        return took_too_much(content.name, "takes more memory to read than this process may have")
    return not_a_workbook(content)


def not_a_workbook(content: Content) -> InputError:
    """The error for a file that cannot be opened as a workbook."""
    return content.refusal("is not a workbook that can be opened")


def _check_sizes(content: Content, parts: list[zipfile.ZipInfo]) -> None:
    unpacked = sum(part.file_size for part in parts)
    swollen = any(part.file_size > LARGE_PART
                  and part.file_size > MOST_TIMES * max(part.compress_size, 1) for part in parts)
    if unpacked > MOST_UNPACKED or len(parts) > MOST_PARTS or swollen:
        raise content.refusal(
            f"would unpack to {unpacked:,} bytes in {len(parts):,} parts, from "
            f"{len(content.data):,}; at most {MOST_UNPACKED:,} are read, and no part of more "
            f"than {MOST_TIMES} times its packed size", "copy the table into a new workbook")


def _check_prologs(content: Content, archive: zipfile.ZipFile) -> None:
    for part in archive.infolist():
        if part.filename.lower().endswith((".xml", ".rels")):
            with archive.open(part) as opened:
                prolog = opened.read(PROLOG)
            if any(mark in prolog for mark in DOCTYPES):
                raise content.refusal("holds an XML document type, which no spreadsheet needs",
                                      "copy the table into a new workbook")
