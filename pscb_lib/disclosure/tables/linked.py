"""Several tables as one system: totals that they share are one count, sums over files are sums.

Two tables count the same children where they have totals of the same name, such as the total of
North in a table by age and in one by sex, and these agree. If the totals of all are different,
they are taken to count others, as two quarters do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import combinations

from pscb_lib.disclosure.secrecy.relations import Relation, sum_of
from pscb_lib.disclosure.secrecy.system import Cell, System
from pscb_lib.disclosure.tables.grid import TOTAL, TOTALS, Counted, Grid, Labels, is_total
from pscb_lib.disclosure.tables.sums import Sum, Told, sums_of
from pscb_lib.reading.files.header import fold
from pscb_lib.reading.findings import InputError

NO_TOTAL = "{}: no row or column is a total; if one is, name it with --total or --sum"
Where = tuple[int, Labels]  # the number of a file, and the labels of a count in it


@dataclass(frozen=True)
class Linked:
    """Tables that are masked together.

    *names* has the name of each count in the system; a shared count has one name in all its
    tables. *known* are those that are public already. *said* are lines on what was decided.
    """

    grids: tuple[Grid, ...]
    names: dict[Where, str]
    relations: tuple[Relation, ...]
    known: frozenset[str]
    said: tuple[str, ...]

    def system(self, withheld: Collection[int], rounding: int) -> System:
        """The system while the files with the numbers *withheld* are not published at all."""
        shown = self.known.union(name for (number, _), name in self.names.items()
                                 if number not in withheld)
        cells = {}
        for (number, labels), name in self.names.items():
            is_out = name not in shown
            cells[name] = Cell(
                name, self.grids[number].counts[labels].value, may_hide=name not in self.known,
                is_hidden=is_out, least=0 if is_out else 1, weight=1 + sum(map(is_total, labels)),
                step=1 if name in self.known else rounding)
        return System(tuple(cells.values()), self.relations)


def link(grids: Sequence[Grid], told: Sequence[Told] = (), known: Collection[str] = (),
         apart: bool = False) -> Linked:
    """Join tables by their totals and by the sums that are *told*; *apart* joins no totals.

    *known* are labels of rows and columns that are public already, all totals by one of their
    names.
    Raises InputError where sums do not add up, or totals of the same name partly differ.
    """
    shared, said = _shared(grids, apart)
    names = {(number, labels): f"{grids[first[0]].file} {spelled(first[1])}"
             for number, grid in enumerate(grids) for labels in grid.counts
             for first in [shared.get((number, labels), (number, labels))]}
    relations: dict[Relation, None] = {}
    used: set[Told] = set()
    for number, grid in enumerate(grids):
        sums, lines = sums_of(grid, told)
        said += lines if sums else [NO_TOTAL.format(grid.file)]
        used |= {one for one in told for each in sums if _is_of(one, each)}
        relations |= {_relation([(number, each.total), *((number, part) for part in each.parts)],
                                names): None for each in sums}
    for one in told:
        over = _over_files(one, grids)
        used |= {one} if over else set()
        relations |= {_relation(places, names): None for places in over}
    if unused := [one for one in told if one not in used]:
        raise InputError.at("--sum", "these are not labels along one side of a table",
                            "name rows, columns or files as they are written",
                            value=" + ".join(unused[0].parts))
    public = {TOTAL if fold(label) in TOTALS else fold(label) for label in known}
    return Linked(tuple(grids), names, tuple(one for one in relations if len(one.terms) > 1),
                  frozenset(name for (_, labels), name in names.items()
                            if public.intersection(map(fold, labels))), tuple(said))


def _relation(places: Sequence[Where], names: dict[Where, str]) -> Relation:
    whole, *parts = (names[place] for place in places)
    return sum_of(whole, tuple(parts))


def _shared(grids: Sequence[Grid], apart: bool) -> tuple[dict[Where, Where], list[str]]:
    """The first place of each count that tables share, by its places; and what was decided."""
    first: dict[Where, Where] = {}
    said = []
    for one, other in () if apart else combinations(range(len(grids)), 2):
        ours, theirs = _by_meaning(grids[one]), _by_meaning(grids[other])
        common = [meaning for meaning in ours if meaning in theirs]
        if not any(is_total(label) for meaning in common for label in ours[meaning]):
            continue
        values = [tuple(grid.counts[labels[meaning]].value for grid, labels in (
            (grids[one], ours), (grids[other], theirs))) for meaning in common]
        alike = [here == there for here, there in values]
        between = f"{grids[one].file} and {grids[other].file}"
        if () in common and not alike[common.index(())] or not any(
                here == there != 0 for here, there in values):
            said.append(f"{between} count different children: their totals differ")
            continue
        if not all(alike):
            meaning = common[alike.index(False)]
            raise _differ(grids[one], grids[other], ours[meaning], theirs[meaning])
        said.append(f"{between} count the same children: they share {len(common)} counts")
        for meaning in common:
            here = (one, ours[meaning])
            first[other, theirs[meaning]] = first.get(here, here)
    return first, said


def _by_meaning(grid: Grid) -> dict[Labels, Labels]:
    """The counts by the labels that are no total, in any order; without those that are unclear.

    The name of a table's only column of counts, such as Number, is no category.
    """
    is_alone = len({labels[-1] for labels in grid.counts}) == 1
    meant = {labels: tuple(sorted(fold(label) for label in labels[:-1 if is_alone else None]
                                  if not is_total(label)))
             for labels in grid.counts}
    times = Counter(meant.values())
    return {meaning: labels for labels, meaning in meant.items() if times[meaning] == 1}


def _differ(one: Grid, other: Grid, ours: Labels, theirs: Labels) -> InputError:
    counted: Counted = other.counts[theirs]
    return other.error(counted, f"is {one.counts[ours].value} in {one.file}, row "
                       f"{one.counts[ours].row}, though other totals of the two agree",
                       "correct one, or say --apart if the files count different children")


def _over_files(one: Told, grids: Sequence[Grid]) -> list[list[Where]]:
    """The counts of each sum whose parts are the same count of several files."""
    numbers = {fold(name): number for number, grid in enumerate(grids)
               for name in (grid.stem, grid.file)}
    files = [numbers.get(fold(name)) for name in (one.whole, *one.parts)]
    found = []
    for labels in grids[files[0]].counts if None not in files and files[0] is not None else ():
        places = [(number, labels) for number in files if number is not None]
        if all(labels in grids[number].counts for number, _ in places):
            _check(places, grids)
            found.append(places)
    return found


def _check(places: Sequence[Where], grids: Sequence[Grid]) -> None:
    whole, *parts = (grids[number].counts[labels] for number, labels in places)
    if whole.value != sum(part.value for part in parts):
        raise grids[places[0][0]].error(
            whole, f"the files add up to {sum(part.value for part in parts)}", "correct it")


def _is_of(told: Told, one: Sum) -> bool:
    """Whether a sum of a table is one that was told."""
    parts = {fold(label) for labels in one.parts for label in labels}
    return (fold(told.whole) in map(fold, one.total) and len(one.parts) == len(told.parts)
            and all(fold(part) in parts for part in told.parts))


def spelled(labels: Labels) -> str:
    """The labels of a count, as its table writes them; every total as Total."""
    return ", ".join("Total" if is_total(label) else label for label in labels)
