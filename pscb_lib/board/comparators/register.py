"""The register of benchmarks: published yearly figures, with the release each was taken from.

Later releases print the figure of a year again and may restate it, so ``params/benchmarks.csv``
has a row for each release: ``released_on`` is the day of the release that the value was taken
from, ``first_released_on`` the day on which a figure for that year was first published.
Published figures, Open Government Licence v3.0.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from enum import Enum
from pathlib import Path

from pscb_lib.board.decisions import Register, read_register
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.spellings import parse_year
from pscb_lib.reading import cells
from pscb_lib.reading.rows import Field, Rule

FILE = "benchmarks.csv"
ENGLAND = "England"


class Mark(Enum):
    """The marks that a publisher prints instead of a number."""

    SUPPRESSED = "c"
    NOT_AVAILABLE = "x"
    NOT_APPLICABLE = "z"
    LOW = "low"
    UNRELIABLE = "u"


Printed = Decimal | Mark


@dataclass(frozen=True)
class Benchmark:
    """One published figure; the names of the fields are the columns of the file."""

    indicator: str
    area: str
    year: ReportingPeriod
    value: Printed
    numerator: Printed | None
    denominator: Printed | None
    first_released_on: date
    released_on: date
    source: str

    @property
    def place(self) -> tuple[str, str, ReportingPeriod]:
        """The indicator, area and year of the figure, the same in every release."""
        return self.indicator, self.area, self.year

    @property
    def number(self) -> Decimal | None:
        """The value if it is a number, otherwise None."""
        return self.value if isinstance(self.value, Decimal) else None


def printed(cell: str) -> Printed | cells.Noted:
    """Parse a number, or one of the marks c, x, z, low and u."""
    if cell.strip() in {mark.value for mark in Mark}:
        return Mark(cell.strip())
    try:
        return cells.number(cell)
    except ValueError:
        allowed = ", ".join(mark.value for mark in Mark)
        raise ValueError(f"is neither a number nor one of {allowed}") from None


PARSERS = {
    "year": parse_year, "value": printed, "numerator": cells.optional(printed),
    "denominator": cells.optional(printed), "first_released_on": cells.day,
    "released_on": cells.day,
}
FIELDS = tuple(Field(column.name, PARSERS.get(column.name, cells.text))
               for column in fields(Benchmark))
RULES = (
    Rule(("first_released_on", "released_on"), "a figure cannot be released again before its "
         "first release", "correct one of the two days",
         lambda row: row["released_on"] < row["first_released_on"]),
    Rule(("year", "first_released_on"), "a year's figure cannot be released before the year ends",
         "correct the year or the day",
         lambda row: row["first_released_on"] <= row["year"].end),
)


def read_benchmarks(path: Path) -> list[Benchmark]:
    """Read every figure of every release. Raises InputError at the first row that is wrong."""
    names = [field.name for field in FIELDS]
    return [Benchmark(**{name: row[name] for name in names})
            for row in read_register(path, FIELDS, RULES)]


def known_benchmarks(rows: Iterable[Benchmark], as_of: date, later_editions: bool = False
                     ) -> list[Benchmark]:
    """The figures released by *as_of*.

    With *later_editions*, also the figures from later releases for years that were first
    published by then; a page that shows one must say so.
    """
    return [one for one in rows
            if (one.first_released_on if later_editions else one.released_on) <= as_of]


REGISTER = Register(FILE, read_benchmarks)
