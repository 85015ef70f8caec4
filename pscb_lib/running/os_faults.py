"""What the operating system's faults mean to who runs the suite, and what to do."""

from __future__ import annotations

import errno
from pathlib import Path

SAYS = {
    errno.ENOSPC: "the disk is full; free some space and run again",
    errno.EDQUOT: "the disk quota is used up; free some space and run again",
    errno.EACCES: "cannot be read or written; check who may, and close it in other programs",
    errno.EPERM: "cannot be changed; check who may, and close it in other programs",
    errno.EROFS: "is on a disk that cannot be written; name another with --out",
    errno.EISDIR: "is a folder where a file should be; move it away",
    errno.ENOTDIR: "is a file where a folder should be; move it away",
    errno.EEXIST: "is there and is not ours; move it away",
    errno.ENXIO: "is a pipe or a socket where a file should be; move it away",
    errno.ENAMETOOLONG: "has too long a name; shorten it",
    errno.EIO: "the disk has a fault; copy its files and have it checked",
}


def say_fault(fault: OSError) -> str:
    """Return a fault as one line, with the name of the file."""
    name = Path(str(fault.filename)).name if fault.filename else "the outputs"
    other = f"cannot be used ({fault.strerror or type(fault).__name__})"
    return f"{name}: {SAYS.get(fault.errno or 0, other)}"
