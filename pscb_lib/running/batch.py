"""Run the reports of a cycle, each set in its own process, so that a failure stops no other set.

First what an interrupted run left is repaired, then the restricted sets are made, then the
others. Only one run at a time works on a cycle's outputs.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from pscb_lib.board.jobs import Batch, Job, is_masked, say_returns
from pscb_lib.board.notebooks import RESTRICTED
from pscb_lib.board.settings import Limits, read_settings
from pscb_lib.reading.findings import InputError
from pscb_lib.running.checks import Inputs, check_jobs
from pscb_lib.running.failures import Failure, failure_of
from pscb_lib.running.outcomes import Outcome, sum_rows
from pscb_lib.running.overdue import SECONDS_TO_PRINT
from pscb_lib.running.processes.processes import warm_up
from pscb_lib.running.processes.workers import Died, run_each
from pscb_lib.running.progress import Progress
from pscb_lib.running.publishing.manifest import refuse_other_period
from pscb_lib.running.publishing.others import Other, read_others
from pscb_lib.running.publishing.publish import (
    clear_scratch,
    clear_work,
    keep_failed,
    private_folder,
    private_until_end,
)
from pscb_lib.running.publishing.replacing import restore
from pscb_lib.running.tasks import Task, carry_out
from pscb_lib.running.unchanged import masked_with
from pscb_lib.running.withdrawn import undeclared
from pscb_lib.writing.folders import refuse_link
from pscb_lib.writing.whole import clear_left

if TYPE_CHECKING:
    from pscb_lib.disclosure.figures import Place

NOT_MASKED = "its restricted set failed, so it cannot be masked"
WRITTEN = ("params", "notebooks", "returns")  # folders of a project, with what commands left there
SETS_ON_DISK = 3  # the old set, the new set and its working files


def make_due(batch: Batch, jobs: list[Job], progress: Progress) -> Iterator[Outcome]:
    """Check and run *jobs*; a report fails if its inputs cannot be used, the others are made."""
    if jobs:
        warm_up()
        with private_until_end(batch.outputs, batch.cycle) as folder:
            yield from run_jobs(batch, jobs, check_jobs(batch, jobs, folder), progress)


def run_jobs(batch: Batch, jobs: list[Job], checked: dict[str, Inputs | Exception],
             progress: Progress) -> Iterator[Outcome]:
    """Run all jobs, the restricted sets first; yield the outcome of each as it ends.

    Once nothing stands against the run, *progress* says where its returns are; it is told of each
    set that is begun.

    Raises InputError if a folder of the outputs is a link, or if the disk is too full.
    """
    warm_up()
    prepare_outputs(batch, jobs)
    progress.say(say_returns(batch.root, jobs))
    restricted = [job for job in jobs if job.audience == RESTRICTED]
    failed = set()
    for outcome in _run_stage(batch, restricted, checked, {}, progress):
        if outcome.failure:
            failed.add(outcome.job.name)
        yield outcome
    others = [job for job in jobs if job.audience != RESTRICTED]
    unmasked = [job for job in others if is_masked(job) and job.name in failed]
    for job in unmasked:
        yield Outcome(job, batch.folder(job), failure=NOT_MASKED)
    others = [job for job in others if job not in unmasked]
    plans = _plan_in_limits(batch, others)
    if isinstance(plans, str):
        yield from (Outcome(job, batch.folder(job), failure=f"its masking failed: {plans}")
                    for job in others if is_masked(job))
        others, plans = [job for job in others if not is_masked(job)], {}
    yield from _run_stage(batch, others, checked, plans, progress)


def _plan_in_limits(batch: Batch, jobs: list[Job]
                    ) -> dict[tuple[str, str], frozenset[Place]] | str:
    if not any(map(is_masked, jobs)):
        return {}
    ((_, plans),) = run_each(_plan, [(batch, jobs)], 1, batch.limits)
    return plans.why if isinstance(plans, Died) else plans


def _plan(task: tuple[Batch, list[Job]]) -> dict[tuple[str, str], frozenset[Place]] | str:
    batch, jobs = task
    os.chdir(batch.root)
    return plan_masking(batch, jobs)


def plan_masking(batch: Batch, jobs: Iterable[Job]
                 ) -> dict[tuple[str, str], frozenset[Place]] | str:
    """Return what each masked set must hide, or one line on why that cannot be worked out."""
    jobs = [job for job in jobs if is_masked(job)]
    if not jobs:
        return {}
    from pscb_lib.running.cycle_masking import mask_cycle

    try:
        settings = read_settings(batch.root / "params" / "settings.yaml")
        return mask_cycle(batch.outputs, batch.cycle, {job.name for job in jobs},
                          {job.audience for job in jobs}, settings, undeclared(batch, jobs))
    except ValueError as fault:
        return " ".join(str(fault).split())
    except Exception as fault:  # such as an old set or the solver: nothing is published unmasked
        return failure_of(fault).shown


def prepare_outputs(batch: Batch, jobs: Iterable[Job]) -> None:
    """Repair what interrupted runs left, and check that the disk has space for the new sets.

    Raises InputError if a folder of the outputs is a link, or if the disk is too full.
    """
    folders = [batch.folder(job) for job in jobs]
    clear_work(batch.outputs, batch.cycle)
    clear_scratch()
    for written in (batch.outputs, *(batch.root / name for name in WRITTEN)):
        clear_left(written)
    for folder in folders:
        refuse_link(folder.parent)
        with suppress(OSError):  # a file in use is tried again when the set is replaced
            restore(folder)
    needed = SETS_ON_DISK * sum(path.stat().st_size for folder in folders
                                for path in folder.rglob("*") if path.is_file())
    free = shutil.disk_usage(batch.outputs).free
    if free < needed:
        raise InputError.at(batch.outputs.name, f"the disk has {free // 2**20} MiB left and the "
                            f"sets may take {needed // 2**20} MiB", "free some space")


def _run_stage(batch: Batch, jobs: Iterable[Job], checked: dict[str, Inputs | Exception],
               plans: dict[tuple[str, str], frozenset[Place]], progress: Progress
               ) -> Iterator[Outcome]:
    tasks, jobs = [], list(jobs)
    others = read_others(batch.outputs) if any(map(is_masked, jobs)) else []
    for job in jobs:
        try:
            tasks.append(_task(batch, job, checked[job.name], plans, others))
        except Exception as fault:  # no fault may stop the other sets
            yield Outcome(job, batch.folder(job), failure=failure_of(fault).shown)
    # The longest first, so that no core is idle at the end: the more rows, the longer it takes.
    tasks.sort(key=lambda task: sum_rows(task.sources)["read"], reverse=True)
    most = Limits(batch.limits.memory_mib, batch.limits.seconds + SECONDS_TO_PRINT)
    for task, result in run_each(carry_out, tasks, batch.workers, most,
                                 began=lambda task: progress.began(task.job.label)):
        if isinstance(result, Died):
            clear_scratch()
            with suppress(OSError):  # the next run tries again
                restore(task.folder)
            result = Failure(result.why, result.why)
        yield _finish(batch, task, result)


def _task(batch: Batch, job: Job, inputs: Inputs | Exception,
          plans: dict[tuple[str, str], frozenset[Place]], others: list[Other]) -> Task:
    if isinstance(inputs, Exception):
        raise inputs
    refuse_other_period(batch.folder(job), job)
    return Task(job, batch.root, private_folder(batch.outputs, batch.cycle),
                batch.folder(job), batch.formats, inputs.files, inputs.sources, batch.limits,
                plans.get((job.name, job.audience)), masked_with(batch, job, others),
                inputs.handed if job.audience == RESTRICTED else None)


def _finish(batch: Batch, task, result) -> Outcome:
    if isinstance(result, dict):
        shutil.rmtree(task.work, ignore_errors=True)
        return Outcome(task.job, task.folder, result, sum_rows(task.sources))
    kept = keep_failed(task.work, batch.outputs, task.job.name, result.whole)
    where = kept.relative_to(batch.outputs).as_posix() if kept else None
    return Outcome(task.job, task.folder, failure=result.shown, kept=where)
