"""What a sound record may still lack before a quarter freezes: not wrong, only not complete yet.

A small function says when; its docstring is why it is wanted, and it is found by convention as
rules are.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from inspect import getdoc

from pscb_lib.reading.rows.nouns import Record


@dataclasses.dataclass(frozen=True)
class Awaited:
    """A date or an outcome that a record lacks: its field, what is awaited, and when it is.

    ``guidance`` is why it is wanted, ``example`` what to write into a sound row so that it is.
    """

    field: str
    says: str
    lacks: Callable[[Record], bool]
    guidance: str
    example: Mapping[str, str] = dataclasses.field(default_factory=dict, compare=False)


def awaits(field: str, says: str, example: Mapping[str, str]
           ) -> Callable[[Callable[[Record], bool]], Awaited]:
    """Make what is awaited in *field* from the function below it."""
    def make(lacks: Callable[[Record], bool]) -> Awaited:
        return Awaited(field, says, lacks, getdoc(lacks) or "", example)

    return make


def find_awaited(names: Mapping[str, object]) -> tuple[Awaited, ...]:
    """What is awaited among a module's or a function's own names, in the order they stand."""
    return tuple(one for one in names.values() if isinstance(one, Awaited))
