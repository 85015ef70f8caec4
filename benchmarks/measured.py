"""Run a command and measure it with all the processes that it starts, orphans too (Linux)."""

from __future__ import annotations

import ctypes
import os
import resource
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

NO_BYTE_CODE = "PYTHONDONTWRITEBYTECODE"
ADOPTS = 36  # PR_SET_CHILD_SUBREAPER: whose starter has ended is waited for here


@dataclass(frozen=True)
class Measured:
    """Seconds by the clock, processor seconds of all processes, MiB of the largest."""

    wall: float
    processor: float
    peak_mib: float


def measure(command: Sequence[str | Path], folder: Path, environment: Mapping[str, str] = {}
            ) -> Measured:
    """Run *command* in *folder*, quietly, in a process that waits for all it has started.

    Byte code is kept, as it is wherever the suite is installed.
    """
    here = {name: value for name, value in os.environ.items() if name != NO_BYTE_CODE}
    reader, writer = get_context("fork").Pipe(duplex=False)
    process = get_context("fork").Process(target=_adopt, args=(
        writer, [*map(str, command)], folder, {**here, **environment}))
    process.start()
    code, measured = reader.recv()
    process.join()
    if code:
        raise SystemExit(f"{' '.join(map(str, command))} ended with {code}")
    return measured


def _adopt(writer: Connection, command: list[str], folder: Path, environment: dict[str, str]
           ) -> None:
    ctypes.CDLL(None).prctl(ADOPTS, 1)
    start = time.perf_counter()
    done = subprocess.run(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL,
                          stderr=subprocess.DEVNULL, check=False)
    wall = time.perf_counter() - start
    while True:
        try:
            os.wait()
        except ChildProcessError:
            break
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    writer.send((done.returncode, Measured(wall, used.ru_utime + used.ru_stime,
                                           used.ru_maxrss / 1024)))


def python(*arguments: str | Path) -> list[str | Path]:
    """The command that runs a module or a script with the Python that measures."""
    return [sys.executable, *arguments]
