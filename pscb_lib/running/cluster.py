"""Run boards on the workers of a Dask cluster, with outputs on storage that all of them share.

A worker gets one board at a time and runs it with
:func:`pscb_lib.running.boards.run_boards`. If a worker dies, its board is given to another worker,
which keeps the sets already published and waits until the dead worker's lock is stale. Every
worker must have the same versions of this suite and its packages as the caller, because others
would make other bytes.
"""

from __future__ import annotations

import logging
import multiprocessing
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pscb_lib.reading.findings import InputError
from pscb_lib.running.board import BoardResult, Order, nothing_ran
from pscb_lib.running.boards import run_boards
from pscb_lib.running.inputs import describe_code
from pscb_lib.writing.leases import SECONDS_OF_A_LEASE

if TYPE_CHECKING:
    from distributed import Client, Future

OTHER_SUITE = "has another version of the suite or its packages"
INSTALL = "install the same there, with the same constraints.txt"
SCHEDULER_ENDED = ("the scheduler ended during the run; when it runs again, the next batch makes "
                   "what is missing, and nothing is to be mended")
IS_DAEMON = "cannot start processes"
NO_DAEMON = "start it with DASK_DISTRIBUTED__WORKER__DAEMON=False or --no-nanny"


@dataclass(frozen=True)
class Worker:
    """A worker: the versions of its code, and whether it is a daemon and cannot start processes."""

    code: dict[str, object]
    is_daemon: bool


def describe_worker() -> Worker:
    """Describe the worker that calls this."""
    return Worker(describe_code(), multiprocessing.current_process().daemon)


def run_on_cluster(address: str, orders: Iterable[Order]) -> Iterator[BoardResult]:
    """Carry out *orders* on the cluster at *address*; yield the result of each as it ends.

    Raises InputError if no scheduler answers, or if a worker cannot run the suite.
    """
    with _without_logs(), _connected(address) as client:
        from distributed import as_completed

        for worker, found in client.run(describe_worker, on_error="return").items():
            if fault := _fault_of(found, describe_code()):
                raise InputError.at(worker, *fault, column="worker")
        futures = {client.submit(run_there, order, describe_code(), pure=False): order
                   for order in orders}
        for future in as_completed(futures):
            yield _result_of(futures[future], future, client)


def run_there(order: Order, code: dict[str, object]) -> BoardResult:
    """Carry out one order on the worker that calls this, which may have joined after the check."""
    if fault := _fault_of(describe_worker(), code):
        return nothing_ran(order, f"a worker {', '.join(fault)}")
    if not order.root.is_dir():
        return nothing_ran(order, f"{order.board}: a worker does not see the folder; mount the "
                           "boards' storage there under the same path")
    (result,) = run_boards([replace(order, patience=SECONDS_OF_A_LEASE)], at_once=1)
    return result


def _fault_of(found: object, code: dict[str, object]) -> tuple[str, str] | None:
    """Return what is wrong with a worker and what to do, or None."""
    if not isinstance(found, Worker):
        return f"cannot run the suite ({type(found).__name__})", INSTALL
    if found.code != code:
        return OTHER_SUITE, INSTALL
    return (IS_DAEMON, NO_DAEMON) if found.is_daemon else None


def _result_of(order: Order, future: Future, client: Client) -> BoardResult:
    try:
        return future.result()
    except Exception as fault:  # several workers died with this board, or the scheduler did
        if client.status != "running":
            return nothing_ran(order, SCHEDULER_ENDED)
        return nothing_ran(order, f"its workers were lost ({type(fault).__name__})")


@contextmanager
def _without_logs() -> Iterator[None]:
    """Print nothing of Dask's own: what becomes of each board is said by its result."""
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        yield
    finally:
        logging.disable(before)


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
