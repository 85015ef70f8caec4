"""Call a function that reads returns in a process with limits, which each return has anew.

A return that takes more memory or seconds is refused by name: the function is called again and
may not open it. Nothing that the process prints is lost: it is printed by the caller.
"""

from __future__ import annotations

import io
import os
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from math import inf
from multiprocessing.connection import Connection
from pathlib import Path
from pickle import PicklingError
from typing import Any, TextIO, TypeVar

from pscb_lib.board.settings import Limits
from pscb_lib.reading.findings import InputError
from pscb_lib.reading.watched import watch
from pscb_lib.running.processes.processes import BRANCHES, ENVIRONMENT, branch, kill
from pscb_lib.running.processes.workers import Died, Opened, end, full, late, receive
from pscb_lib.running.tracing import keep_trace

Value = TypeVar("Value")
Like = tuple[str, str | None]  # the encoding of a stream, and what it does with other letters
MOST_HELD = 10_000  # bytes
MOST_WAITED = 3_600  # seconds, for a clock that counts no further


@dataclass(frozen=True)
class Said:
    """What a process prints, and whether it is for the stream of errors."""

    content: bytes
    is_error: bool


@dataclass(frozen=True)
class Ended:
    """How a call ended: its exit code and what it returned, or the error that it raised."""

    code: int = 0
    fault: Exception | None = None
    value: Any = None


def call_limited(work: Callable[..., object], arguments: Mapping[str, object], limits: Limits
                 ) -> int:
    """Call *work* with *arguments* within *limits*; return the exit code.

    Raises what *work* raises, and InputError if its process dies.
    """
    return _end_of(work, arguments, limits).code


def value_limited(work: Callable[..., Value], arguments: Mapping[str, object], limits: Limits
                  ) -> Value:
    """Call *work* as :func:`call_limited` does, and return what it returns."""
    value: Value = _end_of(work, arguments, limits).value
    return value


def _end_of(work: Callable[..., object], arguments: Mapping[str, object], limits: Limits) -> Ended:
    os.environ.update(ENVIRONMENT)
    stopped: dict[str, str] = {}
    while True:
        ended = _call_once(work, arguments, limits, stopped)
        if isinstance(ended, Ended):
            if ended.fault:
                raise ended.fault
            return ended
        if not ended.file or ended.file in stopped:
            raise InputError(f"the command could not be ended: {ended.why}")
        stopped[ended.file] = ended.ended


def _call_once(work: Callable[..., object], arguments: Mapping[str, object], limits: Limits,
               stopped: Mapping[str, str]) -> Ended | Died:
    reader, writer = BRANCHES.Pipe(duplex=False)
    process = branch(_call, work, arguments, writer, Path.cwd(), stopped,
                     *map(_like, (sys.stdout, sys.stderr)), memory_mib=limits.memory_mib)
    writer.close()
    file, ends = "", time.monotonic() + limits.seconds
    try:
        while True:
            result = _next(reader, ends, limits.seconds)
            if isinstance(result, Opened):
                file = result.file
                ends = time.monotonic() + limits.seconds if file else inf
            elif isinstance(result, Said):
                _print(result)
            else:
                return end(reader, process, result, file)
    finally:
        kill(process)


def _print(said: Said) -> None:
    stream = sys.stderr if said.is_error else sys.stdout
    stream.buffer.write(said.content)
    stream.buffer.flush()


def _next(reader: Connection, ends: float, seconds: int) -> Any:
    """Receive what a process sends next, or that it is late."""
    while time.monotonic() < ends:
        if reader.poll(min(MOST_WAITED, ends - time.monotonic())):
            return receive(reader)
    return late(seconds)


def _call(work: Callable[..., object], arguments: Mapping[str, object], writer: Connection,
          folder: Path, stopped: Mapping[str, str], *like: Like) -> None:
    os.chdir(folder)
    watch(lambda file: writer.send(Opened(file)), stopped)
    printed = _Sent(writer)
    errors = _Sent(writer, printed)
    with (redirect_stdout(_stream(printed, like[0])) as out,
          redirect_stderr(_stream(errors, like[1]))):
        ended = _ended(work, arguments)
        out.flush()
    errors.send()
    try:
        writer.send(ended)
    except (PicklingError, TypeError, AttributeError):
        fault = RuntimeError("an error that cannot be sent to another process")
        fault.__notes__ = getattr(getattr(ended, "fault", None), "__notes__", [])
        writer.send(Ended(fault=fault))


def _ended(work: Callable[..., object], arguments: Mapping[str, object]) -> Ended | Died:
    try:
        return Ended(value=work(**arguments))
    except SystemExit as left:
        return Ended(left.code if isinstance(left.code, int) else int(left.code is not None))
    except MemoryError:
        return full()
    except Exception as fault:  # it is raised again by the caller
        keep_trace(fault)
        return Ended(fault=fault)


class _Sent(io.RawIOBase):
    """A raw stream whose content is sent to the caller.

    The stream of errors is sent at once, after what was *printed* before.
    """

    def __init__(self, writer: Connection, printed: _Sent | None = None) -> None:
        super().__init__()
        self.writer, self.printed, self.held = writer, printed, b""

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self.held += bytes(data)
        if self.printed or len(self.held) > MOST_HELD:
            self.send()
        return len(data)

    def send(self) -> None:
        """Send what is held."""
        if self.printed:
            self.printed.send()
        if self.held:
            self.writer.send(Said(self.held, is_error=self.printed is not None))
            self.held = b""


def _like(stream: TextIO) -> Like:
    return stream.encoding, stream.errors


def _stream(sent: _Sent, like: Like) -> io.TextIOWrapper:
    """A stream to print on, with the letters that its caller's stream has."""
    return io.TextIOWrapper(io.BufferedWriter(sent), *like, line_buffering=True)
