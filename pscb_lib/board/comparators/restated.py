"""Figures that a later release restated.

A rate may change while its counts stay the same, when the population is rebased, so changes of
values and of counts are kept apart.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby, pairwise

from pscb_lib.board.comparators.register import Benchmark, Mark


@dataclass(frozen=True)
class Restatement:
    """One figure as two releases print it."""

    before: Benchmark
    after: Benchmark

    @property
    def value_changed(self) -> bool:
        """Whether the value differs."""
        return self.before.value != self.after.value

    @property
    def counts_changed(self) -> bool | None:
        """Whether a count differs; None if no count is a number in both releases."""
        pairs = [pair for pair in ((self.before.numerator, self.after.numerator),
                                   (self.before.denominator, self.after.denominator))
                 if all(isinstance(count, Decimal) for count in pair)]
        return any(before != after for before, after in pairs) if pairs else None


def find_restated(rows: Iterable[Benchmark]) -> list[Restatement]:
    """Every figure whose value or counts differ between two consecutive releases.

    A different mark is not a change: publications use different marks.
    """
    ordered = sorted(rows, key=lambda one: (*one.place, one.released_on))
    pairs = [Restatement(*pair) for _, editions in groupby(ordered, lambda one: one.place)
             for pair in pairwise(editions)]
    return [one for one in pairs if _differs(one)]


def _differs(one: Restatement) -> bool:
    if isinstance(one.before.value, Mark) and isinstance(one.after.value, Mark):
        return bool(one.counts_changed)
    return one.value_changed or bool(one.counts_changed)
