"""The two cohorts of the panel's report, which are never mixed, and how they are counted.

Deaths **notified** in a year say who died. Reviews **completed** in a year say what the panel
found, often about deaths of an earlier year. Every table is of one of the two. Tables pool
five years, because one year's numbers would point at children; what the panel found is told of
those of the five in which modifiable factors were recorded.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import pandas

from pscb_lib.disclosure.figures import NOBODY
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reading.findings import InputError

POOLED = 5
MODIFIABLE_SINCE = date(2010, 4, 1)  # the earlier "preventable" is another measure
PANEL = "Joint panel"
ELSEWHERE = "Elsewhere in the panel"
NOT_RECORDED = "Not recorded"


def pooled_years(period: ReportingPeriod) -> list[ReportingPeriod]:
    """The five financial years that end with *period*, earliest first."""
    return [period.back(12 * step) for step in reversed(range(POOLED))]


def found_years(period: ReportingPeriod) -> list[ReportingPeriod]:
    """Those of the five years in which modifiable factors were recorded, earliest first.

    Raises InputError where *period* lies before them all.
    """
    years = [year for year in pooled_years(period) if year.start >= MODIFIABLE_SINCE]
    if not years:
        raise InputError.at("parameters", "modifiable factors are recorded since April 2010",
                            "write 2010-11 or a later year", column="period", value=period.label)
    return years


def span(years: list[ReportingPeriod]) -> str:
    """Years as printed: 2009-10 to 2013-14, or one alone."""
    return " to ".join(dict.fromkeys([years[0].label, years[-1].label]))


def notified(deaths: pandas.DataFrame, *years: ReportingPeriod) -> pandas.DataFrame:
    """The deaths of which the panel was told in these years."""
    return _within(deaths, "notified_on", years)


def completed(deaths: pandas.DataFrame, *years: ReportingPeriod) -> pandas.DataFrame:
    """The deaths whose review the panel completed in these years."""
    return _within(deaths, "panel_completed_on", years)


def still_open(deaths: pandas.DataFrame, on: date) -> int:
    """How many reviews were open at the end of a day: told of by then, not completed by then."""
    told = deaths["notified_on"].map(lambda day: day <= on)
    done = deaths["panel_completed_on"].map(lambda day: day is not None and day <= on)
    return int((told & ~done).sum())


def residents(deaths: pandas.DataFrame, area: str) -> pandas.DataFrame:
    """The deaths of children who lived in *area*."""
    return deaths[deaths["lscb_of_residence"] == area]


def parts_of_panel(deaths: pandas.DataFrame, area: str
                   ) -> tuple[tuple[str, pandas.DataFrame], ...]:
    """The deaths of *area*, and the rest: the panel less the one is the other."""
    lived = deaths["lscb_of_residence"] == area
    return (area, deaths[lived]), (ELSEWHERE, deaths[~lived])


def within_panel(rows: list[dict], unprinted: tuple[str, ...] = (ELSEWHERE,)) -> list[dict]:
    """Figures of a part of the panel go into the panel's; *unprinted* columns are in no paper."""
    return [{**row, "part_of": (*row["part_of"], (row["table"], row["row"], PANEL)),
             "readers": NOBODY if row["column"] in unprinted else row["readers"]} for row in rows]


def tally(values: Iterable, labels: Mapping[Any, str]) -> dict[str, int]:
    """Count *values* under their *labels*, in the labels' order; several may share a label.

    "Not recorded" counts the blanks, and is there only where there are some.
    """
    counted = dict.fromkeys(labels.values(), 0)
    for value in values:
        label = labels.get(value, NOT_RECORDED)
        counted[label] = counted.get(label, 0) + 1
    return counted


def said_yes(answers: pandas.Series) -> pandas.Series:
    """Where the answer is yes; a blank is not."""
    return answers.map(bool).astype(bool)


def _within(deaths: pandas.DataFrame, column: str, years: tuple[ReportingPeriod, ...]):
    inside = deaths[column].map(
        lambda day: day is not None and any(year.contains(day) for year in years))
    return deaths[inside.astype(bool)]
