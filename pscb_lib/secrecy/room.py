"""How far each count can move from its true value, shown and hidden, and how far a secret gets.

A pattern is good where each secret count can move over :data:`ROOM`, up, down or partly each,
while every relation holds. Where it cannot, the dual of that linear programme says what would
have to be hidden: an inequality that every good pattern fulfils (Fischetti and Salazar, "Solving
the cell suppression problem", Management Science 47, 2001).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy

from pscb_lib.secrecy.attack import ROOM
from pscb_lib.secrecy.solving import matrix_of
from pscb_lib.secrecy.system import System

FAR = 50  # no pattern needs a count to move further than this for a secret to move by ROOM
NEAR = 1e-7


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
    """The *gains* by unit of hiding it must together reach 1, lest *secret* be told."""

    secret: str
    gains: dict[int, float]


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


def cuts_for(room: Room, secret: Collection[str], chosen: Collection[int]) -> list[Cut]:
    """For each secret count without room while *chosen* are hidden: what would give it room."""
    cuts = (_cut(room, name, chosen) for name in secret)
    return [cut for cut in cuts if cut is not None]


def _cut(room: Room, name: str, chosen: Collection[int]) -> Cut | None:
    prices = [_prices(room, name, chosen, sign) for sign in (1, -1)]
    low, high = (sum(one[end] for one in prices) for end in (0, 1))
    reach = low @ -room.shown[0] + high @ room.shown[1]
    box = room.box(chosen)
    if low @ -box[0] + high @ box[1] >= ROOM - NEAR:
        return None
    each = (low * (room.shown[0] - room.hidden[0]) + high * (room.hidden[1] - room.shown[1]))
    gains: dict[int, float] = {}
    for place in numpy.flatnonzero((each > NEAR) & (room.unit_of >= 0)):
        unit = int(room.unit_of[place])
        gains[unit] = min(1.0, gains.get(unit, 0.0) + each[place] / (ROOM - reach))
    return Cut(name, gains)


def _prices(room: Room, name: str, chosen: Collection[int], sign: int
            ) -> tuple[numpy.ndarray, numpy.ndarray]:
    """What one more step of room at each count, down and up, is worth to the secret."""
    from scipy.optimize import linprog

    costs = numpy.zeros(len(room.place))
    costs[room.place[name]] = -sign
    done = linprog(costs, A_eq=room.matrix, b_eq=numpy.zeros(room.matrix.shape[0]),
                   bounds=room.box(chosen).T, method="highs")
    if done.x is None:
        raise ArithmeticError(f"the solver gave up: {done.message}")
    return done.lower.marginals, -done.upper.marginals


def _movement(span: tuple[int | None, int | None], value: int, far: int = FAR
              ) -> tuple[int, int]:
    low, high = span
    return (-far if low is None else max(low - value, -far),
            far if high is None else min(high - value, far))
