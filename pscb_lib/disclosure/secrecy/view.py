"""An outsider's view of a system: the counts not known exactly, with ranges and relations."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from pscb_lib.disclosure.secrecy.connected import grouped
from pscb_lib.disclosure.secrecy.relations import Relation
from pscb_lib.disclosure.secrecy.system import Range, System

SWEEPS = 12  # ranges hardly narrow after so many, and are valid after any number


@dataclass(frozen=True)
class View:
    """The open counts (not known exactly) with their ranges, and the relations between them."""

    ranges: dict[str, Range]
    relations: tuple[Relation, ...]


def look(system: System, hidden: Collection[str]) -> View:
    """The view of an outsider while the names in *hidden* are hidden.

    The shown counts are put into the relations, and each relation narrows the others' ranges.
    """
    ranges = {cell.name: cell.range(cell.name in hidden) for cell in system.cells}
    known = [relation for relation in system.relations
            if not relation.revealed_by or relation.revealed_by not in hidden]
    relations = [reduced for relation in known if (reduced := _reduced(relation, ranges)).terms]
    for _ in range(SWEEPS):
        if not any([_narrow(relation, ranges) for relation in relations]):
            break
    relations = [reduced for relation in relations if (reduced := _reduced(relation, ranges)).terms]
    return View({name: one for name, one in ranges.items() if one[0] != one[1]}, tuple(relations))


def parts_of(view: View) -> list[View]:
    """The parts of a view that no relation connects."""
    links = [[name for name, _ in relation.terms] for relation in view.relations]
    groups = grouped(view.ranges, links)
    part_of = {name: number for number, group in enumerate(groups) for name in group}
    relations: list[list[Relation]] = [[] for _ in groups]
    for relation, link in zip(view.relations, links, strict=True):
        relations[part_of[link[0]]].append(relation)
    return [View({name: view.ranges[name] for name in group}, tuple(own))
            for group, own in zip(groups, relations, strict=True)]


def _reduced(relation: Relation, ranges: Mapping[str, Range]) -> Relation:
    """The relation between the open counts alone; the known ones are taken off its bounds."""
    is_open = {name: ranges[name][0] != ranges[name][1] for name, _ in relation.terms}
    off = sum(by * ranges[name][0] for name, by in relation.terms if not is_open[name])
    least, most = (None if bound is None else bound - off
                   for bound in (relation.least, relation.most))
    return Relation(tuple(term for term in relation.terms if is_open[term[0]]), least, most)


def _narrow(relation: Relation, ranges: dict[str, Range]) -> bool:
    """Narrow the range of each count by the ranges of the others. Return whether any changed."""
    moved = False
    for terms, bound in ((relation.terms, relation.most),
                         (tuple((name, -by) for name, by in relation.terms),
                          None if relation.least is None else -relation.least)):
        moved |= bound is not None and _narrow_below(terms, bound, ranges)
    return moved


def _narrow_below(terms: tuple[tuple[str, int], ...], bound: int,
                  ranges: dict[str, Range]) -> bool:
    """Narrow the ranges so that *terms* add up to *bound* at most. Return whether any changed."""
    ends = [ranges[name][0 if by > 0 else 1] for name, by in terms]
    endless = sum(end is None for end in ends)
    if endless > 1:
        return False
    least = sum(by * end for (_, by), end in zip(terms, ends, strict=True) if end is not None)
    moved = False
    for (name, by), end in zip(terms, ends, strict=True):
        if endless and end is not None:
            continue
        left = bound - least + (0 if end is None else by * end)
        low, high = ranges[name]
        if by > 0 and (high is None or left // by < high):
            ranges[name], moved = (low, left // by), True
        elif by < 0 and -(left // -by) > low:
            ranges[name], moved = (-(left // -by), high), True
    return moved
