"""The panel's own work: deaths notified, reviews completed and open, and the response to a death.

Section 12 of the framework: the Board puts in place "procedures for ensuring that there is a
coordinated response by the authority, their Board partners and other relevant persons to an
unexpected death". Work done or late describes agencies; why a review waited, and whether a case
went to a serious case review, describes a child.
"""

from __future__ import annotations

from datetime import timedelta

import pandas

from pscb_lib.disclosure.counting import (
    CASES,
    at_most,
    balance,
    part_of_step,
    running,
    share,
    tally,
    within,
)
from pscb_lib.disclosure.figures import count, counts, relation
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reading.rows import records_of
from pscb_lib.reports.cdop_annual.measures.cohorts import (
    COMPLETED_ON,
    NOTIFIED_ON,
    completed,
    notified,
    parts_of_panel,
    pooled_years,
    within_panel,
)
from pscb_lib.reports.cdop_annual.places import (
    ALL_COMPLETED,
    ALL_MATTERS,
    ALL_NOTIFIED,
    ALL_WIDER,
    BROUGHT_FORWARD,
    CASE_REVIEWS,
    COMMISSIONED,
    COMPLETED,
    MATTERS,
    NO_RESPONSE,
    NOT_REPORTED,
    NOTIFIED,
    OPEN,
    PANEL,
    REFERRED,
    RESPONDED,
    UNEXPECTED,
    WIDER,
    WIDER_FROM,
)
from pscb_lib.reports.cdop_annual.returned.record import (
    ARISES_FROM,
    MATTERS_OF_CONCERN,
    WIDER_CONCERNS,
)
from pscb_lib.reports.cdop_annual.returned.rules import is_unreported, is_without_response
from pscb_lib.returns.quantities import reviews_after_deaths

REVIEWED = {True: COMMISSIONED[1], False: "Referred, none commissioned"}


def measure_workload(deaths: pandas.DataFrame, period: ReportingPeriod, area: str) -> list[dict]:
    """Count both cohorts by year, for the panel and for *area*, and the panel's open reviews."""
    rows = []
    for table, day in ((NOTIFIED, NOTIFIED_ON), (COMPLETED, COMPLETED_ON)):
        for column, part in ((PANEL, deaths), *parts_of_panel(deaths, area)):
            by_year = {year.title: len(within(part, day, year)) for year in pooled_years(period)}
            rows += within_panel(counts(table, by_year, column=column))
    return [*rows, *_open(deaths, period)]


def _open(deaths: pandas.DataFrame, period: ReportingPeriod) -> list[dict]:
    """Count the open reviews: brought forward + notified = completed + open at the year's end."""
    came, done = (len(within(deaths, day, period)) for day in (NOTIFIED_ON, COMPLETED_ON))
    before, left = (len(running(deaths, NOTIFIED_ON, COMPLETED_ON, day))
                    for day in (period.start - timedelta(days=1), period.end))
    return [*(count(table, row, number, column)
              for (table, row, column), number in ((BROUGHT_FORWARD, before), (OPEN, left))),
            balance("caseload", (BROUGHT_FORWARD, (NOTIFIED, period.title, PANEL)),
                    ((COMPLETED, period.title, PANEL), OPEN), (before, came, done, left))]


def measure_response(deaths: pandas.DataFrame, period: ReportingPeriod) -> list[dict]:
    """Count the five years' unexpected deaths with a coordinated response, and the exceptions.

    A response that is not recorded has not been shown to have happened; one that was not owed, such
    as after a death abroad, has not happened either. Exceptions are to be asked about: a share of
    deaths that the coroner was told of would make a fault of the record look like performance.
    """
    known = notified(deaths, *pooled_years(period))
    unexpected = known[known["expected"] == "no"]
    responded = int(unexpected["rapid_response"].eq("yes").sum())
    without = sum(map(is_without_response, records_of(unexpected)))
    unreported = sum(map(is_unreported, records_of(known)))
    return [share(RESPONDED, responded, len(unexpected), of=UNEXPECTED),
            count(*NO_RESPONSE[:2], without), count(*NOT_REPORTED[:2], unreported),
            relation("sudden deaths without a response",
                     {(RESPONDED, "rest"): 1, (NO_RESPONSE, CASES): -1}, 0, None),
            at_most(ALL_NOTIFIED, NOT_REPORTED)]


def measure_concerns(deaths: pandas.DataFrame, period: ReportingPeriod) -> list[dict]:
    """Count what the five years' reviews recorded under regulation 6, by subject.

    Matters of concern affect the children of the area; wider ones are of public health or safety,
    and arise from a particular death or from a pattern of deaths.
    """
    reviews = completed(deaths, *pooled_years(period))
    matters, wider, arises = (
        tally(reviews[name].dropna(), {value: value.capitalize() for value in values})
        for name, values in (("matter_of_concern", MATTERS_OF_CONCERN),
                             ("wider_concern", WIDER_CONCERNS),
                             ("wider_concern_from", ARISES_FROM)))
    return [*counts(MATTERS, matters), *counts(WIDER, wider),
            *counts(WIDER_FROM, arises, same_as=ALL_WIDER),
            *(row for place, made in ((ALL_MATTERS, matters), (ALL_WIDER, wider))
              for row in part_of_step(ALL_COMPLETED, place, len(reviews), sum(made.values())))]


def measure_case_reviews(deaths: pandas.DataFrame, period: ReportingPeriod) -> list[dict]:
    """Count the deaths notified in the five years and referred for a serious case review."""
    known = notified(deaths, *pooled_years(period))
    referred = known[known["referred_for_case_review"].eq(True)]
    named = reviews_after_deaths(pooled_years(period))
    return [*(row | {"quantity": named} if row["row"] == COMMISSIONED[1] else row
              for row in counts(CASE_REVIEWS, tally(referred["scr"], REVIEWED))),
            *part_of_step(ALL_NOTIFIED, REFERRED, len(known), len(referred))]
