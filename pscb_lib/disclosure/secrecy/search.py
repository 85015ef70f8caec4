"""The cheapest safe suppression pattern, found by cutting planes.

Each round hides the cheapest units that fulfil all inequalities found so far (:mod:`.cuts`),
attacks the result, and adds the inequalities that it breaks. The first pattern that exposes no
secret count is a cheapest one, within the precision of the linear programme.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

import numpy

from pscb_lib.disclosure.secrecy.attack import kept
from pscb_lib.disclosure.secrecy.bounds import Need
from pscb_lib.disclosure.secrecy.covering import Covering
from pscb_lib.disclosure.secrecy.cuts import Cut, cuts_for
from pscb_lib.disclosure.secrecy.deviations import deviations_of
from pscb_lib.disclosure.secrecy.system import System

ROUNDS = 40


def search(system: System, needs: Mapping[str, Need], start: frozenset[str]
           ) -> frozenset[str] | None:
    """The names to hide, *start* included; None if ROUNDS rounds do not find a safe pattern."""
    deviations, cuts = deviations_of(system), _line_cuts(system, needs, start)
    programme = deviations.programme()
    values = {name: system.by_name[name].value for name in needs}
    first = {number for number, unit in enumerate(system.units) if start & set(unit)}
    covering = Covering(costs_of(system), first)
    for _ in range(ROUNDS):
        shares = covering.relaxed(cuts)
        more = [] if shares is None else cuts_for(deviations, programme, values, needs, shares)
        if not more:
            break
        cuts += more
    for _ in range(ROUNDS):
        shares = covering.cheapest(cuts)
        if shares is None:
            return None
        more = cuts_for(deviations, programme, values, needs, shares)
        hidden = start.union(*(system.units[unit] for unit in numpy.flatnonzero(shares)))
        if not more and kept(system, hidden, needs, needs) is not None:
            return hidden
        cuts += more or [Cut(dict.fromkeys(numpy.flatnonzero(shares == 0).tolist(), 1.0))]
    return None


def costs_of(system: System) -> numpy.ndarray:
    """The cost of hiding each unit: its weight; between equals, its values; then its order.

    All values together cost less than a weight of one, and all orders less than a value of one.
    """
    values = [sum(system.by_name[name].value for name in unit if name in system.by_name)
              for unit in system.units]
    whole, places = 1 + sum(values), len(values) ** 2
    return numpy.array([
        system.weight_of(unit) + value / whole + number / places / whole / 2
        for number, (unit, value) in enumerate(zip(system.units, values, strict=True))])


def _line_cuts(system: System, secret: Collection[str], start: frozenset[str]) -> list[Cut]:
    """The inequalities that no sum has exactly one hidden count, which could be worked out."""
    unit_at = {name: number for number, unit in enumerate(system.units) for name in unit}
    cuts = []
    for names in _exact_lines(system):
        for name in names:
            own = unit_at.get(name)
            others = {unit_at[other] for other in names if other in unit_at} - {own}
            if name in secret:
                cuts.append(Cut(dict.fromkeys(others, 1.0)))
            elif own is not None and len(system.units[own]) == 1 and name not in start:
                cuts.append(Cut({**dict.fromkeys(others, 1.0), own: -1.0}, 0.0))
    return cuts


def _exact_lines(system: System) -> list[list[str]]:
    """The counts of each sum that is always known, if none is rounded or hidden already."""
    known = {cell.name for cell in system.cells if cell.step == 1 and not cell.is_hidden}
    lines = [[name for name, _ in relation.terms] for relation in system.relations
             if not relation.revealed_by and (relation.least, relation.most) == (0, 0)]
    return [names for names in lines if known.issuperset(names)]
