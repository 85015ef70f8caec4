"""The streams on which all commands print: printing never raises, so a full log stops no work.

A log may be full or closed, or a pipe whose reader has gone. What cannot be printed is lost, and
the exit code stays that of the work. At the end the stream of errors says so if it can, unless a
reader had read enough and gone.
"""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

STANDARD = ("stdin", "stdout", "stderr")  # the files 0 to 2
NOT_READ = "its reader takes nothing more"


class Lenient(io.RawIOBase):
    """A raw stream that passes on what is written, and loses what cannot be passed on."""

    def __init__(self, raw: Any, owner: Any) -> None:
        super().__init__()
        self.raw, self.name, self.fault = raw, raw.name, ""
        self.owner = owner  # which would close the raw stream if it were not kept

    def write(self, data: Any) -> int:
        """Write to the stream below; return the number of bytes written or lost."""
        try:
            written: int | None = self.raw.write(data)
        except OSError as fault:
            self.fault = self.fault or ("" if fault.errno == errno.EPIPE else str(fault.strerror))
            return len(data)
        if written is None:
            self.fault = self.fault or NOT_READ
        return len(data) if written is None else written

    def writable(self) -> bool:
        """Whether it can be written, as all that is printed may be lost."""
        return True

    def fileno(self) -> int:
        """Return the number of the file below."""
        return int(self.raw.fileno())

    def isatty(self) -> bool:
        """Whether the stream below is a terminal."""
        return bool(self.raw.isatty())


@contextmanager
def lenient_streams() -> Iterator[None]:
    """Print leniently from now on, and say at the end what could not be printed."""
    _open_closed()
    sys.stdout, sys.stderr = _lenient(sys.stdout), _lenient(sys.stderr)
    try:
        yield
    finally:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        if fault := getattr(getattr(getattr(sys.stdout, "buffer", None), "raw", None), "fault", ""):
            print(f"pscb: what is printed is not whole ({fault})", file=sys.stderr, flush=True)


def _open_closed() -> None:
    """Open streams that the caller closed, or a file of ours would get their number."""
    with suppress(OSError):
        while (number := os.open(os.devnull, os.O_RDWR)) < len(STANDARD):
            os.set_inheritable(number, True)
        os.close(number)
    for number, name in enumerate(STANDARD):
        if getattr(sys, name) is None:
            mode = "w" if number else "r"
            setattr(sys, name, open(number, mode, encoding="utf-8", closefd=False))  # noqa: SIM115


def _lenient(stream: Any) -> Any:
    buffer = getattr(stream, "buffer", None)
    raw = buffer if isinstance(buffer, io.RawIOBase) else getattr(buffer, "raw", None)
    if raw is None or isinstance(raw, Lenient):
        return stream
    unknown = "backslashreplace" if stream.errors == "strict" else stream.errors
    return io.TextIOWrapper(io.BufferedWriter(Lenient(raw, stream)), stream.encoding, unknown,
                            line_buffering=stream.line_buffering,
                            write_through=stream.write_through)
