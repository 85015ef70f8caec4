"""Integer programmes over the counts of a view, solved by scipy's HiGHS."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

import numpy

from pscb_lib.disclosure.secrecy.view import View

Name = TypeVar("Name", bound=Hashable)
UNBOUNDED = (3, 4)  # scipy's states "unbounded" and "unbounded or infeasible"


class Polytope:
    """The feasible values of the open counts of one part of a view, ready to be solved often."""

    def __init__(self, part: View) -> None:
        from scipy.optimize import Bounds, LinearConstraint

        self._place = {name: place for place, name in enumerate(part.ranges)}
        least, most = (numpy.array([numpy.inf if one[end] is None else one[end]
                                    for one in part.ranges.values()], float) for end in (0, 1))
        self._bounds = Bounds(least, most)
        self._constraints = [LinearConstraint(
            matrix_of([relation.terms for relation in part.relations], self._place),
            [-numpy.inf if one.least is None else one.least for one in part.relations],
            [numpy.inf if one.most is None else one.most for one in part.relations],
        )] if part.relations else []

    def solve(self, objective: Mapping[str, int]) -> dict[str, int] | None:
        """The feasible counts with the least *objective*; None where it has no lower limit.

        Raises ArithmeticError where the relations are infeasible or the solver fails.
        """
        from scipy.optimize import milp

        costs = numpy.zeros(len(self._place))
        for name, cost in objective.items():
            costs[self._place[name]] = cost
        done = milp(costs, integrality=numpy.ones(len(costs)), bounds=self._bounds,
                    constraints=self._constraints, options={"mip_rel_gap": 0})
        if done.status in UNBOUNDED:
            return None
        if done.x is None:
            raise ArithmeticError(f"the solver gave up: {done.message}")
        return {name: round(done.x[place]) for name, place in self._place.items()}


def matrix_of(rows: Sequence[Iterable[tuple[Name, float]]], place: Mapping[Name, int]) -> Any:
    """A sparse matrix with a line for each list of terms and a column for each name."""
    from scipy.sparse import csr_array

    cells = [(number, place[name], by) for number, row in enumerate(rows) for name, by in row]
    lines, columns, values = zip(*cells, strict=True) if cells else ((), (), ())
    return csr_array((numpy.array(values, float), (lines, columns)), (len(rows), len(place)))
