"""One board's batch, from its settings to its summary: the same work wherever it is called.

``pscb batch`` calls it for its project. For many boards each call is in a process of its own, here
or on a worker of a cluster (:mod:`pscb_lib.running.boards`): a board is the unit of work, since
its other sets are masked from its restricted ones, and since one run at a time works on its cycle.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import chdir
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from pscb_lib.board.jobs import Batch, plan_jobs
from pscb_lib.board.settings import read_settings
from pscb_lib.reading.findings import InputError
from pscb_lib.running.batch import make_due
from pscb_lib.running.console import say_troubles
from pscb_lib.running.outcomes import NOTHING_RAN, SOME_FAILED, Outcome, exit_code
from pscb_lib.running.overview import Line, clear_summary, list_sets, write_overview
from pscb_lib.running.processes.locks import locked
from pscb_lib.running.standing import as_they_stand, is_due, unchanged, with_restricted

Show = Callable[[Iterable[Outcome], int], Iterable[Outcome]]


@dataclass(frozen=True)
class Order:
    """What to make of one board: what is due on *day*, *workers* sets at once.

    Without *cycle* it is that of the board's settings; *patience* is how many seconds to wait
    for another run to end.
    """

    root: Path
    outputs: Path
    day: date
    cycle: str | None = None
    force: bool = False
    workers: int = 1
    patience: float = 0

    @property
    def board(self) -> str:
        """The board's name: its folder's."""
        return self.root.name


@dataclass(frozen=True)
class BoardResult:
    """What became of an order: an exit code, how many sets were made and so on, each set's line.

    ``troubles`` say what failed, a line each; ``failure`` why nothing could run.
    """

    order: Order
    code: int
    cycle: str = ""
    counts: dict[str, int] = field(default_factory=dict)
    lines: tuple[Line, ...] = ()
    troubles: tuple[str, ...] = ()
    failure: str | None = None


def run_board(order: Order, show: Show = lambda outcomes, total: outcomes) -> BoardResult:
    """Make what is due and not unchanged, and write the cycle's overview.

    *show* passes the outcomes on as they come. Raises InputError where nothing can run, and
    Locked where another run is at work.
    """
    from pscb_lib.running.sets import failure_of

    settings = read_settings(order.root / "params" / "settings.yaml")
    batch = Batch(order.root, order.outputs, order.cycle or settings.cycle, settings.formats,
                  settings.limits, order.workers)
    jobs = plan_jobs(order.root, batch.cycle, (), settings.sets, {})
    due = [job for job in jobs if is_due(job, order.day)]
    with chdir(order.root), locked(batch.cycle_folder, order.patience):
        clear_summary(batch.cycle_folder)
        same = [] if order.force else unchanged(batch, due)
        wanted = with_restricted(batch, [job for job in due if job not in same])
        outcomes = [*show(make_due(batch, wanted), len(wanted))]
        all_told = [*outcomes, *as_they_stand(batch, same)]
        code = exit_code(all_told, settings.rejected_rows_allowed)
        lines = list_sets(batch, jobs, same, outcomes)
        troubles = [*say_troubles(all_told, settings.rejected_rows_allowed)]
        try:
            write_overview(batch.cycle_folder, batch.cycle, order.day.isoformat(), settings.board,
                           lines, code)
        except (OSError, InputError) as fault:
            troubles.append(f"FAILED  {batch.cycle}: {failure_of(fault).shown}")
            code = SOME_FAILED
    failed = sum(1 for outcome in outcomes if outcome.failure)
    counts = {"made": len(outcomes) - failed, "failed": failed, "unchanged": len(same),
              "not due": len(jobs) - len(due)}
    return BoardResult(order, code, batch.cycle, counts, tuple(lines), tuple(troubles))


def nothing_ran(order: Order, failure: str, code: int = NOTHING_RAN) -> BoardResult:
    """The result of an order that could not be carried out."""
    return BoardResult(order, code, failure=failure)


def say_counts(counts: dict[str, int]) -> str:
    """How many sets were made, failed, unchanged and not due, in words."""
    return ", ".join(f"{count} {name}" for name, count in counts.items())
