"""The scale of an axis: round steps that a reader can add up.

Percentages have a scale at least 40 points high, so that slopes can be compared; counts start at
zero, and rates too unless all are near to each other.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import count
from math import ceil, floor

POINTS_HIGH = 40
PERCENT_STEPS = (10, 20, 25, 50)
ROUND = (1, 2, 5)
MOST = 6  # ticks
NEAR = 0.6  # of the largest figure: above this, a scale from zero would leave a flat line


@dataclass(frozen=True)
class Scale:
    """The ends of an axis and the step between its ticks, in the unit of its figures."""

    low: float
    high: float
    step: float
    sign: str = ""

    @property
    def ticks(self) -> list[float]:
        """Where the axis has a tick."""
        steps = round((self.high - self.low) / self.step)
        return [self.low + number * self.step for number in range(steps + 1)]

    def words(self, tick: float) -> str:
        """The label of a tick: 80%, 1,200, 0.5."""
        whole = f"{tick:,.0f}" if self.step >= 1 else f"{tick:,.{_places(self.step)}f}"
        return whole + self.sign


def scale_of(values: Iterable[float], is_percent: bool = False, most: int = MOST,
             is_rate: bool = False) -> Scale:
    """The scale for *values*, with at most *most* ticks."""
    known = [value for value in values if value == value] or [0.0]
    if is_percent:
        return _percentages(known, most)
    is_near = is_rate and min(known) > NEAR * max(known)
    return _around(known, most) if is_near else _from_zero(max(known), most)


def _percentages(values: list[float], most: int) -> Scale:
    least, largest = max(min(values), 0), min(max(values), 100)
    for step in PERCENT_STEPS:
        low, high = floor(least / step) * step, ceil(largest / step) * step
        while high - low < POINTS_HIGH:
            low, high = (max(low - step, 0), high) if low else (low, high + step)
        if (high - low) // step < most:
            break
    return Scale(low, high, step, "%")


def _from_zero(largest: float, most: int) -> Scale:
    steps = (factor * 10.0**power for power in count(-2) for factor in ROUND)
    step = next(step for step in steps if ceil(largest / step) < most)
    if float(largest).is_integer():
        step = max(step, 1.0)
    return Scale(0.0, max(ceil(largest / step), 2) * step, step)


def _around(values: list[float], most: int) -> Scale:
    """The scale of a line whose figures are all far from zero."""
    steps = (factor * 10.0**power for power in count(-2) for factor in ROUND)
    step = next(step for step in steps
                if ceil(max(values) / step) - floor(min(values) / step) < most)
    low = floor(min(values) / step)
    return Scale(low * step, max(ceil(max(values) / step), low + 2) * step, step)


def _places(step: float) -> int:
    return 1 if step >= 0.1 else 2
