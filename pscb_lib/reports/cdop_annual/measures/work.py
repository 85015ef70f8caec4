"""The panel's own work: deaths notified, reviews completed and open, and the response to a death.

Section 12 of the framework: the Board puts in place "procedures for ensuring that there is a
coordinated response by the authority, their Board partners and other relevant persons to an
unexpected death". Work done or late describes agencies; why a review waited, and whether a case
went to a serious case review, describes a child.
"""

from __future__ import annotations

from datetime import timedelta

import pandas

from pscb_lib.disclosure.counting import balance, part_of_step, running, share, tally, within
from pscb_lib.disclosure.figures import count, counts
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reports.cdop_annual.measures.cohorts import (
    COMPLETED_ON,
    NOTIFIED_ON,
    notified,
    parts_of_panel,
    pooled_years,
    within_panel,
)
from pscb_lib.reports.cdop_annual.places import (
    ALL_NOTIFIED,
    BROUGHT_FORWARD,
    CASE_REVIEWS,
    COMMISSIONED,
    COMPLETED,
    NOTIFIED,
    OPEN,
    PANEL,
    REFERRED,
    RESPONDED,
    TO_CORONER,
    UNEXPECTED,
)

REVIEWED = {True: COMMISSIONED[1], False: "Referred, none commissioned"}


def measure_workload(deaths: pandas.DataFrame, period: ReportingPeriod, area: str) -> list[dict]:
    """Count both cohorts by year, for the panel and for *area*, and the panel's open reviews."""
    rows = []
    for table, day in ((NOTIFIED, NOTIFIED_ON), (COMPLETED, COMPLETED_ON)):
        for column, part in ((PANEL, deaths), *parts_of_panel(deaths, area)):
            by_year = {year.label: len(within(part, day, year)) for year in pooled_years(period)}
            rows += within_panel(counts(table, by_year, column=column))
    return [*rows, *_open(deaths, period)]


def _open(deaths: pandas.DataFrame, period: ReportingPeriod) -> list[dict]:
    """Count the open reviews: brought forward + notified = completed + open at the year's end."""
    came, done = (len(within(deaths, day, period)) for day in (NOTIFIED_ON, COMPLETED_ON))
    before, left = (len(running(deaths, NOTIFIED_ON, COMPLETED_ON, day))
                    for day in (period.start - timedelta(days=1), period.end))
    return [*(count(table, row, number, column)
              for (table, row, column), number in ((BROUGHT_FORWARD, before), (OPEN, left))),
            balance("caseload", (BROUGHT_FORWARD, (NOTIFIED, period.label, PANEL)),
                    ((COMPLETED, period.label, PANEL), OPEN), (before, came, done, left))]


def measure_response(deaths: pandas.DataFrame, period: ReportingPeriod) -> list[dict]:
    """Return the shares of the five years' unexpected deaths that had each response.

    Both figures have the same denominator, because two nearly equal ones would reveal the child
    that makes the difference. A response that is not recorded has not been shown to have happened;
    one that was not owed, such as after a death abroad, has not happened either.
    """
    known = notified(deaths, *pooled_years(period))
    unexpected = known[known["expected"] == "no"]
    answers = {RESPONDED: unexpected["rapid_response"].eq("yes"),
               TO_CORONER: unexpected["coroner"].eq(True)}
    return [share(place, int(done.sum()), len(done), of=UNEXPECTED)
            for place, done in answers.items()]


def measure_case_reviews(deaths: pandas.DataFrame, period: ReportingPeriod) -> list[dict]:
    """Count the deaths notified in the five years and referred for a serious case review."""
    known = notified(deaths, *pooled_years(period))
    referred = known[known["referred_for_case_review"].eq(True)]
    return [*counts(CASE_REVIEWS, tally(referred["scr"], REVIEWED)),
            *part_of_step(ALL_NOTIFIED, REFERRED, len(known), len(referred))]
