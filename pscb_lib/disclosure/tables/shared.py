"""Counts that several tables have in common, and tables that add up to another.

Two counts with the same labels and the same value are one count: a reader takes them to be. If
they only happen to be equal, a little more is hidden than need be.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from pscb_lib.disclosure.secrecy.connected import grouped
from pscb_lib.disclosure.tables.grid import Grid, Labels, is_total
from pscb_lib.framework.folding import fold
from pscb_lib.reading.findings import InputError

Where = tuple[int, Labels]  # the number of a file, and the labels of a count in it
NAMED = 3  # differences between two files that are named


def shared(grids: Sequence[Grid], names: Mapping[Where, str]) -> tuple[dict[str, str], list[str]]:
    """One name for all places of a count, by the names of the places; and what was decided.

    Raises InputError where two tables have the same total of all and differ otherwise.
    """
    said = [line for one, other in combinations(grids, 2) for line in _compared(one, other)]
    alike: dict[tuple[Labels, int], list[str]] = defaultdict(list)
    for number, grid in enumerate(grids):
        for key, labels in by_meaning(grid).items():
            alike[key, grid.counts[labels].value].append(names[number, labels])
    return {name: group[0] for group in grouped(names.values(), alike.values())
            for name in group}, said


def by_meaning(grid: Grid) -> dict[Labels, Labels]:
    """The counts by their labels in any order and without totals, where that is clear.

    They are known by their labels as they stand, too. The name of a table's only column of counts,
    such as Number, may be no category: such a count is known with it and without.
    """
    found = {("", *map(fold, labels)): labels for labels in grid.counts}
    for end in (None, -1) if len({labels[-1] for labels in grid.counts}) == 1 else (None,):
        meant = {labels: tuple(sorted(fold(label) for label in labels[:end]
                                      if not is_total(label))) for labels in grid.counts}
        times = Counter(meant.values())
        found |= {meaning: labels for labels, meaning in meant.items() if times[meaning] == 1}
    return found


def _compared(one: Grid, other: Grid) -> Iterator[str]:
    """What is said of two tables: whether they count the same children."""
    ours, theirs = by_meaning(one), by_meaning(other)
    pairs: dict[Labels, Labels] = {}
    taken: set[Labels] = set()
    for key in ours:
        if key in theirs and ours[key] not in pairs and theirs[key] not in taken:
            pairs[ours[key]] = theirs[key]
            taken.add(theirs[key])
    values = [(one.counts[here].value, other.counts[there].value) for here, there in pairs.items()]
    between = f"{one.file} and {other.file}"
    if not any(here == there != 0 for here, there in values):
        if any(is_total(label) for pair in pairs.items() for labels in pair for label in labels):
            yield f"{between} count different children: their totals differ"
        return
    differ = [pair for pair, (here, there) in zip(pairs.items(), values, strict=True)
              if here != there]
    if not differ:
        yield f"{between} count the same children: they share {len(pairs)} counts"
        return
    if () in ours and () in theirs and (ours[()], theirs[()]) not in differ:
        raise _differ(one, other, *differ[0])
    places = [f"row {other.counts[there].row}, column {other.names[other.counts[there].place]}"
              for _, there in differ]
    more = f" and {len(places) - NAMED} more" if len(places) > NAMED else ""
    yield (f"{between} share {len(pairs) - len(differ)} counts, which are taken for the same "
           f"children unless you say --apart; others differ, in {other.file} "
           f"{'; '.join(places[:NAMED])}{more}")


def _differ(one: Grid, other: Grid, ours: Labels, theirs: Labels) -> InputError:
    counted = one.counts[ours]
    return other.error(other.counts[theirs], f"is {counted.value} in {one.file}, row "
                       f"{counted.row}, though other totals of the two agree",
                       "correct one, or say --apart if the files count different children")
