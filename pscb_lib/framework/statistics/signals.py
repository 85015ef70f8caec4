"""The four rules by which NHS Making Data Count tells a signal from usual variation.

In order of precedence, as NHSRplotthedots 0.2.2 applies them:

1. *outside*: a point above the upper or below the lower limit. A point on a limit is not outside.
2. *trend*: seven consecutive points, each higher or each lower than the last. All of them are
   marked; a point in two trends takes the direction of the second. Two equal points end a trend.
3. *two of three*: of three consecutive points on one side of the mean, two or three beyond the
   near limit but not outside. Only these two or three are marked.
4. *shift*: seven consecutive points on one side of the mean. A point on the mean ends a shift.

A point keeps all rules that mark it, and takes its direction from the first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum
from fractions import Fraction
from itertools import groupby, pairwise

from pscb_lib.framework.statistics.limits import Limits, Run

RUNNING = 7


class Rule(Enum):
    """The rules in order of precedence."""

    OUTSIDE = "outside"
    TREND = "trend"
    TWO_OF_THREE = "two of three"
    SHIFT = "shift"


class Direction(Enum):
    """The direction of a signal: rising or above, falling or below."""

    HIGH = 1
    LOW = -1


Marks = dict[int, int]  # the position of a point in its run, and its direction's number


def find_signals(run: Run, limits: Limits) -> list[dict[Rule, Direction]]:
    """The rules that mark each point of *run*, in order of precedence, with their directions."""
    sides = [_sign(value, limits.mean) for value in run]
    outside = {place: sides[place] for place, value in enumerate(run)
               if not limits.lower <= value <= limits.upper}
    marks = {Rule.OUTSIDE: outside, Rule.TREND: _trend(run),
             Rule.TWO_OF_THREE: _two_of_three(run, limits, sides, outside),
             Rule.SHIFT: _shift(sides)}
    return [{rule: Direction(marked[place]) for rule, marked in marks.items() if place in marked}
            for place in range(len(run))]


def _trend(run: Run) -> Marks:
    steps = [_sign(after, before) for before, after in pairwise(run)]
    return {place: sign for places, sign in _alike(steps, RUNNING - 1)
            for place in (*places, places.stop)}


def _two_of_three(run: Run, limits: Limits, sides: Sequence[int], outside: Marks) -> Marks:
    near = {place for place, value in enumerate(run) if place not in outside
            and not limits.near_lower <= value <= limits.near_upper}
    windows = (range(first, first + 3) for first in range(len(run) - 2))
    return {place: sides[place] for window in windows
            if len({sides[one] for one in window}) == 1 and len(near.intersection(window)) >= 2
            for place in near.intersection(window)}


def _shift(sides: Sequence[int]) -> Marks:
    return {place: sign for places, sign in _alike(sides, RUNNING) for place in places}


def _alike(signs: Sequence[int], fewest: int) -> Iterator[tuple[range, int]]:
    """The positions of *fewest* or more consecutive equal signs other than zero."""
    first = 0
    for sign, members in groupby(signs):
        after = first + len(list(members))
        if sign and after - first >= fewest:
            yield range(first, after), sign
        first = after


def _sign(number: Fraction, other: Fraction) -> int:
    """1 if *number* is greater than *other*, -1 if it is smaller, otherwise 0."""
    return (number > other) - (number < other)
