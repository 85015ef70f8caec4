"""What is wanted of a published file, and what was found in it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from pscb_lib.board.comparators.register import Printed
from pscb_lib.framework.folding import bare
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reading.files import Table
from pscb_lib.reading.findings import InputError


@dataclass(frozen=True)
class Line:
    """One published figure: its layout, indicator, area, year, release, value and counts."""

    layout: str
    indicator: str
    area: str
    year: ReportingPeriod
    released_on: date | None
    value: Printed
    numerator: Printed | None = None
    denominator: Printed | None = None


@dataclass(frozen=True)
class Found:
    """The figures of a file and, if there are none, why."""

    lines: tuple[Line, ...]
    nothing: str | None = None


class Wanted:
    """The areas and years to take; without years, all."""

    def __init__(self, areas: Iterable[str], years: Collection[ReportingPeriod] = ()) -> None:
        self.areas = {bare(one): one for one in areas}
        self.years = years

    def area(self, name: str) -> str | None:
        """The area that is meant by *name*, as our registers write it; None if it is not wanted."""
        return self.areas.get(bare(name))

    def is_year(self, year: ReportingPeriod) -> bool:
        """Whether figures of *year* are wanted."""
        return not self.years or year in self.years


def rows_of(table: Table) -> Iterator[tuple[int, dict[str, str]]]:
    """Every row of the file by its number, rows of totals included."""
    for number, texts in sorted([*table.lines, *table.totals]):
        yield number, {name: text.strip() for name, text in zip(table.columns, texts, strict=True)}


def check_once(table: Table, row: int, seen: Collection[object], key: tuple[object, ...]) -> None:
    """Raise InputError if the figure of *key* was *seen* in an earlier row."""
    if key in seen:
        raise InputError.at(table.file, "gives the same figure a second time",
                            "keep the rows of the whole and not those of its parts", row=row,
                            value=", ".join(getattr(part, "label", str(part)) for part in key))
