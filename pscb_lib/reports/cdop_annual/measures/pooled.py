"""Who died and what the panel found, several years together.

Who died is counted from the deaths notified in five years. Findings, categories included, are
counted from the reviews completed in those of the five years since April 2010: with two time
windows, one minus the other would reveal a single year. A blank is "not recorded", never "no", and
"insufficient information" is no finding: both stay out of the denominator of modifiable factors.
For one area within a joint panel only broad rows are made, because the panel minus that area is its
neighbour.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pandas

from pscb_lib.disclosure import figures
from pscb_lib.disclosure.counting import CASES, NOT_RECORDED, breakdowns, share, tally
from pscb_lib.disclosure.figures import NOBODY, TOTAL, Place, count
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reading.rows import Record, records_of
from pscb_lib.reports.cdop_annual import places
from pscb_lib.reports.cdop_annual.measures import bands
from pscb_lib.reports.cdop_annual.measures.cohorts import (
    completed,
    found_years,
    notified,
    pooled_years,
    span,
)
from pscb_lib.reports.cdop_annual.places import (
    ALL_NOTIFIED,
    BY_GROUP,
    CATEGORY,
    COMPLETED,
    DOMAINS,
    ENOUGH,
    MODIFIABLE,
    MODIFIABLE_SHARE,
    NONE_FOUND,
    NOTIFIED,
    PANEL,
    REVIEWED,
    WITH,
    WITH_FACTORS,
    WITHOUT,
)
from pscb_lib.reports.cdop_annual.returned import record

Years = Mapping[str, pandas.DataFrame]  # the deaths of a cohort by financial year
Tallies = dict[str, dict[str, int]]  # counts by label by financial year

MAY_HAVE_CONTRIBUTED = ("2", "3")
SCORED = ("1", "1*", *MAY_HAVE_CONTRIBUTED)


def measure_pooled(deaths: pandas.DataFrame, period: ReportingPeriod) -> list[dict]:
    """Count every pooled table of the joint panel."""
    who_died = {year.title: notified(deaths, year) for year in pooled_years(period)}
    found = {year.title: completed(deaths, year) for year in found_years(period)}
    reviews = completed(deaths, *found_years(period))
    return [
        *_together(NOTIFIED, ALL_NOTIFIED, {
            places.AGE: _records(who_died, bands.age_band, bands.AGE),
            places.SEX: _column(who_died, "sex", bands.SEX),
            places.ETHNICITY: _column(who_died, "ethnicity", bands.ETHNICITY),
            places.PLACE: _column(who_died, "place_of_death", bands.PLACE),
            places.EXPECTED: _column(who_died, "expected", bands.EXPECTED),
            places.KNOWN: _records(who_died, bands.known_to_social_care, bands.KNOWN)}),
        count(*REVIEWED[:2], len(reviews), REVIEWED[2], readers=NOBODY, describes=NOBODY),
        *_together(COMPLETED, REVIEWED, {
            CATEGORY: _column(found, "category", bands.CATEGORY),
            MODIFIABLE: _column(found, "modifiable", bands.FOUND)}),
        *_share(reviews, span(found_years(period))), *_by_group(reviews), *_by_domain(reviews)]


def _records(cohorts: Years, value: Callable[[Record], object], labels: Mapping) -> Tallies:
    return {year: tally(map(value, records_of(deaths)), labels)
            for year, deaths in cohorts.items()}


def _column(cohorts: Years, name: str, labels: Mapping) -> Tallies:
    return {year: tally(deaths[name], labels) for year, deaths in cohorts.items()}


def _together(cohort: str, total: Place, tables: Mapping[str, Tallies]) -> list[dict]:
    """Count the years together, and single years that are not printed.

    A later report's window minus this one reveals two years, and no year may reveal a child.
    """
    together: dict[str, Any] = {name: _added(by_year) for name, by_year in tables.items()}
    rows = [{**row, "part_of": _parts_of(row["table"], row["row"])}
            for row in breakdowns(total, **together)]
    return rows + [row for name, by_year in tables.items() for year, counted in by_year.items()
                   for row in _alone(name, year, counted, (cohort, year, PANEL))]


def _added(by_year: Tallies) -> dict[str, int]:
    labels = dict.fromkeys(label for counted in by_year.values() for label in counted)
    return {label: sum(counted.get(label, 0) for counted in by_year.values()) for label in labels}


def _alone(name: str, year: str, counted: Mapping[str, int], total: Place) -> list[dict]:
    rows = figures.counts(f"{name}_by_year", counted, column=year, same_as=total)
    return [{**row, "readers": NOBODY, "quantity": f"{name}, {row['row']}, {year}",
             "part_of": ((name, row["row"], ""),)} for row in rows]


def _parts_of(name: str, label: str) -> tuple[Place, ...]:
    """Return the places that a row adds to: a broad row of the panel, a group, a denominator."""
    into = []
    if name in bands.BROADER:
        into.append((f"area_{name}", bands.BROADER[name].get(label, label), PANEL))
    if name == CATEGORY:
        into.append((BY_GROUP, bands.GROUP_OF_CATEGORY.get(label, label), TOTAL))
    if (name, label, "") in (WITH_FACTORS, NONE_FOUND):
        into.append(ENOUGH)
    return tuple(into)


def _share(reviews: pandas.DataFrame, row: str) -> list[dict]:
    """Return the share of reviews with modifiable factors among those with enough information."""
    found, none = (int((reviews["modifiable"] == answer).sum()) for answer in ("yes", "no"))
    return [share((MODIFIABLE_SHARE, row, ""), found, found + none, of=ENOUGH,
                  counted=WITH_FACTORS, describes="child"),
            count(*ENOUGH[:2], found + none, readers=NOBODY, describes=NOBODY)]


def _by_group(reviews: pandas.DataFrame) -> list[dict]:
    """Cross groups of categories with modifiable factors, with the totals of both."""
    rows = []
    found = reviews["modifiable"] == "yes"
    for column, part, total in ((WITH, reviews[found], WITH_FACTORS),
                                (WITHOUT, reviews[~found], None), (TOTAL, reviews, REVIEWED)):
        counted = tally(part["category"], bands.CATEGORY_GROUP)
        if reviews["category"].isna().any():
            counted.setdefault(NOT_RECORDED, 0)
        rows += figures.counts(BY_GROUP, counted, column=column, same_as=total)
    return rows


def _by_domain(reviews: pandas.DataFrame) -> list[dict]:
    """Return, by domain of Form C, the share of scored reviews with a factor scored 2 or 3."""
    rows = []
    for name, label in record.DOMAINS.items():
        scored = reviews[name].isin(SCORED)
        part = reviews[name].isin(MAY_HAVE_CONTRIBUTED)
        rows.append(figures.proportion(DOMAINS, label, int(part.sum()), int(scored.sum())))
        rows.append(figures.relation(f"reviews scored on {label}", {
            (REVIEWED, CASES): 1, ((DOMAINS, label, ""), "whole"): -1}, 0, None))
    return rows
