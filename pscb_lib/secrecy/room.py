"""How far each count can move from its true value, shown and hidden, and how far a secret gets.

A pattern is good where each secret count can move over :data:`ROOM`, up, down or partly each,
while every relation holds. Where it cannot, the dual of that linear programme says what would
have to be hidden: an inequality that every good pattern fulfils (Fischetti and Salazar, "Solving
the cell suppression problem", Management Science 47, 2001).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from math import ceil

import numpy

from pscb_lib.secrecy.attack import ROOM, Need
from pscb_lib.secrecy.solving import matrix_of
from pscb_lib.secrecy.system import System

FAR = 50  # no pattern needs a count to move further than this for a secret to move by ROOM
NEAR = 1e-7
GRAIN = 1024


@dataclass(frozen=True)
class Room:
    """Movements of cells, then of relations (as if each were one more count), in that order.

    *unit_of* is the unit that hides each, or -1; *shown* and *hidden* are the lowest and highest
    movement, two lines each; *matrix* times movements is zero.
    """

    units: tuple[tuple[str, ...], ...]
    place: dict[str, int]
    unit_of: numpy.ndarray
    shown: numpy.ndarray
    hidden: numpy.ndarray
    matrix: object

    def box(self, chosen: Collection[int]) -> numpy.ndarray:
        """The lowest and highest movements while the *chosen* units are hidden."""
        is_hidden = numpy.isin(self.unit_of, list(chosen))
        return numpy.where(is_hidden, self.hidden, self.shown)


@dataclass(frozen=True)
class Cut:
    """The *gains* by unit of hiding it must together reach *least*."""

    gains: dict[int, float]
    least: float = 1.0


def room_of(system: System) -> Room:
    """Put a system into movements from the truth."""
    place = {cell.name: number for number, cell in enumerate(system.cells)}
    unit_at = {name: number for number, unit in enumerate(system.units) for name in unit}
    cells = [(_movement(cell.range(False), cell.value),
              _movement(cell.range(cell.can_hide), cell.value)) for cell in system.cells]
    names = [cell.name for cell in system.cells]
    rows = []
    for number, relation in enumerate(system.relations):
        total = sum(by * system.by_name[name].value for name, by in relation.terms)
        far = FAR * sum(abs(by) for _, by in relation.terms)
        shown = _movement((relation.least, relation.most), total, far)
        cells.append((shown, (-far, far) if relation.told_by else shown))
        names.append(relation.told_by)
        rows.append((*relation.terms, (f"\0{number}", -1)))
        place[f"\0{number}"] = len(system.cells) + number
    shown, hidden = (numpy.array([cell[way] for cell in cells], float).T for way in (0, 1))
    return Room(system.units, place, numpy.array([unit_at.get(name, -1) for name in names]),
                shown, hidden, matrix_of(rows, place))


def cuts_for(room: Room, values: Mapping[str, int], needs: Mapping[str, Need],
             chosen: Collection[int]) -> list[Cut]:
    """What would give each secret count what it needs and lacks while *chosen* are hidden."""
    aims = [(room.place[name], aim) for name, need in needs.items()
            for aim in aims_of(values[name], need)]
    ways = [(place, sign) for place, (signs, _) in aims for sign in signs]
    prices = dict(zip(ways, _prices(room, ways, chosen), strict=True))
    cuts = [_cut(room, sum(prices[place, sign] for sign in signs), least, chosen)
            for place, (signs, least) in aims]
    return [cut for cut in cuts if cut]


def aims_of(value: int, need: Need) -> list[tuple[tuple[int, ...], int]]:
    """How far a count must move up, down, or both together, for what it needs."""
    up, down = need.most - value, value - need.least
    aims = [((sign,), least) for sign, least in ((1, up), (-1, down)) if least]
    return aims if up + down >= ROOM else [*aims, ((1, -1), ROOM)]


def _cut(room: Room, prices: numpy.ndarray, least: int, chosen: Collection[int]) -> Cut | None:
    """The inequality that a movement of *least* at these prices needs, if it does not hold."""
    if (prices * room.box(chosen)).sum() >= least - NEAR:
        return None
    left = least - (prices * room.shown).sum()
    each = (prices * (room.hidden - room.shown)).sum(axis=0) / left
    gains: dict[int, float] = {}
    for place in numpy.flatnonzero((each > NEAR) & (room.unit_of >= 0)):
        unit = int(room.unit_of[place])
        gains[unit] = gains.get(unit, 0.0) + each[place]
    # Rounding up keeps an inequality true, and spares the solver noise.
    return Cut({unit: min(1.0, ceil(GRAIN * gain) / GRAIN) for unit, gain in gains.items()})


def _prices(room: Room, ways: list[tuple[int, int]], chosen: Collection[int]) -> numpy.ndarray:
    """For each place and sign: what a step of movement at each count, down and up, is worth.

    One programme holds all, a copy of the movements for each.
    """
    from scipy.optimize import linprog
    from scipy.sparse import eye_array, kron

    size = len(room.place)
    costs = numpy.zeros((len(ways), size))
    for copy, (place, sign) in enumerate(ways):
        costs[copy, place] = -sign
    matrix = kron(eye_array(len(ways)), room.matrix, format="csr")
    done = linprog(costs.ravel(), A_eq=matrix, b_eq=numpy.zeros(matrix.shape[0]),
                   bounds=numpy.tile(room.box(chosen), len(ways)).T, method="highs")
    if done.x is None:
        raise ArithmeticError(f"the solver gave up: {done.message}")
    prices = -numpy.array([done.lower.marginals, done.upper.marginals])
    return prices.reshape(2, len(ways), size).swapaxes(0, 1)


def _movement(span: tuple[int | None, int | None], value: int, far: int = FAR
              ) -> tuple[int, int]:
    low, high = span
    return (-far if low is None else max(low - value, -far),
            far if high is None else min(high - value, far))
