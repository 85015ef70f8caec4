"""What stands already: which sets need not be made, and which must be before others.

A set stands where it verifies and was made from what is there now: returns, decisions,
notebook, code, packages and, for what it hides, the papers it was masked together with.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from pscb_lib.board.jobs import Batch, Job, is_masked
from pscb_lib.board.notebooks import RESTRICTED
from pscb_lib.reading import cells
from pscb_lib.running.inputs import describe_inputs, read_inputs
from pscb_lib.running.outcomes import Outcome
from pscb_lib.running.publishing.manifest import hash_of_others, is_unchanged, read_manifest


def unchanged(batch: Batch, jobs: Iterable[Job]) -> list[Job]:
    """The jobs whose set stands as it was published, made from what is there now.

    Where one has to be made, what the masked sets of the cycle hide may change: so are they.
    """
    jobs = list(jobs)
    same = [job for job in jobs if _is_unchanged(batch, job)]
    return same if len(same) == len(jobs) else [job for job in same if not is_masked(job)]


def _is_unchanged(batch: Batch, job: Job) -> bool:
    try:
        files = read_inputs(job, batch.root)
        described = describe_inputs(job, batch.root, batch.formats, files,
                                    masked_with(batch, job))
    except Exception:  # whatever it is, the report fails for it when it is made
        return False
    return is_unchanged(batch.folder(job), described)


def masked_with(batch: Batch, job: Job) -> str:
    """One SHA-256 over the papers that a set's masking is worked out with; empty of none."""
    if not is_masked(job):
        return ""
    return hash_of_others(batch.outputs, batch.cycle, job.parameters.get("as_of", ""))


def with_restricted(batch: Batch, jobs: list[Job]) -> list[Job]:
    """The jobs, and before them the restricted sets that theirs are masked from.

    Those that are asked for anyway or stand unchanged are not made again.
    """
    firsts = {job.name: job for job in jobs if job.audience == RESTRICTED}
    missing = {job.name: replace(job, audience=RESTRICTED,
                                   parameters={**job.parameters, "audience": RESTRICTED})
               for job in jobs if is_masked(job) and job.name not in firsts}
    return [*(job for job in missing.values() if not _is_unchanged(batch, job)), *jobs]


def is_due(job: Job, day: date) -> bool:
    """Whether a report's own day has come; one whose day cannot be read fails when it is made."""
    try:
        return cells.day(job.parameters.get("as_of", "")) <= day
    except ValueError:
        return True


def as_they_stand(batch: Batch, jobs: Iterable[Job]) -> list[Outcome]:
    """The outcomes of unchanged *jobs*: rows rejected then are rejected still.

    The manifest of a report's restricted set alone tells how many.
    """
    told = {job: read_manifest(batch.folder(replace(job, audience=RESTRICTED))).get(
        "returns", {}).values() for job in jobs}
    return [Outcome(job, batch.folder(job), rows={"rejected": sum(
        one.get("rejected", 0) for one in returns)}) for job, returns in told.items()]
