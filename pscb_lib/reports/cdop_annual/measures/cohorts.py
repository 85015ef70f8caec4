"""The two cohorts of the panel's report, which are never mixed, and how they are counted.

Deaths **notified** in a year say who died. Reviews **completed** in a year say what the panel
found, often about deaths of an earlier year. Every table is about one of the two. Tables pool five
years, because the numbers of one year could identify a child; findings are published for those of
the five years in which modifiable factors were recorded.
"""

from __future__ import annotations

from datetime import date

import pandas

from pscb_lib.disclosure.counting import within
from pscb_lib.disclosure.figures import NOBODY
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reading.findings import InputError
from pscb_lib.reports.cdop_annual.places import ELSEWHERE, PANEL

POOLED = 5
MODIFIABLE_SINCE = date(2010, 4, 1)  # the earlier "preventable" was defined differently
NOTIFIED_ON, COMPLETED_ON = "notified_on", "panel_completed_on"


def pooled_years(period: ReportingPeriod) -> list[ReportingPeriod]:
    """Return the five financial years that end with *period*, earliest first."""
    return [period.back(12 * step) for step in reversed(range(POOLED))]


def found_years(period: ReportingPeriod) -> list[ReportingPeriod]:
    """Return those of the five years in which modifiable factors were recorded, earliest first.

    Raises InputError if *period* is before all of them.
    """
    years = [year for year in pooled_years(period) if year.start >= MODIFIABLE_SINCE]
    if not years:
        raise InputError.at("parameters", "modifiable factors are recorded since April 2010",
                            "write 2010-11 or a later year", column="period", value=period.label)
    return years


def span(years: list[ReportingPeriod]) -> str:
    """Return the years as printed: 2009/10 to 2013/14, or a single one."""
    return " to ".join(dict.fromkeys([years[0].title, years[-1].title]))


def notified(deaths: pandas.DataFrame, *years: ReportingPeriod) -> pandas.DataFrame:
    """Return the deaths notified to the panel in these years."""
    return within(deaths, NOTIFIED_ON, *years)


def completed(deaths: pandas.DataFrame, *years: ReportingPeriod) -> pandas.DataFrame:
    """Return the deaths whose review the panel completed in these years."""
    return within(deaths, COMPLETED_ON, *years)


def residents(deaths: pandas.DataFrame, area: str) -> pandas.DataFrame:
    """Return the deaths of children who lived in *area*."""
    return deaths[deaths["lscb_of_residence"] == area]


def parts_of_panel(deaths: pandas.DataFrame, area: str
                   ) -> tuple[tuple[str, pandas.DataFrame], ...]:
    """Split the deaths into those of *area* and the rest of the panel, each under its label."""
    lived = deaths["lscb_of_residence"] == area
    return (area, deaths[lived]), (ELSEWHERE, deaths[~lived])


def within_panel(rows: list[dict], unprinted: tuple[str, ...] = (ELSEWHERE,)) -> list[dict]:
    """Tie figures of a part of the panel to the panel's; *unprinted* columns are not printed."""
    return [{**row, "part_of": (*row["part_of"], (row["table"], row["row"], PANEL)),
             "readers": NOBODY if row["column"] in unprinted else row["readers"]} for row in rows]
