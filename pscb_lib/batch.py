"""Run the reports of a cycle, each set on its own, so that one failure stops no other."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

from nbformat import NotebookNode

from pscb_lib.manifest import write_manifest
from pscb_lib.publish import keep_failed, private_folder, replace_set, write_set
from pscb_lib.records import Checked
from pscb_lib.rendering.lint import PaperError
from pscb_lib.reports import Job, ReportFailed, blocks_of, check_returns, run_report

ALL_GOOD, SOME_FAILED, TOO_MANY_REJECTED = 0, 1, 3


@dataclass(frozen=True)
class Outcome:
    """What became of one job: its end block and folder, or why it failed."""

    job: Job
    folder: Path
    end: dict | None = None
    failure: str | None = None


def run_jobs(jobs: list[Job], root: Path, outputs: Path, cycle: str, formats: tuple[str, ...],
             progress: Callable[[Iterable, int], Iterable]) -> list[Outcome]:
    """Check every return, then run all jobs, as many at once as there are processors.

    Raises InputError, before any kernel starts, where a return or a parameter cannot be used.
    """
    returns = {job.report: check_returns(job)[1] for job in jobs}
    work = {job: private_folder(outputs) for job in jobs}
    outcomes = {}
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        tasks = {pool.submit(run_report, job, root, work[job] / "executed.ipynb"): job
                 for job in jobs}
        # Kernels run side by side; pages are made here, by one thread, as each one ends.
        for task in progress(as_completed(tasks), len(jobs)):
            job = tasks[task]
            folder = outputs / cycle / job.audience / job.report
            try:
                executed = task.result()
                publish_set(executed, job, root, work[job], folder, formats, returns[job.report])
                outcomes[job] = Outcome(job, folder, end=blocks_of(executed)[-1])
            except (ReportFailed, PaperError, OSError) as fault:
                kept = keep_failed(work[job], outputs, job.report, str(fault))
                outcomes[job] = Outcome(job, folder, failure=f"{fault} (kept in {kept})")
    return [outcomes[job] for job in jobs]


def publish_set(executed: NotebookNode, job: Job, root: Path, work: Path, folder: Path,
                formats: tuple[str, ...], returns: list[Checked]) -> None:
    """Make every file of a set in the private folder *work*, then put it in its place."""
    finished = work / "set"
    finished.mkdir()
    write_set(executed, finished, formats)
    write_manifest(finished, job, root, returns)
    replace_set(finished, folder)
    shutil.rmtree(work)


def exit_code(outcomes: Iterable[Outcome], rejected_rows_allowed: int) -> int:
    """0 all good, 1 some failed, 3 more rows rejected in a report than the settings allow."""
    outcomes = list(outcomes)
    if any(outcome.failure for outcome in outcomes):
        return SOME_FAILED
    rejected = max((outcome.end["rows"]["rejected"] for outcome in outcomes), default=0)
    return TOO_MANY_REJECTED if rejected > rejected_rows_allowed else ALL_GOOD
