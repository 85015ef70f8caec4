"""How far each count can deviate from its true value, shown or hidden, in all relations."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import numpy

from pscb_lib.disclosure.secrecy.solving import matrix_of
from pscb_lib.disclosure.secrecy.system import System

FAR = 50  # the largest deviation considered: a secret count needs fewer than ten


@dataclass(frozen=True)
class Deviations:
    """Limits of the deviations of all cells, then of all relations, each as one more count.

    *place* is the position of each by name and *unit_of* the number of the unit that hides it,
    or -1. *shown* and *hidden* have two lines, the lowest and the highest deviation while it is
    shown or hidden. *matrix* times any possible deviations is zero.
    """

    units: tuple[tuple[str, ...], ...]
    place: dict[str, int]
    unit_of: numpy.ndarray
    shown: numpy.ndarray
    hidden: numpy.ndarray
    matrix: Any

    def box(self, chosen: Collection[int]) -> numpy.ndarray:
        """The lowest and highest deviations while the *chosen* units are hidden."""
        is_hidden = numpy.isin(self.unit_of, list(chosen))
        return numpy.where(is_hidden, self.hidden, self.shown)


def deviations_of(system: System) -> Deviations:
    """The limits of the deviations from the true values of a system."""
    place = {cell.name: number for number, cell in enumerate(system.cells)}
    unit_at = {name: number for number, unit in enumerate(system.units) for name in unit}
    cells = [(_deviation(cell.range(False), cell.value),
              _deviation(cell.range(cell.can_hide), cell.value)) for cell in system.cells]
    names = [cell.name for cell in system.cells]
    rows = []
    for number, relation in enumerate(system.relations):
        total = sum(by * system.by_name[name].value for name, by in relation.terms)
        far = FAR * sum(abs(by) for _, by in relation.terms)
        span = _deviation((relation.least, relation.most), total, far)
        cells.append((span, (-far, far) if relation.revealed_by else span))
        names.append(relation.revealed_by)
        rows.append((*relation.terms, (f"\0{number}", -1)))
        place[f"\0{number}"] = len(system.cells) + number
    shown, hidden = (numpy.array([cell[way] for cell in cells], float).T for way in (0, 1))
    return Deviations(system.units, place, numpy.array([unit_at.get(name, -1) for name in names]),
                shown, hidden, matrix_of(rows, place))


def _deviation(span: tuple[int | None, int | None], value: int, far: int = FAR
              ) -> tuple[int, int]:
    low, high = span
    return (-far if low is None else max(low - value, -far),
            far if high is None else min(high - value, far))
