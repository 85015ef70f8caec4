"""Statistical neighbours: the ten authorities most like this one, by model and its years.

Each model has its own set of neighbours, so a median of neighbours must name its set. ``set`` is
the edition, ``published_on`` the day on which it came out: a paper of an earlier day has no
neighbours rather than those of a model that nobody knew. A register of release 0.1.0 has no such
day: its sets count as known from their first year.

The sets that come with the suite (:mod:`pscb_lib.board.published`) are used with those of the file.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pscb_lib.board.decisions import Register, read_register
from pscb_lib.board.period_cells import a_year
from pscb_lib.board.published.authorities import key_of, name_of
from pscb_lib.board.published.files import rows_of
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.spellings import parse_year
from pscb_lib.framework.statistics.benchmarks import FEWEST
from pscb_lib.reading import cells
from pscb_lib.reading.findings import Finding, InputError
from pscb_lib.reading.rows import Field, Record

FILE, PUBLISHED = "statistical_neighbours.csv", "neighbours.csv"
FIELDS = (
    Field("area", cells.text, meaning="the authority whose neighbours these are"),
    Field("neighbour", cells.text, meaning="one of its neighbours, as benchmarks.csv names it"),
    Field("set", cells.text, meaning="the edition of the model; a median names it"),
    Field("valid_from", a_year, meaning="the first financial year of the set"),
    Field("valid_to", cells.optional(a_year), meaning="the last one; blank while it is in force"),
    Field("published_on", cells.optional(cells.day), optional=True, meaning="the day on which "
          "the set came out: earlier papers do not use it"),
    Field("source", cells.text, meaning="who published it, and the licence"),
)


@dataclass(frozen=True)
class NeighbourSet:
    """The neighbours of one area by one model, such as the 2025 model, and its years."""

    area: str
    name: str
    valid_from: ReportingPeriod
    valid_to: ReportingPeriod | None
    published_on: date
    members: tuple[str, ...]

    def is_valid(self, year: ReportingPeriod, as_of: date) -> bool:
        """Whether the set was known by the day *as_of*, and in force then or in *year*."""
        is_over = self.valid_to is not None and self.valid_to.end < as_of
        is_known = max(self.published_on, self.valid_from.start) <= as_of
        return is_known and (not is_over or self.years_from(year) == 0)

    def years_from(self, year: ReportingPeriod) -> int:
        """The number of years between *year* and the years of the set; 0 if it was in force."""
        last = self.valid_to or max(year, self.valid_from)
        return max(self.valid_from.year_start - year.year_start,
                   year.year_start - last.year_start, 0)


def read_neighbours(path: Path) -> list[NeighbourSet]:
    """Read the sets. Raises InputError if the rows of one set have different years or days."""
    found: dict[tuple[str, str], list[Record]] = {}
    unlike: list[Finding] = []
    for row in read_register(path, FIELDS):
        rows = found.setdefault((row["area"], row["set"]), [])
        for name in ("valid_from", "valid_to", "published_on"):
            if rows and row[name] != rows[0][name]:
                unlike.append(Finding(path.name, "is not that of the set's other rows",
                                      "give all rows of one set the same", row["row"], name,
                                      str(row[name])))
        rows.append(row)
    if unlike:
        raise InputError.of(*unlike)
    return [NeighbourSet(area, name, rows[0]["valid_from"], rows[0]["valid_to"],
                         rows[0]["published_on"] or rows[0]["valid_from"].start,
                         tuple(row["neighbour"] for row in rows))
            for (area, name), rows in found.items()]


def held_neighbours(path: Path, area: str) -> list[NeighbourSet]:
    """The sets of *area*: those of the file, and those published of which it has none."""
    own = [one for one in read_neighbours(path) if one.area == area]
    names = {one.name for one in own}
    return [*own, *(one for one in _published(area) if one.name not in names)]


def _published(area: str) -> list[NeighbourSet]:
    key = key_of(area)
    return [NeighbourSet(area, row["set"], parse_year(row["valid_from"]),
                         parse_year(row["valid_to"]) if row["valid_to"] else None,
                         date.fromisoformat(row["published_on"]),
                         tuple(name_of(cell) for name, cell in row.items()
                               if name.startswith("neighbour_")))
            for row in rows_of(PUBLISHED) if row["area"] == key]


def choose_set(sets: Iterable[NeighbourSet], area: str, year: ReportingPeriod,
               held: Iterable[str], as_of: date) -> NeighbourSet | None:
    """The set of *area* nearest to *year* in which five or more neighbours have a figure.

    *held* are the areas with a figure. Only sets valid on the day *as_of* are taken, and the one
    in force in the year is preferred.
    """
    nearest = sorted((one for one in sets if one.area == area and one.is_valid(year, as_of)),
                     key=lambda one: one.years_from(year))
    return next((one for one in nearest if len({*one.members} & {*held}) >= FEWEST), None)


REGISTER = Register(
    FILE, read_neighbours, "Statistical neighbours", FIELDS, key=("area", "set", "neighbour"),
    used_by="quarterly_data_set, cdop_annual, pscb benchmarks update", example={
        "area": "Peterborough", "neighbour": "Derby", "set": "2025 model", "valid_from": "2025-26",
        "published_on": "2025-04-30",
        "source": "Department for Education; Open Government Licence v3.0"})
