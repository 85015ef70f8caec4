"""Run the reports of a cycle, each set on its own, so that one failure stops no other."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from nbformat import NotebookNode

from pscb_lib.execution import ReportFailed, blocks_of, run_report
from pscb_lib.manifest import refuse_other_period, write_manifest
from pscb_lib.publish import (
    clear_work,
    keep_failed,
    private_folder,
    replace_set,
    restore,
    write_set,
)
from pscb_lib.records import Checked
from pscb_lib.rendering.lint import PaperError
from pscb_lib.reports import Job, check_params, check_returns, published_parameters

ALL_GOOD, SOME_FAILED, TOO_MANY_REJECTED = 0, 1, 3


@dataclass(frozen=True)
class Outcome:
    """What became of one job: its folder, end block and rows as checked, or why it failed."""

    job: Job
    folder: Path
    end: dict | None = None
    rows: dict[str, int] | None = None
    failure: str | None = None


def run_jobs(jobs: list[Job], root: Path, outputs: Path, cycle: str, formats: tuple[str, ...],
             progress: Callable[[Iterable, int], Iterable]) -> list[Outcome]:
    """Check every return, then run all jobs, as many at once as there are processors.

    What a run cut short has left is put right first. Raises InputError, before any kernel
    starts, where a register, a return or a parameter cannot be used.
    """
    folders = {job: outputs / cycle / job.audience / job.report for job in jobs}
    clear_work(outputs)
    for folder in folders.values():
        with suppress(OSError):  # what is locked now is tried again when it is replaced
            restore(folder)
    for job, folder in folders.items():
        refuse_other_period(folder, job)
    check_params(root)
    one_of_each = {job.report: job for job in jobs}
    returns = {report: check_returns(job) for report, job in one_of_each.items()}
    work = {job: private_folder(outputs) for job in jobs}
    outcomes = {}
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        tasks = {pool.submit(run_report, job, root, work[job] / "executed.ipynb"): job
                 for job in jobs}
        # Kernels run side by side; pages are made here, by one thread, as each one ends.
        for task in progress(as_completed(tasks), len(jobs)):
            job = tasks[task]
            folder, checked = folders[job], returns[job.report]
            try:
                executed = task.result()
                publish_set(executed, job, root, work[job], folder, formats, checked)
                outcomes[job] = Outcome(job, folder, blocks_of(executed)[-1], sum_rows(checked))
            except Exception as fault:  # whatever it is, the other jobs go on
                failure = _in_one_line(fault)
                kept = keep_failed(work[job], outputs, job.report, failure)
                outcomes[job] = Outcome(job, folder, failure=f"{failure} (kept in {kept})")
    return [outcomes[job] for job in jobs]


def publish_set(executed: NotebookNode, job: Job, root: Path, work: Path, folder: Path,
                formats: tuple[str, ...], returns: list[Checked]) -> None:
    """Make every file of a set in the private folder *work*, then put it in its place."""
    finished = work / "set"
    finished.mkdir()
    write_set(executed, published_parameters(job, root), finished, formats)
    write_manifest(finished, job, root, returns)
    replace_set(finished, folder)
    shutil.rmtree(work, ignore_errors=True)


def sum_rows(returns: Iterable[Checked]) -> dict[str, int]:
    """The rows of all returns of a report: read = used + rejected + left out."""
    names = ("read", "used", "rejected", "left_out")
    return {name: sum(checked.rows[name] for checked in returns) for name in names}


def exit_code(outcomes: Iterable[Outcome], rejected_rows_allowed: int) -> int:
    """0 all good, 1 some failed, 3 more rows rejected in a report than the settings allow."""
    outcomes = list(outcomes)
    if any(outcome.failure for outcome in outcomes):
        return SOME_FAILED
    rejected = max((outcome.rows["rejected"] for outcome in outcomes), default=0)
    return TOO_MANY_REJECTED if rejected > rejected_rows_allowed else ALL_GOOD


def _in_one_line(fault: Exception) -> str:
    is_ours = isinstance(fault, ReportFailed | PaperError)
    return " ".join((str(fault) if is_ours else f"{type(fault).__name__}: {fault}").split())
