"""A suppression pattern for a large system, built for one secret count after another.

The count with the narrowest feasibility interval comes first. A linear programme finds the
cheapest way to change it while every relation holds: each count that changes with it must be
hidden, and one that is hidden already costs nothing. Afterwards each added unit is shown again,
the dearest first, unless a secret count would be exposed.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy

from pscb_lib.disclosure.secrecy.attack import bounds_of, exposed, kept
from pscb_lib.disclosure.secrecy.bounds import MIN_WIDTH, Need
from pscb_lib.disclosure.secrecy.deviations import Deviations, deviations_of
from pscb_lib.disclosure.secrecy.programme import NEAR, Programme
from pscb_lib.disclosure.secrecy.search import costs_of
from pscb_lib.disclosure.secrecy.system import System


def grow(system: System, needs: Mapping[str, Need], start: frozenset[str]) -> frozenset[str]:
    """The names to hide, *start* included; some secret counts may stay exposed."""
    deviations, costs = deviations_of(system), costs_of(system)
    moves, hidden = _Moves(deviations), start
    worst = exposed(system, hidden, needs)
    for name in sorted(worst, key=lambda one: worst[one].width):
        value, need = system.by_name[name].value, needs[name]
        while kept(system, hidden, [name], needs) is None:
            price = numpy.array([0.0 if unit < 0 or hidden & set(deviations.units[unit])
                                 else costs[unit] for unit in deviations.unit_of])
            found = moves.cheapest(price, deviations.place[name], need.most - value,
                                   value - need.least)
            more = {int(unit) for unit in deviations.unit_of[(found > NEAR) & (price > 0)]
                    } or _neighbour(system, costs, name, hidden)
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
        touched = [name for name, one in bounds.items() if one.meet(needs[name])
                   and (not is_cell or any(one.moves(other) for other in unit))]
        again = kept(system, hidden - unit, touched, needs)
        if again is not None:
            hidden, bounds = hidden - unit, bounds | again
    return hidden


class _Moves:
    """The cheapest way to move one count, as a linear programme that is solved for many.

    The deviation of each count is the difference of two unknowns, a rise and a fall.
    """

    def __init__(self, deviations: Deviations) -> None:
        least, most = deviations.box(numpy.ones(len(deviations.units)))
        self._size, self._most = len(most), numpy.concatenate([most, -least])
        rows = [[*row, *((place + self._size, -by) for place, by in row)]
                for row in deviations.rows]
        self._programme = Programme(numpy.array([0 * self._most, self._most]),
                                    numpy.zeros((2, len(rows))), rows)

    def cheapest(self, price: numpy.ndarray, place: int, up: int, down: int) -> numpy.ndarray:
        """How far each count moves so that the one at *place* may be so much higher and lower.

        Its interval is then at least MIN_WIDTH wide. All zeros where there is no way.
        """
        self._programme.aim({number: price[number % self._size] for number
                             in numpy.flatnonzero(numpy.tile(price, 2)).tolist()})
        lacking = max(0, MIN_WIDTH - up - down)
        ways = [(self._move(place, up + more),
                 self._move(place + self._size, down + lacking - more))
                for more in range(lacking + 1)]
        both = [rise + fall for rise, fall in ways if rise is not None and fall is not None]
        return min(both, key=lambda one: price @ one, default=0 * price)

    def _move(self, place: int, by: int) -> numpy.ndarray | None:
        """How far each count moves with the rise or fall at *place*; None where it cannot."""
        if by > self._most[place]:
            return None
        both = [place, (place + self._size) % (2 * self._size)]
        self._programme.limit(both, [by, 0], [self._most[place], 0])
        found = self._programme.solve()
        self._programme.limit(both, [0, 0], self._most[both])
        return None if found is None else found[:self._size] + found[self._size:]


def _neighbour(system: System, costs: numpy.ndarray, name: str,
               hidden: frozenset[str]) -> set[int]:
    """The cheapest shown unit in a relation with the secret count *name* or a hidden count."""
    near = {other for relation in system.relations
            if any(one == name or one in hidden for one, _ in relation.terms)
            for other in (relation.revealed_by, *(one for one, _ in relation.terms))}
    free = [number for number, unit in enumerate(system.units)
            if near & set(unit) and not hidden & set(unit)]
    return {min(free, key=lambda one: costs[one])} if free else set()
