"""What the records of a return may still await, and who is to chase it.

Found by convention: the return ``actions`` is waited on as ``returns/actions_awaited.py`` says,
and what has no such module awaits nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec

from pscb_lib.board.context import Context
from pscb_lib.reading.rows import Awaited, Record, Records
from pscb_lib.returns.kinds import module_of


@dataclass(frozen=True)
class Waiting:
    """How a return is chased.

    ``reference`` are the fields by which its sender knows a record, none of them identifying;
    ``team`` tells who holds it; ``make`` tells what a record may await, given the day of the
    report and the other records.
    """

    reference: tuple[str, ...]
    team: Callable[[Context, Record], str]
    make: Callable[[Context, Records], tuple[Awaited, ...]]


def waiting_of(name: str) -> Waiting | None:
    """How the return of this name is chased; None where its records await nothing."""
    package, _, own = module_of(name).__name__.rpartition(".")
    module = f"{package}.awaited" if own == "returned" else f"{package}.{own}_awaited"
    return import_module(module).WAITING if find_spec(module) else None
