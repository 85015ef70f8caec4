"""The quarterly data set's return of the counted figures, one file for each agency."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from pscb_lib.framework.periods import ReportingPeriod
from tools.synthetic.figures import Counts
from tools.synthetic.span import Span, working_day

COLUMNS = ("agency", "indicator", "period", "numerator", "denominator", "actual", "status",
           "submitted_on", "source")
SENT_AFTER = timedelta(days=20)
AGENCIES = {
    "data_set/childrens-social-care.csv": ("Children's social care", (
        "FD1", "FD3", "FD5", "FD6", "AS1", "AS2", "AS3", "CN1", "CP1", "LA1", "LA3")),
    "data_set/safeguarding-team.csv": ("Safeguarding team", (
        "CP3", "CP4", "CP5", "CP8", "CP9", "CP10", "CP11")),
}
COUNTS = ("FD1", "FD3", "AS1", "CN1", "CP1", "CP5", "LA1")


def data_set_rows(span: Span, out_of: Counts, counted: Counts) -> Iterator[tuple[str, tuple]]:
    """Return the rows of every agency and quarter, each with its file."""
    for file, (agency, indicators) in AGENCIES.items():
        for indicator in indicators:
            for quarter in span.quarters:
                key = indicator, quarter.label
                yield file, _row(agency, indicator, quarter, counted[key], out_of[key])


def _row(agency: str, indicator: str, quarter: ReportingPeriod, counted: int, out_of: int) -> tuple:
    sent_on = working_day(quarter.end + SENT_AFTER)
    if indicator in COUNTS:
        figures = (counted, "", "")
    else:
        figures = (counted, out_of, "") if out_of else ("", "", "no cases")
    numerator, denominator, status = figures
    return (agency, indicator, quarter.label, numerator, denominator, "", status,
            f"{sent_on:%d/%m/%Y}", "illustrative")
