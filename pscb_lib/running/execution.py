"""Run one report by papermill, in a kernel of its own, and check that it ran to its end.

The check needs a reply from every cell and the end block, because a killed kernel leaves a
notebook whose metadata say "completed". After a failure the notebook has the cells that were
begun.
"""

from __future__ import annotations

import time
from pathlib import Path

import nbformat

from pscb_lib.board.jobs import Job
from pscb_lib.board.settings import Limits
from pscb_lib.disclosure.mime import blocks_in
from pscb_lib.reading.closed import Closed
from pscb_lib.running.failures import ReportFailed
from pscb_lib.running.publishing.publish import scratch_folder
from pscb_lib.writing.whole import draft_text


def run_report(job: Job, root: Path, output: Path, limits: Limits,
               closed: Closed | None = None, handed: Path | None = None
               ) -> nbformat.NotebookNode:
    """Execute a report into *output* and return the notebook.

    The kernel may not read what is *closed*, takes the checked returns in the file *handed*, and is
    killed if all cells together take longer than the seconds of *limits*. Raises ReportFailed
    unless every code cell replies "ok" and the end block is there.
    """
    import papermill

    from pscb_lib.running.processes.kernels import make_manager

    begun: list[nbformat.NotebookNode] = []
    replies: list[str] = []
    try:
        with scratch_folder() as private:
            manager = make_manager(Path(private), output.with_name("kernel.log"), limits, closed,
                                   handed)
            executed = _execute(job, root, output, manager, limits, begun, replies)
    except papermill.PapermillExecutionError as fault:
        where = begun[fault.cell_index].id
        raise ReportFailed(f"cell {where}, {fault.ename}", fault.evalue) from fault
    except Exception as fault:
        raise _keep_begun(begun, fault, job.notebook, output) from fault
    cells = [cell for cell in executed.cells if cell.cell_type == "code" and cell.source.strip()]
    if replies != ["ok"] * len(cells) or not has_end(executed):
        raise ReportFailed(f"{replies.count('ok')} of {len(cells)} cells ran and "
                           f"the end was {'' if has_end(executed) else 'not '}reached")
    return executed


def _execute(job: Job, root: Path, output: Path, manager: type, limits: Limits,
             begun: list[nbformat.NotebookNode], replies: list[str]) -> nbformat.NotebookNode:
    """Run the cells; *begun* collects the cells started, *replies* the status of each reply."""
    import papermill

    ends = time.monotonic() + limits.seconds

    def begin(cell, cell_index):
        begun.append(cell)

    def count(cell, cell_index, execute_reply):
        replies.append(execute_reply["content"]["status"])

    return papermill.execute_notebook(
        str(job.notebook), str(output), job.parameters, progress_bar=False,
        request_save_on_cell_execute=False, kernel_name="python3",
        timeout_func=lambda cell: max(1, int(ends - time.monotonic())),
        kernel_manager_class=manager,
        resources={"metadata": {"path": str(root)}}, on_cell_start=begin,
        on_cell_executed=count, shutdown_kernel="immediate",
    )


def _keep_begun(begun: list[nbformat.NotebookNode], fault: Exception, source: Path,
                output: Path) -> ReportFailed:
    """Write the notebook of a dead kernel with the cells begun; return where and why it ended."""
    name = type(fault).__name__
    if not begun:
        return ReportFailed(f"before its first cell, {name}", str(fault))
    failed = ReportFailed(f"cell {begun[-1].id}, {name}", str(fault).splitlines()[0])
    begun[-1].outputs.append(nbformat.v4.new_output(
        "error", ename=name, evalue=str(fault), traceback=[str(failed)]))
    notebook = nbformat.read(source, as_version=4)
    notebook.cells = begun
    draft_text(output, nbformat.writes(notebook) + "\n")
    return failed


def has_end(executed: nbformat.NotebookNode) -> bool:
    """Whether the last block of the report is its end block."""
    blocks = [*blocks_in(executed)]
    return bool(blocks) and blocks[-1]["kind"] == "end"
