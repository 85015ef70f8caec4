"""Note the processor seconds that each kernel of a run spends in its cells (Linux).

A module for the server from which the processes of a run are forked, which imports it last. It adds
a line for each kernel to the file that the environment variable IN_CELLS names.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import papermill

from pscb_lib.running.processes import kernels

SECOND = os.sysconf("SC_CLK_TCK")
began: dict[int, float] = {}  # by the kernel's process: what it had used at its first cell
_launch, _kill = kernels.OwnProvisioner.launch_kernel, kernels.OwnProvisioner.kill
_execute = papermill.execute_notebook
launched: list[int] = []


async def _launched(self: Any, cmd: list[str], **kwargs: object) -> Any:
    connection = await _launch(self, cmd, **kwargs)
    launched.append(self.pid)
    return connection


async def _killed(self: Any, restart: bool = False) -> None:
    if self.pid in began:
        with Path(os.environ["IN_CELLS"]).open("a") as file:
            file.write(f"{_used(self.pid) - began.pop(self.pid)}\n")
    await _kill(self, restart)


def _executed(*arguments: Any, on_cell_start: Callable[..., None], **options: Any) -> Any:
    def begin(cell: Any, cell_index: int) -> None:
        began.setdefault(launched[-1], _used(launched[-1]))
        on_cell_start(cell, cell_index)

    return _execute(*arguments, on_cell_start=begin, **options)


def _used(process: int) -> float:
    """The processor seconds that a process has used."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / SECOND


kernels.OwnProvisioner.launch_kernel = _launched
kernels.OwnProvisioner.kill = _killed
papermill.execute_notebook = _executed
