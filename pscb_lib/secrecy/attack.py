"""What an outsider can work out of each hidden count, exactly, by integer programming (HiGHS).

Gates G1 and G2: no secret count can be worked out, and at least three values stay possible. One
solution bounds many counts: none is solved for whose bounds others have reached already.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from pscb_lib.secrecy.solving import Polytope
from pscb_lib.secrecy.system import System
from pscb_lib.secrecy.view import View, look, parts_of

ROOM = 2  # the distance between the bounds that three possible values need


@dataclass(frozen=True)
class Bounds:
    """The least and the most a count may be (None: no limit), as an outsider knows it.

    *moved* are the counts that are not what they are in the two solutions that reach the bounds.
    """

    least: int
    most: int | None
    moved: frozenset[str] = field(default=frozenset(), compare=False, repr=False)

    @property
    def is_safe(self) -> bool:
        """Whether at least three values are possible."""
        return self.most is None or self.most - self.least >= ROOM


def bounds_of(system: System, hidden: Collection[str], wanted: Iterable[str],
              enough: int | None = None) -> dict[str, Bounds]:
    """The bounds of the *wanted* counts while the names in *hidden* are hidden.

    With *enough* they may stop short as soon as they are so far apart.
    """
    values = {cell.name: cell.value for cell in system.cells}
    wanted = dict.fromkeys(wanted)
    view = look(system, hidden)
    found = {name: Bounds(values[name], values[name]) for name in wanted
             if name not in view.ranges}
    for part in parts_of(view):
        names = [name for name in part.ranges if name in wanted]
        if names:
            found |= _reached(part, values, names, enough)
    return {name: found[name] for name in wanted}


def exposed(system: System, hidden: Collection[str], secret: Iterable[str]) -> dict[str, Bounds]:
    """The audit: the secret counts that keep fewer than three possible values."""
    found = bounds_of(system, hidden, secret, ROOM)
    return {name: bounds for name, bounds in found.items() if not bounds.is_safe}


def _reached(part: View, values: dict[str, int], names: list[str],
             enough: int | None) -> dict[str, Bounds]:
    """Solve for the ends of each count's range that no solution has reached yet."""
    truth = {name: values[name] for name in part.ranges}
    polytope, solutions, endless = Polytope(part), [truth], set()
    for name in names:
        for sign in (1, -1):
            low, high = _ends(solutions, name)
            outer = part.ranges[name]
            is_far = enough is not None and (high - low >= enough or name in endless)
            if is_far or (low == outer[0] if sign > 0 else high == outer[1]):
                continue
            solution = polytope.solve({name: sign})
            if solution is None:
                endless.add(name)
            else:
                solutions.append(solution)
    return {name: _bounds(solutions, truth, name, name in endless) for name in names}


def _ends(solutions: list[dict[str, int]], name: str) -> tuple[int, int]:
    seen = [solution[name] for solution in solutions]
    return min(seen), max(seen)


def _bounds(solutions: list[dict[str, int]], truth: dict[str, int], name: str,
            is_endless: bool) -> Bounds:
    ends = (min(solutions, key=lambda one: one[name]), max(solutions, key=lambda one: one[name]))
    moved = frozenset(other for solution in ends for other, value in solution.items()
                      if value != truth[other])
    moved |= frozenset(truth) if is_endless else frozenset()
    return Bounds(ends[0][name], None if is_endless else ends[1][name], moved)
