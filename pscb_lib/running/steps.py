"""The steps of a run, each in a process of its own, in the order in which they can be done.

First the restricted sets are drafted, by their kernels alone. From these drafts the masking is
planned, while the restricted sets are printed and the sets that are not masked are made. When the
plan and all restricted sets are there, the masked sets are made.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum
from pathlib import Path
from typing import Any

from pscb_lib.board.jobs import Batch, Job
from pscb_lib.board.notebooks import RESTRICTED
from pscb_lib.board.settings import Limits
from pscb_lib.running.masking_plan import Plans, ToPlan, plan
from pscb_lib.running.outcomes import sum_rows
from pscb_lib.running.overdue import SECONDS_TO_PRINT
from pscb_lib.running.processes.workers import Died
from pscb_lib.running.tasks import Task


class Kind(IntEnum):
    """What a step does with a set. Of the steps that wait, the first of these is begun first."""

    DRAFT = 0
    PUBLISH = 2
    MAKE = 3


@dataclass(frozen=True)
class Step:
    """One step in the making of a set."""

    kind: Kind
    task: Task

    @property
    def rank(self) -> tuple[int, int]:
        """Its place among those that wait: of two sets the one with more rows is first.

        It takes longer, so that no core is idle at the end.
        """
        return self.kind, -sum_rows(self.task.sources)["read"]

    @property
    def limits(self) -> Limits:
        """The limits of its process."""
        limits = self.task.limits
        return Limits(limits.memory_mib, limits.seconds + SECONDS_TO_PRINT)


def carry_out(step: Step | ToPlan) -> Any:
    """Do one step; return what comes of it, or why it could not be done."""
    if isinstance(step, ToPlan):
        return plan(step)
    from pscb_lib.running import sets

    work = {Kind.DRAFT: sets.draft_set, Kind.PUBLISH: sets.publish_set, Kind.MAKE: sets.make_set}
    return work[step.kind](step.task)


@dataclass
class Steps:
    """The steps that wait, and what is known of the masking of *batch*.

    ``waiting`` grows as steps end. ``masked`` are the masked sets to be made, ``failed`` the
    restricted sets that could not be, ``drafted`` those that a plan may read, by name.
    """

    batch: Batch
    masked: list[Job]
    waiting: list[Step | ToPlan] = field(default_factory=list)
    failed: set[str] = field(default_factory=set)
    drafted: dict[str, Path] = field(default_factory=dict)
    plans: Plans | str | None = None
    _to_draft: set[str] = field(default_factory=set)
    _planned: tuple[Job, ...] = ()  # what the last plan was asked for

    @property
    def to_mask(self) -> tuple[Job, ...]:
        """The masked sets whose restricted set has not failed."""
        return tuple(job for job in self.masked if job.name not in self.failed)

    def begin(self, tasks: Iterable[Task]) -> None:
        """Let the restricted sets wait, and those that are not masked."""
        steps = [Step(Kind.DRAFT if self.masked and _is_restricted(task) else Kind.MAKE, task)
                 for task in tasks]
        self._to_draft = {step.task.job.name for step in steps if step.kind is Kind.DRAFT}
        self._wait(*steps)
        self._ask_for_plan()

    def ended(self, step: Step | ToPlan, result: Any) -> None:
        """Take note of how a step has ended, and let those wait that can be done now."""
        if isinstance(step, ToPlan):
            if step.jobs == self._planned:
                self.plans = result.why if isinstance(result, Died) else result
            return
        name = step.task.job.name
        if step.kind is Kind.DRAFT:
            self._to_draft.discard(name)
        if isinstance(result, Path):
            self.drafted[name] = result
            self._wait(Step(Kind.PUBLISH, step.task))
        elif _is_restricted(step.task) and not isinstance(result, dict):
            self.failed.add(name)
            self.drafted.pop(name, None)
        self._ask_for_plan()

    def _ask_for_plan(self) -> None:
        """Ask for a plan when all drafts are there; again if a set in it has failed since."""
        asked = self.to_mask
        if not self._to_draft and asked != self._planned:
            self._planned, self.plans = asked, None
            if asked:
                self._wait(ToPlan(self.batch, asked, dict(self.drafted)))

    def _wait(self, *steps: Step | ToPlan) -> None:
        self.waiting[:] = sorted([*self.waiting, *steps], key=lambda step: step.rank)


def _is_restricted(task: Task) -> bool:
    return task.job.audience == RESTRICTED
