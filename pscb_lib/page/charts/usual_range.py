"""The usual range in a small chart: a pale band, and a shape for each point of the last signal.

A provisional range, of fewer than twelve points, has dotted edges.

The chart follows NHS Making Data Count, except that past signals are not marked. The points of the
signal that the last point is in have a shape and a colour, which show whether the change is for
the better or the worse, if one way is better.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from matplotlib.axes import Axes

from pscb_lib.disclosure.showing import rounded
from pscb_lib.framework.statistics.limits import Limits
from pscb_lib.framework.statistics.variation import Kind, Variation
from pscb_lib.page import style

SHAPES = {Kind.CONCERN: ("v", style.RED, 4.4), Kind.IMPROVEMENT: ("^", style.GREEN, 4.4),
          Kind.CHANGE: ("D", style.LINE, 2.6)}


def draw_variation(axes: Axes, variation: Variation, unit: str) -> None:
    """Draw the usual range of each stretch behind the line, and the last signal on it.

    The range is drawn from 0 upwards, and up to 100 for a percentage.
    """
    place = 0
    for stretch in variation.stretches:
        if stretch.limits:
            ends = [place, place + len(stretch.points) - 1]
            low, high = map(float, _ends(stretch.limits, unit))
            axes.fill_between(ends, low, high, color=style.BAND, linewidth=0, zorder=0)
            for edge in (low, high) if stretch.limits.are_trial else ():
                axes.plot(ends, [edge, edge], color=style.LINE, linewidth=0.5, linestyle=":")
        place += len(stretch.points)
    for kind, (marker, colour, size) in SHAPES.items():
        at = {place: float(point.value) for place, point in enumerate(variation.points)
              if point.kind is kind and point.value is not None
              and variation.since and point.day >= variation.since}
        axes.plot(list(at), list(at.values()), marker, color=colour, markersize=size,
                  clip_on=False, zorder=4)


def describe_variation(variation: Variation | None, unit: str) -> Iterator[str]:
    """The usual range in words: its limits, whether provisional, whether the last is a signal."""
    if variation is None or variation.limits is None:
        return
    low, high = _ends(variation.limits, unit)
    trial = ", provisional" if variation.limits.are_trial else ""
    yield f"usual range {rounded(low)} to {rounded(high)}{trial}"
    if variation.since:
        yield "the last stands out"


def _ends(limits: Limits, unit: str) -> tuple[Fraction, Fraction]:
    most = Fraction(100) if unit == "percent" else limits.upper
    return max(limits.lower, Fraction(0)), min(limits.upper, most)
