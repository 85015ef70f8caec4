"""Plant faults in the files of a sample and write the key that lists them.

``faults.csv`` has a line for each cell in which a fault can be seen; a repeated row has two lines
with one number, and no column. A finding anywhere else is an error of the reader.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tools.synthetic import kinds_local, kinds_national
from tools.synthetic.census import THIS_YEAR, YEAR_BEFORE
from tools.synthetic.data_set import AGENCIES
from tools.synthetic.faults import SPARE, Fault, choose, find_candidates
from tools.synthetic.kinds import Cells, Kind
from tools.synthetic.local_returns import DEATHS, missing_file
from tools.synthetic.places import Place, elements_of, rewrite_elements, rewrite_rows, rows_of
from tools.synthetic.span import Span
from tools.synthetic.ssda903 import EPISODES, HEADER, MISSING

KEY = "faults.csv"
COLUMNS = ("fault", "file", "sheet", "row", "column", "kind", "value")
ANNEX_A = "annex_a.xlsx"


@dataclass(frozen=True)
class Site:
    """A file in which faults are planted: its name in the key, its path, and the kinds.

    Files of one ``family`` are about the same children.
    """

    name: str
    path: Path
    kinds: tuple[Kind, ...]
    family: str
    sheet: str = ""

    def places(self) -> Iterator[Place]:
        """Yield every place of the file."""
        is_census = self.path.suffix == ".xml"
        return elements_of(self.path) if is_census else rows_of(self.path, self.sheet)


def sites(folder: Path, lists: Path, span: Span) -> list[Site]:
    """Return every file of the sample that can have faults."""
    halves = [missing_file(half.label) for half in span.halves]
    by_name = {
        HEADER: kinds_national.HEADER, EPISODES: kinds_national.EPISODES,
        MISSING: kinds_national.INCIDENTS, THIS_YEAR: kinds_national.CENSUS,
        YEAR_BEFORE: kinds_national.CENSUS, DEATHS: kinds_local.DEATHS,
        **dict.fromkeys(halves, kinds_local.MISSING_EPISODES),
        **dict.fromkeys(AGENCIES, kinds_local.DATA_SET),
    }
    return [*(Site(name, folder / name, kinds, name.partition("/")[0])
              for name, kinds in by_name.items()),
            *(Site(ANNEX_A, lists / f"{sheet}.csv", kinds, sheet, sheet)
              for sheet, kinds in kinds_national.ANNEX_A.items())]


def plant(folder: Path, lists: Path, span: Span, number: int, seed: int) -> None:
    """Plant *number* faults. Raises InputError if the sample is too small for them."""
    random = Random(f"{seed}, faults")
    all_sites = sites(folder, lists, span)
    size = SPARE + 4 * number // len(all_sites)
    incidents = {place.owner for place in rows_of(folder / MISSING)}
    rows = _rows_of_children(all_sites)
    candidates = []
    for site in all_sites:
        # A rejected header row would leave the incidents without a child.
        places = (place for place in site.places()
                  if site.name != HEADER or place.owner not in incidents)
        candidates += find_candidates(site.path.as_posix(), site.kinds, places,
                                      rows[site.family], size, random)
    faults = choose(candidates, number, random)
    with (folder / KEY).open("w", encoding="utf-8", newline="") as file:
        key = csv.writer(file, lineterminator="\n")
        key.writerow(COLUMNS)
        numbers = iter(range(1, number + 1))
        for site in all_sites:
            own = [fault for fault in faults if fault.file == site.path.as_posix()]
            key.writerows(_plant_in(site, own, numbers))


def _rows_of_children(all_sites: list[Site]) -> dict[str, Counter[str]]:
    rows: dict[str, Counter[str]] = {site.family: Counter() for site in all_sites}
    for site in all_sites:
        if any(kind.of_owner for kind in site.kinds):
            rows[site.family].update(place.owner for place in site.places())
    return rows


def _plant_in(site: Site, faults: list[Fault], numbers: Iterator[int]) -> Iterator[tuple]:
    if not faults:
        return
    last = max(place.row for place in site.places())
    changes, added = {}, []
    for fault in sorted(faults, key=lambda fault: fault.place.line):
        number, place = next(numbers), fault.place
        changes[place.line] = fault.kind.change(place.cells)
        yield from _lines(number, site, fault, place.row, {**place.cells, **changes[place.line]})
        if fault.other:
            yield from _lines(number, site, fault, fault.other.row, fault.other.cells)
        if fault.kind.add:
            added.append(fault.kind.add(place.cells))
            yield from _lines(number, site, fault, last + len(added), added[-1],
                              fault.kind.add_columns)
    if site.path.suffix == ".xml":
        rewrite_elements(site.path, changes)
    else:
        rewrite_rows(site.path, changes, added)


def _lines(number: int, site: Site, fault: Fault, row: int, cells: Cells,
           columns: tuple[str, ...] = ()) -> Iterator[tuple]:
    for column in columns or fault.kind.columns:
        yield (number, site.name, fault.place.sheet, row, column, fault.kind.name,
               cells.get(column, ""))
