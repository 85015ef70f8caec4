"""The attack: the feasibility interval of each hidden count, as HiGHS finds it.

The intervals are exact, and each end is a solution in whole numbers. One solution has values for
many counts, so no count is solved for whose bounds other solutions reach, or whose interval is
already as wide as it needs to be.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress

import numpy

from pscb_lib.disclosure.secrecy.bounds import Bounds, Need, Reached
from pscb_lib.disclosure.secrecy.relations import Relation
from pscb_lib.disclosure.secrecy.solving import Infeasible, Polytope
from pscb_lib.disclosure.secrecy.system import Cell, System
from pscb_lib.disclosure.secrecy.view import View, look, parts_of

BEYOND = 100_000  # how much more a count that is said to have no limit must be able to be


def bounds_of(system: System, hidden: Collection[str], wanted: Iterable[str],
              needs: Mapping[str, Need] | None = None) -> dict[str, Bounds]:
    """The feasibility intervals of the *wanted* counts while the names in *hidden* are hidden.

    With *needs* an interval may be narrower than the true one, once it meets its need.
    """
    wanted = dict.fromkeys(wanted)
    found = dict(_attacked(system, hidden, wanted, needs or {}))
    return {name: found[name] for name in wanted}


def kept(system: System, hidden: Collection[str], names: Iterable[str],
         needs: Mapping[str, Need]) -> dict[str, Bounds] | None:
    """The intervals of the secret counts *names*; None as soon as one is narrower than it needs."""
    found = {}
    for name, bounds in _attacked(system, hidden, dict.fromkeys(names), needs):
        if not bounds.meet(needs[name]):
            return None
        found[name] = bounds
    return found


def exposed(system: System, hidden: Collection[str], needs: Mapping[str, Need]
            ) -> dict[str, Bounds]:
    """Audit a pattern: the intervals of the secret counts that are narrower than they need.

    *needs* names the secret counts. For an agency that knows its own counts, leave those out of
    *hidden*.
    """
    found = bounds_of(system, hidden, needs, needs)
    return {name: bounds for name, bounds in found.items() if not bounds.meet(needs[name])}


def _attacked(system: System, hidden: Collection[str], wanted: Collection[str],
              needs: Mapping[str, Need]) -> Iterator[tuple[str, Bounds]]:
    values = {cell.name: cell.value for cell in system.cells}
    view = look(system, hidden)
    for name in wanted:
        if name not in view.ranges:
            yield name, Bounds(values[name], values[name])
    for part in parts_of(view):
        names = [name for name in part.ranges if name in wanted]
        if names:
            yield from _reached(part, values, names, needs)


def _reached(part: View, values: Mapping[str, int], names: list[str],
             needs: Mapping[str, Need]) -> Iterator[tuple[str, Bounds]]:
    """Solve for the bounds of each count that no solution has reached yet."""
    truth = numpy.array([values[name] for name in part.ranges], float)
    polytope = Polytope(part, truth)
    found, endless = Reached(polytope.place, truth), set[str]()
    for name in names:
        for end, outer in enumerate(part.ranges[name]):
            if _is_met(found, name, needs) or outer == found.ends(name)[end]:
                continue
            solution = polytope.reach({name: -1 if end else 1})
            if solution is None:
                endless.add(name)
                solution = polytope.reach({name: -1}, {name: (0, values[name] + BEYOND)})
            found.add(solution)
        if found.bounds(name, name in endless).is_gapped:
            least, most = found.ends(name)
            with suppress(Infeasible):
                found.add(polytope.reach({name: 1}, {name: (least + 1, most - 1)}))
        yield name, found.bounds(name, name in endless)


def _is_met(found: Reached, name: str, needs: Mapping[str, Need]) -> bool:
    return name in needs and found.bounds(name).meet(needs[name])


def always_told(cells: Iterable[Cell], relations: Iterable[Relation], names: Collection[str]
                ) -> list[str]:
    """Those of *names* that have fewer than three values, whatever else is hidden."""
    found = bounds_of(System(tuple(cells), tuple(relations)), (), names) if names else {}
    return [name for name, bounds in found.items() if not bounds.is_safe]
