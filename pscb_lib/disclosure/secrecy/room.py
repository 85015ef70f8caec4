"""How far each count can move from its true value, shown and hidden, while every relation holds."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import numpy

from pscb_lib.disclosure.secrecy.solving import matrix_of
from pscb_lib.disclosure.secrecy.system import System

FAR = 50  # a secret needs to move by less than ten, and nothing much further for that


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
    matrix: Any

    def box(self, chosen: Collection[int]) -> numpy.ndarray:
        """The lowest and highest movements while the *chosen* units are hidden."""
        is_hidden = numpy.isin(self.unit_of, list(chosen))
        return numpy.where(is_hidden, self.hidden, self.shown)


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
        span = _movement((relation.least, relation.most), total, far)
        cells.append((span, (-far, far) if relation.revealed_by else span))
        names.append(relation.revealed_by)
        rows.append((*relation.terms, (f"\0{number}", -1)))
        place[f"\0{number}"] = len(system.cells) + number
    shown, hidden = (numpy.array([cell[way] for cell in cells], float).T for way in (0, 1))
    return Room(system.units, place, numpy.array([unit_at.get(name, -1) for name in names]),
                shown, hidden, matrix_of(rows, place))


def _movement(span: tuple[int | None, int | None], value: int, far: int = FAR
              ) -> tuple[int, int]:
    low, high = span
    return (-far if low is None else max(low - value, -far),
            far if high is None else min(high - value, far))
