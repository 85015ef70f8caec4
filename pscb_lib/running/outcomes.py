"""The outcomes of the sets to be made, and the exit code."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pscb_lib.board.jobs import Job

if TYPE_CHECKING:
    from pscb_lib.reading.rows import Source

ALL_GOOD, SOME_FAILED, NOTHING_RAN, TO_ACT_ON, LOCKED, OVERDUE = range(6)


@dataclass(frozen=True)
class Outcome:
    """The outcome of one job: its end block and row counts, or why it failed or is awaited.

    ``awaited`` says what a person has to write before the set can be made. ``kept`` is the folder,
    below the outputs, with the files of a failed job. For an unchanged set only ``rows`` is given.
    """

    job: Job
    folder: Path
    end: dict | None = None
    rows: dict[str, int] | None = None
    failure: str | None = None
    kept: str | None = None
    awaited: str | None = None


def sum_rows(sources: Iterable[Source]) -> dict[str, int]:
    """Return the row counts over all returns of a report: read = used + rejected + left out."""
    names = ("read", "used", "rejected", "left_out")
    sources = list(sources)
    return {name: sum(getattr(source, name) for source in sources) for name in names}


def exit_code(outcomes: Iterable[Outcome], rejected_rows_allowed: int) -> int:
    """Return the exit code: 0 all good, 1 some failed, 3 if a person has to act: more rows are
    rejected than allowed, or a statement is awaited.
    """
    outcomes = list(outcomes)
    if any(outcome.failure for outcome in outcomes):
        return SOME_FAILED
    if any(outcome.awaited for outcome in outcomes):
        return TO_ACT_ON
    rejected = max((outcome.rows["rejected"] for outcome in outcomes if outcome.rows), default=0)
    return TO_ACT_ON if rejected > rejected_rows_allowed else ALL_GOOD
