"""How far each count can deviate from its true value, shown or hidden, in all relations."""

from __future__ import annotations

from dataclasses import dataclass

import numpy

from pscb_lib.disclosure.secrecy.programme import Programme
from pscb_lib.disclosure.secrecy.system import Cell, Range, System

FAR = 50  # the largest deviation considered: a secret count needs fewer than ten


@dataclass(frozen=True)
class Deviations:
    """Limits of the deviations of all cells, then of all relations, each as one more count.

    *place* is the position of each by name and *unit_of* the number of the unit that hides it,
    or -1. *shown* and *hidden* have two lines, the lowest and the highest deviation while it is
    shown or hidden. Any possible deviations, times the *rows*, add up to zero.
    """

    units: tuple[tuple[str, ...], ...]
    place: dict[str, int]
    unit_of: numpy.ndarray
    shown: numpy.ndarray
    hidden: numpy.ndarray
    rows: list[list[tuple[int, int]]]

    def box(self, shares: numpy.ndarray) -> numpy.ndarray:
        """The lowest and highest deviations while each unit is hidden to its share, 0 to 1."""
        share = numpy.where(self.unit_of < 0, 0.0, numpy.append(shares, 0.0)[self.unit_of])
        box: numpy.ndarray = self.shown + share * (self.hidden - self.shown)
        return box

    def programme(self) -> Programme:
        """The deviations as a linear programme, all hidden."""
        return Programme(self.hidden, numpy.zeros((2, len(self.rows))), self.rows)


def deviations_of(system: System) -> Deviations:
    """The limits of the deviations from the true values of a system."""
    place = {cell.name: number for number, cell in enumerate(system.cells)}
    unit_at = {name: number for number, unit in enumerate(system.units) for name in unit}
    far = _far(system)
    cells = [(_deviation(_shown(cell), cell.value, far[cell.name]),
              _deviation(cell.range(cell.can_hide), cell.value, far[cell.name]))
             for cell in system.cells]
    names, rows = [cell.name for cell in system.cells], []
    for number, relation in enumerate(system.relations, len(cells)):
        total = sum(by * system.by_name[name].value for name, by in relation.terms)
        most = sum(abs(by) * far[name] for name, by in relation.terms)
        span = _deviation((relation.least, relation.most), total, most)
        cells.append((span, (-most, most) if relation.revealed_by else span))
        names.append(relation.revealed_by)
        rows.append([*((place[name], by) for name, by in relation.terms), (number, -1)])
    shown, hidden = (numpy.array([cell[way] for cell in cells], float).T for way in (0, 1))
    return Deviations(system.units, place, numpy.array([unit_at.get(name, -1) for name in names]),
                      shown, hidden, rows)


def _far(system: System) -> dict[str, int]:
    """The largest deviation of each count: a total moves by its parts' weights."""
    far = dict.fromkeys(system.by_name, FAR)
    for relation in system.relations:
        weight = FAR * max((abs(by) for _, by in relation.terms), default=1)
        for name, _ in relation.terms:
            far[name] = max(far[name], weight)
    return far


def _shown(cell: Cell) -> Range:
    """The range of a count while it is shown, never beyond that of a hidden one.

    2 shown as 0 may be 0, and while it is hidden it may not: hiding must take no deviation away.
    """
    low, high = cell.range(False)
    return (max(low, cell.least) if cell.can_hide else low), high


def _deviation(span: tuple[int | None, int | None], value: int, far: int) -> tuple[int, int]:
    low, high = span
    return (-far if low is None else max(low - value, -far),
            far if high is None else min(high - value, far))
