"""What the records of a return may still await, and who is to chase it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pscb_lib.board.context import Context
from pscb_lib.reading.rows import Awaited, Record, Records


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
