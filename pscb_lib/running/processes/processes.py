"""Processes that lead a group of their own, within limits, and die with who started them.

Imports are paid once: where the platform has it, each process is forked from one warm server,
which has imported ``pscb_lib.running.warm`` and nothing else; elsewhere each starts cold, and so
does each where the environment has ``PSCB_PROCESSES=spawn``.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import tempfile
import threading
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import forkserver
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psutil

from pscb_lib.board.settings import Limits
from pscb_lib.reading.findings import InputError

if TYPE_CHECKING:
    from multiprocessing.context import ForkServerContext, SpawnContext

FORKS = ("forkserver" in multiprocessing.get_all_start_methods()
         and os.environ.get("PSCB_PROCESSES") != "spawn")
PROCESSES: ForkServerContext | SpawnContext = (
    multiprocessing.get_context("forkserver") if FORKS else multiprocessing.get_context("spawn"))
# A pool of threads may not be forked, a chart is drawn on no screen, and nobody debugs.
ENVIRONMENT = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MPLBACKEND": "agg",
               "PYDEVD_DISABLE_FILE_VALIDATION": "1"}

TICKS = 19  # the place of the start behind the name in /proc/<pid>/stat, see proc(5)
SLACK = 120  # seconds that a clock set anew may move the start of a process by, elsewhere


def warm_up() -> None:
    """Start the server; it imports while the caller goes on. One that it forked asks it again.

    Raises InputError where the folder for sockets cannot hold any.
    """
    os.environ.update(ENVIRONMENT)
    if FORKS and forkserver.get_inherited_fds() is None:
        PROCESSES.set_forkserver_preload(["pscb_lib.running.warm"])
        try:
            forkserver.ensure_running()
        except OSError as fault:
            raise InputError.at(
                Path(tempfile.gettempdir()).name, f"no process can be started there ({fault})",
                "name a folder with a shorter path by TMPDIR") from None


def start(work: Callable, *arguments: object, limits: Limits) -> BaseProcess:
    """Call *work* with *arguments* in a process of its own."""
    process = PROCESSES.Process(target=_lead, args=(limits, work, arguments))
    process.start()
    return process


def kill(process: BaseProcess) -> None:
    """Kill a process with all that it started in its group, and wait until it is gone."""
    with suppress(ProcessLookupError, PermissionError):
        if os.name == "posix" and process.pid:
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()  # it may not lead its group yet
    process.join()


def is_alive(pid: int) -> bool:
    """Whether a process runs on this machine; one that was killed and not yet buried does not."""
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def start_of(pid: int) -> str | float:
    """When a process started: on Linux the boot and the ticks since, which no clock moves."""
    try:
        boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        told = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
        return f"{boot} {told.rpartition(')')[2].split()[TICKS]}"
    except OSError:
        return psutil.Process(pid).create_time()


def is_still(pid: int, started: str | float) -> bool:
    """Whether the process that *started* then runs, and no later one of its number."""
    try:
        now = start_of(pid)
    except psutil.NoSuchProcess:
        return False
    if isinstance(now, str) or isinstance(started, str):
        return is_alive(pid) and now == started
    return is_alive(pid) and abs(now - started) <= SLACK


def _lead(limits: Limits, work: Callable, arguments: tuple) -> None:
    _keep_server()
    if os.name == "posix":
        import resource

        os.umask(0o077)  # what is in progress is nobody else's; what is published says whose
        os.setsid()
        _limit(resource.RLIMIT_AS, limits.memory_mib * 2**20)
        # A loop in compiled code hears nobody: processor time ends it at the latest.
        _limit(resource.RLIMIT_CPU, limits.seconds)
    threading.Thread(target=_end_with_starter, daemon=True).start()
    work(*arguments)


def _limit(what: int, most: int) -> None:
    """Limit this process to *most*, or to what stands already where that is lower."""
    import resource

    _, stands = resource.getrlimit(what)
    if stands != resource.RLIM_INFINITY:
        most = min(most, stands)
    resource.setrlimit(what, (most, most))


def _keep_server() -> None:
    """Have a process that the server forked ask that same server for its kernel.

    By its docstring ensure_running does nothing there; in fact it would start a second server,
    a cold one.
    """
    if FORKS:
        servers: Any = forkserver.ForkServer
        servers.ensure_running = lambda server: None


def _end_with_starter() -> None:
    if starter := multiprocessing.parent_process():
        starter.join()
    if os.name == "posix":
        os.killpg(0, signal.SIGKILL)
    os._exit(1)
