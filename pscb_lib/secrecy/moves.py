"""A pattern for a large system: give one secret count after another room at the least cost.

For the worst secret a linear programme finds the cheapest way to move it while every relation
holds; what moves with it must be hidden, what is hidden already moves for nothing. Afterwards each
added unit is taken back, the dearest first, unless that would tell a secret.
"""

from __future__ import annotations

from collections.abc import Collection

import numpy

from pscb_lib.secrecy.attack import ROOM, Bounds, bounds_of, exposed
from pscb_lib.secrecy.room import NEAR, Room, room_of
from pscb_lib.secrecy.search import costs_of
from pscb_lib.secrecy.system import System


def grow(system: System, secret: Collection[str], start: frozenset[str]) -> frozenset[str]:
    """The names to hide, *start* among them; some secrets may stay exposed."""
    room, costs = room_of(system), costs_of(system)
    hidden, added = start, []
    order = exposed(system, hidden, secret)
    for name in sorted(order, key=lambda one: _width(order[one])):
        while exposed(system, hidden, [name]):
            more = _cheapest_move(room, costs, name, hidden) or _neighbour(
                system, costs, name, hidden)
            if not more:
                break
            hidden |= {one for number in more for one in system.units[number]}
            added += more
    return take_back(system, secret, hidden, sorted(added, key=lambda one: -costs[one]))


def take_back(system: System, secret: Collection[str], hidden: frozenset[str],
              added: Collection[int]) -> frozenset[str]:
    """Show again, in this order, each added unit without which no more is told.

    Only the secrets that a unit moves with are looked at again: the others keep their room.
    """
    bounds = bounds_of(system, hidden, secret, ROOM)
    for number in added:
        unit = frozenset(system.units[number])
        is_cell = unit <= system.by_name.keys()
        touched = [name for name, one in bounds.items() if not is_cell or one.moved & unit]
        again = bounds_of(system, hidden - unit, touched, ROOM)
        if all(one.is_safe or not bounds[name].is_safe for name, one in again.items()):
            hidden, bounds = hidden - unit, bounds | again
    return hidden


def _width(bounds: Bounds) -> int:
    return bounds.most - bounds.least


def _cheapest_move(room: Room, costs: numpy.ndarray, name: str,
                   hidden: frozenset[str]) -> list[int]:
    """The units to hide for a secret to move over ROOM, between one movement and another."""
    from scipy.optimize import linprog
    from scipy.sparse import csr_array, hstack, vstack

    price = numpy.array([0.0 if unit < 0 or hidden & set(room.units[unit]) else costs[unit]
                         for unit in room.unit_of])
    box = room.box(range(len(room.units)))
    matrix, none = room.matrix, csr_array(room.matrix.shape)
    secret = numpy.zeros((1, 4 * len(price)))
    secret[0, room.place[name] + len(price) * numpy.arange(4)] = (1, -1, -1, 1)
    done = linprog(
        numpy.tile(price, 4),
        A_eq=vstack([hstack([matrix, -matrix, none, none]), hstack([none, none, matrix, -matrix]),
                     csr_array(secret)]),
        b_eq=numpy.append(numpy.zeros(2 * matrix.shape[0]), ROOM),
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
            for other in (relation.told_by, *(one for one, _ in relation.terms))}
    free = [number for number, unit in enumerate(system.units)
            if near & set(unit) and not hidden & set(unit)]
    return [min(free, key=lambda one: costs[one])] if free else []
