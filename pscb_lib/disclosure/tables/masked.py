"""Hide small counts of tables, and what else must be hidden so that none can be worked out.

Where nothing protects a small count of a table, the whole table is withheld: its categories are
too fine. Every pattern is attacked, and each hidden count keeps three possible values.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from pscb_lib.disclosure.secrecy.attack import bounds_of
from pscb_lib.disclosure.secrecy.bounds import Bounds
from pscb_lib.disclosure.secrecy.choose import NoPattern, choose
from pscb_lib.disclosure.secrecy.one_category import lines_in_one_category
from pscb_lib.disclosure.secrecy.profiles import Profile
from pscb_lib.disclosure.secrecy.system import System, to_nearest
from pscb_lib.disclosure.tables.grid import Grid, Labels, is_total
from pscb_lib.disclosure.tables.lines import lines_along
from pscb_lib.disclosure.tables.linked import Linked

PRIMARY, SECONDARY = "primary", "secondary"


@dataclass(frozen=True)
class Hidden:
    """One hidden count: where it stands, why it is hidden and what an outsider knows of it.

    Its kind is primary if it is small itself, else secondary.
    """

    file: str
    row: int
    column: str
    labels: Labels
    kind: str
    bounds: Bounds


@dataclass(frozen=True)
class Masked:
    """Tables after masking: what is hidden, and the numbers of the files that are withheld."""

    linked: Linked
    hidden: dict[int, dict[Labels, Hidden]]
    withheld: frozenset[int]
    profile: Profile

    def lines(self, number: int) -> Iterator[list[str]]:
        """The lines of one file as they may be published: with marks, rounded, else unchanged."""
        grid, step = self.linked.grids[number], self.profile.rounding
        written = {(one.row, one.place): self.profile.symbol if labels in self.hidden[number]
                   else str(to_nearest(one.value, step))
                   for labels, one in grid.counts.items()
                   if labels in self.hidden[number] or step > 1
                   and self.linked.names[number, labels] not in self.linked.known}
        for row, cells in grid.lines:
            yield [written.get((row, place), cell) for place, cell in enumerate(cells)]

    def groups(self, number: int) -> Iterator[str]:
        """A line for each row or column that is shown with all its children in one category."""
        grid, hidden = self.linked.grids[number], self.hidden[number]
        for position in range(len(next(iter(grid.counts)))):
            lines = {", ".join(("Total" if is_total(one) else one) for one in rest): {
                label: grid.counts[labels].value for label, labels in line.items()
                if not is_total(label)}
                for line in lines_along(grid.counts, position)
                if not hidden.keys() & {*line.values()}
                for rest in [_others(next(iter(line.values())), position)]}
            for name, category in lines_in_one_category(lines).items():
                yield f"{name}: all of it is {category}"


def mask_tables(linked: Linked, profile: Profile) -> Masked:
    """Choose what to hide in each table, and which tables to withhold as a whole."""
    withheld: frozenset[int] = frozenset()
    while True:
        system = linked.system(withheld, profile.rounding)
        secret = [cell.name for cell in system.cells
                  if cell.value in profile.small and cell.name not in linked.known]
        try:
            hidden = _choose(system, secret, profile.small)
        except NoPattern as fault:
            withheld |= _to_withhold(fault.names, linked, withheld)
        else:
            break
    hidden |= {cell.name for cell in system.cells if cell.is_hidden}
    bounds = bounds_of(system, hidden, hidden)
    if narrow := [name for name in secret if not bounds[name].is_safe]:
        raise ArithmeticError(f"{len(narrow)} small counts are not protected")
    found: dict[int, dict[Labels, Hidden]] = {number: {} for number in range(len(linked.grids))}
    for (number, labels), name in linked.names.items():
        if name in hidden:
            found[number][labels] = _hidden(linked.grids[number], labels, bounds[name], profile)
    return Masked(linked, found, withheld, profile)


def _hidden(grid: Grid, labels: Labels, bounds: Bounds, profile: Profile) -> Hidden:
    one = grid.counts[labels]
    return Hidden(grid.file, one.row, grid.names[one.place], labels,
                  PRIMARY if one.value in profile.small else SECONDARY, bounds)


def _choose(system: System, secret: Sequence[str], small: range) -> frozenset[str]:
    """What to hide, from a reader who guesses that what is hidden is small if that can be."""
    guessed = tuple(replace(cell, most=small[-1]) if cell.name in secret and not cell.is_hidden
                    else cell for cell in system.cells)
    try:
        return choose(replace(system, cells=guessed), secret, small).hidden
    except NoPattern:
        return choose(system, secret, small).hidden


def _to_withhold(names: Collection[str], linked: Linked, withheld: Collection[int]
                 ) -> frozenset[int]:
    """The tables with a count that nothing protects; else those that share a count with them."""
    holding = {number for (number, _), name in linked.names.items() if name in names}
    if more := holding - {*withheld}:
        return frozenset(more)
    own = {name for (number, _), name in linked.names.items() if number in holding}
    return frozenset(number for (number, _), name in linked.names.items()
                     if name in own and number not in withheld)


def _others(labels: Labels, position: int) -> Labels:
    return labels[:position] + labels[position + 1:]
