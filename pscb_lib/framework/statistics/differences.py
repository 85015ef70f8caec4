"""How much a figure changed between two periods, with its 95% interval.

The intervals of the two periods are combined by the method of variance estimates recovery
(Zou and Donner 2008): the distance of each limit from the difference is the square root of the
sum of squares of two distances, from each figure to its own limit. For two proportions with
Wilson's intervals this is Newcombe's hybrid score interval (Newcombe 1998, method 10). The
periods must not share cases, as a quarter and its year to date do.
"""

from __future__ import annotations

from math import hypot

from pscb_lib.framework.statistics.intervals import (
    Interval,
    Number,
    count_interval,
    rate_interval,
    wilson_interval,
)


def proportion_difference(later: tuple[int, int], earlier: tuple[int, int]) -> Interval:
    """The interval of *later* minus *earlier*, each (numerator, denominator), as shares of 1.

    56 of 70 minus 48 of 80 is 0.0524 to 0.3339. If the interval includes zero there is no
    clear change.
    """
    before, now = wilson_interval(*earlier), wilson_interval(*later)
    return _recover(later[0] / later[1], now, earlier[0] / earlier[1], before)


def rate_difference(later: tuple[int, Number], earlier: tuple[int, Number],
                    per: int = 10_000) -> Interval:
    """The interval of *later* minus *earlier*, each (events, population), per *per* people."""
    before, now = rate_interval(*earlier, per), rate_interval(*later, per)
    return _recover(float(per * later[0] / later[1]), now,
                    float(per * earlier[0] / earlier[1]), before)


def count_difference(later: int, earlier: int) -> Interval:
    """The interval of *later* minus *earlier*, counts of periods of the same length."""
    return _recover(later, count_interval(later), earlier, count_interval(earlier))


def _recover(later: float, now: Interval, earlier: float, before: Interval) -> Interval:
    change = later - earlier
    return Interval(change - hypot(later - now.lower, before.upper - earlier),
                    change + hypot(now.upper - later, earlier - before.lower))
