"""The counts of a release, what is known of them together, and what is hidden as one figure.

Equal counts in two tables, reports or releases are one cell, or two and a sum with one part.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from pscb_lib.secrecy.relations import Relation

Range = tuple[int, int | None]  # the least and the most a count may be; None is no limit


@dataclass(frozen=True)
class Cell:
    """One count, and what becomes of it.

    *may_hide* is False where it is public already or shown in full to this reader; *is_hidden* is
    True where it was hidden in an earlier release or is never printed. A hidden count is known to
    be at least *least*: 1 where zeros are shown, else 0. A shown one is rounded half up to the
    nearest *step*. *weight* is what hiding it costs the reader, more for a total than for a part.
    """

    name: str
    value: int
    may_hide: bool = True
    is_hidden: bool = False
    least: int = 1
    step: int = 1
    weight: int = 1

    def range(self, hidden: bool) -> Range:
        """What an outsider knows of this count alone."""
        if hidden or self.is_hidden:
            return self.least, None
        shown = self.step * ((2 * self.value + self.step) // (2 * self.step))
        return max(0, shown - self.step // 2), shown + (self.step - 1) // 2

    @property
    def can_hide(self) -> bool:
        """Whether hiding it is allowed and would be no lie: a zero is shown where zeros are."""
        return self.may_hide and not self.is_hidden and self.value >= self.least


@dataclass(frozen=True)
class System:
    """Cells, relations, and figures that can only be hidden *together* (names of cells and of
    figures that tell relations). ValueError where a relation does not hold of the values."""

    cells: tuple[Cell, ...]
    relations: tuple[Relation, ...]
    together: tuple[tuple[str, ...], ...] = ()

    def __post_init__(self) -> None:
        if len(self.by_name) < len(self.cells):
            raise ValueError("two cells have the same name")
        for relation in self.relations:
            total = sum(by * self.by_name[name].value for name, by in relation.terms)
            if not _is_between(total, relation.least, relation.most):
                names = ", ".join(name for name, _ in relation.terms)
                raise ValueError(f"what is told of {names} does not hold of their values")

    @cached_property
    def by_name(self) -> Mapping[str, Cell]:
        return {cell.name: cell for cell in self.cells}

    @cached_property
    def units(self) -> tuple[tuple[str, ...], ...]:
        """What is hidden as one: each cell that can be, each telling figure, each group."""
        telling = (relation.told_by for relation in self.relations if relation.told_by)
        names = dict.fromkeys((*self.by_name, *telling))
        groups = grouped(names, self.together)
        return tuple(group for group in groups if all(
            name not in self.by_name or self.by_name[name].can_hide for name in group))

    def with_units(self, names: Iterable[str]) -> frozenset[str]:
        """These names and those that are hidden with them."""
        wanted = set(names)
        return frozenset(name for unit in self.units if wanted & set(unit) for name in unit)

    def weight_of(self, unit: Collection[str]) -> int:
        """What hiding a unit costs the reader."""
        return sum(self.by_name[name].weight if name in self.by_name else 1 for name in unit)


def split(system: System) -> list[System]:
    """The parts of a system that tell nothing of each other: counts that stay known part it."""
    loose = [cell.name for cell in system.cells
             if cell.can_hide or cell.is_hidden or cell.step > 1]
    loose = dict.fromkeys((*loose, *(r.told_by for r in system.relations if r.told_by)))
    links = [[name for name in (r.told_by, *(name for name, _ in r.terms)) if name in loose]
             for r in system.relations]
    groups = [[name for name in group if name in loose] for group in system.together]
    parts = grouped(loose, (*links, *groups))
    part_of = {name: number for number, part in enumerate(parts) for name in part}
    relations: list[list[Relation]] = [[] for _ in parts]
    for relation, link in zip(system.relations, links, strict=True):
        if link:
            relations[part_of[link[0]]].append(relation)
    together: list[list[tuple[str, ...]]] = [[] for _ in parts]
    for whole, group in zip(system.together, groups, strict=True):
        if group:
            together[part_of[group[0]]].append(whole)
    return [_part(system, part, relations[number], together[number])
            for number, part in enumerate(parts)]


def grouped(names: Iterable[str], links: Iterable[Collection[str]]) -> list[tuple[str, ...]]:
    """Names that links bring together, in their order."""
    leader = {name: name for name in names}

    def lead(name: str) -> str:
        while leader[name] != name:
            leader[name] = name = leader[leader[name]]
        return name

    for link in links:
        first, *others = link or [None]
        for other in others:
            leader[lead(other)] = lead(first)
    groups: dict[str, list[str]] = {}
    for name in leader:
        groups.setdefault(lead(name), []).append(name)
    return [tuple(group) for group in groups.values()]


def _part(system: System, names: Iterable[str], relations: list[Relation],
          together: list[tuple[str, ...]]) -> System:
    wanted = {name for relation in relations for name, _ in relation.terms}.union(names, *together)
    return System(tuple(cell for cell in system.cells if cell.name in wanted),
                  tuple(relations), tuple(together))


def _is_between(number: int, least: int | None, most: int | None) -> bool:
    return (least is None or least <= number) and (most is None or number <= most)
