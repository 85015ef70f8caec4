"""Feasibility intervals: what an outsider can work out of a count, and whether it is enough."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from math import inf

import numpy

MIN_WIDTH = 2  # of a feasibility interval of three values


@dataclass(frozen=True)
class Need:
    """The interval that a secret count needs: all from *least* to *most*, and three values."""

    least: int
    most: int


@dataclass(frozen=True)
class Bounds:
    """The feasibility interval of a count: the least and the most an outsider can work out.

    *most* is None where there is no limit. *is_gapped* says that no value between the two is
    possible, as with weights: of 2 children seen once and 1 seen twice, or none and 2. *moves*
    tells whether a count differs from its true value in the solutions that show all this.
    """

    least: int
    most: int | None
    is_gapped: bool = False
    moves: Callable[[str], bool] = field(default=lambda _: False, compare=False, repr=False)

    @property
    def width(self) -> float:
        """The difference between the bounds."""
        return inf if self.most is None else self.most - self.least

    @property
    def is_safe(self) -> bool:
        """Whether at least three values are possible."""
        return self.width >= MIN_WIDTH and not self.is_gapped

    def meet(self, need: Need) -> bool:
        """Whether the interval is as wide as *need* requires."""
        is_wide = self.least <= need.least and (self.most is None or self.most >= need.most)
        return is_wide and self.is_safe


class Reached:
    """The solutions found for one part of a view, and how far they take each count.

    *place* is the position of each count in a solution; *truth* has the true values.
    """

    def __init__(self, place: Mapping[str, int], truth: numpy.ndarray) -> None:
        self._place, self._solutions = place, [truth]
        self._ends = numpy.zeros((2, len(truth)), int)  # the solutions with the least, the most
        self._values = numpy.array([truth, truth])

    def add(self, solution: numpy.ndarray) -> None:
        """Add a solution."""
        for end, is_further in enumerate((solution < self._values[0], solution > self._values[1])):
            self._ends[end, is_further] = len(self._solutions)
            self._values[end, is_further] = solution[is_further]
        self._solutions.append(solution)

    def ends(self, name: str) -> tuple[int, int]:
        """The least and the most of a count in all solutions."""
        least, most = self._values[:, self._place[name]]
        return int(least), int(most)

    def bounds(self, name: str, is_endless: bool = False) -> Bounds:
        """The bounds of a count by these solutions; *is_endless* says that it has no limit."""
        (least, most), place = self.ends(name), self._place[name]
        between = self._between(place, least, most)
        shown = {*self._ends[:, place].tolist(), between or 0}

        def moves(other: str) -> bool:
            at = self._place.get(other)
            return at is not None and any(self._solutions[one][at] != self._solutions[0][at]
                                          for one in shown)

        is_gapped = between is None and (is_endless or most - least >= MIN_WIDTH)
        return Bounds(least, None if is_endless else most, is_gapped, moves)

    def _between(self, place: int, least: int, most: int) -> int | None:
        """The first solution with a value between the ends; the truth, if it is one, is first."""
        return next((number for number, one in enumerate(self._solutions)
                     if least < one[place] < most), None)
