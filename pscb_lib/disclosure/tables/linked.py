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
from pscb_lib.disclosure.tables.beside import beside
from pscb_lib.disclosure.tables.grid import TOTAL, TOTALS, Grid, is_total, spelled
from pscb_lib.disclosure.tables.over_files import over_files
from pscb_lib.disclosure.tables.shared import Where, shared
from pscb_lib.disclosure.tables.sums import Told, is_told_of, sums_of
from pscb_lib.framework.folding import fold
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
        used |= {one for one in told if is_told_of(one, grid)}
        relations |= {_relation(*([names[number, labels] for labels in side]
                                  for side in (each.left, each.right))): None for each in sums}
    over, lines, used_over = over_files(grids, told)
    said += lines
    used |= used_over
    relations |= {_relation(*([names[place] for place in side] for side in sides)): None
                  for sides in over}
    for words, pairs in () if apart else beside(grids, names):
        said.append(f"found {words}")
        relations |= {_relation(*([names[place] for place in side] for side in sides)): None
                      for sides in pairs}
    if unused := [one for one in told if one not in used]:
        raise InputError.at("--sum", "these are not labels along one side of a table",
                            "name rows, columns or files as they are written",
                            value=" + ".join(unused[0].right))
    public = {TOTAL if fold(label) in TOTALS else fold(label) for label in known}
    return Linked(tuple(grids), names, tuple(one for one in relations if len(one.terms) > 1),
                  frozenset(name for (_, labels), name in names.items()
                            if public.intersection(map(fold, labels))), tuple(said))


def _relation(left: Sequence[str], right: Sequence[str]) -> Relation:
    """The sums of both sides are equal; a count may be on both, or twice on one."""
    terms = Counter(right)
    terms.subtract(left)
    return Relation(tuple((name, by) for name, by in terms.items() if by))
