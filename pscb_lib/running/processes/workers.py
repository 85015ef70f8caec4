"""Call one function for many tasks, each in its own process, several at a time.

If the process of a task dies, the other tasks go on.
"""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar

from pscb_lib.board.settings import Limits
from pscb_lib.framework.english import count_of
from pscb_lib.reading.watched import watch
from pscb_lib.running.processes.processes import PROCESSES, kill, start

Task = TypeVar("Task")
Result = TypeVar("Result")


@dataclass(frozen=True)
class Died:
    """The result of a task whose process ended without one: why, in words.

    ``file`` is the return that it read at the end, if it told; ``ended`` is then why, of the file.
    """

    why: str
    file: str = ""
    ended: str = ""


@dataclass(frozen=True)
class Opened:
    """What a process tells: the return that it reads from now on, or none."""

    file: str


@dataclass
class _Running(Generic[Task]):
    task: Task
    process: BaseProcess
    limits: Limits
    ends: float
    file: str = ""


def run_each(work: Callable[[Task], Result], tasks: Iterable[Task], workers: int,
             limits: Limits | Callable[[Task], Limits], tells: bool = False,
             began: Callable[[Task], object] = lambda task: None
             ) -> Iterator[tuple[Task, Result | Died]]:
    """Yield each task with the result of *work*, or :class:`Died`, as they end.

    *tasks* that are a list are taken off it, and the caller may put more on it meanwhile. *limits*
    are the same for all, or a function of the task. If a process *tells*, what it dies of is said
    of the return that it reads. *began* is called with each task whose process has started.
    """
    waiting = tasks if isinstance(tasks, list) else list(tasks)
    limits_of = limits if callable(limits) else lambda task: limits
    running: dict[Connection, _Running[Task]] = {}
    try:
        while waiting or running:
            while waiting and len(running) < workers:
                task = waiting.pop(0)
                reader, begun = _begin(work, task, limits_of(task), tells)
                running[reader] = begun
                began(begun.task)
            soonest = min(one.ends for one in running.values())
            ready = wait([*running], timeout=max(0, soonest - time.monotonic()))
            now = time.monotonic()
            for reader in [reader for reader, one in running.items()
                           if reader in ready or one.ends <= now]:
                one = running[reader]
                result = receive(reader) if reader in ready else late(one.limits.seconds)
                if isinstance(result, Opened):
                    one.file = result.file
                    continue
                del running[reader]
                yield one.task, end(reader, one.process, result, one.file)
    finally:
        for one in running.values():
            kill(one.process)


def _begin(work: Callable[[Task], Result], task: Task, limits: Limits, tells: bool
           ) -> tuple[Connection, _Running[Task]]:
    reader, writer = PROCESSES.Pipe(duplex=False)
    process = start(_send, work, task, writer, tells, limits=limits)
    writer.close()
    return reader, _Running(task, process, limits, time.monotonic() + limits.seconds)


def _send(work: Callable[[Task], Result], task: Task, writer: Connection, tells: bool) -> None:
    if tells:
        watch(lambda file: writer.send(Opened(file)), {})
    try:
        result: Result | Died = work(task)
    except MemoryError:
        result = full()
    writer.send(result)


def receive(reader: Connection) -> Any:
    """Receive what a process sends; None if it has ended."""
    try:
        return reader.recv()
    except EOFError:
        return None


def end(reader: Connection, process: BaseProcess, result: Any, file: str) -> Any:
    """End a process; return its result, or that it died without one while it read *file*."""
    try:
        if result is None:
            process.join()
            exited = _exit(process.exitcode)
            result = Died(f"its process ended with {exited}", ended=f"ended the process that read "
                          f"it ({exited})")
        elif not isinstance(result, Died):
            process.join()
    finally:
        kill(process)
        reader.close()
    return Died(result.why, file, result.ended) if isinstance(result, Died) else result


def late(seconds: int) -> Died:
    """What is said of a process that took longer than *seconds*."""
    return Died("its process took longer than the limit and was killed",
                ended=f"took longer than {count_of(seconds, 'second')} to read")


def full() -> Died:
    """What is said of a process that ran out of memory."""
    return Died("its process took more memory than the limit",
                ended="took more memory to read than the limit")


def _exit(code: int | None) -> str:
    return signal.Signals(-code).name if code and code < 0 else f"exit code {code}"
