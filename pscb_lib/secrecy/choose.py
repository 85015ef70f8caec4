"""Which other figures must be hidden, lest those shown give away a count that is secret.

Secret are the small counts (:mod:`.profiles`). In each part of the system that tells of one, the
cheapest other figures are hidden with it: fewest first, then smallest, a total dearer than a part
as its weight says, then by their order. Small parts are searched for the best pattern, large ones
grown towards a good one, and every one is audited before it is given back.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from pscb_lib.secrecy.attack import exposed
from pscb_lib.secrecy.moves import grow, take_back
from pscb_lib.secrecy.search import costs_of, search
from pscb_lib.secrecy.system import System, split

SEARCHED = 150  # units; more than so many take the search too long


class NoPattern(ValueError):
    """However much is hidden, these secret counts are told: categories must be combined."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = tuple(names)
        super().__init__(f"no pattern hides {', '.join(self.names)}: combine categories")


@dataclass(frozen=True)
class Pattern:
    """The names of cells and telling figures that are not shown; *added* are not secret ones."""

    hidden: frozenset[str]
    added: tuple[str, ...]


def choose(system: System, secret: Collection[str]) -> Pattern:
    """Hide the *secret* cells and what else must be hidden; NoPattern where that cannot do.

    A secret cell that may not be hidden (it is public, or hidden already) is protected all the
    same.
    """
    secret = dict.fromkeys(secret)
    hidden: frozenset[str] = system.with_units(secret)
    told = []
    for part in split(system):
        own = [cell.name for cell in part.cells if cell.name in secret]
        try:
            hidden |= _choose(part, own, hidden & part.with_units(own))
        except NoPattern as fault:
            told += fault.names
    if told:
        raise NoPattern(told)
    names = [name for unit in system.units for name in unit]
    return Pattern(hidden, tuple(name for name in names if name in hidden and name not in secret))


def _choose(part: System, secret: list[str], start: frozenset[str]) -> frozenset[str]:
    if not exposed(part, start, secret):
        return start
    everything = start.union(*part.units)
    if told := exposed(part, everything, secret):
        raise NoPattern(told)
    found = search(part, secret, start) if len(part.units) <= SEARCHED else None
    found = found or grow(part, secret, start)
    if not exposed(part, found, secret):
        return found
    costs = costs_of(part)
    dearest = sorted(range(len(costs)), key=lambda number: -costs[number])
    return take_back(part, secret, everything,
                     [number for number in dearest if not start & set(part.units[number])])
