"""Rates of child deaths, and England's published figures beside the panel's.

A rate is per 10,000 residents aged 0 to 17, over all years that have a population estimate, and is
not made from fewer than three deaths (:mod:`pscb_lib.framework.statistics.pooling`). Its 95% limits
are those of :func:`pscb_lib.framework.statistics.intervals.rate_interval`.
"""

from __future__ import annotations

from fractions import Fraction

import pandas

from pscb_lib.board.context import Context
from pscb_lib.board.national_deaths import known_national
from pscb_lib.board.populations import known_populations
from pscb_lib.disclosure import figures
from pscb_lib.disclosure.counting import share
from pscb_lib.framework.statistics.intervals import rate_interval
from pscb_lib.framework.statistics.pooling import has_rate
from pscb_lib.reports.cdop_annual.measures.cohorts import (
    completed,
    found_years,
    notified,
    pooled_years,
    residents,
    span,
)
from pscb_lib.reports.cdop_annual.places import (
    ALL_REVIEWS,
    DEATHS,
    LOWER,
    NATIONAL,
    NOTIFIED,
    PANEL,
    RATE,
    RATES,
    REVIEWED,
    REVIEWS,
    SHARE,
    UPPER,
    WITH,
    WITH_FACTORS,
)
from pscb_lib.reports.cdop_annual.returned import panel_areas


def measure_rates(deaths: pandas.DataFrame, context: Context) -> list[dict]:
    """Work out the rates of the panel and of this Board's area, where populations are known."""
    area = context.settings.area
    rows = []
    for label, areas in ((PANEL, panel_areas(context.settings.panel)), (area, (area,))):
        known = [known_populations(context, name) for name in areas]
        years = [year for year in pooled_years(context.period)
                 if all(year.year_start in population for population in known)]
        people = sum(population[year.year_start] for population in known for year in years)
        by_year = {year.title: sum(len(residents(notified(deaths, year), name)) for name in areas)
                for year in years}
        rows += _rate(label, by_year, people)
    return rows


def measure_national(deaths: pandas.DataFrame, context: Context) -> list[dict]:
    """Put the panel's share of all reviews above England's, as published by the report's day."""
    years = found_years(context.period)
    reviews = completed(deaths, *years)
    found = int((reviews["modifiable"] == "yes").sum())
    rows = [share((NATIONAL, f"{PANEL} {span(years)}: {ALL_REVIEWS}", SHARE), found,
                  len(reviews), of=REVIEWED, counted=WITH_FACTORS, describes="child")]
    for one in known_national(context):
        rows += _published(f"England {one['year'].title}: {one['group'].lower()}", one)
    return rows


def _rate(label: str, by_year: dict[str, int], people: int) -> list[dict]:
    if not people:
        return [figures.count(RATES, label, None, RATE, state="not collected")]
    row, deaths = f"{label}, {' and '.join(by_year)}", sum(by_year.values())
    same = {"quantity": f"deaths notified, {row}"}
    rows = [figures.count(RATES, row, deaths, DEATHS, **same)]
    rows += [figures.count("rates_by_year", row, number, year, readers=figures.NOBODY,
                           part_of=((RATES, row, DEATHS), (NOTIFIED, year, label)))
             for year, number in by_year.items()]
    if not has_rate(deaths):
        return [*rows, figures.count(RATES, row, None, RATE, state="suppressed")]
    rate = figures.rate(RATES, row, deaths, people, RATE, **same)
    limits = rate_interval(deaths, people)
    return [*rows, rate, *({**rate, "column": column, "actual": Fraction(limit)}
                           for column, limit in ((LOWER, limits.lower), (UPPER, limits.upper)))]


def _published(row: str, one: dict) -> list[dict]:
    parts = ((REVIEWS, one["reviews"]), (WITH, one["modifiable"]),
             (SHARE, one["percent_modifiable"]))
    return [figures.count(NATIONAL, row, number, column, describes="published")
            for column, number in parts if number is not None]
