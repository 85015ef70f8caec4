"""Files that add up to another, such as four quarters to a year: told, or found by trying."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import prod

from pscb_lib.disclosure.tables.grid import Grid, Labels
from pscb_lib.disclosure.tables.shared import Where
from pscb_lib.disclosure.tables.sums import Told
from pscb_lib.framework.folding import fold

TWICE = 2  # files of a sum, and counts in which it holds: in one it may be chance
MOST = 16  # files beyond which sums are not looked for

Places = tuple[list[Where], list[Where]]  # whose sums are equal
Counts = dict[Labels, Labels]  # the counts of a file by what they have in common with others


def over_files(grids: Sequence[Grid], told: Sequence[Told]
               ) -> tuple[list[Places], list[str], set[Told]]:
    """The sums over files, a line on each that was found, and those of *told* that are of files.

    Raises InputError where a sum that is told does not add up.
    """
    numbers = {fold(name): number for number, grid in enumerate(grids)
               for name in (grid.stem, grid.file)}
    of_files = {one: (tuple(numbers[fold(name)] for name in one.left),
                      tuple(numbers[fold(name)] for name in one.right)) for one in told
                if all(fold(name) in numbers for name in (*one.left, *one.right))}
    counts = [_by_key(grid) for grid in grids]
    found = [places for left, right in of_files.values()
             for places in _told(left, right, grids, counts)]
    said = []
    if len(grids) > MOST:
        said.append(f"{len(grids)} files: which of them add up to another is not looked for; "
                    "name it with --sum")
    for whole in range(len(grids)) if len(grids) <= MOST else ():
        for parts in _adding_up(whole, grids, counts):
            if ((whole,), parts) not in of_files.values():
                said.append(f"found {grids[whole].file} = "
                            f"{' + '.join(grids[part].file for part in parts)}")
                found += _places((whole,), parts, counts)
    return found, said, {*of_files}


def _by_key(grid: Grid) -> Counts:
    """The counts by their labels; the name of an only column of counts is not compared."""
    is_alone = len({labels[-1] for labels in grid.counts}) == 1
    return {tuple(map(fold, labels[:-1] if is_alone else labels)): labels
            for labels in grid.counts}


def _places(left: Sequence[int], right: Sequence[int], counts: Sequence[Counts]
            ) -> list[Places]:
    keys = [key for key in counts[left[0]] if all(key in counts[one] for one in (*left, *right))]
    return [([(one, counts[one][key]) for one in left], [(one, counts[one][key]) for one in right])
            for key in keys]


def _told(left: Sequence[int], right: Sequence[int], grids: Sequence[Grid],
          counts: Sequence[Counts]) -> Iterator[Places]:
    for places in _places(left, right, counts):
        ours, theirs = (sum(grids[number].counts[labels].value for number, labels in side)
                        for side in places)
        if ours != theirs:
            number, labels = places[0][0]
            raise grids[number].error(grids[number].counts[labels],
                                      f"the files add up to {theirs}", "correct it")
        yield places


def _adding_up(whole: int, grids: Sequence[Grid], counts: Sequence[Counts]
               ) -> Iterator[tuple[int, ...]]:
    """The groups of files whose counts add up to each of one file that they all have."""
    def tried(start: int, chosen: tuple[int, ...], left: dict[Labels, int]
              ) -> Iterator[tuple[int, ...]]:
        if len(chosen) >= TWICE and not any(left.values()) and _is_no_chance(
                [grids[whole].counts[counts[whole][key]].value for key in left], len(grids)):
            yield chosen
        for part in range(start, len(grids)):
            rest = {key: value - grids[part].counts[counts[part][key]].value
                    for key, value in left.items() if key in counts[part]}
            if part != whole and rest and all(
                    value >= 0 for value in rest.values()):
                yield from tried(part + 1, (*chosen, part), rest)

    yield from tried(0, (), {key: grids[whole].counts[labels].value
                             for key, labels in counts[whole].items()})


def _is_no_chance(values: Sequence[int], files: int) -> bool:
    return (sum(value > 0 for value in values) >= TWICE
            and prod(1 + value for value in values) >= 2 ** files)
