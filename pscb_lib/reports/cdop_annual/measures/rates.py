"""Rates of child deaths, and England's published figures beside the panel's.

A rate is per 10,000 residents aged 0 to 17, of the years that have a population estimate
together, and is not made from fewer than three deaths
(:mod:`pscb_lib.framework.statistics.pooling`). Its 95% limits are those of
:func:`pscb_lib.framework.statistics.intervals.rate_interval`.
"""

from __future__ import annotations

from fractions import Fraction

import pandas

from pscb_lib.board.context import Context
from pscb_lib.board.decisions import read_register
from pscb_lib.board.national_deaths import NATIONAL
from pscb_lib.board.populations import read_populations
from pscb_lib.disclosure import figures
from pscb_lib.framework.statistics.intervals import rate_interval
from pscb_lib.framework.statistics.pooling import has_rate
from pscb_lib.reports.cdop_annual.measures.cohorts import (
    PANEL,
    completed,
    found_years,
    notified,
    pooled_years,
    residents,
    span,
)
from pscb_lib.reports.cdop_annual.measures.pooled import FOUND
from pscb_lib.reports.cdop_annual.returned import panel_areas

DEATHS, RATE, LOWER, UPPER = "Deaths notified", "Rate", "95% limit, lower", "95% limit, upper"
REVIEWS, MODIFIABLE, SHARE = "Reviews", "With modifiable factors", "Per cent"

def measure_rates(deaths: pandas.DataFrame, context: Context) -> list[dict]:
    """The rate of the panel and of this Board's area, where populations are known."""
    area, path = context.settings.area, context.params / "populations.csv"
    rows = []
    for label, areas in ((PANEL, panel_areas(context.settings.panel)), (area, (area,))):
        known = [read_populations(path, name) for name in areas]
        years = [year for year in pooled_years(context.period)
                 if all(year.year_start in population for population in known)]
        people = sum(population[year.year_start] for population in known for year in years)
        told = {year.label: sum(len(residents(notified(deaths, year), name)) for name in areas)
                for year in years}
        rows += _rate(label, told, people)
    return rows


def measure_national(deaths: pandas.DataFrame, context: Context) -> list[dict]:
    """The panel's years above England's, as known on the report's day: all are of all reviews."""
    years = found_years(context.period)
    reviews = completed(deaths, *years)
    found = int((reviews["modifiable"] == "yes").sum())
    rows = [figures.proportion("national", f"{PANEL} {span(years)}: all reviews", found,
                               len(reviews), SHARE, part_of=(FOUND,),
                               whole=("modifiable", figures.TOTAL, ""))]
    for one in read_register(context.params / "cdop_national.csv", NATIONAL):
        if one["published_on"] <= context.as_of and one["year"] <= context.period:
            rows += _published(f"England {one['year'].label}: {one['group'].lower()}", one)
    return rows


def _rate(label: str, told: dict[str, int], people: int) -> list[dict]:
    if not people:
        return [figures.count("rates", label, None, RATE, state="not collected")]
    row, deaths = f"{label}, {' and '.join(told)}", sum(told.values())
    same = {"quantity": f"deaths notified, {row}"}
    rows = [figures.count("rates", row, deaths, DEATHS, **same)]
    rows += [figures.count("rates_by_year", row, number, year, readers=figures.NOBODY,
                           part_of=(("rates", row, DEATHS), ("notified", year, label)))
             for year, number in told.items()]
    if not has_rate(deaths):
        return [*rows, figures.count("rates", row, None, RATE, state="suppressed")]
    rate = figures.rate("rates", row, deaths, people, RATE, **same)
    limits = rate_interval(deaths, people)
    return [*rows, rate, *({**rate, "column": column, "actual": Fraction(limit)}
                           for column, limit in ((LOWER, limits.lower), (UPPER, limits.upper)))]


def _published(row: str, one: dict) -> list[dict]:
    parts = ((REVIEWS, one["reviews"]), (MODIFIABLE, one["modifiable"]),
             (SHARE, one["percent_modifiable"]))
    return [figures.count("national", row, number, column, describes="published")
            for column, number in parts if number is not None]
