"""Work out in a process of its own what the masked sets of a cycle hide."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pscb_lib.board.jobs import Batch, Job, is_masked
from pscb_lib.board.settings import Limits, read_settings
from pscb_lib.running.failures import failure_of
from pscb_lib.running.tasks import Plan
from pscb_lib.running.withdrawn import undeclared

Plans = dict[tuple[str, str], Plan]  # by a paper's name and an audience


@dataclass(frozen=True)
class ToPlan:
    """The masked sets to plan, and where the restricted sets that are not published are drafted."""

    batch: Batch
    jobs: tuple[Job, ...]
    drafted: Mapping[str, Path] = field(default_factory=dict)
    rank = 1, 0  # among the steps of a run: after the drafts, which it reads

    @property
    def limits(self) -> Limits:
        """The limits of its process."""
        return self.batch.limits


def plan(asked: ToPlan) -> Plans | str:
    """Plan from the project's folder; return the plans, or why there are none."""
    os.chdir(asked.batch.root)
    return plan_masking(asked.batch, asked.jobs, asked.drafted)


def plan_masking(batch: Batch, jobs: Iterable[Job], drafted: Mapping[str, Path] | None = None
                 ) -> Plans | str:
    """Return what each masked set must hide, or one line on why that cannot be worked out.

    Restricted sets that are *drafted* are read in that folder, by their name.
    """
    jobs = [job for job in jobs if is_masked(job)]
    if not jobs:
        return {}
    from pscb_lib.board.indicators import read_indicators
    from pscb_lib.running.cycle_masking import mask_cycle

    try:
        params = batch.root / "params"
        settings = read_settings(params / "settings.yaml")
        roles = {one.id: one.role.value for one in read_indicators(params / "indicators.csv")
                 if one.role}
        return mask_cycle(batch.outputs, batch.cycle, {job.name for job in jobs},
                          {job.audience for job in jobs}, settings, undeclared(batch, jobs),
                          drafted or {}, roles)
    except ValueError as fault:
        return " ".join(str(fault).split())
    except Exception as fault:  # such as an old set or the solver: nothing is published unmasked
        return failure_of(fault).shown
