"""The attack: the feasibility interval of each hidden count, by integer programming (HiGHS).

The intervals are exact. One solution has values for many counts, so no count is solved for whose
bounds other solutions reach, or whose interval is already as wide as it needs to be.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from math import inf

from pscb_lib.disclosure.secrecy.solving import Polytope
from pscb_lib.disclosure.secrecy.system import System
from pscb_lib.disclosure.secrecy.view import View, look, parts_of

MIN_WIDTH = 2  # of a feasibility interval of three values


@dataclass(frozen=True)
class Need:
    """The interval that a secret count needs: all from *least* to *most*, and three values."""

    least: int
    most: int


@dataclass(frozen=True)
class Bounds:
    """The feasibility interval of a count: the least and the most an outsider can work out.

    *most* is None where there is no limit. *moved* are the counts whose values differ from the
    true ones in the two solutions that reach the bounds.
    """

    least: int
    most: int | None
    moved: frozenset[str] = field(default=frozenset(), compare=False, repr=False)

    @property
    def width(self) -> float:
        """The difference between the bounds."""
        return inf if self.most is None else self.most - self.least

    @property
    def is_safe(self) -> bool:
        """Whether at least three values are possible."""
        return self.width >= MIN_WIDTH

    def meet(self, need: Need) -> bool:
        """Whether the interval is as wide as *need* requires."""
        is_wide = self.least <= need.least and (self.most is None or self.most >= need.most)
        return is_wide and self.is_safe


def bounds_of(system: System, hidden: Collection[str], wanted: Iterable[str],
              needs: Mapping[str, Need] | None = None) -> dict[str, Bounds]:
    """The feasibility intervals of the *wanted* counts while the names in *hidden* are hidden.

    With *needs* an interval may be narrower than the true one, once it meets its need.
    """
    values = {cell.name: cell.value for cell in system.cells}
    wanted = dict.fromkeys(wanted)
    view = look(system, hidden)
    found = {name: Bounds(values[name], values[name]) for name in wanted
             if name not in view.ranges}
    for part in parts_of(view):
        names = [name for name in part.ranges if name in wanted]
        if names:
            found |= _reached(part, values, names, needs or {})
    return {name: found[name] for name in wanted}


def exposed(system: System, hidden: Collection[str], needs: Mapping[str, Need]
            ) -> dict[str, Bounds]:
    """Audit a pattern: the intervals of the secret counts that are narrower than they need.

    *needs* names the secret counts. For an agency that knows its own counts, leave those out of
    *hidden*.
    """
    found = bounds_of(system, hidden, needs, needs)
    return {name: bounds for name, bounds in found.items() if not bounds.meet(needs[name])}


def _reached(part: View, values: Mapping[str, int], names: list[str],
             needs: Mapping[str, Need]) -> dict[str, Bounds]:
    """Solve for the bounds of each count that no solution has reached yet."""
    truth = {name: values[name] for name in part.ranges}
    polytope, solutions, endless = Polytope(part), [truth], set()
    for name in names:
        for sign, outer in zip((1, -1), part.ranges[name], strict=True):
            bounds = _bounds(solutions, truth, name, name in endless)
            is_met = name in needs and bounds.meet(needs[name])
            if is_met or outer == (bounds.least if sign > 0 else bounds.most):
                continue
            solution = polytope.solve({name: sign})
            if solution:
                solutions.append(solution)
            elif outer is None:
                endless.add(name)
            else:
                raise ArithmeticError(
                    f"the solver finds no limit for {name}, which is at most {outer}")
    return {name: _bounds(solutions, truth, name, name in endless) for name in names}


def _bounds(solutions: list[dict[str, int]], truth: Mapping[str, int], name: str,
            is_endless: bool) -> Bounds:
    ends = (min(solutions, key=lambda one: one[name]), max(solutions, key=lambda one: one[name]))
    moved = frozenset(other for solution in ends for other, value in solution.items()
                      if value != truth[other])
    moved |= frozenset(truth) if is_endless else frozenset()
    return Bounds(ends[0][name], None if is_endless else ends[1][name], moved)
