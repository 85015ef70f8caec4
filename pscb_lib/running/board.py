"""Run the batch of one board, from its settings to its summary.

``pscb batch`` calls it for its project. For many boards each call is in its own process, on this
machine or on a worker of a cluster (:mod:`pscb_lib.running.boards`). A board is not split further,
because its other sets are masked from its restricted sets, and because only one run at a time
works on its cycle.
"""

from __future__ import annotations

from contextlib import chdir
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from pscb_lib.board.jobs import Batch, plan_jobs
from pscb_lib.board.settings import read_settings
from pscb_lib.board.wording import call_by, words_of
from pscb_lib.reading.findings import InputError
from pscb_lib.running.batch import make_due
from pscb_lib.running.console import say_outcome, say_troubles
from pscb_lib.running.failures import failure_of
from pscb_lib.running.outcomes import NOTHING_RAN, SOME_FAILED, exit_code
from pscb_lib.running.overdue import longest, not_overdue
from pscb_lib.running.overview import Line, clear_summary, list_sets, write_overview
from pscb_lib.running.progress import Progress, Silent
from pscb_lib.running.tonight import plan_tonight
from pscb_lib.running.unchanged import outcomes_of
from pscb_lib.writing.locks import locked


@dataclass(frozen=True)
class Order:
    """What to make for one board: the sets due on *day*, *workers* of them at once.

    Without *cycle*, the cycle of the board's settings is used. *patience* is the number of seconds
    to wait for another run to end.
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
        """The board's name, which is that of its folder."""
        return self.root.name


@dataclass(frozen=True)
class BoardResult:
    """The result of an order: its exit code, the number of sets by state, and a line for each set.

    ``troubles`` has a line for each failure; ``failure`` says why nothing could run, or is None.
    """

    order: Order
    code: int
    cycle: str = ""
    counts: dict[str, int] = field(default_factory=dict)
    lines: tuple[Line, ...] = ()
    troubles: tuple[str, ...] = ()
    failure: str | None = None


def run_board(order: Order, progress: Progress | None = None) -> BoardResult:
    """Make the sets that are due and not unchanged, and write the cycle's overview.

    *progress* shows each set as it comes. Raises InputError if nothing can run, Locked if another
    run is at work, and Overdue if that takes longer than any may.
    """
    settings = read_settings(order.root / "params" / "settings.yaml")
    call_by(words_of(settings, order.day))
    batch = Batch(order.root, order.outputs, order.cycle or settings.cycle, settings.formats,
                  settings.limits, order.workers)
    jobs = plan_jobs(order.root, batch.cycle, (), settings.sets, {})
    with (chdir(order.root), not_overdue(longest(batch.limits, len(jobs))),
          locked(batch.cycle_folder, order.patience)):
        clear_summary(batch.cycle_folder)
        planned = plan_tonight(batch, jobs, order.day, force=order.force)
        same, wanted, awaited = planned.same, planned.wanted, planned.awaited
        progress = progress or Silent()
        made = make_due(batch, wanted, progress)
        outcomes = [*progress.show(made, len(wanted), say_outcome), *awaited]
        all_outcomes = [*outcomes, *outcomes_of(batch, same)]
        code = exit_code(all_outcomes, settings.rejected_rows_allowed)
        lines = list_sets(batch, jobs, same, outcomes)
        troubles = [*say_troubles(all_outcomes, settings.rejected_rows_allowed)]
        if wanted:
            from pscb_lib.running.meeting_papers import Project
            from pscb_lib.running.portal import try_portals

            failed_pages = [*try_portals(Project(order.root, order.outputs, settings), batch.cycle)]
            troubles += failed_pages
            code = SOME_FAILED if failed_pages else code
        try:
            write_overview(batch.cycle_folder, batch.cycle, order.day.isoformat(), settings.board,
                           lines, code)
        except (OSError, InputError) as fault:
            troubles.append(f"FAILED  {batch.cycle}: {failure_of(fault).shown}")
            code = SOME_FAILED
    failed = sum(1 for outcome in outcomes if outcome.failure)
    counts = {"made": len(outcomes) - failed - len(awaited), "failed": failed,
              "unchanged": len(same), "not due": len(jobs) - len(planned.due)}
    counts |= {"awaited": len(awaited)} if awaited else {}
    return BoardResult(order, code, batch.cycle, counts, tuple(lines), tuple(troubles))


def nothing_ran(order: Order, failure: str, code: int = NOTHING_RAN) -> BoardResult:
    """Return the result of an order that could not be carried out."""
    return BoardResult(order, code, failure=failure)


def say_counts(counts: dict[str, int]) -> str:
    """Return the number of sets made, failed, unchanged and not due, in words."""
    return ", ".join(f"{count} {name}" for name, count in counts.items())
