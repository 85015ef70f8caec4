"""A system: the cells of all papers, their relations, and what can only be hidden together.

One count in two tables, reports or releases is one cell, or two cells that a relation makes equal.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from pscb_lib.disclosure.secrecy.connected import grouped
from pscb_lib.disclosure.secrecy.relations import Relation

Range = tuple[int, int | None]  # the least and the most a count may be; None is no limit


def to_nearest(count: int, step: int) -> int:
    """Round a count half up to the nearest *step*: at a step of 5, 8 is 10 and 12 is 10."""
    return step * ((2 * count + step) // (2 * step))


@dataclass(frozen=True)
class Cell:
    """One count, and how it may be published.

    *may_hide* is False for a count that is public already or shown in full to this reader.
    *is_hidden* is True for one that was hidden in an earlier release or is never printed. A hidden
    count is known to be at least *least*: 1 where zeros are shown, else 0, and at most *most*
    (None: no limit) by a reader who guesses that it is hidden because it is small. A shown count is
    rounded half up to the nearest *step* (the rounding base). *weight* is the cost of hiding it,
    greater for a total than for a part.
    """

    name: str
    value: int
    may_hide: bool = True
    is_hidden: bool = False
    least: int = 1
    step: int = 1
    weight: int = 1
    most: int | None = None

    def range(self, hidden: bool) -> Range:
        """The range that an outsider knows of this count alone. A zero is shown exactly."""
        if hidden or self.is_hidden:
            return self.least, self.most
        if self.value == 0:
            return 0, 0
        shown = to_nearest(self.value, self.step)
        return max(0, shown - self.step // 2), shown + (self.step - 1) // 2

    @property
    def can_hide(self) -> bool:
        """Whether it may be hidden. Where zeros are shown, a zero may not."""
        return self.may_hide and not self.is_hidden and self.value >= self.least


@dataclass(frozen=True)
class System:
    """Cells, the relations between them, and the names that can only be hidden *together*.

    Those are names of cells and of figures that reveal relations. Raises ValueError where two
    cells have one name, a hidden value is less than its least, or a relation does not hold.
    """

    cells: tuple[Cell, ...]
    relations: tuple[Relation, ...]
    together: tuple[tuple[str, ...], ...] = ()

    def __post_init__(self) -> None:
        if len(self.by_name) < len(self.cells):
            raise ValueError("two cells have the same name")
        if low := [cell.name for cell in self.cells if cell.is_hidden and cell.value < cell.least]:
            raise ValueError(f"hidden, and less than its least: {', '.join(low)}")
        for relation in self.relations:
            total = sum(by * self.by_name[name].value for name, by in relation.terms)
            if not relation.holds(total):
                names = ", ".join(name for name, _ in relation.terms)
                raise ValueError(f"the relation between {names} does not hold for their values")

    @cached_property
    def by_name(self) -> Mapping[str, Cell]:
        return {cell.name: cell for cell in self.cells}

    @cached_property
    def units(self) -> tuple[tuple[str, ...], ...]:
        """The names to hide as one: a cell, a figure that reveals a relation, or a group."""
        revealing = (relation.revealed_by for relation in self.relations if relation.revealed_by)
        names = dict.fromkeys((*self.by_name, *revealing))
        groups = grouped(names, self.together)
        return tuple(group for group in groups if all(
            name not in self.by_name or self.by_name[name].can_hide for name in group))

    def with_units(self, names: Iterable[str]) -> frozenset[str]:
        """The *names* that can be hidden, and those that can only be hidden with them."""
        wanted = set(names)
        return frozenset(name for unit in self.units if wanted & set(unit) for name in unit)

    def weight_of(self, unit: Collection[str]) -> int:
        """The cost of hiding a unit."""
        return sum(self.by_name[name].weight if name in self.by_name else 1 for name in unit)
