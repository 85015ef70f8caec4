"""Call one function for many tasks, each in its own process, several at a time.

If the process of a task dies, the other tasks go on.
"""

from __future__ import annotations

import signal
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar

from pscb_lib.board.settings import Limits
from pscb_lib.running.processes.processes import PROCESSES, kill, start

Task = TypeVar("Task")
Result = TypeVar("Result")


@dataclass(frozen=True)
class Died:
    """The result of a task whose process ended without one: why, in words."""

    why: str


@dataclass(frozen=True)
class _Running(Generic[Task]):
    task: Task
    process: BaseProcess
    ends: float


def run_each(work: Callable[[Task], Result], tasks: Iterable[Task], workers: int, limits: Limits
             ) -> Iterator[tuple[Task, Result | Died]]:
    """Yield each task with the result of *work*, or :class:`Died`, as they end."""
    waiting = deque(tasks)
    running: dict[Connection, _Running[Task]] = {}
    try:
        while waiting or running:
            while waiting and len(running) < workers:
                reader, begun = _begin(work, waiting.popleft(), limits)
                running[reader] = begun
            soonest = min(one.ends for one in running.values())
            ready = wait([*running], timeout=max(0, soonest - time.monotonic()))
            now = time.monotonic()
            for reader in [reader for reader, one in running.items()
                           if reader in ready or one.ends <= now]:
                one = running.pop(reader)
                yield one.task, _result(reader, one, is_late=reader not in ready)
    finally:
        for one in running.values():
            kill(one.process)


def _begin(work: Callable[[Task], Result], task: Task, limits: Limits
           ) -> tuple[Connection, _Running[Task]]:
    reader, writer = PROCESSES.Pipe(duplex=False)
    process = start(_send, work, task, writer, limits=limits)
    writer.close()
    return reader, _Running(task, process, time.monotonic() + limits.seconds)


def _send(work: Callable[[Task], Result], task: Task, writer: Connection) -> None:
    writer.send(work(task))


def _result(reader: Connection, one: _Running[Task], is_late: bool) -> Any:
    with reader:
        try:
            if is_late:
                return Died("its process took longer than the limit and was killed")
            result = reader.recv()
            one.process.join()
            return result
        except EOFError:
            one.process.join()
            return Died(f"its process ended with {_exit(one.process.exitcode)}")
        finally:
            kill(one.process)


def _exit(code: int | None) -> str:
    return signal.Signals(-code).name if code and code < 0 else f"exit code {code}"
