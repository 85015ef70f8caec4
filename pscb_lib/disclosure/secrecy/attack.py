"""What an outsider can work out of each hidden count, exactly, by integer programming (HiGHS).

One solution bounds many counts: none is solved for whose bounds others have reached already, or
that has as much room already as it needs.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from math import inf

from pscb_lib.disclosure.secrecy.solving import Polytope
from pscb_lib.disclosure.secrecy.system import System
from pscb_lib.disclosure.secrecy.view import View, look, parts_of

ROOM = 2  # the distance between the bounds that three possible values need


@dataclass(frozen=True)
class Need:
    """What must stay possible of a secret count: all from *least* to *most*, and three values."""

    least: int
    most: int


@dataclass(frozen=True)
class Bounds:
    """The least and the most a count may be (None: no limit), as an outsider knows it.

    *moved* are the counts that are not what they are in the two solutions that reach the bounds.
    """

    least: int
    most: int | None
    moved: frozenset[str] = field(default=frozenset(), compare=False, repr=False)

    @property
    def room(self) -> float:
        """How far the bounds are apart."""
        return inf if self.most is None else self.most - self.least

    @property
    def is_safe(self) -> bool:
        """Whether three values are possible."""
        return self.room >= ROOM

    def meet(self, need: Need) -> bool:
        """Whether what must stay possible does."""
        is_wide = self.least <= need.least and (self.most is None or self.most >= need.most)
        return is_wide and self.is_safe


def bounds_of(system: System, hidden: Collection[str], wanted: Iterable[str],
              needs: Mapping[str, Need] | None = None) -> dict[str, Bounds]:
    """The bounds of the *wanted* counts while the names in *hidden* are hidden.

    With *needs* they may stop short as soon as they meet them.
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
    """The audit: the bounds of the secret counts that do not keep what they need.

    For an agency that knows its own counts, leave those out of *hidden*.
    """
    found = bounds_of(system, hidden, needs, needs)
    return {name: bounds for name, bounds in found.items() if not bounds.meet(needs[name])}


def _reached(part: View, values: Mapping[str, int], names: list[str],
             needs: Mapping[str, Need]) -> dict[str, Bounds]:
    """Solve for the ends of each count's range that no solution has reached yet."""
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
                raise ArithmeticError(f"the solver sees no end to {name}, which is at most {outer}")
    return {name: _bounds(solutions, truth, name, name in endless) for name in names}


def _bounds(solutions: list[dict[str, int]], truth: Mapping[str, int], name: str,
            is_endless: bool) -> Bounds:
    ends = (min(solutions, key=lambda one: one[name]), max(solutions, key=lambda one: one[name]))
    moved = frozenset(other for solution in ends for other, value in solution.items()
                      if value != truth[other])
    moved |= frozenset(truth) if is_endless else frozenset()
    return Bounds(ends[0][name], None if is_endless else ends[1][name], moved)
