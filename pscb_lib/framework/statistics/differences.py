"""How much a figure changed between two periods, with its 95% interval.

The intervals of the two periods are put together by the method of variance estimates recovery
(Zou and Donner 2008): from the difference each limit goes as far as the two limits that lie its
way go together, at right angles. Of two proportions with Wilson's intervals that is Newcombe's
hybrid score interval (Newcombe 1998, method 10). The periods must not share cases: a quarter
and the year to date do.
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
    """Later less earlier, each (numerator, denominator), as shares of 1.

    56 of 70 less 48 of 80 is 0.0524 to 0.3339. Where the interval holds zero there is no
    clear change.
    """
    before, now = wilson_interval(*earlier), wilson_interval(*later)
    return _recover(later[0] / later[1], now, earlier[0] / earlier[1], before)


def rate_difference(later: tuple[int, Number], earlier: tuple[int, Number],
                    per: int = 10_000) -> Interval:
    """Later less earlier, each (events, population), for every *per* people."""
    before, now = rate_interval(*earlier, per), rate_interval(*later, per)
    return _recover(float(per * later[0] / later[1]), now,
                    float(per * earlier[0] / earlier[1]), before)


def count_difference(later: int, earlier: int) -> Interval:
    """Later less earlier, of counts over periods equally long."""
    return _recover(later, count_interval(later), earlier, count_interval(earlier))


def _recover(later: float, now: Interval, earlier: float, before: Interval) -> Interval:
    change = later - earlier
    return Interval(change - hypot(later - now.lower, before.upper - earlier),
                    change + hypot(now.upper - later, earlier - before.lower))
