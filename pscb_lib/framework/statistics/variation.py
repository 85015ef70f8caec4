"""The variation of a series: its points, its stretches and the verdict on its last point."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from itertools import takewhile

from pscb_lib.framework.statistics.limits import Limits
from pscb_lib.framework.statistics.signals import Direction, Rule


class Kind(Enum):
    """The kind of a point: usual variation, an improvement, a concern, or a neutral change."""

    USUAL = "usual"
    IMPROVEMENT = "improvement"
    CONCERN = "concern"
    CHANGE = "change"


@dataclass(frozen=True)
class Rebase:
    """A person's decision to recalculate the usual range from a day on, with the reason.

    Raises ValueError if there is no reason.
    """

    on: date
    reason: str

    def __post_init__(self) -> None:
        if not self.reason.strip():
            raise ValueError("a rebase needs a reason")


@dataclass(frozen=True)
class Point:
    """One figure of a series; its kind is None if the figure or its limits are missing."""

    day: date
    value: Fraction | None
    kind: Kind | None = None
    rules: tuple[Rule, ...] = ()
    direction: Direction | None = None


@dataclass(frozen=True)
class Stretch:
    """The points between two rebases, and their limits, None if the points are too few."""

    points: tuple[Point, ...]
    limits: Limits | None
    rebase: Rebase | None


@dataclass(frozen=True)
class Variation:
    """The stretches of a series, earliest first."""

    stretches: tuple[Stretch, ...]

    @property
    def points(self) -> tuple[Point, ...]:
        """The points of all stretches."""
        return tuple(point for stretch in self.stretches for point in stretch.points)

    @property
    def limits(self) -> Limits | None:
        """The limits of the last stretch."""
        return self.stretches[-1].limits

    @property
    def latest(self) -> Point | None:
        """The last point, which gives the verdict; None if the series is empty."""
        return self.points[-1] if self.points else None

    @property
    def verdict(self) -> Kind | None:
        """The kind of the last point; None if it has none."""
        return self.latest.kind if self.latest else None

    @property
    def since(self) -> date | None:
        """The day on which the signal of the last point began; None if it is not in a signal.

        Of the last three points two may make the signal, with one between that is not in it.
        """
        latest = self.latest
        if latest is None or latest.kind in (None, Kind.USUAL):
            return None
        last = self.stretches[-1].points[::-1]
        alike = takewhile(lambda point: point.direction is latest.direction, last)
        first = [point.day for point in alike][-1]
        if Rule.TWO_OF_THREE not in latest.rules:
            return first
        return min(first, *(point.day for point in last[:3] if Rule.TWO_OF_THREE in point.rules
                            and point.direction is latest.direction))
