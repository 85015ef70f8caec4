"""Cutting planes: inequalities that every safe pattern fulfils and the present one breaks.

Where a secret count cannot deviate as far as it needs, the dual of the linear programme that
tries it gives such an inequality (Fischetti and Salazar, "Models and algorithms for optimizing
cell suppression in tabular data with linear constraints", Journal of the American Statistical
Association 95, 2000).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil

import numpy

from pscb_lib.disclosure.secrecy.bounds import MIN_WIDTH, Need
from pscb_lib.disclosure.secrecy.deviations import Deviations
from pscb_lib.disclosure.secrecy.programme import NEAR, Programme

GRAIN = 1024


@dataclass(frozen=True)
class Cut:
    """The *gains* of the hidden units, by number of the unit, must add up to at least *least*."""

    gains: dict[int, float]
    least: float = 1.0


def cuts_for(deviations: Deviations, programme: Programme, values: Mapping[str, int],
             needs: Mapping[str, Need], shares: numpy.ndarray) -> list[Cut]:
    """The inequalities that units hidden to these *shares* break, for each count and direction.

    *programme* is that of the *deviations*; it starts from where it ended.
    """
    box = deviations.box(shares)
    programme.limit(numpy.arange(box.shape[1]), *box)
    cuts = []
    for name, need in needs.items():
        prices = {sign: _prices(programme, deviations.place[name], sign) for sign in (1, -1)}
        for signs, least in _aims_of(values[name], need):
            together = numpy.sum([prices[sign] for sign in signs], axis=0)
            cuts.append(_cut(deviations, together, least, box))
    return [cut for cut in cuts if cut]


def _aims_of(value: int, need: Need) -> list[tuple[tuple[int, ...], int]]:
    """How far a count must deviate up, down, or both together, to have what it needs."""
    up, down = need.most - value, value - need.least
    aims: list[tuple[tuple[int, ...], int]] = [
        ((sign,), least) for sign, least in ((1, up), (-1, down)) if least]
    return aims if up + down >= MIN_WIDTH else [*aims, ((1, -1), MIN_WIDTH)]


def _cut(deviations: Deviations, prices: numpy.ndarray, least: int,
         box: numpy.ndarray) -> Cut | None:
    """The inequality for a deviation of *least* at these prices; None where it holds."""
    if (prices * box).sum() >= least - NEAR:
        return None
    left = least - (prices * deviations.shown).sum()
    each = (prices * (deviations.hidden - deviations.shown)).sum(axis=0) / left
    gains: dict[int, float] = {}
    for place in numpy.flatnonzero((each > NEAR) & (deviations.unit_of >= 0)):
        unit = int(deviations.unit_of[place])
        gains[unit] = gains.get(unit, 0.0) + each[place]
    # Rounding up keeps an inequality true, and spares the solver noise.
    return Cut({unit: min(1.0, ceil(GRAIN * gain) / GRAIN) for unit, gain in gains.items()})


def _prices(programme: Programme, place: int, sign: int) -> numpy.ndarray:
    """The dual prices of the lower and upper limits of all counts, to deviate that way.

    Any prices that the solver ends with give a true inequality, so it need not have succeeded.
    """
    programme.aim({place: -sign})
    programme.solve()
    return -programme.prices()
