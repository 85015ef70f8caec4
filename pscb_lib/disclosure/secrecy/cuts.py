"""Cutting planes: inequalities that every safe pattern fulfils and the present one breaks.

Where a secret count cannot deviate as far as it needs, the dual of the linear programme that
tries it gives such an inequality (Fischetti and Salazar, "Models and algorithms for optimizing
cell suppression in tabular data with linear constraints", Journal of the American Statistical
Association 95, 2000).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from math import ceil

import numpy

from pscb_lib.disclosure.secrecy.attack import MIN_WIDTH, Need
from pscb_lib.disclosure.secrecy.deviations import Deviations

NEAR = 1e-6
GRAIN = 1024


@dataclass(frozen=True)
class Cut:
    """The *gains* of the hidden units, by number of the unit, must add up to at least *least*."""

    gains: dict[int, float]
    least: float = 1.0


def cuts_for(deviations: Deviations, values: Mapping[str, int], needs: Mapping[str, Need],
             chosen: Collection[int]) -> list[Cut]:
    """The inequalities that the *chosen* units break, for each secret count and direction."""
    aims = [(deviations.place[name], aim) for name, need in needs.items()
            for aim in _aims_of(values[name], need)]
    ways = [(place, sign) for place, (signs, _) in aims for sign in signs]
    prices = dict(zip(ways, _prices(deviations, ways, chosen), strict=True))
    cuts = [_cut(deviations, sum(prices[place, sign] for sign in signs), least, chosen)
            for place, (signs, least) in aims]
    return [cut for cut in cuts if cut]


def _aims_of(value: int, need: Need) -> list[tuple[tuple[int, ...], int]]:
    """How far a count must deviate up, down, or both together, to have what it needs."""
    up, down = need.most - value, value - need.least
    aims: list[tuple[tuple[int, ...], int]] = [
        ((sign,), least) for sign, least in ((1, up), (-1, down)) if least]
    return aims if up + down >= MIN_WIDTH else [*aims, ((1, -1), MIN_WIDTH)]


def _cut(deviations: Deviations, prices: numpy.ndarray, least: int,
         chosen: Collection[int]) -> Cut | None:
    """The inequality for a deviation of *least* at these prices; None where it holds."""
    if (prices * deviations.box(chosen)).sum() >= least - NEAR:
        return None
    left = least - (prices * deviations.shown).sum()
    each = (prices * (deviations.hidden - deviations.shown)).sum(axis=0) / left
    gains: dict[int, float] = {}
    for place in numpy.flatnonzero((each > NEAR) & (deviations.unit_of >= 0)):
        unit = int(deviations.unit_of[place])
        gains[unit] = gains.get(unit, 0.0) + each[place]
    # Rounding up keeps an inequality true, and spares the solver noise.
    return Cut({unit: min(1.0, ceil(GRAIN * gain) / GRAIN) for unit, gain in gains.items()})


def _prices(deviations: Deviations, ways: list[tuple[int, int]],
            chosen: Collection[int]) -> numpy.ndarray:
    """The dual prices of the lower and upper limits of all counts, for each place and sign.

    One linear programme solves all of them, with a copy of the deviations for each.
    """
    from scipy.optimize import linprog
    from scipy.sparse import eye_array, kron

    size = len(deviations.place)
    costs = numpy.zeros((len(ways), size))
    for copy, (place, sign) in enumerate(ways):
        costs[copy, place] = -sign
    matrix = kron(eye_array(len(ways)), deviations.matrix, format="csr")
    done = linprog(costs.ravel(), A_eq=matrix, b_eq=numpy.zeros(matrix.shape[0]),
                   bounds=numpy.tile(deviations.box(chosen), len(ways)).T, method="highs")
    if done.x is None:
        raise ArithmeticError(f"the solver gave up: {done.message}")
    prices = -numpy.array([done.lower.marginals, done.upper.marginals])
    return prices.reshape(2, len(ways), size).swapaxes(0, 1)
