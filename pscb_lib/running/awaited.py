"""Set aside what waits: for a statement that is not written, returns that were not sent, or papers
that are not made.

Without its statement the restricted set is made, as a draft. The others are not made, nor planned,
so that no other set of the cycle is made again for their sake; a set that is published already
stays.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from pscb_lib.board.annual_report import why_unacknowledged
from pscb_lib.board.jobs import Batch, Job
from pscb_lib.board.notebooks import RESTRICTED, statement_by
from pscb_lib.board.statements import why_awaited
from pscb_lib.framework.spellings import parse_period
from pscb_lib.reading import cells
from pscb_lib.reading.findings import InputError, Missing
from pscb_lib.running import carrying
from pscb_lib.running.outcomes import Outcome


def set_aside(batch: Batch, jobs: Iterable[Job]) -> tuple[list[Job], list[Outcome]]:
    """Return the jobs that can be made, and the outcomes of those that wait: for a statement, or
    for papers that they carry blocks of and that are not among the jobs.
    """
    jobs = list(jobs)
    coming = {(job.audience, job.name) for job in jobs}
    waiting = {job: why for job in jobs if (why := _why(batch, job, coming))}
    return ([job for job in jobs if job not in waiting],
            [Outcome(job, batch.folder(job), awaited=why) for job, why in waiting.items()])


def without_returns(batch: Batch, jobs: Iterable[Job], checked: Mapping[str, object]
                    ) -> tuple[list[Job], list[Outcome]]:
    """Return the other jobs, and the outcomes of those whose check found that returns are missing.
    """
    jobs = list(jobs)
    missing = {job: fault for job in jobs if isinstance(fault := checked[job.name], Missing)}
    return ([job for job in jobs if job not in missing],
            [Outcome(job, batch.folder(job), awaited=f"awaiting: {fault}")
             for job, fault in missing.items()])


def with_statement(job: Job) -> Job:
    """Return the job with the place of its statement among its parameters, if it has one."""
    if not statement_by(job.notebook):
        return job
    return replace(job, parameters={**job.parameters, "statement": job.statement.as_posix()})


def _why(batch: Batch, job: Job, coming: Collection[tuple[str, str]]) -> str | None:
    try:
        return why_awaited(batch.root, job.statement, job.notebook, job.audience,
                           cells.day(job.parameters.get("as_of", ""))) or (
            _why_unacknowledged(batch, job)) or (
            carrying.why_awaited(batch.outputs, job, batch.root, coming))
    except (InputError, ValueError):  # it fails when it is checked, and stops no other
        return None


def _why_unacknowledged(batch: Batch, job: Job) -> str | None:
    """Why the chair's word on what has no evidence of impact is awaited; None if it is not."""
    choices = carrying.chosen_by(job, batch.root)
    if job.audience == RESTRICTED or not choices or not statement_by(job.notebook):
        return None
    period = parse_period(job.parameters.get("period", ""))
    return why_unacknowledged(batch.root, job.statement, choices, period)
