"""The time between rare events, such as deaths: a T chart, used instead of quarterly counts.

A T chart (Nelson 1994; the tutorial guide of NHS Scotland's Information Services Division). The
times between rare events are exponential, hence skewed; raised to the power of 1/3.6 they are
nearly symmetrical. The XmR chart of :mod:`pscb_lib.framework.statistics.spc` is made of these
values, and its mean and limits are converted back to days. A longer time between is better.

Events are known by date, so two on one day are taken as half a day apart: a time of zero
cannot be drawn. The time since the last event has not ended and is not a point. The dates show
when a child died, so such a chart is for the restricted set only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import pairwise

from pscb_lib.framework.rag import Polarity
from pscb_lib.framework.statistics.limits import Limits
from pscb_lib.framework.statistics.spc import measure_variation
from pscb_lib.framework.statistics.variation import Rebase, Stretch, Variation

POWER = 1 / 3.6
SAME_DAY = Fraction(1, 2)


def measure_time_between(events: Sequence[date], rebases: Sequence[Rebase] = ()) -> Variation:
    """Measure the variation of the days between *events*, one point for each but the first.

    *events* may be in any order. The figures are in days.
    """
    ordered = sorted(events)
    days = [Fraction((after - before).days) or SAME_DAY for before, after in pairwise(ordered)]
    series = [(day, float(one) ** POWER) for day, one in zip(ordered[1:], days, strict=True)]
    given = iter(days)
    return Variation(tuple(_in_days(stretch, [next(given) for _ in stretch.points])
                           for stretch in measure_variation(
                               series, Polarity.HIGHER_IS_BETTER, rebases).stretches))


def _in_days(stretch: Stretch, days: Sequence[Fraction]) -> Stretch:
    points = tuple(replace(point, value=value)
                   for point, value in zip(stretch.points, days, strict=True))
    return replace(stretch, points=points, limits=stretch.limits and _limits(stretch.limits))


def _limits(limits: Limits) -> Limits:
    """The limits converted back to days; a limit below zero is zero days."""
    mean, lower, near_lower, near_upper, upper = (
        Fraction(max(0.0, float(root)) ** (1 / POWER)) for root in (
            limits.mean, limits.lower, limits.near_lower, limits.near_upper, limits.upper))
    return Limits(mean, lower, near_lower, near_upper, upper, limits.points)
