"""Secondary suppression: choose what else to hide so that no small count can be worked out.

The small counts (:mod:`.profiles`) are secret. In each part of the system that has one, the
cheapest other figures are hidden with it: those of the least weight, then the smallest, then the
first. A total has a greater weight than a part. Small parts are searched for the cheapest
pattern, large ones built up step by step. Every pattern is attacked before it is returned.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from pscb_lib.disclosure.secrecy.attack import bounds_of, exposed, kept
from pscb_lib.disclosure.secrecy.bounds import Need
from pscb_lib.disclosure.secrecy.moves import grow, take_back
from pscb_lib.disclosure.secrecy.parts import split
from pscb_lib.disclosure.secrecy.search import search
from pscb_lib.disclosure.secrecy.system import System

SEARCHED = 150  # units; the search takes too long with more


class NoPattern(ValueError):
    """No pattern protects these secret counts, however much is hidden: combine categories."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = tuple(names)
        super().__init__(f"no pattern hides {', '.join(self.names)}: combine categories")


# What to hide in a part with these secret cells, or why that cannot be said.
Known = dict[tuple[System, tuple[str, ...], range], frozenset[str] | NoPattern]


@dataclass(frozen=True)
class Pattern:
    """What to hide, by name: cells, and figures that reveal relations.

    *added* are those of *hidden* that are not secret themselves, in the order of the system.
    """

    hidden: frozenset[str]
    added: tuple[str, ...]


def choose(system: System, secret: Collection[str], band: range, known: Known | None = None
           ) -> Pattern:
    """Choose a pattern that hides the *secret* cells, and what else must be hidden.

    Each secret cell keeps three possible values. A small one keeps all values of *band* where
    that is possible, so that a reader learns no more than the mark for small numbers says. A
    secret cell that may not be hidden (it is public, or hidden already) is protected as well.
    What is found for each part is kept in *known*, and not searched for again when another system
    has the same part. Raises NoPattern where a secret cell cannot be protected.
    """
    secret = dict.fromkeys(secret)
    known = {} if known is None else known
    hidden = system.with_units(secret)
    unprotected: list[str] = []
    for part in split(system):
        own = tuple(cell.name for cell in part.cells if cell.name in secret)
        if (part, own, band) not in known:
            known[part, own, band] = _found(part, own, band)
        found = known[part, own, band]
        if isinstance(found, NoPattern):
            unprotected += found.names
        else:
            hidden |= found
    if unprotected:
        raise NoPattern(unprotected)
    names = [name for unit in system.units for name in unit]
    return Pattern(hidden, tuple(name for name in names if name in hidden and name not in secret))


def _found(part: System, secret: Sequence[str], band: range) -> frozenset[str] | NoPattern:
    try:
        return _choose(part, secret, part.with_units(secret), band)
    except NoPattern as fault:
        return fault


def _choose(part: System, secret: Sequence[str], start: frozenset[str],
            band: range) -> frozenset[str]:
    if not secret:
        return start
    wanted = _wanted(part, secret, band)
    lacking = exposed(part, start, wanted)
    if not lacking:
        return start
    everything = start.union(*part.units)
    needs = {**wanted, **_needs(part, everything, {name: wanted[name] for name in lacking})}
    if kept(part, start, lacking, needs) is not None:
        return start
    found = search(part, needs, start) if len(part.units) <= SEARCHED else None
    found = found or grow(part, needs, start)
    if kept(part, found, needs, needs) is not None:
        return found
    return take_back(part, needs, everything, start)


def _wanted(part: System, secret: Sequence[str], band: range) -> dict[str, Need]:
    values = {name: part.by_name[name].value for name in secret}
    return {name: Need(band[0], band[-1]) if value in band else Need(value, value)
            for name, value in values.items()}


def _needs(part: System, everything: frozenset[str], wanted: Mapping[str, Need]
           ) -> dict[str, Need]:
    """The interval each count needs: as much of the *wanted* one as hiding *everything* gives."""
    bounds = bounds_of(part, everything, wanted, wanted)
    if unsafe := [name for name, one in bounds.items() if not one.is_safe]:
        raise NoPattern(unsafe)
    return {name: Need(max(one.least, wanted[name].least),
                       min(wanted[name].most, wanted[name].most if one.most is None else one.most))
            for name, one in bounds.items()}
