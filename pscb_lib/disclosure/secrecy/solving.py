"""Whole numbers that fit all an outsider knows: linear programming first, then integer.

The linear programme's answer is nearly always whole. It is taken only if it fits every relation
exactly; so are the answers of the integer programme, which solves the rest.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from typing import Any

import numpy

from pscb_lib.disclosure.secrecy.programme import WHOLE, Programme, is_whole
from pscb_lib.disclosure.secrecy.view import View

Limits = Mapping[str, tuple[int, int]]
PRIMAL = 4  # HiGHS's number of the primal simplex: it starts well after a change of costs
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
        for programme in self._programmes():
            found = self._solve(programme, costs, limits)
            if found is not None and self._fits(found, limits):
                return found
            if programme.is_endless and self._may_be_endless(costs):
                return None
        if self._truth is not None and self._fits(self._truth, limits):
            raise ArithmeticError("the solver finds no numbers, and the true ones fit")
        raise Infeasible("no whole numbers fit the relations")

    def _solve(self, programme: Programme, costs: Mapping[int, int],
               limits: Mapping[int, tuple[int, int]]) -> numpy.ndarray | None:
        programme.aim(costs)
        for place, ends in limits.items():
            programme.limit([place], *([end] for end in ends))
        found = programme.solve()
        for place in limits:
            programme.limit([place], *self._columns[:, [place]])
        return found.round() if found is not None and is_whole(found) else None

    def _programmes(self) -> Iterator[Programme]:
        """The ways to solve, from the fastest to the surest."""
        yield self._linear
        for way in WAYS:
            yield self._programme(**WHOLE | way, mip_max_nodes=NODES)

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


def _limits(ends: Collection[tuple[int | None, int | None]]) -> numpy.ndarray:
    """Lower and upper limits in two lines; None is no limit."""
    return numpy.array([[-numpy.inf if low is None else low for low, _ in ends],
                        [numpy.inf if high is None else high for _, high in ends]], float)
