"""Start a kernel for one report: a process of ours that becomes an ipykernel, reached by IPC.

jupyter_client starts a kernel through a provisioner; this one forks it from the warm server
instead of running a command. Its sockets and settings are in a private folder, because other users
of the host could read TCP, and a user's ``~/.ipython`` must not change a report.
"""

from __future__ import annotations

import asyncio
import os
import sys
import time
from contextlib import suppress
from math import inf
from pathlib import Path
from queue import Empty
from typing import Any

from jupyter_client import AsyncKernelManager
from jupyter_client.asynchronous import AsyncKernelClient
from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.kernelspec import KernelSpec
from jupyter_client.provisioning import LocalProvisioner

from pscb_lib.board.settings import Limits
from pscb_lib.reading.closed import Closed, close
from pscb_lib.returns.handed import take
from pscb_lib.running.processes.processes import kill, start

ARGUMENTS = ("--HistoryManager.enabled=False", "--log-level=CRITICAL")
SPEC = KernelSpec(argv=[sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"],
                  display_name="Python 3", language="python")


class OwnProvisioner(LocalProvisioner):
    """A kernel that is a process of :mod:`pscb_lib.running.processes.processes`, not a command."""

    limits: Limits
    printed: Path
    closed: Closed | None
    handed: Path | None
    parent: Any
    process: Any  # jupyter_client has the process of a command here

    async def launch_kernel(self, cmd: list[str], **kwargs: object) -> KernelConnectionInfo:
        """Start the kernel in the folder ``cwd``."""
        arguments = (self.parent.connection_file, kwargs["cwd"], self.printed, self.closed,
                     self.handed)
        self.process = start(become_kernel, *arguments, limits=self.limits)
        self.pid = self.process.pid
        return self.connection_info

    async def poll(self) -> int | None:
        """Return the kernel's exit code, or None while it runs."""
        return self.process.exitcode if self.process else 0

    async def wait(self) -> int | None:
        """Wait until the kernel has ended; return its exit code."""
        while self.process and self.process.exitcode is None:
            await asyncio.sleep(0.01)
        return await self.poll()

    async def send_signal(self, signum: int) -> None:
        """Send a signal to the kernel only."""
        with suppress(ProcessLookupError):
            if self.pid:
                os.kill(self.pid, signum)

    async def kill(self, restart: bool = False) -> None:
        """Kill the kernel and the processes it started."""
        if self.process:
            kill(self.process)

    async def terminate(self, restart: bool = False) -> None:
        """Kill the kernel, which has nothing to clean up."""
        await self.kill(restart)


class OwnClient(AsyncKernelClient):
    """A client that begins when the kernel answers.

    jupyter_client waits then until no message has come for a fifth of a second; nbclient passes
    over messages that are about no cell.
    """

    async def wait_for_ready(self, timeout: float | None = None) -> None:
        """Wait until the kernel answers by both channels. Raises RuntimeError if it does not."""
        ends = time.monotonic() + (inf if timeout is None else timeout)
        while time.monotonic() < ends:
            self.kernel_info()
            with suppress(Empty):
                reply = await self.get_shell_msg(timeout=1)
                await self.get_iopub_msg(timeout=0.2)
                self._handle_kernel_info_reply(reply)
                return
            if not await self.is_alive():
                raise RuntimeError("Kernel died before replying to kernel_info")
        raise RuntimeError(f"Kernel didn't respond in {timeout} seconds")


def make_manager(private: Path, printed: Path, limits: Limits, closed: Closed | None,
                 handed: Path | None) -> type:
    """Return the class of kernel manager for one report, with its sockets in the folder *private*.

    What the kernel prints outside its cells goes to the file *printed*; it may not read what is
    *closed*, and takes the checked returns in the file *handed*.
    """

    class OwnKernel(AsyncKernelManager):
        transport = "ipc" if os.name == "posix" else "tcp"
        connection_file = str(private / "kernel.json")
        kernel_spec = SPEC
        client_factory = OwnClient

        def __init__(self, **kwargs: object) -> None:
            super().__init__(**kwargs)
            self.provisioner = OwnProvisioner(kernel_spec=SPEC, parent=self)
            self.provisioner.limits, self.provisioner.printed = limits, printed
            self.provisioner.closed, self.provisioner.handed = closed, handed

    return OwnKernel


def become_kernel(connection_file: str, folder: str, printed: Path, closed: Closed | None,
                  handed: Path | None) -> None:
    """Run as the kernel of a connection file, working in *folder*, until it is shut down."""
    from ipykernel.kernelapp import IPKernelApp

    os.environ["IPYTHONDIR"] = str(Path(connection_file).parent)
    os.chdir(folder)
    file = os.open(printed, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    for stream in (1, 2):
        os.dup2(file, stream)
    if closed:
        close(closed)
    elif handed:
        take(handed)
    IPKernelApp.launch_instance(argv=["-f", connection_file, *ARGUMENTS])
