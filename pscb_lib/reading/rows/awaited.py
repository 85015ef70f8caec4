"""Dates and outcomes that a valid record may still lack before the figures of a quarter are fixed.

A small function says when one is lacking. Its docstring says why it is needed, and the function
is found by convention, as rules are.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from inspect import getdoc

from pscb_lib.reading.rows.nouns import Record


@dataclasses.dataclass(frozen=True)
class Awaited:
    """A date or an outcome awaited: its field, what the finding says, and when a record lacks it.

    ``guidance`` says why it is needed; ``example`` has the cells that make a valid row lack it.
    """

    field: str
    says: str
    lacks: Callable[[Record], bool]
    guidance: str
    example: Mapping[str, str] = dataclasses.field(default_factory=dict, compare=False)


def awaits(field: str, says: str, example: Mapping[str, str]
           ) -> Callable[[Callable[[Record], bool]], Awaited]:
    """Make an Awaited for *field* from the function that this decorates."""
    def make(lacks: Callable[[Record], bool]) -> Awaited:
        return Awaited(field, says, lacks, getdoc(lacks) or "", example)

    return make


def find_awaited(names: Mapping[str, object]) -> tuple[Awaited, ...]:
    """Every Awaited among the *names* of a module or a function, in order of definition."""
    return tuple(one for one in names.values() if isinstance(one, Awaited))
