"""A suppression pattern for a large system, built for one secret count after another.

The count with the narrowest feasibility interval comes first. A linear programme finds the
cheapest way to change it while every relation holds: each count that changes with it must be
hidden, and one that is hidden already costs nothing. Afterwards each added unit is shown again,
the dearest first, unless a secret count would be exposed.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy

from pscb_lib.disclosure.secrecy.attack import MIN_WIDTH, Need, bounds_of, exposed
from pscb_lib.disclosure.secrecy.cuts import NEAR
from pscb_lib.disclosure.secrecy.deviations import Deviations, deviations_of
from pscb_lib.disclosure.secrecy.search import costs_of
from pscb_lib.disclosure.secrecy.system import System


def grow(system: System, needs: Mapping[str, Need], start: frozenset[str]) -> frozenset[str]:
    """The names to hide, *start* included; some secret counts may stay exposed."""
    deviations, costs = deviations_of(system), costs_of(system)
    hidden = start
    worst = exposed(system, hidden, needs)
    for name in sorted(worst, key=lambda one: worst[one].width):
        value, need = system.by_name[name].value, needs[name]
        while exposed(system, hidden, {name: need}):
            price = numpy.array([0.0 if unit < 0 or hidden & set(deviations.units[unit])
                                 else costs[unit] for unit in deviations.unit_of])
            more = _cheapest_move(deviations, price, deviations.place[name], need.most - value,
                                  value - need.least) or _neighbour(system, costs, name, hidden)
            if not more:
                break
            hidden |= {one for number in more for one in system.units[number]}
    return take_back(system, needs, hidden, start)


def take_back(system: System, needs: Mapping[str, Need], hidden: frozenset[str],
              start: frozenset[str]) -> frozenset[str]:
    """Show units outside *start* again, the dearest first, where no secret count is exposed.

    Only the secret counts whose bounds may depend on the unit are attacked again.
    """
    costs = costs_of(system)
    added = [number for number, unit in enumerate(system.units)
             if hidden.issuperset(unit) and not start.intersection(unit)]
    bounds = bounds_of(system, hidden, needs, needs)
    for number in sorted(added, key=lambda one: -costs[one]):
        unit = frozenset(system.units[number])
        is_cell = unit <= system.by_name.keys()
        touched = [name for name, one in bounds.items()
                   if one.meet(needs[name]) and (not is_cell or one.moved & unit)]
        again = bounds_of(system, hidden - unit, touched, needs)
        if all(one.meet(needs[name]) for name, one in again.items()):
            hidden, bounds = hidden - unit, bounds | again
    return hidden


def _cheapest_move(deviations: Deviations, price: numpy.ndarray, place: int, up: int,
                   down: int) -> list[int]:
    """The units to hide so that the count at *place* may be so much higher and so much lower.

    Its interval is then at least MIN_WIDTH wide. There are two solutions, one for the rise and
    one for the fall, each the difference of two unknowns: four unknowns for each count.
    """
    from scipy.optimize import linprog
    from scipy.sparse import csr_array, hstack, vstack

    box = deviations.box(range(len(deviations.units)))
    matrix, none = deviations.matrix, csr_array(deviations.matrix.shape)
    aims = numpy.zeros((3, 4 * len(price)))
    aims[:, place + len(price) * numpy.arange(4)] = (-1, 1, 0, 0), (0, 0, 1, -1), (-1, 1, 1, -1)
    done = linprog(
        numpy.tile(price, 4), A_ub=csr_array(aims), b_ub=[-up, -down, -MIN_WIDTH],
        A_eq=vstack([hstack([matrix, -matrix, none, none]),
                     hstack([none, none, matrix, -matrix])]),
        b_eq=numpy.zeros(2 * matrix.shape[0]),
        bounds=[(0, end) for end in numpy.tile(numpy.concatenate([box[1], -box[0]]), 2)],
        method="highs")
    if done.x is None:
        return []
    moves = done.x.reshape(4, -1).sum(axis=0)
    return sorted({int(unit) for unit in deviations.unit_of[(moves > NEAR) & (price > 0)]})


def _neighbour(system: System, costs: numpy.ndarray, name: str,
               hidden: frozenset[str]) -> list[int]:
    """The cheapest shown unit in a relation with the secret count *name* or a hidden count."""
    near = {other for relation in system.relations
            if any(one == name or one in hidden for one, _ in relation.terms)
            for other in (relation.revealed_by, *(one for one, _ in relation.terms))}
    free = [number for number, unit in enumerate(system.units)
            if near & set(unit) and not hidden & set(unit)]
    return [min(free, key=lambda one: costs[one])] if free else []
