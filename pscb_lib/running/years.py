"""Run the cycles of a financial year, the earliest first.

Each cycle is masked together with the papers that are out already, so that the order matters: the
papers of a year run at once hide the same as if each cycle had been run in its own quarter.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from pscb_lib.board.cycle_files import find_files
from pscb_lib.board.yaml_files import read_yaml
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reading import cells
from pscb_lib.reading.findings import InputError
from pscb_lib.running.board import BoardResult, Order
from pscb_lib.running.boards import run_alone
from pscb_lib.running.progress import Progress

QUARTERS, MONTHS = 4, 12


def order_year(root: Path, outputs: Path, year: ReportingPeriod, day: date | None,
               *, force: bool = False, workers: int = 1) -> list[Order]:
    """Return an order for each cycle that the project has of a *year*, in the order of the year.

    Without a *day* each cycle is run as on the last day that one of its papers names, so that all
    of them are due. Raises InputError if *year* is not a year, or if there is no cycle of it.
    """
    cycles = cycles_of(root, year)
    if not cycles:
        raise InputError.at("params", "there is no cycle of the year",
                            f"write one with pscb new-cycle {year.label}-q1", column="year",
                            value=year.label)
    return [Order(root, outputs, day or last_day(root, cycle), cycle, force, workers)
            for cycle in cycles]


def cycles_of(root: Path, year: ReportingPeriod) -> list[str]:
    """The cycles that the project has of a *year*, its quarters first.

    What is made from the papers of the whole year has a cycle with the year's own name. Raises
    InputError if *year* is not a year.
    """
    if year.months != MONTHS:
        raise InputError.at("--year", "is not a financial year", "write it like 2014-15",
                            value=year.label)
    names = [*(f"{year.label}-q{number + 1}" for number in range(QUARTERS)), year.label]
    return [name for name in names if (root / "params" / name).is_dir()]


def last_day(root: Path, cycle: str) -> date:
    """Return the latest ``as_of`` of a cycle's papers. Raises InputError if one has none."""
    files = find_files(root, cycle)
    if not files:
        raise InputError.at(f"params/{cycle}", "the cycle has no paper", "remove the folder, or "
                            "write it again with pscb new-cycle")
    return max(_day_of(path) for path in files.values())


def _day_of(path: Path) -> date:
    text = str(read_yaml(path).get("as_of", ""))
    try:
        return cells.day(text)
    except ValueError as fault:
        raise InputError.at(path.name, str(fault), "write it like 2015-01-31", column="as_of",
                            value=text) from None


def run_year(orders: Sequence[Order], progress: Progress | None = None) -> Iterator[BoardResult]:
    """Carry out *orders* one after another; a cycle that cannot run stops no other."""
    for order in orders:
        yield run_alone(order, progress)
