"""Run one report by papermill, in a kernel of its own, and prove that it ran to its end.

A success is counted in cell replies and shown by the end block: a killed kernel leaves a
notebook whose metadata say "completed". A failure leaves the notebook as far as it came.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import nbformat

from pscb_lib.rendering.paper import BLOCK
from pscb_lib.reports import Job

SECONDS_A_CELL = 600


class ReportFailed(Exception):
    """A report did not run to its end; the message says in one line where it stopped."""


def run_report(job: Job, root: Path, output: Path) -> nbformat.NotebookNode:
    """Execute a report into *output* and return it, or raise ReportFailed.

    Success is a reply "ok" from every code cell, counted here, and the end block: the
    notebook's own metadata say "completed" even of a kernel that was killed.
    """
    import papermill

    begun, replies = [], []

    def begin(cell, cell_index):
        begun.append(cell)

    def count(cell, cell_index, execute_reply):
        replies.append(execute_reply["content"]["status"])

    try:
        with TemporaryDirectory(prefix="pscb-") as private:
            papermill.execute_notebook(
                str(job.notebook), str(output), job.parameters, progress_bar=False,
                request_save_on_cell_execute=False, execution_timeout=SECONDS_A_CELL,
                kernel_name="python3", kernel_manager_class=_kernel_manager(private),
                resources={"metadata": {"path": str(root)}}, on_cell_start=begin,
                on_cell_executed=count, shutdown_kernel="immediate",
            )
    except papermill.PapermillExecutionError as fault:
        where = begun[fault.cell_index].id
        raise ReportFailed(f"cell {where}, {fault.ename}: {fault.evalue}") from fault
    except Exception as fault:
        raise ReportFailed(_keep_begun(begun, fault, job.notebook, output)) from fault
    executed = nbformat.read(output, as_version=4)
    cells = [cell for cell in executed.cells if cell.cell_type == "code" and cell.source.strip()]
    if replies != ["ok"] * len(cells) or not has_end(executed):
        raise ReportFailed(f"{replies.count('ok')} of {len(cells)} cells ran and "
                           f"the end was {'' if has_end(executed) else 'not '}reached")
    return executed


def _keep_begun(begun: list[nbformat.NotebookNode], fault: Exception, source: Path,
                output: Path) -> str:
    """Write a notebook whose kernel died as far as it came, and say where and why it ended."""
    if not begun:
        return f"before its first cell, {type(fault).__name__}: {fault}"
    message = f"cell {begun[-1].id}, {type(fault).__name__}: {fault}"
    begun[-1].outputs.append(nbformat.v4.new_output(
        "error", ename=type(fault).__name__, evalue=str(fault), traceback=[message]))
    notebook = nbformat.read(source, as_version=4)
    notebook.cells = begun
    nbformat.write(notebook, output)
    return message


def has_end(executed: nbformat.NotebookNode) -> bool:
    """Whether the report's last block is its end block."""
    return bool(blocks_of(executed)) and blocks_of(executed)[-1]["kind"] == "end"


def blocks_of(executed: nbformat.NotebookNode) -> list[dict]:
    """Every block an executed notebook displays, in order."""
    return [output.data[BLOCK] for cell in executed.cells for output in cell.get("outputs", [])
            if BLOCK in output.get("data", {})]


def _kernel_manager(private: str) -> type:
    """A kernel of this very interpreter, reached over IPC where the platform has it.

    Its sockets lie in the *private* folder: TCP traffic could be read by others on the host.
    """
    from jupyter_client import AsyncKernelManager
    from jupyter_client.kernelspec import KernelSpec

    command = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]

    class OwnKernel(AsyncKernelManager):
        transport = "ipc" if os.name == "posix" else "tcp"
        connection_file = os.path.join(private, "kernel.json")
        kernel_spec = KernelSpec(argv=command, display_name="Python 3", language="python")

    return OwnKernel
