"""The register of benchmarks: published yearly figures, with the release each was taken from.

Later releases print the figure of a year again and may restate it, so ``params/benchmarks.csv``
has a row for each release: ``released_on`` is the day of the release that the value was taken
from, ``first_released_on`` the day on which a figure for that year was first published.
Published figures, Open Government Licence v3.0.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from pathlib import Path

from pscb_lib.board.comparators.joined import joined_by
from pscb_lib.board.decisions import Register, comments_in, read_register
from pscb_lib.board.indicators import Role
from pscb_lib.board.period_cells import a_year
from pscb_lib.framework.periods import ReportingPeriod
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

    indicator: str  # the role of the indicator; its id if it has none
    area: str  # England, the region, this authority or a neighbour
    year: ReportingPeriod  # the financial year of the figure
    value: Printed  # the figure, or the mark that the publisher prints in its place
    numerator: Printed | None  # the count above the line, if it is published
    denominator: Printed | None  # the count below the line, if it is published
    first_released_on: date  # the day on which a figure for that year first came out
    released_on: date  # the day of the release that this figure is taken from
    source: str  # who published it, and the licence

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
    "year": a_year, "value": printed, "numerator": cells.optional(printed),
    "denominator": cells.optional(printed), "first_released_on": cells.day,
    "released_on": cells.day,
}
FIELDS = tuple(Field(name, PARSERS.get(name, cells.text), meaning=meaning)
               for name, meaning in comments_in(Benchmark).items())
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
    names, name_of = [field.name for field in FIELDS], joined_by(path.parent)
    return [Benchmark(**{name: row[name] for name in names}
                      | {"indicator": name_of(row["indicator"])})
            for row in read_register(path, FIELDS, RULES)]


def known_benchmarks(rows: Iterable[Benchmark], as_of: date, later_editions: bool = False
                     ) -> list[Benchmark]:
    """The figures released by *as_of*.

    With *later_editions*, also the figures from later releases for years that were first
    published by then; a page that shows one must say so.
    """
    return [one for one in rows
            if (one.first_released_on if later_editions else one.released_on) <= as_of]


REGISTER = Register(
    FILE, read_benchmarks, "Published yearly figures", FIELDS, RULES,
    key=("indicator", "area", "year", "released_on"),
    used_by="quarterly_data_set; kept by pscb benchmarks update",
    refers={"indicator": ("indicators.csv", "role")}, example={
        "indicator": Role.ASSESSMENTS_IN_TIME.value, "area": "England", "year": "2013-14",
        "value": "82.2", "numerator": "144170", "denominator": "175290",
        "first_released_on": "2014-10-29",
        "released_on": "2014-10-29",
        "source": "Department for Education; Open Government Licence v3.0"})
