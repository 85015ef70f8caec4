"""The panel's own work: told of, completed, open, in what time, and the response to a death.

Section 12 of the framework: the Board puts in place "procedures for ensuring that there is a
coordinated response by the authority, their Board partners and other relevant persons to an
unexpected death". Work done or late describes agencies; why a review waited, and whether a
case went to a serious case review, describes a child.
"""

from __future__ import annotations

from datetime import timedelta

import pandas

from pscb_lib.disclosure import figures
from pscb_lib.framework.ages import complete_months
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reports.cdop_annual.measures.cohorts import (
    PANEL,
    completed,
    notified,
    parts_of_panel,
    pooled_years,
    said_yes,
    span,
    still_open,
    tally,
    within_panel,
)

BROUGHT_FORWARD, OPEN = "Brought forward", "Open"
RESPONDED, TO_CORONER = "Coordinated response carried out", "Reported to the coroner"
HALF, WHOLE = 6, 12
WAITED = {"inquest": "Inquest", "criminal proceedings": "Criminal proceedings",
          "serious case review": "Serious case review", "post-mortem": "Post-mortem results",
          None: "None of these recorded"}
REVIEWED = {True: "Serious case review commissioned", False: "Referred, none commissioned"}


def measure_workload(deaths: pandas.DataFrame, period: ReportingPeriod, area: str) -> list[dict]:
    """Yearly totals of both cohorts, joint and for *area*, and the reviews open in the panel.

    Brought forward + notified - completed = open at the end of the year.
    """
    rows = []
    for table, cohort in (("notified", notified), ("completed", completed)):
        for column, frame in ((PANEL, deaths), *parts_of_panel(deaths, area)):
            by_year = {year.label: len(cohort(frame, year)) for year in pooled_years(period)}
            rows += within_panel(figures.counts(table, by_year, column=column))
    ends = {BROUGHT_FORWARD: period.start - timedelta(days=1), OPEN: period.end}
    rows += [figures.count("open", PANEL, still_open(deaths, day), name)
             for name, day in ends.items()]
    return [*rows, *_caseload(rows, period.label)]


def _caseload(rows: list[dict], year: str) -> list[dict]:
    """The equation of the open reviews as two sums of one number that stands in no paper."""
    at = {(row["table"], row["row"], row["column"]): row["actual"] for row in rows}
    sides = {"before": (("open", PANEL, BROUGHT_FORWARD), ("notified", year, PANEL)),
             "after": (("completed", year, PANEL), ("open", PANEL, OPEN))}
    whole = figures.count("caseload", "of the year", sum(at[place] for place in sides["before"]),
                          readers=figures.NOBODY)
    return [whole, *(
        figures.count(f"caseload_{side}", place[0], at[place], place[2], readers=figures.NOBODY,
                      part_of=(place, ("caseload", "of the year", "")))
        for side, places in sides.items() for place in places)]


def measure_response(deaths: pandas.DataFrame, period: ReportingPeriod) -> list[dict]:
    """The response to the unexpected deaths notified in the five years together.

    Both figures are of all of them, for two nearly equal denominators would tell of the child
    between them. A response that is not recorded has not been shown to have happened; one that
    was not owed, such as after a death abroad, has not happened either.
    """
    told = notified(deaths, *pooled_years(period))
    unexpected = told[told["expected"] == "no"]
    answers = {RESPONDED: unexpected["rapid_response"] == "yes",
               TO_CORONER: said_yes(unexpected["coroner"])}
    return [figures.proportion("response", label, int(done.sum()), len(done), describes="agency")
            for label, done in answers.items()]


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


def _spans(period: ReportingPeriod) -> list[tuple[str, list[ReportingPeriod]]]:
    return [(period.label, [period]), (span(pooled_years(period)), pooled_years(period))]


def _months(reviews: pandas.DataFrame) -> pandas.Series:
    dates = zip(reviews["date_of_death"], reviews["panel_completed_on"], strict=True)
    return pandas.Series([complete_months(*pair) for pair in dates], reviews.index, dtype=int)
