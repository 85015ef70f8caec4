"""Several tables as one system: totals that they share are one count, sums over files are sums.

Counts with the same labels and the same value are one count, such as the total of North in a table
by age and in one by sex: see :mod:`.shared`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from pscb_lib.disclosure.secrecy.relations import Relation
from pscb_lib.disclosure.secrecy.system import Cell, System
from pscb_lib.disclosure.tables.grid import TOTAL, TOTALS, Grid, is_total, spelled
from pscb_lib.disclosure.tables.shared import Where, shared
from pscb_lib.disclosure.tables.sums import Sum, Told, sums_of
from pscb_lib.reading.files.header import fold
from pscb_lib.reading.findings import InputError

NO_TOTAL = "{}: no row or column is a total; if one is, name it with --total or --sum"


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
    """Join tables by the counts they share and by sums; *apart* joins by sums alone.

    *known* are labels of rows and columns that are public already, all totals by one of their
    names.
    Raises InputError where sums do not add up, or totals of the same name partly differ.
    """
    names = {(number, labels): f"{grid.file} {spelled(labels)}"
             for number, grid in enumerate(grids) for labels in grid.counts}
    said: list[str] = []
    if not apart:
        one_name, said = shared(grids, names)
        names = {place: one_name[name] for place, name in names.items()}
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
    """The first is the sum of the others; one count may be several of them."""
    terms = Counter(names[place] for place in places[1:])
    terms[names[places[0]]] -= 1
    return Relation(tuple((name, by) for name, by in terms.items() if by))


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
