"""Whole numbers that fit all an outsider knows: linear programming first, then integer.

The linear programme's answer is nearly always whole, or can be made so in a few steps. It is taken
only if it fits every relation exactly; so are the answers of the integer programme, which solves
the rest and takes twenty times as long.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cached_property
from math import ceil
from typing import Any

import numpy

from pscb_lib.disclosure.secrecy.programme import NEAR, WHOLE, Programme, is_whole
from pscb_lib.disclosure.secrecy.view import View

Limits = Mapping[str, tuple[int, int]]
PRIMAL = 4  # HiGHS's number of the primal simplex: it starts well after a change of costs
DEPTH = 12  # steps from the linear programme's answer to a whole one
NODES = 5_000  # an integer programme with more hardly ever ends
EXACT = {"mip_feasibility_tolerance": 1e-9, "primal_feasibility_tolerance": 1e-9}
WAYS: tuple[dict[str, Any], ...] = (
    {}, {"presolve": "off"}, {"presolve": "off", **EXACT})  # of an integer programme


class Infeasible(ArithmeticError):
    """No whole numbers fit the relations."""


class Polytope:
    """The feasible values of the open counts of one part of a view, ready to be solved often.

    *truth* are the true values by *place*, if they are known: where the solver says that none
    fit and they do, the solver is at fault.
    """

    def __init__(self, part: View, truth: numpy.ndarray | None = None) -> None:
        self.place = {name: place for place, name in enumerate(part.ranges)}
        self._truth = truth
        self._columns, self._rows = _limits(part.ranges.values()), _limits(
            [(one.least, one.most) for one in part.relations])
        self._terms = [[(self.place[name], by) for name, by in relation.terms]
                       for relation in part.relations]

    def solve(self, objective: Mapping[str, int]) -> dict[str, int] | None:
        """The feasible counts with the least *objective*; None where it has no lower limit.

        Raises Infeasible where no counts fit the relations, and ArithmeticError where the
        solver fails.
        """
        found = self.reach(objective)
        return None if found is None else dict(zip(self.place, found.tolist(), strict=True))

    def reach(self, objective: Mapping[str, int], within: Limits | None = None) -> Any:
        """As :meth:`solve`, with some counts *within* narrower limits: the counts by place."""
        costs = {self.place[name]: by for name, by in objective.items()}
        limits = {self.place[name]: ends for name, ends in (within or {}).items()}
        found = self._dive(costs, limits)
        if found is not None and self._fits(found, limits):
            return found
        if self._linear.is_endless and self._may_be_endless(costs):
            return None
        for way in WAYS:
            programme = self._programme(**WHOLE | way, mip_max_nodes=NODES)
            found = self._solve(programme, costs, limits)
            if found is not None and is_whole(found) and self._fits(found.round(), limits):
                return found.round()
            if programme.is_endless and self._may_be_endless(costs):
                return None
        if self._truth is not None and self._fits(self._truth, limits):
            raise ArithmeticError("the solver finds no numbers, and the true ones fit")
        raise Infeasible("no whole numbers fit the relations")

    def _dive(self, costs: Mapping[int, int], limits: Mapping[int, tuple[int, int]]
              ) -> numpy.ndarray | None:
        """The linear programme's answer, if it is whole, or can be made whole step by step.

        The end that it leaves a count, rounded, is as far as that count can be in whole numbers.
        It is kept there, and one count after another at the nearest whole number.
        """
        found, kept = self._solve(self._linear, costs, limits), dict(limits)
        ends = {place: by * ceil(by * found[place] - NEAR) for place, by in costs.items()
                } if found is not None else {}
        for _ in range(DEPTH):
            if found is not None and is_whole(found):
                return found.round()
            if found is None or len(costs) > 1:
                return None
            places = ends or _nearest(found)
            kept |= {place: (end, end) for place, end in places.items()}
            found, ends = self._solve(self._linear, costs, kept), {}
        return None

    def _solve(self, programme: Programme, costs: Mapping[int, int],
               limits: Mapping[int, tuple[int, int]]) -> numpy.ndarray | None:
        programme.aim(costs)
        for place, ends in limits.items():
            programme.limit([place], *([end] for end in ends))
        found = programme.solve()
        for place in limits:
            programme.limit([place], *self._columns[:, [place]])
        return found

    @cached_property
    def _linear(self) -> Programme:
        return self._programme(simplex_strategy=PRIMAL)

    def _programme(self, **options: Any) -> Programme:
        return Programme(self._columns, self._rows, self._terms, **options)

    def _fits(self, counts: numpy.ndarray, limits: Mapping[int, tuple[int, int]]) -> bool:
        """Whether *counts* keep all relations and limits, exactly."""
        least, most = self._columns
        sums = self._linear.sums(counts)
        return bool((counts >= least).all() and (counts <= most).all()
                    and (sums >= self._rows[0]).all() and (sums <= self._rows[1]).all()
                    and all(low <= counts[place] <= high
                            for place, (low, high) in limits.items()))

    def _may_be_endless(self, costs: Mapping[int, int]) -> bool:
        return any(by < 0 and self._columns[1, place] == numpy.inf for place, by in costs.items())


def _nearest(found: numpy.ndarray) -> dict[int, int]:
    """The place of the value that is nearest to a whole number and is none, and that number."""
    off = abs(found - found.round())
    place = int(numpy.where(off > NEAR, off, 1).argmin())
    return {place: int(found[place].round())}


def _limits(ends: Collection[tuple[int | None, int | None]]) -> numpy.ndarray:
    """Lower and upper limits in two lines; None is no limit."""
    return numpy.array([[-numpy.inf if low is None else low for low, _ in ends],
                        [numpy.inf if high is None else high for _, high in ends]], float)
