"""A reporting period in a cell, in any of the known spellings; all but the label are noted.

A quarter or a half without a year is in the report's own financial year.
"""

from __future__ import annotations

from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.spellings import parse_period
from pscb_lib.reading import cells


def period_parser(run: ReportingPeriod) -> cells.Parser:
    """Make a parser of periods for a report on the period *run*."""
    def parse(cell: str) -> object:
        written = cell.strip()
        period = parse_period(written, run.year)
        if written == period.label:
            return period
        return cells.Noted(period, f"{written} read as {period.label}")

    return cells.shaped(cells.code("a period", parse, has_months=True), cells.Shape("period"))
