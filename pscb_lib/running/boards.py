"""Many boards: the batch of each in a process of its own, where one failing stops no other.

A board is a folder with ``params/`` and its returns, as the suite is for one; boards that have no
``notebooks/`` of their own share those beside them. After a batch ``summary.json`` (for a program)
and ``index.html`` (for a reader, with links to each board's own page) give the state of all boards.
Neither holds a clock: the same state gives the same bytes.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TypedDict, Unpack

from pscb_lib.board.settings import Limits
from pscb_lib.reading.findings import InputError
from pscb_lib.running.board import BoardResult, Order, nothing_ran, run_board, say_counts
from pscb_lib.running.outcomes import ALL_GOOD, LOCKED, NOTHING_RAN, SOME_FAILED, TOO_MANY_REJECTED
from pscb_lib.running.overview import Line, last_good, write_whole
from pscb_lib.running.processes.locks import Locked
from pscb_lib.running.processes.processes import warm_up
from pscb_lib.running.processes.workers import Died, run_each
from pscb_lib.running.publishing.manifest import find_sets, read_manifest
from pscb_lib.running.sets import failure_of

MOST = Limits(memory_mib=16384, seconds=6 * 60 * 60)  # a board's own process; its sets have theirs


class Wanted(TypedDict, total=False):
    """What an order may also say, see :class:`~pscb_lib.running.board.Order`."""

    cycle: str | None
    force: bool
    workers: int
    patience: float


def find_boards(folder: Path) -> list[Path]:
    """The boards in *folder*, by name; InputError where there is none."""
    boards = sorted(path.parent for path in folder.glob("*/params") if path.is_dir())
    if not boards:
        raise InputError.at(folder.name, "no folder in it holds params/",
                            "name the folder that holds the boards' folders", column="boards")
    return boards


def order_boards(boards: Iterable[Path], out: Path | None, day: date, **wanted: Unpack[Wanted]
                 ) -> list[Order]:
    """An order for each board, into its own ``outputs/`` or into its folder of *out*."""
    return [Order(root, out / root.name if out else root / "outputs", day, **wanted)
            for root in boards]


def run_boards(orders: Iterable[Order], at_once: int) -> Iterator[BoardResult]:
    """Carry out *orders*, so many *at_once*; yield what became of each as it ends."""
    warm_up()
    for order, result in run_each(run_alone, orders, at_once, MOST):
        yield nothing_ran(order, result.why) if isinstance(result, Died) else result


def run_alone(order: Order) -> BoardResult:
    """Carry out one order in a process that is its own; whatever goes wrong is its result."""
    try:
        return run_board(order)
    except Locked as fault:
        return nothing_ran(order, str(fault), LOCKED)
    except Exception as fault:  # whatever it is, the parent learns of it in one line
        return nothing_ran(order, failure_of(fault).shown)


def exit_code_of(results: Iterable[BoardResult]) -> int:
    """As for one board: 2 or 4 where none could run, else 1, 3 or 0 by what was found."""
    codes = {result.code for result in results}
    if codes <= {NOTHING_RAN, LOCKED}:
        return LOCKED if codes == {LOCKED} else NOTHING_RAN
    if codes & {SOME_FAILED, NOTHING_RAN, LOCKED}:
        return SOME_FAILED
    return TOO_MANY_REJECTED if TOO_MANY_REJECTED in codes else ALL_GOOD


def write_boards(folder: Path, day: date, results: Iterable[BoardResult], code: int) -> None:
    """Write both files into *folder*, each whole or not at all."""
    from pscb_lib.page.rendering.boards import render_boards

    boards = [_told(folder, result) for result in results]
    summary = {"as_of": day.isoformat(), "exit_code": code, "boards": boards}
    text = json.dumps(summary, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
    write_whole(folder / "summary.json", text)
    write_whole(folder / "index.html", render_boards(day.isoformat(), boards))


def show_boards(results: Iterable[BoardResult], total: int) -> Iterator[BoardResult]:
    """Pass on each result as it comes: a bar on a terminal, a line each in a log."""
    if sys.stderr.isatty():
        from tqdm import tqdm

        yield from tqdm(results, total=total, desc="Boards", unit="board", ascii=True)
        return
    for number, result in enumerate(results, start=1):
        became = "could not run" if result.failure else say_counts(result.counts)
        print(f"{number} of {total}  {result.order.board}: {became}", file=sys.stderr, flush=True)
        yield result


def say_troubles_of(results: Iterable[BoardResult]) -> Iterator[str]:
    """A line for each set that failed, and for each board that could not run at all."""
    for result in results:
        if result.failure:
            yield f"FAILED  {result.order.board}: {result.failure}"
        yield from (f"{result.order.board}: {trouble}" for trouble in result.troubles)


def say_boards(results: Iterable[BoardResult]) -> str:
    """How many boards ran, and what became of all their sets."""
    results, sums = list(results), Counter[str]()
    ran = [result for result in results if not result.failure]
    for result in ran:
        sums.update(result.counts)
    said = f"{len(ran)} of {len(results)} boards ran"
    return f"{said}: {say_counts(sums)}" if ran else said


def _told(folder: Path, result: BoardResult) -> dict[str, object]:
    """What the summary tells of one board; ``page`` is where its own overview lies."""
    outputs = result.order.outputs
    page = outputs / result.cycle / "index.html"
    sets = result.lines or _standing(outputs)
    return {
        "board": result.order.board,
        "cycle": result.cycle,
        "exit_code": result.code,
        "failure": result.failure,
        "page": page.relative_to(folder).as_posix() if result.cycle else None,
        "sets": [asdict(line) for line in sets],
    }


def _standing(outputs: Path) -> list[Line]:
    """The sets that stand of a board that could not run."""
    found = [(path, read_manifest(path).get("parameters", {})) for path in find_sets(outputs)]
    return [Line(path.name, path.parent.name, parameters.get("period", ""), "not run", None,
                 last_good(path)) for path, parameters in found]
