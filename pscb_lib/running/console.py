"""What ``pscb run`` prints: a table of the sets made, the failures and the pages to open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pscb_lib.running.outcomes import Outcome

RATINGS = ("green", "amber", "red", "not_applicable", "not_supplied")
ROWS = ("used", "rejected", "left_out")
HEADINGS = ("Report", "Period", "Set", "Green", "Amber", "Red", "N/A", "Not supplied", "Used",
            "Rejected", "Left out")
NAMES = 3  # columns that hold words, not numbers


def say_outcomes(outcomes: Iterable[Outcome]) -> Iterator[str]:
    """Yield a line for each set made, with its ratings and rows, then the pages to open."""
    made = [outcome for outcome in outcomes if outcome.end]
    rows = [HEADINGS, *map(_row, made)]
    widths = [max(len(row[place]) for row in rows) for place in range(len(HEADINGS))]
    for row in rows:
        cells = [cell.ljust(width) if place < NAMES else cell.rjust(width)
                 for place, (cell, width) in enumerate(zip(row, widths, strict=True))]
        yield "  ".join(cells)
    for outcome in made:
        yield f"Open {_from_here(next(_pages(outcome.folder)))}"


def say_troubles(outcomes: Iterable[Outcome], allowed: int) -> Iterator[str]:
    """Yield a line for each set that failed or is awaited, each warning, and rejected rows."""
    for outcome in outcomes:
        if outcome.failure:
            where = f" (kept in {outcome.kept})" if outcome.kept else ""
            yield f"FAILED  {outcome.job.audience}: {outcome.job.name}: {outcome.failure}{where}"
        if outcome.awaited:
            yield (f"AWAITED  {outcome.job.audience}: {outcome.job.name}: not made; "
                   f"{outcome.awaited}")
        for warning in (outcome.end or {}).get("warnings", ()):
            yield f"WARNING  {outcome.job.audience}: {outcome.job.name}: {warning}"
    rejected = {outcome.job.name: outcome.rows["rejected"]
                for outcome in outcomes if outcome.rows}
    for report, rows in rejected.items():
        if rows > allowed:
            yield (f"REJECTED  {report}: {rows} rows could not be used, {allowed} are allowed; its "
                   "restricted set lists them")


def say_outcome(outcome: Outcome) -> tuple[str, str]:
    """The set that an outcome is of, and what became of it."""
    return outcome.job.label, "failed" if outcome.failure else "made"


def _row(outcome: Outcome) -> tuple[str, ...]:
    end, counts = outcome.end or {}, outcome.rows or {}
    ratings = [end["ratings"].get(name) for name in RATINGS]
    numbers = ["-" if rating is None else str(rating) for rating in ratings]
    rows = [str(counts[name]) for name in ROWS]
    job = outcome.job
    return (job.name, job.parameters["period"], job.audience, *numbers, *rows)


def _pages(folder: Path) -> Iterator[Path]:
    """Return the files of a set that can be opened, best first."""
    names = ("report.html", "report.pdf", "report.ipynb")
    return (folder / name for name in names if (folder / name).exists())


def _from_here(path: Path) -> Path:
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path
