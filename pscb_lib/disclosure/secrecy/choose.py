"""Which other figures must be hidden, lest those shown give away a count that is secret.

Secret are the small counts (:mod:`.profiles`). In each part of the system that tells of one, the
cheapest other figures are hidden with it: fewest first, then smallest, a total dearer than a part
as its weight says, then by their order. Small parts are searched for the best pattern, large ones
grown towards a good one, and every one is audited before it is given back.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from pscb_lib.disclosure.secrecy.attack import Need, bounds_of, exposed
from pscb_lib.disclosure.secrecy.moves import grow, take_back
from pscb_lib.disclosure.secrecy.parts import split
from pscb_lib.disclosure.secrecy.search import search
from pscb_lib.disclosure.secrecy.system import System

SEARCHED = 150  # units; more than so many take the search too long


class NoPattern(ValueError):
    """However much is hidden, these secret counts are told: categories must be combined."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = tuple(names)
        super().__init__(f"no pattern hides {', '.join(self.names)}: combine categories")


@dataclass(frozen=True)
class Pattern:
    """The names of cells and telling figures to hide now, in any order; of them *added*, in the
    order of the system, are not secret themselves."""

    hidden: frozenset[str]
    added: tuple[str, ...]


def choose(system: System, secret: Collection[str], band: range) -> Pattern:
    """Hide the *secret* cells and what else must be hidden; NoPattern where that cannot do.

    Each keeps three possible values and, where that can be had, all of *band*: what a mark for
    small numbers tells and no more. A secret cell that may not be hidden (it is public, or hidden
    already) is protected all the same.
    """
    secret = dict.fromkeys(secret)
    hidden = system.with_units(secret)
    told: list[str] = []
    for part in split(system):
        own = [cell.name for cell in part.cells if cell.name in secret]
        try:
            hidden |= _choose(part, own, part.with_units(own), band)
        except NoPattern as fault:
            told += fault.names
    if told:
        raise NoPattern(told)
    names = [name for unit in system.units for name in unit]
    return Pattern(hidden, tuple(name for name in names if name in hidden and name not in secret))


def _choose(part: System, secret: list[str], start: frozenset[str],
            band: range) -> frozenset[str]:
    if not secret:
        return start
    wanted = _wanted(part, secret, band)
    lacking = exposed(part, start, wanted)
    if not lacking:
        return start
    everything = start.union(*part.units)
    needs = {**wanted, **_needs(part, everything, {name: wanted[name] for name in lacking})}
    if not exposed(part, start, {name: needs[name] for name in lacking}):
        return start
    found = search(part, needs, start) if len(part.units) <= SEARCHED else None
    found = found or grow(part, needs, start)
    if not exposed(part, found, needs):
        return found
    return take_back(part, needs, everything, start)


def _wanted(part: System, secret: list[str], band: range) -> dict[str, Need]:
    values = {name: part.by_name[name].value for name in secret}
    return {name: Need(band[0], band[-1]) if value in band else Need(value, value)
            for name, value in values.items()}


def _needs(part: System, everything: frozenset[str], wanted: Mapping[str, Need]
           ) -> dict[str, Need]:
    """What each count needs: of what is *wanted*, as much as hiding *everything* would give it."""
    bounds = bounds_of(part, everything, wanted, wanted)
    if told := [name for name, one in bounds.items() if not one.is_safe]:
        raise NoPattern(told)
    return {name: Need(max(one.least, wanted[name].least),
                       min(wanted[name].most, wanted[name].most if one.most is None else one.most))
            for name, one in bounds.items()}
