"""Whether a series changed: an XmR chart as NHS Making Data Count draws it.

The usual range is in :mod:`pscb_lib.framework.statistics.limits`, the four rules are in
:mod:`pscb_lib.framework.statistics.signals`, the target in
:mod:`pscb_lib.framework.statistics.assurance`. In addition:

- A missing point (None) ends every run and is not used for the limits. If the last point is
  missing there is no verdict on the series: a change may be over.
- Limits are never recalculated automatically. A new stretch starts at the first point on or after
  the day of a :class:`Rebase`, which needs a reason; no rule and no moving range crosses it.
- Where neither way is better, and for a band, a signal is a change, neither good nor bad.

Arithmetic is exact: ten times 0.1 is a constant series.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from itertools import groupby, pairwise

from pscb_lib.framework.rag import Number, Polarity, exact
from pscb_lib.framework.statistics.limits import Limits, usual_range
from pscb_lib.framework.statistics.signals import Direction, Rule, find_signals
from pscb_lib.framework.statistics.variation import Kind, Point, Rebase, Stretch, Variation

Series = Sequence[tuple[date, Number | None]]
NO_JUDGEMENT = (Polarity.NEUTRAL, Polarity.BAND)


def measure_variation(series: Series, polarity: Polarity,
                      rebases: Sequence[Rebase] = ()) -> Variation:
    """Find the signals in *series*: pairs of day and figure, None for a missing figure.

    Uses the four rules of NHS Making Data Count. Raises ValueError if the days are not in order.
    """
    if any(after < before for (before, _), (after, _) in pairwise(series)):
        raise ValueError("the points of a series must be in order of their days")
    latest_first = sorted(rebases, key=lambda rebase: rebase.on, reverse=True)
    stretches = groupby(series, lambda one: next(
        (rebase for rebase in latest_first if rebase.on <= one[0]), None))
    return Variation(tuple(_stretch(list(members), polarity, rebase)
                           for rebase, members in stretches) or (Stretch((), None, None),))


def _stretch(members: Series, polarity: Polarity, rebase: Rebase | None) -> Stretch:
    points = [Point(day, None if value is None else exact(value)) for day, value in members]
    runs = [list(run) for _, run in groupby(points, lambda point: point.value is None)]
    limits = usual_range(point.value for point in points)
    if limits is None:
        return Stretch(tuple(points), None, rebase)
    return Stretch(tuple(point for run in runs for point in _judged(run, limits, polarity)),
                   limits, rebase)


def _judged(run: Sequence[Point], limits: Limits, polarity: Polarity) -> Sequence[Point]:
    """The points of one run, each with its rules and kind; missing points are unchanged."""
    if not (given := _given(run)):
        return run
    found = find_signals(given, limits)
    return [_with(point, rules, polarity) for point, rules in zip(run, found, strict=True)]


def _given(run: Sequence[Point]) -> list[Fraction]:
    return [point.value for point in run if point.value is not None]


def _with(point: Point, rules: dict[Rule, Direction], polarity: Polarity) -> Point:
    direction = next(iter(rules.values()), None)
    return Point(point.day, point.value, _kind(direction, polarity), tuple(rules), direction)


def _kind(direction: Direction | None, polarity: Polarity) -> Kind:
    if direction is None:
        return Kind.USUAL
    if polarity in NO_JUDGEMENT:
        return Kind.CHANGE
    better = {Polarity.HIGHER_IS_BETTER: Direction.HIGH, Polarity.LOWER_IS_BETTER: Direction.LOW}
    return Kind.IMPROVEMENT if direction is better[polarity] else Kind.CONCERN
