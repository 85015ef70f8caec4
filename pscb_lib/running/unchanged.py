"""Find which sets need not be made again, and which must be made before others.

A set is unchanged if it verifies and was made from the present inputs: returns, decisions,
notebook, code, packages and, if it is masked, the sets with which it was masked.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from pscb_lib.board.jobs import Batch, Job, is_masked
from pscb_lib.board.notebooks import RESTRICTED
from pscb_lib.reading import cells
from pscb_lib.running.carrying import read_all_inputs
from pscb_lib.running.inputs import describe_inputs
from pscb_lib.running.outcomes import Outcome
from pscb_lib.running.publishing.manifest import is_unchanged, read_manifest
from pscb_lib.running.publishing.others import Other, hash_of_others, read_others


def unchanged(batch: Batch, jobs: Iterable[Job]) -> list[Job]:
    """Return the jobs whose set is unchanged.

    If any set has to be made, so have all masked sets of the cycle, because their plan may change.
    """
    jobs, others = list(jobs), read_others(batch.outputs)
    same = [job for job in jobs if _is_unchanged(batch, job, others)]
    return same if len(same) == len(jobs) else [job for job in same if not is_masked(job)]


def _is_unchanged(batch: Batch, job: Job, others: list[Other]) -> bool:
    try:
        files = read_all_inputs(batch.outputs, job, batch.root)
        described = describe_inputs(job, batch.root, batch.formats, files,
                                    masked_with(batch, job, others))
    except Exception:  # any fault is reported when the set is made
        return False
    return is_unchanged(batch.folder(job), described)


def masked_with(batch: Batch, job: Job, others: list[Other]) -> str:
    """Return one SHA-256 over the sets with which a set is masked; empty if it is not masked.

    *others* are all sets of the outputs.
    """
    if not is_masked(job):
        return ""
    return hash_of_others(others, batch.cycle, job.parameters.get("as_of", ""))


def with_restricted(batch: Batch, jobs: list[Job]) -> list[Job]:
    """Return the jobs, after the restricted sets from which theirs are masked.

    Restricted sets that are among the jobs or are unchanged are not added.
    """
    firsts = {job.name: job for job in jobs if job.audience == RESTRICTED}
    missing = {job.name: replace(job, audience=RESTRICTED,
                                   parameters={**job.parameters, "audience": RESTRICTED})
               for job in jobs if is_masked(job) and job.name not in firsts}
    return [*(job for job in missing.values() if not _is_unchanged(batch, job, [])), *jobs]


def is_due(job: Job, day: date) -> bool:
    """Whether a report is due by its ``as_of``; with a wrong day it is due, and fails when made."""
    try:
        return cells.day(job.parameters.get("as_of", "")) <= day
    except ValueError:
        return True


def outcomes_of(batch: Batch, jobs: Iterable[Job]) -> list[Outcome]:
    """Return the outcomes of unchanged *jobs*, with the number of rows rejected when made.

    Only the manifest of the restricted set has that number.
    """
    sources = {job: read_manifest(batch.folder(replace(job, audience=RESTRICTED))).get(
        "returns", {}).values() for job in jobs}
    return [Outcome(job, batch.folder(job), rows={"rejected": sum(
        one.get("rejected", 0) for one in returns)}) for job, returns in sources.items()]
