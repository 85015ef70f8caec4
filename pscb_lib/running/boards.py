"""Run the batches of many boards, each in its own process, so that one failure stops no other.

A board is a folder with ``params/`` and its returns, like a project with one board. Boards without
a ``notebooks/`` folder share the one beside them. After a batch, ``summary.json`` (for a program)
and ``index.html`` (for a reader, with a link to each board's page) give the state of all boards.
Neither has a time of day: the same state gives the same bytes.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TypedDict, Unpack

from pscb_lib.board.settings import Limits
from pscb_lib.reading.debris import is_debris
from pscb_lib.reading.findings import InputError
from pscb_lib.running.board import BoardResult, Order, nothing_ran, run_board, say_counts
from pscb_lib.running.failures import failure_of
from pscb_lib.running.outcomes import (
    ALL_GOOD,
    LOCKED,
    NOTHING_RAN,
    OVERDUE,
    SOME_FAILED,
    TO_ACT_ON,
)
from pscb_lib.running.overdue import Overdue
from pscb_lib.running.overview import Line, last_good
from pscb_lib.running.processes.processes import warm_up
from pscb_lib.running.processes.workers import Died, run_each
from pscb_lib.running.progress import Progress, Silent
from pscb_lib.running.publishing.manifest import find_sets, read_manifest
from pscb_lib.writing.folders import FILE
from pscb_lib.writing.locks import Locked
from pscb_lib.writing.whole import write_text

# For a board's process: the processes of its sets have their own limits.
MOST = Limits(memory_mib=16384, seconds=6 * 60 * 60)


class Wanted(TypedDict, total=False):
    """The optional fields of an :class:`~pscb_lib.running.board.Order`."""

    cycle: str | None
    force: bool
    workers: int
    patience: float


def find_boards(folder: Path) -> list[Path]:
    """Return the boards in *folder*, by name. Raises InputError if there is none."""
    boards = sorted(path.parent for path in folder.glob("*/params") if path.is_dir()
                    and not is_debris(path.parent))
    if not boards:
        raise InputError.at(folder.name, "no folder in it holds params/",
                            "name the folder that holds the boards' folders", column="boards")
    return boards


def order_boards(boards: Iterable[Path], out: Path | None, day: date, **wanted: Unpack[Wanted]
                 ) -> list[Order]:
    """Return an order for each board, its outputs in ``outputs/`` or in its folder of *out*."""
    return [Order(root, out / root.name if out else root / "outputs", day, **wanted)
            for root in boards]


def run_boards(orders: Iterable[Order], at_once: int, progress: Progress | None = None
               ) -> Iterator[BoardResult]:
    """Carry out *orders*, *at_once* at a time; yield the result of each as it ends."""
    warm_up()
    shown = progress or Silent()
    for order, result in run_each(run_alone, orders, at_once, MOST,
                                  began=lambda order: shown.began(order.board)):
        yield nothing_ran(order, result.why) if isinstance(result, Died) else result


def run_alone(order: Order, progress: Progress | None = None) -> BoardResult:
    """Carry out one order. Never raises: a failure is returned as a result."""
    try:
        return run_board(order, progress)
    except Locked as fault:
        return nothing_ran(order, str(fault), LOCKED)
    except Overdue as fault:
        return nothing_ran(order, str(fault), OVERDUE)
    except Exception as fault:  # the parent gets any fault as one line
        return nothing_ran(order, failure_of(fault).shown)


def exit_code_of(results: Iterable[BoardResult]) -> int:
    """Return the exit code for all boards.

    5 if another run holds a board for longer than any may take; 2 or 4 if no board could run; else
    1 if any set or board failed, 3 if a person has to act, 0 if all is good.
    """
    codes = {result.code for result in results}
    if OVERDUE in codes:
        return OVERDUE
    if codes <= {NOTHING_RAN, LOCKED}:
        return LOCKED if codes == {LOCKED} else NOTHING_RAN
    if codes & {SOME_FAILED, NOTHING_RAN, LOCKED}:
        return SOME_FAILED
    return TO_ACT_ON if TO_ACT_ON in codes else ALL_GOOD


def write_boards(folder: Path, day: date, results: Iterable[BoardResult], code: int) -> None:
    """Write ``summary.json`` and ``index.html`` into *folder*, each whole or not at all."""
    from pscb_lib.page.rendering.boards import render_boards

    boards = [_summarise(folder, result) for result in results]
    summary = {"as_of": day.isoformat(), "exit_code": code, "boards": boards}
    text = json.dumps(summary, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
    write_text(folder / "summary.json", text, FILE)
    write_text(folder / "index.html", render_boards(day.isoformat(), boards), FILE)


def say_result(result: BoardResult) -> tuple[str, str]:
    """The board that a result is of, and what became of its sets."""
    return result.order.board, "could not run" if result.failure else say_counts(result.counts)


def say_troubles_of(results: Iterable[BoardResult]) -> Iterator[str]:
    """Yield a line for each reason why boards could not run, and for each set that failed."""
    results, failures = list(results), defaultdict[str, list[str]](list)
    for result in results:
        if result.failure:
            failures[result.failure].append(result.order.board)
    for failure, boards in failures.items():
        yield f"FAILED  {', '.join(boards)}: {failure}"
    for result in results:
        yield from (f"{result.order.board}: {trouble}" for trouble in result.troubles)


def say_boards(results: Iterable[BoardResult]) -> str:
    """Return the number of boards that ran, and the number of their sets by state, in words."""
    results, sums = list(results), Counter[str]()
    ran = [result for result in results if not result.failure]
    for result in ran:
        sums.update(result.counts)
    said = f"{len(ran)} of {len(results)} boards ran"
    return f"{said}: {say_counts(sums)}" if ran else said


def _summarise(folder: Path, result: BoardResult) -> dict[str, object]:
    """Return the entry of one board in the summary; ``page`` is the path of its own overview."""
    outputs = result.order.outputs
    page = outputs / result.cycle / "index.html"
    sets = result.lines or _published(outputs)
    return {
        "board": result.order.board,
        "cycle": result.cycle,
        "exit_code": result.code,
        "failure": result.failure,
        "page": page.relative_to(folder).as_posix() if result.cycle else None,
        "sets": [asdict(line) for line in sets],
    }


def _published(outputs: Path) -> list[Line]:
    """Return the lines of the published sets of a board that could not run."""
    found = [(path, read_manifest(path).get("parameters", {})) for path in find_sets(outputs)]
    return [Line(path.name, path.parent.name, parameters.get("period", ""), "not run", None,
                 last_good(path)) for path, parameters in found]
