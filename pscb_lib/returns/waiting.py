"""The dates and outcomes that records of a return may still lack, and the team to ask for them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pscb_lib.board.context import Context
from pscb_lib.reading.rows import Awaited, Record, Records


@dataclass(frozen=True)
class Waiting:
    """How missing dates and outcomes of a return are asked for.

    ``reference`` are the fields by which the sender finds a record, none of them identifying.
    ``team`` returns the team that holds a record. ``make`` returns what a record may still lack on
    the day of the report, given the other records.
    """

    reference: tuple[str, ...]
    team: Callable[[Context, Record], str]
    make: Callable[[Context, Records], tuple[Awaited, ...]]
