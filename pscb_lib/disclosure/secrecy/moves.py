"""A pattern for a large system: give one secret count after another room at the least cost.

For the worst secret a linear programme finds the cheapest way to move it while every relation
holds; what moves with it must be hidden, what is hidden already moves for nothing. Afterwards each
added unit is taken back, the dearest first, unless that would tell a secret.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy

from pscb_lib.disclosure.secrecy.attack import ROOM, Need, bounds_of, exposed
from pscb_lib.disclosure.secrecy.cuts import NEAR
from pscb_lib.disclosure.secrecy.room import Room, room_of
from pscb_lib.disclosure.secrecy.search import costs_of
from pscb_lib.disclosure.secrecy.system import System


def grow(system: System, needs: Mapping[str, Need], start: frozenset[str]) -> frozenset[str]:
    """The names to hide, *start* among them; some secrets may stay exposed."""
    room, costs = room_of(system), costs_of(system)
    hidden = start
    worst = exposed(system, hidden, needs)
    for name in sorted(worst, key=lambda one: worst[one].room):
        value, need = system.by_name[name].value, needs[name]
        while exposed(system, hidden, {name: need}):
            price = numpy.array([0.0 if unit < 0 or hidden & set(room.units[unit])
                                 else costs[unit] for unit in room.unit_of])
            more = _cheapest_move(room, price, room.place[name], need.most - value,
                                  value - need.least) or _neighbour(system, costs, name, hidden)
            if not more:
                break
            hidden |= {one for number in more for one in system.units[number]}
    return take_back(system, needs, hidden, start)


def take_back(system: System, needs: Mapping[str, Need], hidden: frozenset[str],
              start: frozenset[str]) -> frozenset[str]:
    """Show again what is not in *start*, the dearest unit first, where no more is told by it.

    Only the secrets that a unit moves with are looked at again: the others keep their room.
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


def _cheapest_move(room: Room, price: numpy.ndarray, place: int, up: int, down: int) -> list[int]:
    """The units to hide for the count at *place* to move up and down so far, and over ROOM.

    The two movements are each what goes up less what goes down: four unknowns for a count.
    """
    from scipy.optimize import linprog
    from scipy.sparse import csr_array, hstack, vstack

    box = room.box(range(len(room.units)))
    matrix, none = room.matrix, csr_array(room.matrix.shape)
    aims = numpy.zeros((3, 4 * len(price)))
    aims[:, place + len(price) * numpy.arange(4)] = (-1, 1, 0, 0), (0, 0, 1, -1), (-1, 1, 1, -1)
    done = linprog(
        numpy.tile(price, 4), A_ub=csr_array(aims), b_ub=[-up, -down, -ROOM],
        A_eq=vstack([hstack([matrix, -matrix, none, none]),
                     hstack([none, none, matrix, -matrix])]),
        b_eq=numpy.zeros(2 * matrix.shape[0]),
        bounds=[(0, end) for end in numpy.tile(numpy.concatenate([box[1], -box[0]]), 2)],
        method="highs")
    if done.x is None:
        return []
    moves = done.x.reshape(4, -1).sum(axis=0)
    return sorted({int(unit) for unit in room.unit_of[(moves > NEAR) & (price > 0)]})


def _neighbour(system: System, costs: numpy.ndarray, name: str,
               hidden: frozenset[str]) -> list[int]:
    """The cheapest unit that shares a relation with something hidden in the secret's reach."""
    near = {other for relation in system.relations
            if any(one == name or one in hidden for one, _ in relation.terms)
            for other in (relation.revealed_by, *(one for one, _ in relation.terms))}
    free = [number for number, unit in enumerate(system.units)
            if near & set(unit) and not hidden & set(unit)]
    return [min(free, key=lambda one: costs[one])] if free else []
