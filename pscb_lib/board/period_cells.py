"""A reporting period in a cell, in any of the known spellings; all but the label are noted.

A quarter or a half without a year is in the report's own financial year.
"""

from __future__ import annotations

import re

from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.spellings import parse_period
from pscb_lib.reading import cells

PART = re.compile(r"(quarter|half|q|h)\s*[1-4]", re.IGNORECASE | re.ASCII)


def period_parser(run: ReportingPeriod) -> cells.Parser:
    """Make a parser of periods for a report on the period *run*."""
    def parse(cell: str) -> object:
        written = cell.strip()
        spelled = f"{written} {run.year.label}" if PART.fullmatch(written) else written
        period = parse_period(spelled)
        if written == period.label:
            return period
        return cells.Noted(period, f"{written} read as {period.label}")

    return cells.shaped(cells.code("a period", parse, has_months=True), cells.Shape("period"))
