"""The usual range of a series: the limits of an XmR chart as NHS Making Data Count draws it.

The limits are the mean plus and minus 2.66 times the mean moving range, the near limits two
thirds of that. Moving ranges are screened once: those of 3.267 times their mean or more are left
out. Four edges differ from the reference, NHSRplotthedots 0.2.2, each for a reason:

- *A constant series.* There screening drops every range and no limit is a number. Here the
  limits are the mean, and no point is outside.
- *Nearly constant.* Screening is not done if only ranges of zero would remain: the limits would
  have no width, and other points would be outside.
- *A missing point.* No range is taken across it. If each run is constant, and the runs differ,
  there are no limits: the usual variation is unknown.
- *Too few points.* There two points have limits. Here four ranges are needed, as in a run of five
  points: "useful limits may be constructed with as few as five or six values" (Wheeler 2000).

Limits of fewer than twelve points are trial limits: there twelve points still warn, here they do
not. A limit below zero or above 100% is not clipped, except in a chart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby, pairwise

from pscb_lib.framework.rag import Number, exact

WIDTH = Fraction(266, 100)
NEAR = Fraction(2, 3)
SCREEN = Fraction(3267, 1000)
FEWEST_RANGES = 4
ENOUGH_POINTS = 12
MISSING = ("none", "nan", "<na>")  # a missing figure, as Python and pandas write it
Run = Sequence[Fraction]  # points that follow each other with none missing


@dataclass(frozen=True)
class Limits:
    """The mean of a series and its limits, exact and in its unit, from *points* points.

    One point beyond ``upper`` or ``lower`` is a signal, and so are two of three beyond a near
    limit.
    """

    mean: Fraction
    lower: Fraction
    near_lower: Fraction
    near_upper: Fraction
    upper: Fraction
    points: int

    @property
    def are_trial(self) -> bool:
        """Whether there are too few points for lasting limits, which a chart must say."""
        return self.points < ENOUGH_POINTS


def usual_range(series: Iterable[Number | None]) -> Limits | None:
    """The usual range of *series*, figures in order of time: the limits of an XmR chart.

    The mean plus and minus 2.66 mean moving ranges (NHS Making Data Count), exact and in the
    unit of the figures. A missing figure is None, or NaN and NA as pandas has them. Returns None
    if there are fewer than four moving ranges between neighbours, or each run is constant and
    the runs differ.
    """
    figures = [None if each is None or str(each).lower() in MISSING else exact(each)
               for each in series]
    runs = groupby(figures, lambda each: each is None)
    return limits_of([[each for each in run if each is not None]
                      for is_missing, run in runs if not is_missing])


def limits_of(runs: Sequence[Run]) -> Limits | None:
    """The limits of all *runs* together, or None if they cannot be calculated."""
    values = [value for run in runs for value in run]
    ranges = [abs(after - before) for run in runs for before, after in pairwise(run)]
    is_flat = not any(ranges) and len(set(values)) > 1
    if len(ranges) < FEWEST_RANGES or is_flat:
        return None
    mean, spread = _mean(values), WIDTH * _mean(_screened(ranges))
    return Limits(mean, mean - spread, mean - NEAR * spread, mean + NEAR * spread, mean + spread,
                  len(values))


def _screened(ranges: Sequence[Fraction]) -> Sequence[Fraction]:
    most = SCREEN * _mean(ranges)
    kept = [each for each in ranges if each < most]
    return kept if any(kept) else ranges


def _mean(values: Sequence[Fraction]) -> Fraction:
    return sum(values, Fraction()) / len(values)
