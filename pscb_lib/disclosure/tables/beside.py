"""Relations between two files that are laid beside or under one another, as one wider table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from pscb_lib.disclosure.tables.grid import Grid, Labels, spelled
from pscb_lib.disclosure.tables.lines import in_line, lines_along
from pscb_lib.disclosure.tables.search import balances
from pscb_lib.disclosure.tables.shared import Where
from pscb_lib.framework.folding import fold

Places = tuple[list[Where], list[Where]]  # whose sums are equal


def beside(grids: Sequence[Grid], names: Mapping[Where, str]) -> Iterator[tuple[str, list[Places]]]:
    """What holds in each row, or in each column, that two files have in common; in words, too.

    *names* are the counts' names: those of two files with one name are known to be equal.
    """
    for pair in combinations(range(len(grids)), 2):
        for side in (0, 1):
            joined, places = _joined([(number, grids[number]) for number in pair], side, names)
            lines = [line for line in lines_along(joined.counts, 1)
                     if len({places[labels][0] for labels in line.values()}) > 1]
            for sides in balances(joined, lines, (), own=_file_of):
                if len({*map(_file_of, (*sides[0], *sides[1]))}) > 1:
                    sums = [one for line in lines if (one := in_line(line, sides))
                            and one.difference(joined) == 0]
                    yield " = ".join(" + ".join(one.replace("\n", " ") for one in each)
                                     for each in sides), [
                        ([places[labels] for labels in one.left],
                         [places[labels] for labels in one.right]) for one in sums]


def _file_of(label: str) -> str:
    return label.partition("\n")[0]


def _joined(numbered: Sequence[tuple[int, Grid]], side: int, names: Mapping[Where, str]
            ) -> tuple[Grid, dict[Labels, Where]]:
    """The counts by what the files have in common, and by their file and the other label."""
    found: dict[str, dict[Labels, Where]] = defaultdict(dict)
    for number, grid in numbered:
        is_alone = len({labels[-1] for labels in grid.counts}) == 1
        for labels in grid.counts:
            row, column = spelled(labels[:-1]), spelled(labels[-1:])
            line, own = (row, column) if side == 0 else ("" if is_alone else column, row)
            label = f"{grid.file}\n{own}"
            found[label][fold(line), label] = (number, labels)
    places: dict[Labels, Where] = {}
    seen: set[str] = set()
    for each in found.values():
        known = {names[place] for place in each.values()}
        places |= {} if known <= seen else each
        seen |= known
    grids = dict(numbered)
    return Grid("", (), (), {labels: grids[number].counts[own]
                             for labels, (number, own) in places.items()}), places
