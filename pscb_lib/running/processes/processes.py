"""Start processes that lead their own group, have limits, and end when their starter ends.

On platforms with forkserver each process is forked from one server that has already imported
``pscb_lib.running.warm``. On others, and if the environment has ``PSCB_PROCESSES=spawn``, each
process starts cold.
"""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import sys
import tempfile
import threading
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import forkserver
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pscb_lib.board.settings import Limits
from pscb_lib.reading.findings import InputError

if TYPE_CHECKING:
    from multiprocessing.context import ForkContext, ForkServerContext, SpawnContext

FORKS = ("forkserver" in multiprocessing.get_all_start_methods()
         and os.environ.get("PSCB_PROCESSES") != "spawn")
PROCESSES: ForkServerContext | SpawnContext = (
    multiprocessing.get_context("forkserver") if FORKS else multiprocessing.get_context("spawn"))
# A command that has its imports already branches: a copy of itself costs least.
BRANCHES: ForkContext | ForkServerContext | SpawnContext = (
    multiprocessing.get_context("fork") if FORKS and sys.platform == "linux" else PROCESSES)
PRELOADED = ("pscb_lib.running.processes.sparing", "pscb_lib.running.warm")  # in this order
# A pool of threads cannot be forked, charts need no screen, and no debugger is used.
ENVIRONMENT = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MPLBACKEND": "agg",
               "PYDEVD_DISABLE_FILE_VALIDATION": "1"}
END_WITH_STARTER = 1  # PR_SET_PDEATHSIG, see prctl(2)


def warm_up() -> None:
    """Start the server, which imports while the caller goes on; its own processes reuse it.

    Raises InputError if no socket can be made in the temporary folder.
    """
    os.environ.update(ENVIRONMENT)
    if FORKS and forkserver.get_inherited_fds() is None:
        PROCESSES.set_forkserver_preload([*PRELOADED])
        try:
            forkserver.ensure_running()
        except OSError as fault:
            raise InputError.at(
                Path(tempfile.gettempdir()).name, f"no process can be started there ({fault})",
                "name a folder with a shorter path by TMPDIR") from None


def start(work: Callable, *arguments: object, limits: Limits) -> BaseProcess:
    """Call *work* with *arguments* in its own process."""
    process = PROCESSES.Process(target=_lead, args=(limits, work, arguments))
    process.start()
    return process


def branch(work: Callable, *arguments: object, memory_mib: int) -> BaseProcess:
    """Call *work* in a copy of this process, which may write for its readers as this one may."""
    process = BRANCHES.Process(target=_follow, args=(memory_mib, work, arguments))
    process.start()
    return process


def kill(process: BaseProcess) -> None:
    """Kill a process and all processes in its group, and wait until it has ended."""
    with suppress(ProcessLookupError, PermissionError):
        if os.name == "posix" and process.pid:
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()  # it may not lead its group yet
    process.join()


def _lead(limits: Limits, work: Callable, arguments: tuple) -> None:
    if os.name == "posix":
        import resource

        os.umask(0o077)  # no other user may read work in progress; publishing sets who may
        # A loop in compiled code cannot be interrupted: the limit on processor time ends it.
        _limit(resource.RLIMIT_CPU, limits.seconds)
    _grow(limits.memory_mib, work, arguments)


def _follow(memory_mib: int, work: Callable, arguments: tuple) -> None:
    if sys.platform == "linux":  # also in a loop of compiled code, in which no thread runs
        ctypes.CDLL(None).prctl(END_WITH_STARTER, signal.SIGKILL)
    _grow(memory_mib, work, arguments)


def _grow(memory_mib: int, work: Callable, arguments: tuple) -> None:
    _keep_server()
    if os.name == "posix":
        import resource

        os.setsid()
        _limit(resource.RLIMIT_AS, memory_mib * 2**20)
    threading.Thread(target=_end_with_starter, daemon=True).start()
    work(*arguments)


def _limit(what: int, most: int) -> None:
    """Limit this process to *most*, or to its present limit if that is lower."""
    import resource

    _, present = resource.getrlimit(what)
    if present != resource.RLIM_INFINITY:
        most = min(most, present)
    resource.setrlimit(what, (most, most))


def _keep_server() -> None:
    """Make a process that the server forked use the same server for its kernel.

    Its docstring says that ensure_running does nothing there, but it would start a second server,
    which is cold.
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
