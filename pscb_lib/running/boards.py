"""Many boards: the batch of each in a process of its own, where one failing stops no other.

A board is a folder with ``params/`` and its returns, as the suite is for one; boards that have no
``notebooks/`` of their own share those beside them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from pscb_lib.board.settings import Limits
from pscb_lib.reading.findings import InputError
from pscb_lib.running.board import Account, Order, nothing_ran, run_board
from pscb_lib.running.outcomes import ALL_GOOD, LOCKED, NOTHING_RAN, SOME_FAILED, TOO_MANY_REJECTED
from pscb_lib.running.processes.locks import Locked
from pscb_lib.running.processes.processes import warm_up
from pscb_lib.running.processes.workers import Died, run_each
from pscb_lib.running.sets import failure_of

MOST = Limits(memory_mib=16384, seconds=6 * 60 * 60)  # a board's own process; its sets have theirs


def find_boards(folder: Path) -> list[Path]:
    """The boards in *folder*, by name; InputError where there is none."""
    boards = sorted(path.parent for path in folder.glob("*/params") if path.is_dir())
    if not boards:
        raise InputError.at(folder.name, "no folder in it holds params/",
                            "name the folder that holds the boards' folders", column="boards")
    return boards


def order_boards(boards: Iterable[Path], out: Path | None, day: date, **wanted: object
                 ) -> list[Order]:
    """An order for each board, into its own ``outputs/`` or into its folder of *out*."""
    return [Order(root, out / root.name if out else root / "outputs", day, **wanted)
            for root in boards]


def run_boards(orders: Iterable[Order], at_once: int) -> Iterator[Account]:
    """Carry out *orders*, so many *at_once*; yield what became of each as it ends."""
    warm_up()
    for order, result in run_each(run_alone, orders, at_once, MOST):
        yield nothing_ran(order, result.why) if isinstance(result, Died) else result


def run_alone(order: Order) -> Account:
    """Carry out one order in a process that is its own; whatever goes wrong is its account."""
    try:
        return run_board(order)
    except Locked as fault:
        return nothing_ran(order, str(fault), LOCKED)
    except Exception as fault:  # whatever it is, the parent learns of it in one line
        return nothing_ran(order, failure_of(fault).shown)


def exit_code_of(accounts: Iterable[Account]) -> int:
    """As for one board: 2 or 4 where none could run, else 1, 3 or 0 by what was found."""
    codes = {account.code for account in accounts}
    if codes <= {NOTHING_RAN, LOCKED}:
        return LOCKED if codes == {LOCKED} else NOTHING_RAN
    if codes & {SOME_FAILED, NOTHING_RAN, LOCKED}:
        return SOME_FAILED
    return TOO_MANY_REJECTED if TOO_MANY_REJECTED in codes else ALL_GOOD
