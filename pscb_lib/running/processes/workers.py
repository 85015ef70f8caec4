"""Call one function for many tasks, each in a process of its own, so many at once.

The caller only waits: whatever a task does to its process, the others go on.
"""

from __future__ import annotations

import signal
import time
from collections import deque
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from pscb_lib.board.settings import Limits
from pscb_lib.running.processes.processes import PROCESSES, kill, start


@dataclass(frozen=True)
class Died:
    """What is left of a task whose process ended without a result: why, in words."""

    why: str


@dataclass(frozen=True)
class _Running:
    task: Hashable
    process: BaseProcess
    ends: float


def run_each(work: Callable, tasks: Iterable[Hashable], workers: int, limits: Limits
             ) -> Iterator[tuple[Hashable, object]]:
    """Yield each task with what *work* gave back for it, or :class:`Died`, as they end."""
    waiting, running = deque(tasks), {}
    try:
        while waiting or running:
            while waiting and len(running) < workers:
                reader, begun = _begin(work, waiting.popleft(), limits)
                running[reader] = begun
            soonest = min(one.ends for one in running.values())
            ready = wait([*running], timeout=max(0, soonest - time.monotonic()))
            late = [reader for reader, one in running.items() if one.ends <= time.monotonic()]
            for reader in {*ready, *late}:
                one = running.pop(reader)
                yield one.task, _result(reader, one, is_late=reader not in ready)
    finally:
        for one in running.values():
            kill(one.process)


def _begin(work: Callable, task: Hashable, limits: Limits) -> tuple[Connection, _Running]:
    reader, writer = PROCESSES.Pipe(duplex=False)
    process = start(_send, work, task, writer, limits=limits)
    writer.close()
    return reader, _Running(task, process, time.monotonic() + limits.seconds)


def _send(work: Callable, task: Hashable, writer: Connection) -> None:
    writer.send(work(task))


def _result(reader: Connection, one: _Running, is_late: bool) -> object:
    with reader:
        try:
            if is_late:
                return Died("its process took longer than it may and was killed")
            result = reader.recv()
            one.process.join()
            return result
        except EOFError:
            one.process.join()
            return Died(f"its process ended with {_exit(one.process.exitcode)}")
        finally:
            kill(one.process)


def _exit(code: int) -> str:
    return f"exit code {code}" if code >= 0 else signal.Signals(-code).name
