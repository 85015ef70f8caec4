"""The panel's own work: told of, completed, open, in what time, and what came of the learning.

Section 12 of the framework: the Board puts in place "procedures for ensuring that there is a
coordinated response by the authority, their Board partners and other relevant persons to an
unexpected death". Work done or late describes agencies; why a review waited, and whether a
case went to a serious case review, describes a child.
"""

from __future__ import annotations

import pandas

from pscb_lib.ages import complete_months
from pscb_lib.measures import figures
from pscb_lib.measures.cdop_cohorts import (
    PANEL,
    completed,
    notified,
    pooled_label,
    pooled_years,
    residents,
    said_yes,
    still_open,
    tally,
)
from pscb_lib.periods import ReportingPeriod

HALF, WHOLE = 6, 12
WAITED = {"inquest": "Inquest", "criminal proceedings": "Criminal proceedings",
          "serious case review": "Serious case review", "post-mortem": "Post-mortem results",
          None: "None of these recorded"}
REVIEWED = {True: "Serious case review commissioned", False: "Referred, none commissioned"}


def measure_workload(deaths: pandas.DataFrame, period: ReportingPeriod, area: str) -> list[dict]:
    """Yearly totals of both cohorts, joint and for *area*, and the open reviews as one number."""
    rows = []
    for table, cohort in (("notified", notified), ("completed", completed)):
        for column, frame in ((PANEL, deaths), (area, residents(deaths, area))):
            by_year = {year.label: len(cohort(frame, year)) for year in pooled_years(period)}
            rows += figures.counts(table, by_year, column=column)
    return [*rows, figures.count("open", PANEL, still_open(deaths, period.end))]


def measure_response(deaths: pandas.DataFrame, period: ReportingPeriod) -> list[dict]:
    """The response to unexpected deaths notified in the year and in the five years.

    A response that is not recorded has not been shown to have happened; one that was "not
    applicable", such as after a death abroad, was not owed.
    """
    rows = []
    for column, years in _spans(period):
        told = notified(deaths, *years)
        unexpected = told[told["expected"] == "no"]
        owed = unexpected[unexpected["rapid_response"] != "not applicable"]
        for label, done in (("Coordinated response carried out", owed["rapid_response"] == "yes"),
                            ("Reported to the coroner", said_yes(unexpected["coroner"]))):
            rows.append(figures.proportion("response", label, int(done.sum()), len(done), column,
                                           describes="agency"))
    return rows


def measure_time(deaths: pandas.DataFrame, period: ReportingPeriod) -> list[dict]:
    """How many of the reviews completed took under 6, and under 12, months from the death."""
    rows = []
    for column, years in _spans(period):
        months = _months(completed(deaths, *years))
        for limit in (HALF, WHOLE):
            rows.append(figures.proportion(
                "time", f"In under {limit} months", int((months < limit).sum()), len(months),
                column, describes="agency"))
    return rows


def measure_waiting(deaths: pandas.DataFrame, period: ReportingPeriod) -> list[dict]:
    """What the reviews of the five years that took six months or more had waited for."""
    reviews = completed(deaths, *pooled_years(period))
    months, rows = _months(reviews), []
    for column, late in ((f"{HALF} to {WHOLE - 1} months", (months >= HALF) & (months < WHOLE)),
                         (f"{WHOLE} months or more", months >= WHOLE),
                         (figures.TOTAL, months >= HALF)):
        counted = tally(reviews.loc[late, "waiting_for"], WAITED)
        rows += figures.counts("waiting", counted, column=column)
    return rows


def measure_case_reviews(deaths: pandas.DataFrame, period: ReportingPeriod) -> list[dict]:
    """Deaths notified in the five years and referred for a serious case review to be considered."""
    known = notified(deaths, *pooled_years(period))
    referred = known[said_yes(known["referred_for_case_review"])]
    return figures.counts("case_reviews", tally(referred["scr"], REVIEWED))


def measure_learning(deaths: pandas.DataFrame, period: ReportingPeriod) -> list[dict]:
    """Recommendations by theme: made, done, and with evidence that something changed."""
    reviews = completed(deaths, *pooled_years(period))
    themes = sorted(reviews["learning_theme"].dropna().unique())
    rows = []
    for column, name in (("Made", "recommendations"), ("Done", "recommendations_done"),
                         ("With evidence of an outcome", "recommendations_evidenced")):
        made = reviews[name].map(lambda number: number or 0)
        by_theme = {theme: int(made[reviews["learning_theme"] == theme].sum()) for theme in themes}
        rows += figures.counts("learning", by_theme, column=column, describes="agency")
    return rows


def _spans(period: ReportingPeriod) -> list[tuple[str, list[ReportingPeriod]]]:
    return [(period.label, [period]), (pooled_label(period), pooled_years(period))]


def _months(reviews: pandas.DataFrame) -> pandas.Series:
    dates = zip(reviews["date_of_death"], reviews["panel_completed_on"])
    return pandas.Series([complete_months(*pair) for pair in dates], reviews.index, dtype=int)
