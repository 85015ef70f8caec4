"""The eight returns in their order, and the rows of a year."""

from __future__ import annotations

from pscb_lib.board.context import Context
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.scheduling.deadlines import financial_year
from pscb_lib.reading.rows import Checked, Record, records_of
from pscb_lib.reports.board_effectiveness import (
    returned_complaints,
    returned_escalations,
    returned_feedback,
    returned_meetings,
    returned_near_misses,
    returned_rating,
    returned_reports,
    returned_rounds,
)

RETURNS = (returned_rounds.RETURN, returned_rating.RETURN, returned_feedback.RETURN,
           returned_meetings.RETURN, returned_escalations.RETURN, returned_complaints.RETURN,
           returned_near_misses.RETURN, returned_reports.RETURN)
ROUNDS, RATINGS, FEEDBACK, MEETINGS, ESCALATIONS, COMPLAINTS, NEAR_MISSES, REPORTS = range(8)
YEARS_POOLED = 3


def of_year(checked: Checked, field: str, *years: ReportingPeriod) -> list[Record]:
    """The rows whose day in *field* is in one of the years, the earliest first."""
    return sorted((row for row in records_of(checked.frame)
                   if any(year.contains(row[field]) for year in years)),
                  key=lambda row: row[field])


def begins(context: Context, checked: Checked, field: str) -> ReportingPeriod:
    """Since when a log runs: the Board's first cycle, or else the year of its earliest row."""
    return context.settings.first_cycle or financial_year(
        min([*checked.frame[field], context.period.start]))


def pooled(year: ReportingPeriod, first: ReportingPeriod) -> tuple[ReportingPeriod, ...]:
    """The years counted together outside the restricted set; none if the log is shorter."""
    years = tuple(year.back(12 * back) for back in reversed(range(YEARS_POOLED)))
    return years if first.start <= years[0].start else ()
