"""Boards on the workers of a Dask cluster; what becomes of them lands on the storage all share.

A worker is given one board at a time, and does for it what this machine would
(:func:`pscb_lib.running.boards.run_boards`). A board whose worker dies is given to another, which
finds whole what was published and waits for the lock of the dead. Every worker must have this
suite and its packages at the versions of the caller: others would make other bytes.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pscb_lib.reading.findings import InputError
from pscb_lib.running.board import BoardResult, Order, nothing_ran
from pscb_lib.running.boards import run_boards
from pscb_lib.running.inputs import describe_code
from pscb_lib.running.processes.leases import SECONDS_OF_A_LEASE

if TYPE_CHECKING:
    from distributed import Client, Future

OTHER_SUITE = "has another version of the suite or its packages"
INSTALL = "install the same there, with the same constraints.txt"
IS_DAEMON = "may start no processes"
NO_DAEMON = "start it with DASK_DISTRIBUTED__WORKER__DAEMON=False or --no-nanny"


@dataclass(frozen=True)
class Worker:
    """What a worker is able to: the code it has, and whether it may start processes."""

    code: dict[str, object]
    is_daemon: bool


def describe_worker() -> Worker:
    """What the process that calls this is able to."""
    return Worker(describe_code(), multiprocessing.current_process().daemon)


def run_on_cluster(address: str, orders: Iterable[Order]) -> Iterator[BoardResult]:
    """Carry out *orders* on the cluster at *address*; yield what became of each as it ends.

    Raises InputError where no scheduler answers or a worker is not fit.
    """
    with _connected(address) as client:
        from distributed import as_completed

        for worker, found in client.run(describe_worker, on_error="return").items():
            if fault := _fault_of(found, describe_code()):
                raise InputError.at(worker, *fault, column="worker")
        futures = {client.submit(run_there, order, describe_code(), pure=False): order
                   for order in orders}
        for future in as_completed(futures):
            yield _result_of(futures[future], future)


def run_there(order: Order, code: dict[str, object]) -> BoardResult:
    """Carry out one order on the worker that calls this, which may have joined late."""
    if fault := _fault_of(describe_worker(), code):
        return nothing_ran(order, f"a worker {', '.join(fault)}")
    if not order.root.is_dir():
        return nothing_ran(order, f"{order.board}: a worker does not see the folder; mount the "
                           "boards' storage there under the same path")
    (result,) = run_boards([replace(order, patience=SECONDS_OF_A_LEASE)], at_once=1)
    return result


def _fault_of(found: object, code: dict[str, object]) -> tuple[str, str] | None:
    """What is wrong with a worker and what to do, if anything is."""
    if not isinstance(found, Worker):
        return f"cannot run the suite ({type(found).__name__})", INSTALL
    if found.code != code:
        return OTHER_SUITE, INSTALL
    return (IS_DAEMON, NO_DAEMON) if found.is_daemon else None


def _result_of(order: Order, future: Future) -> BoardResult:
    try:
        return future.result()
    except Exception as fault:  # its workers died again and again, or the scheduler did
        return nothing_ran(order, f"its workers were lost ({type(fault).__name__})")


def _connected(address: str) -> Client:
    try:
        from distributed import Client
    except ImportError:
        raise InputError.at("--cluster", "needs Dask", 'install it: pip install -c '
                            'constraints.txt -e ".[cluster]"') from None
    try:
        return Client(address)
    except (OSError, ValueError, TypeError) as fault:  # TypeError: tls:// without certificates
        raise InputError.at("--cluster", f"no scheduler answers ({type(fault).__name__})",
                            "start one, or correct the address or the certificates",
                            value=address) from None
