"""A reporting period in a cell, in any of the known spellings.

In a return all but the label are noted, and a quarter or a half without a year is in the report's
own financial year.
"""

from __future__ import annotations

from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.spellings import parse_period, parse_year
from pscb_lib.reading import cells

YEAR, PERIOD, DAYS = "financial year", "any period", "days"  # kinds of cells of a register


def a_year(cell: str) -> ReportingPeriod:
    """Parse a financial year of a register. Raises ValueError for any other text."""
    return parse_year(cell)


def a_period(cell: str) -> ReportingPeriod:
    """Parse a period of a register. Raises ValueError for any other text."""
    return parse_period(cell)


def period_parser(run: ReportingPeriod) -> cells.Parser:
    """Make a parser of periods for a report on the period *run*."""
    def parse(cell: str) -> object:
        written = cell.strip()
        period = parse_period(written, run.year)
        if written == period.label:
            return period
        return cells.Noted(period, f"{written} read as {period.label}")

    return cells.shaped(cells.code("a period", parse, has_months=True), cells.Shape("period"))


cells.shaped(a_year, cells.Shape(YEAR))
cells.shaped(a_period, cells.Shape(PERIOD))
