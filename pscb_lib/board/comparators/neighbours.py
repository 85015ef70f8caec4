"""Statistical neighbours: the ten authorities most like this one, by model and its years.

Each model has its own set of neighbours, so a median of neighbours must name its set.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pscb_lib.board.decisions import Register, read_register
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.spellings import parse_year
from pscb_lib.framework.statistics.benchmarks import FEWEST
from pscb_lib.reading import cells
from pscb_lib.reading.findings import InputError
from pscb_lib.reading.rows import Field, Record

FILE = "statistical_neighbours.csv"
FIELDS = (
    Field("area", cells.text), Field("neighbour", cells.text), Field("set", cells.text),
    Field("valid_from", parse_year), Field("valid_to", cells.optional(parse_year)),
    Field("source", cells.text),
)


@dataclass(frozen=True)
class NeighbourSet:
    """The neighbours of one area by one model, such as the 2025 model, and its years."""

    area: str
    name: str
    valid_from: ReportingPeriod
    valid_to: ReportingPeriod | None
    members: tuple[str, ...]

    def years_from(self, year: ReportingPeriod) -> int:
        """The number of years between *year* and the years of the set; 0 if it was in force."""
        last = self.valid_to or max(year, self.valid_from)
        return max(self.valid_from.year_start - year.year_start,
                   year.year_start - last.year_start, 0)


def read_neighbours(path: Path) -> list[NeighbourSet]:
    """Read the sets. Raises InputError if the rows of one set have different years."""
    found: dict[tuple[str, str], list[Record]] = {}
    for row in read_register(path, FIELDS):
        rows = found.setdefault((row["area"], row["set"]), [])
        if rows and any(row[name] != rows[0][name] for name in ("valid_from", "valid_to")):
            raise InputError.at(path.name, "the rows of one set have different years",
                                "give them the same", row=row["row"], column="valid_from",
                                value=row["valid_from"].label)
        rows.append(row)
    return [NeighbourSet(area, name, rows[0]["valid_from"], rows[0]["valid_to"],
                         tuple(row["neighbour"] for row in rows))
            for (area, name), rows in found.items()]


def choose_set(sets: Iterable[NeighbourSet], area: str, year: ReportingPeriod,
               held: Iterable[str]) -> NeighbourSet | None:
    """The set of *area* nearest to *year* in which five or more neighbours have a figure.

    *held* are the areas with a figure. The set in force is preferred.
    """
    nearest = sorted((one for one in sets if one.area == area),
                     key=lambda one: one.years_from(year))
    return next((one for one in nearest if len({*one.members} & {*held}) >= FEWEST), None)


REGISTER = Register(FILE, read_neighbours)
