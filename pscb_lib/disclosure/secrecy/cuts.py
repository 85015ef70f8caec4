"""What would have to be hidden, where a secret count cannot move as far as it needs.

The dual of the linear programme that moves it says so: an inequality that every good pattern
fulfils (Fischetti and Salazar, "Models and algorithms for optimizing cell suppression in tabular
data with linear constraints", Journal of the American Statistical Association 95, 2000).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from math import ceil

import numpy

from pscb_lib.disclosure.secrecy.attack import ROOM, Need
from pscb_lib.disclosure.secrecy.room import Room

NEAR = 1e-6
GRAIN = 1024


@dataclass(frozen=True)
class Cut:
    """The *gains* by unit of hiding it must together reach *least*."""

    gains: dict[int, float]
    least: float = 1.0


def cuts_for(room: Room, values: Mapping[str, int], needs: Mapping[str, Need],
             chosen: Collection[int]) -> list[Cut]:
    """What would give each secret count what it needs and lacks while *chosen* are hidden."""
    aims = [(room.place[name], aim) for name, need in needs.items()
            for aim in _aims_of(values[name], need)]
    ways = [(place, sign) for place, (signs, _) in aims for sign in signs]
    prices = dict(zip(ways, _prices(room, ways, chosen), strict=True))
    cuts = [_cut(room, sum(prices[place, sign] for sign in signs), least, chosen)
            for place, (signs, least) in aims]
    return [cut for cut in cuts if cut]


def _aims_of(value: int, need: Need) -> list[tuple[tuple[int, ...], int]]:
    """How far a count must move up, down, or both together, for what it needs."""
    up, down = need.most - value, value - need.least
    aims: list[tuple[tuple[int, ...], int]] = [
        ((sign,), least) for sign, least in ((1, up), (-1, down)) if least]
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
