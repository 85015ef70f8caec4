"""What a batch would make on a day: the sets that are due, awaited, unchanged and wanted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pscb_lib.board.jobs import Batch, Job
from pscb_lib.running.awaited import set_aside
from pscb_lib.running.carrying import chosen_by
from pscb_lib.running.outcomes import Outcome
from pscb_lib.running.unchanged import is_due, unchanged, with_restricted


@dataclass(frozen=True)
class Tonight:
    """The sets of a cycle, and what a batch does with each.

    ``due`` are those of ``jobs`` whose day has come; of these ``awaited`` wait for a person and
    ``same`` need not be made. ``wanted`` are made, with the restricted sets that they are masked
    from.
    """

    jobs: list[Job]
    due: list[Job]
    awaited: list[Outcome]
    same: list[Job]
    wanted: list[Job]


def plan_tonight(batch: Batch, jobs: list[Job], day: date | None, *, force: bool = False
                 ) -> Tonight:
    """Return what a batch would make of the *jobs* of a cycle on *day*; by *force* unchanged too.

    Without a day every set is taken as due.
    """
    due = [job for job in jobs if day is None or is_due(job, day)]
    ready, awaited = set_aside(batch, due)
    same = [] if force else unchanged(batch, ready)
    again = {job.name for job in ready if job not in same}
    same = [job for job in same if not again & {one.paper for one in chosen_by(job, batch.root)}]
    wanted = with_restricted(batch, [job for job in ready if job not in same])
    return Tonight(jobs, due, awaited, same, wanted)
