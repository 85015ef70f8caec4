"""Run the reports of a cycle, each set in its own process, so that a failure stops no other set.

First what an interrupted run left is repaired, then the restricted sets are made while the
masking is planned (:mod:`pscb_lib.running.steps`), then the masked sets. Only one run at a time
works on a cycle's outputs.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from pscb_lib.board.jobs import Batch, Job, is_masked, say_returns
from pscb_lib.board.notebooks import RESTRICTED
from pscb_lib.board.parameters import carries
from pscb_lib.reading.findings import InputError
from pscb_lib.running.carrying import digests_of
from pscb_lib.running.checks import Inputs, check_jobs
from pscb_lib.running.failures import Failure, failure_of
from pscb_lib.running.masking_plan import Plans, ToPlan
from pscb_lib.running.outcomes import Outcome, sum_rows
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
from pscb_lib.running.steps import Kind, Step, Steps, carry_out
from pscb_lib.running.tasks import Task
from pscb_lib.running.unchanged import masked_with
from pscb_lib.writing.folders import refuse_link
from pscb_lib.writing.whole import clear_left

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
    """Run all jobs, those that carry blocks of others last; yield the outcome of each as it ends.

    Once nothing stands against the run, *progress* says where its returns are; it is told of each
    set that is begun.

    Raises InputError if a folder of the outputs is a link, or if the disk is too full.
    """
    warm_up()
    prepare_outputs(batch, jobs)
    if jobs:
        progress.say(say_returns(batch.root, jobs))
    last = [job for job in jobs if carries(job.notebook)]
    for some in ([job for job in jobs if job not in last], last):
        if some:
            yield from _run_together(batch, some, checked, progress)


def _run_together(batch: Batch, jobs: list[Job], checked: dict[str, Inputs | Exception],
                  progress: Progress) -> Iterator[Outcome]:
    """Run jobs that are masked together, the masked sets last."""
    steps = Steps(batch, [job for job in jobs if is_masked(job)])
    yield from _run_first(batch, [job for job in jobs if job not in steps.masked], checked, steps,
                          progress)
    for job in steps.masked:
        if job.name in steps.failed:
            yield Outcome(job, batch.folder(job), failure=NOT_MASKED)
    if isinstance(steps.plans, str):
        yield from (Outcome(job, batch.folder(job), failure=f"its masking failed: {steps.plans}")
                    for job in steps.to_mask)
    elif steps.plans is not None:
        yield from _run_masked(batch, steps.to_mask, checked, steps.plans, progress)


def _run_first(batch: Batch, jobs: list[Job], checked: dict[str, Inputs | Exception],
               steps: Steps, progress: Progress) -> Iterator[Outcome]:
    """Make the restricted sets and those that are not masked, and plan the masking meanwhile."""
    tasks = []
    for task in _tasks(batch, jobs, checked):
        if isinstance(task, Task):
            tasks.append(task)
        else:
            steps.failed |= {task.job.name} if task.job.audience == RESTRICTED else set()
            yield task
    steps.begin(tasks)
    try:
        yield from _run(batch, steps, progress)
    finally:
        for folder in steps.drafted.values():  # a plan may have read it until now
            shutil.rmtree(folder.parent, ignore_errors=True)


def _run_masked(batch: Batch, jobs: Iterable[Job], checked: dict[str, Inputs | Exception],
                plans: Plans, progress: Progress) -> Iterator[Outcome]:
    steps, tasks = Steps(batch, []), []
    for task in _tasks(batch, jobs, checked, plans):
        if isinstance(task, Task):
            tasks.append(task)
        else:
            yield task
    steps.begin(tasks)
    yield from _run(batch, steps, progress)


def _run(batch: Batch, steps: Steps, progress: Progress) -> Iterator[Outcome]:
    """Do all steps, and those that follow from them; yield the outcome of each set."""
    for step, result in run_each(carry_out, steps.waiting, batch.workers,
                                 lambda step: step.limits,
                                 began=lambda step: _say_begun(step, progress)):
        if isinstance(step, Step) and not isinstance(result, Path):
            yield _finish(batch, step.task, result)
        steps.ended(step, result)


def _say_begun(step: Step | ToPlan, progress: Progress) -> None:
    if isinstance(step, Step) and step.kind is not Kind.PUBLISH:
        progress.began(step.task.job.label)


def _tasks(batch: Batch, jobs: Iterable[Job], checked: dict[str, Inputs | Exception],
           plans: Plans | None = None) -> Iterator[Task | Outcome]:
    """Yield a task for each job, or the outcome of one that cannot be begun."""
    jobs = list(jobs)
    others = read_others(batch.outputs) if any(map(is_masked, jobs)) else []
    for job in jobs:
        try:
            yield _task(batch, job, checked[job.name], plans or {}, others)
        except Exception as fault:  # no fault may stop the other sets
            yield Outcome(job, batch.folder(job), failure=failure_of(fault).shown)


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


def _task(batch: Batch, job: Job, inputs: Inputs | Exception,
          plans: Plans, others: list[Other]) -> Task:
    if isinstance(inputs, Exception):
        raise inputs
    refuse_other_period(batch.folder(job), job)
    files = {**inputs.files, **digests_of(batch.outputs, job, batch.root)}
    return Task(job, batch.root, private_folder(batch.outputs, batch.cycle),
                batch.folder(job), batch.formats, files, inputs.sources, batch.limits,
                plans.get((job.name, job.audience)), masked_with(batch, job, others),
                inputs.handed if job.audience == RESTRICTED else None)


def _finish(batch: Batch, task: Task, result: dict | Failure | Died) -> Outcome:
    if isinstance(result, Died):
        clear_scratch()
        with suppress(OSError):  # the next run tries again
            restore(task.folder)
        result = Failure(result.why, result.why)
    if isinstance(result, dict):
        if not task.drafted.exists():
            shutil.rmtree(task.work, ignore_errors=True)
        return Outcome(task.job, task.folder, result, sum_rows(task.sources))
    kept = keep_failed(task.work, batch.outputs, task.job.name, result.whole)
    where = kept.relative_to(batch.outputs).as_posix() if kept else None
    return Outcome(task.job, task.folder, failure=result.shown, kept=where)
