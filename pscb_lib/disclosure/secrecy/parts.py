"""Split a system into independent parts, so that each is solved alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import TypeVar

from pscb_lib.disclosure.secrecy.connected import grouped
from pscb_lib.disclosure.secrecy.relations import Relation
from pscb_lib.disclosure.secrecy.system import Cell, System

Thing = TypeVar("Thing")


def split(system: System) -> list[System]:
    """The parts of a system. Counts that are always known do not connect parts."""
    loose = _loose(system)
    links = [[name for name in (relation.revealed_by, *(name for name, _ in relation.terms))
              if name in loose] for relation in system.relations]
    groups = [[name for name in group if name in loose] for group in system.together]
    parts = grouped(loose, (*links, *groups))
    part_of = {name: number for number, part in enumerate(parts) for name in part}
    relations = _shared_out(system.relations, links, part_of, len(parts))
    together = _shared_out(system.together, groups, part_of, len(parts))
    known = system.by_name
    return [_part(known, *own) for own in zip(parts, relations, together, strict=True)]


def _loose(system: System) -> dict[str, None]:
    """The names of cells and figures that are or may be hidden, and of rounded counts."""
    cells = (cell.name for cell in system.cells
             if cell.can_hide or cell.is_hidden or cell.step > 1)
    revealing = (relation.revealed_by for relation in system.relations if relation.revealed_by)
    return dict.fromkeys((*cells, *revealing))


def _shared_out(things: Iterable[Thing], links: Iterable[list[str]], part_of: dict[str, int],
                number: int) -> list[list[Thing]]:
    """The things of each part, by the names they link. A thing that links none is left out."""
    shares: list[list[Thing]] = [[] for _ in range(number)]
    for thing, link in zip(things, links, strict=True):
        if link:
            shares[part_of[link[0]]].append(thing)
    return shares


def _part(known: Mapping[str, Cell], names: tuple[str, ...], relations: list[Relation],
          together: list[tuple[str, ...]]) -> System:
    terms = (name for relation in relations for name, _ in relation.terms)
    wanted = dict.fromkeys((*names, *terms, *chain.from_iterable(together)))
    return System(tuple(known[name] for name in wanted if name in known), tuple(relations),
                  tuple(together))
